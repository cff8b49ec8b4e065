"""Which claim a reported check is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from secondsource.match.tellings import event_of
from secondsource.records import Claim, Finding, Outcome, ResolvedStatement
from secondsource.weigh.evidence import Evidence
from secondsource.weigh.phrases import says

_WORD = re.compile(r"[^\W_]+")
_DAY_WORD = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tues|wednes|thurs|fri|satur|sun)[a-z]*\b",
    re.IGNORECASE,
)
_EXACT_DAY = re.compile(rf"{_DAY_WORD.pattern}\s\d{{1,2}}\b|\b\d{{1,2}}\s{_DAY_WORD.pattern}", re.IGNORECASE)
# A check follows what it checks: "But there is no evidence for it" stands in one of the next sentences.
_NEXT_CHARACTERS = 300
_SMALL = frozenset(
    ("a", "an", "the", "of", "in", "on", "at", "to", "for", "by", "near", "and", "or", "it", "its", "that")
)


def attach_findings(
    claims: Sequence[Claim], evidence: Evidence
) -> Mapping[str, tuple[ResolvedStatement, ...]]:
    """The checks of each claim (claim id → findings, by id).

    A finding is about the statement that it names; else about the claim whose day, place and target stand in
    its words; else, where it speaks of a claim or an attack at all, about the one told just before it in its
    text. "No group has claimed it" checks no claim.
    """
    found: dict[str, list[ResolvedStatement]] = {}
    for item in evidence.findings:
        finding = item.statement.proposition
        assert isinstance(finding, Finding)
        if finding.outcome is Outcome.UNCLAIMED:
            continue
        for claim in _checked(item, finding, claims, evidence):
            found.setdefault(claim.id, []).append(item)
    return {c: tuple(sorted(items, key=lambda i: i.statement.id)) for c, items in sorted(found.items())}


def finding_words(item: ResolvedStatement, evidence: Evidence) -> str:
    """What a finding says: its sentence and the words of what it checks."""
    finding = item.statement.proposition
    what = finding.what.name if isinstance(finding, Finding) and finding.what else ""
    return f"{evidence.sentence(item)} {what}".strip()


def _checked(
    item: ResolvedStatement, finding: Finding, claims: Sequence[Claim], evidence: Evidence
) -> list[Claim]:
    if finding.of is not None and finding.of in evidence.statements:
        incident = evidence.incident_of.get(finding.of)
        own = [c for c in claims if finding.of in c.statement_ids]
        return own or [c for c in claims if c.incident_id == incident]
    words = finding_words(item, evidence)
    if says("about_a_channel", words) and not says(
        "about_an_event", finding.what.name if finding.what else ""
    ):
        return []
    document_id = item.statement.document_id
    here = [c for c in claims if _documents(c, evidence) & {document_id}]
    if not here:
        # "We withdraw our report; a reporter could not confirm it": the text tells of the incident, not of its claim.
        told = evidence.incidents_in.get(document_id, frozenset())
        here = [c for c in claims if c.incident_id in told]
    scored = [(score, c) for c in here if (score := _likeness(words, c, evidence)) > 0]
    if not scored:
        named = _named_claims(words, claims, evidence)
        scored = [(score, c) for c in named if (score := _likeness(words, c, evidence)) >= 4]
    if scored:
        best = max(score for score, _ in scored)
        chosen = [c for score, c in scored if score == best]
        incidents = {c.incident_id for c in chosen}
        if len(incidents) == 1:
            return chosen
        here = chosen
    if _DAY_WORD.search(words) and not scored:
        return []  # it names a day, and it is that of no claim here
    if not says("about_an_event", words):
        return []
    return _just_before(item, here, evidence)


def _named_claims(words: str, claims: Sequence[Claim], evidence: Evidence) -> list[Claim]:
    """Claims told elsewhere whose claimant the words name in full."""
    told = frozenset(_words(words))
    actors = evidence.actors
    return [c for c in claims if (a := actors.get(c.claimant_id)) and frozenset(_words(a.name)) <= told]


def _likeness(words: str, claim: Claim, evidence: Evidence) -> int:
    """3 for the claim's day, 2 for its place, 1 for a word of its target, 1 for its claimant; 0 for another day."""
    told = frozenset(_words(words))
    best = 0
    for item in evidence.events(claim.statement_ids):
        event = event_of(item)
        score = 0
        if event.when is not None:
            day = frozenset(_words(event.when.words))
            if _EXACT_DAY.search(words) and not any(w.isdigit() for w in day):
                pass  # "the April 17 attack" is not every attack told of April
            elif day and day <= told:
                score += 3
            elif _DAY_WORD.search(words) and _DAY_WORD.search(event.when.words):
                continue
        place = event.place.name if event.place else (item.place.place.name if item.place else "")
        if place and frozenset(_words(place)) <= told:
            score += 2
        target = frozenset(w for m in event.on for w in _words(m.name))
        score += min(2, len(target & told))
        actor = evidence.actors.get(claim.claimant_id)
        if actor and frozenset(_words(actor.name)) <= told:
            score += 1
        best = max(best, score)
    return best


def _just_before(item: ResolvedStatement, claims: Iterable[Claim], evidence: Evidence) -> list[Claim]:
    """The claims whose telling (or whose incident's, without the claim) ends last before the finding, if near."""
    seated = []
    for claim in claims:
        is_told = item.statement.document_id in _documents(claim, evidence)
        for told in evidence.events(claim.statement_ids if is_told else evidence.told_of(claim.incident_id)):
            span = told.statement.span
            if told.statement.document_id != item.statement.document_id:
                continue
            distance = max(0, item.statement.span.start - span.end)
            if span.start <= item.statement.span.start and distance <= _NEXT_CHARACTERS:
                seated.append((distance, claim))
    if not seated:
        return []
    nearest = min(d for d, _ in seated)
    return list({c.id: c for d, c in seated if d == nearest}.values())


def _documents(claim: Claim, evidence: Evidence) -> set[str]:
    return {evidence.statements[s].statement.document_id for s in claim.statement_ids}


def _words(text: str) -> list[str]:
    return [w for w in _WORD.findall(text.casefold()) if w not in _SMALL]
