"""Which tellings become one incident, and which stay apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.match import join_incidents
from secondsource.match.decisions import incident_id
from secondsource.records import EventType, HolderKind, JudgementKind, ResolvedStatement
from tests.weigh.builder import Case, judgement

G = "Hammer"
PAIRS: dict[str, tuple[bool, Callable[[Case], object]]] = {}


def pair(*, is_one: bool) -> Callable[[Callable[[Case], object]], Callable[[Case], object]]:
    """Registers two tellings with whether they are of one incident."""

    def add(write: Callable[[Case], object]) -> Callable[[Case], object]:
        PAIRS[write.__name__] = (is_one, write)
        return write

    return add


@pair(is_one=True)
def same_day_place_and_target(case: Case) -> None:
    case.page("A").event()
    case.page("B").event()


@pair(is_one=True)
def three_tolls_and_two_dates(case: Case) -> None:
    case.page("A").event(killed=3)
    case.page("B").event(killed=5)
    case.page("C").event(killed=11, when="2025-03-04")


@pair(is_one=True)
def the_province_alone_with_the_same_target_and_toll(case: Case) -> None:
    case.page("A").event(killed=3)
    case.page("B").event(at="North", precision=4, killed=3)


@pair(is_one=True)
def a_place_no_gazetteer_knows(case: Case) -> None:
    case.page("A").event(at="Lower Mill")
    case.page("B").event(at="Lower Mill")


@pair(is_one=True)
def a_base_beside_the_airport(case: Case) -> None:
    case.page("A").event(at="Fort Bell", on="Fort Bell")
    case.page("B").event(at="Sorna airport", on=None)


@pair(is_one=True)
def two_targets_at_one_airport(case: Case) -> None:
    case.page("A").event(at="Sorna airport", on="military helicopter")
    case.page("B").event(at="Sorna airport", on="cargo warehouse")


@pair(is_one=True)
def no_place_but_day_target_and_toll(case: Case) -> None:
    case.page("A").event(at=None, on="military helicopter", killed=2)
    case.page("B").event(on="army helicopter", killed=2)


@pair(is_one=True)
def a_bare_claim_after_the_report_in_one_text(case: Case) -> None:
    page = case.page("A").event(on="market", killed=3)
    page.filler("The stalls were to open again in a week, the traders said. " * 12)
    page.claim(G, at=None, when=None, on=None)


@pair(is_one=True)
def the_next_sentence_goes_on(case: Case) -> None:
    case.page("A").event().event(at=None, when=None, on=None, killed=4)


@pair(is_one=True)
def the_same_day_of_another_year_that_was_assumed(case: Case) -> None:
    case.page("A").event(when="2025-03-11", assumed=True, on="two soldiers", at="Fort Bell", killed=3)
    case.page("B", "2024-03-12").event(when="2024-03-11", on="two soldiers", at="Fort Bell", killed=3)


@pair(is_one=True)
def a_month_with_an_assumed_year_and_a_written_day(case: Case) -> None:
    case.page("A", "2025-05-01").event(
        when="2025-03-01/2025-03-31", assumed=True, at="Fort Bell", on="base", killed=3
    )
    case.page("B", "2024-03-12").event(when="2024-03-11", at="Fort Bell", on="base", killed=3)


@pair(is_one=True)
def news_without_a_day(case: Case) -> None:
    case.page("A", "2025-03-04").event(when=None, killed=3)
    case.page("B").event(killed=3)


@pair(is_one=False)
def another_written_year(case: Case) -> None:
    case.page("A").event(when="2025-03-03")
    case.page("B").event(when="2024-03-03")


@pair(is_one=True)
def a_text_that_looks_back_to_another_year(case: Case) -> None:
    case.page("A").claim(G, when="2025-03-03")
    case.page("B", "2025-04-20").claim(G, when="2024-03-03")


@pair(is_one=False)
def an_attack_on_the_anniversary(case: Case) -> None:
    case.page("A").claim(G, when="2025-03-03")
    case.page("B", "2024-03-04").claim(G, when="2024-03-03")


@pair(is_one=False)
def an_assumed_year_where_nothing_else_fits(case: Case) -> None:
    case.page("A").event(when="2025-03-03", assumed=True, on="market")
    case.page("B").event(when="2024-03-03", on="army base")


@pair(is_one=False)
def two_of_a_day_of_attacks_that_one_text_tells(case: Case) -> None:
    page = case.page("A")
    page.event(on="a judge", killed=1)
    page.event(on="two drivers", killed=2)


@pair(is_one=True)
def two_tolls_that_one_text_gives_by_two_holders(case: Case) -> None:
    page = case.page("A")
    page.event(on="a judge", killed=1)
    page.police(on="two drivers", killed=2)


@pair(is_one=False)
def four_days_apart(case: Case) -> None:
    case.page("A").event()
    case.page("B").event(when="2025-03-07")


@pair(is_one=False)
def another_town(case: Case) -> None:
    case.page("A").event()
    case.page("B").event(at="Veshkan")


@pair(is_one=False)
def the_same_town_and_day_but_a_market_and_a_checkpoint(case: Case) -> None:
    case.page("A").event(on="market")
    case.page("B").event(on="checkpoint")


@pair(is_one=False)
def the_country_alone(case: Case) -> None:
    case.page("A").event(on="army convoy")
    case.page("B").event(at="Sedrania", precision=6, on=None)


@pair(is_one=False)
def last_year(case: Case) -> None:
    case.page("A").event()
    case.page("B").event(when="2025-01-01/2025-12-31")


@pair(is_one=False)
def an_abduction_and_a_bombing(case: Case) -> None:
    case.page("A").event(kind=EventType.ABDUCTION)
    case.page("B").event(kind=EventType.BOMBING)


@pair(is_one=False)
def two_bare_claims_in_two_texts(case: Case) -> None:
    case.page("A").claim(G, at=None, when=None, on=None)
    case.page("B").claim(G, at=None, when=None, on=None)


@pair(is_one=False)
def two_attacks_listed_in_one_sentence(case: Case) -> None:
    case.page("A").claim(G, on="army base", at=None).claim(G, on="helicopter", at=None, inside=True)


@pair(is_one=False)
def news_without_a_day_from_before_the_day(case: Case) -> None:
    case.page("A", "2025-02-01").event(when=None, killed=3)
    case.page("B").event(killed=3)


def statements(case: Case) -> list[ResolvedStatement]:
    return [s for p in case.pages for s in p.statements()]


@pair(is_one=True)
def a_base_that_one_names_as_its_target(case: Case) -> None:
    case.page("A").claim(G, on="Fort Bell", at=None)
    case.page("B").claim(G, on=None, at="Fort Bell")


@pair(is_one=True)
def a_text_that_looks_back_without_a_day(case: Case) -> None:
    case.page("A").claim(G, on="army convoy", killed=3)
    case.page("B", "2025-06-20").claim(G, on="army convoy", killed=3, when=None)


@pair(is_one=False)
def the_same_place_and_group_without_a_day_but_another_target(case: Case) -> None:
    case.page("A").claim(G, on="market", killed=3)
    case.page("B", "2025-06-20").claim(G, on="checkpoint", killed=9, when=None)


@pair(is_one=False)
def two_rows_of_one_data_set(case: Case) -> None:
    row = (("Record of Attacks", HolderKind.DATA_SET),)
    case.page("A").event(chain=row, killed=3)
    case.page("B").event(chain=row, killed=4)


@pytest.mark.parametrize("name", PAIRS)
def test_pair_is_one_incident_or_two(name: str) -> None:
    is_one, write = PAIRS[name]
    case = Case()
    write(case)
    incidents = join_incidents(statements(case))
    assert (len(incidents) == 1) is is_one, [i.joined_by for i in incidents]


@pytest.mark.parametrize("name", [n for n, (is_one, _) in PAIRS.items() if is_one])
def test_joined_incident_says_why(name: str) -> None:
    case = Case()
    PAIRS[name][1](case)
    (incident,) = join_incidents(statements(case))
    assert incident.joined_by
    assert all(s.endswith(".") for s in incident.joined_by)


def test_a_day_long_series_in_one_town_stays_apart() -> None:
    case = Case()
    targets = ("market", "police checkpoint", "a girls' school", "oil pipeline", "mosque", "two bridges")
    for outlet in ("A", "B", "C"):
        page = case.page(outlet)
        for target in targets:
            page.event(on=target)
    incidents = join_incidents(statements(case))
    assert sorted(len(i.statement_ids) for i in incidents) == [3] * len(targets)


def test_unlike_events_do_not_chain_through_a_vague_one() -> None:
    case = Case()
    case.page("A").event(on="market", when="2025-03-02")
    case.page("B").event(on=None, when="2025-03-02/2025-03-06")
    case.page("C").event(on="market", when="2025-03-06")
    incidents = join_incidents(statements(case))
    together = [set(i.statement_ids) for i in incidents]
    first, _, last = (s.statement.id for s in statements(case))
    assert not any({first, last} <= ids for ids in together)


def test_however_many_papers_tell_of_them_one_attack_stays_one_and_three_stay_three() -> None:
    case = Case()
    for n in range(24):
        page = case.page(f"Paper {n}").event(on="market", killed=3 + n % 4)
        if n % 2:
            page.event(on="school", killed=8 + n % 3)
        if n % 3 == 0:
            page.event(on="police checkpoint", killed=1)
    incidents = join_incidents(statements(case))
    assert sorted(len(i.statement_ids) for i in incidents) == [8, 12, 24]


def test_a_claim_that_covers_two_attacks_belongs_to_both_incidents() -> None:
    case = Case()
    case.page("A").event(on="market")
    case.page("B").event(on="checkpoint")
    case.page("C").claim(G, on="market").claim(G, on="checkpoint", inside=True)
    told = {s.statement.id: s for s in statements(case)}
    incidents = join_incidents(list(told.values()))
    assert sorted(len(i.statement_ids) for i in incidents) == [2, 2]
    spans = [{told[s].statement.span for s in i.statement_ids if told[s].outlet == "C"} for i in incidents]
    assert spans[0] == spans[1]


def test_a_report_can_stand_between_two_alike_ones_without_joining_them() -> None:
    case = Case()
    case.page("A").event(on="market", killed=3)
    case.page("B").event(on=None)
    case.page("C").event(on="checkpoint", killed=9)
    first, _, last = (s.statement.id for s in statements(case))
    together = [set(i.statement_ids) for i in join_incidents(statements(case))]
    assert not any({first, last} <= ids for ids in together)


def two_apart() -> tuple[Case, str, str]:
    case = Case()
    case.page("A").event(on="market")
    case.page("B").event(on="checkpoint")
    one, other = (s.statement.id for s in statements(case))
    return case, one, other


def two_together() -> tuple[Case, str, str]:
    case = Case()
    case.page("A").event()
    case.page("B").event()
    one, other = (s.statement.id for s in statements(case))
    return case, one, other


def test_same_joins_what_the_weights_keep_apart_and_says_so() -> None:
    case, one, other = two_apart()
    (incident,) = join_incidents(
        statements(case), [judgement(JudgementKind.SAME, one, other, why="one crowd")]
    )
    assert incident.joined_by[-1] == "Joined by hand: desk decided so on 2025-05-01: one crowd."


def test_same_takes_incident_ids() -> None:
    case, one, other = two_apart()
    ids = [i.id for i in join_incidents(statements(case))]
    assert set(ids) == {incident_id(one), incident_id(other)}
    assert len(join_incidents(statements(case), [judgement(JudgementKind.SAME, *ids)])) == 1


@pytest.mark.parametrize("kind", [JudgementKind.NOT_SAME, JudgementKind.SPLIT])
def test_parted_statements_stay_apart_even_where_they_agree_in_all(kind: JudgementKind) -> None:
    case, one, other = two_together()
    assert len(join_incidents(statements(case))) == 1
    assert len(join_incidents(statements(case), [judgement(kind, one, other)])) == 2


def test_split_of_an_incident_alone_takes_it_apart() -> None:
    case, *_ = two_together()
    (incident,) = join_incidents(statements(case))
    assert len(join_incidents(statements(case), [judgement(JudgementKind.SPLIT, incident.id)])) == 2


def test_split_of_statements_out_of_an_incident_keeps_them_together() -> None:
    case = Case()
    for outlet in "ABCD":
        case.page(outlet).event(killed=ord(outlet) - 64)
    (incident,) = join_incidents(statements(case))
    out = [s for s in incident.statement_ids if incident_id(s) != incident.id][:2]
    parts = join_incidents(statements(case), [judgement(JudgementKind.SPLIT, incident.id, *out)])
    assert sorted(out) in [list(p.statement_ids) for p in parts]


def test_the_first_statement_can_be_split_out_of_its_incident() -> None:
    case = Case()
    for outlet in "ABC":
        case.page(outlet).event(killed=ord(outlet) - 64)
    (incident,) = join_incidents(statements(case))
    (first,) = [s for s in incident.statement_ids if incident_id(s) == incident.id]
    parts = join_incidents(statements(case), [judgement(JudgementKind.SPLIT, incident.id, first)])
    assert sorted(len(p.statement_ids) for p in parts) == [1, 2]
    assert (first,) in [p.statement_ids for p in parts]


def test_same_of_two_incidents_joins_all_that_is_in_them() -> None:
    case = Case()
    for at in ("Sorna", "Veshkan"):
        for outlet in "ABC":
            case.page(f"{outlet} of {at}").event(at=at, killed=ord(outlet) - 64)
    two = join_incidents(statements(case))
    assert len(two) == 2
    (one,) = join_incidents(statements(case), [judgement(JudgementKind.SAME, *(i.id for i in two))])
    assert len(one.statement_ids) == 6


def test_split_then_same_is_as_before() -> None:
    case, one, other = two_together()
    before = join_incidents(statements(case))
    told = [judgement(JudgementKind.SPLIT, one, other, at=1), judgement(JudgementKind.SAME, one, other, at=2)]
    assert [i.statement_ids for i in join_incidents(statements(case), told)] == [
        i.statement_ids for i in before
    ]


def test_undone_split_leaves_no_trace() -> None:
    case, one, other = two_together()
    split = judgement(JudgementKind.SPLIT, one, other)
    undo = judgement(JudgementKind.UNDO, split.id, at=2)
    assert join_incidents(statements(case), [split, undo]) == join_incidents(statements(case))


def test_an_incidents_id_survives_later_reports() -> None:
    case, *_ = two_together()
    (before,) = join_incidents(statements(case))
    case.page("C", "2025-03-09").event(killed=2)
    (after,) = join_incidents(statements(case))
    assert after.id == before.id
    assert set(before.statement_ids) < set(after.statement_ids)


event = st.fixed_dictionaries(
    {
        "on": st.sampled_from(["market", "army convoy", "checkpoint", None]),
        "at": st.sampled_from(["Sorna", "Veshkan", "North", "Fort Bell", None]),
        "when": st.sampled_from(["2025-03-03", "2025-03-04", "2025-03-09", "2025-03-01/2025-03-31", None]),
        "killed": st.sampled_from([None, 1, 3, 8]),
        "chain": st.sampled_from([(), (("police", HolderKind.OFFICIAL),)]),
    }
)
texts = st.lists(st.lists(event, min_size=1, max_size=3), min_size=1, max_size=5)


def written(pages: list[list[dict[str, object]]]) -> Case:
    case = Case()
    for n, events in enumerate(pages):
        page = case.page(f"Paper {n}", f"2025-03-{10 + n}")
        for told in events:
            page.event(**told)  # type: ignore[arg-type]
    return case


@settings(max_examples=60, deadline=None)
@given(pages=texts, seed=st.randoms(use_true_random=False))
def test_incidents_part_the_statements_whatever_their_order(
    pages: list[list[dict[str, object]]], seed: object
) -> None:
    items = statements(written(pages))
    shuffled = list(items)
    seed.shuffle(shuffled)  # type: ignore[attr-defined]
    incidents = join_incidents(items)
    assert incidents == join_incidents(shuffled)
    told = [s for i in incidents for s in i.statement_ids]
    assert sorted(told) == sorted(s.statement.id for s in items)


@settings(max_examples=60, deadline=None)
@given(pages=texts)
def test_a_document_about_elsewhere_and_another_time_moves_nothing(
    pages: list[list[dict[str, object]]],
) -> None:
    case = written(pages)
    before = join_incidents(statements(case))
    case.page("Far", "2023-01-02").event(at="Veshkan", when="2023-01-01", on="bridge")
    after = join_incidents(statements(case))
    assert set(before) <= set(after)
    assert len(after) == len(before) + 1
