"""Points of the timeline: one a dated incident of violence, with the verdicts of its claims."""

from __future__ import annotations

from itertools import islice

from secondsource.records import Event, Incident, ResolvedStatement, Side
from secondsource.show.brief import phrases
from secondsource.show.brief.citing import Citer
from secondsource.show.brief.claims import fullest
from secondsource.show.brief.days import day_words, is_assumed
from secondsource.show.brief.incidents import plainest
from secondsource.show.brief.parts import TimelinePoint, bare_words
from secondsource.show.brief.telling import event_words
from secondsource.show.brief.view import View

_MOST_POINTS = 60
_LONGEST_DAYS = 92  # what is only known to lie in a span longer than three months has no place on the line


def timeline_points(view: View, cite: Citer) -> tuple[tuple[TimelinePoint, ...], int]:
    """Incidents of violence by day, and how many more are not drawn."""
    violent = [i for i in view.incidents.values() if _violent(view, i)]
    # Claimed ones first, then what most is told of: where there are too many, the least told stay away.
    violent.sort(key=lambda i: i.id not in view.claims_of)
    points = list(islice((p for i in violent if (p := _point(view, cite, i))), _MOST_POINTS))
    return tuple(sorted(points, key=lambda p: (p.earliest, p.latest, p.label))), len(violent) - len(points)


def _point(view: View, cite: Citer, incident: Incident) -> TimelinePoint | None:
    violent = [s for s in _violent(view, incident) if s.when and s.when.earliest and s.when.latest]
    claims = view.claims_of.get(incident.id, [])
    if not violent:
        return None
    best = plainest(view, incident, violent)
    when = fullest([s for s in violent if not is_assumed(s.when)] or violent).when
    if when is None or when.earliest is None or when.latest is None:
        return None
    if (when.latest - when.earliest).days > _LONGEST_DAYS:
        return None
    verdicts = [(c, v) for c in claims if (v := view.verdict(c.id, Side.EVENT))]
    marks = cite.mark(incident.statement_ids)
    return TimelinePoint(
        earliest=when.earliest,
        latest=when.latest,
        day=day_words(when) or phrases.DAY_NOT_KNOWN,
        is_assumed=is_assumed(when),
        label=bare_words(event_words(best, with_toll=False)),
        claimants=tuple(view.actor_name(c.claimant_id) for c, _ in verdicts),
        verdicts=tuple(v.name.value for _, v in verdicts),
        numbers=tuple(n for m in marks for n in m.numbers),
    )


def _violent(view: View, incident: Incident) -> list[ResolvedStatement]:
    told = view.of(incident.statement_ids)
    return [s for s in told if isinstance(e := s.statement.proposition, Event) and e.type in phrases.VIOLENT]
