"""A user's own actors: two formats, one result; their names win over ours; broken files are refused whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from secondsource.errors import LexiconError
from secondsource.records import ActorKind
from secondsource.resolve import KnownActors, read_actor_file, with_own

CSV = (
    "name,kind,country,names,acronyms,from,to,wikidata\n"
    "Red Reed League,group,,League of Reeds;عصبة القصب,RRL,1999,,\n"
)


def entity(schema: str, **properties: list[str]) -> str:
    return json.dumps({"id": "x", "schema": schema, "properties": properties}, ensure_ascii=False)


def written(tmp_path: Path, text: str, name: str = "mine") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_csv_and_entities_give_the_same_actors(tmp_path: Path) -> None:
    (listed,) = read_actor_file(written(tmp_path, CSV)).actors
    lines = entity(
        "Organization",
        name=["Red Reed League"],
        alias=["League of Reeds", "RRL"],
        weakAlias=["عصبة القصب"],
        topics=["crime.terror"],
        country=["zz"],
    )
    (told,) = read_actor_file(written(tmp_path, lines)).actors
    assert (told.key, told.kind, told.names, told.acronyms) == (
        listed.key,
        listed.kind,
        listed.names,
        listed.acronyms,
    )


def test_persons_and_things_are_passed_over_and_counted(tmp_path: Path) -> None:
    lines = [
        entity("Person", name=["Somebody"]),
        entity("Vessel", name=["Reed Star"]),
        entity("PublicBody", name=["Sorna Harbour Guard"], country=["iq"]),
        "",
    ]
    found = read_actor_file(written(tmp_path, "\n".join(lines)))
    assert found.passed_over == 2
    assert [(a.name, a.kind, a.country) for a in found.actors] == [
        ("Sorna Harbour Guard", ActorKind.ORGAN, "IQ")
    ]


def test_two_entities_of_one_name_are_one_actor(tmp_path: Path) -> None:
    lines = [
        entity("Organization", name=["Red Reed League"], alias=["Reeds"], country=["iq"]),
        entity("Organization", name=["RED REED LEAGUE"], abbreviation=["RRL"], country=["sy"]),
    ]
    (actor,) = read_actor_file(written(tmp_path, "\n".join(lines))).actors
    assert (actor.names, actor.acronyms, actor.country) == (("Reeds",), ("RRL",), None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"id": "x"\n', "mine, line 1: is no JSON"),
        ("[" * 100_000, "mine, line 1: lacks the columns"),
        ('{"a": ' * 100_000, "mine, line 1: is no JSON"),
        (entity("Organization", name=["X"]) + "\n[]\n", "mine, line 2: is no FollowTheMoney entity"),
        (entity("Organization", alias=["\u200b"]), "mine, line 1: an organisation without a name"),
        ("name,kind\nX,group\n", "mine, line 1: lacks the columns country"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(LexiconError) as raised:
        read_actor_file(written(tmp_path, text))
    assert said in str(raised.value)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "mine"
    path.write_bytes(b"\xff\xfe\x00\x01")
    with pytest.raises(LexiconError):
        read_actor_file(path)


def test_own_actors_add_names_and_win_over_ours(tmp_path: Path, known: KnownActors) -> None:
    own = read_actor_file(
        written(
            tmp_path,
            "name,kind,country,names,acronyms,from,to,wikidata\n"
            "Hezbollah,group,LB,Sorna Watch,,,,\n"
            "Red Reed League,group,,Daesh,PKK,,,\n",
        )
    ).actors
    both = with_own(known, own)
    for name, key in {
        "Sorna Watch": "known:hezbollah",
        "Party of God": "known:hezbollah",
        "Daesh": "known:red reed league",
        "PKK": "known:red reed league",
        "Islamic State": "known:islamic state",
    }.items():
        found = both.find(name)
        assert found is not None
        assert found.key == key
