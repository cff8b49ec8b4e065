"""What a brief says of a case of everything, and what it keeps apart."""

from __future__ import annotations

from datetime import date

import pytest

from secondsource.records import Derived, EventType, PlaceKind
from secondsource.show.brief import Brief, Question, compose_brief
from secondsource.show.brief.parts import (
    Block,
    Bullets,
    Grounds,
    Line,
    Marks,
    Part,
    Row,
    Runs,
    Table,
    bare_words,
    cited,
    say,
)
from tests.show.case import CaseBuilder, place
from tests.show.crowded import crowded
from tests.show.veldria import veldria


def brief_of(case: CaseBuilder, question: Question | None = None) -> Brief:
    return compose_brief(case.derived(), case.documents, question or Question(), case.unread, case.grades)


@pytest.fixture(scope="module")
def whole() -> Brief:
    return brief_of(veldria())


def told(brief: Brief, key: str) -> str:
    """All words of a section, a line each."""
    section = next((s for s in brief.sections if s.key == key), None)
    return "\n".join(w for b in section.blocks for w in _words(b)) if section else ""


def _words(block: Block) -> list[str]:
    if isinstance(block, Line):
        return [_with_marks(block.runs)]
    if isinstance(block, Table):
        return [" | ".join(_with_marks(c) for c in row.cells) for row in block.rows]
    if isinstance(block, Bullets):
        return [f"{block.lead or ''}: {_with_marks(line.runs)}" for line in block.lines]
    return [bare_words(block.title), *(w for b in block.blocks for w in _words(b))]


def _with_marks(runs: Runs) -> str:
    return "".join("*" if isinstance(r, Marks) else r.text for r in runs)


def lines_of(brief: Brief) -> list[Line | Row]:
    found: list[Line | Row] = []
    blocks: list[Block] = [b for s in brief.sections for b in s.blocks]
    while blocks:
        block = blocks.pop()
        match block:
            case Line():
                found.append(block)
            case Table():
                found += block.rows
            case Bullets():
                found += block.lines
            case Part():
                blocks += block.blocks
    return found


def test_sections_stand_in_reading_order(whole: Brief) -> None:
    assert [s.key for s in whole.sections] == [
        "first",
        "new-names",
        "known-names",
        "claims",
        "threats",
        "incidents",
        "ties",
        "misfits",
        "silence",
        "sources",
    ]


def test_a_sentence_without_a_citation_can_not_be_built() -> None:
    with pytest.raises(ValueError, match="without a citation"):
        Line(runs=(say("They did it."),))
    with pytest.raises(ValueError, match="without a citation"):
        Row(cells=((say("They"),), (say("did it"),)))


def test_every_sentence_cites_a_quote_or_says_why_it_can_not(whole: Brief) -> None:
    numbers = {c.number for c in whole.citations}
    for line in lines_of(whole):
        cells = (line.runs,) if isinstance(line, Line) else line.cells
        found = {n for cell in cells for n in cited(cell)}
        assert found <= numbers
        assert found or line.grounds in (Grounds.ABSENCE, Grounds.COUNT, Grounds.DOCUMENT)


def test_every_citation_quotes_its_document_and_is_used(whole: Brief) -> None:
    case = veldria()
    used = {n for line in lines_of(whole) for c in _cells(line) for n in cited(c)}
    used |= {n for p in whole.timeline for n in p.numbers}
    for citation in whole.citations:
        text = case.documents[citation.document_id].text
        assert citation.quote == text[citation.start : citation.end]
        assert text[: citation.start].endswith(citation.before.removeprefix("…"))
    assert used == {c.number for c in whole.citations}
    assert [c.number for c in whole.citations] == list(range(1, len(whole.citations) + 1))


def test_a_long_brief_says_what_it_leaves_out_and_cites_nothing_that_it_does_not_show() -> None:
    brief = brief_of(crowded(80))
    used = {n for line in lines_of(brief) for c in _cells(line) for n in cited(c)}
    used |= {n for p in brief.timeline for n in p.numbers}
    assert used == {c.number for c in brief.citations}
    assert "20 more claims are left out here" in told(brief, "claims")
    assert "68 more accusations and reports are left out here" in told(brief, "claims")
    assert "50 more threats are left out here" in told(brief, "threats")
    assert "50 more ties are left out here" in told(brief, "ties")
    assert "no more than twelve are shown" in told(brief, "misfits")


def _cells(line: Line | Row) -> tuple[Runs, ...]:
    return (line.runs,) if isinstance(line, Line) else line.cells


def test_counts_tell_origins_verdicts_grades_and_what_was_not_read(whole: Brief) -> None:
    counts = " ".join(bare_words(line.runs) for line in whole.counts)
    assert "4 documents" in counts
    assert "Harbour Post: B" in counts
    assert "5 claims of attacks: 2 partly corroborated, 1 uncorroborated, 2 not addressed" in counts
    assert "1 document not read: no reader for ar" in counts


def test_two_copies_of_one_wire_are_one_origin(whole: Brief) -> None:
    assert "interior ministry in Veldria Wire, Morning Ledger" in told(whole, "incidents")
    assert "Morning Ledger repeats the words of Veldria Wire." in told(whole, "sources")


def test_a_claim_stands_with_its_channel_its_doubt_and_both_verdicts(whole: Brief) -> None:
    row = next(r for r in told(whole, "claims").splitlines() if "Crane" in r)
    assert row.startswith("Katibat al-Fajr | attack on a Crane helicopter | 17 April 2031ᵃ")
    assert "reportedly" in row
    assert "uncorroborated: Harbour Post found no trace of it" in row
    depot = told(whole, "claims").splitlines()[0]
    assert "its statement, told by Harbour Post, reportedly" in depot
    assert "contested: another group claims it" in depot


def test_what_a_claimant_is_accused_of_as_well_is_no_second_entry(whole: Brief) -> None:
    assert "an accusation by" not in told(whole, "claims")


def test_new_names_leave_out_the_starter_list_and_collectives(whole: Brief) -> None:
    names = told(whole, "new-names")
    assert "Dawn Battalion (other name)" in names
    assert "Telegram channel (ownership in doubt)" in names
    assert "Northern Tide" not in names
    assert "The groups" not in names
    assert "Northern Tide" in told(whole, "known-names")


def test_differing_details_stand_side_by_side_with_their_origins(whole: Brief) -> None:
    incidents = told(whole, "incidents")
    assert "killed (differs) | 7 killed | interior ministry" in incidents
    assert "killed (differs) | nobody killed | airport authority" in incidents
    assert "2 origins beside the claimant" in incidents


def test_a_tie_shows_who_is_for_and_who_against_and_nobody_where_nobody(whole: Brief) -> None:
    ties = told(whole, "ties")
    assert "the groups ← Coastal Front (backing) | nobody here | nobody here | the groups themselves" in ties
    assert (
        "the groups ← Karsovia (backing) | Officials in Port Amsa (not named), 26 May 2031 * | nobody" in ties
    )
    assert "The strongest assertion (command) has the weakest source" in ties
    assert "the groups: no leader of them is known." in ties


def test_what_does_not_fit_is_said(whole: Brief) -> None:
    misfits = told(whole, "misfits")
    assert "Differing figures of the killed" in misfits
    assert "Unclaimed and claimed" in misfits


def test_what_nobody_addressed_is_said(whole: Brief) -> None:
    silence = told(whole, "silence")
    assert "attack on a base at Torvik" in silence
    assert "the Telegram channel that bears the name of Dir al-Wadi" in silence
    assert "Karsovia" in silence


def test_assumed_years_are_marked_and_the_mark_is_explained(whole: Brief) -> None:
    assert "March 2031ᵃ" in told(whole, "claims")
    assert "ᵃ A year with this mark stands in no text" in told(whole, "first")


def test_sources_give_grade_day_and_how_it_was_found_marking_hash_and_access(whole: Brief) -> None:
    case = veldria()
    line = next(w for w in told(whole, "sources").splitlines() if "Harbour Post" in w)
    for part in ("grade B", "26 May 2031, from the by-line", "TLP:GREEN"):
        assert part in line
    assert "All collected on 2 June 2031." in told(whole, "sources")
    assert next(d.raw_sha256 for d in case.documents.values() if d.outlet == "Harbour Post") in line
    assert "A. Writer" not in line


@pytest.mark.parametrize("about", ["Katibat al-Fajr", "katibat AL FAJR", "Dawn Battalion", "dawn"])
def test_about_an_actor_takes_any_of_its_names(about: str) -> None:
    brief = brief_of(veldria(), Question(about=about))
    claims = told(brief, "claims")
    assert "Katibat al-Fajr" in claims
    assert "Northern Tide" in claims  # it claims the same attack
    assert "Usud al-Nahr" not in claims
    assert "threats" not in [s.key for s in brief.sections]
    assert "Dawn Battalion" in told(brief, "names")


def test_about_a_place_takes_what_happened_there() -> None:
    brief = brief_of(veldria(), Question(about="Torvik"))
    assert "Usud al-Nahr" in told(brief, "claims")
    assert "Dir al-Wadi" not in told(brief, "claims")


def test_about_a_country_takes_all_that_lies_in_it() -> None:
    case = veldria()
    post = next(iter(case.documents.values()))
    case.say(
        post,
        "Veldria",
        case.event(post, EventType.PROTEST, place="Veldria"),
        place=place("Veldria", PlaceKind.COUNTRY),
    )
    claims = told(brief_of(case, Question(about="veldria")), "claims")
    assert "Usud al-Nahr" in claims
    assert "Dir al-Wadi" in claims


def test_a_place_comes_before_an_actor_that_only_bears_its_name() -> None:
    case = veldria()
    case.actor("Torvik Guard")
    brief = brief_of(case, Question(about="Torvik"))
    assert "Usud al-Nahr" in told(brief, "claims")
    assert "names" not in [s.key for s in brief.sections]


def test_about_what_nobody_names_says_so_and_what_comes_near() -> None:
    brief = brief_of(veldria(), Question(about="Katibat al-Fahr"))
    counts = " ".join(bare_words(line.runs) for line in brief.counts)
    assert "No document here names “Katibat al-Fahr”." in counts
    assert "Katibat al-Fajr" in counts
    assert [s.key for s in brief.sections] == ["sources"]
    assert "nothing in 4 documents" in brief.title
    assert "statement" not in counts


def test_a_question_counts_the_documents_that_answer_it() -> None:
    case = veldria()
    case.document("Rain is forecast.", "Harbour Post", "2031-05-20", title="Weather")
    brief = brief_of(case, Question(about="Katibat al-Fajr"))
    answering = {c.document_id for c in brief.citations}
    assert f"what {len(answering)} of 5 documents say" in brief.title
    assert f"{len(answering)} of 5 documents" in bare_words(brief.counts[-2].runs)


def test_an_actor_asked_about_is_no_news() -> None:
    assert "new name" in told(brief_of(veldria()), "first")
    assert "new name" not in told(brief_of(veldria(), Question(about="Katibat al-Fajr")), "first")


def test_since_keeps_what_became_known_from_that_day_on() -> None:
    brief = brief_of(veldria(), Question(since=date(2031, 5, 10)))
    assert "Usud al-Nahr" in told(brief, "claims")
    later = brief_of(veldria(), Question(since=date(2031, 6, 1)))
    assert "Nothing here became known since 1 June 2031." in bare_words(later.counts[0].runs)


def test_a_document_of_a_later_day_is_refused() -> None:
    with pytest.raises(ValueError, match="became public after"):
        brief_of(veldria(), Question(as_of=date(2031, 5, 10)))


def test_an_empty_case_says_so() -> None:
    empty = Derived(
        actors=(),
        aliases=(),
        statements=(),
        copies=(),
        incidents=(),
        families=(),
        claims=(),
        verdicts=(),
        ties=(),
        indicators=(),
    )
    brief = compose_brief(empty, {}, Question())
    assert "No document has been read" in bare_words(brief.counts[0].runs)
    early = compose_brief(empty, {}, Question(as_of=date(2031, 5, 1)))
    assert [bare_words(line.runs) for line in early.counts] == ["No document here was public by 1 May 2031."]
    assert brief.sections == ()


def test_records_in_another_order_give_the_same_brief(whole: Brief) -> None:
    case = veldria()
    case.statements.reverse()
    case.actors = dict(reversed(case.actors.items()))
    case.documents = dict(reversed(case.documents.items()))
    assert brief_of(case) == whole
