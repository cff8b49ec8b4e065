"""Where a learned grade is shown, in which words, and that a person's grade stands before it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from secondsource.records import Reliability
from secondsource.show.brief import Question, compose_brief
from secondsource.show.brief.parts import Bullets, bare_words
from secondsource.show.brief.phrases import learned_grade
from secondsource.show.explain import explain_claim
from secondsource.show.tables import sources_table
from secondsource.show.tree import tree_text
from secondsource.weigh import NO_SOURCES
from tests.show.test_explain import weighed
from tests.show.veldria import veldria

BASIS = "B? from 14 events that others tell of too"


def learned(outlet: str, grade: str | None = "B", events: int = 14) -> Reliability:
    return Reliability(outlet=outlet, grade=grade, events=events, borne_out=12.1, share=0.88, margin=0.07)


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (learned("Herald"), BASIS),
        (learned("Herald", grade=None, events=1), "too few to tell: 1 event"),
        (None, "too few to tell: no event"),
    ],
)
def test_a_learned_grade_says_what_it_rests_on(record: Reliability | None, words: str) -> None:
    assert learned_grade(record) == words


def test_the_table_of_sources_has_both_grades_side_by_side() -> None:
    documents = veldria().documents.values()
    table = sources_table(documents, NO_SOURCES, [learned("Harbour Post")])
    place = table.columns.index("learned")
    shown = {row[0]: row[place] for row in table.rows}
    assert shown["Harbour Post"] == BASIS
    assert shown["Coast Herald"] == "too few to tell: no event"


@pytest.mark.parametrize(("grades", "is_shown"), [({}, True), ({"Harbour Post": "C"}, False)])
def test_the_brief_gives_a_learned_grade_where_no_person_gave_one(
    grades: dict[str, str], is_shown: bool
) -> None:
    case = veldria()
    derived = replace(case.derived(), reliabilities=(learned("Harbour Post"),))
    brief = compose_brief(derived, case.documents, Question(), case.unread, grades)
    sources = next(s for s in brief.sections if s.key == "sources")
    lines = [bare_words(x.runs) for b in sources.blocks if isinstance(b, Bullets) for x in b.lines]
    line = next(x for x in lines if x.startswith("Harbour Post"))
    assert (f"by its record {BASIS}" in line) is is_shown
    assert ("grade C" in line) is not is_shown


def test_explain_gives_it_under_the_family_and_says_that_no_verdict_rests_on_it() -> None:
    case, derived = weighed()
    with_it = replace(derived, reliabilities=(learned("Herald"),))
    words = tree_text(explain_claim(derived.claims[0].id, with_it, case.documents()).root)
    assert f"Herald by its record here: {BASIS}; no verdict rests on it" in words
