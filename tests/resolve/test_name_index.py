"""The index of names: what is asked for is found however it is spelt, and the same from any process."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.resolve.name_index import NameIndex

NAMES = [
    "Red Reed League",
    "Red Reed Army",
    "Usbat al-Sedran",
    "عصبة السدران",
    "Harakat Tolmen al-Islamiyya",
    "Front for the Liberation of Sorna",
    "Front for the Liberation of Marlo",
    "Sorna",
]

ASKED = [
    ("Red Reed Leage", "Red Reed League"),
    ("RedReed League", "Red Reed League"),
    ("Reed Army", "Red Reed Army"),
    ("Harakat Tulmin el-Islamiya", "Harakat Tolmen al-Islamiyya"),
    ("Front for the Liberaton of Marlo", "Front for the Liberation of Marlo"),
    ("Sornaa", "Sorna"),
]


@pytest.mark.parametrize(("asked", "name"), ASKED)
def test_a_name_is_found_under_another_spelling(asked: str, name: str) -> None:
    index = NameIndex(NAMES)
    assert [NAMES[n.position] for n in index.nearest(asked)] == [name]
    assert NAMES[index.nearest(asked, 3)[0].position] == name


def test_names_in_two_scripts_share_their_consonants() -> None:
    assert NameIndex(NAMES).same_consonants("Usbat as-Sedran") == [2, 3]


def test_what_shares_nothing_is_not_found() -> None:
    assert NameIndex(NAMES).nearest("Qqqq") == []
    assert NameIndex([]).nearest("Sorna") == []
    assert NameIndex(NAMES).nearest("") == []


@given(st.lists(st.text(max_size=12), min_size=1, max_size=8), st.data())
def test_every_name_is_nearest_to_itself(names: list[str], data: st.DataObject) -> None:
    index, name = NameIndex(names), data.draw(st.sampled_from(names))
    for limit in (1, 5):
        for near in index.nearest(name, limit)[:1]:
            assert near.likeness == pytest.approx(1.0) or not name.strip()
    assert names.index(name) in index.same_consonants(name)
