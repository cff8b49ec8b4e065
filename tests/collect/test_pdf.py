"""A PDF becomes running text that knows its pages."""

from __future__ import annotations

from pathlib import Path

from secondsource.collect import Collected
from secondsource.collect.pdf.layout import Line, join_pages
from tests.collect.samples import SENTENCE, pdf
from tests.collect.test_html import read
from tests.collect.test_text import collect


def line(text: str, row: float, *, left: float = 50, right: float = 500, size: float = 10) -> Line:
    bottom = 700 - 12 * row
    return Line(text=text, left=left, right=right, bottom=bottom, top=bottom + size, page_height=842)


def test_paragraphs_are_whole_and_running_heads_gone(tmp_path: Path) -> None:
    paragraphs = [f"Item {n}. {SENTENCE}" for n in range(40)]
    document = read(tmp_path, pdf(["By Ada Lund, 26 May 2021", *paragraphs], title="Weekly brief"), "a.pdf")
    assert document.text.split("\n\n")[1:] == paragraphs
    assert (document.title, document.author, document.media_type) == (
        "Weekly brief",
        "Ada Lund",
        "application/pdf",
    )
    assert document.published is not None
    assert (document.published.edtf, document.published_from) == ("2021-05-26", "by-line")


def test_pages_are_offsets_into_the_text(tmp_path: Path) -> None:
    paragraphs = [f"Item {n}. {SENTENCE}" for n in range(40)]
    document = read(tmp_path, pdf(paragraphs), "a.pdf")
    assert len(document.pages) == 3
    assert document.pages[0] == 0
    assert list(document.pages) == sorted(document.pages)
    assert all(document.text[start - 1 : start].isspace() for start in document.pages[1:])


def test_the_day_a_pdf_was_made_is_kept_but_is_no_day_of_publication(tmp_path: Path) -> None:
    document = read(tmp_path, pdf([SENTENCE]), "a.pdf")
    assert document.published is None
    assert "created" in dict(document.metadata)


def test_a_pdf_is_known_by_its_bytes_whatever_its_suffix(tmp_path: Path) -> None:
    for name in ("a.txt", "a.html", "a"):
        (tmp_path / name).write_bytes(pdf([SENTENCE]))
        (found,) = collect(tmp_path / name)
        assert isinstance(found, Collected)
        assert found.document.text.endswith(SENTENCE)


def test_a_word_broken_at_the_end_of_a_line_is_mended() -> None:
    assert join_pages([[line("The mini\ufffe", 0), line("stry of al-", 1), line("Orlo said so", 2)]])[0] == (
        "The ministry of al-Orlo said so"
    )


def test_a_paragraph_runs_on_over_a_page_and_the_page_starts_inside_it() -> None:
    text, starts = join_pages([[line("The ministry", 0)], [line("said so.", 0)], []])
    assert text == "The ministry said so."
    assert starts == (0, 13, 21)


def test_gaps_sizes_bullets_and_short_last_lines_begin_paragraphs() -> None:
    lines = [
        line("Heading", 0, size=16, right=120),
        line("First paragraph that goes on", 1.5),
        line("to its end.", 2.5, right=120),
        line("Second one after a short line", 3.5),
        line("and its end", 4.5),
        line("Third after a gap", 7),
        line("• a bullet", 8),
    ]
    assert join_pages([lines])[0].split("\n\n") == [
        "Heading",
        "First paragraph that goes on to its end.",
        "Second one after a short line and its end",
        "Third after a gap",
        "• a bullet",
    ]
