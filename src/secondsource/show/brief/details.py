"""What the tellers of one incident say of each detail: day, place, target, toll, perpetrator, side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from secondsource.records import DayRange, Event, Incident, ResolvedStatement, Stance
from secondsource.show.brief.days import day_words, is_assumed
from secondsource.show.brief.folding import contains, folded
from secondsource.show.brief.parts import Runs, joined, name, say
from secondsource.show.brief.telling import place_words, toll_words
from secondsource.show.brief.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One value of a detail and the statements that give it."""

    words: Runs
    told: tuple[ResolvedStatement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """A detail with its versions, the one that most origins give first."""

    label: str
    versions: tuple[Version, ...]

    @property
    def differs(self) -> bool:
        """True if there is more than one version."""
        return len(self.versions) > 1


Reading = tuple[Runs, str]  # how a value is shown, and what it is compared by
_Reader = Callable[[View, ResolvedStatement, Event], Reading | None]


def incident_details(view: View, incident: Incident) -> list[Detail]:
    """Every detail that anybody gives; what is denied is no version."""
    told = [s for s in view.of(incident.statement_ids) if s.statement.stance is not Stance.DENIES]
    return [d for label, read in _DETAILS if (d := _detail(view, label, read, told)).versions]


def _detail(view: View, label: str, read: _Reader, told: list[ResolvedStatement]) -> Detail:
    versions: list[tuple[Reading, list[ResolvedStatement]]] = []
    for resolved in sorted(told, key=lambda s: is_assumed(s.when)):  # a written year before an assumed one
        event = resolved.statement.proposition
        reading = read(view, resolved, event) if isinstance(event, Event) else None
        if reading is None:
            continue
        for known, statements in versions:
            if _same(known[1], reading[1]):
                statements.append(resolved)
                break
        else:
            versions.append((reading, [resolved]))
    by_origins = sorted(versions, key=lambda v: -len({view.origin(s).key for s in v[1]}))
    return Detail(
        label=label,
        versions=tuple(Version(words=r[0], told=tuple(statements)) for r, statements in by_origins),
    )


def _same(one: str, other: str) -> bool:
    """Equal, or one says the same with more words ("Halden", "Halden airport")."""
    return one == other or contains(one, other) or contains(other, one)


def _day(view: View, resolved: ResolvedStatement, event: Event) -> Reading | None:
    words = day_words(resolved.when)
    return ((say(words),), _day_key(resolved.when)) if words and resolved.when else None


def _day_key(when: DayRange) -> str:
    return f"{when.earliest} {when.latest}"


def _place(view: View, resolved: ResolvedStatement, event: Event) -> Reading | None:
    return (place_words(resolved), folded(event.place.name)) if event.place else None


def _target(view: View, resolved: ResolvedStatement, event: Event) -> Reading | None:
    if not event.on:
        return None
    return joined([(name(m.name),) for m in event.on]), folded(" ".join(m.name for m in event.on))


def _by(view: View, resolved: ResolvedStatement, event: Event) -> Reading | None:
    if not event.by:
        return None
    ids = [view.role_key(resolved, "by", i, by.actor.name) for i, by in enumerate(event.by)]
    return joined([(name(view.actor_name(i)),) for i in ids]), " ".join(sorted(ids))


def _killed(view: View, resolved: ResolvedStatement, event: Event) -> Reading | None:
    toll = event.killed
    return (toll_words(toll, "killed"), f"{toll.low}-{toll.high}") if toll else None


def _injured(view: View, resolved: ResolvedStatement, event: Event) -> Reading | None:
    toll = event.injured
    return (toll_words(toll, "injured"), f"{toll.low}-{toll.high}") if toll else None


def _abducted(view: View, resolved: ResolvedStatement, event: Event) -> Reading | None:
    toll = event.abducted
    return (toll_words(toll, "abducted"), f"{toll.low}-{toll.high}") if toll else None


_DETAILS: tuple[tuple[str, _Reader], ...] = (
    ("day", _day),
    ("place", _place),
    ("target", _target),
    ("killed", _killed),
    ("injured", _injured),
    ("abducted", _abducted),
    ("who did it", _by),
)
