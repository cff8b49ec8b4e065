"""What evidence would change a verdict."""

from __future__ import annotations

from secondsource.match.tellings import event_of
from secondsource.records import Side, VerdictName
from secondsource.weigh.dossier import Dossier
from secondsource.weigh.evidence import listed


def missing_evidence(dossier: Dossier, side: Side, name: VerdictName) -> tuple[str, ...]:
    """One sentence or two for each verdict; none where nothing more is asked for."""
    found = _event(dossier, name) if side is Side.EVENT else _authorship(dossier, name)
    return tuple(found)


def _event(dossier: Dossier, name: VerdictName) -> list[str]:
    who, where = dossier.claimant, _where(dossier)
    if name is VerdictName.NOT_ADDRESSED:
        return [f"A report{where} by anybody who doesn't rest on {who}."]
    if name is VerdictName.UNCORROBORATED:
        return [f"A report{where} by somebody who was there, or a record of damage or casualties."]
    if name is VerdictName.CONTRADICTED:
        return [f"A report{where} by somebody independent, and on what the contradiction rests."]
    if name is VerdictName.PARTLY_CORROBORATED:
        differing = sorted({d for r in dossier.reports for d in r.agreement.other})
        if differing:
            return [f"A source that was there and settles the {listed(differing)}."]
        return ["A second origin, independent of the first, that agrees in day, place and target."]
    return ["On what the denial rests."] if any(d.is_of_event for d in dossier.denials) else []


def _authorship(dossier: Dossier, name: VerdictName) -> list[str]:
    if name is VerdictName.NOT_ADDRESSED:
        return [f"Anybody independent of {dossier.claimant} who says who did it."]
    if name is VerdictName.CONTESTED:
        return ["Evidence that tells the named perpetrators apart, such as details only the doer can know."]
    if name is VerdictName.PARTLY_CORROBORATED:
        return [f"A second independent origin that names {dossier.claimant} by its own word."]
    if name is VerdictName.UNCORROBORATED:
        return ["A check of who did it that came to a result."]
    return []


def _where(dossier: Dossier) -> str:
    """The first telling's place and day, in its own words."""
    for item in dossier.statements:
        event = event_of(item)
        place = event.place.name if event.place else (item.place.place.name if item.place else None)
        day = item.when.edtf if item.when else None
        words = [f"from {place}"] if place else []
        words += [f"on {day}"] if day else []
        if words:
            return " " + " ".join(words)
    return ""
