"""What doesn't fit: assumed years, differing details, denials beside reports, charges that rest on nobody named."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from secondsource.records import ByStatus, Claim, Event, Incident, Outcome, ResolvedStatement, Stance
from secondsource.show.brief import phrases
from secondsource.show.brief.citing import Citer
from secondsource.show.brief.claims import attack_claims, claim_day
from secondsource.show.brief.days import date_words, day_words, is_assumed
from secondsource.show.brief.details import Detail, incident_details
from secondsource.show.brief.folding import folded
from secondsource.show.brief.incidents import incident_title
from secondsource.show.brief.parts import (
    Block,
    Bullets,
    Grounds,
    Line,
    Runs,
    Section,
    Style,
    bare_words,
    joined,
    name,
    say,
)
from secondsource.show.brief.telling import day_of, event_words, tellers
from secondsource.show.brief.view import View
from secondsource.weigh import Misfit, find_misfits

_MOST_LINES = 12  # of each kind
_FIGURES = frozenset({"day", "killed", "injured", "abducted"})


def misfits_section(view: View, cite: Citer) -> Section | None:
    """One line a misfit, those that touch a day first."""
    misfits = find_misfits(view.evidence)
    kinds = (
        _later_than_told(view, cite),
        _years(view, cite, misfits),
        _assumed_alone(view, cite),
        _differing(view, cite),
        _denied(view, cite),
        _unclaimed_but_claimed(view, cite),
        _unsourced(view, cite),
        _spellings(view, cite),
    )
    # Lazily: a line beyond the limit would take numbers for quotes that nobody sees.
    found = [list(islice(lines, _MOST_LINES)) for lines in kinds]
    lines = tuple(line for kind in found for line in kind)
    if not lines:
        return None
    blocks: list[Block] = [Bullets(lines=lines)]
    if any(len(kind) == _MOST_LINES for kind in found):
        words = f"Of each kind no more than {phrases.number(_MOST_LINES)} are shown."
        blocks.append(Line(runs=(say(words),), grounds=Grounds.COUNT))
    return Section(key="misfits", title=phrases.MISFITS, blocks=tuple(blocks))


def _later_than_told(view: View, cite: Citer) -> Iterator[Line]:
    """Events whose day lies after the day on which the document became public."""
    for resolved in view.of_kind(Event):
        when, known = resolved.when, resolved.known
        if when and known and when.earliest and known.latest and when.earliest > known.latest:
            runs: Runs = (
                say("A day after its own report", Style.EMPHASIS),
                say(": "),
                *event_words(resolved),
                say(f", told for {date_words(when.earliest)} by a document of {date_words(known.latest)}. "),
                *cite.mark([resolved.statement.id]),
            )
            yield Line(runs=runs)


def _years(view: View, cite: Citer, misfits: tuple[Misfit, ...]) -> Iterator[Line]:
    """Days that are alike but for the year, one of which may be assumed or wrong."""
    for misfit in misfits:
        told = view.of(misfit.statement_ids)
        if misfit.kind != "year" or len(told) < 2 or not _touches(view, misfit):
            continue
        assumed = [s for s in told if is_assumed(s.when)]
        first = (assumed or told)[0]
        own_words = bare_words(day_of(first))
        others = [s for s in told if bare_words(day_of(s)) != own_words]
        if not others:
            continue
        runs: Runs = (
            say("The year", Style.EMPHASIS),
            say(": "),
            *event_words(first, with_toll=False),
            say(", "),
            *day_of(first),
            say(", says " if not assumed else ", where the year is assumed, says "),
            *tellers(view, [first]),
            say("; "),
            *joined(dict.fromkeys((*day_of(s), say(", says "), *tellers(view, [s])) for s in others), "; "),
            say(". "),
            *cite.mark([first.statement.id], (s.statement.id for s in others)),
        )
        yield Line(runs=runs)


def _assumed_alone(view: View, cite: Citer) -> list[Line]:
    """Claims whose year rests on the day of publication and on nothing else."""
    told = [c for c in attack_claims(view) if _nobody_wrote_the_year(view, c)]
    if not told:
        return []
    what = "One claim has" if len(told) == 1 else f"{phrases.number(len(told)).capitalize()} claims have"
    words = f"{what} a year that nobody wrote; a document with a written date would settle it: "
    parts: list[Runs] = [
        (
            name(view.actor_name(c.claimant_id)),
            say(", "),
            *claim_day(view, c),
            say(" "),
            *cite.mark(c.statement_ids),
        )
        for c in told[:_MOST_LINES]
    ]
    return [Line(runs=(say(words), *joined(parts, "; "), say(".")))]


def _nobody_wrote_the_year(view: View, claim: Claim) -> bool:
    """True if neither the claim nor anybody who tells of the same incident writes its year."""
    incident = view.incidents.get(claim.incident_id)
    told = view.of((*claim.statement_ids, *(incident.statement_ids if incident else ())))
    dated = [s for s in told if s.when]
    return bool(dated) and all(is_assumed(s.when) for s in dated)


def _touches(view: View, misfit: Misfit) -> bool:
    return any(i in view.incidents for i in misfit.incident_ids)


def _differing(view: View, cite: Citer) -> Iterator[Line]:
    """Tolls and days on which the tellers of one incident differ."""
    for incident in view.incidents.values():
        for detail in incident_details(view, incident):
            if detail.differs and detail.label in _FIGURES:
                what = "days" if detail.label == "day" else f"figures of the {detail.label}"
                alone = ", one origin against the rest" if _is_one_alone(view, incident, detail) else ""
                head: Runs = (say(f"Differing {what}{alone}", Style.EMPHASIS), say(": "))
                title = incident_title(view, incident)
                yield Line(runs=(*head, *title, say(": "), *_versions(view, cite, detail), say(".")))


def _is_one_alone(view: View, incident: Incident, detail: Detail) -> bool:
    """True if one family stands against two or more that agree; documents of one family count once."""
    family_of = {s: f.id for f in view.families.get(incident.id, []) for s in f.statement_ids}
    voices = [{family_of.get(s.statement.id, s.statement.id) for s in v.told} for v in detail.versions]
    return (
        len(voices) == 2
        and min(map(len, voices)) == 1
        and len(max(voices, key=len) - min(voices, key=len)) > 1
    )


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


def _denied(view: View, cite: Citer) -> Iterator[Line]:
    """Incidents that one origin reports and another denies."""
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
            yield Line(runs=runs)


def _unclaimed_but_claimed(view: View, cite: Citer) -> Iterator[Line]:
    """Events of which one document says that nobody claims them, and which a group claims elsewhere."""
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
            yield Line(runs=runs)


def _unsourced(view: View, cite: Citer) -> list[Line]:
    """Violence laid at a group's door in a document's own voice, with nobody named who says so."""
    told = [s for s in view.of_kind(Event) if _names_somebody(s) and view.origin(s).is_own_voice]
    if not told:
        return []
    what = (
        "One statement names"
        if len(told) == 1
        else f"{phrases.number(len(told)).capitalize()} statements name"
    )
    words = f"{what} who did it on no named source: told by "
    marks = cite.mark(s.statement.id for s in told[:_MOST_LINES])
    return [Line(runs=(say(words), *tellers(view, told), say(". "), *marks))]


def _names_somebody(resolved: ResolvedStatement) -> bool:
    event = resolved.statement.proposition
    return (
        isinstance(event, Event)
        and event.type in phrases.VIOLENT
        and any(by.status in (ByStatus.ACCUSED, ByStatus.REPORTED) for by in event.by)
    )


def _spellings(view: View, cite: Citer) -> Iterator[Line]:
    """Spellings that were joined without anybody saying that they are one name."""
    for actor_id, aliases in view.aliases.items():
        joined_by_key = [a for a in aliases if a.joined_by == "same key"]
        names = list(dict.fromkeys(a.name for a in joined_by_key if view.said_of(actor_id)))
        if len({folded(n) for n in names}) > 1:
            marks = cite.mark(s for a in joined_by_key for s in a.statement_ids[:1])
            words: Runs = (*joined([(name(n, Style.QUOTE),) for n in names]), say(": one name by spelling"))
            if marks:
                yield Line(runs=(*words, say(", joined without anybody saying so. "), *marks))
