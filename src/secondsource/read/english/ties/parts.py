"""Parts of an actor that have a name of their own: "TO's Ninth Column", "the Eastern faction of TO"."""

from __future__ import annotations

from calendar import month_name

from spacy.tokens import Token

from secondsource.read.english.cues import FoundCue
from secondsource.read.english.lexicon import lines
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.who.actors import is_actor
from secondsource.read.english.who.arguments import actor_before, past_aside
from secondsource.read.english.who.head_words import with_role
from secondsource.records import ActorKind, Mention

# Parts that are only named as such with a capital: "the Political Office", not "an office".
_TITLES = frozenset(
    {"group", "wing", "force", "office", "organ", "council", "company", "committee"}
    | {"department", "division", "command"}
)
_QUARTERS = frozenset({"eastern", "western", "northern", "southern", "central", "exiled"})
_OFFICIAL = frozenset({ActorKind.STATE, ActorKind.ORGAN, ActorKind.OFFICE})
_BODIES = frozenset(
    {"party", "front", "army", "movement", "union", "league"}
    | {"alliance", "council", "organisation", "organization"}
)


def part_of_whole(parsed: ParsedText, cue: FoundCue) -> tuple[Mention, Mention] | None:
    """The part that the cue heads and what it is part of; None where neither possessive nor "of" says so."""
    doc, start = parsed.doc, _start_of_name(parsed, cue)
    if start is None:
        return None
    owner = doc[start - 1].lower_ if start else ""
    if owner in {"'s", "its", "their"}:
        to, end = _owner(parsed, start), cue.end
    elif owner in {"of", "the"} and (fighters := _fighters_of(parsed, start)) is not None:
        to, end = fighters, cue.end
    else:
        at = past_aside(parsed, cue.end)
        if at >= len(doc) or doc[at].lower_ != "of":
            return None
        after = at + 2 if at + 1 < len(doc) and doc[at + 1].lower_ == "the" else at + 1
        to, last = _whole(parsed, after)
        # A faction is named with its parent: "the Eastern faction of the River Front".
        end = last if doc[cue.start].lower_ in {"faction", "factions"} else cue.end
    if to is None or to.kind in _OFFICIAL:
        return None
    return Mention(span=parsed.span(start, end), name=parsed.words(start, end), kind=ActorKind.GROUP), to


def _fighters_of(parsed: ParsedText, start: int) -> Mention | None:
    """Whose the unit at `start` is: "River Front cadres of the Ninth Column"; None before other words."""
    doc, at = parsed.doc, start
    if doc[at - 1].lower_ == "the":
        at -= 1
    if at < 2 or doc[at - 1].lower_ != "of":
        return None
    found = parsed.mention_at(at - 2)
    is_theirs = found is not None and is_actor(found) and found.is_named and found.end == at - 1
    if found is None or not is_theirs or doc[at - 2].lower_ not in with_role("fighters"):
        return None
    return found.mention


def _start_of_name(parsed: ParsedText, cue: FoundCue) -> int | None:
    """Where the part's own name starts; None if it has none."""
    doc, start = parsed.doc, cue.start
    is_title = doc[start].text[0].isupper()
    if parsed.cleaned.is_lower:
        found = parsed.mention_at(start)
        first = found.start if found is not None and found.end == start + 1 and is_actor(found) else start
        while first < start and doc[first].pos_ in {"DET", "NUM"}:
            first += 1
        return first if first < start - 1 else None
    if not is_title and doc[start].lower_ in _TITLES:
        return None
    while start > 0 and not doc[start].is_sent_start:
        left = doc[start - 1]
        if _ends_date(left) or not (_names(left) or (is_title and _describes(left))):
            break
        start -= 1
    while start < cue.start and doc[start].lower_ in {"the", "its", "their"}:
        start += 1
    if doc[cue.start].lower_ == "faction" and start > 0 and doc[start - 1].lower_ in _QUARTERS:
        return start - 1
    return start if any(_is_proper(t) for t in doc[start : cue.start]) else None


def _owner(parsed: ParsedText, start: int) -> Mention | None:
    """Whose part it is: the actor before the possessive, or that of "its"."""
    if parsed.doc[start - 1].text != "'s":
        found = parsed.mention_at(start - 1)
        return found.mention if found is not None and is_actor(found) else None
    before = actor_before(parsed, start - 1)
    return before.mention if before is not None else _named(parsed, start - 1)


def _describes(token: Token) -> bool:
    """A lower-case word inside a title: the "warfare" of "Special warfare Group"."""
    return token.pos_ in {"NOUN", "ADJ"} and token.dep_ in {"compound", "amod", "nmod"}


def _names(token: Token) -> bool:
    return (
        (token.text[0].isupper() and token.lower_ not in {"the", "a"})
        or token.like_num
        or token.pos_ == "PROPN"
    )


def _ends_date(token: Token) -> bool:
    """The year of a date line above the name of who signs: "10 April 2025 / Council of the River Front"."""
    return token.shape_ == "dddd" and token.i > 0 and token.nbor(-1).text in month_name


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
        return (found.mention, found.end) if is_actor(found) and found.is_named else (None, at)
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
    has_head = any(t.lower_ in lines("organisation_heads") for t in parsed.doc[start:end])
    if name not in known and not (name.isupper() and len(name) > 2) and not has_head:
        return None
    return Mention(span=parsed.span(start, end), name=parsed.aliases.get(name, name), kind=ActorKind.GROUP)
