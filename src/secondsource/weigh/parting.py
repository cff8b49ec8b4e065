"""Why a verdict and its probability pull apart, in a sentence, where they do."""

from __future__ import annotations

from secondsource.records import Reason, VerdictName
from secondsource.weigh.odds import Odds
from secondsource.weigh.probability import Sum

RULE = "verdict_and_probability_part"
_SUPPORTED = frozenset({VerdictName.CORROBORATED})
_UNSUPPORTED = frozenset({VerdictName.CONTRADICTED, VerdictName.UNCORROBORATED, VerdictName.NOT_ADDRESSED})


def why_they_part(name: VerdictName, total: Sum, odds: Odds) -> tuple[Reason, ...]:
    """One reason where what is corroborated is unlikely by the sum, or what nobody bears out is likely; else none.

    The verdict asks who bears the event out, the sum how much each word weighs; so both can be right.
    """
    is_low = name in _SUPPORTED and total.probability < odds.limits["supported_least"]
    is_high = name in _UNSUPPORTED and total.probability > odds.limits["unsupported_most"]
    if not (is_low or is_high):
        return ()
    sign = -1 if is_low else 1
    heaviest = max(total.weights[1:], key=lambda w: sign * w.log_odds)
    counts = (
        "The verdict counts who bears it out and not how much speaks against it"
        if is_low
        else "The verdict asks for somebody who bears it out and not how likely it is"
    )
    words = heaviest.sentence.split("; ")[0].rstrip(".")
    return (
        Reason(
            rule=RULE,
            sentence=f"{counts}; by all the evidence it is {total.probability:.2f} likely, mostly for this: {words}.",
            statement_ids=heaviest.statement_ids,
        ),
    )
