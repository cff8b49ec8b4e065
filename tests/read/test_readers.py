"""Readers are found by their folder, each keeps the contract, and a language without one is told apart."""

from __future__ import annotations

import pytest

from secondsource.read import Reader, find_reader, readers
from tests.read.english.reading import document_of


def test_english_is_found_by_its_folder() -> None:
    found = find_reader("en")
    assert found is not None
    assert found.name == "english"


@pytest.mark.parametrize("language", ["ar", "fr", "zz"])
def test_language_without_a_reader_has_none(language: str) -> None:
    assert find_reader(language) is None


@pytest.mark.parametrize("reader", readers(), ids=lambda r: r.name)
def test_reader_keeps_the_contract(reader: Reader) -> None:
    assert isinstance(reader, Reader)
    assert reader.version
    assert reader.read(document_of("")) == ()
    statements = reader.read(document_of("The Marsh Army claimed the attack on the convoy near Velsk."))
    assert all(s.reader == reader.name and s.reader_version == reader.version for s in statements)
    assert [s.span for s in statements] == sorted(s.span for s in statements)
    assert len({s.id for s in statements}) == len(statements)
