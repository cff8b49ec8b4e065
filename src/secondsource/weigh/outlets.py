"""What a case lets learn of each outlet: its record as a grade, where that can be told."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.records import Reliability
from secondsource.weigh.evidence import Evidence
from secondsource.weigh.odds import Odds
from secondsource.weigh.probability import Borne, reporters
from secondsource.weigh.reliability import Bands, letter, load_bands


def learn_reliabilities(
    evidence: Evidence, claims: Sequence[Borne], odds: Odds, bands: Bands | None = None
) -> tuple[Reliability, ...]:
    """Of each outlet, by name, that told claimed events of which others speak too."""
    bands = bands or load_bands()
    records = reporters(claims, odds)
    published = {d.outlet: d.id for d in evidence.documents.values() if d.outlet}
    found = []
    for outlet, document_id in sorted(published.items()):
        record = records.of(evidence.outlet(document_id).key)
        if record.events:
            found.append(
                Reliability(
                    outlet=outlet,
                    grade=letter(record, bands),
                    events=record.events,
                    borne_out=round(record.borne_out, 3),
                    share=round(record.share, 3),
                    margin=round(record.margin, 3),
                )
            )
    return tuple(found)
