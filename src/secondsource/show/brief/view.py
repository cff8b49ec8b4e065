"""A case to look things up in: records by id, verdicts by claim, and who is the origin of a statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from secondsource.records import (
    Actor,
    ActorKind,
    Alias,
    Claim,
    Derived,
    Document,
    Family,
    Finding,
    Holder,
    HolderKind,
    Incident,
    ResolvedStatement,
    Side,
    Verdict,
)
from secondsource.show.brief.folding import folded

T = TypeVar("T")
_DETERMINERS = {"The", "These", "Those", "All", "Some", "Several", "Many", "Other", "Both", "They", "Such"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Whom a statement comes from. `key` is equal for equal origins; `name` is None for a voice without a name."""

    key: str
    name: str | None
    kind: HolderKind


class View:
    """What was derived, by id and by what belongs together; every list in a fixed order."""

    def __init__(
        self, derived: Derived, documents: Mapping[str, Document], grades: Mapping[str, str]
    ) -> None:
        self.derived, self.documents, self.grades = derived, documents, grades
        self.statements: dict[str, ResolvedStatement] = {
            s.statement.id: s for s in sorted(derived.statements, key=self._position)
        }
        self.actors: dict[str, Actor] = {a.id: a for a in derived.actors}
        self.incidents: dict[str, Incident] = {i.id: i for i in derived.incidents}
        self.families: dict[str, list[Family]] = _grouped(derived.families, lambda f: f.incident_id)
        self.aliases: dict[str, list[Alias]] = _grouped(derived.aliases, lambda a: a.actor_id)
        self.claims: dict[str, Claim] = {c.id: c for c in derived.claims}
        self.claims_of: dict[str, list[Claim]] = _grouped(derived.claims, lambda c: c.incident_id)
        self._verdicts: dict[tuple[str, Side], Verdict] = {(v.claim_id, v.side): v for v in derived.verdicts}
        self._copies = {d: c.id for c in derived.copies for d in c.document_ids}
        self._incident_of = {s: i.id for i in derived.incidents for s in i.statement_ids}
        self.outlets = sorted({d.outlet for d in documents.values() if d.outlet})
        # A group's own channel is the group speaking, whatever a copy of it says elsewhere.
        self._groups_by_name = {
            folded(a.name): a.actor_id
            for a in derived.aliases
            if (actor := self.actors.get(a.actor_id)) and actor.kind is ActorKind.GROUP and folded(a.name)
        }
        self._said_of: dict[str, list[ResolvedStatement]] = defaultdict(list)
        for statement in self.statements.values():
            for actor_id in dict.fromkeys(a.actor_id for a in statement.actors):
                self._said_of[actor_id].append(statement)

    def verdict(self, claim_id: str, side: Side) -> Verdict | None:
        """What the evidence says of one side of a claim."""
        return self._verdicts.get((claim_id, side))

    def actor_name(self, key: str) -> str:
        """The name of an actor, or the key itself where it is a name already."""
        actor = self.actors.get(key)
        if actor is None:
            return key
        first, gap, rest = actor.name.partition(" ")
        # "These groups" keeps its words; only a capital that began a sentence goes.
        return first.lower() + gap + rest if actor.is_collective and first in _DETERMINERS else actor.name

    def incident_of(self, statement_id: str) -> Incident | None:
        """The incident that an event statement is about."""
        return self.incidents.get(self._incident_of.get(statement_id, ""))

    def of(self, statement_ids: Iterable[str]) -> list[ResolvedStatement]:
        """The statements with these ids, by day of publication, document and place in it."""
        found = [self.statements[i] for i in dict.fromkeys(statement_ids) if i in self.statements]
        return sorted(found, key=self._position)

    def of_kind(self, kind: type) -> list[ResolvedStatement]:
        """All statements whose proposition is of this kind, in the same order."""
        return [s for s in self.statements.values() if isinstance(s.statement.proposition, kind)]

    def said_of(self, actor_id: str, kind: type | None = None) -> list[ResolvedStatement]:
        """Statements in which an actor plays any role."""
        all_ = self._said_of.get(actor_id, [])
        return [s for s in all_ if kind is None or isinstance(s.statement.proposition, kind)]

    def findings_on(self, statement_ids: Iterable[str]) -> list[ResolvedStatement]:
        """Checks that texts report of any of these statements."""
        wanted = set(statement_ids)
        return [s for s, finding in self.findings() if finding.of in wanted]

    def findings(self) -> list[tuple[ResolvedStatement, Finding]]:
        """All checks that texts report."""
        return [(s, f) for s in self.statements.values() if isinstance(f := s.statement.proposition, Finding)]

    def origin(self, resolved: ResolvedStatement) -> Origin:
        """Whom a statement comes from: the last holder of its chain, or the document's own voice."""
        chain = resolved.statement.chain
        if is_own_voice(resolved):
            document_id = resolved.statement.document_id
            family = self._copies.get(document_id)
            outlet = resolved.outlet
            group = self._groups_by_name.get(folded(outlet)) if outlet else None
            if group:
                return Origin(key=group, name=self.actor_name(group), kind=HolderKind.GROUP)
            key = family or (f"outlet:{outlet.casefold()}" if outlet else f"document:{document_id}")
            return Origin(key=key, name=outlet, kind=HolderKind.OUTLET)
        last = chain[-1]
        actor_id = self.holder_actor(resolved, len(chain) - 1)
        return Origin(
            key=actor_id or f"holder:{last.name.casefold()}",
            name=self.actor_name(actor_id) if actor_id else last.name,
            kind=last.kind,
        )

    def holder_actor(self, resolved: ResolvedStatement, position: int) -> str | None:
        """The actor that a link of a chain refers to."""
        return next(
            (a.actor_id for a in resolved.actors if (a.role, a.position) == ("chain", position)), None
        )

    def holder_name(self, resolved: ResolvedStatement, position: int) -> str:
        """The name of a link of a chain."""
        actor_id = self.holder_actor(resolved, position)
        return self.actor_name(actor_id) if actor_id else resolved.statement.chain[position].name

    def role_key(self, resolved: ResolvedStatement, role: str, position: int, otherwise: str) -> str:
        """The id of the actor in a role, or the words of the text where nobody knows whom they mean."""
        for a in resolved.actors:
            if (a.role, a.position) == (role, position):
                return a.actor_id
        return otherwise

    @staticmethod
    def _position(resolved: ResolvedStatement) -> tuple[str, str, int, int, str]:
        known = resolved.known.earliest if resolved.known else None
        s = resolved.statement
        return (known.isoformat() if known else "9999", s.document_id, s.span.start, s.span.end, s.id)


def is_own_voice(resolved: ResolvedStatement) -> bool:
    """True if nobody but the document itself says it."""
    return not relays(resolved.statement.chain)


def relays(chain: tuple[Holder, ...]) -> tuple[Holder, ...]:
    """The chain without the document's own outlet, which stands in front where a reader put it there."""
    return chain[1:] if chain and chain[0].span is None and chain[0].kind is HolderKind.OUTLET else chain


def _grouped(items: Iterable[T], key: Callable[[T], str]) -> dict[str, list[T]]:
    groups: dict[str, list[T]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups
