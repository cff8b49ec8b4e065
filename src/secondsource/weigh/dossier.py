"""What is known of one claim, sorted by what it says: reports, denials, checks, coverage, rivals, namings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from secondsource.match.kinds import kind_group
from secondsource.match.origins import claimant_ids
from secondsource.match.outlets import is_nobody
from secondsource.match.tellings import event_of, perpetrator_ids
from secondsource.records import (
    ActorKind,
    ByStatus,
    Claim,
    Family,
    Finding,
    HolderKind,
    Mention,
    Outcome,
    ResolvedStatement,
    Stance,
)
from secondsource.weigh.agreement import Agreement, compare_reports
from secondsource.weigh.coverage import Coverage, find_coverage
from secondsource.weigh.evidence import MACHINE_READ, Evidence
from secondsource.weigh.phrases import says
from secondsource.weigh.voices import Voices

GOOD_GRADES, POOR_GRADES = frozenset("AB"), frozenset("EF")
_ACCESS = frozenset({HolderKind.OFFICIAL, HolderKind.WITNESS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One independent family that tells the event, with how far it agrees and its best grade."""

    family: Family
    statements: tuple[ResolvedStatement, ...]
    agreement: Agreement
    grade: str | None

    @property
    def ids(self) -> tuple[str, ...]:
        """Its statements' ids."""
        return tuple(s.statement.id for s in self.statements)


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """One independent family that denies the event, or that the claimant did it."""

    family: Family
    statements: tuple[ResolvedStatement, ...]
    has_access: bool
    is_of_event: bool

    @property
    def ids(self) -> tuple[str, ...]:
        """Its statements' ids."""
        return tuple(s.statement.id for s in self.statements)


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """One independent family that names who did it, by its own word."""

    family: Family
    statement: ResolvedStatement
    actor_ids: tuple[str, ...]
    is_claimant: bool
    is_firm: bool
    grade: str | None


@dataclass(frozen=True, kw_only=True)
class Dossier:
    """All that bears on one claim."""

    claim: Claim
    evidence: Evidence
    checks: tuple[ResolvedStatement, ...]
    retracted: Mapping[str, str]
    rival_claims: tuple[Claim, ...]

    @property
    def is_off(self) -> frozenset[str]:
        """The rules that are switched off."""
        return self.evidence.switched_off

    @cached_property
    def statements(self) -> tuple[ResolvedStatement, ...]:
        """The claim's own statements, the first published one first."""
        return tuple(self.evidence.events(self.claim.statement_ids))

    @cached_property
    def told_by_claimant(self) -> tuple[ResolvedStatement, ...]:
        """The claim's statements with what the claimant tells besides: "The radar was destroyed"."""
        own = {s.statement.id for s in self.statements}
        documents = {s.statement.document_id for s in self.statements}
        besides = (
            s
            for f in self.evidence.families.get(self.claim.incident_id, ())
            if self.claim.claimant_id in f.origins
            for s in self.evidence.events(f.statement_ids)
            if s.statement.id not in own
            and s.statement.document_id in documents
            and s.statement.stance is not Stance.DENIES
            and self.evidence.origin(s).name == self.claim.claimant_id
        )
        return (*self.statements, *besides)

    @cached_property
    def side(self) -> frozenset[str]:
        """The claimant and the actors bound to it."""
        return self.evidence.side_of(self.claim.claimant_id)

    @cached_property
    def claimant(self) -> str:
        """The claimant's name."""
        return self.evidence.name(self.claim.claimant_id)

    @cached_property
    def independent(self) -> tuple[tuple[Family, tuple[ResolvedStatement, ...]], ...]:
        """The families that are neither the claimant's side nor a rival for the deed, with what they still say."""
        found = []
        for family in self.evidence.families.get(self.claim.incident_id, ()):
            if self.side & set(family.origins) or self._is_rivals(family):
                continue
            own = [
                s for s in self.evidence.events(family.statement_ids) if s.statement.id not in self.retracted
            ]
            if own:
                found.append((family, tuple(own)))
        return tuple(found)

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        """The independent families that tell the event, the better graded ones first."""
        ignored = (
            frozenset(("day", "place", "target", "toll", "effect"))
            if "detail_differs" in self.is_off
            else None
        )
        found = []
        for family, own in self.independent:
            telling = tuple(s for s in own if s.statement.stance is not Stance.DENIES)
            if telling:
                agreement = compare_reports(
                    self.told_by_claimant, telling, self.evidence.sentence, ignored or frozenset()
                )
                grade = self._best_grade(family)
                found.append(Report(family=family, statements=telling, agreement=agreement, grade=grade))
        # Not graded stands beside C.
        return tuple(sorted(found, key=lambda r: r.grade or "C"))

    @cached_property
    def denials(self) -> tuple[Denial, ...]:
        """The independent families that deny it. Who tells the event elsewhere denies only who did it."""
        telling = {r.family.id for r in self.reports}
        found = []
        for family, own in self.independent:
            denying = tuple(s for s in own if s.statement.stance is Stance.DENIES)
            if denying:
                found.append(
                    Denial(
                        family=family,
                        statements=denying,
                        has_access=any(self._has_access(s) for s in denying),
                        is_of_event=family.id not in telling
                        and not any(self._is_about_author(s) for s in denying),
                    )
                )
        return tuple(found)

    @cached_property
    def disowned(self) -> tuple[ResolvedStatement, ...]:
        """Denials by the claimant's own side."""
        return tuple(
            s
            for f in self.evidence.families.get(self.claim.incident_id, ())
            if self.side & set(f.origins)
            for s in self.evidence.events(f.statement_ids)
            if s.statement.stance is Stance.DENIES and self.evidence.origin(s).name in self.side
        )

    @cached_property
    def namings(self) -> tuple[Naming, ...]:
        """Who the independent families say did it; words that name nobody in particular are passed over."""
        found = []
        for family, own in self.independent:
            for item in own:
                if item.statement.stance is Stance.DENIES:
                    continue
                named = tuple(i for i in self._named(item) if i is not None)
                if named:
                    found.append(
                        Naming(
                            family=family,
                            statement=item,
                            actor_ids=named,
                            is_claimant=bool(self.side & set(named)),
                            is_firm=item.statement.stance is Stance.ASSERTS,
                            grade=self._best_grade(family),
                        )
                    )
        return tuple(found)

    @cached_property
    def coverage(self) -> tuple[Coverage, ...]:
        """Independent coverage of the place and day that lacks it."""
        return find_coverage(self.statements, self.claim.incident_id, self.side, self.evidence)

    @cached_property
    def voices(self) -> Voices:
        """Whose word each check, silence or withdrawal is."""
        return Voices(self.evidence, self.claim.incident_id)

    @cached_property
    def independent_checks(self) -> tuple[ResolvedStatement, ...]:
        """Checks by others than the claimant's side; support that stands in a report taken back is none."""
        withdrawn = {
            self.evidence.statements[s].statement.document_id
            for s in self.evidence.told_of(self.claim.incident_id)
            if s in self.retracted
        }
        return tuple(
            c
            for c in self.checks
            if not self._is_own_side(c) and not (_found_support(c) and c.statement.document_id in withdrawn)
        )

    @cached_property
    def rivals(self) -> tuple[Claim, ...]:
        """Claims of the deed by others than the claimant's side; the other side of a clash is no rival."""
        joint = [set(claimant_ids(s)) for s in self.statements if len(claimant_ids(s)) > 1]
        return tuple(
            c
            for c in self.rival_claims
            if c.claimant_id not in self.side
            and not any(c.claimant_id in together for together in joint)
            and not self._is_other_side(c)
        )

    def _is_own_side(self, check: ResolvedStatement) -> bool:
        origin = self.evidence.origin(check)
        # "Local sources confirm it", in the claimant's own channel: nobody but the claimant is heard.
        heard = self.evidence.outlet(check.statement.document_id) if origin.is_unnamed else origin
        return bool(self.side & {origin.name, heard.name})

    def _is_rivals(self, family: Family) -> bool:
        """True for a claimant's family: it wants the deed. The other side of a clash does not, and reports it."""
        others = [c for c in self.rival_claims if c.claimant_id in family.origins]
        return family.is_claimants and not any(self._is_other_side(c) for c in others)

    def _is_other_side(self, rival: Claim) -> bool:
        """True if the two fought each other: one is the other's target, or a clash pits a state against a group."""
        theirs = self.evidence.events(rival.statement_ids)
        targets = {i for s in self.statements for i in s.actor_ids("on")}
        aims = {i for s in theirs for i in s.actor_ids("on")}
        if rival.claimant_id in targets or self.claim.claimant_id in aims:
            return True
        kinds = [event_of(s) for s in (*self.statements, *theirs)]
        is_clash = any(e.type in kind_group(e.type).two_sided for e in kinds)
        return is_clash and self._is_state(rival.claimant_id) != self._is_state(self.claim.claimant_id)

    def _is_state(self, actor_id: str) -> bool:
        actor = self.evidence.actors.get(actor_id)
        return actor is not None and actor.kind in (ActorKind.STATE, ActorKind.ORGAN)

    def _named(self, item: ResolvedStatement) -> list[str | None]:
        by, ids = event_of(item).by, perpetrator_ids(item)
        told = (ByStatus.ACCUSED, ByStatus.REPORTED)
        return [
            i
            for i, p in zip(ids, by, strict=True)
            # Who took part, on a side that isn't told, bears the claimant out and contests nobody.
            if (p.status in told or (p.status is ByStatus.UNKNOWN and i in self.side))
            and i is not None
            and self._is_somebody(i, p.actor)
        ]

    def _is_somebody(self, actor_id: str, mention: Mention) -> bool:
        actor = self.evidence.actors.get(actor_id)
        if (
            mention.is_collective
            or is_nobody(mention.name)
            or is_nobody(actor.name if actor else mention.name)
        ):
            return False
        if actor is not None and actor.is_collective:
            return False
        return actor is None or actor.kind in (
            ActorKind.GROUP,
            ActorKind.STATE,
            ActorKind.ORGAN,
            ActorKind.PARTY,
        )

    def _has_access(self, item: ResolvedStatement) -> bool:
        """Officials, witnesses, state bodies; an outlet that was there, by its dateline or words."""
        origin = self.evidence.origin(item)
        actor = self.evidence.actors.get(origin.name)
        if origin.kind in _ACCESS:
            return True
        if actor is not None and actor.kind in (ActorKind.STATE, ActorKind.ORGAN, ActorKind.OFFICE):
            return True
        document = self.evidence.documents.get(item.statement.document_id)
        if document is None:
            return False
        near = document.text[max(0, item.statement.span.start - 300) : item.statement.span.end + 300]
        return says("was_there", near)

    def _is_about_author(self, item: ResolvedStatement) -> bool:
        """True if a denial is of who did it: the denier is the one accused, or the words say so."""
        ids = perpetrator_ids(item)
        return self.evidence.origin(item).name in ids or (
            bool(ids) and says("who_did_it", self.evidence.sentence(item))
        )

    def _best_grade(self, family: Family) -> str | None:
        if self.evidence.is_machine_read(family):
            return MACHINE_READ
        grades = sorted(g for o in family.origins if (g := self.evidence.grade(o)))
        return grades[0] if grades else None


def _found_support(check: ResolvedStatement) -> bool:
    finding = check.statement.proposition
    return isinstance(finding, Finding) and finding.outcome is Outcome.CORROBORATED


def family_ids(items: Iterable[Report | Denial | Naming]) -> tuple[str, ...]:
    """The ids of their families, each once, in order."""
    return tuple(dict.fromkeys(i.family.id for i in items))


def statement_ids(items: Sequence[Report | Denial]) -> tuple[str, ...]:
    """The ids of their statements, each once, in order."""
    return tuple(dict.fromkeys(s for i in items for s in i.ids))
