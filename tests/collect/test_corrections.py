"""Documents as a person corrected them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from secondsource.codec import content_id
from secondsource.collect.corrections import check_correction, correct_documents
from secondsource.errors import JudgementError
from secondsource.records import Document, Judgement, JudgementKind

AT = datetime(2031, 5, 1, tzinfo=UTC)
DOCUMENT = Document(
    id="sha256:a",
    raw_sha256="a",
    path=None,
    outlet=None,
    url=None,
    title="A title",
    author=None,
    published=None,
    published_from=None,
    collected_at=AT,
    media_type="text/plain",
    language="en",
    text="Words.",
)


def said(kind: JudgementKind, subject: str, field: str | None, value: str | None, minute: int) -> Judgement:
    at = AT + timedelta(minutes=minute)
    made = Judgement(
        id="", kind=kind, subjects=(subject,), field=field, value=value, why="seen", who="Ada", at=at
    )
    return replace(made, id=content_id("judgement", made))


def test_newest_correction_holds_and_undo_brings_back_what_was_before() -> None:
    first = said(JudgementKind.CORRECT, "sha256:a", "published", "2031-04-02", 1)
    second = said(JudgementKind.CORRECT, "sha256:a", "published", "2031-04-03", 2)
    undo = said(JudgementKind.UNDO, second.id, None, None, 3)
    for judgements, edtf in (
        ((first,), "2031-04-02"),
        ((second, first), "2031-04-03"),
        ((first, second, undo), "2031-04-02"),
    ):
        [corrected] = correct_documents([DOCUMENT], judgements)
        assert corrected.published
        assert (corrected.published.edtf, corrected.published_from) == (edtf, "judgement")


def test_corrected_day_is_the_day_it_became_known() -> None:
    [corrected] = correct_documents(
        [DOCUMENT], [said(JudgementKind.CORRECT, "sha256:a", "published", "2031-04-02", 1)]
    )
    assert DOCUMENT.known_on.isoformat() == "2031-05-01"
    assert corrected.known_on.isoformat() == "2031-04-02"


def test_another_document_and_another_field_stay_as_they_are() -> None:
    judgements = [
        said(JudgementKind.CORRECT, "sha256:b", "outlet", "Herald", 1),
        said(JudgementKind.CORRECT, "outlet:Herald", "grade", "B", 2),
        said(JudgementKind.NOTE, "sha256:a", "outlet", "Herald", 3),
    ]
    assert list(correct_documents([DOCUMENT], judgements)) == [DOCUMENT]


@pytest.mark.parametrize(
    ("field", "value", "says"), [("text", "x", "outlet"), ("published", "soon", "2031-05-26")]
)
def test_impossible_correction_is_refused_with_what_is_possible(field: str, value: str, says: str) -> None:
    with pytest.raises(JudgementError, match=says):
        check_correction(field, value)
