"""Signs of a front: each speaks where its evidence is there, and is silent where it only seems so."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from secondsource.records import EventType, HolderKind, Relation, Stance
from secondsource.weigh.fronts import find_fronts
from tests.weigh.builder import Case

G, P = "Salt", "Hammer"
GROUP, OFFICIAL, OUTLET, ANALYST = (
    HolderKind.GROUP,
    HolderKind.OFFICIAL,
    HolderKind.OUTLET,
    HolderKind.ANALYST,
)
NO_LEADER, TRIGGER, FIRST = (
    "no leader, spokesman or history",
    "first seen soon after a trigger",
    "carried first",
)
CHANNEL, LOOK, JOINT = "shared channel", "shared logo or template", "joint claim"
TARGETS, OFFICIALS, SANCTION = "targets like its parent's", "official attribution", "official sanction"
DISOWNED = "disowned by its supposed parent"


class Scenario(NamedTuple):
    """How it is written, the sign it is about, and whether that must be given for the group."""

    write: Callable[[Case], object]
    sign: str
    is_given: bool


SCENARIOS: dict[str, Scenario] = {}


def scenario(
    sign: str, *, is_given: bool = True
) -> Callable[[Callable[[Case], object]], Callable[[Case], object]]:
    """Registers a case by its function's name."""

    def add(write: Callable[[Case], object]) -> Callable[[Case], object]:
        SCENARIOS[write.__name__] = Scenario(write, sign, is_given)
        return write

    return add


def alleged(case: Case, **details: object) -> None:
    case.page("Monitor", "2025-01-02").tie(G, Relation.FRONT_FOR, P, **details)  # type: ignore[arg-type]


# --- no leader, spokesman or history named


@scenario(NO_LEADER)
def it_has_named_no_leader(case: Case) -> None:
    case.page("A").tie(
        G, Relation.BACKED_BY, P, words="Salt, which has named no leader, is backed by Hammer."
    )


@scenario(NO_LEADER)
def nothing_is_known_of_who_formed_it(case: Case) -> None:
    page = case.page("A").emergence(G, "2025-02-01")
    page.lines[-1] = "Salt was formed in February; nothing is known of its members."


@scenario(NO_LEADER)
def a_channel_of_which_little_is_known(case: Case) -> None:
    page = case.page("A").channel(G, "Salt News")
    page.lines[-1] = "Little is known of Salt, which posts on Salt News."


@scenario(NO_LEADER, is_given=False)
def its_leader_speaks(case: Case) -> None:
    case.page("A").tie(G, Relation.BACKED_BY, P, words="The leader of Salt says that it is backed by Hammer.")


@scenario(NO_LEADER, is_given=False)
def the_sentence_before_is_about_another(case: Case) -> None:
    case.page("A").filler("The Reed League has no leader.").tie(
        G, Relation.BACKED_BY, P, words="Salt is backed by Hammer."
    )


@scenario(NO_LEADER, is_given=False)
def a_state_of_which_little_is_known(case: Case) -> None:
    case.state(G)
    case.page("A").tie(G, Relation.BACKED_BY, P, words="Little is known of Salt, which is backed by Hammer.")


# --- first seen soon after a blow against the supposed parent


def blow(case: Case, when: str) -> None:
    case.actor(P)
    case.page("Blow").event(kind=EventType.KILLING, on=P, when=when, at="Veshkan")


@scenario(TRIGGER)
def its_first_claim_is_ten_days_after(case: Case) -> None:
    alleged(case)
    blow(case, "2025-02-20")
    case.page("C").claim(G)


@scenario(TRIGGER)
def it_announces_itself_a_month_after(case: Case) -> None:
    alleged(case)
    blow(case, "2025-02-01")
    case.page("C").emergence(G, "2025-03-01")


@scenario(TRIGGER)
def it_claims_on_the_very_day(case: Case) -> None:
    alleged(case)
    blow(case, "2025-03-03")
    case.page("C").claim(G)


@scenario(TRIGGER, is_given=False)
def the_blow_was_a_year_before(case: Case) -> None:
    alleged(case)
    blow(case, "2024-02-20")
    case.page("C").claim(G)


@scenario(TRIGGER, is_given=False)
def it_was_there_before_the_blow(case: Case) -> None:
    alleged(case)
    blow(case, "2025-02-20")
    case.page("B", "2025-02-02").claim(G, when="2025-02-01")
    case.page("C").claim(G)


@scenario(TRIGGER, is_given=False)
def the_blow_was_against_another(case: Case) -> None:
    alleged(case)
    case.actor("Reed League")
    case.page("Blow").event(kind=EventType.KILLING, on="Reed League", when="2025-02-20", at="Veshkan")
    case.page("C").claim(G)


# --- who posts or forwards its claims first

DAYS = ("2025-02-01", "2025-02-08", "2025-02-15", "2025-02-22")


def claims_in(
    case: Case, first: str, *, later: tuple[str, ...] = ("Post",), days: tuple[str, ...] = DAYS
) -> None:
    """Claims of several days, each told by one outlet on its day and by others two days after."""
    for n, when in enumerate(days):
        case.page(first, when).claim(G, when=when, on=f"target {n}")
        for outlet in later:
            case.page(outlet, f"{when[:8]}{int(when[8:]) + 2:02}").claim(G, when=when, on=f"target {n}")


@scenario(FIRST)
def one_outlet_has_all_its_claims_first(case: Case) -> None:
    claims_in(case, "Anvil News")


@scenario(FIRST)
def the_parents_channel_has_them_first(case: Case) -> None:
    case.page("Monitor").channel(P, "Anvil News")
    claims_in(case, "Anvil News")


@scenario(FIRST)
def an_outlet_that_others_quote_for_them(case: Case) -> None:
    for n, when in enumerate(DAYS):
        for outlet in ("Post", "Herald"):
            case.page(outlet, when).claim(
                G, when=when, on=f"target {n}", chain=(("Anvil News", OUTLET), (G, GROUP))
            )


@scenario(FIRST, is_given=False)
def nobody_else_tells_them(case: Case) -> None:
    claims_in(case, "Anvil News", later=())


@scenario(FIRST, is_given=False)
def two_claims_are_too_few(case: Case) -> None:
    claims_in(case, "Anvil News", days=DAYS[:2])


@scenario(FIRST, is_given=False)
def another_is_first_each_time(case: Case) -> None:
    for outlet, when in zip(("Anvil News", "Post", "Herald", "Radio"), DAYS, strict=True):
        claims_in(case, outlet, later=("Gazette",), days=(when,))


@scenario(FIRST, is_given=False)
def its_own_channel_has_them_first(case: Case) -> None:
    claims_in(case, "Salt media office")


@scenario(FIRST, is_given=False)
def two_outlets_have_them_on_the_same_day(case: Case) -> None:
    for n, when in enumerate(DAYS):
        for outlet in ("Anvil News", "Post"):
            case.page(outlet, when).claim(G, when=when, on=f"target {n}")


# --- a channel of two


@scenario(CHANNEL)
def two_groups_of_one_channel(case: Case) -> None:
    case.page("A").channel(G, "Anvil News")
    case.page("B").channel(P, "Anvil News")


@scenario(CHANNEL)
def its_claim_in_anothers_channel(case: Case) -> None:
    case.page("A").channel(P, "Anvil News")
    case.page("Anvil News").claim(G)


@scenario(CHANNEL)
def one_handle_written_two_ways(case: Case) -> None:
    case.page("A").channel(G, "@AnvilNews")
    case.page("B").channel(P, "t.me/anvilnews")


@scenario(CHANNEL, is_given=False)
def each_its_own_channel(case: Case) -> None:
    case.page("A").channel(G, "Salt Post")
    case.page("B").channel(P, "Anvil News")


@scenario(CHANNEL, is_given=False)
def a_paper_carries_both(case: Case) -> None:
    case.page("Herald").claim(G)
    case.page("Herald").claim(P, at="Veshkan", when="2025-01-03")


@scenario(CHANNEL, is_given=False)
def its_claim_in_its_own_channel(case: Case) -> None:
    case.page("A").channel(G, "Salt Post")
    case.page("Salt Post").claim(G)


# --- a logo or template of two


@scenario(LOOK)
def its_logo_is_its_parents(case: Case) -> None:
    case.page("A").tie(
        G, Relation.FRONT_FOR, P, words="Salt, whose logo resembles that of Hammer, is its front."
    )


@scenario(LOOK)
def its_statements_have_the_same_template(case: Case) -> None:
    case.page("A").tie(
        G, Relation.ALIGNED_WITH, P, words="Salt uses the same template for its statements as Hammer does."
    )


@scenario(LOOK)
def a_channel_under_the_others_emblem(case: Case) -> None:
    case.actor(P)
    page = case.page("A").channel(G, "Salt News")
    page.lines[-1] = "Salt posts on Salt News under the same emblem as Hammer."


@scenario(LOOK, is_given=False)
def its_logo_is_its_own(case: Case) -> None:
    case.page("A").tie(G, Relation.FRONT_FOR, P, words="Salt, a front for Hammer, has a logo of its own.")


@scenario(LOOK, is_given=False)
def the_same_flag_flew_over_the_town(case: Case) -> None:
    case.page("A").event(
        by=G, words="Salt fired at the town hall, over which the same flag has flown for years."
    )


@scenario(LOOK, is_given=False)
def somebody_denies_that_the_logos_are_alike(case: Case) -> None:
    case.page("A").tie(
        G,
        Relation.FRONT_FOR,
        P,
        words="Salt denies being a front for Hammer because its logo resembles that of Hammer.",
        stance=Stance.DENIES,
    )


# --- joint claims


@scenario(JOINT)
def they_claim_together(case: Case) -> None:
    case.page("A").claim([G, P])


@scenario(JOINT)
def three_claim_together(case: Case) -> None:
    case.page("A").claim([G, "Reed League", P])


@scenario(JOINT)
def they_claim_one_of_two_together(case: Case) -> None:
    case.page("A").claim(G)
    case.page("B").claim([P, G], at="Veshkan", when="2025-01-04")


@scenario(JOINT, is_given=False)
def both_claim_it_each_for_itself(case: Case) -> None:
    case.page("A").claim(G)
    case.page("B").claim(P)


@scenario(JOINT, is_given=False)
def both_are_accused(case: Case) -> None:
    case.page("A").event(by=[G, P])


@scenario(JOINT, is_given=False)
def they_deny_it_together(case: Case) -> None:
    case.page("A").claim([G, P], stance=Stance.DENIES)


# --- targets like its parent's


def attacks(case: Case, by: str | None, on: str, count: int, month: int) -> None:
    for n in range(count):
        when = f"2025-{month:02}-{n * 3 + 1:02}"
        case.page("Herald", when).event(by=by or (), on=on, when=when, words=f"{by} {on} {when}")


@scenario(TARGETS)
def both_hit_convoys_and_nobody_else_does(case: Case) -> None:
    alleged(case)
    attacks(case, G, "army convoy", 5, 1)
    attacks(case, P, "army convoy", 6, 2)
    attacks(case, "Reed League", "market", 9, 3)
    attacks(case, None, "school", 6, 4)


@scenario(TARGETS)
def both_hit_one_countrys_targets(case: Case) -> None:
    alleged(case)
    attacks(case, G, "Turkish engineers", 5, 1)
    attacks(case, P, "Turkish base", 6, 2)
    attacks(case, "Reed League", "market", 9, 3)
    attacks(case, None, "school", 6, 4)


@scenario(TARGETS)
def the_tie_is_disputed(case: Case) -> None:
    both_hit_convoys_and_nobody_else_does(case)
    case.page("Gazette").tie(G, Relation.FRONT_FOR, P, stance=Stance.DENIES)


@scenario(TARGETS, is_given=False)
def everybody_hits_convoys(case: Case) -> None:
    alleged(case)
    attacks(case, G, "army convoy", 5, 1)
    attacks(case, P, "army convoy", 6, 2)
    attacks(case, "Reed League", "army convoy", 9, 3)
    attacks(case, None, "school", 2, 4)


@scenario(TARGETS, is_given=False)
def too_few_attacks(case: Case) -> None:
    alleged(case)
    attacks(case, G, "army convoy", 2, 1)
    attacks(case, P, "army convoy", 2, 2)
    attacks(case, "Reed League", "market", 9, 3)


@scenario(TARGETS, is_given=False)
def each_has_targets_of_its_own(case: Case) -> None:
    alleged(case)
    attacks(case, G, "army convoy", 5, 1)
    attacks(case, P, "mosque", 6, 2)
    attacks(case, "Reed League", "market", 9, 3)


@scenario(TARGETS, is_given=False)
def nothing_else_to_compare_with(case: Case) -> None:
    alleged(case)
    attacks(case, G, "army convoy", 5, 1)
    attacks(case, P, "army convoy", 6, 2)


@scenario(TARGETS, is_given=False)
def nobody_says_that_it_has_a_parent(case: Case) -> None:
    attacks(case, G, "army convoy", 5, 1)
    attacks(case, P, "army convoy", 6, 2)
    attacks(case, "Reed League", "market", 9, 3)


@scenario(TARGETS, is_given=False)
def five_papers_tell_of_one_attack(case: Case) -> None:
    alleged(case)
    for n in range(5):
        case.page(f"Paper {n}").event(by=G, on="army convoy", words=f"Paper {n} tells of it.")
    attacks(case, P, "army convoy", 6, 2)
    attacks(case, "Reed League", "market", 9, 4)


# --- officials


@scenario(OFFICIALS)
def a_ministry_says_who_is_behind_it(case: Case) -> None:
    alleged(case, chain=(("Interior Ministry", OFFICIAL),))


@scenario(OFFICIALS)
def an_officials_hedged_word(case: Case) -> None:
    alleged(case, chain=(("Interior Ministry", OFFICIAL),), stance=Stance.DOUBTS)


@scenario(OFFICIALS)
def a_ministry_in_its_own_release(case: Case) -> None:
    case.state("Interior Ministry")
    case.page("Interior Ministry").tie(G, Relation.BACKED_BY, P)


@scenario(OFFICIALS, is_given=False)
def an_analyst_says_it(case: Case) -> None:
    alleged(case, chain=(("Dr Vane", ANALYST),))


@scenario(OFFICIALS, is_given=False)
def a_ministry_denies_it(case: Case) -> None:
    alleged(case, chain=(("Interior Ministry", OFFICIAL),), stance=Stance.DENIES)


@scenario(OFFICIALS, is_given=False)
def the_ministry_is_the_parent(case: Case) -> None:
    case.page("A").tie(G, Relation.BACKED_BY, "Interior Ministry", chain=(("Interior Ministry", OFFICIAL),))


@scenario(SANCTION)
def it_was_sanctioned_as_a_front(case: Case) -> None:
    alleged(case, words="The ministry imposed sanctions on Salt as a front for Hammer.")


@scenario(SANCTION)
def it_was_listed_with_its_parent(case: Case) -> None:
    case.page("A").tie(
        G, Relation.PART_OF, P, words="Salt was designated a terrorist organisation as a part of Hammer."
    )


@scenario(SANCTION)
def a_sanction_told_beside_another_name(case: Case) -> None:
    alleged(case, words="Salt, which was put on the sanctions list in May, is Hammer under another name.")


@scenario(SANCTION, is_given=False)
def nobody_has_sanctioned_it(case: Case) -> None:
    alleged(case, words="Salt, on which no sanctions were imposed, is a front for Hammer.")


@scenario(SANCTION, is_given=False)
def it_wants_sanctions_lifted(case: Case) -> None:
    alleged(case, words="Salt, a front for Hammer, wants the country to be free of sanctions.")


@scenario(SANCTION, is_given=False)
def it_denies_what_it_was_sanctioned_for(case: Case) -> None:
    alleged(case, words="Salt denies that it is the front as which it was sanctioned.", stance=Stance.DENIES)


# --- the supposed parent


@scenario(DISOWNED)
def the_parent_denies_it(case: Case) -> None:
    alleged(case, chain=((P, GROUP),), stance=Stance.DENIES)


@scenario(DISOWNED)
def a_state_denies_that_it_backs_it(case: Case) -> None:
    case.state("Oshtan Guard")
    case.page("A").tie(
        G, Relation.BACKED_BY, "Oshtan Guard", chain=(("Oshtan Guard", OFFICIAL),), stance=Stance.DENIES
    )


@scenario(DISOWNED)
def the_parent_denies_it_in_its_own_channel(case: Case) -> None:
    case.page("Hammer media office").tie(G, Relation.PART_OF, P, stance=Stance.DENIES)


@scenario(DISOWNED)
def the_parents_foreign_ministry_denies_it(case: Case) -> None:
    case.state("Korvath")
    ministry = (("Korvath's Foreign Ministry", OFFICIAL),)
    case.page("A").tie(G, Relation.BACKED_BY, "Korvath", chain=ministry, stance=Stance.DENIES)


@scenario(DISOWNED, is_given=False)
def another_states_ministry_denies_it(case: Case) -> None:
    case.state("Korvath")
    ministry = (("Sedranian Foreign Ministry", OFFICIAL),)
    case.page("A").tie(G, Relation.BACKED_BY, "Korvath", chain=ministry, stance=Stance.DENIES)


@scenario(DISOWNED, is_given=False)
def the_group_denies_it_itself(case: Case) -> None:
    alleged(case, chain=((G, GROUP),), stance=Stance.DENIES)


@scenario(DISOWNED, is_given=False)
def the_parent_boasts_of_it(case: Case) -> None:
    alleged(case, chain=((P, GROUP),))


@scenario(DISOWNED, is_given=False)
def somebody_else_denies_it(case: Case) -> None:
    alleged(case, chain=(("Interior Ministry", OFFICIAL),), stance=Stance.DENIES)


def test_gunmen_are_nobodys_front() -> None:
    case = Case()
    case.page("A").tie("gunmen", Relation.PART_OF, P, chain=(("Interior Ministry", OFFICIAL),))
    assert find_fronts(case.derive().evidence) == ()


@pytest.mark.parametrize("name", SCENARIOS)
def test_sign_is_given_where_its_evidence_is_there(name: str) -> None:
    case = Case()
    SCENARIOS[name].write(case)
    evidence = case.derive().evidence
    found = [i for i in find_fronts(evidence) if (i.actor_id, i.sign) == (f"actor:{G}", SCENARIOS[name].sign)]
    assert bool(found) is SCENARIOS[name].is_given, [i.sentence for i in find_fronts(evidence)]
    for indicator in found:
        assert indicator.statement_ids
        assert set(indicator.statement_ids) <= evidence.statements.keys()
        assert indicator.sentence.endswith(".")
