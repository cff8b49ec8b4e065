"""Copies are found whole, edited and in part; what only looks alike is left apart."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.collect.copies import find_copies, shared_words
from secondsource.collect.wording import wording_of
from secondsource.records import DayRange, Document

NOW = datetime(2026, 1, 15, tzinfo=UTC)
# Words as common as in a language (Zipf), so that chance runs occur as they do in the news.
VOCABULARY = [f"w{n}" for n in range(20_000)]
WEIGHTS = [1 / (n + 2.7) for n in range(20_000)]


def words(chance: random.Random, count: int) -> list[str]:
    return chance.choices(VOCABULARY, WEIGHTS, k=count)


def document(text: str, name: str, outlet: str | None = None, day: date | None = None) -> Document:
    published = DayRange(earliest=day, latest=day, edtf=day.isoformat()) if day else None
    return Document(
        id=name,
        raw_sha256=name,
        path=None,
        outlet=outlet,
        url=None,
        title=None,
        author=None,
        published=published,
        published_from=None,
        collected_at=NOW,
        media_type="text/plain",
        language="en",
        text=text,
    )


def members(documents: Sequence[Document]) -> list[tuple[str, ...]]:
    return [f.document_ids for f in find_copies(documents)]


def test_a_copy_in_other_type_and_punctuation_is_a_copy() -> None:
    text = (
        "Militants of the “Sons of the Hill” attacked Orlo's mill on Sunday, killing two – the ministry said."
    )
    other = text.upper().replace("“", '"').replace("”", '"').replace("–", "--").replace(" ", "  ")
    (family,) = find_copies([document(text, "a"), document(other, "b")])
    assert (family.document_ids, family.containment) == (("a", "b"), 1.0)


@pytest.mark.parametrize("every", [40, 20, 12])
def test_a_copy_with_words_changed_is_found(every: int) -> None:
    chance = random.Random(every)
    missed = 0
    for _ in range(20):
        original = words(chance, 400)
        edited = [("x" + w if n % every == every // 2 else w) for n, w in enumerate(original)]
        missed += not members([document(" ".join(original), "a"), document(" ".join(edited), "b")])
    assert missed == 0


@pytest.mark.parametrize(("run", "is_copy"), [(25, True), (30, True), (60, True), (24, False), (15, False)])
def test_twenty_five_words_in_a_row_make_a_partial_copy(run: int, is_copy: bool) -> None:
    chance = random.Random(run)
    for _ in range(20):
        passage = words(chance, run)
        first = [*words(chance, 300), "left", *passage, "right", *words(chance, 300)]
        second = [*words(chance, 80), "before", *passage, "after", *words(chance, 500)]
        found = members([document(" ".join(first), "a"), document(" ".join(second), "b")])
        assert bool(found) == is_copy


def test_a_short_message_inside_a_long_article_is_found_and_so_is_the_same_message_again() -> None:
    chance = random.Random(3)
    message = words(chance, 16)
    article = words(chance, 200) + message + words(chance, 200)
    assert members([document(" ".join(message), "a"), document(" ".join(article), "b")]) == [("a", "b")]
    short = " ".join(words(chance, 9))
    assert members([document(short, "a"), document(short + ".", "b")]) == [("a", "b")]
    assert not members([document("Yes.", "a"), document("Yes!", "b")])


def test_the_first_published_stands_first_and_the_undated_last() -> None:
    text = " ".join(words(random.Random(1), 60))
    days = {"a": None, "b": date(2021, 5, 2), "c": date(2021, 5, 1)}
    documents = [document(text, n, day=d) for n, d in days.items()]
    assert members(documents) == [("c", "b", "a")]


CHANCE = random.Random(12)
STORY, ASIDE = " ".join(words(CHANCE, 60)), " ".join(words(CHANCE, 40))
SAME_DAY = {
    "by its credit, though the wire has the higher id": (
        [("a", "Orlo Post", f"ORLO (Hill Wire) {STORY}"), ("b", "Hill Wire", f"ORLO, Sunday {STORY}")],
        ("b", "a"),
    ),
    "by its credit at the end": (
        [("a", "Orlo Post", f"{STORY} (Reuters)"), ("b", "Reuters", f"{STORY} More to come soon")],
        ("b", "a"),
    ),
    "by a credit, though the copy is cut": (
        [("a", "Orlo Post", f"{STORY}, Hill Wire said."), ("b", "Hill Wire", f"{STORY} {ASIDE}")],
        ("b", "a"),
    ),
    "by the name that others credit, where a paper leaves it out": (
        [
            ("a", "Orlo Post", f"ORLO {STORY}"),
            ("b", "Hill Wire", f"ORLO (Hill Wire) {STORY} {ASIDE}"),
            ("c", "Gazette", f"ORLO (Hill Wire) {STORY}"),
        ],
        ("b", "a", "c"),
    ),
    "by the longer holding the shorter": (
        [("a", "Orlo Post", f"{ASIDE} {STORY}"), ("b", "Hill Gazette", STORY)],
        ("b", "a"),
    ),
    "by nothing, so by id": (
        [("a", "Orlo Post", STORY), ("b", "Hill Gazette", STORY.upper())],
        ("a", "b"),
    ),
    "not by a word that is an outlet's name, too": (
        [("a", "Orlo Post", f"{ASIDE} dawn {STORY} {ASIDE}"), ("b", "Dawn", f"{ASIDE} rain {STORY} {ASIDE}")],
        ("a", "b"),
    ),
    "not by both crediting a third": (
        [("a", "Orlo Post", f"{STORY} Hill Wire said."), ("b", "Gazette", f"{STORY} Hill Wire told.")],
        ("a", "b"),
    ),
}


@pytest.mark.parametrize("how", SAME_DAY)
def test_of_one_day_the_first_is_told_(how: str) -> None:
    texts, order = SAME_DAY[how]
    found = members([document(text, n, outlet, date(2021, 5, 1)) for n, outlet, text in texts])
    assert found == [order]


def test_a_thousand_copies_of_one_story_are_one_family() -> None:
    chance = random.Random(8)
    wire = words(chance, 120)
    texts = [" ".join(words(chance, n % 50) + wire) for n in range(1_000)]
    (family,) = find_copies([document(t, f"{n:04}", f"Outlet {n}") for n, t in enumerate(texts)])
    assert len(family.document_ids) == 1_000


def test_a_roundup_does_not_join_the_two_stories_that_it_repeats() -> None:
    chance = random.Random(2)
    one, two = words(chance, 80), words(chance, 80)
    documents = [
        document(" ".join(one), "a", day=date(2021, 5, 1)),
        document(" ".join(two), "b", day=date(2021, 5, 1)),
        document(" ".join(one + words(chance, 50) + two), "c", day=date(2021, 5, 2)),
    ]
    assert members(documents) == [("a", "c"), ("b", "c")]
    earlier = [documents[0], documents[1], document(documents[2].text, "c", day=date(2021, 4, 1))]
    assert members(earlier) == [("c", "a", "b")]


def test_the_furniture_of_an_outlet_joins_nothing_but_its_copies_do() -> None:
    chance = random.Random(4)
    footer = words(chance, 40)
    own = [document(" ".join(words(chance, 120) + footer), f"a{n}", "Orlo Post") for n in range(6)]
    assert members(own) == []
    stolen = document(own[3].text, "b", "Hill Gazette")
    assert ("a3", "b") in members([*own, stolen])
    editions = [document(own[0].text + f" Edition {n}.", f"e{n}", "Orlo Post") for n in range(3)]
    assert members(editions) == [("e0", "e1", "e2")]


def test_ten_outlets_that_repeat_a_wire_story_are_one_family() -> None:
    chance = random.Random(5)
    wire = words(chance, 150)
    documents = [document(" ".join(wire), "wire", "Wire", date(2021, 5, 1))]
    for n in range(10):
        text = words(chance, 40) + wire[n : n + 120] + words(chance, 60)
        documents.append(document(" ".join(text), f"o{n}", f"Outlet {n}", date(2021, 5, 2)))
    (family,) = find_copies(documents)
    assert family.document_ids == ("wire", *sorted(f"o{n}" for n in range(10)))


def test_thousands_of_unrelated_texts_give_no_family_and_few_comparisons() -> None:
    chance = random.Random(6)
    documents = [document(" ".join(words(chance, 150)), f"{n:04}", f"o{n % 40}") for n in range(2_000)]
    planted = document(documents[7].text + " and more", "zz", "other")
    assert members([*documents, planted]) == [("0007", "zz")]


@given(st.permutations(range(9)), st.integers(0, 50))
def test_families_do_not_depend_on_the_order_of_documents(order: list[int], seed: int) -> None:
    chance = random.Random(seed)
    pool = [words(chance, 40) for _ in range(3)]
    texts = [" ".join(chance.choice(pool) + words(chance, 20) + chance.choice(pool)) for _ in range(9)]
    documents = [document(t, f"d{n}", f"o{n % 2}") for n, t in enumerate(texts)]
    assert find_copies([documents[n] for n in order]) == find_copies(documents)


@given(
    st.lists(st.sampled_from(["a", "bé", "C,", "d.", "ق", "٠", "東", "\u202e", "n\u0303", "ﬁ"]), max_size=60),
    st.integers(0, 20),
)
def test_shared_words_quote_the_same_words_from_both(tokens: list[str], shift: int) -> None:
    text = " ".join(tokens)
    a, b = document(text, "a"), document("zz " * shift + text + " yy", "b")
    for one, other in shared_words(a, b):
        assert (
            wording_of(a.text[one.start : one.end]).words == wording_of(b.text[other.start : other.end]).words
        )
    if len(wording_of(text).words) >= 8 and len(set(tokens)) > 4:
        assert shared_words(a, b)


def test_shared_words_give_the_copied_passage_alone() -> None:
    a = document(
        "First the army said: two of our posts in the valley were attacked last night. Then more.", "a"
    )
    b = document("It wrote: TWO OF OUR POSTS in the valley were attacked last night, but no other.", "b")
    ((one, other),) = shared_words(a, b)
    assert a.text[one.start : one.end] == "two of our posts in the valley were attacked last night"
    assert b.text[other.start : other.end] == "TWO OF OUR POSTS in the valley were attacked last night"


@pytest.mark.parametrize(
    "text", ["", "   ", "a " * 50_000, "ab cd " * 20_000, "\u202e" * 1000, "東" * 20_000]
)
def test_odd_texts_cost_little(text: str) -> None:
    find_copies([document(text, "a"), document(text + " b", "b"), document("c " + text, "c")])
