"""Where the two actors of a tie stand around the words that tie them, by the form of the words."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from secondsource.read.english.actors import is_actor, is_known, named_for
from secondsource.read.english.arguments import (
    Actors,
    actor_at,
    actor_before,
    has_subject,
    listed,
    objects,
    past_aside,
    subjects,
)
from secondsource.read.english.cues import FoundCue
from secondsource.read.english.mentions import FoundMention
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.tie_parts import part_of_whole
from secondsource.records import Mention

Actor = FoundMention | Mention
_AFFAIRS = frozenset(
    {"operation", "activity", "action", "attack", "leadership", "fighter", "unit", "man", "campaign"}
)
_CALLED = frozenset({"called", "named", "dubbed", "styled"})
# From, to, the word that carries the tie, and whether the phrase itself denies it ("instead of").
Pairs = Iterator[tuple[Actor, Actor, Token, bool]]


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


def _after(parsed: ParsedText, at: int, *, as_written: bool = False) -> Actors:
    found = actor_at(parsed, at, as_written=as_written) or _behind_description(parsed, at)
    if found is None:
        return ()
    if not found.is_named or found.role == "stand_in":  # "a pro-Tolmen militia, the Marsh Guard"
        named = named_for(parsed, parsed.doc[found.head])
        if named is not None and named.is_named and named.role != "stand_in" and is_actor(named):
            return (named,)
    return listed(parsed, found)


def _behind_description(parsed: ParsedText, at: int) -> FoundMention | None:
    """ "from an exile council, the Reed Office": the name behind what only describes it."""
    doc = parsed.doc
    if at >= len(doc) or doc[at].lower_ not in {"a", "an"}:
        return None
    for k in range(at + 1, min(at + 6, len(doc))):
        if doc[k].text == ",":
            found = actor_at(parsed, k + 1, reach=0)
            return found if found is not None and found.is_named else None
        if doc[k].pos_ not in {"NOUN", "ADJ", "PROPN"}:
            return None
    return None


def _subject(parsed: ParsedText, cue: FoundCue, main: Token) -> Actors:
    found = subjects(parsed, main)
    if found:
        return tuple(f for f in found if f.end <= cue.start or f.start >= cue.end)
    near = None if has_subject(main) else actor_before(parsed, cue.start)
    return (near,) if near is not None else ()


# --- TO supports FROM -------------------------------------------------------------------------------------


def _reverse(parsed: ParsedText, cue: FoundCue) -> Pairs:
    main = _main(parsed, cue)
    if main.pos_ not in {"VERB", "AUX"} and cue.end - cue.start == 1 and main.text.endswith("s"):
        # "Tolmen arms the Marsh Guard": the parser may take the verb for a noun.
        giver, taker = actor_before(parsed, cue.start), actor_at(parsed, cue.end, reach=0)
        if giver is not None and taker is not None and giver.is_named and taker.is_named:
            yield taker, giver, main, False
        return
    if main.pos_ == "VERB" and cue.end - cue.start == 1:
        if (main.tag_ == "VBN" and not any(c.dep_ == "aux" for c in main.children)) or main.dep_ == "amod":
            return  # a passive, or "armed men"
        receivers = objects(parsed, main) or _whose_affairs(parsed, main) or _after(parsed, cue.end)
    else:
        receivers = _after(parsed, cue.end)
    givers = _subject(parsed, cue, main)
    for to in givers:
        for from_ in receivers:
            yield from_, to, main, False


def _whose_affairs(parsed: ParsedText, verb: Token) -> Actors:
    """ "directs the operations of FROM", "pays FROM's men": whose object it is."""
    for thing in verb.children:
        if thing.dep_ != "dobj" or thing.lemma_ not in _AFFAIRS:
            continue
        for child in thing.children:
            whose = [child] if child.dep_ == "poss" else []
            if child.dep_ == "prep" and child.lower_ == "of":
                whose = [c for c in child.children if c.dep_ == "pobj"]
            for token in whose:
                found = parsed.mention_at(token.i)
                if is_actor(found) and found is not None and found.is_named:
                    return (found,)
    return ()


# --- FROM, an armed wing of TO ----------------------------------------------------------------------------


def _noun(parsed: ParsedText, cue: FoundCue) -> Pairs:
    main = _main(parsed, cue)
    parent, end = _parents(parsed, cue)
    if not parent:
        return
    left = parent[0].start if parent[0].end <= cue.start else cue.start
    children = _children(parsed, cue, main, left, end)
    for child in children:
        for to in parent:
            yield child, to, main, False


def _parents(parsed: ParsedText, cue: FoundCue) -> tuple[Actors, int]:
    """What the noun is part of, and the token after both."""
    doc, at = parsed.doc, cue.end
    if at < len(doc) and doc[at].lower_ in {"of", "for", "from", "to", "by"}:
        at += 1
    if doc[at - 1].lower_ in {"of", "for", "from", "to", "by"}:
        after = _after(parsed, at)
        if after:
            return after, past_aside(parsed, after[-1].end)
    start = cue.start
    while start > 0 and (doc[start - 1].pos_ == "ADJ" or doc[start - 1].text in {"'s", "'"}):
        start -= 1
    owner = actor_before(parsed, start)
    return ((owner,), cue.end) if owner is not None else ((), cue.end)


def _children(parsed: ParsedText, cue: FoundCue, main: Token, left: int, end: int) -> Actors:
    """What is called the noun: "the X wing FROM", "FROM, an X wing of TO", "FROM is an X wing of TO"."""
    doc = parsed.doc
    at = end
    if at < len(doc) and doc[at].text in {",", ":"} and cue.start > 0:
        at += 1
    if at < len(doc) and doc[at].lower_ in _CALLED:
        named = actor_at(parsed, at + 1, reach=0)
        if named is not None and named.is_named:
            return (named,)
    follower = actor_at(parsed, at, reach=0)
    if follower is not None and follower.is_named and (end == cue.end or doc[end].text == ","):
        return (follower,)
    before = left
    while before > 0 and doc[before - 1].pos_ in {"DET", "ADJ", "NUM"} and doc[before - 1].text not in {","}:
        before -= 1
    if before > 0 and doc[before - 1].text in {",", "-", "--", "("}:
        apposed = actor_before(parsed, before - 1)
        if apposed is not None:
            return (apposed,)
    found = tuple(f for f in subjects(parsed, main) if f.end <= cue.start)
    return found or _publishers(parsed, cue, main, before)


def _publishers(parsed: ParsedText, cue: FoundCue, main: Token, before: int) -> Actors:
    """ "Harbour Media, the media wing of TO" and "Harbour Media is": a group's publisher is part of it."""
    doc = parsed.doc
    if not {t.lower_ for t in doc[cue.start : cue.end]} & {"media", "propaganda", "publishing"}:
        return ()
    places = [before - 2] if before > 1 and doc[before - 1].text == "," else []
    places += [c.i for c in main.head.children if c.dep_ == "nsubj" and main.dep_ == "attr"]
    found = (parsed.mention_at(i) for i in places)
    return tuple(f for f in found if f is not None and f.is_named and f.role == "outlet")[:1]


# --- TO's Ninth Column ------------------------------------------------------------------------------------


def _unit(parsed: ParsedText, cue: FoundCue) -> Pairs:
    found = part_of_whole(parsed, cue)
    if found is not None:
        yield found[0], found[1], parsed.doc[cue.start], False


# --- TO-backed FROM ---------------------------------------------------------------------------------------


def _compound(parsed: ParsedText, cue: FoundCue) -> Pairs:
    doc = parsed.doc
    if doc[cue.start].text == "-":
        to, end = _joined_before(parsed, cue.start), cue.end
    else:
        to, end = _joined_after(parsed, cue.end)
    if to is None:
        return
    followers = _after(parsed, end, as_written=True)
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
    doc, one, other = parsed.doc, actor_at(parsed, cue.end, as_written=True), None
    if one is not None:
        at = past_aside(parsed, one.end)
        if at + 1 < len(doc) and doc[at].lower_ in {"and", "&"}:
            other = actor_at(parsed, at + 1, as_written=True)
    if one is not None and other is not None:
        yield one, other, _main(parsed, cue), False


def _mutual(parsed: ParsedText, cue: FoundCue) -> Pairs:
    main = _main(parsed, cue)
    actors = [a for a in subjects(parsed, main) if a.end <= cue.start]
    if len(actors) == 2:
        yield actors[0], actors[1], main, False


def _founders(parsed: ParsedText, cue: FoundCue) -> Pairs:
    """Several that found a body are in it: "TO was set up by FROM, FROM and others"; one alone is its founder."""
    main = _main(parsed, cue)
    founders = _after(parsed, cue.end)
    if len(founders) > 1:
        for to in _subject(parsed, cue, main):
            for from_ in founders:
                yield from_, to, main, False


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


FORMS: dict[str, Callable[[ParsedText, FoundCue], Pairs]] = {
    "predicate": _predicate,
    "reverse": _reverse,
    "noun": _noun,
    "unit": _unit,
    "compound": _compound,
    "between": _between,
    "mutual": _mutual,
    "whose": _whose,
    "founders": _founders,
}
