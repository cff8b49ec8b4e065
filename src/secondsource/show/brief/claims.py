"""Claims of responsibility with their verdicts; beside them what is said but nobody claims."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from secondsource.records import (
    ByStatus,
    Claim,
    Event,
    EventType,
    Outcome,
    ResolvedStatement,
    Side,
    Stance,
    Verdict,
    VerdictName,
)
from secondsource.show.brief import phrases
from secondsource.show.brief.absence import said_lines
from secondsource.show.brief.citing import Citer
from secondsource.show.brief.days import days_in_words
from secondsource.show.brief.parts import (
    Block,
    Bullets,
    Chance,
    Grounds,
    Line,
    Row,
    Run,
    Runs,
    Section,
    Style,
    Table,
    capital,
    joined,
    name,
    say,
)
from secondsource.show.brief.telling import (
    day_of,
    event_words,
    reached_us_through,
    says_which,
    target_names,
    tellers,
    tolls_of,
    when_known,
)
from secondsource.show.brief.view import View

# Verdicts from the best supported to those nobody addressed: the order of rows and of counts.
VERDICT_ORDER = (
    VerdictName.CORROBORATED,
    VerdictName.PARTLY_CORROBORATED,
    VerdictName.CONTESTED,
    VerdictName.UNCORROBORATED,
    VerdictName.CONTRADICTED,
    VerdictName.NOT_ADDRESSED,
)
_MOST_ROWS = 60
_MOST_LINES = 12
_MOST_ABSENT = 3


def attack_claims(view: View) -> list[Claim]:
    """Claims of attacks and abductions, the best supported first, then by day."""
    return sorted((c for c in view.claims.values() if _is_attack(view, c)), key=lambda c: _rank(view, c))


def fullest(statements: list[ResolvedStatement]) -> ResolvedStatement:
    """The statement that tells most of an event; the earliest of equals."""
    return max(statements, key=details_told)


def chances_of(view: View) -> tuple[Chance, ...]:
    """How likely each claimed event is, in the order of the claims' ids; none where a person set the verdict."""
    told = ((c, view.verdict(c.id, Side.EVENT)) for c in view.claims.values())
    return tuple(
        Chance(
            claim_id=claim.id,
            claimant=view.actor_name(claim.claimant_id),
            verdict=verdict.name,
            probability=verdict.probability,
            weights=verdict.weights,
        )
        for claim, verdict in told
        if verdict is not None and verdict.probability is not None
    )


def claim_words(view: View, claim: Claim) -> Runs:
    """What is claimed: "attack on X near Y"."""
    statements = view.of(claim.statement_ids)
    return event_words(max(statements, key=_says_the_deed)) if statements else (say("an event"),)


def claim_day(view: View, claim: Claim) -> Runs:
    """The day that is claimed."""
    statements = view.of(claim.statement_ids)
    dated = [s for s in statements if s.when]
    return day_of(fullest(dated or statements)) if statements else (say(phrases.DAY_NOT_KNOWN),)


def claim_when(view: View, claim: Claim) -> Runs:
    """The day that is claimed as the end of a phrase: ", 6 May 2021"; nothing where none is told."""
    statements = view.of(claim.statement_ids)
    dated = [s for s in statements if s.when]
    return when_known(fullest(dated)) if dated else ()


def claims_section(view: View, cite: Citer, *, has_absent: bool = True) -> Section:
    """The table of claims, what else is claimed, and what is accused or reported of somebody who claims nothing.

    `has_absent`: what a text says is not claimed stands here too.
    """
    attacks = attack_claims(view)
    blocks: list[Block] = []
    if attacks:
        rows = tuple(_row(view, cite, c) for c in attacks[:_MOST_ROWS])
        blocks.append(Table(columns=phrases.CLAIM_COLUMNS, rows=rows))
        blocks += _left_out(len(attacks) - _MOST_ROWS, "claims are", "secondsource claims")
    else:
        blocks.append(Line(runs=(say(phrases.NO_CLAIMS),), grounds=Grounds.ABSENCE))
    also = [c for c in view.claims.values() if not _is_attack(view, c)]
    if also:
        lines = tuple(_other_claim(view, cite, c) for c in also[:_MOST_LINES])
        blocks.append(Bullets(lead=phrases.ALSO, lines=lines))
        blocks += _left_out(len(also) - _MOST_LINES, "claims are", "secondsource claims")
    accused = _not_claims(view, cite)
    absent = said_lines(view)[:_MOST_ABSENT] if has_absent else ()
    if accused or absent:
        lines = tuple(write() for write in accused[:_MOST_LINES])
        blocks.append(Bullets(lead=phrases.NOT_CLAIMS, lines=(*lines, *absent)))
        blocks += _left_out(
            len(accused) - _MOST_LINES, "accusations and reports are", "secondsource incidents"
        )
    return Section(key="claims", title=phrases.CLAIMS, blocks=tuple(blocks))


def verdict_words(cite: Citer, verdict: Verdict | None) -> Runs:
    """A verdict with its reasons, each with its citations."""
    if verdict is None:
        return (say(phrases.NONE),)
    runs: list[Run] = [say(verdict.name.value, Style.STRONG)]
    if verdict.is_disputed:
        runs += [say(", "), say(phrases.DISPUTED, Style.STRONG)]
    telling = [r for r in verdict.reasons if r.rule not in phrases.SAYS_NO_MORE]
    reasons = [reason_words(cite, r.sentence, r.statement_ids) for r in telling]
    return (*runs, say(": "), *joined(reasons, "; ")) if reasons else tuple(runs)


def reason_words(cite: Citer, sentence: str, statement_ids: tuple[str, ...]) -> Runs:
    """A reason without its full stop, with its citations."""
    marks = cite.mark(statement_ids)
    words = name(inner_sentence(sentence))
    return (words, say(" "), *marks) if marks else (words,)


def inner_sentence(sentence: str) -> str:
    """A sentence as part of another: without its full stop, small where its first word is no name."""
    words = days_in_words(sentence.strip().rstrip("."))
    first = words.partition(" ")[0]
    return first.lower() + words[len(first) :] if first in phrases.SMALL_WORDS else words


def _row(view: View, cite: Citer, claim: Claim) -> Row:
    statements = view.of(claim.statement_ids)
    return Row(
        cells=(
            (name(view.actor_name(claim.claimant_id)),),
            claim_words(view, claim),
            claim_day(view, claim),
            (
                *reached_us_through(view, statements, claim.claimant_id),
                say(" "),
                *cite.mark(claim.statement_ids),
            ),
            verdict_words(cite, view.verdict(claim.id, Side.EVENT)),
            verdict_words(cite, view.verdict(claim.id, Side.AUTHORSHIP)),
        )
    )


def _other_claim(view: View, cite: Citer, claim: Claim) -> Line:
    return Line(
        runs=(
            *claim_words(view, claim),
            *claim_when(view, claim),
            say(": claimed by "),
            name(view.actor_name(claim.claimant_id)),
            say(". "),
            *cite.mark(claim.statement_ids),
        )
    )


def _not_claims(view: View, cite: Citer) -> list[Callable[[], Line]]:
    """What writes each line: one beyond the limit would take numbers for quotes that nobody sees."""
    groups: dict[tuple[str, str, ByStatus], list[ResolvedStatement]] = {}
    for resolved in view.of_kind(Event):
        event = resolved.statement.proposition
        incident = view.incident_of(resolved.statement.id)
        if not isinstance(event, Event) or not says_which(resolved):
            continue
        claimants = {c.claimant_id for c in view.claims_of.get(incident.id, [])} if incident else set()
        for i, by in enumerate(event.by):
            who = view.role_key(resolved, "by", i, by.actor.name)
            if by.status in (ByStatus.ACCUSED, ByStatus.REPORTED) and who not in claimants:
                place = incident.id if incident else resolved.statement.id
                groups.setdefault((place, who, by.status), []).append(resolved)
    lines = [partial(_accusation, view, cite, w, status, told) for (_, w, status), told in _by_weight(groups)]
    unclaimed = []
    for resolved, finding in view.findings():
        incident = view.incident_of(finding.of) if finding.of else None
        # Of an event that nobody can point at, "nobody has claimed it" says nothing.
        is_told = finding.of in view.statements
        if (
            is_told
            and finding.outcome is Outcome.UNCLAIMED
            and not (incident and view.claims_of.get(incident.id))
        ):
            unclaimed.append(partial(_unclaimed, view, cite, resolved, finding.of))
    return [*lines, *unclaimed]


def _by_weight(
    groups: dict[tuple[str, str, ByStatus], list[ResolvedStatement]],
) -> list[tuple[tuple[str, str, ByStatus], list[ResolvedStatement]]]:
    """Accusations before reports, what more documents tell before what fewer do."""
    return sorted(groups.items(), key=lambda g: (g[0][2] is not ByStatus.ACCUSED, -len(g[1])))


def _accusation(view: View, cite: Citer, who: str, status: ByStatus, told: list[ResolvedStatement]) -> Line:
    denied = [s for s in told if s.statement.stance is Stance.DENIES]
    said = [s for s in told if s.statement.stance is not Stance.DENIES]
    doubted = all(s.statement.stance is Stance.DOUBTS for s in told)
    voices: list[Runs] = [(say(f"{phrases.STATUS_VERBS[status]} "), *tellers(view, said))] if said else []
    voices += [(say(f"{phrases.DENIED_BY} "), *tellers(view, denied))] if denied else []
    first = fullest(said or denied)
    return Line(
        runs=(
            *capital(event_words(first, with_toll=False)),
            say(" by "),
            name(view.actor_name(who)),
            *tolls_of(first),
            *when_known(first),
            say(": "),
            *joined(voices, "; "),
            say(f", {phrases.REPORTEDLY}. " if doubted else ". "),
            *cite.mark(s.statement.id for s in told),
        )
    )


def _unclaimed(view: View, cite: Citer, resolved: ResolvedStatement, of: str | None) -> Line:
    about = view.of([of] if of else [])
    what: Runs = event_words(about[0]) if about else (say("the event"),)
    day: Runs = when_known(about[0]) if about else ()
    return Line(
        runs=(
            *capital(what),
            *day,
            say(": nobody has claimed it, says "),
            *tellers(view, [resolved]),
            say(". "),
            *cite.mark([resolved.statement.id]),
        )
    )


def _left_out(more: int, what: str, command: str) -> list[Line]:
    if more <= 0:
        return []
    sentence = phrases.LEFT_OUT.format(count=more, what=what, command=command)
    return [Line(runs=(say(sentence),), grounds=Grounds.COUNT)]


def _is_attack(view: View, claim: Claim) -> bool:
    events = [s.statement.proposition for s in view.of(claim.statement_ids)]
    return any(isinstance(e, Event) and e.type in phrases.VIOLENT for e in events)


def _rank(view: View, claim: Claim) -> tuple[int, str, str, str]:
    verdict = view.verdict(claim.id, Side.EVENT)
    days = [s.when.earliest.isoformat() for s in view.of(claim.statement_ids) if s.when and s.when.earliest]
    rank = VERDICT_ORDER.index(verdict.name) if verdict else len(VERDICT_ORDER)
    return (rank, min(days, default="9999"), view.actor_name(claim.claimant_id), claim.id)


def _says_the_deed(resolved: ResolvedStatement) -> tuple[bool, bool, int]:
    """For choosing the telling that says what was done and to what, before one of the harm that came of it."""
    event = resolved.statement.proposition
    if not isinstance(event, Event):
        return (False, False, 0)
    return (event.type is not EventType.KILLING, bool(target_names(event)), details_told(resolved))


def details_told(resolved: ResolvedStatement) -> int:
    """How many details of an event a statement tells."""
    event = resolved.statement.proposition
    if not isinstance(event, Event):
        return 0
    told = (event.on, event.place, resolved.when, event.killed, event.injured, event.abducted, event.means)
    return sum(bool(x) for x in told)
