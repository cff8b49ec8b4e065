"""The Python API as a researcher uses it in a notebook."""

from __future__ import annotations

from pathlib import Path

import pytest

import secondsource
from secondsource.errors import CaseError, NotFoundError
from secondsource.records import Event

TEXT = (
    "The Red Banner Front claimed responsibility for an ambush of an army convoy in Alun on 3 March. "
    "Residents said that two soldiers were killed."
)


def test_text_is_read_with_words_for_every_statement() -> None:
    read = secondsource.read_text(TEXT, published="2031-03-04", outlet="Alun Herald")
    events = [s for s in read.statements if isinstance(s.proposition, Event)]
    assert events
    for statement in read.statements:
        assert TEXT[statement.span.start : statement.span.end].strip()
    [day] = {read.resolved[s.id].when for s in events if s.proposition.when}  # type: ignore[union-attr]
    assert day
    assert (day.edtf, day.assumed) == ("2031-03-03", ("year",))


def test_case_is_made_fed_and_asked(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with secondsource.create_case(tmp_path / "desk.db") as case:
        report = case.add([str(tmp_path / "a.txt")])
        assert (report.added, report.failed) == (1, ())
        assert case.claims().columns[0] == "id"
    with secondsource.open_case(tmp_path / "desk.db") as case:
        assert case.add([str(tmp_path / "a.txt")]).known_before == 1
        with pytest.raises(NotFoundError, match="secondsource claims"):
            case.explain("nothing")


def test_missing_case_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="secondsource init"):
        secondsource.open_case(tmp_path / "none.db")


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        _ = secondsource.nothing_of_the_kind
