"""Names that the text itself equates: abbreviations, translations, other and former names of organisations."""

from __future__ import annotations

from secondsource.read.english.draft import Draft
from secondsource.read.english.namings.equating import equate
from secondsource.read.english.namings.organisation_names import Range
from secondsource.read.english.parsed import ParsedText
from secondsource.records import Mention, Naming, Stance


def find_namings(parsed: ParsedText) -> list[Draft]:
    """Each equation of names of one organisation, once, at its first place."""
    return [
        Draft(
            span=parsed.span(*equated.evidence),
            chain=parsed.chain_at(equated.names[0][1] - 1),
            stance=Stance.ASSERTS,
            proposition=Naming(
                name=_mention(parsed, equated.names[0]),
                also=tuple(_mention(parsed, n) for n in equated.names[1:]),
            ),
        )
        for equated in equate(parsed)
    ]


def _mention(parsed: ParsedText, name: Range) -> Mention:
    found = parsed.mention_at(name[1] - 1)
    return Mention(
        span=parsed.span(*name), name=parsed.words(*name), kind=found.mention.kind if found else None
    )
