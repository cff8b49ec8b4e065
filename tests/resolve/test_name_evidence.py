"""What speaks for two names being one: the evidence found, what never counts, and that order doesn't matter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.resolve import KnownActors
from secondsource.resolve.name_concepts import concepts, is_translation, load_name_concepts
from secondsource.resolve.name_evidence import Evidence, compare_names
from secondsource.resolve.name_parts import name_parts

NOBODY = KnownActors(())

FOUND = [
    ("Usbat al-Sedran", "Usbat as-Sedran", Evidence.SPELLING),
    ("Red Reed League (RRL)", "RRL", Evidence.ACRONYM),
    ("Red Reed League", "RRL", Evidence.INITIALS),
    ("Frente de Liberación de Tolmen", "Tolmen Liberation Front", Evidence.TRANSLATION),
    ("Jabhat Tahrir Tolmen", "Tolmen Liberation Front", Evidence.TRANSLATION),
    ("جبهة تحرير شعبية", "People's Liberation Front", Evidence.TRANSLATION),
    ("Sedranist", "Sedranist Front", Evidence.SHORT_FORM),
    ("SEDRANO", "Sedrano Front", Evidence.SHORT_FORM),
    ("Forces of the Sorna Emirate", "Sorna Emirate", Evidence.SHORT_FORM),
    ("Tolmen insurgents", "Tolmeni Freedom Army", Evidence.CAUSE),
    ("SLX/A", "Sorna Liberation Army (SLA)", Evidence.ACRONYM),
    ("Real Red Reed League", "Red Reed League", Evidence.FACTION),
    ("NSX-IM", "NSX-K", Evidence.FACTION),
    ("Red Reed League (Marlo)", "Red Reed League (Tessen)", Evidence.FACTION),
    ("the Army", "Marsh Army", Evidence.NOBODY),
    ("the Front", "Sorna Front", Evidence.NOBODY),
    ("army", "army", Evidence.NOBODY),
]


@pytest.mark.parametrize(("a", "b", "evidence"), FOUND)
def test_the_strongest_evidence_is_found_from_either_side(a: str, b: str, evidence: Evidence) -> None:
    assert compare_names(a, b, NOBODY).evidence is evidence
    assert compare_names(b, a, NOBODY) == compare_names(a, b, NOBODY)


UNLIKELY = [
    ("Islamic State", "Islamic State West Africa"),
    ("Marsh Brigade", "Marsh Army"),
    ("Sorna", "Sorna Brigade"),
    ("Thar al-Muhandis", "Abu Mahdi al-Muhandis"),
    ("Iran", "Armed Forces of Iran"),
    ("Iraqi insurgents", "Islamic Army in Iraq"),
    ("Mission", "Sorna Mission"),
    ("Iraqi Frontier Legion", "Indian Frontier Legion"),
    ("Frontier Legion (Chad)", "Frontier Legion of Niger"),
]


@pytest.mark.parametrize(("a", "b"), UNLIKELY)
def test_a_part_is_not_its_whole_nor_a_group_its_country(a: str, b: str, known: KnownActors) -> None:
    assert compare_names(a, b, known).probability < 0.5


def test_the_country_chooses_between_bearers_of_an_acronym(known: KnownActors) -> None:
    names = ("ISI", "Inter-Services Intelligence")
    assert compare_names(*names, known, "PK").evidence is Evidence.KNOWN
    assert compare_names(*names, known, "IQ").evidence is Evidence.INITIALS


PARTS = [
    ("National Reed Front (NRF) (Sudan)", ("National Reed Front",), ("NRF",), None),
    ("SLX/A", (), ("SLX", "SLA"), None),
    ("Sorna Liberation Movement/Army", ("Sorna Liberation Movement", "Sorna Liberation Army"), (), None),
    ("Reeds/RRL", ("Reeds",), ("RRL",), None),
    ("NSX-IM", (), ("NSXIM",), "im"),
    ("RRX - Marlo Faction", (), ("RRX",), "marlo faction"),
    ("Reed Party (Maoist)", ("Reed Party",), (), "maoist"),
]


@pytest.mark.parametrize(("name", "full", "acronyms", "faction"), PARTS)
def test_a_name_is_taken_apart(
    name: str, full: tuple[str, ...], acronyms: tuple[str, ...], faction: str | None
) -> None:
    parts = name_parts(name)
    assert (parts.full, parts.acronyms, parts.faction) == (full, acronyms, faction)


def test_a_country_in_brackets_is_kept_as_such() -> None:
    assert name_parts("Reed Party (India/Pakistan)").countries == {"IN", "PK"}


def test_every_soft_word_has_its_meaning() -> None:
    lists = load_name_concepts()
    assert lists.soft <= set(lists.of.values())
    assert lists.cause <= set(lists.of)


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_compare_alike_from_either_side(a: str, b: str) -> None:
    assert compare_names(a, b, NOBODY) == compare_names(b, a, NOBODY)
    assert is_translation(a, b) == is_translation(b, a)
    assert 0 <= compare_names(a, b, NOBODY).probability <= 1


@given(st.text(max_size=400))
def test_no_text_breaks_the_meanings_or_parts(name: str) -> None:
    concepts(name)
    name_parts(name)
