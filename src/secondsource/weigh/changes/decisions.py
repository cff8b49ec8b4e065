"""What people decided in some days, in sentences: sources graded, documents withdrawn or corrected, names joined."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from secondsource.judgements import in_force
from secondsource.match.sources import PREFIX
from secondsource.records import Document, Judgement, JudgementKind
from secondsource.weigh.evidence import document_title, listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One judgement in a sentence without its reason; `document_ids` are the documents that it is about."""

    judgement: Judgement
    sentence: str
    document_ids: tuple[str, ...]


def decisions_between(
    judgements: Iterable[Judgement], since: date, until: date | None, documents: Mapping[str, Document]
) -> tuple[Decision, ...]:
    """The judgements made after `since` and up to `until`, oldest first.

    Left out are those that were taken back in the same days, with what took them back, and notes.
    """
    told = [j for j in judgements if until is None or j.at.date() <= until]
    held = {j.id for j in in_force(told)}
    before = {j.id for j in told if j.at.date() <= since}
    found = []
    for judgement in sorted(told, key=lambda j: (j.at, j.id)):
        if judgement.id in before or judgement.kind is JudgementKind.NOTE:
            continue
        takes_back = judgement.kind is JudgementKind.UNDO and before & set(judgement.subjects)
        if judgement.id in held or takes_back:
            found.append(_decision(judgement, documents))
    return tuple(found)


def _decision(judgement: Judgement, documents: Mapping[str, Document]) -> Decision:
    about = [documents[s] for s in judgement.subjects if s in documents]
    names = [_shown(s, documents) for s in judgement.subjects]
    return Decision(
        judgement=judgement,
        sentence=_SENTENCES[judgement.kind](judgement, listed(names), bool(about)),
        document_ids=tuple(d.id for d in about),
    )


def _shown(subject: str, documents: Mapping[str, Document]) -> str:
    if subject.startswith(PREFIX):
        return subject.removeprefix(PREFIX)
    document = documents.get(subject)
    if document is None:
        return subject
    title = document_title(document)
    return f"“{title}”" + (f" ({document.outlet})" if document.outlet else "") if title else subject


def _correct(judgement: Judgement, names: str, is_document: bool) -> str:
    value = judgement.value or "nothing"
    if judgement.field == "grade":
        return f"{names} was graded {value}"
    if judgement.field == "owner":
        return f"{names} was said to belong to {value}"
    return f"{judgement.field} of {names} was corrected to {value}"


_Sentence = Callable[[Judgement, str, bool], str]
_SENTENCES: Mapping[JudgementKind, _Sentence] = {
    JudgementKind.SAME: lambda j, n, d: f"{n} were taken for one",
    JudgementKind.NOT_SAME: lambda j, n, d: f"{n} were kept apart",
    JudgementKind.SPLIT: lambda j, n, d: f"{n} was parted from what it was joined to",
    JudgementKind.ACCEPT: lambda j, n, d: f"{n} was accepted",
    JudgementKind.REJECT: lambda j, n, d: f"{n} was {'withdrawn' if d else 'rejected'}",
    JudgementKind.CORRECT: _correct,
    JudgementKind.OVERRIDE: lambda j, n, d: f'The verdict on {n} was set to "{j.value}"',
    JudgementKind.UNDO: lambda j, n, d: f"{n} was taken back",
    JudgementKind.NOTE: lambda j, n, d: f"{n} was noted",
}
