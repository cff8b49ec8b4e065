"""Every entry of the phrase lexicons finds its example and leaves its counter-example alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from secondsource.errors import LexiconError
from secondsource.read.english import lexicon
from secondsource.read.english.channels.channels import find_channels
from secondsource.read.english.cues import phrasebook
from secondsource.read.english.draft import Draft
from secondsource.read.english.emergences.emergences import find_emergences
from secondsource.read.english.findings.findings import find_findings
from secondsource.read.english.namings.namings import find_namings
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.threats.threats import find_threats
from secondsource.read.english.ties.ties import find_ties
from secondsource.records import Channel, Finding, Tie
from tests.read.english.finding_kinds import found_in

Detector = Callable[[ParsedText], list[Draft]]
# The detector that reads with each lexicon, and the key whose value its drafts show, if any.
LEXICONS: dict[str, tuple[Detector, str | None]] = {
    "ties": (find_ties, "relation"),
    "namings": (find_namings, None),
    "findings": (find_findings, "outcome"),
    "channels": (find_channels, "medium"),
    "emergences": (find_emergences, None),
    "threats": (find_threats, None),
}
ENTRIES = [(name, entry) for name in LEXICONS for entry in lexicon.entries(name)]


def labels(text: str, name: str) -> list[str | None]:
    """What the lexicon's detector finds in the text, by the label of its entries."""
    detect, key = LEXICONS[name]
    found: list[str | None] = []
    for draft in found_in(text, detect):
        match draft.proposition:
            case Tie(relation=label) | Finding(outcome=label) | Channel(medium=label) if key:
                found.append(label.value)
            case _:
                found.append(None)
    return found


@pytest.mark.parametrize(("name", "entry"), ENTRIES)
def test_entry_finds_its_example(name: str, entry: dict[str, Any]) -> None:
    key = LEXICONS[name][1]
    assert (entry[key] if key else None) in labels(entry["example"], name)


@pytest.mark.parametrize(("name", "entry"), [e for e in ENTRIES if "not_example" in e[1]])
def test_entry_leaves_its_counter_example_alone(name: str, entry: dict[str, Any]) -> None:
    key = LEXICONS[name][1]
    assert (entry[key] if key else None) not in labels(entry["not_example"], name)


def test_phrase_that_starts_with_a_gap_is_refused(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "format = 1\nsource = 's'\nlicence = 'l'\nchecked_by = 'c'\n[[entry]]\nwords = ['*2 a']\nexample = 'a'\n"
    (tmp_path / "broken.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(lexicon, "WORDS", tmp_path)
    with pytest.raises(LexiconError, match="starts with a gap"):
        phrasebook("broken")
