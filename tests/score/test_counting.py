"""How pairs, misses and false statements add up."""

from __future__ import annotations

import pytest

from secondsource.records import ByStatus, Span
from secondsource.score import Scored, TextToScore, score
from secondsource.score.accounts import Account
from tests.score.accounts import GREEN, SENTENCE, event, told

TEXT = "Red Banner Front said it attacked a convoy. " * 40
NEXT = Span(start=100, end=160)


def scored(annotated: list[Account], read: list[Account]) -> Scored:
    return score([TextToScore(name="alun", text=TEXT, annotated=tuple(annotated), read=tuple(read))])


def counts(of: Scored, kind: str = "all") -> tuple[float, int, int]:
    """(credit, read, annotated) of a kind."""
    [found] = [k for k in of.kinds if k.name == kind]
    return round(found.credit, 9), found.read, found.annotated


def test_all_that_is_right_scores_one() -> None:
    found = scored([told(event()), told(event(), at=NEXT)], [told(event()), told(event(), at=NEXT)])
    assert found.reading_score == 1
    assert not found.errors
    assert [c.f1 for c in found.texts] == [1]


def test_a_miss_costs_recall_and_a_false_one_precision() -> None:
    [everything, *_] = scored([told(event()), told(event(), at=NEXT)], [told(event())]).kinds
    assert (everything.precision, everything.recall) == (1, 0.5)
    [everything, *_] = scored([told(event())], [told(event()), told(event(), at=NEXT)]).kinds
    assert (everything.precision, everything.recall) == (0.5, 1)


def test_nothing_read_scores_nothing_and_divides_by_nothing() -> None:
    assert scored([told(event())], []).reading_score == 0
    assert scored([], []).reading_score == 0


def test_each_statement_is_used_once() -> None:
    assert counts(scored([told(event())], [told(event()), told(event())])) == (1, 2, 1)


def test_the_better_pair_goes_first() -> None:
    found = scored([told(event(by=GREEN)), told(event())], [told(event()), told(event(by=GREEN))])
    assert found.reading_score == 1


@pytest.mark.parametrize(
    ("read", "counted"),
    [
        ([], (0, 0, 0)),
        ([told(event())], (0, 0, 0)),
        ([told(event()), told(event())], (0, 0, 0)),
        ([told(event(), at=NEXT)], (0, 1, 0)),
    ],
)
def test_what_is_optional_neither_helps_nor_hurts(
    read: list[Account], counted: tuple[float, int, int]
) -> None:
    assert counts(scored([told(event(), is_optional=True)], read)) == counted


def test_required_statements_choose_before_optional_ones() -> None:
    annotated = [told(event(), is_optional=True), told(event(ByStatus.ACCUSED))]
    assert counts(scored(annotated, [told(event())]))[1:] == (1, 1)


def test_a_claim_read_as_a_report_is_no_claim_found() -> None:
    found = scored([told(event())], [told(event(ByStatus.REPORTED))])
    assert counts(found, "claims") == (0, 0, 1)
    assert counts(found, "event")[1:] == (1, 1)
    found = scored([told(event(ByStatus.REPORTED))], [told(event())])
    assert counts(found, "claims") == (0, 1, 0)


@pytest.mark.parametrize(
    ("annotated", "read", "paired"),
    [
        (SENTENCE, Span(start=40, end=100), True),
        (SENTENCE, Span(start=55, end=115), False),
        (SENTENCE, Span(start=10, end=20), True),
        (SENTENCE, Span(start=0, end=600), True),
        (SENTENCE, Span(start=0, end=601), False),
        (Span(start=0, end=400), Span(start=0, end=800), True),
        (SENTENCE, NEXT, False),
    ],
)
def test_only_evidence_of_one_place_is_paired(annotated: Span, read: Span, paired: bool) -> None:
    assert (counts(scored([told(event(), at=annotated)], [told(event(), at=read)]))[0] == 1) is paired


def test_each_error_says_what_was_annotated_and_what_was_read() -> None:
    found = scored(
        [told(event()), told(event(), at=NEXT)],
        [told(event(ByStatus.ACCUSED)), told(event(by=GREEN), at=Span(start=300, end=340))],
    )
    by, missed, false = found.errors
    assert (by.error, by.annotated, by.read) == (
        "by",
        "Red Banner Front (claimed)",
        "Red Banner Front (accused)",
    )
    assert (missed.error, missed.words, missed.read) == ("missed", TEXT[100:160], None)
    assert missed.annotated == "the text itself asserts: type attack · by Red Banner Front (claimed)"
    assert (false.error, false.annotated) == ("false", None)
    assert "Green Column" in (false.read or "")
