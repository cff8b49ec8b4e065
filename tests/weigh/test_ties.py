"""Ties with their voices, signs of fronts, details side by side, what doesn't fit."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from secondsource.match.bonds import find_bonds
from secondsource.records import EventType, HolderKind, Relation, Stance
from secondsource.weigh import differing, find_misfits, lay_side_by_side
from secondsource.weigh.phrases import load_phrases
from tests.weigh.builder import Case, grade, owner

G, P = "Salt", "Hammer"
GROUP, OFFICIAL = HolderKind.GROUP, HolderKind.OFFICIAL


def test_a_tie_has_its_voices_for_and_against_with_self_denials_marked() -> None:
    case = Case()
    case.page("Monitor").tie(G, Relation.FRONT_FOR, P)
    case.page("Dispatch").tie(G, Relation.FRONT_FOR, P, chain=((G, GROUP),), stance=Stance.DENIES)
    case.judgements.append(grade("Monitor", "B"))
    (tie,) = case.derive().weighed.ties
    assert [(v.origin, v.is_self, v.grade) for v in tie.for_] == [("Monitor", False, "B")]
    assert [(v.origin, v.is_self, v.grade) for v in tie.against] == [(G, True, None)]


def test_copies_and_one_owner_are_one_voice_on_a_tie() -> None:
    case = Case()
    wire = case.page("Wire").tie(G, Relation.BACKED_BY, P)
    case.copy(wire, "Herald")
    case.page("Post", "2025-03-06").tie(G, Relation.BACKED_BY, P, words="Salt lives on Hammer's money.")
    case.page("Today", "2025-03-07").tie(G, Relation.BACKED_BY, P, words="Hammer pays Salt.")
    case.judgements += [owner("Post", "Tollan"), owner("Today", "Tollan")]
    (tie,) = case.derive().weighed.ties
    assert [v.origin for v in tie.for_] == ["Herald, Wire", "Post, Today"]


def test_a_mutual_tie_is_one_case_from_either_end() -> None:
    case = Case()
    case.page("A").tie(G, Relation.ALLIED_WITH, P)
    case.page("B").tie(P, Relation.ALLIED_WITH, G)
    (tie,) = case.derive().weighed.ties
    assert len(tie.for_) == 2


def test_a_hedged_word_keeps_its_stance() -> None:
    case = Case()
    case.page("A").tie(G, Relation.BACKED_BY, P, stance=Stance.DOUBTS)
    (tie,) = case.derive().weighed.ties
    assert [v.stance for v in tie.for_] == [Stance.DOUBTS]


@pytest.mark.parametrize(
    ("relation", "voices", "denials", "is_bound"),
    [
        (Relation.PART_OF, 1, 0, True),
        (Relation.FRONT_FOR, 1, 0, True),
        (Relation.ALLIED_WITH, 1, 0, True),
        (Relation.BACKED_BY, 1, 0, True),
        (Relation.BACKED_BY, 1, 1, False),
        (Relation.ALIGNED_WITH, 5, 0, False),
        (Relation.RIVAL_OF, 5, 0, False),
        (Relation.SPLINTER_OF, 5, 0, False),
    ],
)
def test_ties_bind_above_the_threshold(relation: Relation, voices: int, denials: int, is_bound: bool) -> None:
    case = Case()
    for n in range(voices):
        case.page(f"For {n}").tie(G, relation, P)
    for n in range(denials):
        case.page(f"Against {n}").tie(G, relation, P, stance=Stance.DENIES)
    assert bool(find_bonds(case.resolution()).bonds) is is_bound


SIGNS: dict[str, Callable[[Case], object]] = {
    "no leader, spokesman or history": lambda c: c.page("A").tie(
        G, Relation.BACKED_BY, P, words="Salt, which has named no leader, is backed by Hammer."
    ),
    "first seen soon after a trigger": lambda c: (
        c.actor(P),
        c.page("A").tie(G, Relation.FRONT_FOR, P),
        c.page("B").event(kind=EventType.KILLING, on=P, when="2025-02-20"),
        c.page("C").claim(G),
    ),
    "shared channel": lambda c: (c.page("A").channel(G, "Anvil News"), c.page("B").channel(P, "Anvil News")),
    "joint claim": lambda c: c.page("A").claim([G, P]),
    "disowned by its supposed parent": lambda c: c.page("A").tie(
        G, Relation.BACKED_BY, P, chain=((P, GROUP),), stance=Stance.DENIES
    ),
    "official attribution": lambda c: c.page("A").tie(
        G, Relation.BACKED_BY, P, chain=(("Interior Ministry", OFFICIAL),)
    ),
}


@pytest.mark.parametrize("sign", SIGNS)
def test_sign_of_a_front_rests_on_statements(sign: str) -> None:
    case = Case()
    SIGNS[sign](case)
    derived = case.derive()
    found = [i for i in derived.weighed.indicators if i.sign == sign and i.actor_id == f"actor:{G}"]
    assert len(found) == 1
    assert found[0].statement_ids
    assert set(found[0].statement_ids) <= derived.evidence.statements.keys()


def test_a_blow_long_before_is_no_trigger() -> None:
    case = Case()
    case.actor(P)
    case.page("A").tie(G, Relation.FRONT_FOR, P)
    case.page("B").event(kind=EventType.KILLING, on=P, when="2024-02-20")
    case.page("C").claim(G)
    assert not case.derive().weighed.indicators


def test_details_stand_side_by_side_and_nothing_is_averaged() -> None:
    case = Case()
    case.page("Dispatch").claim(P, killed=9)
    case.page("Herald").event(killed=4)
    case.page("Post", "2025-03-05").event(killed=4)
    derived = case.derive()
    details = lay_side_by_side(derived.incident(P), derived.evidence)
    killed = {d.value: d.origins for d in details if d.field == "killed"}
    assert killed == {"9": (P,), "4": ("Herald", "Post")}
    assert differing(details) == ("killed",)
    assert ("perpetrator", "Hammer (claimed)") in {(d.field, d.value) for d in details}


def test_misfits_name_tolls_and_the_one_against_the_rest() -> None:
    case = Case()
    case.page("Dispatch").claim(P, killed=9)
    case.page("Herald").event(killed=4)
    case.page("Post", "2025-03-05").event(killed=4)
    misfits = {m.kind: m.sentence for m in find_misfits(case.derive().evidence)}
    assert (
        misfits["killed"] == "The numbers of killed differ: 9 (Hammer); 4 (Herald and Post)."
        or misfits["killed"] == "The numbers of killed differ: 4 (Herald and Post); 9 (Hammer)."
    )
    assert misfits["one against the rest"] == "One document alone gives killed as 9; the others say 4."


def test_a_written_year_that_differs_is_a_misfit_of_two_incidents() -> None:
    case = Case()
    case.page("Dispatch").claim(P)
    case.page("Gazette", "2025-04-20").event(when="2024-03-03")
    derived = case.derive()
    (misfit,) = [m for m in find_misfits(derived.evidence) if m.kind == "year"]
    assert misfit.sentence == "Alike but for the year: 2025-03-03 (Dispatch) and 2024-03-03 (Gazette)."
    assert len(misfit.incident_ids) == 2


def test_a_year_that_one_text_gets_wrong_is_named_in_the_incident() -> None:
    case = Case()
    case.page("Dispatch").claim(P, killed=3)
    case.page("Herald").event(killed=3)
    case.page("Gazette", "2025-04-20").claim(P, when="2024-03-03", killed=3)
    derived = case.derive()
    assert len(derived.weighed.claims) == 1
    (misfit,) = [m for m in find_misfits(derived.evidence) if m.kind == "year"]
    assert misfit.sentence == "The years differ: 2024 (Gazette) and 2025 (Dispatch and Herald)."


def test_an_assumed_year_is_named_against_one_written_for_an_event_beside_it() -> None:
    case = Case()
    case.page("A").claim(P, when="2025-03-11", assumed=True, at="Fort Bell", on="camp")
    case.page("B", "2024-03-12").event(when="2024-03-11", at="Sorna airport", on="hangar")
    case.page("C", "2024-03-12").event(when="2024-03-11", at="Veshkan", on="camp")
    (misfit,) = [m for m in find_misfits(case.derive().evidence) if m.kind == "year"]
    assert misfit.sentence == (
        "The year of 2025-03-11 was assumed from the day of publication; B writes 2024-03-11 for an event beside it."
    )
    assert len(misfit.incident_ids) == 2


def test_an_assumed_year_against_a_written_one_is_named() -> None:
    case = Case()
    case.page("A").claim(P, when="2025-03-11", assumed=True, at="Fort Bell", on="base", killed=3)
    case.page("B", "2024-03-12").event(when="2024-03-11", at="Fort Bell", on="base", killed=3)
    (misfit,) = [m for m in find_misfits(case.derive().evidence) if m.kind == "year"]
    assert misfit.sentence == "The year 2025 was assumed from the day of publication; others write 2024."


def test_different_perpetrators_are_a_misfit_but_a_joint_claim_is_not() -> None:
    case = Case()
    case.page("A").claim(P)
    case.page("B").claim(G)
    assert "perpetrator" in {m.kind for m in find_misfits(case.derive().evidence)}
    joint = Case()
    joint.page("A").claim([P, G])
    assert not find_misfits(joint.derive().evidence)


@pytest.mark.parametrize("name", sorted(load_phrases()))
def test_every_phrase_list_matches_its_examples_only(name: str) -> None:
    phrases = load_phrases()[name]
    for sentence in phrases.matches:
        assert phrases.pattern.search(sentence), sentence
    for sentence in phrases.must_not:
        assert not phrases.pattern.search(sentence), sentence
