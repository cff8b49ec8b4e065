"""New groups that claim something, and what each has in common with groups known before it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

import pytest

from secondsource.records import ActorKind, KnownActor
from secondsource.weigh import find_new_groups, find_resemblances
from tests.weigh.builder import Case

NEW, OLD = "Salt Companions", "Hammer"


class Scenario(NamedTuple):
    """How it is written, the new group's and the known one's name, what they have in common (None: nothing)."""

    write: Callable[[Case], object]
    new: str
    old: str
    by: str | None


SCENARIOS: dict[str, Scenario] = {}


def scenario(
    by: str | None, new: str = NEW, old: str = OLD
) -> Callable[[Callable[[Case], object]], Callable[[Case], object]]:
    """Registers a case by its function's name."""

    def add(write: Callable[[Case], object]) -> Callable[[Case], object]:
        SCENARIOS[write.__name__] = Scenario(write, new, old, by)
        return write

    return add


def seen(case: Case, new: str = NEW, old: str = OLD) -> None:
    """The old one is told of in January, the new one claims in March."""
    case.page("Monitor", "2025-01-02").claim(old, at="Veshkan", when="2025-01-01", on="mosque")
    case.page("Dispatch").claim(new)


def attacks(case: Case, by: str, on: str, count: int, month: int, at: str = "Veshkan") -> None:
    for n in range(count):
        when = f"2025-{month:02}-{n * 3 + 1:02}"
        case.page("Herald", when).event(by=by, on=on, when=when, at=at, words=f"{by} {on} {when}")


# --- by the words of its name


@scenario("name", "Salt Companions", "Salt Brigade")
def a_word_of_its_own(case: Case) -> None:
    seen(case, "Salt Companions", "Salt Brigade")


@scenario("name", "Dellam Liberation Army", "Dellam Liberation Front")
def the_same_words_but_for_its_kind(case: Case) -> None:
    seen(case, "Dellam Liberation Army", "Dellam Liberation Front")


@scenario("name", "Saraya al-Milh", "Ansar al-Milh")
def a_word_in_its_own_language(case: Case) -> None:
    seen(case, "Saraya al-Milh", "Ansar al-Milh")


@scenario(None, "Salt Front", "Hammer Front")
def only_what_kind_of_group_it_is(case: Case) -> None:
    seen(case, "Salt Front", "Hammer Front")


@scenario(None, "Army of the Reed", "Army of the Anvil")
def a_word_that_many_bear(case: Case) -> None:
    seen(case, "Army of the Reed", "Army of the Anvil")


@scenario(None, "Saraya al-Milh", "Harakat al-Misbah")
def only_the_article(case: Case) -> None:
    seen(case, "Saraya al-Milh", "Harakat al-Misbah")


# --- by where it strikes


@scenario("ground")
def most_of_the_others_attacks_lie_there(case: Case) -> None:
    attacks(case, OLD, "mosque", 4, 1, at="Sorna")
    case.page("Dispatch").claim(NEW)


@scenario("ground")
def a_base_beside_the_town(case: Case) -> None:
    attacks(case, OLD, "mosque", 3, 1, at="Fort Bell")
    case.page("Dispatch").claim(NEW)


@scenario("ground")
def half_of_them(case: Case) -> None:
    attacks(case, OLD, "mosque", 4, 1, at="Sorna")
    attacks(case, OLD, "mosque", 4, 2, at="Veshkan")
    case.page("Dispatch").claim(NEW)


@scenario(None)
def the_other_strikes_elsewhere(case: Case) -> None:
    attacks(case, OLD, "mosque", 4, 1, at="Veshkan")
    case.page("Dispatch").claim(NEW)


@scenario(None)
def two_attacks_are_too_few(case: Case) -> None:
    attacks(case, OLD, "mosque", 2, 1, at="Sorna")
    case.page("Dispatch").claim(NEW)


@scenario(None)
def only_the_province_is_known(case: Case) -> None:
    for n in range(4):
        when = f"2025-01-{n * 3 + 1:02}"
        case.page("Herald", when).event(
            by=OLD, when=when, at="North", precision=4, words=f"North {n}", on="mosque"
        )
    case.page("Dispatch").claim(NEW)


# --- by what it strikes


@scenario("targets")
def convoys_which_others_let_be(case: Case) -> None:
    attacks(case, OLD, "army convoy", 5, 1)
    attacks(case, "Reed League", "market", 9, 2)
    case.page("Dispatch").claim(NEW)


@scenario("targets")
def one_countrys_people(case: Case) -> None:
    attacks(case, OLD, "Turkish base", 5, 1)
    attacks(case, "Reed League", "market", 9, 2)
    case.page("Dispatch").claim(NEW, on="Turkish engineers")


@scenario("targets")
def mostly_convoys(case: Case) -> None:
    attacks(case, OLD, "army convoy", 5, 1)
    attacks(case, OLD, "school", 2, 2)
    attacks(case, "Reed League", "market", 9, 3)
    case.page("Dispatch", "2025-03-31").claim(NEW, when="2025-03-30")


@scenario(None)
def everybody_hits_convoys(case: Case) -> None:
    attacks(case, OLD, "army convoy", 5, 1)
    attacks(case, "Reed League", "army convoy", 9, 2)
    case.page("Dispatch").claim(NEW)


@scenario(None)
def the_other_hits_something_else(case: Case) -> None:
    attacks(case, OLD, "school", 5, 1)
    attacks(case, "Reed League", "market", 9, 2)
    case.page("Dispatch").claim(NEW)


@scenario(None)
def nobody_to_compare_with(case: Case) -> None:
    attacks(case, OLD, "army convoy", 5, 1)
    case.page("Dispatch").claim(NEW)


@scenario(None)
def one_of_its_two_attacks(case: Case) -> None:
    attacks(case, OLD, "army convoy", 5, 1)
    attacks(case, "Reed League", "market", 9, 2)
    case.page("Dispatch").claim(NEW)
    case.page("Dispatch", "2025-03-20").claim(NEW, on="school", when="2025-03-19")


# --- by its channel


@scenario("channel")
def one_channel_for_both(case: Case) -> None:
    case.page("Monitor", "2025-01-02").channel(OLD, "Anvil News")
    case.page("Monitor", "2025-03-05").channel(NEW, "@anvilnews")
    case.page("Dispatch").claim(NEW)


@scenario("channel")
def its_claim_in_the_others_channel(case: Case) -> None:
    case.page("Monitor", "2025-01-02").channel(OLD, "Anvil News")
    case.page("Anvil News").claim(NEW)


@scenario("channel")
def its_claim_in_the_others_media_office(case: Case) -> None:
    case.page("Monitor", "2025-01-02").claim(OLD, at="Veshkan", when="2025-01-01", on="mosque")
    case.page("Hammer media office").claim(NEW)


@scenario(None)
def a_paper_that_carries_both(case: Case) -> None:
    seen(case)
    case.page("Dispatch", "2025-01-05").claim(OLD, at="Veshkan", when="2025-01-04")


@scenario(None)
def channels_of_their_own(case: Case) -> None:
    seen(case)
    case.page("Monitor").channel(OLD, "Anvil News")
    case.page("Monitor").channel(NEW, "Salt Post")


@scenario(None)
def a_channel_whose_other_user_came_later(case: Case) -> None:
    case.page("Anvil News").claim(NEW)
    case.page("Monitor", "2025-05-02").channel(OLD, "Anvil News")


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_new_group_resembles_a_known_one_by_what_they_have_in_common(name: str) -> None:
    case = Case()
    SCENARIOS[name].write(case)
    evidence = case.derive().evidence
    new, old = f"actor:{SCENARIOS[name].new}", f"actor:{SCENARIOS[name].old}"
    assert new in find_new_groups(evidence)
    found = [r for r in find_resemblances(evidence, ()) if (r.actor_id, r.other_id) == (new, old)]
    assert [r.by for r in found] == ([SCENARIOS[name].by] if SCENARIOS[name].by else [])
    for likeness in found:
        assert likeness.statement_ids
        assert set(likeness.statement_ids) <= evidence.statements.keys()


NOT_NEW: dict[str, Callable[[Case], object]] = {
    "it is in the starter list": lambda c: (
        c.page("Dispatch").claim(NEW),
        c.actors.update({NEW: replace(c.actor(NEW), is_known=True)}),
    ),
    "it claims nothing": lambda c: c.page("Dispatch").event(by=NEW),
    "it is a state's organ": lambda c: (c.state(NEW), c.page("Dispatch").claim(NEW)),
    "nobody has a name": lambda c: c.page("Dispatch").claim("the group"),
    "it denies what others say it claimed": lambda c: c.page("Dispatch").police(by=NEW),
}


@pytest.mark.parametrize("why", NOT_NEW)
def test_no_new_group_is_seen_where_(why: str) -> None:
    case = Case()
    NOT_NEW[why](case)
    assert not find_new_groups(case.derive().evidence)


def test_a_new_group_stands_with_the_first_statement_on_it() -> None:
    case = Case()
    case.page("Dispatch", "2025-03-04").claim(NEW)
    case.page("Monitor", "2025-02-01").emergence(NEW, "2025-01-20", own=False)
    (first,) = find_new_groups(case.derive().evidence).values()
    assert first.outlet == "Monitor"


def test_the_one_that_came_first_resembles_nobody() -> None:
    case = Case()
    seen(case, "Salt Companions", "Salt Brigade")
    assert {r.actor_id for r in find_resemblances(case.derive().evidence, ())} == {"actor:Salt Companions"}


LISTED = [("Hezb-i Khorasi", (), "Khorasi Front"), ("Reed Army", ("Jaysh al-Qasab",), "Ansar al-Qasab")]


@pytest.mark.parametrize(("name", "names", "new"), LISTED)
def test_a_new_name_is_compared_with_those_of_the_starter_list(
    name: str, names: tuple[str, ...], new: str
) -> None:
    case = Case()
    case.page("Dispatch").claim(new)
    listed = [known(name, names), known("Hammer Front", ())]
    (found,) = find_resemblances(case.derive().evidence, (), None, listed)
    assert (found.other_id, found.by) == (name, "name")
    assert find_resemblances(case.derive().evidence, (), None, [known(n, names) for n in "ABCD"]) == ()


def known(name: str, names: tuple[str, ...]) -> KnownActor:
    return KnownActor(
        key=f"known:{name}",
        name=name,
        kind=ActorKind.GROUP,
        country=None,
        names=names,
        acronyms=(),
        from_year=None,
        to_year=None,
        wikidata=None,
    )
