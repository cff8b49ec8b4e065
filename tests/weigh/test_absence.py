"""What a group has not claimed is told only where enough is told of attacks on such targets."""

from __future__ import annotations

import pytest

from secondsource.records import Relation
from secondsource.weigh.absence import IN_EACH_PHRASE, Standing, TargetAnswer, find_absences, find_said_so
from secondsource.weigh.phrases import load_phrases
from secondsource.weigh.target_words import country_targets, kind_noun, target_countries
from tests.weigh.builder import Case

G, H = "Hammer", "Lantern"
PLACES = ("Sorna", "Veshkan", "Fort Bell")


def written(convoys: int = 3, bridges: int = 3, outlets: tuple[str, ...] = ("Herald", "Post")) -> Case:
    """So many convoys that Hammer claims, so many bridges that Lantern does."""
    case = Case()
    for n in range(convoys):
        case.page("Dispatch", f"2025-03-{n + 2:02}").claim(
            G, when=f"2025-03-{n + 1:02}", at=PLACES[n % 3], on="army convoy"
        )
    for n in range(bridges):
        case.page(outlets[n % len(outlets)], f"2025-04-{n * 3 + 2:02}").claim(
            H, when=f"2025-04-{n * 3 + 1:02}", at=PLACES[n % 3], on="a bridge"
        )
        case.page(outlets[n % len(outlets)], f"2025-04-{n * 3 + 2:02}").event(
            when=f"2025-04-{n * 3 + 1:02}", at=PLACES[n % 3], on="a bridge"
        )
    return case


def answer(case: Case, value: str, actor: str = G) -> TargetAnswer | None:
    [found] = find_absences([f"actor:{actor}"], case.derive().evidence)
    return next((a for a in found.answers if a.value == value), None)


def standing(case: Case, value: str, actor: str = G) -> Standing | None:
    found = answer(case, value, actor)
    return found.standing if found else None


def test_what_others_attack_and_it_does_not_claim_is_absent() -> None:
    found = answer(written(), "bridge")
    assert found is not None
    assert found.standing is Standing.NOT_CLAIMED
    assert found.claimed_by == ((H, 3),)
    assert (found.coverage.attacks, found.coverage.documents, found.coverage.outlets) == (3, 6, 2)
    assert [str(d) for d in (found.coverage.first, found.coverage.last)] == ["2025-04-01", "2025-04-07"]


def test_what_it_claims_is_claimed() -> None:
    assert standing(written(), "convoy") is Standing.CLAIMED


def test_what_nobody_is_said_to_have_attacked_is_no_question() -> None:
    assert standing(written(), "school") is None


@pytest.mark.parametrize(
    "case",
    [written(bridges=2), written(convoys=2)],
    ids=["few attacks on such targets", "few claims of its own"],
)
def test_with_too_little_told_it_is_not_known(case: Case) -> None:
    assert standing(case, "bridge") is Standing.NOT_KNOWN


def test_attacks_before_it_was_told_of_do_not_count() -> None:
    case = written(bridges=0)
    for n in range(4):
        case.page("Herald", f"2024-03-{n * 3 + 2:02}").claim(
            H, when=f"2024-03-{n * 3 + 1:02}", at=PLACES[n % 3], on="a bridge"
        )
    assert standing(case, "bridge") is None


def test_an_attack_laid_to_it_is_not_claimed_by_it() -> None:
    case = written()
    case.page("Post", "2025-04-20").event(by=G, when="2025-04-19", on="a bridge", at="Sorna")
    found = answer(case, "bridge")
    assert found is not None
    assert (found.standing, found.laid_to_it) == (Standing.NOT_CLAIMED, 1)


def test_one_attack_in_ten_papers_is_one() -> None:
    case = written(bridges=1)
    for n in range(10):
        case.page(f"Paper {n}", "2025-04-03").event(when="2025-04-01", on="a bridge")
    found = answer(case, "bridge")
    assert found is not None
    assert (found.standing, found.coverage.attacks) == (Standing.NOT_KNOWN, 1)


def test_countries_of_targets_are_asked_too() -> None:
    case = written(bridges=0)
    for n in range(3):
        case.page(f"Paper {n}", f"2025-04-{n * 3 + 2:02}").event(
            by=H, when=f"2025-04-{n * 3 + 1:02}", at=PLACES[n % 3], on="two Turkish engineers"
        )
    found = answer(case, "TR")
    assert found is not None
    assert (found.standing, found.noun, found.laid_to) == (
        Standing.NOT_CLAIMED,
        "Turkish targets",
        ((H, 3),),
    )


SENTENCES = [
    ("They have not claimed attacks on Turkish positions.", ("Turkish targets",)),
    ("The front has never claimed responsibility for an attack on a school.", ("schools",)),
    ("The front hasn’t claimed the bombing of the bridge in Sorna.", ("bridges and tunnels",)),
    ("No group has claimed the attack on the school.", None),
    ("The attack on the school has not been claimed.", None),
    ("They have not claimed it.", None),
    ("They have not\nclaimed attacks on\nschools in the town of Sorna.", ("schools",)),
]


@pytest.mark.parametrize(("sentence", "nouns"), SENTENCES)
def test_words_that_say_so_are_found(sentence: str, nouns: tuple[str, ...] | None) -> None:
    case = Case()
    case.page("Herald").claim(G).filler(f"So the paper. {sentence} It said no more.")
    found = find_said_so(case.derive().evidence)
    assert [s.nouns for s in found] == ([nouns] if nouns else [])
    for said in found:
        text = case.pages[0].document.text
        assert text[said.span.start : said.span.end] == sentence


def test_words_that_name_another_group_are_not_about_this_one() -> None:
    case = Case()
    page = case.page("Herald").claim(G).tie(H, Relation.RIVAL_OF, G)
    page.filler("Lantern has not claimed attacks on schools.")
    evidence = case.derive().evidence
    of_lantern, of_hammer = find_absences([f"actor:{H}", f"actor:{G}"], evidence)
    assert of_lantern.said
    assert not of_hammer.said


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("US forces", {"US"}),
        ("two American and one British soldier", {"US", "GB"}),
        ("the embassy of Saudi Arabia", {"SA"}),
        ("all of us", set()),
        ("an army convoy", set()),
    ],
)
def test_the_country_of_a_target_is_read_from_its_words(words: str, codes: set[str]) -> None:
    assert target_countries(words) == codes


def test_every_kind_and_country_has_a_noun() -> None:
    assert (kind_noun("convoy"), country_targets("IQ"), country_targets("XA")) == (
        "convoys and vehicles",
        "Iraqi targets",
        "XA",
    )


def test_the_phrases_match_their_examples() -> None:
    phrases = load_phrases()["has_not_claimed"]
    assert all(phrases.pattern.search(m) for m in phrases.matches)
    assert not any(phrases.pattern.search(m) for m in phrases.must_not)
    assert all(any(w in p for w in IN_EACH_PHRASE) for p in phrases.pattern.pattern.split("|"))
