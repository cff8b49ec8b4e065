"""Each way of being one origin joins what it should and leaves what only looks like it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from secondsource.collect import find_copies, shared_words
from secondsource.match import match
from secondsource.records import ActorKind
from secondsource.resolve import open_gazetteer, read_known_actors, resolve_statements
from secondsource.surroundings import cache_folder
from tests.match.independence import SCENARIOS
from tests.weigh.builder import Case

# Elsewhere the builder's own words stand for words of one's own, though they are alike.
BY_WORDS = {"copies", "uncredited"}


def families_of(case: Case, way: str) -> list[list[str]]:
    """The outlets of each family, with the copies that are really found where words are what it is about."""
    documents, plain = case.documents(), case.resolution()
    names = resolve_statements(
        documents,
        [s.statement for s in plain.statements],
        (),
        open_gazetteer(cache_folder()),
        read_known_actors(),
    )
    outlets = {a.id for a in names.actors if a.kind is ActorKind.OUTLET}
    resolution = replace(
        plain,
        actors=(*plain.actors, *(a for a in names.actors if a.id in outlets)),
        aliases=tuple(a for a in names.aliases if a.actor_id in outlets),
    )
    copies = find_copies(tuple(documents.values())) if way in BY_WORDS else ()
    found = match(resolution, documents, copies, case.judgements, shared_words)
    outlet = {s.statement.id: s.outlet or "" for s in plain.statements}
    return sorted(sorted({outlet[s] for s in f.statement_ids}) for f in found.families)


@pytest.mark.parametrize("name", SCENARIOS)
def test_families_are_as_the_scenario_says(name: str) -> None:
    case = Case()
    SCENARIOS[name].write(case)
    assert families_of(case, SCENARIOS[name].way) == sorted(sorted(f) for f in SCENARIOS[name].families)
