"""Origin families: which of an incident's origins are not independent of each other, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from secondsource.codec import content_id
from secondsource.match.family_rules import EVENT_RULES, Rule, copied_from, first_day
from secondsource.match.independence import Independence
from secondsource.match.origins import Origin, claimant_ids, origin_of, outlet_origin
from secondsource.match.outlets import MEDIA_KINDS
from secondsource.match.retelling import retold_claim
from secondsource.match.unions import Unions
from secondsource.records import Family, Incident, ResolvedStatement


def find_families(
    incident: Incident,
    events: Mapping[str, ResolvedStatement],
    known: Independence,
    rules: Sequence[Rule] | None = None,
) -> tuple[Family, ...]:
    """The families of one incident, the first published one first; each statement is in exactly one.

    Joined are: whose words are copied; who is quoted, by name; unnamed officials of one day; media that nobody
    names, with the first that is named; an outlet with whom it quotes; outlets of one owner; actors that are
    one body; with a claimant its own channels, those bound to it, and who tells its claim again; and who repeats
    an error that one of them made.
    """
    items = sorted((events[i] for i in incident.statement_ids), key=_published)
    seats = _seats(items, known)
    printed = (copied_from(i, known) for i in items)
    unions = Unions(o.key for o in (*seats.values(), *printed) if o is not None)
    for rule in EVENT_RULES if rules is None else rules:
        if rule.__name__ not in known.switched_off:
            rule(items, seats, unions, known)
    return tuple(_families(incident, items, seats, unions))


def _families(
    incident: Incident, items: Sequence[ResolvedStatement], seats: Mapping[str, Origin], unions: Unions
) -> list[Family]:
    claimants = {f"actor {c}" for i in items for c in claimant_ids(i)}
    found = []
    for keys, why in unions.groups():
        own = [i for i in items if seats[i.statement.id].key in keys]
        if not own:
            continue  # a document whose words others print, but in which no reader found the event
        names: dict[str, str] = {}
        for item in own:
            origin = seats[item.statement.id]
            names[origin.key] = min(origin.name, names.get(origin.key, origin.name))
        family = Family(
            id=content_id("family", incident.id, own[0].statement.id),
            incident_id=incident.id,
            origins=tuple(sorted(names.values())),
            statement_ids=tuple(sorted(i.statement.id for i in own)),
            why=why,
            is_claimants=bool(claimants & set(keys)),
        )
        found.append((_published(own[0]), family))
    return [f for _, f in sorted(found, key=lambda x: (x[0], x[1].id))]


def _seats(items: Sequence[ResolvedStatement], known: Independence) -> dict[str, Origin]:
    """The origin of each statement by its id; what tells a claim again rests on the claim's word.

    Copied words are nobody's own: an outlet that prints them is kept apart there from what it says itself.
    """
    seats = {}
    for item in items:
        seat = _seat(item, items, known)
        is_copy = item.statement.id in known.repeats.document
        if is_copy and (seat.is_own_voice or seat.is_unnamed):
            seat = replace(seat, key=f"{seat.key}, copied in {item.statement.document_id}")
        seats[item.statement.id] = seat
    return seats


def _seat(item: ResolvedStatement, items: Sequence[ResolvedStatement], known: Independence) -> Origin:
    off, voices, document_id = known.switched_off, known.bonds.voices, item.statement.document_id
    others = [o for o in items if o is not item and o.statement.document_id == document_id]
    others.sort(key=lambda o: (o.statement.span, o.statement.id))
    claim = retold_claim(item, others, known.documents.get(document_id))
    if "retelling_in_claim_sentence" in off:
        claim = None
    origin = origin_of(claim or item, voices)
    if "relay_is_no_report" in off and claimant_ids(item):
        return outlet_origin(item.outlet, document_id, voices)
    if "quoting_is_one_family" in off and item.statement.chain and origin.kind in MEDIA_KINDS:
        return outlet_origin(item.outlet, document_id, voices)
    if "same_spokesman_one_family" in off and item.statement.chain and not claimant_ids(item):
        return replace(origin, key=f"{origin.key} in {document_id}")
    return origin


def _published(statement: ResolvedStatement) -> tuple[date, str]:
    return first_day(statement), statement.statement.id
