"""Which actors fill the places around a word: subject, object, owner, what stands just before or after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from secondsource.read.english.lexicon import lines, words_with
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.who.actors import full, is_actor, named_for
from secondsource.read.english.who.mentions import FoundMention
from secondsource.records import ActorKind

Actors = tuple[FoundMention, ...]
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_UPWARD = frozenset(
    {"xcomp", "conj", "advcl", "attr", "acomp", "oprd", "prep", "pobj", "dobj", "pcomp", "ccomp", "agent"}
)
_ACCUSING = frozenset({"accuse", "suspect", "convict", "acquit", "blame"})
_MODIFIERS = frozenset({"acl", "relcl", "amod", "appos"})
_RELATIVES = frozenset({"which", "that", "who", "whose", "whom"})
_SKIPPED = frozenset(
    {"the", "a", "an", "its", "their", "his", "her", "this", "that", "these", "those", "so-called"}
    | {"alleged", "suspected", "local", "own", "-", "called", '"', "'", "`"}
)
_COMPANY = frozenset(
    {
        "organisation",
        "organization",
        "group",
        "outfit",
        "militants",
        "fighters",
        "partners",
        "allies",
        "rebels",
    }
)
_GROUPS = frozenset({ActorKind.GROUP, ActorKind.PARTY})
_PREPOSITIONS = frozenset({"by", "to", "with", "from", "of", "for"})
_QUANTIFIERS = frozenset({"all", "both", "some", "many", "most", "each"})
_DEPTH = 6


def listed(parsed: ParsedText, found: FoundMention) -> Actors:
    """The actor and those joined to it by commas, "and" or "or", in order."""
    doc, out, at = parsed.doc, [found], found.end
    while at < len(doc):
        at = _past_aside(parsed, at)
        step = at
        while (
            step < len(doc)
            and doc[step].lower_ in {",", "and", "or", "nor", "&", "as", "well", "/"}
            and step - at < 4
        ):
            step += 1
        if step == at or step >= len(doc):
            break
        if (
            found.start > 0
            and doc[step].lower_ in _PREPOSITIONS
            and doc[step].lower_ in _before(parsed, found)
        ):
            step += 1  # "by A and by B"
        following = actor_at(parsed, step)
        is_new = (
            following is None or following.start > step + 3 or _is_subject_of_other(parsed, following, found)
        )
        if following is None or is_new:
            break
        if doc[following.head].dep_ == "appos" and step - at == 1 and not _goes_on(parsed, following):
            break
        out.append(following)
        at = following.end
    return tuple(out)


def _before(parsed: ParsedText, found: FoundMention) -> set[str]:
    return {t.lower_ for t in parsed.doc[max(0, found.start - 3) : found.start]}


def _goes_on(parsed: ParsedText, found: FoundMention) -> bool:
    """True if more follows with "and": "A, B and C" is no apposition, whatever the parser thinks."""
    return found.is_named and any(c.dep_ == "conj" for c in parsed.doc[found.head].children)


def _is_subject_of_other(parsed: ParsedText, following: FoundMention, found: FoundMention) -> bool:
    """True if what follows a comma or "and" starts a clause of its own."""
    head = parsed.doc[following.head]
    return (
        head.dep_ in _SUBJECTS
        and head.head.i > following.head
        and parsed.doc[found.head].dep_ not in _SUBJECTS
    )


def actor_at(parsed: ParsedText, at: int, reach: int = 4, *, as_written: bool = False) -> FoundMention | None:
    """The actor whose words start at token `at`, past articles and up to `reach` words of description.

    `as_written`: also one that the parser takes for a modifier of what follows.
    """
    doc, k, skipped = parsed.doc, at, 0
    while k < len(doc) and not (k > at and doc[k].is_sent_start):
        found = _from(parsed, k, 0 if as_written else at)
        if found is not None:
            meant = found if as_written else _meant(parsed, found)
            return full(parsed, meant) if meant is not None and is_actor(meant) else None
        if doc[k].lower_ in _SKIPPED:
            k += 1
            continue
        skipped += 1
        is_word = doc[k].pos_ in {"ADJ", "NOUN", "PROPN", "NUM", "DET", "X"} or doc[k].dep_ == "amod"
        if skipped > reach or not is_word or doc[k].is_punct:
            return None
        k += 1
    return None


def _meant(parsed: ParsedText, found: FoundMention) -> FoundMention | None:
    """What a mention that only modifies stands for: of "Tolmen's Guard" the Guard, of "Tolmen ships" nothing."""
    head = parsed.doc[found.head]
    is_modifier = head.dep_ in {"poss", "compound", "nmod", "amod"} and head.head.i >= found.end
    if not is_modifier or any(c.dep_ in {"cc", "conj"} for c in head.children):
        return found
    other = parsed.mention_at(head.head.i)
    if other is not None and other.start >= found.end:
        return other if other.is_named or not found.is_named else found
    is_group = head.head.lower_ in lines("organisation_heads") or head.head.lower_ in _COMPANY
    is_group = is_group or head.head.lower_ in words_with("tie_words", "list", "parts")
    return found if is_group or other is not None else None


def _from(parsed: ParsedText, k: int, at: int) -> FoundMention | None:
    """The widest mention around token `k` that starts at `at` or later; of one that starts before, its rest.

    Of "Front militants" the militants, who carry the Front's name; after "under the", of "command of the Guard"
    the Guard.
    """
    around = [m for m in parsed.mentions_between(max(0, k - 12), k + 1) if m.end > k]
    here = [m for m in around if m.start >= at - 1]
    if here or not around:
        return max(here, key=lambda m: (m.end - m.start, -m.start), default=None)
    whole = min(around, key=lambda m: m.end - m.start)
    if not parsed.doc[k].text[0].isupper():
        return None
    mention = replace(whole.mention, span=parsed.span(k, whole.end), name=parsed.words(k, whole.end))
    return replace(whole, start=k, mention=mention)


def actor_before(parsed: ParsedText, at: int) -> FoundMention | None:
    """The actor whose words end at token `at`, an aside in parentheses and quotation marks left out."""
    k = _before_aside(parsed, at)
    if k <= 0:
        return None
    found = [m for m in parsed.mentions_between(max(0, k - 16), k) if m.end == k]
    widest = max(found, key=lambda m: m.end - m.start, default=None)
    return full(parsed, widest) if widest is not None and is_actor(widest) else None


def _past_aside(parsed: ParsedText, at: int) -> int:
    """Past "(ABC)" and closing quotation marks at token `at`."""
    doc = parsed.doc
    if at < len(doc) and doc[at].text in {'"', "'"}:
        at += 1
    if at < len(doc) and doc[at].text == "(":
        close = next((k for k in range(at, min(at + 14, len(doc))) if doc[k].text == ")"), None)
        if close is not None:
            return close + 1
    return at


def _before_aside(parsed: ParsedText, at: int) -> int:
    doc = parsed.doc
    while at > 0 and doc[at - 1].text in {'"', "'"}:
        at -= 1
    if at > 0 and doc[at - 1].text == ")":
        opening = next((k for k in range(at - 1, max(0, at - 14), -1) if doc[k].text == "("), None)
        if opening is not None:
            at = opening
    while at > 0 and doc[at - 1].text in {'"', "'"}:
        at -= 1
    return at


def past_aside(parsed: ParsedText, at: int) -> int:
    """The token after an aside "(ABC)" that starts at `at`, else `at`."""
    return _past_aside(parsed, at)


def subjects(parsed: ParsedText, token: Token) -> Actors:
    """The actors that the predicate or modifier at the token is about, with those joined to them."""
    for about in abouts(token):
        if about.lower_ in _QUANTIFIERS:  # "all of them"
            inner = (p for c in about.children if c.dep_ == "prep" for p in c.children if p.dep_ == "pobj")
            about = next(inner, about)
        found = _of_which(parsed, about, named_for(parsed, about))
        if found is not None and is_actor(found):
            found = full(parsed, found)
            return listed(parsed, found) if about.dep_ in _SUBJECTS or about.i < token.i else (found,)
        if about.dep_ in _SUBJECTS and about.lower_ not in _RELATIVES:
            return ()
    return ()


def _of_which(parsed: ParsedText, token: Token, found: FoundMention | None) -> FoundMention | None:
    """Of "a network of hitmen" the network, where the parser hangs what follows on the hitmen."""
    if (
        found is None
        or found.is_named
        or found.role != "fighters"
        or token.dep_ != "pobj"
        or token.head.lower_ != "of"
    ):
        return found
    above = parsed.mention_at(token.head.head.i)
    return above if above is not None and above.role == "stand_in" else found


def has_subject(token: Token) -> bool:
    """True if the parse gives the word a subject or a noun that it modifies, whether or not that is an actor."""
    return next(abouts(token), None) is not None


def abouts(token: Token) -> Iterator[Token]:
    """Tokens that the word may be about, nearest first."""
    at = token
    for _ in range(_DEPTH):
        for child in at.children:
            if child.dep_ in _SUBJECTS and child.i != token.i:
                if any(c.lower_ == "whose" for c in child.children) and at.dep_ in {"relcl", "acl"}:
                    yield at.head  # "A, whose men have fought B"
                elif child.lower_ in _RELATIVES and at.dep_ in {"relcl", "acl"}:
                    yield at.head
                else:
                    yield child
        if at.dep_ in _MODIFIERS:
            yield at.head
            return
        if at.dep_ == "oprd":  # "called A a front for B"
            called = [c for c in at.head.children if c.dep_ in {"dobj", "nsubjpass"}]
            if called:
                yield called[0]
                return
        if at.dep_ == "prep" and at.lower_ == "as" and at.head.lemma_ in _calling():
            called = [c for c in at.head.children if c.dep_ in {"dobj", "nsubjpass"}]
            if called:  # "describes A as a front for B"
                yield called[0]
                return
        if at.dep_ == "prep" and at.head.lemma_ in _ACCUSING:
            accused = [c for c in at.head.children if c.dep_ in {"dobj", "nsubjpass"}]
            if accused:  # "accused A of arming B"
                yield accused[-1]
                return
        if at.dep_ not in _UPWARD or at.head is at:
            return
        at = at.head
        if at.pos_ in {"NOUN", "PROPN"}:
            yield from (c for c in at.children if c.dep_ == "poss")
            yield at


def _calling() -> frozenset[str]:
    return words_with("tie_words", "list", "calling")


def objects(parsed: ParsedText, token: Token) -> Actors:
    """The actors that are the direct object (or passive subject) of the verb."""
    for verb in (token, *(c for c in token.children if c.dep_ == "conj" and c.pos_ == "VERB")):
        for child in verb.children:
            if child.dep_ in {"dobj", "obj"}:
                found = parsed.mention_at(child.i)
                return listed(parsed, full(parsed, found)) if found is not None and is_actor(found) else ()
    return ()
