"""Names: spellings of one group meet, look-alikes stay apart, generic words name nobody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.resolve.name_words import load_name_words
from secondsource.resolve.names import (
    acronyms_of,
    is_acronym,
    is_generic,
    is_same_name,
    name_key,
    name_tokens,
    plain_name,
    similarity,
    split_bracket,
)
from secondsource.resolve.transliteration import clean_name, fold_name

SAME = [
    ("Asa'ib Ahl al-Haq", "Asaib Ahl ul Haqq"),
    ("Asa’ib Ahl al-Ḥaqq", "ASAIB AHL AL-HAQ"),
    ("Asa'ib Ahl al-Haq", "عصائب أهل الحق"),
    ("Hashd Al-Shaabi", "Hashd al-Shabi"),
    ("Hashd al-Sha'abi", "الحشد الشعبي"),
    ("Lashkar-e-Taiba", "Lashkar-i-Tayyiba"),
    ("Lashkar-e-Taiba", "Lashkar-e-Toiba"),
    ("Tehreek-e-Taliban Pakistan", "Tehrik-i-Taliban Pakistan"),
    ("Hezbollah", "Hizbullah"),
    ("Hezbollah", "Hizb Allah"),
    ("Kata'ib Hizballah", "كتائب حزب الله"),
    ("Harakat Hezbollah al-Nujaba", "حركة حزب الله النجباء"),
    ("Taliban", "Taleban"),
    ("Peshmerga", "Peshmarga"),
    ("Hizbul Mujahideen", "Hizb-ul-Mujahedin"),
    ("Ansar al-Sharia", "أنصار الشريعة"),
    ("Jabhat an-Nusrah", "جبهة النصرة"),
    ("Al-Shabaab", "Ash-Shabab"),
    ("Saraya al-Thawra al-Ishrin", "Saraya ath-Thawrah al-Ishrin"),
    ("Usbat al-Thairen", "عصبة الثائرين"),
    ("Qabdhat al-Huda", "قبضة الهدى"),
    ("Jaish-e-Mohammed", "جیش محمد"),
    ("Jaysh al-Islam", "جيش الإسلام"),
    ("Sipah-e-Sahaba", "سپاہ صحابہ"),
    ("Vilayat Sinai", "Wilayat Sinai"),
    ("Правый сектор", "Pravy Sektor"),
    ("Thar al-Mohandes", "Tha'r al-Muhandis"),
    ("Al-Qaeda", "al-Qa'ida"),
    ("Freedom Front Brigades", "Freedom Front Brigade"),
    ("Border Defence Legion", "Border Defense Legion"),
    ("Red Reed League (RRL)", "Red Reed League"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_spellings_of_one_name_are_one(a: str, b: str) -> None:
    assert is_same_name(a, b)
    assert is_same_name(b, a)


LOOK_ALIKES = [
    ("Islamic State", "Islamic State West Africa"),
    ("Islamic State", "Islamic State of Iraq"),
    ("Islamic State", "Islamic State Khorasan"),
    ("Islamic Front", "Islamic State"),
    ("Thar al-Muhandis", "Abu Mahdi al-Muhandis"),
    ("Muhandis", "Thar al-Muhandis"),
    ("Hamas", "Homs"),
    ("Hamas", "Hasm"),
    ("Mali", "Amal"),
    ("Iran", "Oran"),
    ("Taliban", "Talabani"),
    ("Taliban", "Tehrik-i-Taliban Pakistan"),
    ("Hezbollah", "Kata'ib Hezbollah"),
    ("Hezbollah", "Turkish Hezbollah"),
    ("Saraya al-Salam", "Saraya al-Islam"),
    ("Jaysh al-Islam", "Ansar al-Islam"),
    ("Ansar al-Sharia in Libya", "Ansar al-Sharia in Tunisia"),
    ("Ansar Allah", "Ansar al-Islam"),
    ("Free Army", "Free Army Brigade"),
    ("Badr Brigade", "Badr Army"),
    ("Islamic Army", "Islamic Army in Iraq"),
    ("1920 Revolution Brigades", "1921 Revolution Brigades"),
    ("23rd Brigade", "24th Brigade"),
    ("17 November", "November 4"),
    ("National Liberation Army", "National Liberation Front"),
    ("Kurdistan Workers' Party", "Kurdistan Democratic Party"),
    ("Quds Force", "Quds Brigades"),
    ("Red Brigades", "Red Army"),
    ("Ashab al-Kahf", "Cave Companions"),
    ("Balochistan Liberation Army", "Balochistan Liberation Front"),
    ("Jund al-Jabal", "Jund al-Jabbar"),
    ("Arakan Army", "Ukrainian Army"),
    ("al-Qaeda", "al-Qaeda in the Arabian Peninsula"),
    ("PKK", "PUK"),
    ("Sudan Liberation Army", "South Sudan Liberation Army"),
]


@pytest.mark.parametrize(("a", "b"), LOOK_ALIKES)
def test_look_alikes_are_two(a: str, b: str) -> None:
    assert not is_same_name(a, b)
    assert not is_same_name(b, a)


@pytest.mark.parametrize(
    "name",
    [
        "the Army",
        "The Front",
        "militants",
        "gunmen",
        "these groups",
        "several new militant groups",
        "other Shiite militia groups",
        "Iranian-backed militias",
        "unidentified armed men",
        "security forces",
        "the government",
        "local residents",
        "many",
        "",
        "Information Section",
        "General Command",
        "Chair",
    ],
)
def test_generic_words_name_nobody(name: str) -> None:
    assert is_generic(name)


@pytest.mark.parametrize(
    "name",
    ["Red Reed League", "New Arab", "Islamic State", "Islamic Front", "Al-Shabaab", "TTP", "Boko Haram"],
)
def test_names_are_not_generic(name: str) -> None:
    assert not is_generic(name)


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("suspected members of the Red Reed League", "Red Reed League"),
        ("Red Reed League fighters", "Red Reed League"),
        ("the outlawed Red Reed League militant group", "Red Reed League"),
        ("The New Arab website", "New Arab"),
        ("Islamic State group", "Islamic State"),
        ("Iraqi militias", "Iraqi militias"),
        ("armed men", "armed men"),
        ("Hezbollah’s", "Hezbollah"),
        ("\u202eRed\u200b Reed", "Red Reed"),
    ],
)
def test_what_stands_around_a_name_is_no_part_of_it(name: str, plain: str) -> None:
    assert plain_name(name) == plain


@pytest.mark.parametrize(
    ("name", "acronym"),
    [
        ("Tehreek-e-Taliban Pakistan", "TTP"),
        ("Movement for the Emancipation of the Niger Delta", "MEND"),
        ("Islamic State of Iraq and Syria", "ISIS"),
        ("Partido Democrático de Kurdistán", "PDK"),
    ],
)
def test_initials_are_among_the_acronyms_of_a_name(name: str, acronym: str) -> None:
    assert acronym in acronyms_of(name)


@pytest.mark.parametrize("text", ["TTP", "PIJ", "LeT", "DHKP/C", "U.N.", "CPI-Maoist", "M23"])
def test_acronyms_are_recognised(text: str) -> None:
    assert is_acronym(text)


@pytest.mark.parametrize("text", ["Taliban", "the", "A", "Red Reed", "us", "Hamas", ""])
def test_words_are_no_acronyms(text: str) -> None:
    assert not is_acronym(text)


def test_brackets_are_parted_from_the_name() -> None:
    assert split_bracket("Islamic State (ISIS)") == ("Islamic State", "ISIS")
    assert split_bracket("Islamic State") == ("Islamic State", None)


def test_each_word_list_applies_to_its_example_and_not_to_its_counterexample() -> None:
    words = load_name_words()
    small_example, small_not = next((e, n) for s, e, n in words.examples if s == "small")
    assert len(name_tokens(small_example)) < len(small_example.split())
    assert len(name_tokens(small_not)) == len(small_not.split())
    for section in ("leading", "trailing"):
        example, not_ = next((e, n) for s, e, n in words.examples if s == section)
        assert plain_name(example) != example
        assert plain_name(not_) == not_
    title, no_title = next((e, n) for s, e, n in words.examples if s == "titles")
    assert not is_generic(title)
    assert is_generic(no_title)
    for section in ("generic", "modifiers"):
        example, not_ = next((e, n) for s, e, n in words.examples if s == section)
        assert is_generic(example)
        assert not is_generic(not_)
    assert words.variants["organization"] == words.variants["organisation"]


names = st.text(max_size=400)


@given(names)
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold_name(fold_name(name)) == fold_name(name)
    assert clean_name(clean_name(name)) == clean_name(name)


@given(names)
def test_no_name_breaks_any_of_it(name: str) -> None:
    name_key(name)
    acronyms_of(name)
    plain_name(name)
    is_generic(name)
    assert is_same_name(name, name)


@given(names, names)
def test_likeness_is_symmetric_and_bounded(a: str, b: str) -> None:
    assert similarity(a, b) == similarity(b, a)
    assert 0 <= similarity(a, b) <= 1
    assert is_same_name(a, b) == is_same_name(b, a)


def test_a_name_of_ten_thousand_characters_is_cut() -> None:
    assert len(clean_name("ab " * 10_000)) <= 300
