"""The Python API: read a text, open a case, add, ask. The command line is a thin layer over it.

>>> import secondsource
>>> with secondsource.create_case("desk.db") as case:  # doctest: +SKIP
...     case.add(["articles/"])
...     case.claims().to_pandas()
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

from secondsource import pipeline, store, surroundings
from secondsource.codec import content_id
from secondsource.collect import (
    Failure,
    Given,
    Limits,
    SkippedRow,
    check_correction,
    collect_source,
    correct_documents,
    document_of_text,
    find_sources,
    shared_words,
)
from secondsource.errors import JudgementError, NotFoundError, SecondSourceError
from secondsource.judgements import newest_words, rejected_ids
from secondsource.match import find_repeats
from secondsource.measuring import GoldExport, Measured, export_checked, measure
from secondsource.pipeline import AddReport, Knowledge, Progress
from secondsource.reading import Reading, read_document, read_row, shared_pool
from secondsource.records import (
    Claim,
    Derived,
    Document,
    Incident,
    Judgement,
    JudgementKind,
    KnownActor,
    Place,
    ResolvedStatement,
    Statement,
    TieCase,
)
from secondsource.resolve import (
    PlaceEntry,
    Suggestion,
    open_gazetteer,
    read_actor_file,
    read_known_actors,
    read_place_file,
    resolve_statements,
    suggest_joins,
    with_own,
)
from secondsource.score import READING_FIELD
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
from secondsource.weigh import Sources, check_override, read_sources, reopen_evidence
from secondsource.weigh.changes import find_shifts
from secondsource.weigh.changes.decisions import decisions_between
from secondsource.weigh.changes.without import find_sources_named, leave_out

_QUIET: Progress = lambda step, done, total: None  # noqa: E731


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What one document says, kept nowhere: its statements, and each resolved with this document alone."""

    document: Document
    statements: tuple[Statement, ...]
    resolved: Mapping[str, ResolvedStatement]
    not_read: str | None


def read_text(
    text: str,
    *,
    published: str | None = None,
    outlet: str | None = None,
    language: str = "en",
    model: str | None = None,
) -> Read:
    """The statements in a text. `published` is a day, month or year in ISO 8601.

    Raises SecondSourceError if `published` is no day.
    """
    given = Given(published=published, outlet=outlet, language=language)
    document = document_of_text(text, given, surroundings.now())
    return _resolved(document, read_document(document, model), _knowledge(()))


def read_files(
    paths: Sequence[str], given: Given, *, limits: Limits | None = None, model: str | None = None
) -> Iterable[Read | Failure]:
    """What each file says, kept nowhere; a file that can't be read gives a Failure and the rest goes on."""
    knowledge = _knowledge(())
    at = surroundings.now()
    for source in find_sources(paths):
        for item in collect_source(source, given, at, limits or Limits()):
            if isinstance(item, Failure):
                yield item
            elif isinstance(item, SkippedRow):
                yield Failure(path=f"{item.path}, line {item.line}", reason=f"{item.reason}.")
            elif item.document.row is not None:
                yield _resolved(item.document, read_row(item.document), knowledge)
            else:
                (reading,) = shared_pool().read([item.document], model=model)
                yield _resolved(item.document, reading, knowledge)


def score(folder: str | Path, *, processes: int | None = None, progress: Progress = _QUIET) -> Measured:
    """How well the reader does on the annotated texts of a folder (NAME.txt with NAME.gold.json).

    Raises GoldError where it holds none.
    """
    return measure(Path(folder), processes=processes or os.cpu_count() or 1, progress=progress)


def create_case(path: str | Path) -> Case:
    """A new, empty case file. Raises CaseError if something is there."""
    return Case(store.create_case(Path(path)))


def open_case(path: str | Path) -> Case:
    """The case at `path`. Raises CaseError if there is none, or it is another version's."""
    return Case(store.open_case(Path(path)))


class Case:
    """A case: add to it, ask it, judge it. Every answer is current: what is outdated is derived anew first."""

    def __init__(self, kept: store.Case) -> None:
        self.kept = kept
        self._judgeable: tuple[str, tuple[str, ...]] = ("", ())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        self.kept.close()

    # --- adding

    def add(
        self,
        paths: Sequence[str],
        given: Given | None = None,
        *,
        limits: Limits | None = None,
        processes: int | None = None,
        model: str | None = None,
        progress: Progress = _QUIET,
    ) -> AddReport:
        """Collects files, folders and addresses, reads them, and derives the rest anew.

        `model` names another installed English pipeline, for example "en_core_web_trf".
        """
        at = surroundings.now()
        run = self.kept.start_run("add", at)
        report = pipeline.add(
            self.kept,
            find_sources(paths),
            given or Given(),
            at=at,
            knowledge=self.knowledge,
            limits=limits,
            processes=processes,
            model=model,
            run_id=run,
            progress=progress,
        )
        counts = {"added": report.added, "failed": len(report.failed), "statements": report.statements}
        self.kept.finish_run(run, surroundings.now(), counts)
        return report

    def add_places(self, path: Path) -> int:
        """Adds a file of places (CSV, GeoJSON, GeoNames dump) to this case's gazetteer; how many were new.

        Raises LexiconError.
        """
        added = self.kept.add_places(e.stored() for e in read_place_file(path))
        self.__dict__.pop("knowledge", None)
        return added

    def add_known_actors(self, path: Path) -> tuple[int, int]:
        """Adds a CSV or FollowTheMoney file of actors to what this case knows beforehand.

        How many were new, and how many entities are no organisations. Raises LexiconError.
        """
        listed = read_actor_file(path)
        added = self.kept.add_known_actors(listed.actors)
        self.__dict__.pop("knowledge", None)
        return added, listed.passed_over

    def rebuild(self, *, progress: Progress = _QUIET) -> str:
        """Derives everything anew from what is stored, without reading again; the digest of the result."""
        pipeline.rebuild(self.kept, self.knowledge, progress=progress)
        return self.kept.digest()

    def digest(self) -> str:
        """A hash of all that is derived: equal cases have equal digests on any machine."""
        self.derived()
        return self.kept.digest()

    # --- asking

    @cached_property
    def knowledge(self) -> Knowledge:
        """The gazetteer and the starter list of actors, each with what this case has of its own."""
        return _knowledge(self.kept.places(), self.kept.known_actors())

    def documents(self, as_of: date | None = None) -> dict[str, Document]:
        """Documents in force by id; with `as_of`, those that were public by then."""
        left_out = self.kept.left_out_ids(as_of)
        corrected = correct_documents(self.kept.documents(include_withdrawn=True), self.kept.judgements())
        return {d.id: d for d in corrected if d.id not in left_out and (as_of is None or d.known_on <= as_of)}

    def derived(self, as_of: date | None = None) -> Derived:
        """All that follows from the case; with `as_of`, from what was public by then."""
        if as_of is None:
            return pipeline.refresh(self.kept, self.knowledge)
        # Judgements are today's view of old documents: all of them count, whenever they were made.
        documents = tuple(self.documents(as_of).values())
        return pipeline.derive(
            documents,
            tuple(self.kept.statements(include_withdrawn=True)),
            self.kept.judgements(),
            self.knowledge,
        )

    def not_read(self) -> dict[str, str]:
        """Why a document was not read, by document id."""
        reasons = {r.document_id: r.reason for r in self.kept.readings()}
        waiting = "not read yet; adding anything goes on with it"
        return {i: why for i in self.kept.document_ids() if (why := reasons.get(i, waiting))}

    def sources_as_judged(self) -> Sources:
        """Grades and owners that people gave to outlets."""
        return read_sources(self.kept.judgements())

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
            _only(claim_id, [c.id for c in derived.claims], "claim"), derived, self.documents()
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
        only = None if document is None else self._document_id(document)
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
            Path(folder), documents, derived.statements, self.kept.judgements(), self._readings()
        )

    # --- judging

    def judge(
        self,
        kind: JudgementKind,
        subjects: Sequence[str],
        *,
        why: str,
        field: str | None = None,
        value: str | None = None,
        who: str | None = None,
    ) -> Judgement:
        """Records a person's decision, which wins over what was derived. Raises JudgementError."""
        subjects = self.check_judgement(kind, subjects, why=why, field=field, value=value)
        return self.keep_judgement(kind, subjects, why=why, field=field, value=value, who=who)

    def keep_judgement(
        self,
        kind: JudgementKind,
        subjects: Sequence[str],
        *,
        why: str,
        field: str | None = None,
        value: str | None = None,
        who: str | None = None,
    ) -> Judgement:
        """Records a decision that `check_judgement` let pass, about the subjects that it gave."""
        if kind is JudgementKind.ACCEPT and (reading := self._reading_accepted(subjects)):
            field, value = READING_FIELD, reading
        judgement = Judgement(
            id="",
            kind=kind,
            subjects=tuple(subjects),
            field=field,
            value=value,
            why=why.strip(),
            who=who or surroundings.user_name(),
            at=surroundings.now(),
        )
        judgement = replace(judgement, id=content_id("judgement", judgement))
        self.kept.add_judgement(judgement)
        return judgement

    def check_judgement(
        self,
        kind: JudgementKind,
        subjects: Sequence[str],
        *,
        why: str,
        field: str | None = None,
        value: str | None = None,
    ) -> list[str]:
        """The subjects with their ids in full, if the decision can be carried out: what is kept is kept for ever.

        Raises JudgementError or NotFoundError if it can't.
        """
        if not why.strip():
            raise JudgementError(kind.value, "a judgement needs a reason.", 'Say it with --why "…".')
        if not subjects:
            raise JudgementError(kind.value, "nothing was named to judge.", "Name the ids or names.")
        if kind is JudgementKind.UNDO:
            made = [j.id for j in self.kept.judgements()]
            return [_only(s, made, "judgement") for s in subjects]
        if kind is JudgementKind.CORRECT and not subjects[0].startswith("outlet:"):
            check_correction(field, value)
            return [self._document_id(s) for s in subjects]
        if kind is JudgementKind.CORRECT and field == "grade":
            _check_grade(subjects[0], value)
        if kind is JudgementKind.OVERRIDE:
            check_override(field, value)
        if kind in (JudgementKind.OVERRIDE, JudgementKind.ACCEPT, JudgementKind.REJECT):
            return [self._judged_id(s) for s in subjects]
        return list(subjects)

    def grade(self, outlet: str, grade: str, why: str) -> Judgement:
        """Grades an outlet's reliability A–F (Admiralty code)."""
        _check_grade(outlet, grade or "none")
        return self._correct_outlet(outlet, "grade", grade.upper(), why)

    def set_owner(self, outlet: str, owner: str, why: str) -> Judgement:
        """Says who owns an outlet; outlets with one owner are one origin family."""
        return self._correct_outlet(outlet, "owner", owner, why)

    def withdraw(self, document_id: str, why: str) -> Judgement:
        """Leaves a document out from now on (its outlet withdrew it, say); all is weighed again."""
        document = self._document_id(document_id)
        return self.judge(JudgementKind.REJECT, [document], why=why)

    def forget(self, document_id: str, why: str) -> tuple[str, tuple[Path, ...]]:
        """Removes a document's bytes and text for good; hash, day and reason stay.

        Gives the id forgotten, and the backup copies of the case that still hold the text.
        """
        document = self._document_id(document_id)
        copies = self.kept.forget(document, why, surroundings.user_name(), surroundings.now())
        return document, copies

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
        rejected_since = rejected_ids(self.kept.judgements()) - rejected_ids(made)
        left_out = (self.kept.left_out_ids(day) - rejected_since) | rejected_ids(made)
        corrected = correct_documents(self.kept.documents(include_withdrawn=True), made)
        documents = {d.id: d for d in corrected if d.id not in left_out and d.known_on <= day}
        statements = tuple(self.kept.statements(include_withdrawn=True))
        derived = pipeline.derive(tuple(documents.values()), statements, made, self.knowledge)
        return State(derived=derived, documents=documents)

    def _readings(self) -> dict[str, str]:
        """Reader and version that the statements are from, by the id of each document that was read."""
        return {r.document_id: f"{r.reader} {r.reader_version}" for r in self.kept.readings() if not r.reason}

    def _reading_accepted(self, subjects: Sequence[str]) -> str | None:
        """Reader and version whose statements one accepts with these documents; None where they are none."""
        documents = set(self.kept.document_ids()) & set(subjects)
        kept = self._readings() if documents else {}
        readings = {kept.get(d) for d in documents}
        if len(readings) > 1 or (documents and documents != set(subjects)):
            reason = "can't be said at once of documents and other things, or of documents read differently."
            raise JudgementError("accept", reason, "Accept them one after the other.")
        return readings.pop() if readings else None

    def _document_id(self, beginning: str) -> str:
        return _only(beginning, [d.id for d in self.kept.documents(include_withdrawn=True)], "document")

    def _judged_id(self, beginning: str) -> str:
        """The claim, incident, tie, statement or document meant, in full."""
        if self._judgeable[0] != (current := self.kept.inputs_digest()):
            # Made out once for as long as the case stays as it is: a file of judgements has many rows.
            documents = (d.id for d in self.kept.documents(include_withdrawn=True))
            derived = self.derived()
            known: list[Claim | Incident | TieCase | Statement] = [*derived.claims, *derived.incidents]
            known += [*derived.ties, *(s.statement for s in derived.statements)]
            self._judgeable = current, (*documents, *(k.id for k in known))
        return _only(beginning, self._judgeable[1], "claim")

    def _correct_outlet(self, outlet: str, field: str, value: str, why: str) -> Judgement:
        subject = f"outlet:{outlet}"
        return self.judge(JudgementKind.CORRECT, [subject], field=field, value=value, why=why)


def _check_grade(outlet: str, grade: str | None) -> None:
    if grade and grade.strip().upper() not in set("ABCDEF"):
        raise JudgementError(outlet, f'"{grade}" is no grade.', "Grades are A, B, C, D, E and F.")


def _resolved(document: Document, reading: Reading, knowledge: Knowledge) -> Read:
    resolution = resolve_statements(
        {document.id: document}, reading.statements, (), knowledge.gazetteer, knowledge.known_actors
    )
    return Read(
        document=document,
        statements=reading.statements,
        resolved={r.statement.id: r for r in resolution.statements},
        not_read=reading.not_read,
    )


def _knowledge(
    places: Iterable[tuple[Place, tuple[str, ...]]], actors: Sequence[KnownActor] = ()
) -> Knowledge:
    entries = tuple(PlaceEntry.from_stored(p) for p in places)
    known = read_known_actors()
    return Knowledge(
        gazetteer=open_gazetteer(surroundings.cache_folder(), entries),
        known_actors=with_own(known, actors) if actors else known,
    )


def _only(beginning: str, ids: Sequence[str], thing: str) -> str:
    """The one id that is, or begins with, what the user typed (with or without its prefix)."""
    found = [i for i in ids if i == beginning] or [
        i for i in ids if i.startswith(beginning) or i.partition(":")[2].startswith(beginning)
    ]
    if len(found) == 1 and beginning:
        return found[0]
    if not found:
        raise NotFoundError(
            beginning, f"no {thing} of this case has that id.", f'"secondsource {thing}s" lists all.'
        )
    raise NotFoundError(beginning, f"{len(found)} {thing}s begin so.", "Type more of it.")
