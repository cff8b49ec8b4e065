"""Whose rate and targets shifted: by incident, in the days covered, and never for a change of coverage alone."""

from __future__ import annotations

from secondsource.weigh.changes import Answer, Basis, Matter, Part, Shift, find_shifts
from tests.weigh.builder import Case
from tests.weigh.changes.series import FEW_THEN_MANY, STEADY_NEWS, G, case_of, day, shifts_of


def shift(case: Case, matter: Matter, basis: Basis = Basis.CLAIMED) -> Shift:
    [found] = [s for s in shifts_of(case) if (s.matter, s.basis, s.actor) == (matter, basis, G)]
    return found


def test_more_claims_among_steady_news_are_a_change_of_rate() -> None:
    found = shift(case_of(FEW_THEN_MANY, STEADY_NEWS), Matter.RATE)
    assert found.answer is Answer.CHANGED
    assert found.sentence.startswith(
        "11 attacks claimed in the 28 days from 2025-04-03 on, against 4 in the 92 before: odds 45 to 1 for a change,"
    )
    assert "23 documents on other matters cover the first stretch, 7 the second" in found.sentence
    assert (found.before, found.after) == (
        Part(attacks=4, days=92, documents=23),
        Part(attacks=11, days=28, documents=7),
    )


def test_an_attack_in_ten_papers_is_one() -> None:
    alone = shift(case_of(FEW_THEN_MANY, STEADY_NEWS), Matter.RATE)
    repeated = shift(
        case_of(FEW_THEN_MANY, STEADY_NEWS, outlets=[f"Paper {n}" for n in range(10)]), Matter.RATE
    )
    assert (repeated.attacks, repeated.odds) == (alone.attacks, alone.odds)


def test_more_claims_among_more_news_may_be_a_change_of_coverage() -> None:
    news = [*range(0, 90, 15), *range(90, 120)]
    found = shift(case_of(FEW_THEN_MANY, news), Matter.RATE)
    assert found.answer is Answer.COVERAGE
    assert "it may be one of what was collected, not of what was done" in found.sentence


def test_without_other_news_nobody_can_tell_rate_from_coverage() -> None:
    found = shift(case_of(FEW_THEN_MANY, ()), Matter.RATE)
    assert found.answer is Answer.COVERAGE
    assert "too few to tell a change of rate from one of what was collected" in found.sentence


def test_steady_claims_are_no_change() -> None:
    assert shift(case_of(range(0, 120, 10), STEADY_NEWS), Matter.RATE).answer is Answer.STEADY


def test_few_claims_are_too_few() -> None:
    found = shift(case_of([100, 105, 110, 115], STEADY_NEWS), Matter.RATE)
    assert found.answer is Answer.TOO_FEW
    assert "too few to tell" in found.sentence


def test_what_lies_before_the_days_covered_is_not_counted() -> None:
    case = case_of([100, 105, 110, 112, 115, 118], range(90, 120))
    case.page("Herald", day(119)).claim(G, when="2023-05-01", at="North", on="two power pylons")
    found = shift(case, Matter.RATE)
    assert found.attacks == 6
    assert "1 more is not counted" in found.sentence


def test_other_targets_are_a_change_of_choice() -> None:
    convoys = case_of(range(0, 60, 8), range(0, 120, 4))
    for n, on in enumerate(range(64, 120, 8)):
        place = ("Sorna", "Fort Bell", "Veshkan")[n % 3]
        convoys.page("Dispatch", day(on)).claim(G, when=day(on), at=place, on="two power pylons")
    found = shift(convoys, Matter.KINDS)
    assert found.answer is Answer.CHANGED
    assert "8 hit convoys and vehicles" in found.sentence
    assert "7 hit power lines and plants" in found.sentence


def test_what_others_lay_to_it_is_counted_beside_what_it_claims() -> None:
    case = case_of([10, 60], STEADY_NEWS)
    for on in range(70, 120, 6):
        case.page("Post", day(on)).event(by=G, when=day(on), at="Fort Bell", on="police post")
    assert shift(case, Matter.RATE).answer is Answer.TOO_FEW
    assert shift(case, Matter.RATE, Basis.NAMED).attacks == 11


def test_order_never_matters() -> None:
    case = case_of(FEW_THEN_MANY, STEADY_NEWS, targets=("army convoy", "two power pylons"))
    forth, back = case.derive(), case.derive(reverse=True)
    documents = case.documents()
    turned = dict(reversed(documents.items()))
    assert find_shifts(forth.evidence, forth.weighed.claims, documents) == find_shifts(
        back.evidence, back.weighed.claims[::-1], turned
    )
