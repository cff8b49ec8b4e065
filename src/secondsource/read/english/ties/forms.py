"""Where the two actors of a tie stand around the words that tie them, by the form of the words."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from secondsource.read.english.cues import FoundCue
from secondsource.read.english.events.triggers import deed_at
from secondsource.read.english.lexicon import words_with
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.ties.actors import named_after, received_by, said_of, set_aside
from secondsource.read.english.ties.nearest import (
    fronted,
    governing,
    nearest_after,
    nearest_before,
    told_about,
)
from secondsource.read.english.ties.parts import part_of_whole
from secondsource.read.english.who.actors import is_actor, is_known
from secondsource.read.english.who.arguments import (
    Actors,
    actor_at,
    actor_before,
    past_aside,
    subjects,
)
from secondsource.read.english.who.mentions import FoundMention
from secondsource.records import Mention

Actor = FoundMention | Mention
_CLASHES = frozenset({"battle", "clash", "fight", "skirmish"})
_CALLED = frozenset({"called", "named", "dubbed", "styled"})
# From, to, the word that carries the tie, and whether the phrase itself denies it ("instead of").
Pairs = Iterator[tuple[Actor, Actor, Token, bool]]


def _main(parsed: ParsedText, cue: FoundCue) -> Token:
    """The word of the cue that carries its meaning in the parse: its highest one, or the one that it opens with."""
    if cue.get("main") == "first":
        return parsed.doc[cue.start]
    return parsed.doc[cue.start : cue.end].root


# --- FROM is linked to TO ---------------------------------------------------------------------------------


def _predicate(parsed: ParsedText, cue: FoundCue) -> Pairs:
    main = _main(parsed, cue)
    if main.lemma_ in _CLASHES and main.pos_ not in {"VERB", "AUX"} and cue.end - cue.start < 3:
        return  # "in a gun battle with the police"
    if cue.end - cue.start == 1 and main.pos_ not in {"VERB", "AUX", "ADJ"}:
        return
    at = _past_second(parsed, cue.end)
    after = named_after(parsed, at) or nearest_after(parsed, cue)
    after = tuple(a for a in after if not _is_of_deed(parsed, a))
    if cue.get("relation") == "part_of":
        after = tuple(a for a in after if not _undertakes(parsed, a))
    others = set_aside(parsed, after[-1].end) if after else ()
    givers = (fronted(parsed, cue, after[-1].end) if after else ()) or _givers(parsed, cue, main)
    for from_ in givers:
        for to in after:
            yield from_, to, main, False
        for to in others:
            yield from_, to, main, True


def _is_of_deed(parsed: ParsedText, found: FoundMention) -> bool:
    """ "Linked to the Velsk bombing": where a deed was done, and no party."""
    token = parsed.doc[found.head]
    return token.dep_ == "compound" and deed_at(token.head) is not None


def _undertakes(parsed: ParsedText, found: FoundMention) -> bool:
    """ "Part of TO's plan" is no part of TO."""
    token = parsed.doc[found.head]
    owned = token.head if token.dep_ == "poss" else None
    if owned is None and token.dep_ == "pobj" and token.head.lower_ in {"of", "by"}:
        owned = token.head.head  # "part of a plan of TO"
    return owned is not None and owned.lower_ in words_with("tie_words", "list", "undertakings")


def _past_second(parsed: ParsedText, at: int) -> int:
    """Past a second verb that shares the place: "efforts to weaken and defeat TO"."""
    doc = parsed.doc
    if at < len(doc) and doc[at].lower_ in {"and", "or"}:
        second = at + 2 if at + 1 < len(doc) and doc[at + 1].pos_ == "ADV" else at + 1
        if second < len(doc) and doc[second].pos_ == "VERB" and doc[second].dep_ == "conj":
            return second + 1
    return at


def _givers(parsed: ParsedText, cue: FoundCue, main: Token) -> Actors:
    found = said_of(parsed, cue, main) or told_about(parsed, cue, main)
    is_verb_alone = cue.end - cue.start == 1
    return found or (() if is_verb_alone else nearest_before(parsed, cue, main))


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
        receivers = received_by(parsed, main, cue.end)
    else:
        receivers = named_after(parsed, cue.end)
        if not receivers and parsed.doc[cue.start].pos_ == "VERB":  # "picks FROM's targets"
            receivers = received_by(parsed, parsed.doc[cue.start], cue.end)
        receivers = receivers or nearest_after(parsed, cue)
    givers = _givers(parsed, cue, main)
    for to in givers:
        for from_ in receivers:
            yield from_, to, main, False


def _equipping(parsed: ParsedText, cue: FoundCue) -> Pairs:
    """ "TO provides FROM with weapons": who gets it stands between the verb and what is given."""
    verb = parsed.doc[cue.start]
    for to in said_of(parsed, cue, verb):
        for from_ in received_by(parsed, verb, cue.start + 1):
            if from_.start < cue.end:
                yield from_, to, verb, False


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


def _patron(parsed: ParsedText, cue: FoundCue) -> Pairs:
    """ "TO, the paymaster of FROM": the noun names what TO is to FROM."""
    for to, from_, at, is_denied in _noun(parsed, cue):
        yield from_, to, at, is_denied


def _inverted(parsed: ParsedText, cue: FoundCue) -> Pairs:
    """ "Behind FROM stands TO", "among the members of TO is FROM": one stands inside of the words, one behind."""
    doc = parsed.doc
    inner = next((a for k in range(cue.start + 1, cue.end - 1) if (a := actor_at(parsed, k, reach=0))), None)
    outer = named_after(parsed, cue.end)
    if inner is None or inner.end > cue.end:
        return
    for other in outer:
        pair = (other, inner) if cue.get("outer") == "from" else (inner, other)
        yield *pair, doc[cue.end - 1], False


def _parents(parsed: ParsedText, cue: FoundCue) -> tuple[Actors, int]:
    """What the noun is part of, and the token after both."""
    doc, at = parsed.doc, cue.end
    if at < len(doc) and doc[at].lower_ in {"of", "for", "from", "to", "by"}:
        at += 1
    if doc[at - 1].lower_ in {"of", "for", "from", "to", "by"}:
        after = named_after(parsed, at)
        if after:
            return after, past_aside(parsed, after[-1].end)
    start = cue.start
    while start > 0 and (
        doc[start - 1].pos_ == "ADJ"
        or doc[start - 1].text in {"'s", "'"}
        or (doc[start - 1].text == "." and doc[start - 1].dep_ == "compound")
    ):
        start -= 1
    owner = actor_before(parsed, start) or _whose_it_is(parsed, _main(parsed, cue))
    return ((owner,), cue.end) if owner is not None else ((), cue.end)


def _whose_it_is(parsed: ParsedText, noun: Token) -> FoundMention | None:
    """ "FROM, whose paymaster is TO": what the relative clause is about."""
    if not any(c.lower_ == "whose" for c in noun.children):
        return None
    verb = next((a for a in noun.ancestors if a.dep_ == "relcl"), None)
    found = parsed.mention_at(verb.head.i) if verb is not None else None
    return found if is_actor(found) else None


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
    if main.dep_ == "nsubj" and main.head.lemma_ == "be":  # "its paymaster is TO"
        is_ = (c for c in main.head.children if c.dep_ == "attr")
        return tuple(a for c in is_ for a in named_after(parsed, c.left_edge.i))
    found = tuple(f for f in said_of(parsed, cue, main, with_owner=False) if f.end <= cue.start)
    if found and all(f.start == left for f in found) and main.head.dep_ == "attr":  # "A is B in disguise"
        found = subjects(parsed, main.head.head)
    found = found or _publishers(parsed, cue, main, before) or told_about(parsed, cue, main)
    is_said = main.dep_ in {"attr", "oprd", "appos"} or (main.dep_ == "pobj" and main.head.lower_ == "as")
    return found or (nearest_before(parsed, cue, main) if is_said else ())


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
    followers = named_after(parsed, end, as_written=True)
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
        if at + 1 < len(doc) and doc[at].lower_ in {"and", "&", "to", "with"}:
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
    founders = named_after(parsed, cue.end)
    if len(founders) > 1:
        for to in said_of(parsed, cue, main):
            for from_ in founders:
                yield from_, to, main, False


# --- FROM and its ally TO ---------------------------------------------------------------------------------


def _whose(parsed: ParsedText, cue: FoundCue) -> Pairs:
    doc = parsed.doc
    start = cue.start
    while start > 0 and (doc[start - 1].pos_ == "ADJ" or doc[start - 1].text in {"'s", "'"}):
        start -= 1
    owner = actor_before(parsed, start)
    at = cue.end + 1 if cue.end < len(doc) and doc[cue.end].text == "," else cue.end
    other = actor_at(parsed, at, reach=0)
    if other is None or not other.is_named:
        return
    owners: Actors = (owner,) if owner is not None else ()
    if owner is None and cue.get("relation") == "rival_of":  # "A risks a war, with rival groups like B"
        owners = governing(parsed, doc[cue.start])
    for one in owners:
        yield one, other, doc[cue.start], False


# --- TO's fronts, including FROM --------------------------------------------------------------------------


def _including(parsed: ParsedText, cue: FoundCue) -> Pairs:
    owner = actor_before(parsed, cue.start)
    if owner is not None:
        for from_ in named_after(parsed, cue.end):
            yield from_, owner, parsed.doc[cue.start], False


# --- FROM is in TO's pay ------------------------------------------------------------------------------------


def _grip(parsed: ParsedText, cue: FoundCue) -> Pairs:
    doc, main = parsed.doc, _main(parsed, cue)
    owner = actor_before(parsed, cue.start)
    start = owner.start if owner is not None else 0
    while start > 0 and doc[start - 1].lower_ in {"the", '"'}:
        start -= 1
    if owner is None or doc[start - 1].lower_ not in {"in", "on", "under", "from"}:
        return
    held = said_of(parsed, cue, main, with_owner=False)
    verb = next((a for a in main.ancestors if a.lemma_ == "be"), None)
    if not held and verb is not None:  # "the ones in TO's pay are FROM"
        held = tuple(a for c in verb.children if c.dep_ == "attr" for a in named_after(parsed, c.left_edge.i))
    for from_ in held or told_about(parsed, cue, main):
        yield from_, owner, main, False


# --- FROM-led alliance TO ---------------------------------------------------------------------------------


def _leading(parsed: ParsedText, cue: FoundCue) -> Pairs:
    leader, led = actor_before(parsed, cue.start), parsed.mention_at(cue.end - 1)
    if leader is not None and led is not None and led.end == cue.end:
        yield leader, led, parsed.doc[cue.end - 1], False


FORMS: dict[str, Callable[[ParsedText, FoundCue], Pairs]] = {
    "predicate": _predicate,
    "reverse": _reverse,
    "equipping": _equipping,
    "noun": _noun,
    "patron": _patron,
    "inverted": _inverted,
    "unit": _unit,
    "compound": _compound,
    "between": _between,
    "mutual": _mutual,
    "whose": _whose,
    "including": _including,
    "grip": _grip,
    "leading": _leading,
    "founders": _founders,
}
