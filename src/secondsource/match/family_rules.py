"""The rules by which origins are one family, in the order in which they are tried; each says why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations

from secondsource.match.independence import Independence
from secondsource.match.origins import Origin, claimant_ids, outlet_origin
from secondsource.match.outlets import MEDIA_KINDS, name_key
from secondsource.match.repeated_errors import repeats_an_error
from secondsource.match.tellings import first_known
from secondsource.match.unions import Unions
from secondsource.records import HolderKind, ResolvedStatement, Stance

Rule = Callable[[Sequence[ResolvedStatement], Mapping[str, Origin], Unions, Independence], None]


def copies_are_one_family(
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
        source = first or copied_from(item, known)
        # The same words carry the same origin, even where a reader saw a name in only one of the two.
        if source is None or (first is None and not own.is_own_voice and not own.is_unnamed):
            continue
        _join(unions, own, source, "prints the words of", known)
        outlet = outlet_origin(item.outlet, item.statement.document_id, known.bonds.voices)
        if own.is_own_voice and outlet.key not in seen and item.statement.stance is not Stance.DENIES:
            # Who quotes this outlet quotes what it printed first; what it tells itself afterwards rests on that too.
            seen.add(outlet.key)
            told = spoken.get(outlet.key)
            if told is None or (
                told.statement.stance is not Stance.DENIES and first_day(told) >= first_day(item)
            ):
                _join(unions, outlet, source, "prints the words of", known)


def copied_from(item: ResolvedStatement, known: Independence) -> Origin | None:
    """The outlet whose words a statement's are, or None where they are nobody else's."""
    source = known.documents.get(known.repeats.document.get(item.statement.id, ""))
    return outlet_origin(source.outlet, source.id, known.bonds.voices) if source is not None else None


def own_account_rests_on_the_quoted(
    items: Sequence[ResolvedStatement], seats: Mapping[str, Origin], unions: Unions, known: Independence
) -> None:
    """An outlet's own account beside a source that it quotes rests on that source; the first one named."""
    for own in _own_voices(items, seats):
        quoted = _first_quoted(items, seats, own.statement.document_id)
        if quoted is not None:
            _join(unions, seats[own.statement.id], quoted, "tells it beside the words of", known)


def passing_on_is_no_origin(
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


def row_on_who_passed_the_claim_on(
    items: Sequence[ResolvedStatement], seats: Mapping[str, Origin], unions: Unions, known: Independence
) -> None:
    """An outlet that a data set's row names, and of which the texts at hand tell the event as a claim alone, is the
    claimant: the row leaves out whose word its source gave."""
    printed: dict[str, list[ResolvedStatement]] = {}
    for item in items:
        if item.row is None:
            outlet = outlet_origin(item.outlet, item.statement.document_id, known.bonds.voices)
            printed.setdefault(outlet.key, []).append(item)
    for item in items:
        seat = seats[item.statement.id]
        texts = printed.get(seat.key, []) if item.row is not None else []
        if texts and all(map(claimant_ids, texts)):
            _join(unions, seat, seats[texts[0].statement.id], "tells it, at hand, only on the word of", known)


def unnamed_officials_of_a_day(
    items: Sequence[ResolvedStatement], seats: Mapping[str, Origin], unions: Unions, known: Independence
) -> None:
    """Officials whom nobody names, in the same words within a day: one statement heard by two outlets."""
    officials = [i for i in items if seats[i.statement.id].is_unnamed and _is_official(i, seats)]
    for one, other in combinations(officials, 2):
        days = (first_known(one), first_known(other))
        is_near = days[0] is not None and days[1] is not None and abs((days[0] - days[1]).days) <= 1
        if is_near and _holder_key(one) == _holder_key(other):
            first, second = seats[one.statement.id], seats[other.statement.id]
            unions.join(
                first.key, second.key, f'Both quote "{one.statement.chain[-1].name}", in the same days.'
            )


def one_body_by_its_common_name(
    items: Sequence[ResolvedStatement], seats: Mapping[str, Origin], unions: Unions, known: Independence
) -> None:
    """ "The interior ministry" and "the police" of one event are one, where nobody says of which country or town."""
    if "same_spokesman_one_family" in known.switched_off:
        return
    first: dict[str, Origin] = {}
    for item in items:
        origin = seats[item.statement.id]
        if not origin.is_unnamed and _is_official(item, seats):
            name = known.shown(origin.name)
            unions.join(first.setdefault(name_key(name), origin).key, origin.key, f'Both quote "{name}".')


def unnamed_media_may_be_the_named(
    items: Sequence[ResolvedStatement], seats: Mapping[str, Origin], unions: Unions, known: Independence
) -> None:
    """Media that nobody names may be those that are at hand: counted with the first of them."""
    media = [seats[i.statement.id] for i in items if seats[i.statement.id].kind in MEDIA_KINDS]
    named = [o for o in media if not o.is_unnamed]
    for origin in media:
        if origin.is_unnamed and named:
            _join(unions, origin, named[0], "may be", known)


def one_owner_one_family(
    items: Sequence[ResolvedStatement], seats: Mapping[str, Origin], unions: Unions, known: Independence
) -> None:
    """Outlets with one owner, by the user's list; an outlet that owns another counts too, and an owner's owner."""
    owned: dict[str, dict[str, str]] = {}
    for origin in seats.values():
        name = known.names.get(origin.name, origin.name)
        if not origin.is_unnamed:
            owned.setdefault(name_key(known.sources.last_owner(name)), {})[origin.key] = name
    for outlets in (owned[owner] for owner in sorted(owned)):
        owners = {known.sources.last_owner(n) for n in outlets.values() if known.sources.owner(n)}
        if not owners:
            continue  # two origins of one name, and a list that says nothing about it
        (first, first_name), *others = sorted(outlets.items())
        for key, name in others:
            unions.join(first, key, f"{first_name} and {name} belong to {min(owners)}.")


def one_body_one_family(
    items: Sequence[ResolvedStatement], seats: Mapping[str, Origin], unions: Unions, known: Independence
) -> None:
    """Actors of which one is part of, a front for or commanded by the other."""
    for bond in known.bonds.bonds:
        if bond.is_one_body:
            relation = bond.relation.value.replace("_", " ")
            why = f"{known.shown(bond.first)} is said to be {relation} {known.shown(bond.second)}."
            unions.join(f"actor {bond.first}", f"actor {bond.second}", why)


def tied_actors_are_not_independent(
    items: Sequence[ResolvedStatement], seats: Mapping[str, Origin], unions: Unions, known: Independence
) -> None:
    """With each claimant those bound to it."""
    for claimant in sorted({c for i in items for c in claimant_ids(i)}):
        for other in sorted(known.bonds.side_of(claimant) - {claimant}):
            why = f"{known.shown(other)} is tied to {known.shown(claimant)}, which claims it."
            unions.join(f"actor {claimant}", f"actor {other}", why)


EVENT_RULES: tuple[Rule, ...] = (
    copies_are_one_family,
    own_account_rests_on_the_quoted,
    passing_on_is_no_origin,
    row_on_who_passed_the_claim_on,
    unnamed_officials_of_a_day,
    one_body_by_its_common_name,
    unnamed_media_may_be_the_named,
    one_owner_one_family,
    one_body_one_family,
    tied_actors_are_not_independent,
    repeats_an_error,
)
# Who asserts a tie beside a source that does so too says it on its own account, and the tie itself binds nobody.
TIE_RULES: tuple[Rule, ...] = (copies_are_one_family, unnamed_officials_of_a_day, one_owner_one_family)


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
        unions.join(first.key, second.key, f"{known.shown(first.name)} {how} {known.shown(second.name)}.")


def first_day(statement: ResolvedStatement) -> date:
    """The first day on which the statement may have been public; the last of all days where that isn't known."""
    return first_known(statement) or date.max


def _is_official(item: ResolvedStatement, seats: Mapping[str, Origin]) -> bool:
    return bool(item.statement.chain) and seats[item.statement.id].kind is HolderKind.OFFICIAL


def _holder_key(statement: ResolvedStatement) -> str:
    return name_key(statement.statement.chain[-1].name) if statement.statement.chain else ""
