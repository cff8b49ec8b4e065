"""How a brief words what it tells: short, never twice, never louder than its evidence, no private names."""

from __future__ import annotations

import pytest

from secondsource.records import (
    DayRange,
    EventType,
    Finding,
    Outcome,
    ResolvedStatement,
    Side,
    Stance,
    Toll,
    TollPart,
    VerdictName,
)
from secondsource.show.brief import Question
from secondsource.show.brief.parts import Bullets, Marks, bare_words
from secondsource.show.brief.telling import event_words, toll_words
from secondsource.show.markdown import FORMAT
from tests.show.case import ACCUSED, CLAIMED, CaseBuilder, day, place
from tests.show.crowded import crowded
from tests.show.test_brief import brief_of, told

DAY = day("2031-05-06")


def report(
    case: CaseBuilder,
    text: str,
    outlet: str | None,
    *,
    on: list[str],
    killed: tuple[str, int, int | None] | None = None,
    where: str | None = None,
    kind: EventType = EventType.ATTACK,
    when: DayRange | None = DAY,
) -> ResolvedStatement:
    """One document of one sentence that tells one event."""
    document = case.document(text, outlet, "2031-05-07", title=f"Seen by {outlet or 'a reader'}")
    event = case.event(document, kind, on=on, killed=killed, **({"place": where} if where else {}))
    return case.say(document, text, event, when=when, place=place(where) if where else None)


@pytest.mark.parametrize(
    ("who", "is_shown"),
    [
        ("American", True),
        ("Turkish soldier", True),
        ("child", True),
        ("police", True),
        ("Ana Ruiz", False),
        ("Khalid", False),
    ],
)
def test_a_part_of_a_toll_tells_a_side_and_never_a_victims_name(who: str, is_shown: bool) -> None:
    case = CaseBuilder()
    document = case.document("Three died.", "Post", "2031-05-07")
    span = case.mention(document, "Three").span
    toll = Toll(span=span, low=3, high=3, of=(TollPart(who=who, n=1), TollPart(who="American", n=2)))
    words = bare_words(toll_words(toll, "killed"))
    assert (who in words) == is_shown
    assert "2 American" in words


@pytest.mark.parametrize(
    ("text", "on", "killed", "kind", "words"),
    [
        (
            "Nine soldiers died.",
            "Nine soldiers",
            ("Nine", 9, 9),
            EventType.KILLING,
            "killing of nine soldiers",
        ),
        ("A bomb hurt Three.", "Three", ("Three", 3, 3), EventType.BOMBING, "bombing; 3 killed"),
        ("Two Rivers was hit.", "Two Rivers", None, EventType.ATTACK, "attack on Two Rivers"),
        ("Its office was hit.", "Its office", None, EventType.ATTACK, "attack on its office"),
    ],
)
def test_an_event_says_how_many_once_and_small_inside_a_sentence(
    text: str, on: str, killed: tuple[str, int, int] | None, kind: EventType, words: str
) -> None:
    assert (
        bare_words(event_words(report(CaseBuilder(), text, "Post", on=[on], killed=killed, kind=kind)))
        == words
    )


def test_first_read_this_is_short_and_holds_one_of_each_kind_before_a_second() -> None:
    brief = brief_of(crowded(40))
    [bullets] = next(s for s in brief.sections if s.key == "first").blocks
    assert isinstance(bullets, Bullets)
    assert len(bullets.lines) <= 9
    for verdict in (VerdictName.CONTRADICTED, VerdictName.UNCORROBORATED, VerdictName.CORROBORATED):
        assert f"– {verdict.value}: " in told(brief, "first")
    assert "new names" in told(brief, "first")


def test_no_sentence_carries_more_numbers_than_anybody_looks_up() -> None:
    case = CaseBuilder()
    group = case.actor("Red Front")
    spoken = []
    for n in range(20):
        document = case.document(f"Red Front bombed pump {n} today.", f"Post {n}", "2031-05-07")
        by = [("Red Front", group, CLAIMED)]
        event = case.event(document, EventType.BOMBING, by=by, on=["pump"])
        spoken.append(case.say(document, document.text, event, when=DAY))
    incident = case.incident(*spoken)
    claim = case.claim(group, incident, *spoken)
    case.verdict(claim, Side.EVENT, VerdictName.NOT_ADDRESSED, "Nobody else tells of it.")
    marks = [
        r
        for section in brief_of(case).sections
        for block in section.blocks
        if isinstance(block, Bullets)
        for line in block.lines
        for r in line.runs
        if isinstance(r, Marks)
    ]
    assert marks
    assert all(len(m.numbers) <= 8 for m in marks)


def test_an_incident_is_named_by_what_was_hit_and_not_by_a_figure_that_others_dispute() -> None:
    case = CaseBuilder()
    high = report(
        case,
        "Nine soldiers died near Alun.",
        "Band News",
        on=["Nine soldiers"],
        killed=("Nine", 9, 9),
        where="Alun",
        kind=EventType.KILLING,
    )
    low = report(case, "An army patrol was hit at Alun.", "Post", on=["An army patrol"], where="Alun")
    case.incident(high, low)
    words = told(brief_of(case), "incidents")
    assert words.startswith("Attack on an army patrol in Alun, 6 May 2031")


@pytest.mark.parametrize(("families", "is_alone"), [(2, True), (1, False)])
def test_one_against_the_rest_counts_families_and_not_documents(families: int, is_alone: bool) -> None:
    case = CaseBuilder()
    alone = report(case, "Four died in a raid on a depot.", "A", on=["a depot"], killed=("Four", 4, 4))
    others = [
        report(case, f"Nine died, {outlet} says, at a depot.", outlet, on=["a depot"], killed=("Nine", 9, 9))
        for outlet in ("B", "C")
    ]
    incident = case.incident(alone, *others)
    case.family(incident, ("A",), alone)
    if families == 2:
        case.family(incident, ("B",), others[0])
        case.family(incident, ("C",), others[1])
    else:
        case.family(incident, ("B", "C"), *others)
    words = told(brief_of(case), "misfits")
    assert "Differing figures of the killed" in words
    assert ("one origin against the rest" in words) == is_alone
    assert words.count("9 killed") == 1


def test_a_group_that_no_text_names_is_counted_and_is_no_new_name() -> None:
    case = CaseBuilder()
    named, nameless = case.actor("Red Front"), case.actor("separatists")
    for actor, name in ((named, "Red Front"), (nameless, "separatists")):
        document = case.document(f"The {name} bombed a mill.", "Post", "2031-05-07")
        event = case.event(document, EventType.BOMBING, by=[(name, actor, CLAIMED)], on=["a mill"])
        case.say(document, document.text, event, when=DAY)
    words = told(brief_of(case), "new-names")
    assert words.splitlines()[0].startswith("Red Front")
    assert "separatists" not in words
    assert "1 group that no text names acts here too" in words


def test_a_new_name_that_claims_stands_with_the_known_group_that_it_is_like() -> None:
    case = CaseBuilder()
    for name, published in (("Red Reed Front", "2031-01-07"), ("Red Reed Army", "2031-05-07")):
        document = case.document(f"The {name} bombed a mill.", "Post", published)
        event = case.event(document, EventType.BOMBING, by=[(name, case.actor(name), CLAIMED)], on=["a mill"])
        case.say(document, document.text, event, when=DAY)
    words = told(brief_of(case), "new-names")
    assert "Red Reed Army: like Red Reed Front by name (both names have “Red Reed”)" in words
    assert "Red Reed Front: like" not in words


def test_the_group_is_no_other_answer_to_who_did_it() -> None:
    case = CaseBuilder()
    named, nameless = case.actor("Red Front"), case.actor("group")
    told_by = []
    for actor, name in ((named, "Red Front"), (nameless, "group")):
        document = case.document(f"The {name} bombed a mill.", f"Post of {name}", "2031-05-07")
        event = case.event(document, EventType.BOMBING, by=[(name, actor, ACCUSED)], on=["a mill"])
        told_by.append(case.say(document, document.text, event, when=DAY))
    case.incident(*told_by)
    [row] = [w for w in told(brief_of(case), "incidents").splitlines() if w.startswith("who did it")]
    assert row.startswith("who did it | Red Front")


def test_an_outlet_without_a_name_goes_by_its_title() -> None:
    case = CaseBuilder()
    one = report(case, "A mill was hit.", None, on=["A mill"])
    two = report(case, "A mill was struck.", "Post", on=["A mill"])
    incident = case.incident(one, two)
    case.family(incident, (f"document {one.statement.document_id}",), one)
    case.family(incident, (f"officials, in document {one.statement.document_id}",), two)
    words = told(brief_of(case), "incidents")
    assert "“Seen by a reader”" in words
    assert "officials in “Seen by a reader”" in words
    assert "document " + one.statement.document_id not in words


def test_an_event_of_which_nothing_but_the_kind_is_told_takes_no_line() -> None:
    case = CaseBuilder()
    case.incident(report(case, "There was an attack.", "Post", on=[], when=None))
    case.incident(report(case, "A mill was hit.", "Post", on=["A mill"], when=None))
    words = told(brief_of(case), "incidents")
    assert words.count("Post in its own voice") + words.count("the text, in its own voice") == 1
    assert "day not known" not in words


def test_markdown_says_what_was_not_read_in_its_head() -> None:
    case = CaseBuilder()
    report(case, "A mill was hit.", "Post", on=["A mill"])
    unread = case.document("نص", "Post", "2031-05-07", title="Other")
    case.unread.append((unread.id, "no reader for ar"))
    head = FORMAT.render(brief_of(case, Question())).decode().partition("\n## ")[0]
    assert "1 document not read: no reader for ar" in head


def test_who_denies_an_accusation_is_not_among_those_who_make_it() -> None:
    case = CaseBuilder()
    group = case.actor("Red Front")
    made = []
    for outlet, stance in (("Post", Stance.ASSERTS), ("Herald", Stance.DENIES)):
        document = case.document(f"Red Front hit a mill, by {outlet}.", outlet, "2031-05-07")
        event = case.event(document, EventType.ATTACK, by=[("Red Front", group, ACCUSED)], on=["a mill"])
        made.append(case.say(document, document.text, event, when=DAY, stance=stance))
    case.incident(*made)
    words = told(brief_of(case), "claims")
    assert "an accusation by Post in its own voice; denied by Herald in its own voice" in words


def test_nobody_has_claimed_it_takes_no_line_where_no_event_is_told() -> None:
    case = CaseBuilder()
    document = case.document("A mill was hit. No group has claimed it.", "Post", "2031-05-07")
    case.say(document, "No group has claimed it.", Finding(outcome=Outcome.UNCLAIMED))
    assert "nobody has claimed it" not in told(brief_of(case), "claims")
    hit = case.say(
        document, "A mill was hit.", case.event(document, EventType.ATTACK, on=["A mill"]), when=DAY
    )
    case.say(document, "claimed it.", Finding(outcome=Outcome.UNCLAIMED, of=hit.statement.id))
    assert "Attack on a mill, 6 May 2031: nobody has claimed it" in told(brief_of(case), "claims")


def test_the_front_is_no_rival_of_the_front_it_is() -> None:
    case = CaseBuilder()
    claims = []
    for name in ("Red Front", "Front"):
        actor = case.actor(name)
        document = case.document(f"{name} hit a mill.", f"Post of {name}", "2031-05-07")
        event = case.event(document, EventType.ATTACK, by=[(name, actor, CLAIMED)], on=["a mill"])
        claims.append((actor, case.say(document, document.text, event, when=DAY)))
    incident = case.incident(*(s for _, s in claims))
    for actor, statement in claims:
        case.claim(actor, incident, statement)
    assert "claim one event" not in told(brief_of(case), "first")
