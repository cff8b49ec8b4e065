"""Findings with the statement that they check, where the text leaves no doubt which one it is.

That is the one event or tie told in the finding's own sentence, else the one event of a place or day that the finding
names, else the one told in the sentence before.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from secondsource.read.english.draft import Draft
from secondsource.read.english.events.triggers import find_triggers
from secondsource.read.english.parsed import ParsedText
from secondsource.records import ByStatus, Event, Finding, Outcome, Span, Stance, Tie

_SHORTEST_NAME = 3


def with_checked(parsed: ParsedText, drafts: list[Draft], id_of: Callable[[Draft], str]) -> list[Draft]:
    """The drafts, findings among them with `of` where it can be told; none in a text without actor or deed."""
    if not _tells_of_conflict(parsed):
        drafts = [d for d in drafts if not isinstance(d.proposition, Finding)]
    told = [d for d in drafts if isinstance(d.proposition, Event | Tie) and d.stance is not Stance.DENIES]
    sentences = [parsed.span(s.start, s.end) for s in parsed.sentences]
    return [_linked(parsed, draft, told, sentences, id_of) for draft in drafts]


def _tells_of_conflict(parsed: ParsedText) -> bool:
    """True if the text names an actor or a deed; "no evidence that the pill cures" alone checks nothing of ours."""
    return any(m.is_named for m in parsed.mentions) or bool(find_triggers(parsed.doc))


def _linked(
    parsed: ParsedText, draft: Draft, told: list[Draft], sentences: list[Span], id_of: Callable[[Draft], str]
) -> Draft:
    finding = draft.proposition
    if not isinstance(finding, Finding) or finding.of is not None:
        return draft
    at = next((k for k, s in enumerate(sentences) if s.overlaps(draft.span)), None)
    if at is None:
        return draft
    fitting = [d for d in told if _may_be_checked(finding, d)]
    here = [d for d in fitting if sentences[at].overlaps(d.span)]
    found = _only(here)
    if not here:
        words = parsed.text[draft.span.start : draft.span.end]
        named = [d for d in fitting if d.span.end <= draft.span.start and _is_named(d, words)]
        found = _only(named)
        if not named and at > 0:
            found = _only([d for d in fitting if sentences[at - 1].overlaps(d.span)])
    return draft if found is None else replace(draft, proposition=replace(finding, of=id_of(found)))


def _may_be_checked(finding: Finding, draft: Draft) -> bool:
    """Only an event that nobody claims in the same words is unclaimed."""
    if finding.outcome is not Outcome.UNCLAIMED:
        return True
    event = draft.proposition
    return isinstance(event, Event) and all(b.status is not ByStatus.CLAIMED for b in event.by)


def _only(drafts: list[Draft]) -> Draft | None:
    """The one draft; of several the one that an actor claims, if only one does."""
    if len(drafts) > 1:
        drafts = [
            d
            for d in drafts
            if isinstance(d.proposition, Event)
            and any(b.status is ByStatus.CLAIMED for b in d.proposition.by)
        ]
    return drafts[0] if len(drafts) == 1 else None


def _is_named(draft: Draft, words: str) -> bool:
    """True if the words name the event's place or repeat its day."""
    event = draft.proposition
    if not isinstance(event, Event):
        return False
    names = [event.place.name if event.place else "", event.when.words if event.when else ""]
    # "April" is not named by "the April 17 attack": that is one day of it, and perhaps another attack.
    return any(
        len(n) > _SHORTEST_NAME and re.search(rf"(?<!\d )(?<!\w){re.escape(n)}(?!\w)(?! \d)", words)
        for n in names
    )
