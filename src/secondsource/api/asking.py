"""Asking a case: brief, tables, reasons, what changed, what if, what is not claimed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from secondsource import pipeline, store
from secondsource.api.held import Held
from secondsource.api.ids import only_one
from secondsource.collect import shared_words
from secondsource.errors import SecondSourceError
from secondsource.judgements import newest_words, rejected_ids
from secondsource.match import find_repeats
from secondsource.measuring import GoldExport, export_checked
from secondsource.records import Derived
from secondsource.resolve import Suggestion, suggest_joins
from secondsource.show import tables
from secondsource.show.absences import absences_answer
from secondsource.show.answers import Entry
from secondsource.show.brief import Brief, Question, compose_brief
from secondsource.show.explain import Tree, explain_claim
from secondsource.show.state import State
from secondsource.show.statement_table import statements_table
from secondsource.show.tables import Table
from secondsource.show.what_changed import changes_answer
from secondsource.show.what_if import what_if_answer
from secondsource.show.what_was_decided import Decided
from secondsource.weigh import reopen_evidence
from secondsource.weigh.changes import find_shifts
from secondsource.weigh.changes.decisions import decisions_between
from secondsource.weigh.changes.without import find_sources_named, leave_out


class Asking(Held):
    """A case as one asks it. `as_of` answers with what was public by that day."""

    def brief(self, question: Question | None = None) -> Brief:
        """The cited brief. `Question` narrows it to an actor or place, and to what was known by a day."""
        question = question or Question()
        documents, judged = self.documents(question.as_of), self.sources_as_judged()
        grades = {
            d.outlet: grade for d in documents.values() if d.outlet and (grade := judged.grade(d.outlet))
        }
        not_read = tuple((i, why) for i, why in sorted(self.not_read().items()) if i in documents)
        derived = self.derived(question.as_of)
        pairs = [frozenset((s.one_id, s.other_id)) for s in self._suggestions(derived)]
        listed = self.knowledge.known_actors.actors
        return compose_brief(derived, documents, question, not_read, grades, pairs, listed)

    def explain(self, claim_id: str) -> Tree:
        """Why a claim's verdicts are what they are, down to the quotes. Raises NotFoundError."""
        derived = self.derived()
        return explain_claim(
            only_one(claim_id, [c.id for c in derived.claims], "claim"), derived, self.documents()
        )

    def changes(self, since: date, as_of: date | None = None) -> Entry:
        """What changed after a day, by publication and collection; `as_of` ends it. Rates go by the day of events.

        Raises SecondSourceError if it would end before it begins.
        """
        if as_of is not None and as_of < since:
            reason = f"nothing can be known after {since} and by {as_of}."
            raise SecondSourceError("changes", reason, "Name an earlier --since or a later --as-of.")
        before, after = self._state(since), self._state(as_of)
        made = tuple(self.kept.judgements())
        # What decisions changed is told apart from what news changed: the old documents, judged as they were then.
        has_decided = bool(decisions_between(made, since, as_of))
        decided = Decided(judgements=made, then=self._judged_by(since)) if has_decided else None
        return changes_answer(since, as_of, before, after, decided)

    def what_if_without(self, outlets: Sequence[str], as_of: date | None = None) -> Entry:
        """Which verdicts and ties would change without the word of these outlets; nothing of it is kept.

        Raises NotFoundError for an outlet that the case doesn't hold, naming the nearest.
        """
        documents, derived = self.documents(as_of), self.derived(as_of)
        names = find_sources_named(outlets, derived, documents)
        repeats = find_repeats(derived.statements, documents, derived.copies, shared_words)
        left_out = leave_out(names, derived, documents, repeats)
        rest = {i: d for i, d in documents.items() if i not in left_out.document_ids}
        statements = self.kept.statements(include_withdrawn=True)
        told = tuple(s for s in statements if s.id not in left_out.statement_ids)
        without = pipeline.derive(tuple(rest.values()), told, self.kept.judgements(), self.knowledge)
        return what_if_answer(
            left_out, State(derived=derived, documents=documents), State(derived=without, documents=rest)
        )

    def not_claimed(self, actor: str, as_of: date | None = None) -> Entry:
        """What an actor has not claimed, by kind and country of target, with the coverage that it rests on.

        Raises NotFoundError for a name that the case doesn't hold, or that several bear.
        """
        return absences_answer(actor, self.derived(as_of), self.documents(as_of))

    def search(self, words: str, limit: int = 20) -> tuple[store.Hit, ...]:
        """Documents and statements that hold the words."""
        return tuple(self.kept.search(words, limit))

    def actors(self, as_of: date | None = None) -> Table:
        """Every actor with its names."""
        return tables.actors_table(self.derived(as_of))

    def suggestions(self, as_of: date | None = None) -> Table:
        """Actors that may be one, for a person to decide."""
        return tables.suggestions_table(self._suggestions(self.derived(as_of)))

    def claims(self, as_of: date | None = None) -> Table:
        """Every claim of responsibility with its two verdicts."""
        return tables.claims_table(self.derived(as_of), self.documents(as_of))

    def incidents(self, as_of: date | None = None) -> Table:
        """Every incident with its details side by side."""
        return tables.incidents_table(self.derived(as_of))

    def ties(self, as_of: date | None = None) -> Table:
        """Every alleged tie with the origins for and against it."""
        return tables.ties_table(self.derived(as_of))

    def sources(self, as_of: date | None = None) -> Table:
        """Every outlet with its grade, what the case lets learn of it, owner and documents."""
        learned = self.derived(as_of).reliabilities
        return tables.sources_table(self.documents(as_of).values(), self.sources_as_judged(), learned)

    def documents_table(self, as_of: date | None = None) -> Table:
        """Every document in force, with where its day was found and whether it was read."""
        return tables.documents_table(self.documents(as_of).values(), self.not_read())

    def statements(self, document: str | None = None, as_of: date | None = None) -> Table:
        """Every statement of the case, or of one document: who tells it, what it says, with which words."""
        only = None if document is None else self.document_id(document)
        told = self.derived(as_of).statements
        wanted = [s for s in told if only in (None, s.statement.document_id)]
        judged = {i: j.kind for i, j in newest_words(self.kept.judgements()).items()}
        return statements_table(wanted, self.documents(as_of), judged)

    def export_gold(self, folder: str | Path) -> GoldExport:
        """Writes each document that was accepted as an annotated text, with the statements that nobody rejected.

        What the reader missed isn't in them; recall means something once a person has added it.
        """
        derived, documents = self.derived(), self.documents()
        return export_checked(
            Path(folder), documents, derived.statements, self.kept.judgements(), self.readings()
        )

    def _suggestions(self, derived: Derived) -> tuple[Suggestion, ...]:
        known = self.knowledge.known_actors
        return suggest_joins(derived.actors, derived.aliases, self.kept.judgements(), known)

    def _state(self, as_of: date | None) -> State:
        """The case as it stood on a day, with whose rate and targets had shifted by then."""
        derived, documents = self.derived(as_of), self.documents(as_of)
        shifts = find_shifts(reopen_evidence(derived, documents), derived.claims, documents)
        rejected = rejected_ids(self.kept.judgements())
        return State(derived=derived, documents=documents, shifts=shifts, rejected=rejected)

    def _judged_by(self, day: date) -> State:
        """The case as it stood on a day, with the judgements that had been made by then alone."""
        made = tuple(j for j in self.kept.judgements() if j.at.date() <= day)
        documents = self.documents_as_judged(made, day)
        return State(derived=self.derived_from(documents, made), documents=documents)
