"""What people decided in some days, in sentences: sources graded, documents withdrawn or corrected, names joined."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from secondsource.judgements import in_force
from secondsource.match.sources import PREFIX
from secondsource.records import Judgement, JudgementKind
from secondsource.weigh.evidence import listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One judgement in a sentence without its reason."""

    judgement: Judgement
    sentence: str


def decisions_between(
    judgements: Iterable[Judgement], since: date, until: date | None, names: Mapping[str, str] | None = None
) -> tuple[Decision, ...]:
    """The judgements made after `since` and up to `until`, oldest first. `names` are words for ids.

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
            found.append(Decision(judgement=judgement, sentence=_sentence(judgement, names or {})))
    return tuple(found)


def _sentence(judgement: Judgement, names: Mapping[str, str]) -> str:
    shown = [names.get(s, s.removeprefix(PREFIX)) for s in judgement.subjects]
    is_document = any(s.startswith(("sha256:", "document:")) for s in judgement.subjects)
    return _SENTENCES[judgement.kind](judgement, listed(shown), is_document)


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
