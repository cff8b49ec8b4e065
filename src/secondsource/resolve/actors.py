"""Statements resolved: which actor each mention is, which days and which place each event has.

Names become one actor only by evidence: one spelling or sound, an acronym that a document defines or only one
actor can bear, a naming statement that nobody denies, the starter list, an organ's country left out, a person's
judgement. Judgements win.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from secondsource.records import (
    Actor,
    ActorKind,
    Alias,
    DayRange,
    Document,
    Emergence,
    Event,
    Judgement,
    PlaceMention,
    Resolution,
    ResolvedPlace,
    ResolvedStatement,
    RoleActor,
    Statement,
)
from secondsource.resolve.actor_judgements import Decisions, actor_id, decide
from secondsource.resolve.actor_names import (
    CaseNames,
    NameReader,
    acronym_edges,
    gather_names,
    local_acronyms,
    shown_name,
)
from secondsource.resolve.actor_roles import Role, roles_of
from secondsource.resolve.clusters import Clusters, Why
from secondsource.resolve.days import resolve_when
from secondsource.resolve.gazetteer import Gazetteer
from secondsource.resolve.known_actors import KnownActors
from secondsource.resolve.left_out_countries import left_out_country_edges
from secondsource.resolve.outlet_names import outlet_actors
from secondsource.resolve.places import PlaceContext, context_of, locate
from secondsource.resolve.recorded import recorded_days, recorded_place
from secondsource.resolve.undated import why_undated
from secondsource.resolve.unplaced import why_unplaced

_OWN_NAME = "own name"


@dataclass(slots=True)
class _Use:
    """Where one spelling of one actor is used."""

    joined_by: Why | None
    statement_ids: set[str] = field(default_factory=set)
    document_ids: set[str] = field(default_factory=set)
    count: int = 0


def resolve_statements(
    documents: Mapping[str, Document],
    statements: Sequence[Statement],
    judgements: Sequence[Judgement],
    gazetteer: Gazetteer,
    known: KnownActors,
) -> Resolution:
    """Actors, their aliases, and every statement resolved, in the order given.

    The same actors come out whatever the order of documents and statements. `documents` must hold every
    statement's document.
    """
    data_sets = {i: d.row.name for i, d in documents.items() if d.row is not None}
    reader = NameReader(known, local_acronyms(statements), data_sets)
    names = gather_names(statements, reader)
    names.edges |= left_out_country_edges(names, documents)
    actor_of, why_of = _cluster(names, reader, judgements)
    actors, aliases = _describe(documents, statements, reader, names, actor_of, why_of)
    contexts = _contexts(documents, statements, gazetteer)
    resolved = tuple(
        _resolve(s, documents[s.document_id], reader, actor_of, contexts[s.document_id], gazetteer)
        for s in statements
    )
    return Resolution(actors=actors, aliases=aliases, statements=resolved)


def _cluster(
    names: CaseNames, reader: NameReader, judgements: Sequence[Judgement]
) -> tuple[dict[str, str], dict[str, Why]]:
    """node → actor id, and node → the strongest evidence that joined it to others."""
    labels = {n: n for n in names.shown if n.startswith("known:")}

    def build(decisions: Decisions) -> Clusters:
        clusters = Clusters(names.shown, labels, decisions.apart)
        clusters.join(decisions.together)
        clusters.join(names.edges)
        clusters.join(acronym_edges(names, reader, {n: clusters.find(n) for n in names.shown}))
        return clusters

    clusters = build(decide(judgements, names.shown, build))
    why_of: dict[str, Why] = {}
    for edge in clusters.edges:
        for node in (edge.a, edge.b):
            why_of[node] = min(edge.why, why_of.get(node, edge.why))
    return {node: actor_id(group[0]) for group in clusters.groups() for node in group}, why_of


def _describe(
    documents: Mapping[str, Document],
    statements: Sequence[Statement],
    reader: NameReader,
    names: CaseNames,
    actor_of: Mapping[str, str],
    why_of: Mapping[str, Why],
) -> tuple[tuple[Actor, ...], tuple[Alias, ...]]:
    uses: dict[str, dict[str, _Use]] = defaultdict(dict)
    kinds: dict[str, Counter[ActorKind]] = defaultdict(Counter)
    collective: dict[str, bool] = {}
    is_known = {actor_of[n] for n in names.shown if n.startswith("known:")}
    for statement in statements:
        for role in roles_of(statement):
            node = reader.node_of(statement.document_id, role)
            actor = actor_of[node]
            use = uses[actor].setdefault(shown_name(role.name), _Use(joined_by=why_of.get(node)))
            use.joined_by = min((w for w in (use.joined_by, why_of.get(node)) if w is not None), default=None)
            use.count += 1
            use.statement_ids.add(statement.id)
            use.document_ids.add(statement.document_id)
            kinds[actor].update([role.kind] if role.kind else [])
            collective[actor] = collective.get(actor, True) and role.is_collective
    published: dict[str, set[str]] = defaultdict(set)
    for document in documents.values():
        if document.outlet:
            published[document.outlet].add(document.id)
    for outlet, (actor, why) in outlet_actors(published, names, reader, actor_of).items():
        if actor in uses:
            use = uses[actor].setdefault(shown_name(outlet), _Use(joined_by=why))
            use.document_ids |= published[outlet]
    states: dict[str, str] = {}
    for node, entry in names.known.items():
        kinds[actor_of[node]][entry.kind] += 1_000_000
        if entry.kind is ActorKind.STATE:
            states[actor_of[node]] = min(entry.name, states.get(actor_of[node], entry.name))
    actors, aliases = [], []
    for actor in sorted(uses):
        name = max(uses[actor], key=lambda n: (uses[actor][n].count, len(n), n))
        if actor in states and " " not in name:
            name = states[actor]  # "Iranian-backed" uses the adjective; the country is Iran
        kind = max(kinds[actor], key=lambda k: (kinds[actor][k], k), default=None)
        actors.append(
            Actor(
                id=actor,
                name=name,
                kind=kind,
                is_known=actor in is_known,
                is_collective=collective[actor],
            )
        )
        aliases += [_alias(documents, actor, n, uses[actor][n], n == name) for n in sorted(uses[actor])]
    return tuple(actors), tuple(aliases)


def _alias(documents: Mapping[str, Document], actor: str, name: str, use: _Use, is_own: bool) -> Alias:
    why = use.joined_by or Why.SAME_KEY
    return Alias(
        actor_id=actor,
        name=name,
        joined_by=_OWN_NAME if is_own else why.words,
        probability=1.0 if is_own else why.probability,
        statement_ids=tuple(sorted(use.statement_ids)),
        document_ids=tuple(sorted(use.document_ids)),
        first_seen=min((d for i in use.document_ids if (d := _day_of(documents[i]))), default=None),
    )


def _day_of(document: Document) -> date | None:
    return document.published.earliest if document.published else None


def _contexts(
    documents: Mapping[str, Document], statements: Sequence[Statement], gazetteer: Gazetteer
) -> dict[str, PlaceContext]:
    mentions: dict[str, list[PlaceMention]] = defaultdict(list)
    for statement in statements:
        body = statement.proposition
        place = body.place if isinstance(body, Event) else None
        mentions[statement.document_id] += [place] if place else []
    # A row of a data set gives its places itself; the names of its sources would only mislead.
    return {
        i: PlaceContext()
        if documents[i].row is not None
        else context_of(documents[i].text, mentions[i], gazetteer, documents[i].url)
        for i in sorted({s.document_id for s in statements})
    }


def _resolve(
    statement: Statement,
    document: Document,
    reader: NameReader,
    actor_of: Mapping[str, str],
    context: PlaceContext,
    gazetteer: Gazetteer,
) -> ResolvedStatement:
    def role_actor(role: Role) -> RoleActor:
        node = reader.node_of(statement.document_id, role)
        return RoleActor(role=role.role, position=role.position, actor_id=actor_of[node])

    body = statement.proposition
    when: DayRange | None = None
    undated: str | None = None
    place: ResolvedPlace | None = None
    unplaced: str | None = None
    if isinstance(body, Event | Emergence) and body.when:
        given = recorded_days(body.when.edtf) if body.when.edtf else None
        when = given or resolve_when(body.when, document.published)
        undated = None if when else why_undated(body.when, document.published)
    if isinstance(body, Event) and body.place:
        place = recorded_place(body.place, gazetteer) or locate(body.place, context, gazetteer)
        unplaced = None if place else why_unplaced(body.place, context, gazetteer)
    return ResolvedStatement(
        statement=statement,
        known=document.published,
        outlet=document.outlet,
        actors=tuple(role_actor(r) for r in roles_of(statement)),
        when=when,
        place=place,
        undated=undated,
        unplaced=unplaced,
        row=document.row,
    )
