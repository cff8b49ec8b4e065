"""A case to look things up in: records by id, verdicts by claim, and who is the origin of a statement."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from secondsource.match.outlets import name_key
from secondsource.records import (
    Actor,
    Alias,
    Claim,
    Derived,
    Document,
    Family,
    Finding,
    HolderKind,
    Incident,
    Reliability,
    ResolvedStatement,
    Side,
    Verdict,
)
from secondsource.resolve.actor_names import means_nobody
from secondsource.weigh import reopen_evidence

T = TypeVar("T")
_DETERMINERS = {"The", "These", "Those", "All", "Some", "Several", "Many", "Other", "Both", "They", "Such"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Whom a statement comes from. `key` is an actor id where one is known, and equal for equal origins."""

    key: str
    name: str
    kind: HolderKind
    is_own_voice: bool


class View:
    """What was derived, by id and by what belongs together; every list in a fixed order.

    `kept` is what a question leaves of the `whole` case. Lists go over what is kept; ids are found in the whole,
    since what doesn't fit may lie outside.
    """

    def __init__(
        self,
        whole: Derived,
        documents: Mapping[str, Document],
        grades: Mapping[str, str] | None = None,
        kept: Derived | None = None,
    ) -> None:
        self.kept, self.documents = kept or whole, documents
        self._grades = grades or {}
        self._learned = {r.outlet: r for r in whole.reliabilities}
        self.actors: dict[str, Actor] = {a.id: a for a in whole.actors}
        self.evidence = reopen_evidence(whole, documents)
        self.all: dict[str, ResolvedStatement] = {
            s.statement.id: s for s in sorted(whole.statements, key=_position)
        }
        ids = {s.statement.id for s in self.kept.statements}
        self.statements: dict[str, ResolvedStatement] = {i: s for i, s in self.all.items() if i in ids}
        # What most is told of first: where a list is cut, the least told is left out.
        by_weight = sorted(self.kept.incidents, key=lambda i: (-len(i.statement_ids), i.id))
        self.incidents: dict[str, Incident] = {i.id: i for i in by_weight}
        self.claims: dict[str, Claim] = {c.id: c for c in sorted(self.kept.claims, key=lambda c: c.id)}
        self.families: dict[str, list[Family]] = _grouped(whole.families, lambda f: f.incident_id)
        self.aliases: dict[str, list[Alias]] = _grouped(whole.aliases, lambda a: a.actor_id)
        self.claims_of: dict[str, list[Claim]] = _grouped(self.claims.values(), lambda c: c.incident_id)
        self._verdicts = {(v.claim_id, v.side): v for v in self.kept.verdicts}
        self._copies = {d: c.id for c in whole.copies for d in c.document_ids}
        self._incident_of = {s: i for i in self.incidents.values() for s in i.statement_ids}
        self.outlets = sorted({d.outlet for d in documents.values() if d.outlet})
        self._said_of: dict[str, list[ResolvedStatement]] = {}
        for statement in self.statements.values():
            for actor_id in dict.fromkeys(a.actor_id for a in statement.actors):
                self._said_of.setdefault(actor_id, []).append(statement)

    def verdict(self, claim_id: str, side: Side) -> Verdict | None:
        """What the evidence says of one side of a claim."""
        return self._verdicts.get((claim_id, side))

    def grade(self, outlet: str | None) -> str | None:
        """The letter that a person gave to an outlet, however its name is spelt."""
        return (self._grades.get(outlet) or self._grades.get(name_key(outlet))) if outlet else None

    def learned(self, outlet: str | None) -> Reliability | None:
        """What the case lets learn of an outlet, where that is enough for a letter."""
        record = self._learned.get(outlet or "")
        return record if record is not None and record.grade else None

    def actor_name(self, key: str) -> str:
        """The name of an actor, or the key itself where it is a name already."""
        actor = self.actors.get(key)
        if actor is None:
            return self.evidence.name(key)
        first, gap, rest = actor.name.partition(" ")
        # "These groups" keeps its words; only a capital that began a sentence goes.
        return first.lower() + gap + rest if actor.is_collective and first in _DETERMINERS else actor.name

    def is_collective(self, key: str) -> bool:
        """True if the key is that of several actors that can't be told apart."""
        actor = self.actors.get(key)
        return bool(actor and actor.is_collective)

    def is_nameless(self, key: str) -> bool:
        """True if no text gives the actor a name of its own: a collective, or "the front"."""
        return self.is_collective(key) or means_nobody(self.actor_name(key))

    def incident_of(self, statement_id: str | None) -> Incident | None:
        """The incident that an event statement is about."""
        return self._incident_of.get(statement_id or "")

    def of(self, statement_ids: Iterable[str]) -> list[ResolvedStatement]:
        """The statements with these ids, by day of publication, document and place in it."""
        found = [self.all[i] for i in dict.fromkeys(statement_ids) if i in self.all]
        return sorted(found, key=_position)

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
        """Whom a statement comes from, as the weighing sees it; copies that speak themselves are one."""
        found = self.evidence.origin(resolved)
        key, chain = found.key.removeprefix("actor "), resolved.statement.chain
        if key in self.actors:
            return Origin(
                key=key, name=self.actor_name(key), kind=found.kind, is_own_voice=found.is_own_voice
            )
        if found.is_own_voice:
            key = self._copies.get(resolved.statement.document_id, key)
        named = chain[-1].name if found.is_unnamed and chain else self.actor_name(found.name)
        return Origin(key=key, name=named, kind=found.kind, is_own_voice=found.is_own_voice)

    def speaks_itself(self, resolved: ResolvedStatement, actor_id: str) -> bool:
        """True if the document is the actor's own: nobody stands between it and us."""
        document = self.documents.get(resolved.statement.document_id)
        if document is None or not document.outlet:
            return False
        return self.evidence.outlet(document.id).key.removeprefix("actor ") == actor_id

    def holder_name(self, resolved: ResolvedStatement, position: int) -> str:
        """The name of a link of a chain."""
        return self.actor_name(
            self.role_key(resolved, "chain", position, resolved.statement.chain[position].name)
        )

    def role_key(self, resolved: ResolvedStatement, role: str, position: int, otherwise: str) -> str:
        """The id of the actor in a role, or the words of the text where nobody knows whom they mean."""
        for a in resolved.actors:
            if (a.role, a.position) == (role, position):
                return a.actor_id
        return otherwise


def _position(resolved: ResolvedStatement) -> tuple[str, str, int, int, str]:
    known = resolved.known.earliest if resolved.known else None
    s = resolved.statement
    return (known.isoformat() if known else "9999", s.document_id, s.span.start, s.span.end, s.id)


def _grouped(items: Iterable[T], key: Callable[[T], str]) -> dict[str, list[T]]:
    groups: dict[str, list[T]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups
