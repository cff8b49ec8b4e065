"""What changed and what would change, as a reader sees it: whole sentences with quotes, and the same as JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from secondsource.errors import NotFoundError
from secondsource.match import find_repeats
from secondsource.records import HolderKind, JudgementKind, Relation, Reliability, Stance
from secondsource.show.answers import Entry, answer_json, answer_text
from secondsource.show.brief.view import View
from secondsource.show.state import State
from secondsource.show.subjects import subject_words
from secondsource.show.what_changed import changes_answer
from secondsource.show.what_if import what_if_answer
from secondsource.show.what_was_decided import Decided
from secondsource.weigh.changes.decisions import decisions_between
from secondsource.weigh.changes.without import find_sources_named, leave_out
from tests.weigh.builder import Case, grade, judgement, shared_words
from tests.weigh.changes.series import FEW_THEN_MANY, STEADY_NEWS, case_of, derived_of, shifts_of

G, H = "Hammer", "Lantern"


def state(case: Case) -> State:
    return State(derived=derived_of(case), documents=case.documents(), shifts=shifts_of(case))


def answer(then: Case, now: Case, decided: Decided | None = None) -> Entry:
    return changes_answer(date(2025, 3, 4), None, state(then), state(now), decided)


def then() -> Case:
    case = Case()
    case.page("Dispatch").claim(G)
    return case


def now() -> Case:
    case = then()
    case.page("Herald", "2025-03-06").event()
    case.page("Radio", "2025-03-07").claim("Riders", on="a bridge", at="Veshkan", when="2025-03-06")
    case.page("Radio", "2025-03-08").channel("Riders", "@riders").tie("Riders", Relation.SPLINTER_OF, G)
    return case


def test_news_and_support_are_told_with_quotes() -> None:
    text = answer_text(answer(then(), now()))
    assert text.startswith(
        "What became known after 4 March 2025: 3 documents came in, beside 1 known by then.\n"
    )
    for part in (
        "Riders (not in the starter list), first told of in Radio, 7 March 2025.",
        "Riders: attack in Veshkan, 6 March 2025: not addressed.",
        "Riders ← Hammer (split from it): said by Radio.",
        "Riders: Telegram channel @riders.",
        "That it happened: not addressed → partly corroborated; credibility 6 → 3; probability 0.",
        "Now: Herald alone reports it and agrees in day, place and target.",
        "Before: Nobody but Hammer and those who quote it tells of this here.",
        " – Radio, 7 March 2025",
        "Too few dated claims to tell a change of rate or targets: Riders (1 attack).",
    ):
        assert part in text, part


def test_between_the_same_two_days_nothing_changed() -> None:
    found = answer(now(), now())
    assert found.entries == ()
    assert "0 documents came in" in answer_text(found)
    assert "Nothing changed." in answer_text(found)


def test_json_has_the_figures_and_the_statements() -> None:
    plain = json.loads(answer_json(answer(then(), now())))
    assert (plain["since"], plain["documents_new"]) == ("2025-03-04", 3)
    support = next(s for s in plain["entries"] if s["key"] == "support")
    [side] = [e for e in support["entries"][0]["entries"] if e["side"] == "event"]
    assert (side["verdict_before"], side["verdict"]) == ("not addressed", "partly corroborated")
    assert side["probability"] > side["probability_before"]
    assert side["entries"][0]["rule"] == "one_ungraded_family"
    assert side["entries"][0]["statements"]


def test_a_decision_is_told_with_its_reason_and_what_it_changed() -> None:
    old, new = now(), now()
    new.judgements.append(grade("Herald", "B"))
    text = answer_text(answer(new, new, Decided(judgements=tuple(new.judgements), then=state(old))))
    assert "Herald was graded B, by desk on 1 May 2025: looked at both." in text
    assert "Of what was known then, 1 claim or tie changes by them" in text
    assert "That it happened: partly corroborated → corroborated" in text
    assert "Now: Herald (graded B) reports it" in text


def test_what_was_decided_and_taken_back_is_no_decision() -> None:
    made = grade("Herald", "B")
    undone = judgement(JudgementKind.UNDO, made.id, at=2)
    days = (date(2025, 4, 1), date(2025, 5, 1))
    assert decisions_between([made, undone], days[0], None) == ()
    assert [d.sentence for d in decisions_between([made, undone], days[1], None)] == [
        f"{made.id} was taken back"
    ]
    assert len(decisions_between([made, undone], *days)) == 1


def test_what_a_judgement_is_about_is_told_in_words() -> None:
    case = now()
    page = case.page("Herald", title="Convoy attacked").event()
    claim, channel = derived_of(case).claims[0], case.pages[3].statements()[0].statement
    made = grade("Post", "C")
    subjects = (page.document.id, claim.id, channel.id, made.id, "outlet:Post")
    judged = judgement(JudgementKind.REJECT, *subjects)
    view = View(derived_of(case), case.documents())
    names = subject_words([made, judged], view, case.documents())
    assert names[page.document.id] == "“Convoy attacked” (Herald)"
    assert names[claim.id].startswith(("Hammer’s claim of the attack", "Riders’s claim of the attack"))
    assert names[channel.id] == "“@riders is the channel of Riders”"
    assert names[made.id] == "the judgement of 1 May 2025 (correct: looked at both)"
    assert "outlet:Post" not in names
    [decision] = decisions_between([judged], date(2025, 4, 1), None, names)
    assert decision.sentence.endswith("and Post was withdrawn")


def test_an_outlet_that_earns_another_letter_is_told() -> None:
    earned = Reliability(outlet="Herald", grade="B", events=5, borne_out=4.2, share=0.8, margin=0.1)
    old, new = state(then()), state(then())
    new = replace(new, derived=replace(new.derived, reliabilities=(earned,)))
    text = answer_text(changes_answer(date(2025, 3, 4), None, old, new, None))
    assert "Herald, by its record here: too few to tell → B?; others bear out about 4 of 5 events." in text
    assert "Herald, by" not in answer_text(changes_answer(date(2025, 3, 4), None, new, new, None))


def test_a_report_that_is_taken_back_is_told_once() -> None:
    old = now()
    new = now()
    back = new.page("Herald", "2025-03-20").filler("Correction: we withdraw our report on the convoy.")
    back.event(stance=Stance.DENIES)
    text = answer_text(answer(old, new))
    assert "Herald took its report back." in text
    assert "took its report back" not in answer_text(answer(new, new))


def test_what_a_person_rejected_is_no_news() -> None:
    new = now()
    channel = next(s for p in new.pages for s in p.statements() if s.statement.kind == "channel")
    assert "Telegram channel @riders" in answer_text(answer(then(), new))
    rejecting = replace(state(new), rejected=frozenset({channel.statement.id}))
    text = answer_text(changes_answer(date(2025, 3, 4), None, state(then()), rejecting, None))
    assert "@riders" not in text


def test_a_shift_is_told_once() -> None:
    early = case_of(FEW_THEN_MANY[:8], range(0, 100, 4))
    late = case_of(FEW_THEN_MANY, STEADY_NEWS)
    text = answer_text(answer(early, late))
    assert "Hammer, rate changed: 11 attacks claimed in the 28 days from 3 April 2025 on" in text
    assert "rate changed" not in answer_text(answer(late, late))


# --- without a source


def without(case: Case, *outlets: str) -> Entry:
    before = state(case)
    names = find_sources_named(outlets, before.derived, before.documents)
    statements = before.derived.statements
    repeats = find_repeats(statements, before.documents, case.copy_families(), shared_words)
    left = leave_out(names, before.derived, before.documents, repeats)
    rest = Case(actors=case.actors, judgements=case.judgements)
    for page in case.pages:
        if page.document.id not in left.document_ids:
            kept = [
                t
                for t, s in zip(page.told, page.statements(), strict=True)
                if s.statement.id not in left.statement_ids
            ]
            copied = rest.page(page.outlet, page.published.edtf)
            copied.lines, copied.told = list(page.lines), kept
    return what_if_answer(left, before, state(rest))


def test_without_the_only_report_the_claim_stands_alone() -> None:
    case = now()
    case.page("Post", "2025-03-06").event(chain=(("Herald", HolderKind.OUTLET),))
    text = answer_text(without(case, "the Herald"))
    assert text.startswith(
        "Without Herald: 1 document left out, and in others 1 statement on its word (1 quoted)."
    )
    assert "That it happened: partly corroborated → not addressed" in text


def test_what_prints_its_words_goes_with_it() -> None:
    case = now()
    case.copy(case.pages[1], "Post")
    text = answer_text(without(case, "Herald"))
    assert "(1 copied)" in text
    assert "partly corroborated → not addressed" in text


def test_a_paper_left_with_the_headline_of_a_copied_story_is_no_news_that_lacks_it() -> None:
    case = then()
    report = case.page("Herald", "2025-03-04").event()
    copied = case.copy(report, "Post", "2025-03-04", before="Sorna, 4 March")
    headline = "What this paper has printed above its story in large letters: a school was hit"
    copied.event(at=None, when=None, on="a school", words=headline)
    assert "partly corroborated → not addressed" in answer_text(without(case, "Herald"))


def test_what_an_outlet_tells_beside_its_quote_goes_with_it() -> None:
    case = then()
    case.page("Post", "2025-03-06").event(chain=(("Herald", HolderKind.OUTLET),)).event()
    case.page("Herald", "2025-03-06").event()
    assert "1 told beside those" in answer_text(without(case, "Herald"))


def test_a_paper_keeps_what_it_says_itself() -> None:
    case = now()
    quoting = case.page("Post", "2025-03-06").event(chain=(("Herald", HolderKind.OUTLET),))
    quoting.tie("Riders", Relation.RIVAL_OF, G)
    assert "Riders – Hammer" not in answer_text(without(case, "Herald"))
    assert "Hammer – Riders (rivals): no longer said by Post." in answer_text(without(case, "Post"))


def test_without_who_told_nothing_else_nothing_changes() -> None:
    case = now()
    case.page("Gazette", "2025-03-09").event(on="market", at="Fort Bell", when="2025-03-08")
    assert answer_text(without(case, "Gazette")).endswith("Nothing changes.\n")


def test_a_claim_that_only_it_tells_would_not_be_told() -> None:
    text = answer_text(without(now(), "Radio"))
    assert "Riders: attack in Veshkan, 6 March 2025, was not addressed: nobody else tells it." in text
    assert "Riders ← Hammer (split from it): no longer said by Radio." in text


def test_an_unknown_outlet_brings_the_nearest_names() -> None:
    with pytest.raises(NotFoundError, match="Nearest: Herald"):
        without(now(), "Heraldo")
