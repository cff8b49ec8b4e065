"""Actors: what joins two names, what never does, and that people's judgements win whatever comes after."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondsource.codec import content_id
from secondsource.records import (
    ActorKind,
    Authenticity,
    ByStatus,
    Channel,
    Document,
    Emergence,
    Event,
    EventType,
    Holder,
    HolderKind,
    Judgement,
    JudgementKind,
    Medium,
    Mention,
    Naming,
    Perpetrator,
    PlaceMention,
    Proposition,
    Relation,
    Resolution,
    Span,
    Stance,
    Statement,
    Tie,
    TimeMention,
)
from secondsource.resolve import Gazetteer, KnownActors, resolve_statements
from secondsource.resolve.day_ranges import days_between

SPAN = Span(start=0, end=1)


def document(id_: str, published: date | None = None, text: str = "") -> Document:
    return Document(
        id=id_,
        raw_sha256=id_,
        path=None,
        outlet=f"Outlet {id_}",
        url=None,
        title=None,
        author=None,
        published=days_between(published, published) if published else None,
        published_from=None,
        collected_at=datetime(2021, 6, 1, tzinfo=UTC),
        media_type="text/plain",
        language="en",
        text=text,
    )


DOCUMENTS = {
    "a": document("a", date(2021, 5, 26), "Clashes in Iraq"),
    "b": document("b", date(2021, 5, 20)),
    "c": document("c"),
}


def said(
    where: str, body: Proposition, chain: Sequence[Holder] = (), stance: Stance = Stance.ASSERTS
) -> Statement:
    parts = (where, SPAN, tuple(chain), stance, body, "test", "1")
    return Statement(
        id=content_id("statement", *parts),
        document_id=where,
        span=SPAN,
        chain=tuple(chain),
        stance=stance,
        proposition=body,
        reader="test",
        reader_version="1",
    )


def mention(name: str, kind: ActorKind | None = ActorKind.GROUP, is_collective: bool = False) -> Mention:
    return Mention(span=SPAN, name=name, kind=kind, is_collective=is_collective)


def attack(
    where: str, name: str, kind: ActorKind | None = ActorKind.GROUP, on: str | None = None
) -> Statement:
    by = (Perpetrator(actor=mention(name, kind), status=ByStatus.REPORTED),)
    targets = (mention(on, ActorKind.ORGAN),) if on else ()
    return said(where, Event(type=EventType.ATTACK, by=by, on=targets))


def naming(where: str, name: str, *also: str, stance: Stance = Stance.ASSERTS) -> Statement:
    return said(where, Naming(name=mention(name), also=tuple(map(mention, also))), stance=stance)


def judged(kind: JudgementKind, *subjects: str, day: int = 1) -> Judgement:
    at = datetime(2021, 7, day, tzinfo=UTC)
    return Judgement(
        id=f"j{day}", kind=kind, subjects=subjects, field=None, value=None, why="seen", who="me", at=at
    )


@pytest.fixture
def resolve(gazetteer: Gazetteer, known: KnownActors):  # type: ignore[no-untyped-def]
    def run(*statements: Statement, judgements: Sequence[Judgement] = ()) -> Resolution:
        return resolve_statements(DOCUMENTS, statements, judgements, gazetteer, known)

    return run


def groups(resolution: Resolution) -> list[list[str]]:
    """The names of each actor, sorted."""
    found: dict[str, list[str]] = {a.id: [] for a in resolution.actors}
    for alias in resolution.aliases:
        found[alias.actor_id].append(alias.name)
    return sorted(sorted(names) for names in found.values())


def actor_of(resolution: Resolution, name: str) -> str:
    return next(a.actor_id for a in resolution.aliases if a.name == name)


def joined_by(resolution: Resolution, name: str) -> str:
    return next(a.joined_by for a in resolution.aliases if a.name == name)


TOGETHER = [
    ([("a", "Usbat al-Thairen"), ("b", "Usbat al-Tha'ireen"), ("c", "عصبة الثائرين")], "same key"),
    ([("a", "Hashd al-Shaabi"), ("b", "Popular Mobilization Forces")], "starter list"),
    ([("a", "Iran"), ("b", "Iranian Regime")], "starter list"),
    ([("a", "Red Reed League"), ("b", "RRL")], "acronym"),
    ([("a", "Red Reed League (RRL)"), ("b", "RRL")], "acronym"),
    ([("a", "ISIS"), ("b", "Islamic State")], "acronym"),
]


@pytest.mark.parametrize(("said_of", "why"), TOGETHER)
def test_evidence_joins_names_and_is_kept(resolve, said_of: list[tuple[str, str]], why: str) -> None:  # type: ignore[no-untyped-def]
    resolution = resolve(*(attack(d, n) for d, n in said_of))
    assert len(resolution.actors) == 1
    assert {a.joined_by for a in resolution.aliases} == {"own name", why}


APART = [
    [("a", "the Army"), ("b", "the Army")],
    [("a", "the Front"), ("b", "the Front")],
    [("a", "Mission"), ("b", "Mission")],
    [("a", "army"), ("a", "Marsh Army")],
    [("a", "Marsh Army"), ("b", "Marsh Brigade")],
    [("a", "gunmen"), ("b", "gunmen")],
    [("a", "Iraqi militias"), ("b", "Iraqi militias")],
    [("a", "Sri Lankan officials"), ("b", "Sri Lankan officials")],
    [("a", "Islamic State"), ("b", "Islamic State West Africa")],
    [("a", "Ashab al-Kahf"), ("b", "Cave Companions")],
    [("a", "Thar al-Muhandis"), ("b", "Muhandis")],
    [("a", "Red Reed League"), ("b", "River Rights League"), ("c", "RRL")],
    [("a", "Iran"), ("b", "IRGC")],
    [("a", "US forces"), ("b", "United States")],
    [("a", "Red Reed League"), ("b", "Red Reed League Brigade")],
]


@pytest.mark.parametrize("said_of", APART)
def test_without_evidence_names_stay_apart(resolve, said_of: list[tuple[str, str]]) -> None:  # type: ignore[no-untyped-def]
    assert len(resolve(*(attack(d, n) for d, n in said_of)).actors) == len(said_of)


def test_a_naming_joins_a_translation(resolve) -> None:  # type: ignore[no-untyped-def]
    resolution = resolve(
        naming("a", "Usbat al-Sharq", "League of the East"),
        attack("b", "League of the East"),
        attack("b", "Usbat al-Sharq"),
    )
    assert groups(resolution) == [["League of the East", "Usbat al-Sharq"]]
    assert "naming" in {a.joined_by for a in resolution.aliases}


@pytest.mark.parametrize("stance", [Stance.DENIES, Stance.DOUBTS])
def test_a_naming_that_is_denied_or_doubted_joins_nothing(resolve, stance: Stance) -> None:  # type: ignore[no-untyped-def]
    names = ("Usbat al-Sharq", "Riders of Dawn")
    assert len(resolve(naming("a", *names, stance=stance)).actors) == 2
    assert len(resolve(naming("a", *names, stance=stance), naming("b", *names)).actors) == 2


def test_a_naming_never_joins_two_actors_of_the_starter_list(resolve) -> None:  # type: ignore[no-untyped-def]
    assert len(resolve(naming("a", "Al-Qaeda", "Islamic State")).actors) == 2
    assert len(resolve(naming("a", "Iran", "Riders of Dawn")).actors) == 2


def test_an_acronym_means_what_its_own_document_says(resolve) -> None:  # type: ignore[no-untyped-def]
    resolution = resolve(
        naming("a", "Sorna Defence Forces", "SDF"),
        attack("a", "SDF"),
        attack("b", "Syrian Democratic Forces"),
        attack("b", "SDF"),
    )
    assert groups(resolution) == [["SDF"], ["SDF", "Sorna Defence Forces"], ["Syrian Democratic Forces"]]


def test_every_role_gets_its_actor(resolve) -> None:  # type: ignore[no-untyped-def]
    chain = [
        Holder(name="The New Arab", kind=HolderKind.OUTLET),
        Holder(name="an official", kind=HolderKind.OFFICIAL),
    ]
    tie = said(
        "a",
        Tie(
            from_=mention("Riders of Dawn"), relation=Relation.BACKED_BY, to=mention("Iran", ActorKind.STATE)
        ),
        chain,
    )
    channel = said(
        "a", Channel(actor=mention("Riders of Dawn"), medium=Medium.VIDEO, authenticity=Authenticity.OWNED)
    )
    emergence = said(
        "a", Emergence(actor=mention("Riders of Dawn"), when=TimeMention(span=SPAN, words="in March"))
    )
    resolution = resolve(tie, channel, emergence, attack("a", "Riders of Dawn", on="US forces"))
    first, second, third, fourth = resolution.statements
    riders = actor_of(resolution, "Riders of Dawn")
    assert first.actor_ids("from") == second.actor_ids("actor") == third.actor_ids("actor") == (riders,)
    assert first.actor_ids("to") == (actor_of(resolution, "Iran"),)
    assert first.actor_ids("chain") == (actor_of(resolution, "New Arab"), actor_of(resolution, "official"))
    assert fourth.actor_ids("on") == (actor_of(resolution, "US forces"),)
    kinds = {a.name: a.kind for a in resolution.actors}
    assert kinds["New Arab"] is ActorKind.OUTLET
    assert kinds["Iran"] is ActorKind.STATE
    assert third.when is not None
    assert (third.when.edtf, third.when.assumed) == ("2021-03", ("year",))


def test_an_outlet_is_one_whether_or_not_its_website_is_named(resolve) -> None:  # type: ignore[no-untyped-def]
    def told(where: str, outlet: str) -> Statement:
        return said(
            where,
            Event(type=EventType.ATTACK),
            [Holder(name=outlet, kind=HolderKind.OUTLET)],
        )

    resolution = resolve(
        told("a", "The New Arab"),
        told("b", "New Arab website"),
        told("c", "Reed Courier newspaper"),
        told("a", "Reed Courier"),
    )
    assert len(resolution.actors) == 2


def test_targets_that_are_no_actors_get_none(resolve) -> None:  # type: ignore[no-untyped-def]
    body = Event(type=EventType.ATTACK, on=(mention("a journalist", kind=None),))
    assert resolve(said("a", body)).actors == ()


def test_a_collective_is_its_documents_own(resolve) -> None:  # type: ignore[no-untyped-def]
    def threat(where: str) -> Statement:
        return said(where, Emergence(actor=mention("These new groups", is_collective=True)))

    resolution = resolve(threat("a"), threat("b"))
    assert [a.is_collective for a in resolution.actors] == [True, True]


def test_an_alias_knows_who_uses_it_and_since_when(resolve) -> None:  # type: ignore[no-untyped-def]
    resolution = resolve(attack("a", "Hashd al-Shaabi"), attack("b", "Hashd al-Shaabi"), attack("b", "PMF"))
    alias = next(a for a in resolution.aliases if a.name == "Hashd al-Shaabi")
    assert alias.document_ids == ("a", "b")
    assert alias.first_seen == date(2021, 5, 20)
    assert len(alias.statement_ids) == 2
    assert resolution.actors[0].name == "Hashd al-Shaabi"
    assert resolution.actors[0].is_known


def test_places_are_told_by_their_documents_country(resolve) -> None:  # type: ignore[no-untyped-def]
    body = Event(type=EventType.ATTACK, place=PlaceMention(span=SPAN, name="Taji base"))
    (resolved,) = resolve(said("a", body)).statements
    assert resolved.place is not None
    assert (resolved.place.place.country, resolved.place.precision) == ("IQ", 1)


def test_the_same_judgement_joins_and_its_undoing_parts(resolve) -> None:  # type: ignore[no-untyped-def]
    statements = [attack("a", "Ashab al-Kahf"), attack("b", "Cave Companions")]
    same = judged(JudgementKind.SAME, "Ashab al-Kahf", "Cave Companions", day=1)
    resolution = resolve(*statements, judgements=[same])
    assert groups(resolution) == [["Ashab al-Kahf", "Cave Companions"]]
    assert "judgement" in {a.joined_by for a in resolution.aliases}
    undo = judged(JudgementKind.UNDO, same.id, day=2)
    assert len(resolve(*statements, judgements=[same, undo]).actors) == 2
    undo_undo = judged(JudgementKind.UNDO, undo.id, day=3)
    assert len(resolve(*statements, judgements=[undo_undo, same, undo]).actors) == 1


def test_a_judgement_takes_the_ids_that_were_shown(resolve) -> None:  # type: ignore[no-untyped-def]
    statements = [attack("a", "Ashab al-Kahf"), attack("b", "Cave Companions")]
    ids = [a.id for a in resolve(*statements).actors]
    assert len(resolve(*statements, judgements=[judged(JudgementKind.SAME, *ids)]).actors) == 1


def test_not_same_wins_over_every_evidence_but_a_later_word(resolve) -> None:  # type: ignore[no-untyped-def]
    statements = [
        naming("a", "Usbat al-Sharq", "League of the East"),
        attack("b", "Usbat al-Sharq"),
        attack("c", "League of the East"),
    ]
    names = ("Usbat al-Sharq", "League of the East")
    apart = judged(JudgementKind.NOT_SAME, *names, day=1)
    together = judged(JudgementKind.SAME, *names, day=2)
    assert len(resolve(*statements, judgements=[apart]).actors) == 2
    assert len(resolve(*statements, judgements=[apart, together]).actors) == 1


def test_what_was_split_never_comes_back_by_another_way(resolve) -> None:  # type: ignore[no-untyped-def]
    statements = [
        naming("a", "Usbat al-Sharq", "League of the East"),
        naming("b", "League of the East", "Sons of the East"),
    ]
    whole = resolve(*statements)
    assert len(whole.actors) == 1
    split = judged(JudgementKind.SPLIT, whole.actors[0].id, "Sons of the East")
    assert groups(resolve(*statements, judgements=[split])) == [
        ["League of the East", "Usbat al-Sharq"],
        ["Sons of the East"],
    ]
    more = naming("c", "Sons of the East", "Usbat al-Sharq")
    assert len(resolve(*statements, more, judgements=[split]).actors) == 2


def test_a_split_without_names_parts_all(resolve) -> None:  # type: ignore[no-untyped-def]
    statements = [naming("a", "Usbat al-Sharq", "League of the East", "Sons of the East")]
    whole = resolve(*statements)
    assert len(resolve(*statements, judgements=[judged(JudgementKind.SPLIT, whole.actors[0].id)]).actors) == 3


def test_split_then_same_is_as_before(resolve) -> None:  # type: ignore[no-untyped-def]
    statements = [naming("a", "Usbat al-Sharq", "League of the East")]
    whole = resolve(*statements)
    split = judged(JudgementKind.SPLIT, whole.actors[0].id, day=1)
    same = judged(JudgementKind.SAME, "Usbat al-Sharq", "League of the East", day=2)
    assert resolve(*statements, judgements=[split, same]).actors == whole.actors


def test_a_judgement_on_what_the_case_no_longer_holds_is_passed_over(resolve) -> None:  # type: ignore[no-untyped-def]
    stale = judged(JudgementKind.SAME, "actor:gone", "Nobody At All")
    assert len(resolve(attack("a", "Riders of Dawn"), judgements=[stale]).actors) == 1


POOL = [
    *(
        attack(d, n)
        for d, n in [("a", "Usbat al-Thairen"), ("b", "عصبة الثائرين"), ("c", "RRL"), ("a", "ISIS")]
    ),
    *(
        attack(d, n)
        for d, n in [("b", "Islamic State"), ("a", "the Army"), ("b", "Red Reed League"), ("c", "Iran")]
    ),
    naming("a", "Usbat al-Tha'ireen", "Revolutionary League"),
    naming("b", "Revolutionary League", "Riders of Dawn", stance=Stance.DENIES),
    naming("c", "Riders of Dawn", "Sons of the East"),
    naming("c", "Sons of the East", "Al-Qaeda"),
    naming("a", "Sons of the East", "Islamic State"),
]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(seed=st.integers(0, 10_000), size=st.integers(1, len(POOL)))
def test_joins_do_not_depend_on_order(gazetteer: Gazetteer, known: KnownActors, seed: int, size: int) -> None:
    some = random.Random(seed).sample(POOL, size)
    there = resolve_statements(DOCUMENTS, some, (), gazetteer, known)
    back = resolve_statements(dict(reversed(DOCUMENTS.items())), some[::-1], (), gazetteer, known)
    assert there.actors == back.actors
    assert there.aliases == back.aliases
    assert there.statements == back.statements[::-1]


def test_no_statements_give_an_empty_resolution(resolve) -> None:  # type: ignore[no-untyped-def]
    assert resolve() == Resolution(actors=(), aliases=(), statements=())
