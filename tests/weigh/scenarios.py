"""One small case for every rule of weighing, and one that looks like it and is not."""

from __future__ import annotations

from collections.abc import Callable

from secondsource.records import Authenticity, ByStatus, EventType, HolderKind, Outcome, Relation, Stance
from tests.weigh.builder import Case, grade, owner

Said = tuple[str, int, bool, str, int]
G = "Hammer"
OUTLET, AGENCY, WITNESS = HolderKind.OUTLET, HolderKind.AGENCY, HolderKind.WITNESS
NOBODY: Said = ("not addressed", 6, False, "not addressed", 6)
ONE: Said = ("partly corroborated", 3, False, "not addressed", 6)
TWO: Said = ("corroborated", 1, False, "not addressed", 6)
SCENARIOS: dict[str, tuple[Callable[[Case], object], Said]] = {}


def scenario(*said: object) -> Callable[[Callable[[Case], object]], Callable[[Case], object]]:
    """Registers a case by its function's name with the verdicts that it must come to."""

    def add(write: Callable[[Case], object]) -> Callable[[Case], object]:
        SCENARIOS[write.__name__] = (write, said)  # type: ignore[assignment]
        return write

    return add


def told(case: Case) -> None:
    """The claim, in the group's words, by an outlet that adds nothing."""
    case.page("Dispatch").claim(G)


@scenario(*NOBODY)
def the_claim_alone(case: Case) -> None:
    told(case)


@scenario(*NOBODY)
def ten_outlets_relay_it(case: Case) -> None:
    for n in range(10):
        case.page(f"Paper {n}").claim(G)


@scenario(*NOBODY)
def the_outlet_tells_it_again_in_the_same_sentence(case: Case) -> None:
    case.page("Dispatch").claim(G).event(inside=True)
    case.page("Post").claim(G).event(inside=True)


@scenario(*NOBODY)
def a_headline_tells_it_again(case: Case) -> None:
    page = case.page("Dispatch", title="Convoy attacked in Sorna on Monday")
    page.event(inside=True).filler("By our staff.").claim(G)


@scenario(*NOBODY)
def the_next_sentence_goes_on_without_day_or_place(case: Case) -> None:
    case.page("Dispatch").claim(G).event(at=None, when=None, on="convoy", killed=3)


@scenario(*ONE)
def another_sentence_with_its_own_day_and_place(case: Case) -> None:
    case.page("Dispatch").claim(G).filler("So the group.").event()


@scenario(*ONE)
def one_paper_reports_it(case: Case) -> None:
    told(case)
    case.page("Herald").event()


@scenario(*TWO)
def two_papers_report_it(case: Case) -> None:
    told(case)
    case.page("Herald").event()
    case.page("Post").event()


@scenario(*TWO)
def another_target_is_told_of_by_one_of_three(case: Case) -> None:
    told(case)
    case.page("Herald").event()
    case.page("Post").event()
    case.page("Radio").event(killed=2)


@scenario(*ONE)
def forty_copies_are_one(case: Case) -> None:
    told(case)
    wire = case.page("Wire").event()
    for n in range(40):
        case.copy(wire, f"Paper {n}")


@scenario(*ONE)
def a_wire_story_inside_a_longer_article_is_one(case: Case) -> None:
    told(case)
    wire = case.page("Wire").event()
    case.copy(wire, "Herald", before="The harvest was good this year, and prices fell in all markets.")


@scenario(*ONE)
def an_outlet_quotes_the_other(case: Case) -> None:
    told(case)
    case.page("Wire").event()
    case.page("Herald").event(chain=(("The Wire news agency", AGENCY),))


@scenario(*ONE)
def two_outlets_quote_each_other(case: Case) -> None:
    told(case)
    case.page("Herald").event(chain=(("Post", OUTLET),))
    case.page("Post").event(chain=(("Herald", OUTLET),))


@scenario(*ONE)
def media_that_nobody_names(case: Case) -> None:
    told(case)
    case.page("Wire").event()
    case.page("Herald").event(chain=(("local media", HolderKind.MEDIA),))


@scenario(*ONE)
def an_agency_that_nobody_names(case: Case) -> None:
    told(case)
    case.page("Wire").event()
    case.page("Herald").event(chain=(("an agency", HolderKind.UNNAMED),))


@scenario(*NOBODY)
def the_group_beside_its_name(case: Case) -> None:
    case.page("Dispatch").claim(G).claim("group", killed=2)
    case.page("Post").claim(G).event(by=G, chain=(("the group", HolderKind.GROUP),), killed=2)


@scenario(*ONE)
def two_outlets_of_one_owner(case: Case) -> None:
    told(case)
    case.page("Herald").event()
    case.page("Post").event()
    case.judgements += [owner("Herald", "Tollan Group"), owner("Post", "Tollan Group")]


@scenario(*ONE)
def a_paper_repeats_the_wrong_toll_of_another(case: Case) -> None:
    case.page("Dispatch", "2025-03-09").claim(G, killed=17)
    case.page("Herald").event(killed=17)
    case.page("Post", "2025-03-08").event(killed=17, words="Seventeen, then.")
    case.page("Radio").event(killed=7)
    case.page("Gazette").event(killed=7, words="Seven.")
    case.judgements += [grade("Radio", "E"), grade("Gazette", "E")]


@scenario(*TWO)
def two_outlets_of_two_owners(case: Case) -> None:
    two_papers_report_it(case)
    case.judgements += [owner("Herald", "Tollan Group"), owner("Post", "Staff cooperative")]


@scenario(*ONE)
def one_spokesman_in_two_papers(case: Case) -> None:
    told(case)
    case.page("Herald").police()
    case.page("Post").police()


@scenario(*ONE)
def a_ministry_of_which_no_paper_says_whose_it_is(case: Case) -> None:
    told(case)
    case.page("Herald").event(chain=(("interior ministry@Herald", HolderKind.OFFICIAL),))
    case.page("Post").event(chain=(("interior ministry@Post", HolderKind.OFFICIAL),))


@scenario(*TWO)
def the_armies_of_two_countries(case: Case) -> None:
    told(case)
    case.page("Herald").event(chain=(("Sedranian army", HolderKind.OFFICIAL),))
    case.page("Post").event(chain=(("Korvathi army", HolderKind.OFFICIAL),))


@scenario(*ONE)
def an_official_nobody_names_in_two_papers(case: Case) -> None:
    told(case)
    case.page("Herald").event(chain=(("a security official", HolderKind.OFFICIAL),))
    case.page("Post", "2025-03-05").event(chain=(("a security official", HolderKind.OFFICIAL),))


@scenario(*TWO)
def residents_in_two_papers(case: Case) -> None:
    told(case)
    case.page("Herald").event(chain=(("residents", WITNESS),))
    case.page("Post").event(chain=(("residents", WITNESS),))


@scenario(*ONE)
def a_papers_own_account_beside_the_police(case: Case) -> None:
    told(case)
    case.page("Herald").event().police()


@scenario(*NOBODY)
def the_claimants_own_channel(case: Case) -> None:
    told(case)
    case.page("Hammer media office").event()
    case.page("Anvil News").event(by=G)
    case.page("Monitor").channel(G, "Anvil News")


@scenario(*ONE)
def a_channel_of_doubtful_authenticity_is_nobodys(case: Case) -> None:
    told(case)
    case.page("Anvil News").event()
    case.page("Monitor").channel(G, "Anvil News", Authenticity.DISPUTED)


@scenario(*NOBODY)
def a_tied_group_speaks_for_it(case: Case) -> None:
    told(case)
    case.page("Riders").event(by=G, chain=(("Riders", HolderKind.GROUP),))
    case.page("Monitor").tie("Riders", Relation.ALLIED_WITH, G)
    case.page("Gazette").tie("Riders", Relation.ALLIED_WITH, G)


@scenario("partly corroborated", 3, False, "partly corroborated", 3)
def a_rival_group_is_not_tied(case: Case) -> None:
    told(case)
    case.page("Riders").event(by=G, chain=(("Riders", HolderKind.GROUP),))
    case.page("Monitor").tie("Riders", Relation.RIVAL_OF, G)


@scenario("corroborated", 1, False, "not addressed", 6)
def one_paper_graded_b(case: Case) -> None:
    one_paper_reports_it(case)
    case.judgements.append(grade("Herald", "B"))


@scenario(*ONE)
def one_paper_graded_c(case: Case) -> None:
    one_paper_reports_it(case)
    case.judgements.append(grade("Herald", "C"))


@scenario(*ONE)
def the_second_paper_is_graded_e(case: Case) -> None:
    two_papers_report_it(case)
    case.judgements.append(grade("Post", "E"))


@scenario("partly corroborated", 2, False, "not addressed", 6)
def the_toll_differs(case: Case) -> None:
    case.page("Dispatch").claim(G, killed=9)
    case.page("Herald").event(killed=4)


@scenario("partly corroborated", 2, False, "not addressed", 6)
def the_toll_lies_above_all_counts_though_more_tell_none(case: Case) -> None:
    case.page("Dispatch").claim(G, killed=40)
    for outlet in ("Herald", "Post", "Radio"):
        case.page(outlet).event()
    case.page("Gazette").event(killed=4)
    case.page("Echo").event(killed=6)


@scenario(*ONE)
def the_toll_lies_within(case: Case) -> None:
    case.page("Dispatch").claim(G, killed=3, high=9)
    case.page("Herald").event(killed=4)


@scenario("partly corroborated", 2, False, "not addressed", 6)
def the_base_beside_the_airport(case: Case) -> None:
    case.page("Dispatch").claim(G, on="Fort Bell", at="Fort Bell")
    case.page("Herald").event(on=None, at="Sorna airport")


@scenario("partly corroborated", 2, False, "not addressed", 6)
def an_attack_without_damage(case: Case) -> None:
    told(case)
    case.page("Herald").event(words="An attack on the army convoy in Sorna did no damage.")


@scenario("partly corroborated", 2, False, "not addressed", 6)
def another_target_at_the_airport(case: Case) -> None:
    case.page("Dispatch").claim(G, on="military helicopter", at="Sorna airport")
    case.page("Herald").event(on="cargo warehouse", at="Sorna airport")
    case.page("Post").event(on="cargo warehouse", at="Sorna airport")


@scenario(*ONE)
def two_papers_know_only_the_province(case: Case) -> None:
    told(case)
    case.page("Herald").event(at="North", precision=4)
    case.page("Post").event(at="North", precision=4)


@scenario("uncorroborated", 4, False, "not addressed", 6)
def nothing_was_found(case: Case) -> None:
    case.page("Dispatch").claim(G).finding(Outcome.UNCORROBORATED)


@scenario("uncorroborated", 4, False, "not addressed", 6)
def nothing_was_found_elsewhere(case: Case) -> None:
    told(case)
    case.page("Institute", "2025-04-01").finding(
        Outcome.UNCORROBORATED, words="We found no trace of the attack by Hammer at Sorna on 2025-03-03."
    )


@scenario(*NOBODY)
def something_else_was_not_found(case: Case) -> None:
    case.page("Dispatch").claim(G).finding(
        Outcome.UNCORROBORATED,
        words="It is not clear whose page it is.",
        what="Twitter page belongs to the group",
    )


@scenario(*NOBODY)
def nothing_was_found_of_another_day(case: Case) -> None:
    page = case.page("Dispatch").claim(
        G, when="2025-03-03", words="Hammer said it hit the convoy on March 3."
    )
    page.finding(Outcome.UNCORROBORATED, words="There is no evidence for the attack of April 17.")


@scenario(*NOBODY)
def nothing_was_found_of_one_day_in_the_month(case: Case) -> None:
    page = case.page("Dispatch").claim(
        G, when="2025-03-01/2025-03-31", when_words="March", words="In March Hammer said it hit the convoy."
    )
    page.finding(Outcome.UNCORROBORATED, words="There is no evidence for the attack of March 17.")


@scenario(*NOBODY)
def the_claimants_own_check(case: Case) -> None:
    case.page("Dispatch").claim(G).finding(Outcome.UNCORROBORATED, chain=((G, HolderKind.GROUP),))


@scenario("uncorroborated", 4, False, "not addressed", 6)
def the_town_paper_tells_of_other_things_that_day(case: Case) -> None:
    told(case)
    case.page("Gazette").event(kind=EventType.PROTEST, on="town hall")


@scenario(*NOBODY)
def another_towns_paper_tells_of_other_things(case: Case) -> None:
    told(case)
    case.page("Gazette").event(kind=EventType.PROTEST, on="town hall", at="Veshkan")


@scenario(*NOBODY)
def the_town_paper_of_the_next_week(case: Case) -> None:
    told(case)
    case.page("Gazette", "2025-03-11").event(kind=EventType.PROTEST, on="town hall", when="2025-03-10")


@scenario("contradicted", 5, False, "not addressed", 6)
def the_police_deny_it(case: Case) -> None:
    told(case)
    case.page("Herald").police(stance=Stance.DENIES)


@scenario("uncorroborated", 4, False, "not addressed", 6)
def a_far_analyst_denies_it(case: Case) -> None:
    told(case)
    case.page("Herald").event(stance=Stance.DENIES, chain=(("Dr Vane", HolderKind.ANALYST),))


@scenario("corroborated", 1, True, "not addressed", 6)
def a_denial_beside_support(case: Case) -> None:
    two_papers_report_it(case)
    case.page("Radio").police(stance=Stance.DENIES)


@scenario("contradicted", 5, False, "not addressed", 6)
def a_check_found_it_false(case: Case) -> None:
    case.page("Dispatch").claim(G).finding(
        Outcome.CONTRADICTED, words="The claim is false: the road was closed."
    )


@scenario("contradicted", 5, False, "contradicted", 5)
def claimed_before_the_day(case: Case) -> None:
    case.page("Dispatch", "2025-02-20").claim(G)


@scenario("contradicted", 5, False, "contradicted", 5)
def before_the_group_was_formed(case: Case) -> None:
    told(case)
    case.page("Hammer media").emergence(G, "2025-03-20")


@scenario(*NOBODY)
def others_date_the_group_later(case: Case) -> None:
    told(case)
    case.page("Monitor").emergence(G, "2025-03-20", own=False)


@scenario("corroborated", 1, False, "contested", 4)
def another_group_claims_it(case: Case) -> None:
    two_papers_report_it(case)
    case.page("Radio").claim("Salt")


@scenario(*ONE)
def both_sides_of_a_clash_say_that_they_fought(case: Case) -> None:
    case.state("Army")
    case.page("Dispatch").claim(G, kind=EventType.ARMED_CLASH)
    case.page("Herald").claim("Army", kind=EventType.ARMED_CLASH)


@scenario("not addressed", 6, False, "not addressed", 6)
def two_groups_claim_it_together(case: Case) -> None:
    case.page("Dispatch").claim([G, "Salt"])


@scenario("partly corroborated", 3, False, "contested", 4)
def the_police_name_another(case: Case) -> None:
    told(case)
    case.page("Herald").police(by="Lantern", status=ByStatus.ACCUSED)


@scenario(*ONE)
def a_paper_names_gunmen(case: Case) -> None:
    told(case)
    case.page("Herald").event(by="Masked gunmen")


@scenario("not addressed", 6, False, "contested", 4)
def the_group_disowns_it(case: Case) -> None:
    told(case)
    case.page("Herald").event(
        by=G, status=ByStatus.ACCUSED, stance=Stance.DENIES, chain=((G, HolderKind.GROUP),)
    )


@scenario("partly corroborated", 3, False, "contested", 4)
def the_police_say_it_was_not_they(case: Case) -> None:
    told(case)
    page = case.page("Herald").police()
    page.police(by=G, stance=Stance.DENIES, words="The police deny that Hammer was behind it in Sorna.")


@scenario("corroborated", 1, False, "corroborated", 1)
def two_name_the_claimant(case: Case) -> None:
    told(case)
    case.page("Herald").event(by=G, status=ByStatus.ACCUSED)
    case.page("Post").event(by=G)


@scenario("partly corroborated", 3, False, "partly corroborated", 3)
def one_names_the_claimant(case: Case) -> None:
    told(case)
    case.page("Herald").police(by=G, status=ByStatus.ACCUSED)


@scenario("corroborated", 1, False, "corroborated", 1)
def one_graded_a_names_the_claimant(case: Case) -> None:
    told(case)
    case.page("Herald").event(by=G)
    case.judgements.append(grade("Herald", "A"))


@scenario("not addressed", 6, False, "uncorroborated", 4)
def who_did_it_was_not_found(case: Case) -> None:
    case.page("Dispatch").claim(G).finding(
        Outcome.UNCORROBORATED, words="It could not be verified who was behind the attack."
    )


@scenario("partly corroborated", 3, False, "not addressed", 6)
def a_check_found_it_true(case: Case) -> None:
    case.page("Dispatch").claim(G).finding(
        Outcome.CORROBORATED, words="Photographs of the attack bear out the claim."
    )


@scenario("not addressed", 6, False, "not addressed", 6)
def the_only_report_was_taken_back(case: Case) -> None:
    told(case)
    case.page("Herald").event()
    correction = case.page("Herald", "2025-03-09")
    correction.event(
        words="On 4 March we reported an attack on a convoy in Sorna.", chain=(("Herald", OUTLET),)
    )
    correction.filler("That report was wrong, and we withdraw it.")
