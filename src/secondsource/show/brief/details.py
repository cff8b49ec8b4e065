"""What the tellers of one incident say of each detail, as `weigh` lays it side by side, in words to show."""

from __future__ import annotations

from dataclasses import dataclass, replace

from secondsource.match.tellings import event_of
from secondsource.records import Event, Incident, ResolvedStatement, Toll
from secondsource.resolve.actor_names import means_nobody
from secondsource.show.brief.days import day_words, is_assumed
from secondsource.show.brief.folding import contains, folded
from secondsource.show.brief.parts import Runs, bare_words, name, say
from secondsource.show.brief.telling import target_names, toll_words
from secondsource.show.brief.view import View
from secondsource.weigh import Detail as Told
from secondsource.weigh import differing, lay_side_by_side

# Fields of `weigh.details.FIELDS` that a brief shows, in its order and words.
_LABELS = {
    "day": "day",
    "place": "place",
    "target": "target",
    "perpetrator": "who did it",
    "party": "who took part",
    "killed": "killed",
    "injured": "injured",
    "abducted": "abducted",
}


_MOST_WORDINGS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One value of a detail and the statements that give it."""

    words: Runs
    told: tuple[ResolvedStatement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """A detail with its versions; `differs` if they can't all be right."""

    label: str
    versions: tuple[Version, ...]
    differs: bool


def incident_details(view: View, incident: Incident) -> list[Detail]:
    """Every detail that anybody gives; what is denied is no version."""
    told = [d for d in lay_side_by_side(incident, view.evidence) if not d.is_denied]
    apart = set(differing(tuple(told)))
    found = []
    for field, label in _LABELS.items():
        versions = [_version(view, d) for d in told if d.field == field and _is_told_so(view, d)]
        if versions:
            merged = _one_a_wording(versions)
            merged = _fuller(merged) if field == "target" else merged
            merged = _without_nobody(merged) if field == "perpetrator" else merged
            is_apart = field in apart or (field == "perpetrator" and not _told_by_one(merged))
            found.append(Detail(label=label, versions=merged, differs=is_apart and len(merged) > 1))
    return found


def _version(view: View, told: Told) -> Version:
    statements = view.of(told.statement_ids)
    return Version(words=_words(told, statements), told=tuple(statements))


def _words(told: Told, statements: list[ResolvedStatement]) -> Runs:
    """The value as the brief writes it elsewhere: a day in words, a toll with its parts."""
    first = min(statements, key=lambda s: is_assumed(s.when), default=None)
    event = first.statement.proposition if first else None
    if told.field == "day" and first:
        return (say(day_words(first.when) or told.value),)
    if isinstance(event, Event) and told.field in ("killed", "injured", "abducted"):
        toll = _toll(event, told.field)
        tolls = (_toll(event_of(s), told.field) for s in statements)
        splits = {t.of for t in tolls if t}
        # One number, split in two ways: whose dead they were is for each to say.
        toll = replace(toll, of=()) if toll and len(splits) > 1 else toll
        return toll_words(toll, told.field) if toll else (say(told.value),)
    if told.field == "perpetrator":
        return (name(told.value.rpartition(" (")[0] or told.value),)
    return (name(told.value),)


def _told_by_one(versions: tuple[Version, ...]) -> bool:
    """True if one telling has them all: two that did it together, or fought each other."""
    together = frozenset.intersection(*(frozenset(s.statement.id for s in v.told) for v in versions))
    return bool(together)


def _toll(event: Event, field: str) -> Toll | None:
    return {"killed": event.killed, "injured": event.injured, "abducted": event.abducted}[field]


def _is_told_so(view: View, told: Told) -> bool:
    """False for a target that a toll counts already ("three soldiers")."""
    if told.field != "target":
        return True
    events = [s.statement.proposition for s in view.of(told.statement_ids)]
    return any(isinstance(e, Event) and told.value in target_names(e) for e in events)


def _fuller(versions: tuple[Version, ...]) -> tuple[Version, ...]:
    """Wordings of which one holds the other are one, the fuller ("army supply convoy", "convoy")."""
    kept: list[Version] = []
    for version in sorted(versions, key=lambda v: -len(bare_words(v.words))):
        words = folded(bare_words(version.words))
        at = next((i for i, k in enumerate(kept) if contains(folded(bare_words(k.words)), words)), None)
        if at is None:
            kept.append(version)
        else:
            kept[at] = replace(kept[at], told=tuple(dict.fromkeys((*kept[at].told, *version.told))))
    return tuple(kept[:_MOST_WORDINGS])


def _without_nobody(versions: tuple[Version, ...]) -> tuple[Version, ...]:
    """Versions without "the group" or "separatists" where another names who it was: these are no other answer."""
    named = tuple(v for v in versions if not means_nobody(bare_words(v.words)))
    return named or versions


def _one_a_wording(versions: list[Version]) -> tuple[Version, ...]:
    """Versions that read the same are one: a name that one claims and another charges."""
    by_words: dict[Runs, list[ResolvedStatement]] = {}
    for version in versions:
        by_words.setdefault(version.words, []).extend(version.told)
    return tuple(Version(words=w, told=tuple(dict.fromkeys(told))) for w, told in by_words.items())
