"""Why a claim's verdicts are what they are, as a tree: verdict, reasons, origin families, statements, quotes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from secondsource.errors import NotFoundError
from secondsource.records import (
    Claim,
    Derived,
    Document,
    Family,
    Reason,
    ResolvedStatement,
    Side,
    Span,
    Verdict,
)
from secondsource.show.brief import phrases
from secondsource.show.brief.citing import Citer
from secondsource.show.brief.claims import claim_day, claim_words
from secondsource.show.brief.days import day_words, days_in_words
from secondsource.show.brief.parts import Citation, Runs, Style, capital, joined, name, say
from secondsource.show.brief.quoting import quote
from secondsource.show.brief.telling import tellers
from secondsource.show.brief.view import View
from secondsource.show.tree import Branch


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """The reasoning about one claim; the numbers in its lines are those of `citations`."""

    claim_id: str
    root: Branch
    citations: tuple[Citation, ...]


def explain_claim(claim_id: str, derived: Derived, documents: Mapping[str, Document]) -> Tree:
    """The tree of one claim. Raises NotFoundError if the case has no such claim."""
    view = View(derived, documents, {})
    claim = view.claims.get(claim_id)
    if claim is None:
        raise NotFoundError(claim_id, "no such claim in this case.", "“secondsource claims” lists all.")
    explainer = _Explainer(view, documents)
    root = explainer.claim(claim)
    return Tree(claim_id=claim_id, root=root, citations=explainer.cite.citations())


class _Explainer:
    """Writes the branches in reading order; each quote is given in full where it is first used."""

    def __init__(self, view: View, documents: Mapping[str, Document]) -> None:
        self.view, self.documents, self.cite = view, documents, Citer(view, documents)
        self._quoted: set[tuple[str, Span]] = set()

    def claim(self, claim: Claim) -> Branch:
        """The claim, its verdicts, and all that is told of its incident."""
        who = name(self.view.actor_name(claim.claimant_id), Style.STRONG)
        told = self._statements(self.view.of(claim.statement_ids))
        sides = [self._side(v) for s in Side if (v := self.view.verdict(claim.id, s))]
        return Branch(
            runs=(
                who,
                say(" claims: "),
                *claim_words(self.view, claim),
                say(", "),
                *claim_day(self.view, claim),
            ),
            children=(
                Branch(runs=(say(phrases.CLAIM_ITSELF),), children=told),
                *sides,
                *self._incident(claim),
            ),
        )

    def _side(self, verdict: Verdict) -> Branch:
        """One verdict with its reasons, and what is missing for a better one."""
        disputed = f", {phrases.DISPUTED}" if verdict.is_disputed else ""
        runs: Runs = (
            say(f"{phrases.SIDE_HEADS[verdict.side]}: "),
            say(verdict.name.value, Style.STRONG),
            say(f"{disputed} (credibility {verdict.credibility} of 6)"),
        )
        reasons = [self._reason(verdict, r) for r in verdict.reasons]
        missing = [Branch(runs=(say("Missing: "), name(days_in_words(m)))) for m in verdict.missing]
        return Branch(runs=runs, children=(*reasons, *missing, *self._chance(verdict)))

    def _chance(self, verdict: Verdict) -> tuple[Branch, ...]:
        """The probability and the log-odds that it sums up, a line each."""
        if verdict.probability is None:
            return ()
        lines = [
            Branch(runs=(say(f"{w.log_odds:+.2f} "), name(days_in_words(w.sentence))))
            for w in verdict.weights
        ]
        words = f"{phrases.PROBABILITY} {verdict.probability:.2f}, {phrases.FROM_LOG_ODDS}"
        return (Branch(runs=(say(words),), children=tuple(lines)),)

    def _reason(self, verdict: Verdict, reason: Reason) -> Branch:
        """A reason, under it the families that it names with their statements, then statements of no family."""
        claim = self.view.claims[verdict.claim_id]
        families = [f for f in self.view.families.get(claim.incident_id, []) if f.id in reason.family_ids]
        wanted = set(reason.statement_ids)
        children = []
        for family in families:
            told = self.view.of(s for s in family.statement_ids if s in wanted)
            children.append(self._family(family, told or self.view.of(family.statement_ids)))
        in_families = {s for f in families for s in f.statement_ids}
        rest = self.view.of(s for s in reason.statement_ids if s not in in_families)
        runs: Runs = (
            *capital((name(days_in_words(reason.sentence.strip())),)),
            say(f" (rule: {reason.rule})"),
        )
        return Branch(runs=runs, children=(*children, *self._statements(rest)))

    def _family(self, family: Family, told: list[ResolvedStatement]) -> Branch:
        """Origins that count as one, why, and what they say."""
        names = list(dict.fromkeys(self.view.actor_name(o) for o in family.origins))
        head = phrases.CLAIMANTS_FAMILY if family.is_claimants else phrases.INDEPENDENT_FAMILY
        why = [Branch(runs=(say("One origin because: "), name(w))) for w in family.why if len(names) > 1]
        why += [
            Branch(
                runs=(
                    name(n),
                    say(f" by its record here: {phrases.learned_grade(record)}; no verdict rests on it"),
                )
            )
            for n in names
            if (record := self.view.learned(n)) is not None
        ]
        runs: Runs = (say(f"{head}: "), *joined([(name(n),) for n in names]))
        return Branch(runs=runs, children=(*why, *self._statements(told)))

    def _incident(self, claim: Claim) -> tuple[Branch, ...]:
        """All that is told of the incident, by family, and what joined it."""
        incident = self.view.incidents.get(claim.incident_id)
        if incident is None:
            return ()
        joins = [Branch(runs=capital((name(j.strip()),))) for j in incident.joined_by]
        families = self.view.families.get(incident.id, [])
        branches = [self._family(f, self.view.of(f.statement_ids)) for f in families]
        told = len({s.statement.document_id for s in self.view.of(incident.statement_ids)})
        origins = phrases.counted(len(families), "origin")
        words = f"{phrases.WHOLE_INCIDENT}: {phrases.counted(told, 'document')}, {origins}"
        return (Branch(runs=(say(words),), children=(*joins, *branches)),)

    def _statements(self, told: list[ResolvedStatement]) -> tuple[Branch, ...]:
        return tuple(self._statement(s) for s in told)

    def _statement(self, resolved: ResolvedStatement) -> Branch:
        """Who says it, in which document, and under that the quote."""
        marks = self.cite.mark([resolved.statement.id])
        day = day_words(resolved.known)
        verb = phrases.STANCE_VERBS[resolved.statement.stance]
        runs: Runs = (
            *capital(tellers(self.view, [resolved])),
            say(f" {verb}" + (f", {day} " if day else " ")),
            *marks,
        )
        place = (resolved.statement.document_id, resolved.statement.span)
        if place in self._quoted:
            return Branch(runs=runs)
        self._quoted.add(place)
        document = self.documents.get(place[0])
        words = quote(document, place[1], [resolved.statement]) if document else None
        told: Runs = (name(words, Style.QUOTE),) if words else (say("text no longer kept"),)
        where = f" {place[1].start}–{place[1].end} of {place[0]}"
        return Branch(runs=runs, children=(Branch(runs=(*told, say(where))),))
