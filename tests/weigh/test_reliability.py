"""What a case lets learn of its outlets: what counts for a record, which letter it earns, what it never decides."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from secondsource.errors import LexiconError
from secondsource.records import HolderKind, Reliability, Side, VerdictName
from secondsource.weigh.odds import load_odds
from secondsource.weigh.reliability import SHIPPED, Prior, Record, Records, Telling, letter, load_bands
from tests.weigh.builder import Case, Derived, grade

BANDS = load_bands()
PRIOR = Prior(usual=0.9, doubt=4.0)
POLICE = (("police", HolderKind.OFFICIAL),)


def telling(event: int, chance: float = 0.98, counts: float = 1.0) -> Telling:
    return Telling(who="herald", event=event, chance=chance, counts=counts)


def record(share: float, margin: float = 0.01, events: int = 20) -> Record:
    return Record(events=events, borne_out=share * events, share=share, margin=margin)


def many(number: int, *, papers: tuple[str, ...] = ("Herald", "Post")) -> Case:
    """Claims of different groups in two towns by turns, each told by every paper on its own account."""
    case = Case()
    for n in range(number):
        day = f"2025-{3 + n // 14:02}-{1 + 2 * (n % 14):02}"
        case.page("Dispatch", day).claim(f"Group {n}", when=day)
        for paper in papers:
            case.page(paper, day).event(
                when=day, words=f"{paper} counted {n + 20} holes in a convoy in Sorna on {day}."
            )
    return case


def learned(derived: Derived, outlet: str) -> Reliability | None:
    return next((r for r in derived.weighed.reliabilities if r.outlet == outlet), None)


@pytest.mark.parametrize(
    ("share", "expected"),
    [(0.99, "A"), (0.95, "A"), (0.94, "B"), (0.85, "B"), (0.7, "C"), (0.5, "D"), (0.49, "E"), (0.0, "E")],
)
def test_a_share_earns_the_letter_of_its_band(share: float, expected: str) -> None:
    assert letter(record(share), BANDS) == expected


@pytest.mark.parametrize("unsure", [record(0.9, margin=0.2), record(0.9, events=0)])
def test_what_is_too_few_to_tell_earns_no_letter(unsure: Record) -> None:
    assert letter(unsure, BANDS) is None


def test_each_event_that_is_borne_out_makes_the_share_surer() -> None:
    records = [Records([telling(n) for n in range(m)], PRIOR).of("herald") for m in range(12)]
    assert [r.events for r in records] == list(range(12))
    assert all(a.margin > b.margin and a.share < b.share for a, b in pairwise(records))


def test_who_told_nothing_has_the_usual_share() -> None:
    untold = Records([], PRIOR).of("herald")
    assert untold.events == 0
    assert untold.share == pytest.approx(PRIOR.usual)


def test_an_event_is_left_out_of_the_record_that_weighs_it() -> None:
    told = [telling(0, chance=0.1), telling(1), telling(2)]
    assert Records(told, PRIOR).of("herald", 0) == Records(told[1:], PRIOR).of("herald")


def test_what_is_mostly_copied_counts_for_little() -> None:
    own, copied = (Records([telling(n, counts=c) for n in range(9)], PRIOR).of("herald") for c in (1.0, 0.1))
    assert own.margin < copied.margin
    assert (letter(own, BANDS), letter(copied, BANDS)) != (None, None)
    assert letter(copied, BANDS) is None


def test_two_papers_that_bear_each_other_out_earn_a_letter_and_one_alone_earns_none() -> None:
    both, alone = many(12).derive(), many(12, papers=("Herald",)).derive()
    found = learned(both, "Herald")
    assert found is not None
    assert (found.events, found.grade in ("A", "B")) == (12, True)
    assert learned(alone, "Herald") is None


def test_who_prints_a_papers_words_is_not_graded_by_them() -> None:
    case = many(12)
    for page in [p for p in case.pages if p.outlet == "Herald"]:
        case.copy(page, "Mirror", page.published.edtf)
    assert learned(case.derive(), "Mirror") is None


def test_a_learned_letter_decides_no_verdict() -> None:
    case = many(12)
    day = "2025-06-01"
    case.page("Dispatch", day).claim("Lantern", when=day)
    case.page("Herald", day).event(when=day)
    derived = case.derive()
    found = learned(derived, "Herald")
    assert found is not None
    assert found.grade in ("A", "B")
    verdict = derived.verdict("Lantern")
    assert (verdict.name, verdict.credibility) == (VerdictName.PARTLY_CORROBORATED, 3)
    assert "one_graded_a_or_b" not in {
        r.rule for r in (*verdict.reasons, *derived.verdict("Lantern", Side.AUTHORSHIP).reasons)
    }


def test_a_persons_grade_wins_over_a_learned_one() -> None:
    case = many(12)
    case.judgements.append(grade("Herald", "D"))
    derived = case.derive()
    found = learned(derived, "Herald")
    assert found is not None
    assert found.grade in ("A", "B")  # still shown beside it
    weights = [w for v in derived.weighed.verdicts for w in v.weights if w.sentence.startswith("Herald")]
    assert weights
    assert all("Herald (graded D)" in w.sentence for w in weights)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("B = 0.85", 'B = "good"', r"least\.B is 'good', not a number"),
        ("C = 0.7 ", "C = 0.9 ", "must fall from A to E"),
        ("E = 0.0", "E = 0.1", "E begin at 0"),
        ("margin = 0.1", "", "told.margin is None"),
        ("format = 1\n", "format = 2\n", "format is 2"),
        ("[told]", "[tell]", r"unknown entry \[tell\]"),
    ],
)
def test_a_broken_table_of_bands_says_where(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = tmp_path / "grades.toml"
    text = SHIPPED.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(LexiconError, match=message):
        load_bands(path)


def test_the_usual_share_alone_is_too_few_to_tell() -> None:
    odds = load_odds()
    prior = Prior(usual=odds.records["usual_report"], doubt=odds.records["doubt"])
    untold = Records([], prior).of("nobody")
    assert letter(replace(untold, events=1), replace(BANDS, margin=untold.margin - 0.001)) is None
