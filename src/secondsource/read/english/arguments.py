"""Which actors fill the places around a word: subject, object, owner, what stands just before or after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from secondsource.read.english.holders import to_holder
from secondsource.read.english.lexicon import lines
from secondsource.read.english.mentions import FoundMention
from secondsource.read.english.parsed import ParsedText
from secondsource.records import Holder, Mention, Stance

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
_DENIALS = frozenset({"deny", "refute", "reject", "disown", "disavow", "dismiss", "repudiate", "rebut"})
_HEDGES = frozenset(
    [
        "reportedly",
        "allegedly",
        "apparently",
        "purportedly",
        "possibly",
        "perhaps",
        "seemingly",
        "probably",
        "likely",
        "supposedly",
        "presumably",
        "alleged",
        "suspected",
        "purported",
        "possible",
        "unconfirmed",
    ]
)
_HEDGING = frozenset(
    [
        "believe",
        "suspect",
        "think",
        "presume",
        "suppose",
        "assume",
        "appear",
        "seem",
        "wonder",
        "rumour",
        "rumor",
        "allegation",
        "suspicion",
        "possibility",
        "speculate",
        "speculation",
        "allege",
    ]
)
_NAMING = frozenset({"call", "name", "know", "style", "dub", "identify", "term"})
_SAYING = frozenset(
    ["say", "claim", "report", "state", "tell", "announce", "declare", "add", "assert", "insist"]
)
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
        if following is None or following.start > step + 3 or _is_subject_of_other(parsed, following, found):
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


def full(parsed: ParsedText, found: FoundMention) -> FoundMention:
    """The mention with what tells whose it is: "Tolmen forces", "the government of Tolmen"; else unchanged."""
    doc = parsed.doc
    if found.is_named or found.role in {"state", "pronoun"}:
        return found
    start, end = found.start, found.end
    while start > 0 and not doc[start].is_sent_start and _tells_whose(doc[start - 1]):
        start -= 1
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
    if found is not None and (found.is_named or found.role == "pronoun"):
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
    if token.dep_ == "appos":
        named = parsed.mention_at(token.head.i)
        if named is not None and named.is_named and is_actor(named):
            return named
    return found


def is_known(parsed: ParsedText, found: FoundMention) -> bool:
    """True for an actor with a name or a capital of its own ("the Coalition"), or a state."""
    head = parsed.doc[found.head]
    is_capital = head.text[0].isupper() and not head.is_sent_start and not parsed.cleaned.is_lower
    is_described = parsed.cleaned.is_lower and found.end - found.start > 2
    return (
        found.is_named
        or found.role == "state"
        or is_described
        or (is_capital and head.pos_ in {"PROPN", "NOUN"})
    )


def actor_at(parsed: ParsedText, at: int, reach: int = 3) -> FoundMention | None:
    """The actor whose words start at token `at`, past articles and up to `reach` words of description."""
    doc, k, skipped = parsed.doc, at, 0
    while k < len(doc) and not (k > at and doc[k].is_sent_start):
        found = _widest_at(parsed, k)
        if found is not None:
            return full(parsed, found) if is_actor(found) and found.start <= k else None
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
        found = named_for(parsed, about)
        if found is not None and is_actor(found):
            found = full(parsed, found)
            return listed(parsed, found) if about.dep_ in _SUBJECTS or about.i < token.i else (found,)
        if about.dep_ in _SUBJECTS and about.lower_ not in _RELATIVES:
            return ()
    return ()


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


def voice(parsed: ParsedText, token: Token) -> tuple[tuple[Holder, ...], Stance]:
    """The chain and the stance at a token; who denies by a verb above it ends the chain."""
    chain, stance = parsed.chain_at(token.i), parsed.stance_at(token.i)
    at = token
    for _ in range(_DEPTH):
        if at is not token and at.lemma_.lower() in _DENIALS:
            denier = next((parsed.mention_at(c.i) for c in at.children if c.dep_ == "nsubj"), None)
            if denier is not None and all(h.name != denier.mention.name for h in chain):
                chain = (*chain, to_holder(denier))
            return chain, Stance.DENIES
        stance = _firmer(stance, _own_stance(parsed, at, is_start=at is token))
        if at.head is at or at.dep_ not in _UPWARD | {"acl", "amod", "appos"}:
            break
        if at.dep_ == "ccomp" and at.head.lemma_ in _SAYING:
            break
        at = at.head
    return chain, stance


def _firmer(one: Stance, other: Stance) -> Stance:
    """A denial wins over a doubt, a doubt over an assertion."""
    return next((s for s in (Stance.DENIES, Stance.DOUBTS) if s in (one, other)), Stance.ASSERTS)


def _own_stance(parsed: ParsedText, at: Token, *, is_start: bool) -> Stance:
    """What the words at one step say: "no link", "neither A nor B", "suspected", "whether"."""
    lowers = {c.lower_ for c in at.children}
    subjects_ = [c for c in at.children if c.dep_ in _SUBJECTS]
    negated = any(c.dep_ == "neg" for c in at.children) and not (at.lower_ == "only" or "only" in lowers)
    negated = negated or ((is_start or at.pos_ == "NOUN") and "no" in lowers)
    for subject in subjects_:
        negated = (
            negated
            or subject.lower_ in {"none", "neither", "nobody"}
            or any(c.lower_ in {"no", "neither"} for c in subject.children)
        )
    if negated:
        return Stance.DENIES
    if (
        lowers & _HEDGES
        or at.lemma_.lower() in _HEDGING
        or any(c.dep_ == "mark" and c.lower_ in {"whether", "if"} for c in at.children)
    ):
        return Stance.DOUBTS
    if any(c.dep_ == "aux" and c.lower_ in {"may", "might", "could"} for c in at.children):
        return Stance.DOUBTS
    return Stance.ASSERTS
