"""Who says that who says it: chains of any depth."""

from __future__ import annotations

import pytest

from tests.read.english.reading import chain_names, events_in, read_text

CHAINS = [
    ("Two soldiers were killed near Velsk on 3 March, reports The Harbour Times.", ["Harbour Times"]),
    ("Police said that gunmen had attacked a bus in Tarn.", ["Police"]),
    ("Gunmen attacked a bus in Tarn, officials said.", ["officials"]),
    ("According to the interior ministry, rebels shelled a village.", ["interior ministry"]),
    (
        "Gunmen attacked a bus in Tarn, officials said on Monday, reports The Harbour Times.",
        ["Harbour Times", "officials"],
    ),
    (
        "Harbour News reported that residents said that rebels had burned a school.",
        ["Harbour News", "residents"],
    ),
    (
        "The army's spokesman, Colonel Anders Brandt, said that rebels had ambushed a convoy.",
        ["Colonel Anders Brandt", "army"],
    ),
    (
        "Two men were killed in a blast, Velsk police chief Maria Lund told Harbour News.",
        ["Harbour News", "Velsk police chief Maria Lund"],
    ),
]

OWN_VOICE = [
    "Rebels attacked a bus in Tarn on Monday.",
    "A bomb killed two soldiers. The minister will say more on Friday.",
    "Gunmen who said nothing attacked a bus.",
    "The report that he wrote last year was long. Rebels shelled a village.",
]


@pytest.mark.parametrize(("text", "chain"), CHAINS)
def test_chain_holds_everyone_it_passed_through(text: str, chain: list[str]) -> None:
    assert [chain_names(s) for s, _ in events_in(text)] == [chain]


@pytest.mark.parametrize("text", OWN_VOICE)
def test_the_documents_own_voice_has_no_chain(text: str) -> None:
    events = events_in(text)
    assert events
    assert [chain_names(s) for s, _ in events] == [[]] * len(events)


def test_attribution_covers_its_own_sentence_only() -> None:
    text = "Police said that gunmen had attacked a bus. Two passengers were killed."
    assert [chain_names(s) for s, _ in events_in(text)] == [["Police"], []]


def test_he_added_resumes_the_speaker() -> None:
    text = "Rebels attacked a bus, said Velsk police chief Maria Lund. Two passengers were killed, she added."
    assert [chain_names(s) for s, _ in events_in(text)] == [["Velsk police chief Maria Lund"]] * 2


def test_quotation_over_several_sentences_keeps_its_speaker() -> None:
    text = 'Colonel Anders Brandt said: "Rebels attacked a bus in Tarn. They killed two passengers."'
    assert [chain_names(s)[:1] for s, _ in events_in(text)] == [["Colonel Anders Brandt"]] * 2


def test_the_spokesman_speaks_again_for_the_same_organisation() -> None:
    text = (
        "A Marsh Army spokesman said that its men had attacked a post. "
        "Two guards were killed, the spokesman added."
    )
    assert [chain_names(s)[-1] for s, _ in events_in(text)] == ["Marsh Army", "Marsh Army"]


@pytest.mark.parametrize("name", ["US-led coalition", "Tolmen-led alliance", "Velsk-based group"])
def test_compound_before_a_body_is_part_of_its_name(name: str) -> None:
    ((statement, _),) = events_in(f"Rockets hit the port of Velsk, the {name} said.")
    assert [h.name for h in statement.chain] == [name]


def test_a_quotation_goes_on_in_nobodys_name_where_the_one_before_it_was_anothers() -> None:
    text = (
        "The Thorn Brigade stated on 21 May that it had struck the Velsk base.\n\n"
        'The New Herald wrote: "These new groups do not have a leader or a history."\n\n'
        '"The new groups are backed by Korrin."'
    )
    said = [s for s in read_text(text) if "backed" in text[s.span.start : s.span.end]]
    assert said
    assert all("Thorn Brigade" not in chain_names(s) for s in said)
