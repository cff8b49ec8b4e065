"""Victims, witnesses and suspects by name are no actors, no targets and no holders."""

from __future__ import annotations

import pytest

from secondsource.codec import to_plain
from tests.read.english.reading import read_text

# Each with the name that must not come out.
SENTENCES = [
    ("Police arrested Karim Haddad, 34, over the blast in Velsk.", "Haddad"),
    ("Omar Said, a shopkeeper, said that he heard two explosions.", "Said"),
    ("Gunmen shot dead Anna Berg in front of her home.", "Berg"),
    ("The victim was identified as Lukas Meyer, a farmer.", "Meyer"),
    ("Rebels abducted Ivan Petrov near Tarn on Monday.", "Petrov"),
    ("Maria Lopez, a witness, told Harbour News that rebels had burned the bus.", "Lopez"),
    ("The bomb killed Samuel Okoro and his two sons.", "Okoro"),
    ("Yusuf Demir was wounded in the attack on the market.", "Demir"),
    ("Suspect Rashid Khan was held by police after the raid.", "Khan"),
    ("Elena Costa, a student, was killed by a stray bullet.", "Costa"),
    ("The driver, Pavel Novak, was shot dead by gunmen.", "Novak"),
    ("Militants killed Ahmed Jaber, a teacher, on 3 March.", "Jaber"),
    ("His brother, Tariq Jaber, said that militants had stormed the house.", "Jaber"),
    ("Two men, Jan Kowalski and Piotr Nowak, were abducted.", "Kowalski"),
    ("A farmer, identified as Daniel Osei, was beaten to death by militants.", "Osei"),
    ("The body of Nadia Rahman was found near the river after the attack.", "Rahman"),
    ("Police detained Viktor Orlov on suspicion of planting the bomb.", "Orlov"),
    ("Fatima Zahra, who lost her son in the blast, said that police came late.", "Zahra"),
    ("The rebels released Peter Hansen after two weeks.", "Hansen"),
    ("Gunmen attacked the house of Carlos Mendes in Tarn.", "Mendes"),
    ("Sofia Rossi, a nurse, said that soldiers had fired on the clinic.", "Rossi"),
    ("The attackers killed Mohammed Bello, a trader from Velsk.", "Bello"),
    ("Rebels shot George Adams and set his lorry on fire.", "Adams"),
    ("A resident, Hassan Noor, said that rebels had shelled the village.", "Noor"),
    ("Three suspects, among them Leo Brandt, were arrested.", "Brandt"),
    ("The blast injured Grace Mwangi and four other passengers.", "Mwangi"),
    ("Neighbour Ali Reza said that gunmen had fled in a car.", "Reza"),
    ("Militants kidnapped Joseph Tembo, a contractor, from his office.", "Tembo"),
    ("Student Amina Yusuf died in the explosion.", "Yusuf"),
    ("Police shot dead Marco Silva during a raid in Velsk.", "Silva"),
]


def names_in(plain: object) -> list[str]:
    """Every name that a statement carries, wherever it stands."""
    if isinstance(plain, dict):
        own = [v for k, v in plain.items() if k in {"name", "who"} and isinstance(v, str)]
        return own + [n for v in plain.values() for n in names_in(v)]
    if isinstance(plain, list):
        return [n for v in plain for n in names_in(v)]
    return []


def test_there_are_thirty_sentences() -> None:
    assert len(SENTENCES) >= 30


@pytest.mark.parametrize(("text", "surname"), SENTENCES)
def test_private_person_is_in_no_field(text: str, surname: str) -> None:
    names = names_in([to_plain(s) for s in read_text(text)])
    assert [n for n in names if surname in n.split()] == []
