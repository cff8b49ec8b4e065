"""Holds what was derived from a rendered corpus against its `truth.json`, claim by claim."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from secondsource.records import (
    Claim,
    Derived,
    Document,
    Event,
    Relation,
    ResolvedStatement,
    Side,
    Stance,
    TieCase,
    Verdict,
)

_MUTUAL = frozenset({Relation.ALLIED_WITH, Relation.RIVAL_OF})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The claims of a case that answer to one claim of the truth."""

    key: str
    claims: tuple[Claim, ...]


class Comparison:
    """One derived case beside the truth of the corpus that it was read from."""

    def __init__(self, derived: Derived, documents: Mapping[str, Document], truth: Mapping[str, Any]) -> None:
        self.derived, self.documents, self.truth = derived, documents, truth
        self.statements = {s.statement.id: s for s in derived.statements}
        self.actor_of = {fold(a.name): a.actor_id for a in derived.aliases}
        self.verdicts = {(v.claim_id, v.side): v for v in derived.verdicts}
        self.names_of = {fold(n): a["names"] for a in truth["actors"] for n in a["names"]}

    def differences(self) -> list[str]:
        """Everything in which the case is not as the truth says; empty when all is well."""
        found = [self.find(c) for c in self.truth["claims"]]
        said = [
            line for f, c in zip(found, self.truth["claims"], strict=True) for line in self._verdicts(f, c)
        ]
        return said + self._extra(found) + self._names() + self._ties()

    def find(self, claim: Mapping[str, Any]) -> Found:
        """The claims by that claimant about that place on that day."""
        claimants = self.ids(claim["claimant"])
        found = [c for c in self.derived.claims if c.claimant_id in claimants and self._fits(c, claim)]
        return Found(key=claim["key"], claims=tuple(found))

    def ids(self, name: str) -> set[str]:
        """Ids of the actors that bear one of the names which the truth gives to whoever bears this one."""
        names = self.names_of.get(fold(name), [name])
        return {self.actor_of[fold(n)] for n in names if fold(n) in self.actor_of}

    def _fits(self, claim: Claim, truth: Mapping[str, Any]) -> bool:
        told = [self.statements[i] for i in claim.statement_ids]
        day = date.fromisoformat(truth["day"])
        in_time = any(_covers(s, day) for s in told)
        return in_time and any(_is_at(s, truth["place"]) for s in told)

    def _verdicts(self, found: Found, claim: Mapping[str, Any]) -> list[str]:
        if not found.claims:
            return [f"{found.key}: no claim by {claim['claimant']} at {claim['place']} on {claim['day']}"]
        said = [f"{found.key}: told as {len(found.claims)} claims"] if len(found.claims) > 1 else []
        for derived in found.claims[:1]:
            for side in Side:
                verdict, wanted = self.verdicts[derived.id, side], claim[side.value]
                got = (verdict.name.value, verdict.credibility)
                if got != (wanted["verdict"], wanted["credibility"]):
                    said.append(
                        f"{found.key}: {side.value} is {got}, not {wanted['verdict']} {wanted['credibility']}"
                        f" [{', '.join(r.rule for r in verdict.reasons)}]"
                    )
                if verdict.is_disputed != wanted.get("disputed", False):
                    said.append(f"{found.key}: {side.value} disputed is {verdict.is_disputed}")
        return said

    def _extra(self, found: list[Found]) -> list[str]:
        known = {c.id for f in found for c in f.claims}
        return [
            f"a claim that nobody made: {self.described(c)}" for c in self.derived.claims if c.id not in known
        ]

    def described(self, claim: Claim) -> str:
        """The claim's words and documents."""
        lines = []
        for i in claim.statement_ids:
            s = self.statements[i]
            document = self.documents[s.statement.document_id]
            span = s.statement.span
            lines.append(
                f"{document.path}: {document.text[span.start : span.end]!r} {s.when and s.when.edtf}"
            )
        return " | ".join(lines)

    def _names(self) -> list[str]:
        said = []
        for actor in self.truth["actors"]:
            missing = [n for n in actor["names"] if fold(n) not in self.actor_of]
            ids = {self.actor_of[fold(n)] for n in actor["names"] if fold(n) in self.actor_of}
            if missing:
                said.append(f"{actor['name']}: never found as {', '.join(missing)}")
            if len(ids) > 1:
                said.append(f"{actor['name']}: split into {len(ids)} actors ({', '.join(actor['names'])})")
        for one, other in self.truth["not_same"]:
            if self.ids(one) & self.ids(other):
                said.append(f"{one} and {other} are not one actor")
        return said

    def _are_ends(self, case: TieCase, tie: Mapping[str, Any]) -> bool:
        """True if the case is about those two; an alliance and a rivalry read the same from either end."""
        one, other = self.ids(tie["from"]), self.ids(tie["to"])
        if case.from_id in one and case.to_id in other:
            return True
        return case.relation in _MUTUAL and case.from_id in other and case.to_id in one

    def _ties(self) -> list[str]:
        said = []
        for tie in self.truth["ties"]:
            relation = Relation(tie["relation"])
            cases = [c for c in self.derived.ties if c.relation is relation and self._are_ends(c, tie)]
            stances = {Stance.DENIES for c in cases if c.against} | {Stance.ASSERTS for c in cases if c.for_}
            wanted = {Stance.ASSERTS for _ in tie["for"]} | {Stance.DENIES for _ in tie["against"]}
            if stances != wanted:
                text = f"{tie['from']} {tie['relation']} {tie['to']}"
                said.append(f"{text}: {sorted(stances)} and not {sorted(wanted)}")
        return said


def verdict_names(comparison: Comparison) -> dict[str, tuple[str, int, str, int] | None]:
    """Event and authorship verdicts with their credibility by the truth's claim keys; None where not found."""
    names: dict[str, tuple[str, int, str, int] | None] = {}
    for claim in comparison.truth["claims"]:
        found = comparison.find(claim).claims
        if not found:
            names[claim["key"]] = None
            continue
        event: Verdict = comparison.verdicts[found[0].id, Side.EVENT]
        author: Verdict = comparison.verdicts[found[0].id, Side.AUTHORSHIP]
        names[claim["key"]] = (event.name.value, event.credibility, author.name.value, author.credibility)
    return names


def fold(name: str) -> str:
    """A name without case and the shape of its apostrophes."""
    return name.casefold().replace("’", "'")


def _covers(resolved: ResolvedStatement, day: date) -> bool:
    when = resolved.when
    return bool(when and when.earliest and when.latest and when.earliest <= day <= when.latest)


def _is_at(resolved: ResolvedStatement, place: str) -> bool:
    event = resolved.statement.proposition
    names = [resolved.place.place.name] if resolved.place else []
    if isinstance(event, Event):
        names += [m.name for m in event.on] + ([event.place.name] if event.place else [])
    words = fold(place)
    return any(words in fold(n) or fold(n) in words for n in names)
