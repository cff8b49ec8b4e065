"""What is said of two actors: backing, command, membership, fronts, splinters, allies, rivals, alignment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from secondsource.read.english.arguments import (
    Actors,
    actor_at,
    actor_before,
    is_actor,
    is_known,
    listed,
    objects,
    past_aside,
    subjects,
    voice,
)
from secondsource.read.english.cues import FoundCue, phrasebook
from secondsource.read.english.draft import Draft
from secondsource.read.english.mentions import FoundMention
from secondsource.read.english.parsed import ParsedText
from secondsource.records import ActorKind, Mention, Relation, Span, Stance, Tie

Actor = FoundMention | Mention
# From, to, the word that carries the tie, and whether the phrase itself denies it ("instead of").
Pairs = Iterator[tuple[Actor, Actor, Token, bool]]
_VAGUE = frozenset({"fighters", "force"})
_BODIES = frozenset(
    [
        "party",
        "front",
        "army",
        "movement",
        "union",
        "league",
        "alliance",
        "council",
        "organisation",
        "organization",
    ]
)


def find_ties(parsed: ParsedText) -> list[Draft]:
    """Each tie once for each origin and stance, at its first place."""
    drafts: list[Draft] = []
    seen: set[tuple[object, ...]] = set()
    for cue in phrasebook("ties", "relation", "form").find(parsed.doc):
        relation = Relation(cue.get("relation"))
        for giver, taker, at, is_denied in _FORMS[cue.get("form")](parsed, cue):
            if not _may_be_tied(parsed, giver, taker):
                continue
            from_, to = _mention(giver), _mention(taker)
            if _same(from_, to):
                continue
            chain, stance = voice(parsed, at)
            if is_denied:
                stance = Stance.DENIES
            key = (_key(from_), relation, _key(to), stance, chain[-1].name if chain else None)
            if key in seen:
                continue
            seen.add(key)
            drafts.append(
                Draft(
                    span=_evidence(parsed, cue, from_, to),
                    chain=chain,
                    stance=stance,
                    proposition=Tie(from_=from_, relation=relation, to=to),
                )
            )
    return drafts


def _mention(actor: Actor) -> Mention:
    return actor if isinstance(actor, Mention) else actor.mention


def _may_be_tied(parsed: ParsedText, one: Actor, other: Actor) -> bool:
    """One of the two is known by name, and neither is just "soldiers" or "the police"."""
    found = [a for a in (one, other) if isinstance(a, FoundMention)]
    if any(not is_known(parsed, f) and (f.role in _VAGUE or _is_bare(f)) for f in found):
        return False
    return len(found) < 2 or any(is_known(parsed, f) for f in found)


def _is_bare(found: FoundMention) -> bool:
    return found.end - found.start < 2


def _key(mention: Mention) -> str:
    return mention.name.lower().removeprefix("the ")


def _same(from_: Mention, to: Mention) -> bool:
    return _key(from_) == _key(to) or from_.span.overlaps(to.span)


def _evidence(parsed: ParsedText, cue: FoundCue, from_: Mention, to: Mention) -> Span:
    """The clause around the cue, widened to hold both actors where they stand in its sentence."""
    start, end = parsed.clause(cue.start)
    span = parsed.span(start, end)
    sentence = parsed.sentence(cue.start)
    whole = parsed.span(sentence.start, sentence.end)
    low = min([span.start, *(m.span.start for m in (from_, to) if whole.covers(m.span))])
    high = max([span.end, *(m.span.end for m in (from_, to) if whole.covers(m.span))])
    return replace(span, start=low, end=high)


def _main(parsed: ParsedText, cue: FoundCue) -> Token:
    """The word of the cue that carries its meaning in the parse: its highest one."""
    return parsed.doc[cue.start : cue.end].root


# --- FROM is linked to TO ---------------------------------------------------------------------------------


def _predicate(parsed: ParsedText, cue: FoundCue) -> Pairs:
    after = _after(parsed, cue.end)
    main = _main(parsed, cue)
    others = _instead(parsed, after[-1].end) if after else ()
    for from_ in _subject(parsed, cue, main):
        for to in after:
            yield from_, to, main, False
        for to in others:
            yield from_, to, main, True


def _instead(parsed: ParsedText, at: int) -> Actors:
    """The actors that the phrase sets aside: "linked to A instead of B", "to A, not to B"."""
    doc, at = parsed.doc, past_aside(parsed, at)
    words = [t.lower_ for t in doc[at : at + 4]]
    if words[:1] == [","]:
        words, at = words[1:], at + 1
    if words[:2] in (["instead", "of"], ["rather", "than"]) or words[:2] == ["and", "not"]:
        at += 2
    elif words[:1] == ["not"]:
        at += 1
    else:
        return ()
    if at < len(doc) and doc[at].lower_ in {"to", "with", "by", "from", "of"}:
        at += 1
    return _after(parsed, at)


def _after(parsed: ParsedText, at: int) -> Actors:
    found = actor_at(parsed, at)
    return listed(parsed, found) if found is not None else ()


def _subject(parsed: ParsedText, cue: FoundCue, main: Token) -> Actors:
    found = subjects(parsed, main)
    if found:
        return tuple(f for f in found if f.end <= cue.start or f.start >= cue.end)
    near = actor_before(parsed, cue.start)
    return (near,) if near is not None else ()


# --- TO supports FROM -------------------------------------------------------------------------------------


def _reverse(parsed: ParsedText, cue: FoundCue) -> Pairs:
    main = _main(parsed, cue)
    if main.pos_ == "VERB" and cue.end - cue.start == 1:
        if (main.tag_ == "VBN" and not any(c.dep_ == "aux" for c in main.children)) or main.dep_ == "amod":
            return  # a passive, or "armed men"
        receivers = objects(parsed, main) or _after(parsed, cue.end)
    else:
        receivers = _after(parsed, cue.end)
    givers = _subject(parsed, cue, main)
    for to in givers:
        for from_ in receivers:
            yield from_, to, main, False


# --- FROM, an armed wing of TO ----------------------------------------------------------------------------


def _noun(parsed: ParsedText, cue: FoundCue) -> Pairs:
    main = _main(parsed, cue)
    parent, end = _parents(parsed, cue)
    if not parent:
        return
    children = _children(parsed, cue, main, end)
    for child in children:
        for to in parent:
            yield child, to, main, False


def _parents(parsed: ParsedText, cue: FoundCue) -> tuple[Actors, int]:
    """What the noun is part of, and the token after both."""
    doc, at = parsed.doc, cue.end
    if at < len(doc) and doc[at].lower_ in {"of", "for", "from", "to"}:
        at += 1
    if doc[at - 1].lower_ in {"of", "for", "from", "to"}:
        after = _after(parsed, at)
        if after:
            return after, past_aside(parsed, after[-1].end)
    start = cue.start
    while start > 0 and (doc[start - 1].pos_ == "ADJ" or doc[start - 1].text in {"'s", "'"}):
        start -= 1
    owner = actor_before(parsed, start)
    return ((owner,), cue.end) if owner is not None else ((), cue.end)


def _children(parsed: ParsedText, cue: FoundCue, main: Token, end: int) -> Actors:
    """What is called the noun: "the X wing FROM", "FROM, an X wing of TO", "FROM is an X wing of TO"."""
    doc = parsed.doc
    at = end
    if at < len(doc) and doc[at].text in {",", ":"} and cue.start > 0:
        at += 1
    follower = actor_at(parsed, at, reach=0)
    if follower is not None and follower.is_named and (end == cue.end or doc[end].text == ","):
        return (follower,)
    before = cue.start
    while before > 0 and doc[before - 1].pos_ in {"DET", "ADJ", "NUM"} and doc[before - 1].text not in {","}:
        before -= 1
    if before > 0 and doc[before - 1].text in {",", "-", "--", "("}:
        apposed = actor_before(parsed, before - 1)
        if apposed is not None:
            return (apposed,)
    return tuple(f for f in subjects(parsed, main) if f.end <= cue.start)


# --- TO's Ninth Column ------------------------------------------------------------------------------------


def _unit(parsed: ParsedText, cue: FoundCue) -> Pairs:
    """Parts with a name of their own: "TO's Ninth Column", "Ninth Column of TO", "Eastern faction of TO"."""
    doc = parsed.doc
    start = cue.start
    while start > 0 and not doc[start].is_sent_start and _names(doc[start - 1]):
        start -= 1
    if start == cue.start or not any(_is_proper(t) for t in doc[start : cue.start]):
        return
    end = cue.end
    if start > 1 and doc[start - 1].text == "'s":
        owner = actor_before(parsed, start - 1) or _named(parsed, start - 1)
        to = owner.mention if isinstance(owner, FoundMention) else owner
        from_ = Mention(span=parsed.span(start, end), name=parsed.words(start, end), kind=ActorKind.GROUP)
    else:
        at = past_aside(parsed, end)
        if at >= len(doc) or doc[at].lower_ != "of":
            return
        after = at + 2 if at + 1 < len(doc) and doc[at + 1].lower_ == "the" else at + 1
        to, last = _whole(parsed, after)
        whole = last if doc[cue.start].lower_ in {"faction", "factions"} else end
        from_ = Mention(span=parsed.span(start, whole), name=parsed.words(start, whole), kind=ActorKind.GROUP)
    if to is not None and to.kind not in {ActorKind.STATE, ActorKind.ORGAN, ActorKind.OFFICE}:
        yield from_, to, doc[cue.start], False


def _names(token: Token) -> bool:
    return (
        (token.text[0].isupper() and token.lower_ not in {"the", "a"})
        or token.like_num
        or token.pos_ == "PROPN"
    )


def _is_proper(token: Token) -> bool:
    return token.pos_ in {"PROPN", "NUM"} or token.like_num or token.text[0].isupper()


def _whole(parsed: ParsedText, at: int) -> tuple[Mention | None, int]:
    """The actor that starts at token `at`, also where it stands inside a longer mention."""
    doc = parsed.doc
    if at >= len(doc):
        return None, at
    found = parsed.mention_at(at)
    if found is None:
        return None, at
    if found.start >= at - 1:
        return (found.mention, found.end) if is_actor(found) else (None, at)
    name = parsed.words(at, found.end)
    known = {m.mention.name for m in parsed.mentions} | set(parsed.aliases)
    if (
        name in known
        or (name.isupper() and len(name) > 2)
        or any(t.lower_ in _BODIES for t in doc[at : found.end - 1])
    ):
        full = parsed.aliases.get(name, name)
        return Mention(span=parsed.span(at, found.end), name=full, kind=found.mention.kind), found.end
    return None, at


def _named(parsed: ParsedText, end: int) -> Mention | None:
    """The actor's name inside a longer mention, before its possessive: "River Front's Ninth Column"."""
    found = parsed.mention_at(end - 1)
    if found is None or found.end <= end or found.role in {"person", "office"}:
        return None
    start = found.start
    while start < end and parsed.doc[start].lower_ in {"the", "a"}:
        start += 1
    name = parsed.words(start, end)
    known = {m.mention.name for m in parsed.mentions} | set(parsed.aliases)
    if name not in known and not (name.isupper() and len(name) > 2):
        return None
    return Mention(span=parsed.span(start, end), name=parsed.aliases.get(name, name), kind=ActorKind.GROUP)


# --- TO-backed FROM ---------------------------------------------------------------------------------------


def _compound(parsed: ParsedText, cue: FoundCue) -> Pairs:
    doc = parsed.doc
    if doc[cue.start].text == "-":
        to, end = _joined_before(parsed, cue.start), cue.end
    else:
        to, end = _joined_after(parsed, cue.end)
    if to is None:
        return
    followers = _after(parsed, end)
    for follower in followers:
        yield _with_compound(parsed, follower, to), to, doc[cue.end - 1], False


def _with_compound(parsed: ParsedText, found: FoundMention, to: Mention) -> Actor:
    """An actor without a name takes in the compound that describes it: "Tolmen-backed militias"."""
    if is_known(parsed, found) or found.start == 0:
        return found
    start = next(
        (
            k
            for k in range(found.start, max(-1, found.start - 6), -1)
            if parsed.span(k, k + 1).start == to.span.start
        ),
        None,
    )
    if start is None:
        return found
    return Mention(
        span=parsed.span(start, found.end), name=parsed.words(start, found.end), is_collective=True
    )


def _joined_before(parsed: ParsedText, hyphen: int) -> Mention | None:
    found = actor_before(parsed, hyphen)
    if found is not None:
        return found.mention
    return _bare(parsed, hyphen - 1)


def _joined_after(parsed: ParsedText, at: int) -> tuple[Mention | None, int]:
    if at >= len(parsed.doc):
        return None, at
    found = parsed.mention_at(at)
    if found is not None and is_actor(found) and found.start == at and found.end - at <= 3:
        return found.mention, found.end
    return _bare(parsed, at), at + 1


def _bare(parsed: ParsedText, k: int) -> Mention | None:
    """One capitalised word that is no mention: "Tolmen" in "Tolmen-backed"."""
    if k < 0 or not parsed.doc[k].text[0].isupper() or parsed.doc[k].like_num:
        return None
    return Mention(span=parsed.span(k, k + 1), name=parsed.words(k, k + 1))


# --- an alliance between A and B --------------------------------------------------------------------------


def _between(parsed: ParsedText, cue: FoundCue) -> Pairs:
    actors = _after(parsed, cue.end)
    if len(actors) >= 2:
        yield actors[0], actors[1], _main(parsed, cue), False


# --- FROM and its ally TO ---------------------------------------------------------------------------------


def _whose(parsed: ParsedText, cue: FoundCue) -> Pairs:
    doc = parsed.doc
    start = cue.start
    while start > 0 and (doc[start - 1].pos_ == "ADJ" or doc[start - 1].text in {"'s", "'"}):
        start -= 1
    owner = actor_before(parsed, start)
    other = actor_at(parsed, cue.end, reach=0)
    if owner is not None and other is not None and other.is_named:
        yield owner, other, doc[cue.start], False


_FORMS: dict[str, Callable[[ParsedText, FoundCue], Pairs]] = {
    "predicate": _predicate,
    "reverse": _reverse,
    "noun": _noun,
    "unit": _unit,
    "compound": _compound,
    "between": _between,
    "whose": _whose,
}
