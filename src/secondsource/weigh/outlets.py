"""What a case lets learn of each outlet: its record as a grade, where that can be told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from secondsource.records import Reliability
from secondsource.weigh.evidence import Evidence
from secondsource.weigh.odds import Odds
from secondsource.weigh.probability import Borne, words_of_others
from secondsource.weigh.reliability import (
    Bands,
    Prior,
    Records,
    Telling,
    chance,
    letter,
    load_bands,
    log_odds,
)


def learn_reliabilities(
    evidence: Evidence, claims: Sequence[Borne], odds: Odds, bands: Bands | None = None
) -> tuple[Reliability, ...]:
    """Of each outlet, by name, that told claimed events of which others speak too."""
    bands = bands or load_bands()
    records = records_of_reporters(claims, odds)
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


def records_of_reporters(claims: Sequence[Borne], odds: Odds) -> Records:
    """How far what each origin reports was so, by its key, as far as others let see."""
    prior = Prior(usual=odds.records["usual_report"], doubt=odds.records["doubt"])
    return Records(_tellings(claims, odds), prior)


def _tellings(claims: Sequence[Borne], odds: Odds) -> Iterator[Telling]:
    """What others say of each report, from the usual share on; what its outlet took back was not so.

    What an outlet tells in its own voice counts for the share that is its own, so that who copies is not graded by
    what it copies. Where nobody else speaks nothing is learned.
    """
    usual = log_odds(odds.records["usual_report"])
    for event, bearing, others in words_of_others(claims, odds):
        is_withdrawn = bearing.entry == "taken_back"
        is_spoken_of = any(p.bearing.entry != "silent_coverage" for p in others)
        if bearing.origin is None or not (is_withdrawn or is_spoken_of):
            continue
        yield Telling(
            who=bearing.origin,
            event=event,
            chance=0.0 if is_withdrawn else chance(usual + sum(p.value for p in others)),
            counts=bearing.habit.own_share(odds.habits["hidden"]) if bearing.habit is not None else 1.0,
        )
