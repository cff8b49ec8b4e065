"""Origin families: which of an incident's origins are not independent of each other, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import combinations

from secondsource.codec import content_id
from secondsource.match.bonds import Bonds
from secondsource.match.copied import NO_REPEATS, Repeats
from secondsource.match.origins import Origin, claimant_ids, origin_of, outlet_origin
from secondsource.match.outlets import MEDIA_KINDS, name_key
from secondsource.match.retelling import retold_claim
from secondsource.match.sources import NO_SOURCES, Sources
from secondsource.match.tellings import first_known
from secondsource.match.unions import Unions
from secondsource.records import (
    Document,
    Family,
    HolderKind,
    Incident,
    ResolvedStatement,
    Stance,
)

NO_BONDS = Bonds(bonds=(), voices={})
Rule = Callable[[Sequence[ResolvedStatement], Mapping[str, Origin], Unions, "Independence"], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Independence:
    """What is known of who depends on whom; the same for all incidents of a case.

    `names` leads from an actor's id to the name it is shown by; `switched_off` names rules to leave out.
    """

    documents: Mapping[str, Document] = field(default_factory=dict)
    repeats: Repeats = NO_REPEATS
    bonds: Bonds = NO_BONDS
    sources: Sources = NO_SOURCES
    names: Mapping[str, str] = field(default_factory=dict)
    switched_off: frozenset[str] = frozenset()


def find_families(
    incident: Incident,
    events: Mapping[str, ResolvedStatement],
    known: Independence,
    rules: Sequence[Rule] | None = None,
) -> tuple[Family, ...]:
    """The families of one incident, the first published one first; each statement is in exactly one.

    Joined are: whose words are copied; who is quoted, by name; unnamed officials of one day; media that nobody
    names, with the first that is named; an outlet with whom it quotes; outlets of one owner; actors that are
    one body; and with a claimant its own channels, those bound to it, and who tells its claim again.
    """
    items = sorted((events[i] for i in incident.statement_ids), key=_published)
    seats = _seats(items, known)
    copied_from = (_copied_from(i, known) for i in items)
    unions = Unions(o.key for o in (*seats.values(), *copied_from) if o is not None)
    for rule in EVENT_RULES if rules is None else rules:
        if rule.__name__.removeprefix("_") not in known.switched_off:
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


def _copies_are_one_family(
    items: Sequence[ResolvedStatement], seats: Mapping[str, Origin], unions: Unions, known: Independence
) -> None:
    """Whose words are those of another: a near copy, or a wire story inside a longer text."""
    spoken: dict[str, ResolvedStatement] = {}
    for item in _own_voices(items, seats):
        spoken.setdefault(seats[item.statement.id].key, item)
    seen: set[str] = set()
    for item in items:
        own = seats[item.statement.id]
        first = seats.get(known.repeats.of.get(item.statement.id, ""))
        source = first or _copied_from(item, known)
        # The same words carry the same origin, even where a reader saw a name in only one of the two.
        if source is None or (first is None and not own.is_own_voice and not own.is_unnamed):
            continue
        _join(unions, own, source, "prints the words of", known)
        outlet = outlet_origin(item.outlet, item.statement.document_id, known.bonds.voices)
        if own.is_own_voice and outlet.key not in seen and item.statement.stance is not Stance.DENIES:
            # Who quotes this outlet quotes what it printed first; what it tells itself afterwards rests on that too.
            seen.add(outlet.key)
            told = spoken.get(outlet.key)
            if told is None or (told.statement.stance is not Stance.DENIES and _day(told) >= _day(item)):
                _join(unions, outlet, source, "prints the words of", known)


def _copied_from(item: ResolvedStatement, known: Independence) -> Origin | None:
    """The outlet whose words a statement's are, or None where they are nobody else's."""
    source = known.documents.get(known.repeats.document.get(item.statement.id, ""))
    return outlet_origin(source.outlet, source.id, known.bonds.voices) if source is not None else None


def _own_account_rests_on_the_quoted(
    items: Sequence[ResolvedStatement], seats: Mapping[str, Origin], unions: Unions, known: Independence
) -> None:
    """An outlet's own account beside a source that it quotes rests on that source; the first one named."""
    for own in _own_voices(items, seats):
        quoted = _first_quoted(items, seats, own.statement.document_id)
        if quoted is not None:
            _join(unions, seats[own.statement.id], quoted, "tells it beside the words of", known)


def _passing_on_is_no_origin(
    items: Sequence[ResolvedStatement], seats: Mapping[str, Origin], unions: Unions, known: Independence
) -> None:
    """An outlet that is quoted, and itself only quotes others in the texts at hand, is what it quotes."""
    spoken = {seats[i.statement.id].key for i in _own_voices(items, seats)}
    for item in items:
        outlet = outlet_origin(item.outlet, item.statement.document_id, known.bonds.voices)
        if outlet.key in spoken or seats[item.statement.id].key == outlet.key:
            continue
        quoted = _first_quoted(items, seats, item.statement.document_id)
        if quoted is not None:
            _join(unions, outlet, quoted, "only passes on the words of", known)


def _unnamed_officials_of_a_day(
    items: Sequence[ResolvedStatement], seats: Mapping[str, Origin], unions: Unions, known: Independence
) -> None:
    """Officials whom nobody names, in the same words within a day: one statement heard by two outlets."""
    officials = [
        (i, seats[i.statement.id])
        for i in items
        if seats[i.statement.id].is_unnamed and seats[i.statement.id].kind is HolderKind.OFFICIAL
    ]
    for (one, first), (other, second) in combinations(officials, 2):
        days = (first_known(one), first_known(other))
        is_near = days[0] is not None and days[1] is not None and abs((days[0] - days[1]).days) <= 1
        if is_near and _holder_key(one) == _holder_key(other):
            unions.join(
                first.key, second.key, f'Both quote "{one.statement.chain[-1].name}", in the same days.'
            )


def _unnamed_media_may_be_the_named(
    items: Sequence[ResolvedStatement], seats: Mapping[str, Origin], unions: Unions, known: Independence
) -> None:
    """Media that nobody names may be those that are at hand: counted with the first of them."""
    media = [seats[i.statement.id] for i in items if seats[i.statement.id].kind in MEDIA_KINDS]
    named = [o for o in media if not o.is_unnamed]
    for origin in media:
        if origin.is_unnamed and named:
            _join(unions, origin, named[0], "may be", known)


def _one_owner_one_family(
    items: Sequence[ResolvedStatement], seats: Mapping[str, Origin], unions: Unions, known: Independence
) -> None:
    """Outlets with one owner, by the user's list; an outlet that owns another counts too."""
    listed = known.sources.owners
    owned: dict[str, dict[str, str]] = {}
    for origin in seats.values():
        name = known.names.get(origin.name, origin.name)
        if not origin.is_unnamed:
            owned.setdefault(name_key(listed.get(name_key(name), name)), {})[origin.key] = name
    for outlets in (owned[owner] for owner in sorted(owned)):
        owners = {o for n in outlets.values() if (o := listed.get(name_key(n)))}
        if not owners:
            continue  # two origins of one name, and a list that says nothing about it
        (first, first_name), *others = sorted(outlets.items())
        for key, name in others:
            unions.join(first, key, f"{first_name} and {name} belong to {min(owners)}.")


def _one_body_one_family(
    items: Sequence[ResolvedStatement], seats: Mapping[str, Origin], unions: Unions, known: Independence
) -> None:
    """Actors of which one is part of, a front for or commanded by the other."""
    for bond in known.bonds.bonds:
        if bond.is_one_body:
            relation = bond.relation.value.replace("_", " ")
            why = f"{_named(bond.first, known)} is said to be {relation} {_named(bond.second, known)}."
            unions.join(f"actor {bond.first}", f"actor {bond.second}", why)


def _tied_actors_are_not_independent(
    items: Sequence[ResolvedStatement], seats: Mapping[str, Origin], unions: Unions, known: Independence
) -> None:
    """With each claimant those bound to it."""
    for claimant in sorted({c for i in items for c in claimant_ids(i)}):
        for other in sorted(known.bonds.side_of(claimant) - {claimant}):
            why = f"{_named(other, known)} is tied to {_named(claimant, known)}, which claims it."
            unions.join(f"actor {claimant}", f"actor {other}", why)


EVENT_RULES: tuple[Rule, ...] = (
    _copies_are_one_family,
    _own_account_rests_on_the_quoted,
    _passing_on_is_no_origin,
    _unnamed_officials_of_a_day,
    _unnamed_media_may_be_the_named,
    _one_owner_one_family,
    _one_body_one_family,
    _tied_actors_are_not_independent,
)
# Who asserts a tie beside a source that does so too says it on its own account, and the tie itself binds nobody.
TIE_RULES: tuple[Rule, ...] = (_copies_are_one_family, _unnamed_officials_of_a_day, _one_owner_one_family)


def _own_voices(items: Iterable[ResolvedStatement], seats: Mapping[str, Origin]) -> list[ResolvedStatement]:
    return [i for i in items if seats[i.statement.id].is_own_voice]


def _first_quoted(
    items: Iterable[ResolvedStatement], seats: Mapping[str, Origin], document_id: str
) -> Origin | None:
    """The first source, in the order of the text, that a document quotes for the event and that doesn't claim it."""
    quoted = [
        i
        for i in items
        if i.statement.document_id == document_id
        and i.statement.chain
        and i.statement.stance is not Stance.DENIES
        and not claimant_ids(i)
        and not seats[i.statement.id].is_own_voice
    ]
    first = min(quoted, key=lambda i: (i.statement.span, i.statement.id), default=None)
    return seats[first.statement.id] if first is not None else None


def _join(unions: Unions, first: Origin, second: Origin, how: str, known: Independence) -> None:
    if first.key != second.key:
        unions.join(first.key, second.key, f"{_named(first.name, known)} {how} {_named(second.name, known)}.")


def _named(name: str, known: Independence) -> str:
    if name.startswith("document "):
        return "An outlet without a name"
    return known.names.get(name, name)


def _holder_key(statement: ResolvedStatement) -> str:
    return name_key(statement.statement.chain[-1].name) if statement.statement.chain else ""


def _published(statement: ResolvedStatement) -> tuple[date, str]:
    return _day(statement), statement.statement.id


def _day(statement: ResolvedStatement) -> date:
    return first_known(statement) or date.max
