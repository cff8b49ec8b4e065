"""Claims and ties that are supported otherwise than before, each with what made the difference."""

from __future__ import annotations

from secondsource.records import Claim, Reason, Side, TieVoice, Verdict, Weight
from secondsource.show.answers import Entry, Figure, Quoter
from secondsource.show.brief import phrases
from secondsource.show.brief.claims import claim_when, claim_words
from secondsource.show.brief.days import days_in_words
from secondsource.show.brief.parts import Runs, Style, joined, name, say
from secondsource.show.brief.ties import tie_words
from secondsource.show.brief.view import View
from secondsource.weigh.changes import ClaimChange, Difference, TieChange, VerdictChange

_MOST_REASONS = 4
# A weight that moves the log-odds less explains nothing.
_LEAST_WEIGHT = 0.3


def claim_name(view: View, claim: Claim) -> Runs:
    """ "Lantern Movement: bombing of the mill in Sorna, 3 March 2031"."""
    return (
        name(view.actor_name(claim.claimant_id), Style.STRONG),
        say(": "),
        *claim_words(view, claim),
        *claim_when(view, claim),
    )


def support_entries(before: View, after: View, quoter: Quoter, found: Difference) -> list[Entry]:
    """Claims known then whose verdict moved, ties with new voices, claims that are no longer told."""
    entries = [claim_entry(before, after, quoter, c) for c in found.claims]
    entries += [tie_entry(before, after, quoter, t) for t in found.ties if t.before is not None]
    entries += [lost_claim_entry(before, quoter, c, "no longer told as a claim") for c in found.gone_claims]
    return entries


def claim_entry(before: View, after: View, quoter: Quoter, change: ClaimChange) -> Entry:
    """One claim with each verdict, old → new, and the reasons that came and went."""
    return quoter.entry(
        claim_name(after, change.after),
        key="claim",
        figures={"claim": change.after.id, "claimant": after.actor_name(change.after.claimant_id)},
        entries=[_side(before, after, quoter, v) for v in change.verdicts],
    )


def lost_claim_entry(before: View, quoter: Quoter, claim: Claim, why: str) -> Entry:
    """A claim that is no longer there, with the verdict that it had."""
    verdict = before.verdict(claim.id, Side.EVENT)
    was = f", was {verdict.name.value}" if verdict else ""
    return quoter.entry(
        (*claim_name(before, claim), say(f"{was}: {why}.")),
        key="claim",
        figures={"claim": claim.id, "claimant": before.actor_name(claim.claimant_id)},
    )


def tie_entry(before: View, after: View, quoter: Quoter, change: TieChange) -> Entry:
    """One tie with the voices that came and went."""
    view, tie = (after, change.after) if change.after else (before, change.before)
    assert tie is not None
    told = [
        *_voices(after, "said by", "now also said by", change.for_came, bool(change.before)),
        *_voices(after, "denied by", "now denied by", change.against_came, bool(change.before)),
        *_voices(before, "no longer said by", "no longer said by", change.for_went, True),
        *_voices(before, "no longer denied by", "no longer denied by", change.against_went, True),
    ]
    ids = [s for v in (*change.for_came, *change.against_came) for s in v.statement_ids]
    return quoter.entry(
        (*tie_words(view, tie), say(": "), *joined(told, "; "), say(".")),
        ids,
        key="tie",
        figures={
            "tie": tie.id,
            "from": view.actor_name(tie.from_id),
            "relation": tie.relation.value,
            "to": view.actor_name(tie.to_id),
            "for": len(change.after.for_) if change.after else 0,
            "against": len(change.after.against) if change.after else 0,
        },
    )


def _side(before: View, after: View, quoter: Quoter, change: VerdictChange) -> Entry:
    figures: dict[str, Figure] = {
        "side": change.side.value,
        "verdict_before": change.before.name.value,
        "verdict": change.after.name.value,
        "credibility_before": change.before.credibility,
        "credibility": change.after.credibility,
        "is_disputed_before": change.before.is_disputed,
        "is_disputed": change.after.is_disputed,
        "probability_before": change.before.probability,
        "probability": change.after.probability,
    }
    came = [_reason(quoter, "Now: ", r) for r in change.came[:_MOST_REASONS]]
    went = [_reason(quoter, "Before: ", r) for r in change.went[:_MOST_REASONS]]
    moved = [] if came or went else _weights(quoter, change)
    return quoter.entry(_verdicts(change), figures=figures, entries=[*came, *went, *moved])


def _verdicts(change: VerdictChange) -> Runs:
    """ "That it happened: not addressed → corroborated; credibility 6 → 1; probability 0.47 → 0.93"."""
    old, new = _name(change.before), _name(change.after)
    parts: list[Runs] = [
        (say(old), say(" → "), say(new, Style.STRONG)) if old != new else (say(f"still {new}"),)
    ]
    if change.before.credibility != change.after.credibility:
        parts.append((say(f"credibility {change.before.credibility} → {change.after.credibility}"),))
    then, now = change.before.probability, change.after.probability
    if then is not None and now is not None and round(then, 2) != round(now, 2):
        parts.append((say(f"probability {then:.2f} → {now:.2f}"),))
    return (say(f"{phrases.SIDE_HEADS[change.side]}: "), *joined(parts, "; "))


def _name(verdict: Verdict) -> str:
    return f"{verdict.name.value}, {phrases.DISPUTED}" if verdict.is_disputed else verdict.name.value


def _reason(quoter: Quoter, head: str, reason: Reason) -> Entry:
    runs: Runs = (say(head), name(days_in_words(reason.sentence.strip())))
    # What went is told by the old case, whose statements may not be at hand any more.
    return quoter.entry(runs, reason.statement_ids, figures={"rule": reason.rule})


def _weights(quoter: Quoter, change: VerdictChange) -> list[Entry]:
    """What moved a probability whose verdict has the same reasons."""
    told: list[tuple[str, Weight]] = [("Now", w) for w in change.weights_came]
    told += [("Before", w) for w in change.weights_went]
    told = [(head, w) for head, w in told if abs(w.log_odds) >= _LEAST_WEIGHT]
    return [
        quoter.entry(
            (say(f"{head}: {w.log_odds:+.2f} "), name(days_in_words(w.sentence))),
            w.statement_ids,
            figures={"log_odds": w.log_odds},
        )
        for head, w in told[:_MOST_REASONS]
    ]


def _voices(view: View, first: str, again: str, voices: tuple[TieVoice, ...], is_known: bool) -> list[Runs]:
    if not voices:
        return []
    told: list[Runs] = []
    for voice in voices:
        notes = [phrases.itself(False)] if voice.is_self else []
        notes += [f"grade {voice.grade}"] if voice.grade else []
        notes += ["with doubt"] if voice.stance.value == "doubts" else []
        told.append((name(view.actor_name(voice.origin)), say(f" ({', '.join(notes)})" if notes else "")))
    return [(say(f"{again if is_known else first} "), *joined(told))]
