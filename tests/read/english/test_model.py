"""The pipeline: a missing one is named, a long text is read in pieces."""

from __future__ import annotations

import pytest

from secondsource.errors import NotFoundError
from secondsource.read.english.text import model
from secondsource.read.english.text.cleaning import clean


def test_missing_model_is_named_with_the_way_to_get_it() -> None:
    with pytest.raises(NotFoundError, match="spacy download en_core_web_trf"):
        model.load_model("en_core_web_trf")


def test_long_text_is_read_in_pieces_without_a_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "CHUNK_LENGTH", 60)
    cleaned = clean("Rebels attacked a convoy near Velsk on Monday. It rained. " * 6)
    doc = model.parse_text(cleaned, model.load_model())
    assert doc.text == cleaned.text


def test_linked_name_is_one_word() -> None:
    doc = model.parse_text(clean("Saraya al-Nahr and Lashkar-e-Kuh are groups."), model.load_model())
    assert {"Al-Nahr", "Lashkar-e-Kuh"} <= {t.text for t in doc}
