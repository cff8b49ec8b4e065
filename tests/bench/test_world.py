"""The simulated world: what it promises about its truth, its copies and its peers."""

from __future__ import annotations

import random
import tomllib
from collections import Counter

import numpy as np
import pytest
from bench.verdicts.habits import TABLE, first_world, second_world
from bench.verdicts.learning import written
from bench.verdicts.observing import observe
from bench.verdicts.pages import World
from bench.verdicts.peers import PEERS
from bench.verdicts.scores import accuracy, brier, calibrated, calibration_error
from bench.verdicts.simulating import simulate
from bench.verdicts.world_texts import b_cubed, pairwise

from secondsource.records import Event
from secondsource.weigh.odds import SHIPPED, load_odds

SMALL = {"events": 12, "unclaimed": 3, "days": 40, "locals": 6, "nationals": 4, "repeaters": 6}


def small_world(seed: int = 1, share: float = 0.5) -> World:
    """A dozen claimed events."""
    habits = first_world()
    return simulate(type(habits)(size={**habits.size, **SMALL}, rate=habits.rate), seed, share)


@pytest.fixture(scope="module")
def world() -> World:
    return small_world()


def test_the_same_seed_gives_the_same_world(world: World) -> None:
    assert small_world() == world


def test_the_same_is_told_at_first_hand_at_every_share() -> None:
    kinds = [
        Counter(
            (t.kind, t.happening, t.outlet, t.day)
            for t in small_world(share=s).told.values()
            if t.copies is None
        )
        for s in (0.0, 0.8)
    ]
    assert kinds[0] == kinds[1]


@pytest.mark.parametrize("share", [0.0, 0.5, 0.8])
def test_the_share_of_copies_is_as_asked(share: float) -> None:
    told = [
        t
        for t in small_world(share=share).told.values()
        if t.kind not in ("aside", "tie", "check", "withdrawal")
    ]
    assert sum(t.copies is not None for t in told) / len(told) == pytest.approx(share, abs=0.03)


def test_every_statement_quotes_a_sentence_of_its_document_and_has_an_id_of_its_own(world: World) -> None:
    statements = world.resolution.statements
    assert len({s.statement.id for s in statements}) == len(statements)
    for item in statements:
        span = item.statement.span
        words = world.documents[item.statement.document_id].text[span.start : span.end]
        assert words.endswith(".")
        if isinstance(item.statement.proposition, Event) and item.place is not None:
            assert item.place.place.name in words


def test_a_copy_rests_on_the_information_of_what_it_copies(world: World) -> None:
    by_number = {t.number: t for t in world.told.values()}
    for telling in world.told.values():
        if telling.copies is not None:
            assert telling.family == by_number[telling.copies].family
            assert telling.day >= by_number[telling.copies].day


def test_the_second_worlds_habits_are_never_the_firsts() -> None:
    first = first_world().rate
    for seed in range(201, 221):
        assert all(second_world(seed).rate[name] != value for name, value in first.items())


def test_every_claimed_event_is_observed_with_its_truth(world: World) -> None:
    observed = observe(world)
    truth = [h.is_true for h in world.happenings if h.claimant is not None]
    assert [o.is_true for o in observed] == truth
    assert all(len(o.distinct) <= len(o.articles) for o in observed)
    outlets = {d.outlet for d in world.documents.values()}
    assert all({name for name, _ in o.articles} <= outlets for o in observed)


@pytest.mark.parametrize("name", PEERS)
def test_a_peer_holds_the_widely_told_likelier_than_the_denied(name: str) -> None:
    draw = random.Random(3)
    outlets = [f"outlet {n}" for n in range(8)]
    told = [tuple((o, True) for o in draw.sample(outlets, 5)) for _ in range(10)]
    denied = [tuple((o, n < 2) for n, o in enumerate(draw.sample(outlets, 5))) for _ in range(10)]
    scores = PEERS[name]([*told, *denied])
    assert scores[:10].min() > scores[10:].max()


def test_scores_are_those_of_their_definitions() -> None:
    truth = np.array([1.0, 0.0, 1.0, 0.0])
    chance = np.array([0.9, 0.2, 0.4, 0.1])
    assert accuracy(chance, truth) == 0.75
    assert brier(chance, truth) == pytest.approx((0.01 + 0.04 + 0.36 + 0.01) / 4)


def test_calibration_error_is_none_for_shares_that_come_true_and_the_gap_for_those_that_do_not() -> None:
    chance = np.repeat([0.25, 0.75], 200)
    truth = np.tile([1.0, 0.0, 0.0, 0.0], 50).tolist() + np.tile([1.0, 1.0, 1.0, 0.0], 50).tolist()
    assert calibration_error(chance, np.array(truth)) == pytest.approx(0, abs=1e-9)
    assert calibration_error(np.full(400, 0.9), np.array(truth)) == pytest.approx(0.4, abs=0.01)


def test_a_learned_curve_turns_any_number_into_a_probability_that_rises_with_it() -> None:
    draw = np.random.default_rng(1)
    learned = draw.normal(size=500) * 1000
    truth = (draw.random(500) < 1 / (1 + np.exp(-learned / 1000))).astype(float)
    chance = calibrated(learned, truth, np.array([-2000.0, 0.0, 2000.0]))
    assert chance == pytest.approx([0.12, 0.5, 0.88], abs=0.06)


def test_written_odds_change_numbers_alone() -> None:
    table = SHIPPED.read_text(encoding="utf-8")
    odds = load_odds()
    assert tomllib.loads(written(table, odds)) == tomllib.loads(table)
    changed = type(odds)(
        value={**odds.value, "outlet_reports": 9.5},
        says=odds.says,
        limits=odds.limits,
        shares=odds.shares,
        grades=odds.grades,
        habits=odds.habits,
        records=odds.records,
    )
    before, after = table.splitlines(), written(table, changed).splitlines()
    assert len(before) == len(after)
    assert "value = 9.5" in after
    assert [a for a in after if a.startswith("#")] == [b for b in before if b.startswith("#")]


def test_the_table_of_habits_says_what_each_is_and_its_ranges_leave_out_the_value() -> None:
    for name, entry in tomllib.loads(TABLE.read_text(encoding="utf-8")).items():
        if isinstance(entry, dict) and "value" in entry:
            assert entry["says"], name
            assert all(not low <= entry["value"] <= high for low, high in entry["other"]), name


def test_incidents_are_scored_by_documents_put_together() -> None:
    truth = {"a": "1", "b": "1", "c": "2"}
    assert (b_cubed(truth, truth), pairwise(truth, truth)) == (1.0, 1.0)
    alone = {"a": "x", "b": "y", "c": "z"}
    assert b_cubed(truth, alone) == pytest.approx(0.8)
    assert pairwise(truth, alone) == 0.0
