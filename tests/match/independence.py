"""Who depends on whom, by the ways in which reports come to be one origin, each with look-alikes that are not.

A scenario writes a small case; with it stand the families that it must come to, each as the outlets in it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from secondsource.records import Authenticity, EventType, HolderKind, Relation, Stance
from tests.weigh.builder import Case, judgement, owner

G = "Hammer"
OFFICIAL, AGENCY, OUTLET, MEDIA = HolderKind.OFFICIAL, HolderKind.AGENCY, HolderKind.OUTLET, HolderKind.MEDIA
UNNAMED, WITNESS, GROUP = HolderKind.UNNAMED, HolderKind.WITNESS, HolderKind.GROUP


class Scenario(NamedTuple):
    """How it is written, what way it is about, whether it is one that joins, and the families."""

    write: Callable[[Case], object]
    way: str
    joins: bool
    families: tuple[frozenset[str], ...]


SCENARIOS: dict[str, Scenario] = {}


def scenario(
    way: str, *families: str, joins: bool = True
) -> Callable[[Callable[[Case], object]], Callable[[Case], object]]:
    """Registers a case by its function's name; a family is its outlets, parted by commas."""

    def add(write: Callable[[Case], object]) -> Callable[[Case], object]:
        kept = tuple(frozenset(f.split(", ")) for f in families)
        SCENARIOS[write.__name__] = Scenario(write, way, joins, kept)
        return write

    return add


WIRE = (
    "Gunmen opened fire on an army convoy that was climbing the pass above Sorna on Monday morning, and shots went "
    "on for most of an hour before helicopters came, two drivers who had hidden in a culvert below the road said."
)
EDITED = (
    "Gunmen opened fire on an army convoy that was climbing the pass over Sorna on Monday morning, and shots went on "
    "for most of an hour before helicopters came, two drivers who hid in a culvert below the road said."
)
OWN = (
    "A column of army lorries came under fire near Sorna on Monday. This paper counted eleven holes in the "
    "windscreen of the first of them, which stood in the yard of the barracks at noon."
)
FORMULA = (
    "The Upland Observatory, which keeps a network of people across the hills, does not say how it comes by what "
    "it has."
)
MARKETS = (
    "Prices for lentils fell by a tenth in the markets of the plain, where a good harvest has filled the stores, "
    "traders said on Tuesday. The cooperative expects them to fall further before the rains."
)
OLDER = (
    "In January a bridge at Veshkan was blown up in the night, which cut the road to the coast for nine days and "
    "kept medicines from the two hospitals there until engineers had laid another beside it."
)

# --- near copies and partial copies


@scenario("copies", "Wire, Herald")
def a_few_words_are_changed(case: Case) -> None:
    case.page("Wire").event(words=WIRE)
    case.page("Herald", "2025-03-05").event(words=EDITED)


@scenario("copies", "Wire, Herald")
def a_wire_story_stands_inside_a_longer_article(case: Case) -> None:
    case.page("Wire").event(words=WIRE)
    case.page("Herald", "2025-03-05").filler(MARKETS).event(words=WIRE).filler(OLDER)


@scenario("copies", "Wire, Herald, Post")
def two_papers_cut_the_story_differently(case: Case) -> None:
    case.page("Wire").filler(MARKETS).event(words=WIRE).filler(OLDER)
    case.page("Herald", "2025-03-05").event(words=WIRE).filler(OLDER)
    case.page("Post", "2025-03-05").filler(MARKETS).event(words=WIRE)


@scenario("copies", "Wire, Herald, Post")
def a_copy_of_a_copy(case: Case) -> None:
    case.page("Wire").event(words=WIRE)
    case.page("Herald", "2025-03-05").event(words=EDITED)
    case.page("Post", "2025-03-06").filler(MARKETS).event(words=EDITED)


@scenario("copies", "Herald, Wire")
def both_come_out_on_one_day(case: Case) -> None:
    case.page("Herald").event(words=WIRE)
    case.page("Wire").event(words=WIRE)


@scenario("copies", "Wire", "Herald", joins=False)
def two_who_were_there_write_their_own_words(case: Case) -> None:
    case.page("Wire").event(words=WIRE)
    case.page("Herald", "2025-03-05").event(words=OWN)


@scenario("copies", "Wire", "Herald", joins=False)
def two_reports_that_share_a_formula(case: Case) -> None:
    case.page("Wire").event(words=WIRE).filler(FORMULA)
    case.page("Herald", "2025-03-05").event(words=OWN).filler(FORMULA)


@scenario("copies", "Wire", "Herald", joins=False)
def two_reports_that_share_a_paragraph_on_something_else(case: Case) -> None:
    case.page("Wire").event(words=WIRE).filler(OLDER)
    case.page("Herald", "2025-03-05").event(words=OWN).filler(OLDER)


@scenario("copies", "Wire", "Herald", "Herald, Wire", joins=False)
def a_report_of_ones_own_beside_a_copied_one_on_another_event(case: Case) -> None:
    case.page("Wire").event(words=WIRE).event(words=OLDER, at="Veshkan", on="bridge", when="2025-01-10")
    page = case.page("Herald", "2025-03-05").event(words=OWN)
    page.event(words=OLDER, at="Veshkan", on="bridge", when="2025-01-10")


# --- one holder, one occasion


@scenario("holder", "Herald, Post")
def one_spokesman_in_two_papers(case: Case) -> None:
    case.page("Herald").police()
    case.page("Post", "2025-03-05").police()


@scenario("holder", "Herald, Post, Radio")
def one_ministry_in_three_papers_with_their_own_accounts(case: Case) -> None:
    for outlet in ("Herald", "Post", "Radio"):
        case.page(outlet).event(words=f"{outlet} tells of it.").event(
            chain=(("Interior Ministry", OFFICIAL),)
        )


@scenario("holder", "Herald, Post")
def the_same_office_named_with_and_without_its_man(case: Case) -> None:
    case.page("Herald").event(chain=(("Interior Ministry", OFFICIAL),))
    case.page("Post").event(chain=(("the spokesman", OFFICIAL), ("Interior Ministry", OFFICIAL)))


@scenario("holder", "Interior Ministry, Post")
def a_release_and_who_quotes_it(case: Case) -> None:
    case.state("Interior Ministry")
    case.page("Interior Ministry").event()
    case.page("Post").event(chain=(("Interior Ministry", OFFICIAL),))


@scenario("holder", "Herald, Post")
def police_of_which_no_paper_says_whose_they_are(case: Case) -> None:
    case.page("Herald").event(chain=(("police@Herald", OFFICIAL),))
    case.page("Post", "2025-03-09").event(chain=(("police@Post", OFFICIAL),))


@scenario("quoting", "Reuters, Herald")
def an_agency_that_a_reader_took_for_a_group(case: Case) -> None:
    case.page("Reuters").event()
    case.page("Herald").event(chain=(("Reuters", GROUP),))


@scenario("holder", "Herald", "Post", joins=False)
def police_and_hospital(case: Case) -> None:
    case.page("Herald").police()
    case.page("Post").event(chain=(("Sorna hospital", OFFICIAL),))


@scenario("holder", "Herald", "Post", joins=False)
def the_police_of_two_towns(case: Case) -> None:
    case.page("Herald").event(chain=(("Sorna police", OFFICIAL),))
    case.page("Post").event(chain=(("Veshkan police", OFFICIAL),))


@scenario("holder", "Herald", "Post", joins=False)
def residents_of_the_place(case: Case) -> None:
    case.page("Herald").event(chain=(("residents", WITNESS),))
    case.page("Post").event(chain=(("residents", WITNESS),))


@scenario("holder", "Herald", "Post", joins=False)
def unnamed_officials_a_week_apart(case: Case) -> None:
    case.page("Herald").event(chain=(("a security official", OFFICIAL),))
    case.page("Post", "2025-03-11").event(chain=(("a security official", OFFICIAL),))


# --- an outlet that quotes another


@scenario("quoting", "Wire, Herald")
def the_quoted_is_at_hand(case: Case) -> None:
    case.page("Wire").event()
    case.page("Herald").event(chain=(("the Wire news agency", AGENCY),))


@scenario("quoting", "Herald, Post")
def two_quote_a_third_that_is_not_at_hand(case: Case) -> None:
    case.page("Herald").event(chain=(("Wire", AGENCY),))
    case.page("Post").event(chain=(("Wire", AGENCY),))


@scenario("quoting", "Wire, Herald, Post")
def a_chain_of_three(case: Case) -> None:
    case.page("Wire").event()
    case.page("Herald").event(chain=(("Wire", AGENCY),))
    case.page("Post").event(chain=(("Herald", OUTLET),))


@scenario("quoting", "Reuters, Al-Sahl")
def the_quoted_agency_in_another_script(case: Case) -> None:
    case.page("Reuters").event()
    case.page("Al-Sahl").event(chain=(("رويترز", AGENCY),))


@scenario("quoting", "Agence France-Presse, Al-Sahl, Herald")
def an_agency_by_its_letters_its_name_and_in_another_language(case: Case) -> None:
    case.page("Agence France-Presse").event()
    case.page("Herald").event(chain=(("AFP", AGENCY),))
    case.page("Al-Sahl").event(chain=(("وكالة فرانس برس", AGENCY),))


@scenario("quoting", "Herald, Svet")
def two_languages_quote_one_agency_that_is_not_at_hand(case: Case) -> None:
    case.page("Herald").event(chain=(("Xinhua", AGENCY),))
    case.page("Svet").event(chain=(("Синьхуа", AGENCY),))


@scenario("quoting", "Radio Oshtan, Al-Sahl")
def a_station_spelt_in_another_script(case: Case) -> None:
    case.page("Radio Oshtan").event()
    case.page("Al-Sahl").event(chain=(("راديو أوشتان", OUTLET),))


@scenario("quoting", "Wire", "Herald", "Herald, Wire", joins=False)
def it_quotes_the_other_on_something_else(case: Case) -> None:
    case.page("Wire").event().event(words="A bridge fell.", at="Veshkan", on="bridge", when="2025-03-01")
    page = case.page("Herald").event(words=OWN)
    page.event(chain=(("Wire", AGENCY),), at="Veshkan", on="bridge", when="2025-03-01")


@scenario("quoting", "Reuters", "Al-Sahl", joins=False)
def another_agency_in_another_script(case: Case) -> None:
    case.page("Reuters").event()
    case.page("Al-Sahl").event(chain=(("الأناضول", AGENCY),))


@scenario("quoting", "Herald", "Post", joins=False)
def each_quotes_an_agency_of_its_own(case: Case) -> None:
    case.page("Herald").event(chain=(("AFP", AGENCY),))
    case.page("Post").event(chain=(("AP", AGENCY),))


@scenario("quoting", "Radio Sorna", "Sorna Daily", joins=False)
def two_outlets_of_one_town(case: Case) -> None:
    case.page("Radio Sorna").event()
    case.page("Sorna Daily").event()


@scenario("quoting", "Radio Oshtan", "Al-Sahl", joins=False)
def a_station_of_another_name_in_another_script(case: Case) -> None:
    case.page("Radio Oshtan").event()
    case.page("Al-Sahl").event(chain=(("راديو فيشكان", OUTLET),))


# --- a group, its channels, those tied to it


@scenario("group", "Dispatch, Hammer media office, Anvil News")
def by_its_name_and_by_what_a_text_says(case: Case) -> None:
    case.page("Dispatch").claim(G)
    case.page("Hammer media office").event()
    case.page("Anvil News").event()
    case.page("Monitor").channel(G, "Anvil News")


@scenario("group", "Dispatch, Anvil News")
def a_handle_is_the_outlets_name(case: Case) -> None:
    case.page("Dispatch").claim(G)
    case.page("Anvil News").event()
    case.page("Monitor").channel(G, "@anvilnews")


@scenario("group", "Dispatch, Herald")
def a_part_of_it_is_quoted(case: Case) -> None:
    case.page("Dispatch").claim(G)
    case.page("Herald").event(chain=(("Riders", GROUP),))
    case.page("Monitor").tie("Riders", Relation.PART_OF, G)


@scenario("group", "Dispatch, Herald")
def who_backs_it_speaks(case: Case) -> None:
    case.state("Oshtan Guard")
    case.page("Dispatch").claim(G)
    case.page("Herald").event(chain=(("Oshtan Guard", OFFICIAL),))
    case.page("Monitor").tie(G, Relation.BACKED_BY, "Oshtan Guard")
    case.page("Gazette").tie(G, Relation.BACKED_BY, "Oshtan Guard")


@scenario("group", "Dispatch", "Anvil News", joins=False)
def whose_channel_it_is_is_disputed(case: Case) -> None:
    case.page("Dispatch").claim(G)
    case.page("Anvil News").event()
    case.page("Monitor").channel(G, "Anvil News", Authenticity.DISPUTED)


@scenario("group", "Dispatch", "Sedrania News Agency", "Monitor", joins=False)
def an_agency_bears_the_name_of_its_country(case: Case) -> None:
    case.page("Dispatch").claim("Sedrania")
    case.page("Sedrania News Agency").event()
    case.page("Monitor").event(kind=EventType.PROTEST, at="Sedrania")


@scenario("group", "Dispatch", "Hammer Watch", joins=False)
def an_outlet_that_watches_the_group(case: Case) -> None:
    case.page("Dispatch").claim(G)
    case.page("Hammer Watch").event()


@scenario("group", "Dispatch", "Herald", joins=False)
def a_rival_speaks(case: Case) -> None:
    case.page("Dispatch").claim(G)
    case.page("Herald").event(chain=(("Riders", GROUP),))
    case.page("Monitor").tie("Riders", Relation.RIVAL_OF, G)


@scenario("group", "Dispatch", "Herald", joins=False)
def a_tie_that_as_many_deny(case: Case) -> None:
    case.page("Dispatch").claim(G)
    case.page("Herald").event(chain=(("Riders", GROUP),))
    case.page("Monitor").tie("Riders", Relation.ALLIED_WITH, G)
    case.page("Gazette").tie("Riders", Relation.ALLIED_WITH, G, stance=Stance.DENIES)


# --- one owner


@scenario("owner", "Herald, Post")
def two_outlets_of_one_owner(case: Case) -> None:
    case.page("The Herald newspaper").outlet = "Herald"
    case.pages[-1].event()
    case.page("Post").event()
    case.judgements += [owner("The Herald newspaper", "Tollan Group"), owner("Post", "Tollan group")]


@scenario("owner", "Herald, Post")
def one_outlet_owns_the_other(case: Case) -> None:
    case.page("Herald").event()
    case.page("Post").event()
    case.judgements.append(owner("Post", "Herald"))


@scenario("owner", "Herald, Post")
def an_owners_owner(case: Case) -> None:
    case.page("Herald").event()
    case.page("Post").event()
    case.judgements += [owner("Post", "Tollan Print"), owner("Tollan Print", "Tollan Group")]
    case.judgements.append(owner("Herald", "Tollan Group"))


@scenario("owner", "Herald, Radio")
def a_quoted_outlet_of_the_same_owner(case: Case) -> None:
    case.page("Herald").event()
    case.page("Radio").event(chain=(("Post", OUTLET),))
    case.judgements += [owner("Herald", "Tollan Group"), owner("Post", "Tollan Group")]


@scenario("owner", "Herald", "Post", joins=False)
def two_owners(case: Case) -> None:
    case.page("Herald").event()
    case.page("Post").event()
    case.judgements += [owner("Herald", "Tollan Group"), owner("Post", "Staff cooperative")]


@scenario("owner", "Herald", "Post", joins=False)
def only_one_has_an_owner(case: Case) -> None:
    case.page("Herald").event()
    case.page("Post").event()
    case.judgements.append(owner("Herald", "Tollan Group"))


@scenario("owner", "Herald", "Post", joins=False)
def an_owner_that_was_taken_back(case: Case) -> None:
    from secondsource.records import JudgementKind

    two_outlets_of_one_owner(case)
    case.judgements.append(judgement(JudgementKind.CORRECT, "outlet:Post", field="owner", value="", at=3))


# --- an agency that isn't named, but whose words are


@scenario("uncredited", "Wire, Herald")
def its_words_without_its_name(case: Case) -> None:
    case.page("Wire").event(words=WIRE)
    case.page("Herald", "2025-03-05").filler(MARKETS).event(words=EDITED)


@scenario("uncredited", "Wire, Herald")
def an_agency_said(case: Case) -> None:
    case.page("Wire").event(words=WIRE)
    case.page("Herald").event(words=OWN, chain=(("an agency", UNNAMED),))


@scenario("uncredited", "Herald, Post")
def two_print_the_same_words_of_one_that_is_not_at_hand(case: Case) -> None:
    case.page("Herald").filler(MARKETS).event(words=WIRE)
    case.page("Post").event(words=WIRE).filler(OLDER)


@scenario("uncredited", "Herald, Post, Radio")
def one_prints_its_words_another_names_it(case: Case) -> None:
    case.page("Herald").event(words=f"SORNA (Wire) {WIRE}", chain=(("Wire", AGENCY),))
    case.page("Post", "2025-03-05").event(words=WIRE)
    case.page("Radio", "2025-03-05").event(words="Shots were heard, Wire said.", chain=(("Wire", AGENCY),))


@scenario("uncredited", "Herald", "Post", joins=False)
def the_same_event_in_like_words(case: Case) -> None:
    case.page("Herald").event(words="Gunmen fired on an army convoy near Sorna on Monday.")
    case.page("Post").event(words="An army convoy was fired on near Sorna by gunmen on Monday.")


@scenario("uncredited", "Herald", "Post", joins=False)
def both_print_the_same_notice_of_their_printer(case: Case) -> None:
    notice = "Printed at the works of the Sorna Press, Mill Lane, where advertisements are taken until noon."
    case.page("Herald").event(words=WIRE).filler(notice)
    case.page("Post").event(words=OWN).filler(notice)


@scenario("uncredited", "Wire", "Herald", joins=False)
def an_official_whom_nobody_names_is_no_agency(case: Case) -> None:
    case.page("Wire").event(words=WIRE)
    case.page("Herald").event(words=OWN, chain=(("an official", OFFICIAL),))


# --- a wrong detail that comes back


def _seventeen(case: Case, first: str = "2025-03-04", again: str = "2025-03-08", **odd: object) -> None:
    case.page("Herald", first).event(**({"killed": 17} | odd))  # type: ignore[arg-type]
    case.page("Post", again).event(words="Much later.", **({"killed": 17} | odd))  # type: ignore[arg-type]


@scenario("error", "Herald, Post", "Radio", "Gazette")
def a_toll_that_two_others_contradict(case: Case) -> None:
    _seventeen(case)
    case.page("Radio").event(killed=7)
    case.page("Gazette", "2025-03-05").event(killed=7, words="Seven.")


@scenario("error", "Herald, Post", "Radio", "Gazette")
def a_wrong_day(case: Case) -> None:
    _seventeen(case, killed=7, by="Lantern", when="2025-03-01")
    case.page("Radio").event(killed=7, by="Lantern")
    case.page("Gazette", "2025-03-05").event(killed=7, by="Lantern", words="Monday.")


@scenario("error", "Herald, Post", "Radio", "Gazette")
def a_wrong_place(case: Case) -> None:
    _seventeen(case, killed=7, by="Lantern", at="Fort Oss")
    case.page("Radio").event(killed=7, by="Lantern")
    case.page("Gazette", "2025-03-05").event(killed=7, by="Lantern", words="Sorna.")


@scenario("error", "Herald, Post, Svet", "Radio", "Gazette")
def three_papers_in_two_languages(case: Case) -> None:
    _seventeen(case)
    case.page("Svet", "2025-03-09").event(killed=17, words="Семнадцать.")
    case.page("Radio").event(killed=7)
    case.page("Gazette", "2025-03-05").event(killed=7, words="Seven.")


@scenario("error", "Dispatch, Post", "Radio", "Gazette")
def the_claimants_own_figure(case: Case) -> None:
    case.page("Dispatch").claim(G, killed=17)
    case.page("Post", "2025-03-08").event(killed=17, words="Much later.")
    case.page("Radio").event(killed=7)
    case.page("Gazette", "2025-03-05").event(killed=7, words="Seven.")


@scenario("error", "Herald", "Dispatch", "Radio", "Gazette", joins=False)
def the_claimant_takes_its_figure_from_a_paper(case: Case) -> None:
    case.page("Herald").event(killed=17)
    case.page("Dispatch", "2025-03-08").claim(G, killed=17)
    case.page("Radio").event(killed=7)
    case.page("Gazette", "2025-03-05").event(killed=7, words="Seven.")


@scenario("error", "Herald", "Post", "Radio", "Gazette", joins=False)
def they_agree_on_the_right_toll(case: Case) -> None:
    _seventeen(case)
    case.page("Radio").event(killed=17, words="Seventeen.")
    case.page("Gazette", "2025-03-05").event(killed=7)


@scenario("error", "Herald", "Post", "Radio", "Gazette", joins=False)
def they_round_alike(case: Case) -> None:
    _seventeen(case, killed=20)
    case.page("Radio").event(killed=17)
    case.page("Gazette", "2025-03-05").event(killed=17, words="Seventeen.")


@scenario("error", "Herald", "Post", "Radio", joins=False)
def only_one_other_says_otherwise(case: Case) -> None:
    _seventeen(case)
    case.page("Radio").event(killed=7)


@scenario("error", "Herald", "Post", "Radio", "Gazette", joins=False)
def the_two_others_disagree_too(case: Case) -> None:
    _seventeen(case)
    case.page("Radio").event(killed=7)
    case.page("Gazette", "2025-03-05").event(killed=9)


@scenario("error", "Herald", "Post", "Radio", "Gazette", joins=False)
def the_toll_rose(case: Case) -> None:
    case.page("Radio").event(killed=7)
    case.page("Gazette").event(killed=7, words="Seven.")
    _seventeen(case, first="2025-03-06")


@scenario("error", "Herald", "Post", "Radio", "Gazette", joins=False)
def two_early_counts_before_the_toll_rose(case: Case) -> None:
    _seventeen(case, again="2025-03-05", killed=7)
    case.page("Radio", "2025-03-08").event(killed=17)
    case.page("Gazette", "2025-03-08").event(killed=17, words="Seventeen.")


@scenario("error", "Herald", "Post", "Radio", "Gazette", joins=False)
def both_tell_it_on_one_day(case: Case) -> None:
    _seventeen(case, again="2025-03-04")
    case.page("Radio").event(killed=7)
    case.page("Gazette", "2025-03-05").event(killed=7, words="Seven.")


@scenario("error", "Herald", "Post", "Radio", "Gazette", joins=False)
def one_more_than_the_others_count(case: Case) -> None:
    _seventeen(case, killed=8)
    case.page("Radio").event(killed=7)
    case.page("Gazette", "2025-03-05").event(killed=7, words="Seven.")


@scenario("error", "Herald", "Post", "Radio", "Gazette", joins=False)
def the_night_is_put_to_the_next_day(case: Case) -> None:
    _seventeen(case, killed=None, when="2025-03-02")
    case.page("Radio").event()
    case.page("Gazette", "2025-03-05").event(words="Monday.")


# --- circles


@scenario("circle", "Herald, Post")
def each_quotes_the_other(case: Case) -> None:
    case.page("Herald").event(chain=(("Post", OUTLET),))
    case.page("Post").event(chain=(("Herald", OUTLET),))


@scenario("circle", "Herald, Post, Radio")
def three_in_a_ring(case: Case) -> None:
    case.page("Herald").event(chain=(("Post", OUTLET),))
    case.page("Post").event(chain=(("Radio", OUTLET),))
    case.page("Radio").event(chain=(("Herald", OUTLET),))


@scenario("circle", "Herald, Post")
def one_of_them_says_it_itself_later(case: Case) -> None:
    case.page("Herald").event(chain=(("Post", OUTLET),))
    case.page("Post").event(chain=(("Herald", OUTLET),))
    case.page("Herald", "2025-03-06").event(words="As is known, a convoy was hit.")


@scenario("circle", "Herald, Svet")
def a_ring_over_two_scripts(case: Case) -> None:
    case.page("Herald").event(chain=(("Свет", OUTLET),))
    case.page("Svet").event(chain=(("Herald", OUTLET),))


@scenario("circle", "Herald, Post", "Radio", joins=False)
def a_third_that_was_there_stays_apart(case: Case) -> None:
    each_quotes_the_other(case)
    case.page("Radio").event(words=OWN)


@scenario("circle", "Herald, Post", "Herald, Post", joins=False)
def each_quotes_the_other_on_events_of_its_own(case: Case) -> None:
    case.page("Herald").event(chain=(("Post", OUTLET),))
    case.page("Post").event()
    case.page("Herald").event(words="A bridge fell.", at="Veshkan", on="bridge", when="2025-02-01")
    case.page("Post").event(chain=(("Herald", OUTLET),), at="Veshkan", on="bridge", when="2025-02-01")


@scenario("circle", "Herald, Post", "Radio, Gazette", joins=False)
def two_pairs_are_two(case: Case) -> None:
    case.page("Herald").event(chain=(("Post", OUTLET),))
    case.page("Post").event()
    case.page("Radio").event(chain=(("Gazette", OUTLET),))
    case.page("Gazette").event()
