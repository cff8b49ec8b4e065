"""Word lists: heads, schema, and the example of each entry."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from secondsource.errors import LexiconError
from secondsource.read.english import lexicon

MINE = ("actor_heads", "triggers", "fillers", "cues", "claims")
LISTS = (
    "romance_heads",
    "organ_pairs",
    "states",
    "demonyms",
    "place_heads",
    "not_names",
    "weapons",
    "people",
)


def stem(word: str) -> str:
    """The part of a word that its inflected forms share."""
    return word.lower()[: max(3, len(word) - 2)]


@pytest.mark.parametrize("name", MINE)
def test_every_example_holds_one_of_its_words(name: str) -> None:
    for entry in lexicon.entries(name):
        words = re.findall(r"[\w'-]+", entry["example"].lower())
        assert any(w.startswith(stem(x.split()[-1])) for w in words for x in entry["words"])


@pytest.mark.parametrize("name", LISTS)
def test_plain_list_says_where_it_comes_from(name: str) -> None:
    head = (lexicon.WORDS / f"{name}.txt").read_text(encoding="utf-8").splitlines()[:3]
    assert any("format 1" in line and "licence" in line and "checked by" in line for line in head)
    assert lexicon.lines(name)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("format = 1\n[[entry]]\nwords = ['a']\n", "source"),
        ("format = 1\nsource = 's'\nlicence = 'l'\nchecked_by = 'c'\n[[entry]]\nwords = ['a']\n", "line 5"),
        ("format = = 1\n", "line 1"),
    ],
)
def test_broken_list_is_named_with_its_line(
    text: str, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "broken.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(lexicon, "WORDS", tmp_path)
    lexicon.entries.cache_clear()
    with pytest.raises(LexiconError, match=line) as caught:
        lexicon.entries("broken")
    lexicon.entries.cache_clear()
    assert "broken.toml" in str(caught.value)
