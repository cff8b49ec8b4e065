"""Places: the country of the document chooses, what nobody knows stays unknown, precision as UCDP's."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondsource.records import Place, PlaceKind, PlaceMention, PlaceRelation, ResolvedPlace, Span
from secondsource.resolve import Gazetteer, PlaceEntry, context_of, locate
from secondsource.resolve.place_names import (
    ends_of_way,
    fold_place,
    load_place_words,
    read_place_words,
)

IRAQ = "Iraqi officials in Iraq said on Monday that Iraq"
PAKISTAN = "Pakistani police in Pakistan"


def mention(
    name: str, relation: PlaceRelation = PlaceRelation.IN, within: tuple[str, ...] = ()
) -> PlaceMention:
    return PlaceMention(span=Span(start=0, end=len(name)), name=name, relation=relation, within=within)


def found(
    gazetteer: Gazetteer,
    name: str,
    text: str = "",
    relation: PlaceRelation = PlaceRelation.IN,
    within: tuple[str, ...] = (),
) -> ResolvedPlace | None:
    place = mention(name, relation, within)
    return locate(place, context_of(text, [place], gazetteer), gazetteer)


CHOSEN = [
    ("Taji base", IRAQ, "Al Taji Army Air Field", "IQ", 1),
    ("the Taji military base", IRAQ, "Al Taji Army Air Field", "IQ", 1),
    ("Erbil airport", IRAQ, "Erbil International Airport", "IQ", 1),
    ("Baghdad International Airport", "", "Baghdad International Airport", "IQ", 1),
    ("Anbar province", IRAQ, "Al Anbār", "IQ", 4),
    ("Salah al-Din", IRAQ, "Şalāḩ ad Dīn", "IQ", 4),
    ("Nineveh governorate", IRAQ, "Nīnawá", "IQ", 4),
    ("Mosul", IRAQ, "Mosul", "IQ", 1),
    ("city of Mosul", IRAQ, "Mosul", "IQ", 1),
    ("Al-Qaim", IRAQ, "Al Qā’im", "IQ", 1),
    ("Iraq", "", "Iraq", "IQ", 6),
    ("northern Iraq", "", "Iraq", "IQ", 6),
    ("Deir Ezzor", "Syrian army", "Deir ez-Zor", "SY", 1),
    ("Rural Damascus", "Syrian army", "Rīf Dimashq", "SY", 4),
    ("Palmyra", "Syrian army", "Tadmur", "SY", 1),
    ("Tripoli", "Lebanese army", "Tripoli", "LB", 1),
    ("Tripoli", "Libya", "Tripoli", "LY", 1),
    ("Peshawar", PAKISTAN, "Peshawar", "PK", 1),
    ("Borno State", "Nigerian army", "Borno", "NG", 4),
    ("Helmand", "Afghan police", "Helmand", "AF", 4),
    ("القائم", "", "Al Qā’im", "IQ", 1),
    ("بغداد", "", "Baghdad", "IQ", 1),
    ("Багдад", "", "Baghdad", "IQ", 1),
    ("Ain al-Assad", IRAQ, "Al Asad Air Base", "IQ", 2),  # the name alone may be the place beside it
    ("Taji", IRAQ, "Al Taji Army Air Field", "IQ", 2),  # the one town of that name lies in China
    ("Ayn al Asad airbase", IRAQ, "Al Asad Air Base", "IQ", 1),
    ("قاعدة عين الأسد", IRAQ, "Al Asad Air Base", "IQ", 1),
    ("Qayara base", IRAQ, "Qayyarah West Airport", "IQ", 1),
    ("Ali Al-Salem Air Base", IRAQ, "Ali Al Salem Air Base", "KW", 1),  # its whole name is nobody else's
    ("Tuz Khurmatu district", IRAQ, "Ţūz Khūrmātū", "IQ", 3),  # its seat stands for it
    ("the Baghdad-Mosul highway", IRAQ, "Baghdad", "IQ", 5),
    ("north of Tikrit", IRAQ, "Tikrīt", "IQ", 2),
    ("محافظة الأنبار", IRAQ, "Al Anbār", "IQ", 4),
    ("استان خوزستان", "Iranian police", "Khūzestān", "IR", 4),
    ("Dagestan", "Russian police", "Dagestan, Respublika", "RU", 4),
    ("Xinjiang", "Chinese police", "Xinjiang Uygur Zizhiqu", "CN", 4),
    (
        "Jericho",
        "Palestinian police",
        "Jericho",
        "PS",
        1,
    ),  # GeoNames' two parts of Palestine are no governorates
    ("Georgia", "Police in Atlanta, Georgia and Alabama said", "Georgia", "US", 4),
    ("Georgia", "Tanks entered Georgia near Tbilisi", "Georgia", "GE", 6),
    ("Walker County", "Police in Houston, Texas, and Huntsville", "Walker County", "US", 3),
]


@pytest.mark.parametrize(("name", "text", "place", "country", "precision"), CHOSEN)
def test_the_document_chooses_the_place(
    gazetteer: Gazetteer, name: str, text: str, place: str, country: str, precision: int
) -> None:
    resolved = found(gazetteer, name, text)
    assert resolved is not None
    assert (resolved.place.name, resolved.place.country, resolved.precision) == (place, country, precision)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Camp Victory", IRAQ),
        ("Victory base", IRAQ),
        ("Qwertyuiop", ""),
        ("", ""),
        ("base", IRAQ),
        ("the area", PAKISTAN),
        ("x" * 10_000, ""),
    ],
)
def test_what_no_gazetteer_knows_there_is_no_place(gazetteer: Gazetteer, name: str, text: str) -> None:
    assert found(gazetteer, name, text) is None


def test_a_base_that_no_gazetteer_knows_is_told_by_the_town_it_is_near(gazetteer: Gazetteer) -> None:
    resolved = found(gazetteer, "Victory base", IRAQ, PlaceRelation.NEAR, within=("Baghdad",))
    assert resolved is not None
    assert (resolved.place.name, resolved.precision) == ("Baghdad", 2)
    assert resolved.rule == "only the place around it is known"


@pytest.mark.parametrize(
    ("relation", "precision", "geo_precision"),
    [
        (PlaceRelation.IN, 1, 1),
        (PlaceRelation.NEAR, 2, 2),
        (PlaceRelation.BETWEEN, 5, 2),
        (PlaceRelation.TOWARDS, 5, 2),
    ],
)
def test_precision_follows_the_relation(
    gazetteer: Gazetteer, relation: PlaceRelation, precision: int, geo_precision: int
) -> None:
    resolved = found(gazetteer, "Mosul", IRAQ, relation)
    assert resolved is not None
    assert (resolved.precision, resolved.geo_precision) == (precision, geo_precision)


def test_a_container_in_the_text_wins_over_population(gazetteer: Gazetteer) -> None:
    resolved = found(gazetteer, "Alexandria", "", within=("Louisiana",))
    assert resolved is not None
    assert (resolved.place.country, resolved.place.admin1) == ("US", "Louisiana")
    assert resolved.rule == "inside the place that the text names"
    assert found(gazetteer, "Alexandria, Virginia") != resolved


def test_without_evidence_the_most_populous_is_taken_and_said_so(gazetteer: Gazetteer) -> None:
    resolved = found(gazetteer, "Alexandria")
    assert resolved is not None
    assert (resolved.place.country, resolved.rule) == ("EG", "most populous namesake")


def test_a_place_in_a_named_country_only(gazetteer: Gazetteer) -> None:
    resolved = found(gazetteer, "Paris", IRAQ)
    assert resolved is not None
    assert resolved.place.country == "FR"
    assert found(gazetteer, "Springfield", IRAQ) is None


@pytest.mark.parametrize(
    ("name", "within", "place", "country"),
    [
        ("Lebanon", "Ohio", "Lebanon", "US"),
        ("Lebanon", "Syria", "Lebanon", "LB"),
        ("Ohio", "Texas", "Ohio", "US"),
        ("Alexandria", "La.", "Alexandria", "US"),
        ("Columbus", "OH", "Columbus", "US"),
    ],
)
def test_only_what_is_wider_holds_a_place(
    gazetteer: Gazetteer, name: str, within: str, place: str, country: str
) -> None:
    resolved = found(gazetteer, name, f"{name}, {within}", within=(within,))
    assert resolved is not None
    assert (resolved.place.name, resolved.place.country) == (place, country)


def test_the_publishers_domain_speaks_for_its_country(gazetteer: Gazetteer) -> None:
    def country(url: str) -> str | None:
        resolved = locate(mention("Cambridge"), context_of("", [], gazetteer, url), gazetteer)
        return resolved.place.country if resolved else None

    assert country("https://paper.example.nz/1") == "NZ"
    assert country("https://paper.example.co.uk/1") == "GB"
    assert country("http://[") == country("https://paper.example.io/1")


def test_other_places_of_the_document_choose_between_namesakes(gazetteer: Gazetteer) -> None:
    near = context_of("", [mention("Peshawar"), mention("Hangu"), mention("Kohat")], gazetteer)
    assert near.main == "PK"
    resolved = locate(mention("Hangu"), near, gazetteer)
    assert resolved is not None
    assert resolved.place.country == "PK"


OWN = (
    PlaceEntry(
        place=Place(
            id="own:1",
            name="Mosul",
            kind=PlaceKind.TOWN,
            country="XA",
            admin1="Hamrat",
            latitude=-14.0,
            longitude=80.0,
        ),
        other_names=("Masul",),
    ),
    PlaceEntry(
        place=Place(
            id="own:2",
            name="Mezhin air base",
            kind=PlaceKind.BASE,
            country="XA",
            admin1=None,
            latitude=-12.0,
            longitude=81.0,
        )
    ),
    PlaceEntry(
        place=Place(
            id="own:3",
            name="Sedrania",
            kind=PlaceKind.COUNTRY,
            country="XA",
            admin1=None,
            latitude=-14.0,
            longitude=80.0,
        )
    ),
)


@pytest.mark.parametrize(
    "name", ["Mosul", "MOSUL", "Masul", "Mezhin airbase", "the Mezhin air base", "Sedrania"]
)
def test_the_users_places_win(index_folder: object, gazetteer: Gazetteer, name: str) -> None:
    own = type(gazetteer)(gazetteer._path, OWN)
    resolved = found(own, name, IRAQ)
    assert resolved is not None
    assert resolved.place.country == "XA"
    assert resolved.rule.startswith("the user's gazetteer")


def test_the_users_country_counts_as_the_documents(gazetteer: Gazetteer) -> None:
    own = type(gazetteer)(gazetteer._path, OWN)
    assert context_of("Police in Sedrania said", [], own).countries == (("XA", 1),)


def test_countries_are_counted_by_name_and_demonym(gazetteer: Gazetteer) -> None:
    context = context_of(
        "The Iraqi army and U.S. forces in the United States and Iraq. Iraq’s", [], gazetteer
    )
    assert dict(context.countries) == {"IQ": 3, "US": 2}
    assert context_of("it told us of turkey and iraqi food", [], gazetteer).countries == ()


@pytest.mark.parametrize("section", sorted(load_place_words()))
def test_each_list_of_place_words_reads_its_example(section: str) -> None:
    entry = load_place_words()[section]
    assert read_place_words(entry["example"]).name == entry["name"]
    kinds = read_place_words(entry["example"]).kinds
    assert [k.value for k in kinds] == entry.get("kinds", [])
    assert list(ends_of_way(entry["example"])) == entry.get("ends", [])
    assert read_place_words(entry["not"]).name == fold_place(entry["not"])
    assert read_place_words(entry["not"]).kinds == ()


@given(st.text(max_size=200))
def test_folding_a_place_twice_is_folding_once(name: str) -> None:
    assert fold_place(fold_place(name)) == fold_place(name)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(max_size=80), text=st.text(max_size=80), within=st.text(max_size=30))
def test_no_name_breaks_it(gazetteer: Gazetteer, name: str, text: str, within: str) -> None:
    found(gazetteer, name, text, within=(within,))
