"""Which actors fill the places around a word: subject, object, owner, what stands just before or after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from secondsource.read.english.lexicon import lines
from secondsource.read.english.mentions import FoundMention
from secondsource.read.english.parsed import ParsedText
from secondsource.records import ActorKind, HolderKind, Mention

Actors = tuple[FoundMention, ...]
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_UPWARD = frozenset(
    {"xcomp", "conj", "advcl", "attr", "acomp", "oprd", "prep", "pobj", "dobj", "pcomp", "ccomp", "agent"}
)
_MODIFIERS = frozenset({"acl", "relcl", "amod", "appos"})
_RELATIVES = frozenset({"which", "that", "who", "whose", "whom"})
_SKIPPED = frozenset(
    [
        "the",
        "a",
        "an",
        "its",
        "their",
        "his",
        "her",
        "this",
        "that",
        "these",
        "those",
        "so-called",
        "alleged",
        "suspected",
        "local",
        "own",
        '"',
        "'",
        "`",
    ]
)
_NO_ACTORS = frozenset({"person", "office", "source", "outlet"})
_NAMING = frozenset({"call", "name", "know", "style", "dub", "identify", "term"})
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
_NO_GROUPS = frozenset({"person", "office", "source", "outlet", "state", "force"})
_DEPTH = 6


def is_actor(found: FoundMention | None) -> bool:
    """True for a group, force, party or state; a person, an office, an outlet or a source is none."""
    return found is not None and found.role not in _NO_ACTORS


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
        following = actor_at(parsed, step)
        is_new = (
            following is None or following.start > step + 3 or _is_subject_of_other(parsed, following, found)
        )
        if following is None or is_new or (doc[following.head].dep_ == "appos" and step - at == 1):
            break
        out.append(following)
        at = following.end
    return tuple(out)


def _is_subject_of_other(parsed: ParsedText, following: FoundMention, found: FoundMention) -> bool:
    """True if what follows a comma or "and" starts a clause of its own."""
    head = parsed.doc[following.head]
    return (
        head.dep_ in _SUBJECTS
        and head.head.i > following.head
        and parsed.doc[found.head].dep_ not in _SUBJECTS
    )


def is_group(parsed: ParsedText, found: FoundMention | None) -> bool:
    """True for an armed group or party, by name or stand-in; not for what the text quotes as an outlet."""
    if found is None or found.mention.kind not in _GROUPS or found.role in _NO_GROUPS:
        return False
    quoted = (h for scope in parsed.scopes.scopes for h in scope.holders)
    return all(h.name != found.mention.name for h in quoted if h.kind is HolderKind.OUTLET)


def full(parsed: ParsedText, found: FoundMention) -> FoundMention:
    """The mention with what tells whose it is: "Tolmen forces", "the government of Tolmen"; else unchanged."""
    doc = parsed.doc
    if found.is_named or found.role in {"state", "pronoun"}:
        return found
    start, end = found.start, found.end
    while start > 0 and not doc[start].is_sent_start and _tells_whose(doc[start - 1]):
        start -= 1
    if (
        found.role == "stand_in"
        and end + 1 < len(doc)
        and doc[end].lower_ == "of"
        and parsed.mention_at(end + 1) is not None
    ):
        inner = parsed.mention_at(end + 1)
        if inner is not None and not inner.is_named and inner.role == "fighters":  # "a network of hitmen"
            end = inner.end
            mention = Mention(
                span=parsed.span(start, end), name=parsed.words(start, end), kind=found.mention.kind
            )
            return replace(found, end=end, mention=mention)
    if end + 1 < len(doc) and doc[end].lower_ == "of":
        at = end + 2 if doc[end + 1].lower_ == "the" and end + 2 < len(doc) else end + 1
        owner = parsed.mention_at(at)
        if owner is not None and owner.role == "state" and owner.start <= at:
            end = owner.end
    inside = doc[start:end]
    if not any(_is_whose(t) for t in inside) and (start, end) == (found.start, found.end):
        return found
    while start < found.head and doc[start].lower_ in {"the", "a", "an", "its", "their", "our"}:
        start += 1
    name = parsed.words(start, end)
    old = found.mention
    mention = Mention(span=parsed.span(start, end), name=name, kind=old.kind, is_collective=old.is_collective)
    return replace(found, start=start, end=end, mention=mention, is_named=any(_is_whose(t) for t in inside))


def _tells_whose(token: Token) -> bool:
    return _is_whose(token) or (token.text in {"'s", "-"} and token.i > 0)


def _is_whose(token: Token) -> bool:
    """A demonym, a state or another proper word: "Tolmen", "Tolmenian"."""
    low = token.lower_
    return low in lines("demonyms") or low in lines("states") or token.ent_type_ in {"GPE", "NORP", "ORG"}


def named_for(parsed: ParsedText, token: Token) -> FoundMention | None:
    """The actor at a token, or the name that the text gives it there: "a group calling itself X", "X, a group"."""
    found = parsed.mention_at(token.i)
    if found is not None and (found.is_named or found.role == "pronoun") and found.role != "stand_in":
        return found
    for child in token.children:
        if child.dep_ in {"acl", "relcl"} and child.lemma_ in _NAMING:
            for inner in child.subtree:
                named = parsed.mention_at(inner.i)
                if inner.i > child.i and named is not None and named.is_named and named.role != "pronoun":
                    return named
        if child.dep_ == "appos":
            named = parsed.mention_at(child.i)
            if named is not None and named.is_named and is_actor(named):
                return named
    if token.dep_ == "nsubj" and token.head.lemma_ == "be":  # "the latest group is X"
        for child in token.head.children:
            named = parsed.mention_at(child.i)
            if child.dep_ == "attr" and named is not None and named.is_named and is_actor(named):
                return named
    if token.dep_ == "appos":
        named = parsed.mention_at(token.head.i)
        if named is not None and named.is_named and is_actor(named):
            return named
    return found


def is_known(parsed: ParsedText, found: FoundMention) -> bool:
    """True for an actor with a name or a capital of its own ("the Coalition"), or a state; not "the police"."""
    if found.role in {"state", "pronoun"}:
        return found.is_named
    words = parsed.doc[found.start : found.end]
    if found.role in {"force", "fighters"}:
        capitals = [t for t in words if t.text[0].isupper() and t.i != found.head]
        name_is_own = found.mention.name.lower() != parsed.words(found.start, found.end).lower()
        return (
            bool(capitals) or any(_is_whose(t) for t in words) or (found.role == "fighters" and name_is_own)
        )
    head = parsed.doc[found.head]
    is_capital = head.text[0].isupper() and not head.is_sent_start and not parsed.cleaned.is_lower
    is_described = parsed.cleaned.is_lower and found.end - found.start > 2
    return found.is_named or is_described or (is_capital and head.pos_ in {"PROPN", "NOUN"})


def actor_at(parsed: ParsedText, at: int, reach: int = 3, *, as_written: bool = False) -> FoundMention | None:
    """The actor whose words start at token `at`, past articles and up to `reach` words of description.

    `as_written`: also one that the parser takes for a modifier of what follows.
    """
    doc, k, skipped = parsed.doc, at, 0
    while k < len(doc) and not (k > at and doc[k].is_sent_start):
        found = _widest_at(parsed, k)
        if found is not None:
            meant = found if as_written else _meant(parsed, found)
            return full(parsed, meant) if meant is not None and is_actor(meant) else None
        if doc[k].lower_ in _SKIPPED:
            k += 1
            continue
        skipped += 1
        if (
            skipped > reach
            or doc[k].pos_ not in {"ADJ", "NOUN", "PROPN", "NUM", "DET", "X"}
            or doc[k].is_punct
        ):
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
    return found if is_group or other is not None else None


def _widest_at(parsed: ParsedText, k: int) -> FoundMention | None:
    """The widest mention around a token: of "Front militants" the militants, who carry the Front's name."""
    around = [m for m in parsed.mentions_between(max(0, k - 12), k + 1) if m.end > k]
    return max(around, key=lambda m: (m.end - m.start, -m.start), default=None)


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
    for about in _abouts(token):
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
    return next(_abouts(token), None) is not None


def _abouts(token: Token) -> Iterator[Token]:
    """Tokens that the word may be about, nearest first."""
    at = token
    for _ in range(_DEPTH):
        for child in at.children:
            if child.dep_ in _SUBJECTS and child.i != token.i:
                if child.lower_ in _RELATIVES and at.dep_ in {"relcl", "acl"}:
                    yield at.head
                else:
                    yield child
        if at.dep_ in _MODIFIERS:
            yield at.head
            return
        if at.dep_ not in _UPWARD or at.head is at:
            return
        at = at.head
        if at.pos_ in {"NOUN", "PROPN"}:
            yield from (c for c in at.children if c.dep_ == "poss")
            yield at


def objects(parsed: ParsedText, token: Token) -> Actors:
    """The actors that are the direct object (or passive subject) of the verb."""
    for verb in (token, *(c for c in token.children if c.dep_ == "conj" and c.pos_ == "VERB")):
        for child in verb.children:
            if child.dep_ in {"dobj", "obj"}:
                found = parsed.mention_at(child.i)
                return listed(parsed, full(parsed, found)) if found is not None and is_actor(found) else ()
    return ()
