"""When each voice on a tie was heard, stance by stance: denied at last and denied at first are two cases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from secondsource.records import DayRange, ResolvedStatement, Stance, TieVoice


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One stance of one voice, from the first day on which it was public to the last; None where no day is known."""

    stance: Stance
    days: DayRange | None


def heard(voice: TieVoice, statements: Mapping[str, ResolvedStatement]) -> tuple[Heard, ...]:
    """The stances of a voice, the one heard first coming first."""
    told: dict[Stance, list[DayRange]] = {}
    for statement_id in voice.statement_ids:
        item = statements.get(statement_id)
        if item is not None:
            days = told.setdefault(item.statement.stance, [])
            if item.known is not None and item.known.earliest and item.known.latest:
                days.append(item.known)
    found = [Heard(stance=stance, days=_span(days)) for stance, days in told.items()]
    return tuple(sorted(found, key=lambda h: (h.days.edtf if h.days else "9999", h.stance)))


def _span(days: list[DayRange]) -> DayRange | None:
    firsts = [d.earliest for d in days if d.earliest]
    lasts = [d.latest for d in days if d.latest]
    if not firsts or not lasts:
        return None
    first, last = min(firsts), max(lasts)
    edtf = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return DayRange(earliest=first, latest=last, edtf=edtf)
