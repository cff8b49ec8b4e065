"""What each method is given of a simulated world: the same incidents, seen as votes or as bearings of evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bench.verdicts.happenings import Telling
from bench.verdicts.pages import World

from secondsource.codec import content_id
from secondsource.collect import find_copies, shared_words
from secondsource.match import Matched, match
from secondsource.records import Family, Outcome
from secondsource.weigh import gather_evidence
from secondsource.weigh.claims import find_claims
from secondsource.weigh.odds import load_odds
from secondsource.weigh.probability import Borne
from secondsource.weigh.verdicts import bear_on, open_dossiers

Votes = tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Observed:
    """One claimed event: whether it was, and what is told of it.

    `articles` holds a vote for each document of its incident (its outlet; whether it tells the event or denies it),
    `distinct` those that repeat no earlier one's words, `families` one for each origin family of the truth.
    `borne` is the product's evidence, `told_families` the same with the truth's families.
    """

    is_true: bool
    articles: Votes
    distinct: Votes
    families: Votes
    borne: Borne
    told_families: Borne


def observe(world: World) -> tuple[Observed, ...]:
    """All claimed events of a world, in the order of their numbers; matched and weighed by the product itself."""
    copies = find_copies(tuple(world.documents.values()))
    matched = match(world.resolution, world.documents, copies, (), shared_words)
    ours = _borne(world, matched)
    oracle = _borne(world, replace(matched, families=_true_families(world, matched)))
    incident_of = {s: i.statement_ids for i in matched.incidents for s in i.statement_ids}
    document_of = {s.statement.id: s.statement.document_id for s in world.resolution.statements}
    repeats = matched.known.repeats.document
    found = []
    for happening in world.happenings:
        claim = world.claims.get(happening.number)
        if claim is None:
            continue
        told = incident_of[claim]
        distinct = [s for s in told if s not in repeats]
        found.append(
            Observed(
                is_true=happening.is_true,
                articles=_votes(world.told[document_of[s]] for s in told),
                distinct=_votes(world.told[document_of[s]] for s in distinct),
                families=_family_votes(world, told, document_of),
                borne=ours[claim],
                told_families=oracle[claim],
            )
        )
    return tuple(found)


def _borne(world: World, matched: Matched) -> dict[str, Borne]:
    """By statement of a claim, what bears on it."""
    evidence = gather_evidence(world.resolution, matched, world.documents)
    claims = find_claims(evidence.incidents, evidence.statements.values())
    borne = bear_on(open_dossiers(claims, evidence), evidence, load_odds())
    return {s: b for c, b in zip(claims, borne, strict=True) for s in c.statement_ids}


def _true_families(world: World, matched: Matched) -> tuple[Family, ...]:
    """The incidents' statements by whose information they are."""
    found = []
    for incident in matched.incidents:
        groups: dict[str, list[str]] = {}
        for statement in incident.statement_ids:
            groups.setdefault(world.families[statement], []).append(statement)
        for key, ids in sorted(groups.items()):
            sort, _, name = key.partition(" ")
            found.append(
                Family(
                    id=content_id("family", incident.id, key),
                    incident_id=incident.id,
                    origins=(world.group_ids[int(name)] if sort == "group" else name,),
                    statement_ids=tuple(ids),
                    why=(),
                    is_claimants=sort == "group",
                )
            )
    return tuple(found)


def _votes(told: Iterable[Telling]) -> Votes:
    """Each document's vote: against are denials, withdrawals and checks that found nothing, all else is for it."""
    return tuple((t.outlet, _is_for(t)) for t in told)


def _family_votes(world: World, told: Sequence[str], document_of: dict[str, str]) -> Votes:
    found: dict[str, bool] = {}
    for statement in told:
        family, is_for = world.families[statement], _is_for(world.told[document_of[statement]])
        found[family] = found.get(family, True) and is_for
    return tuple(sorted(found.items()))


def _is_for(telling: Telling) -> bool:
    is_against = telling.denies or telling.kind == "withdrawal"
    return not is_against and telling.outcome in (None, Outcome.CORROBORATED)
