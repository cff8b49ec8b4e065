"""What is not claimed, in the brief and as an answer of its own; and how many names may be one actor's."""

from __future__ import annotations

import pytest

from secondsource.errors import NotFoundError
from secondsource.show.absences import absences_answer
from secondsource.show.answers import answer_text
from secondsource.show.brief import Question, compose_brief
from secondsource.show.markdown import FORMAT
from tests.weigh.builder import Case
from tests.weigh.changes.series import derived_of
from tests.weigh.test_absence import G, H, written

SAID = "Hammer has not claimed attacks on schools."


def brief(case: Case, about: str | None = None, suggested: tuple[frozenset[str], ...] = ()) -> str:
    composed = compose_brief(derived_of(case), case.documents(), Question(about=about), suggested=suggested)
    return FORMAT.render(composed).decode()


def test_a_group_asked_about_is_told_with_what_it_has_not_claimed() -> None:
    text = brief(written(), about=G)
    assert "## What it has not claimed" in text
    assert "- **Bridges and tunnels**: 3 attacks told here, in 6 documents of 2 outlets" in text
    assert "; claimed by Lantern (3). [" in text


@pytest.mark.parametrize("case", [written(bridges=2), written(convoys=1)])
def test_with_too_little_coverage_the_brief_is_silent(case: Case) -> None:
    assert "not claimed" not in brief(case, about=G)


def test_a_brief_about_nobody_has_no_such_section() -> None:
    assert "What it has not claimed" not in brief(written())


def test_words_that_say_so_stand_beside_the_claims_once() -> None:
    case = written(bridges=0)
    case.pages[0].filler(SAID)
    for about in (None, G):
        text = brief(case, about=about)
        assert text.count(f"of which a text says that they are not claimed: “{SAID}” – Dispatch.") == 1


def test_the_answer_gives_each_line_its_coverage_and_quotes() -> None:
    text = answer_text(absences_answer(G, derived_of(written()), written().documents()))
    assert text.startswith("Hammer claims 3 attacks here, in 3 documents of 1 outlet by 1 origin, ")
    assert "Bridges and tunnels: 3 attacks told here" in text
    assert "It does claim attacks on convoys and vehicles (3)" in text
    assert " – Herald, 2 April 2025" in text


def test_too_little_is_told_as_not_known_with_the_reason() -> None:
    few = written(bridges=2)
    text = answer_text(absences_answer(G, derived_of(few), few.documents()))
    assert "Nothing can be said of what it has not claimed." in text
    assert "Not known, since fewer than 3 attacks on them are told here" in text
    assert "bridges and tunnels (2)" in text


def test_a_name_that_nobody_bears_brings_the_nearest() -> None:
    case = written()
    with pytest.raises(NotFoundError, match=f"Nearest: {H}"):
        absences_answer("Lanterm", derived_of(case), case.documents())


def test_names_that_may_be_one_are_counted_under_the_names() -> None:
    pairs = (frozenset({f"actor:{G}", f"actor:{H}"}),)
    line = "1 pair of names may be one actor’s; “secondsource actors suggestions” lists it."
    assert line in brief(written(), suggested=pairs)
    assert line in brief(written(), about=G, suggested=pairs)
    assert line not in brief(written(), about=G, suggested=(frozenset({"actor:x", "actor:y"}),))
    assert "may be one" not in brief(written())
