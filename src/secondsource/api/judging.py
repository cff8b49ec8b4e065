"""Judging a case: a person's decisions, which win over what was derived."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from secondsource import store, surroundings
from secondsource.api.held import Held
from secondsource.api.ids import only_one
from secondsource.codec import content_id
from secondsource.collect import check_correction
from secondsource.errors import JudgementError
from secondsource.records import Claim, Incident, Judgement, JudgementKind, Statement, TieCase
from secondsource.score import READING_FIELD
from secondsource.weigh import check_override


class Judging(Held):
    """A case as one judges it."""

    def __init__(self, kept: store.Case) -> None:
        super().__init__(kept)
        self._judgeable: tuple[str, tuple[str, ...]] = ("", ())

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
            return [only_one(s, made, "judgement") for s in subjects]
        if kind is JudgementKind.CORRECT and not subjects[0].startswith("outlet:"):
            check_correction(field, value)
            return [self.document_id(s) for s in subjects]
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
        document = self.document_id(document_id)
        return self.judge(JudgementKind.REJECT, [document], why=why)

    def forget(self, document_id: str, why: str) -> tuple[str, tuple[Path, ...]]:
        """Removes a document's bytes and text for good; hash, day and reason stay.

        Gives the id forgotten, and the backup copies of the case that still hold the text.
        """
        document = self.document_id(document_id)
        copies = self.kept.forget(document, why, surroundings.user_name(), surroundings.now())
        return document, copies

    def _reading_accepted(self, subjects: Sequence[str]) -> str | None:
        """Reader and version whose statements one accepts with these documents; None where they are none."""
        documents = set(self.kept.document_ids()) & set(subjects)
        kept = self.readings() if documents else {}
        readings = {kept.get(d) for d in documents}
        if len(readings) > 1 or (documents and documents != set(subjects)):
            reason = "can't be said at once of documents and other things, or of documents read differently."
            raise JudgementError("accept", reason, "Accept them one after the other.")
        return readings.pop() if readings else None

    def _judged_id(self, beginning: str) -> str:
        """The claim, incident, tie, statement or document meant, in full."""
        if self._judgeable[0] != (current := self.kept.inputs_digest()):
            # Made out once for as long as the case stays as it is: a file of judgements has many rows.
            documents = (d.id for d in self.kept.documents(include_withdrawn=True))
            derived = self.derived()
            known: list[Claim | Incident | TieCase | Statement] = [*derived.claims, *derived.incidents]
            known += [*derived.ties, *(s.statement for s in derived.statements)]
            self._judgeable = current, (*documents, *(k.id for k in known))
        return only_one(beginning, self._judgeable[1], "claim")

    def _correct_outlet(self, outlet: str, field: str, value: str, why: str) -> Judgement:
        subject = f"outlet:{outlet}"
        return self.judge(JudgementKind.CORRECT, [subject], field=field, value=value, why=why)


def _check_grade(outlet: str, grade: str | None) -> None:
    if grade and grade.strip().upper() not in set("ABCDEF"):
        raise JudgementError(outlet, f'"{grade}" is no grade.', "Grades are A, B, C, D, E and F.")
