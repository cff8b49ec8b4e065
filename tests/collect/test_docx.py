"""A Word document becomes its paragraphs and tables in order."""

from __future__ import annotations

from pathlib import Path

from tests.collect.samples import SENTENCE, word
from tests.collect.test_html import read


def test_paragraphs_tables_and_properties_are_read(tmp_path: Path) -> None:
    raw = word(
        ["Bridge blown up", "By Ada Lund", "", SENTENCE],
        table=[["Day", "Killed"], ["26 May", "2"]],
        author="A. Lund",
    )
    document = read(tmp_path, raw, "a.docx")
    assert document.text == f"Bridge blown up\n\nBy Ada Lund\n\n{SENTENCE}\n\nDay\tKilled\n\n26 May\t2"
    assert (document.title, document.author) == ("Bridge blown up", "A. Lund")
    assert document.published is None
    assert dict(document.metadata)["created"].startswith("2021-05-26")


def test_a_title_in_the_properties_goes_before_the_first_line(tmp_path: Path) -> None:
    assert read(tmp_path, word(["First", SENTENCE], title="The title"), "a.docx").title == "The title"


def test_a_word_document_without_a_suffix_is_known_by_its_bytes(tmp_path: Path) -> None:
    assert read(tmp_path, word([SENTENCE]), "statement").text == SENTENCE
