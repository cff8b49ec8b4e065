"""Incidents that more than one origin tells: families, and every detail on which they differ, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.records import ByStatus, Event, EventType, Family, Incident, ResolvedStatement, Stance
from secondsource.show.brief import phrases
from secondsource.show.brief.citing import Citer
from secondsource.show.brief.claims import details_told, fullest
from secondsource.show.brief.days import is_assumed
from secondsource.show.brief.details import Detail, Version, incident_details
from secondsource.show.brief.parts import (
    Block,
    Bullets,
    Grounds,
    Line,
    Part,
    Row,
    Runs,
    Section,
    Style,
    Table,
    bare_words,
    capital,
    joined,
    name,
    say,
)
from secondsource.show.brief.telling import event_words, few, says_which, target_names, tellers, when_known
from secondsource.show.brief.view import View

_MOST_PARTS = 25
_MOST_LINES = 10
_MOST_APART = 2


def incident_title(view: View, incident: Incident) -> Runs:
    """What and when: "Attack on X near Y, 6 May 2021ᵃ"."""
    told = view.of(incident.statement_ids)
    if not told:
        return (say("An incident"),)
    written = [s for s in told if s.when and not is_assumed(s.when)]
    dated = fullest(written or [s for s in told if s.when] or told)
    return (*capital(event_words(plainest(view, incident, told), with_toll=False)), *when_known(dated))


def plainest(view: View, incident: Incident, told: list[ResolvedStatement]) -> ResolvedStatement:
    """The telling that names an incident: no denial, no figure that others dispute, not the claimant's if it can."""
    theirs = {s for f in view.families.get(incident.id, []) if f.is_claimants for s in f.statement_ids}
    asserted = [s for s in told if s.statement.stance is not Stance.DENIES] or told
    named = [s for s in asserted if says_which(s)] or asserted
    return max(named, key=lambda s: (*_is_plain(s), s.statement.id not in theirs, details_told(s)))


def _is_plain(resolved: ResolvedStatement) -> tuple[bool, bool, bool]:
    """If it says where, what was done rather than what came of it, and what was hit rather than how many or whose."""
    event = resolved.statement.proposition
    if not isinstance(event, Event):
        return (False, False, False)
    firsts = {n.partition(" ")[0].casefold() for n in target_names(event)}
    counts = not firsts.isdisjoint(phrases.COUNTING_WORDS) or any(f[:1].isdigit() for f in firsts)
    return (event.place is not None, event.type is not EventType.KILLING, bool(firsts) and not counts)


def incidents_section(view: View, cite: Citer) -> Section | None:
    """Incidents with several origins in full; those with one origin and no claim as one line each."""
    told = {i.id: view.of(i.statement_ids) for i in view.incidents.values()}
    several = [i for i in view.incidents.values() if len({view.origin(s).key for s in told[i.id]}) > 1]
    several.sort(key=lambda i: (-len(view.claims_of.get(i.id, [])), _day(told[i.id]), i.id))
    blocks: list[Block] = [_part(view, cite, i) for i in several[:_MOST_PARTS]]
    left_out = max(0, len(several) - _MOST_PARTS)
    apart = {i.id for i in several}
    single = [i for i in view.incidents.values() if i.id not in apart and _is_loose(view, i, told[i.id])]
    single.sort(key=lambda i: (_day(told[i.id]), i.id))
    if single:
        lines = tuple(_single_line(view, cite, i, told[i.id]) for i in single[:_MOST_LINES])
        blocks.append(Bullets(lead="Told by one origin, nobody named as having done it", lines=lines))
        left_out += max(0, len(single) - _MOST_LINES)
    if left_out:
        words = phrases.LEFT_OUT.format(
            count=left_out, what="incidents are", command="secondsource incidents"
        )
        blocks.append(Line(runs=(say(words),), grounds=Grounds.COUNT))
    return Section(key="incidents", title=phrases.INCIDENTS, blocks=tuple(blocks)) if blocks else None


def _part(view: View, cite: Citer, incident: Incident) -> Part:
    details = incident_details(view, incident)
    blocks: list[Line | Table | Bullets] = [_families_line(view, cite, incident)]
    if details:
        rows = [r for group in _same_tellers(view, details) for r in _detail_rows(view, cite, group)]
        blocks.append(Table(columns=phrases.DETAIL_COLUMNS, rows=tuple(rows)))
    denied = [s for s in view.of(incident.statement_ids) if s.statement.stance is Stance.DENIES]
    if denied:
        marks = cite.mark(s.statement.id for s in denied)
        blocks.append(Line(runs=(say("Denied by "), *tellers(view, denied), say(". "), *marks)))
    checks = view.findings_on(incident.statement_ids)
    blocks += [_check_line(view, cite, s) for s in checks]
    return Part(title=incident_title(view, incident), blocks=tuple(blocks))


def _families_line(view: View, cite: Citer, incident: Incident) -> Line:
    """How many documents and how many independent origins, and who they are."""
    told = view.of(incident.statement_ids)
    documents = len({s.statement.document_id for s in told})
    families = view.families.get(incident.id, [])
    others = [f for f in families if not f.is_claimants]
    runs: Runs = (say(phrases.counted(documents, "document")),)
    if families:
        claimants = [f for f in families if f.is_claimants]
        independent = phrases.counted(len(others), "origin") if others else "no origin"
        beside = " beside the claimant" if claimants else ""
        runs = (*runs, say(f", {independent}{beside}"))
        if others:
            runs = (*runs, say(": "), *joined([_family_words(view, cite, f) for f in others], "; "))
        if claimants:
            label = "; claimed by " if others else ": claimed by "
            runs = (*runs, say(label), *joined([_family_words(view, cite, f) for f in claimants], "; "))
        return Line(runs=(*runs, say(".")))
    return Line(runs=(*runs, say(": "), *tellers(view, told), say(". "), *cite.mark(incident.statement_ids)))


def _family_words(view: View, cite: Citer, family: Family) -> Runs:
    """The origins of a family, the claimant first if it is the claimant's."""
    claimants = {view.actor_name(c.claimant_id) for c in view.claims_of.get(family.incident_id, [])}
    names = list(dict.fromkeys(view.actor_name(o).replace(", in ", " in ") for o in family.origins))
    # An unnamed source in an outlet stands for the outlet too.
    names = [n for n in names if not any(other.endswith(f" in {n}") for other in names)]
    names.sort(key=lambda n: n not in claimants)
    runs: Runs = (name(names[0]),) if names else (say(phrases.NOT_SAID),)
    if len(names) > 1:
        runs = (*runs, say(" (with it "), *few(names[1:]), say(")"))
    marks = cite.mark(family.statement_ids)
    return (*runs, say(" "), *marks) if marks else runs


def _same_tellers(view: View, details: list[Detail]) -> list[list[Detail]]:
    """Details on which all who tell them agree, and which the same ones tell, go into one row."""
    groups: dict[tuple[str, ...], list[Detail]] = {}
    for detail in details:
        is_agreed = len(detail.versions) == 1
        who = bare_words(tellers(view, detail.versions[0].told)) if is_agreed else detail.label
        groups.setdefault((str(is_agreed), who), []).append(detail)
    return list(groups.values())


def _detail_rows(view: View, cite: Citer, group: list[Detail]) -> list[Row]:
    """One row a version where they can't all be right; else one row with what each adds."""
    if len(group) > 1:
        agreed = [d.versions[0] for d in group]
        told = list(dict.fromkeys(s for v in agreed for s in v.told))
        labels, words = ", ".join(d.label for d in group), joined([v.words for v in agreed], " · ")
        return [
            Row(cells=((say(labels),), words, _tellers(view, cite, [Version(words=(), told=tuple(told))])))
        ]
    detail = group[0]
    label: Runs = (say(detail.label),)
    if detail.differs:
        label = (*label, say(" (differs)", Style.STRONG))
        return [Row(cells=(label, v.words, _tellers(view, cite, [v]))) for v in detail.versions]
    words = joined([v.words for v in detail.versions], " / ")
    return [Row(cells=(label, words, _tellers(view, cite, detail.versions)))]


def _tellers(view: View, cite: Citer, versions: Sequence[Version]) -> Runs:
    """Who gives each version, in their order; all together where there are too many wordings to keep apart."""
    if len(versions) > _MOST_APART:
        everybody = list(dict.fromkeys(s for v in versions for s in v.told))
        return (*tellers(view, everybody), say(" "), *cite.mark(s.statement.id for s in everybody))
    told = [(*tellers(view, v.told), say(" "), *cite.mark(s.statement.id for s in v.told)) for v in versions]
    return joined(told, " / ")


def _check_line(view: View, cite: Citer, resolved: ResolvedStatement) -> Line:
    finding = resolved.statement.proposition
    words = phrases.OUTCOME_WORDS[finding.outcome] if hasattr(finding, "outcome") else ""
    return Line(
        runs=(
            say(f"{words[:1].upper()}{words[1:]}, says "),
            *tellers(view, [resolved]),
            say(". "),
            *cite.mark([resolved.statement.id]),
        )
    )


def _single_line(view: View, cite: Citer, incident: Incident, told: list[ResolvedStatement]) -> Line:
    first = fullest(told)
    return Line(
        runs=(
            *capital(event_words(first)),
            *when_known(first),
            say(": "),
            *tellers(view, told),
            say(". "),
            *cite.mark(incident.statement_ids),
        )
    )


def _is_loose(view: View, incident: Incident, told: list[ResolvedStatement]) -> bool:
    """True if it stands nowhere else in the brief: violent, nobody claims it, nobody is named."""
    events = [e for s in told if isinstance(e := s.statement.proposition, Event)]
    return (
        bool(events)
        and not view.claims_of.get(incident.id)
        and not any(by.status is not ByStatus.UNKNOWN for e in events for by in e.by)
        and any(e.type in phrases.VIOLENT for e in events)
        and any(says_which(s) for s in told)
    )


def _day(told: list[ResolvedStatement]) -> str:
    days = [s.when.earliest.isoformat() for s in told if s.when and s.when.earliest]
    return min(days, default="9999")
