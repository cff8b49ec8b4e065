"""What doesn't fit: assumed years, differing details, denials beside reports, charges that rest on nobody named."""

from __future__ import annotations

from secondsource.records import ByStatus, Event, Outcome, ResolvedStatement, Stance
from secondsource.show.brief import phrases
from secondsource.show.brief.citing import Citer
from secondsource.show.brief.days import date_words, day_words, is_assumed
from secondsource.show.brief.details import Detail, incident_details
from secondsource.show.brief.folding import folded
from secondsource.show.brief.incidents import incident_title
from secondsource.show.brief.parts import Bullets, Line, Runs, Section, Style, joined, name, say
from secondsource.show.brief.telling import event_words, tellers
from secondsource.show.brief.view import View, is_own_voice

_MOST_LINES = 12  # of each kind


def misfits_section(view: View, cite: Citer) -> Section | None:
    """One line a misfit, those that touch a day first."""
    lines = [
        *_later_than_told(view, cite),
        *_assumed_beside_written(view, cite),
        *_differing(view, cite),
        *_denied(view, cite),
        *_unclaimed_but_claimed(view, cite),
        *_unsourced(view, cite),
        *_spellings(view, cite),
    ]
    if not lines:
        return None
    return Section(key="misfits", title=phrases.MISFITS, blocks=(Bullets(lines=tuple(lines)),))


def _later_than_told(view: View, cite: Citer) -> list[Line]:
    """Events whose day lies after the day on which the document became public."""
    lines = []
    for resolved in view.of_kind(Event):
        when, known = resolved.when, resolved.known
        if when and known and when.earliest and known.latest and when.earliest > known.latest:
            runs: Runs = (
                name("A day after its own report", Style.EMPHASIS),
                say(": "),
                *event_words(resolved),
                say(f", told for {date_words(when.earliest)} by a document of {date_words(known.latest)}. "),
                *cite.mark([resolved.statement.id]),
            )
            lines.append(Line(runs=runs))
    return lines[:_MOST_LINES]


def _assumed_beside_written(view: View, cite: Citer) -> list[Line]:
    """Incidents that one document dates with a year that nobody wrote there, another with a written one."""
    lines = []
    for incident in view.incidents.values():
        told = [s for s in view.of(incident.statement_ids) if s.when and s.when.earliest]
        assumed = [s for s in told if is_assumed(s.when)]
        written = [s for s in told if not is_assumed(s.when)]
        years = {s.when.earliest.year for s in written if s.when and s.when.earliest}
        odd = [
            s for s in assumed if s.when and s.when.earliest and years and s.when.earliest.year not in years
        ]
        if odd:
            marks = cite.mark((s.statement.id for s in odd), (s.statement.id for s in written))
            says = (
                f": the year is assumed here and written as {phrases.listed([str(y) for y in sorted(years)])}"
            )
            lines.append(Line(runs=(*incident_title(view, incident), say(f"{says} elsewhere. "), *marks)))
    return lines[:_MOST_LINES]


def _differing(view: View, cite: Citer) -> list[Line]:
    """Tolls and days on which the tellers of one incident differ."""
    lines = []
    for incident in view.incidents.values():
        for detail in incident_details(view, incident):
            if detail.differs and detail.label in ("day", "killed", "injured", "abducted"):
                what = "days" if detail.label == "day" else f"figures of the {detail.label}"
                head: Runs = (say(f"Differing {what}", Style.EMPHASIS), say(": "))
                title = incident_title(view, incident)
                lines.append(Line(runs=(*head, *title, say(": "), *_versions(view, cite, detail), say("."))))
    return lines[:_MOST_LINES]


def _versions(view: View, cite: Citer, detail: Detail) -> Runs:
    return joined(
        [
            (
                *v.words,
                say(", says "),
                *tellers(view, v.told),
                say(" "),
                *cite.mark(s.statement.id for s in v.told),
            )
            for v in detail.versions
        ],
        "; ",
    )


def _denied(view: View, cite: Citer) -> list[Line]:
    """Incidents that one origin reports and another denies."""
    lines = []
    for incident in view.incidents.values():
        told = view.of(incident.statement_ids)
        denied = [s for s in told if s.statement.stance is Stance.DENIES]
        others = [s for s in told if s.statement.stance is not Stance.DENIES]
        if denied and others:
            marks = cite.mark((s.statement.id for s in others), (s.statement.id for s in denied))
            runs: Runs = (
                say("Told and denied", Style.EMPHASIS),
                say(": "),
                *incident_title(view, incident),
                say(": told by "),
                *tellers(view, others),
                say("; denied by "),
                *tellers(view, denied),
                say(". "),
                *marks,
            )
            lines.append(Line(runs=runs))
    return lines[:_MOST_LINES]


def _unclaimed_but_claimed(view: View, cite: Citer) -> list[Line]:
    """Events of which one document says that nobody claims them, and which a group claims elsewhere."""
    lines = []
    for resolved, finding in view.findings():
        incident = view.incident_of(finding.of) if finding.of else None
        claims = view.claims_of.get(incident.id, []) if incident else []
        if finding.outcome is Outcome.UNCLAIMED and incident and claims:
            who = dict.fromkeys(view.actor_name(c.claimant_id) for c in claims)
            told = day_words(resolved.known)
            marks = cite.mark([resolved.statement.id], (s for c in claims for s in c.statement_ids))
            runs: Runs = (
                say("Unclaimed and claimed", Style.EMPHASIS),
                say(": "),
                *incident_title(view, incident),
                say(": nobody had claimed it" + (f" by {told}" if told else "") + ", says "),
                *tellers(view, [resolved]),
                say("; it is claimed by "),
                *joined([(name(n),) for n in who], " and "),
                say(". "),
                *marks,
            )
            lines.append(Line(runs=runs))
    return lines[:_MOST_LINES]


def _unsourced(view: View, cite: Citer) -> list[Line]:
    """Violence laid at a group's door in a document's own voice, with nobody named who says so."""
    told = [s for s in view.of_kind(Event) if _names_somebody(s) and is_own_voice(s)]
    if not told:
        return []
    what = phrases.counted(len(told), "statement names", "statements name")
    verb = "rests" if len(told) == 1 else "rest"
    words = f"{what} who did it and {verb} on no named source: told by "
    marks = cite.mark(s.statement.id for s in told[:_MOST_LINES])
    return [Line(runs=(say(words), *tellers(view, told), say(". "), *marks))]


def _names_somebody(resolved: ResolvedStatement) -> bool:
    event = resolved.statement.proposition
    return (
        isinstance(event, Event)
        and event.type in phrases.VIOLENT
        and any(by.status in (ByStatus.ACCUSED, ByStatus.REPORTED) for by in event.by)
    )


def _spellings(view: View, cite: Citer) -> list[Line]:
    """Spellings that were joined without anybody saying that they are one name."""
    lines = []
    for actor_id, aliases in view.aliases.items():
        joined_by_key = [a for a in aliases if a.joined_by == "same key"]
        names = list(dict.fromkeys(a.name for a in joined_by_key if view.said_of(actor_id)))
        if len({folded(n) for n in names}) > 1:
            marks = cite.mark(s for a in joined_by_key for s in a.statement_ids[:1])
            words: Runs = (*joined([(name(n, Style.QUOTE),) for n in names]), say(": one name by spelling"))
            if marks:
                lines.append(Line(runs=(*words, say(", joined without anybody saying so. "), *marks)))
    return lines[:_MOST_LINES]
