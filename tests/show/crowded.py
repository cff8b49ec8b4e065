"""A case with more of everything than a brief shows."""

from __future__ import annotations

from secondsource.records import (
    Authenticity,
    Channel,
    EventType,
    HolderKind,
    Medium,
    Relation,
    Side,
    Stance,
    Threat,
    Tie,
    TieCase,
    TieVoice,
    VerdictName,
)
from tests.show.case import ACCUSED, CLAIMED, CaseBuilder, day, place

TEXT = """Group {n} says that it struck depot {n} on 6 May 2031, and killed two. Base {n} was struck by Band {n}. \
Group {n} warns drivers. A page bears the name of Group {n}. Group {n} is paid by State {n}. Nine died at depot {n}.
"""


def crowded(many: int) -> CaseBuilder:
    """`many` documents of one outlet each, with a claim, a charge, a threat, a channel and a tie of their own."""
    case = CaseBuilder()
    for n in range(many):
        _one(case, n)
    return case


def _one(case: CaseBuilder, n: int) -> None:
    post = case.document(TEXT.format(n=n), f"Post {n}", "2031-05-07", title=f"Depot {n}")
    group, band, state = (case.actor(f"{kind} {n}") for kind in ("Group", "Band", "State"))
    spoken = ((group, HolderKind.GROUP),)
    actor = case.mention(post, f"Group {n}", group)
    case.alias(group, f"Group {n}", "same key")

    claim_told = case.say(
        post,
        f"it struck depot {n} on 6 May 2031, and killed two",
        case.event(
            post,
            EventType.ATTACK,
            by=[(f"Group {n}", group, CLAIMED)],
            on=[f"depot {n}"],
            place=f"depot {n}",
            killed=("two", 2, 2),
        ),
        chain=spoken,
        when=day("2031-05-06"),
        place=place(f"Depot {n}"),
    )
    reported = case.say(
        post,
        f"Nine died at depot {n}",
        case.event(post, EventType.ATTACK, on=[f"depot {n}"], killed=("Nine", 9, 9)),
        when=day("2031-05-06"),
    )
    incident = case.incident(claim_told, reported)
    claim = case.claim(group, incident, claim_told)
    verdict = tuple(VerdictName)[n % len(VerdictName)]
    for side in Side:
        case.verdict(claim, side, verdict, f"Post {n} says so", reported)
    case.incident(
        case.say(
            post,
            f"Base {n} was struck by Band {n}",
            case.event(post, EventType.ATTACK, by=[(f"Band {n}", band, ACCUSED)], on=[f"Base {n}"]),
        )
    )
    case.say(
        post, f"Group {n} warns drivers", Threat(by=actor, on=(case.mention(post, "drivers"),)), chain=spoken
    )
    case.say(
        post,
        f"A page bears the name of Group {n}",
        Channel(actor=actor, medium=Medium.WEBSITE, authenticity=Authenticity.DISPUTED),
    )
    tie = case.say(
        post,
        f"Group {n} is paid by State {n}",
        Tie(from_=actor, relation=Relation.BACKED_BY, to=case.mention(post, f"State {n}", state)),
    )
    voice = TieVoice(
        origin=f"Post {n}",
        stance=Stance.ASSERTS,
        statement_ids=(tie.statement.id,),
        is_self=False,
        grade=None,
    )
    case.ties.append(
        TieCase(
            id=f"t:{n}", from_id=group, relation=Relation.BACKED_BY, to_id=state, for_=(voice,), against=()
        )
    )
