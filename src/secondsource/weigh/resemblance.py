"""Groups that nobody knew and that claim something, with the known groups each resembles, and by what.

By the words of its name, by where it strikes, by what it strikes, by its channel. A likeness is a question for a
person and joins nobody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from secondsource.match.origins import claimant_ids
from secondsource.match.places import kilometres
from secondsource.match.tellings import first_known, perpetrator_ids
from secondsource.records import Actor, ActorKind, Alias, KnownActor, ResolvedPlace, ResolvedStatement, Stance
from secondsource.resolve.actor_names import means_nobody
from secondsource.resolve.name_concepts import concepts, load_name_concepts
from secondsource.resolve.names import name_tokens
from secondsource.resolve.transliteration import fold_name
from secondsource.weigh.evidence import Evidence, is_event
from secondsource.weigh.fronts.likenesses import channels_in_common
from secondsource.weigh.fronts.targets import Attack, attacks_of, is_theirs

# What a known group must have done here before its ground or its targets say anything, and how much of it.
_LEAST_ATTACKS, _LEAST_SHARE = 3, 0.5
_SAME_GROUND_KM = 30.0
# "Al", "ibn" and the like tell no group from another.
_LEAST_LETTERS = 4
# A word that more groups of the starter list bear tells of none of them.
_MOST_BEARERS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Resemblance:
    """A new group and one known before it. `by`: "name", "ground", "targets" or "channel"; the sentence says how."""

    actor_id: str
    other_id: str
    by: str
    sentence: str
    statement_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """A group with the day on which it is first told of, its names and its attacks by incident."""

    actor: Actor
    since: date
    names: tuple[str, ...]
    attacks: Mapping[str, tuple[ResolvedStatement, ...]]


def find_new_groups(evidence: Evidence) -> Mapping[str, ResolvedStatement]:
    """The groups that the starter list lacks and that claim something, each with the first statement on it."""
    claiming = {c for s in evidence.statements.values() if is_event(s) for c in claimant_ids(s)}
    firsts: dict[str, ResolvedStatement] = {}
    for item in sorted(evidence.statements.values(), key=_public):
        for actor in {a.actor_id for a in item.actors}:
            if actor in claiming and _is_group(evidence.actors.get(actor)):
                firsts.setdefault(actor, item)
    return {a: firsts[a] for a in sorted(firsts) if not evidence.actors[a].is_known}


def find_resemblances(
    evidence: Evidence,
    aliases: Iterable[Alias],
    asked: Iterable[str] | None = None,
    listed: Iterable[KnownActor] = (),
) -> tuple[Resemblance, ...]:
    """For each new group what it has in common with groups of the starter list and with those told of before it.

    `asked` are the new groups to look at, all if None. Those of the starter list that nobody tells of here, `listed`,
    are only compared by name, and have their name for an id. Cost: the asked ones times all groups and their attacks.
    """
    groups = _groups(evidence, aliases)
    strikes = _Strikes(attacks_of(evidence))
    channels = {(a, o): (words, ids) for a, o, words, ids in channels_in_common(evidence)}
    new = find_new_groups(evidence)
    elsewhere = _Listed(listed, {fold_name(n) for g in groups.values() for n in g.names})
    found: list[Resemblance] = []
    for actor in sorted(new.keys() if asked is None else new.keys() & set(asked)):
        own = groups[actor]
        others = (
            g for i, g in sorted(groups.items()) if i != actor and (g.actor.is_known or g.since < own.since)
        )
        for other in others:
            found.extend(_by_name(own, other, new[actor]))
            found.extend(_by_ground(own, other))
            found.extend(_by_targets(own, other, strikes))
            if (actor, other.actor.id) in channels:
                words, ids = channels[actor, other.actor.id]
                found.append(_resemblance(own, other.actor.id, "channel", words, ids))
        found.extend(elsewhere.like(own, new[actor]))
    return tuple(found)


class _Listed:
    """The groups of the starter list by those words of their names that few others bear, less those told of here."""

    def __init__(self, listed: Iterable[KnownActor], told: Collection[str]) -> None:
        self._by_word: dict[str, set[str]] = {}
        for actor in listed:
            if actor.kind is ActorKind.GROUP and fold_name(actor.name) not in told:
                for token in {t for name in (actor.name, *actor.names) for t in _own_words(name)}:
                    self._by_word.setdefault(token, set()).add(actor.name)

    def like(self, own: _Group, first: ResolvedStatement) -> Iterator[Resemblance]:
        """The listed groups that have such a word in common with a group."""
        shared: dict[str, set[str]] = {}
        for name in own.names:
            for token, word in _own_words(name).items():
                bearers = self._by_word.get(token, set())
                for other in bearers if len(bearers) <= _MOST_BEARERS else ():
                    shared.setdefault(other, set()).add(word)
        for other, words in sorted(shared.items()):
            sentence = f"both names have “{' '.join(sorted(words))}”; no text here tells of that one"
            yield _resemblance(own, other, "name", sentence, [first.statement.id])


def _own_words(name: str) -> dict[str, str]:
    """The words of a name that are its own, in the form to compare and as written: "Milh" in "Saraya al-Milh"."""
    found = {}
    for word in name.split():
        if any(m.startswith("~") for m in concepts(word)):
            found.update({t: word for t in name_tokens(word) if len(t) >= _LEAST_LETTERS})
    return found


class _Strikes:
    """All attacks with a target that is told: by actor, and how many there are of each kind."""

    def __init__(self, attacks: Sequence[Attack]) -> None:
        self.count = len(attacks)
        self.kinds = Counter(k for a in attacks for k in a.kinds)
        self.by: dict[str, list[Attack]] = {}
        for attack in attacks:
            for actor in attack.by:
                self.by.setdefault(actor, []).append(attack)


def _groups(evidence: Evidence, aliases: Iterable[Alias]) -> dict[str, _Group]:
    names: dict[str, set[str]] = {}
    for alias in aliases:
        names.setdefault(alias.actor_id, set()).add(alias.name)
    since: dict[str, date] = {}
    attacks: dict[str, dict[str, list[ResolvedStatement]]] = {}
    for item in sorted(evidence.statements.values(), key=_public):
        for role in item.actors:
            since.setdefault(role.actor_id, first_known(item) or date.max)
        incident = evidence.incident_of.get(item.statement.id)
        if is_event(item) and incident and item.statement.stance is not Stance.DENIES:
            for actor in {a for a in perpetrator_ids(item) if a}:
                attacks.setdefault(actor, {}).setdefault(incident, []).append(item)
    return {
        a.id: _Group(
            actor=a,
            since=since.get(a.id, date.max),
            names=tuple(sorted(names.get(a.id, set()) | {a.name})),
            attacks={i: tuple(told) for i, told in sorted(attacks.get(a.id, {}).items())},
        )
        for a in evidence.actors.values()
        if _is_group(a)
    }


def _is_group(actor: Actor | None) -> bool:
    return (
        actor is not None
        and actor.kind is ActorKind.GROUP
        and not actor.is_collective
        and not means_nobody(actor.name)
    )


def _by_name(own: _Group, other: _Group, first: ResolvedStatement) -> Iterator[Resemblance]:
    """A word of its own that both names have, or two meanings that say more than what kind of group it is."""
    soft = load_name_concepts().soft
    best: list[str] = []
    for name in own.names:
        meanings = {m: w for w in name.split() for m in concepts(w) if m not in soft}
        for theirs in other.names:
            tokens = set(name_tokens(theirs))
            both = [w for m, w in meanings.items() if m in concepts(theirs)]
            telling = [
                w
                for m, w in meanings.items()
                if m.startswith("~") and any(len(t) >= _LEAST_LETTERS and t in tokens for t in name_tokens(w))
            ]
            if (telling or len(both) > 1) and len(both) > len(best):
                best = both
    if best:
        words = f"both names have “{' '.join(best)}”"
        yield _resemblance(own, other.actor.id, "name", words, [first.statement.id])


def _by_ground(own: _Group, other: _Group) -> Iterator[Resemblance]:
    """Half or more of what the other did lies where this one claims to have struck; joint deeds don't count."""
    here = [p for i, items in own.attacks.items() if i not in other.attacks and (p := _spot(items))]
    theirs = {i: p for i, items in other.attacks.items() if i not in own.attacks and (p := _spot(items))}
    near = [i for i, p in theirs.items() if any(_is_near(p, h) for h in here)]
    if len(near) >= _LEAST_ATTACKS and len(near) >= _LEAST_SHARE * len(theirs):
        words = (
            f"{len(near)} of its {len(theirs)} attacks lie within {_SAME_GROUND_KM:.0f} km of one by this one"
        )
        ids = [s.statement.id for i in near for s in other.attacks[i]]
        yield _resemblance(own, other.actor.id, "ground", words, [*_ids(own), *ids])


def _by_targets(own: _Group, other: _Group, strikes: _Strikes) -> Iterator[Resemblance]:
    """What this one struck is what the other mostly strikes, and others seldom do."""
    mine = [a for a in strikes.by.get(own.actor.id, ()) if other.actor.id not in a.by]
    theirs = [a for a in strikes.by.get(other.actor.id, ()) if own.actor.id not in a.by]
    if len(theirs) < _LEAST_ATTACKS:
        return
    joint = [a for a in strikes.by.get(own.actor.id, ()) if other.actor.id in a.by]
    told = []
    for kind in sorted({k for a in mine for k in a.kinds}):
        hits = [[a for a in side if kind in a.kinds] for side in (mine, theirs)]
        rest = strikes.count - len(mine) - len(theirs) - len(joint)
        by_rest = strikes.kinds[kind] - sum(kind in a.kinds for a in (*mine, *theirs, *joint))
        if len(hits[0]) > _LEAST_SHARE * len(mine) and is_theirs(
            (len(hits[1]), len(theirs)), (by_rest, rest)
        ):
            words = (
                f"{kind.replace('_', ' ')} is the target of {len(hits[0])} of {len(mine)} attacks by this one and of "
                f"{len(hits[1])} of {len(theirs)} by that one, but of {by_rest} of {rest} by others"
            )
            told.append(
                (
                    len(hits[1]) - by_rest,
                    kind,
                    words,
                    [i for side in hits for a in side for i in a.statement_ids],
                )
            )
    if told:
        _, _, words, ids = max(told)
        yield _resemblance(own, other.actor.id, "targets", words, ids)


def _spot(items: tuple[ResolvedStatement, ...]) -> ResolvedPlace | None:
    """Where it was, if a telling puts it at a place on the map no wider than a town's surroundings."""
    return next((s.place for s in items if s.place is not None and s.place.precision <= 2), None)


def _is_near(one: ResolvedPlace, other: ResolvedPlace) -> bool:
    distance = kilometres(one, other)
    return distance is not None and distance <= _SAME_GROUND_KM


def _ids(group: _Group) -> list[str]:
    return [s.statement.id for items in group.attacks.values() for s in items]


def _resemblance(own: _Group, other_id: str, by: str, words: str, ids: Iterable[str]) -> Resemblance:
    return Resemblance(
        actor_id=own.actor.id,
        other_id=other_id,
        by=by,
        sentence=words,
        statement_ids=tuple(dict.fromkeys(ids)),
    )


def _public(item: ResolvedStatement) -> tuple[date, str]:
    return first_known(item) or date.max, item.statement.id
