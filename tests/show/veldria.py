"""One case of everything a brief tells: an invented country, five documents, groups nobody has heard of."""

from __future__ import annotations

from secondsource.records import (
    ActorKind,
    Authenticity,
    Channel,
    CopyFamily,
    Emergence,
    EventType,
    Finding,
    FrontIndicator,
    HolderKind,
    Medium,
    Naming,
    Outcome,
    PlaceKind,
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

POST = """New names on the coast road

Three groups that nobody in Veldria had heard of a year ago now say that they drive foreign troops out.

The newest calls itself Katibat al-Fajr (Dawn Battalion). In a statement on May 21 it reportedly said that it \
had struck the Halden depot on May 6. It added that it brought down a Crane helicopter on April 17. \
We found no trace of a helicopter lost that day.

Usud al-Nahr, the River Lions, claimed in March an attack on a base at Torvik that left three soldiers dead.

A third group, Dir al-Wadi, said in a video in April that it hit a convoy on the way to Port Amsa. \
It warned embassy staff to leave within 24 hours. A Telegram page bears its name, but whose page it is \
is not clear.

The groups say that the Coastal Front does not support them. Officials in Port Amsa, who asked not to be named, \
insist that Karsovia pays all three. They are run by Karsovia's Ninth Bureau. None of them has shown a leader.
"""
HERALD = """Blast near Halden airport

Halden, 7 May 2031. An explosion was heard near Halden airport on Tuesday evening. Two guards were hurt and \
nothing was damaged, said the airport authority. Nobody has claimed the blast.
"""
WIRE = """Seven dead in Halden

Seven people died on May 6 in an attack on the Halden depot, the interior ministry said. The ministry blamed \
the Northern Tide. The Northern Tide said in a call that its men did it.
"""
LEDGER = WIRE + "\nFrom our news desk.\n"
ARABIC = "انفجار قرب مطار هالدن مساء الثلاثاء."


def veldria() -> CaseBuilder:
    """Statements, incidents, verdicts and ties of the five documents."""
    case = CaseBuilder()
    post = case.document(
        POST,
        "Harbour Post",
        "2031-05-26",
        title="New names on the coast road",
        author="A. Writer",
        published_from="by-line",
        url="https://harbour.example/new-names",
        marking="TLP:GREEN",
    )
    herald = case.document(
        HERALD, "Coast Herald", "2031-05-07", title="Blast near Halden airport", pages=(0, 60)
    )
    wire = case.document(WIRE, "Veldria Wire", "2031-05-07", title="Seven dead in Halden")
    ledger = case.document(LEDGER, "Morning Ledger", "2031-05-08", title="Seven dead in Halden")
    arabic = case.document(ARABIC, "Sawt al-Sahil", "2031-05-07", language="ar")
    case.unread.append((arabic.id, "no reader for ar"))
    case.grades.update({"Harbour Post": "B", "Coast Herald": "C"})
    case.copies.append(CopyFamily(id="copy:1", document_ids=(wire.id, ledger.id), containment=0.9))

    dawn, lions, wadi = (case.actor(n) for n in ("Katibat al-Fajr", "Usud al-Nahr", "Dir al-Wadi"))
    tide = case.actor("Northern Tide", known=True)
    front = case.actor("Coastal Front", known=True)
    karsovia = case.actor("Karsovia", ActorKind.STATE, known=True)
    bureau = case.actor("Ninth Bureau", ActorKind.ORGAN)
    groups = case.actor("The groups", is_collective=True)
    ministry = case.actor("interior ministry", ActorKind.ORGAN)
    group, official = HolderKind.GROUP, HolderKind.OFFICIAL

    # names
    named = case.say(
        post,
        "The newest calls itself Katibat al-Fajr (Dawn Battalion)",
        Naming(
            name=case.mention(post, "Katibat al-Fajr", dawn), also=(case.mention(post, "Dawn Battalion"),)
        ),
    )
    lion_naming = case.say(
        post,
        "Usud al-Nahr, the River Lions,",
        Naming(name=case.mention(post, "Usud al-Nahr", lions), also=(case.mention(post, "River Lions"),)),
    )
    appeared = case.say(
        post,
        "A third group, Dir al-Wadi,",
        Emergence(actor=case.mention(post, "Dir al-Wadi", wadi)),
        when=day("2031-04", "year"),
    )
    case.alias(dawn, "Katibat al-Fajr", "naming", named)
    case.alias(dawn, "Dawn Battalion", "naming", named)
    case.alias(lions, "Usud al-Nahr", "naming", lion_naming)
    case.alias(lions, "River Lions", "naming", lion_naming)
    case.alias(wadi, "Dir al-Wadi", "same key", appeared)

    # channels
    case.say(
        post,
        "In a statement on May 21",
        Channel(
            actor=case.mention(post, "Katibat al-Fajr", dawn),
            medium=Medium.STATEMENT,
            authenticity=Authenticity.OWNED,
        ),
        when=day("2031-05-21", "year"),
    )
    case.say(
        post,
        "said in a video in April",
        Channel(
            actor=case.mention(post, "Dir al-Wadi", wadi),
            medium=Medium.VIDEO,
            authenticity=Authenticity.OWNED,
        ),
        when=day("2031-04", "year"),
    )
    case.say(
        post,
        "A Telegram page bears its name, but whose page it is is not clear.",
        Channel(
            actor=case.mention(post, "Dir al-Wadi", wadi),
            medium=Medium.TELEGRAM,
            authenticity=Authenticity.DISPUTED,
        ),
        stance=Stance.DOUBTS,
    )

    # the depot: two claimants, one independent report with other details, one ministry copied twice
    dawn_depot = case.say(
        post,
        "it reportedly said that it had struck the Halden depot on May 6",
        case.event(
            post,
            EventType.ATTACK,
            by=[("Katibat al-Fajr", dawn, CLAIMED)],
            on=["Halden depot"],
            place="Halden",
            when="on May 6",
        ),
        chain=((dawn, group),),
        stance=Stance.DOUBTS,
        when=day("2031-05-06", "year"),
        place=place("Halden"),
    )
    heard = case.say(
        herald,
        "An explosion was heard near Halden airport on Tuesday evening. Two guards were hurt and nothing was damaged",
        case.event(
            herald,
            EventType.BOMBING,
            place="Halden airport",
            when="Tuesday evening",
            killed=("nothing was damaged", 0, 0),
            injured=("Two guards", 2, 2),
        ),
        chain=(("airport authority", official),),
        when=day("2031-05-06"),
        place=place("Halden airport", PlaceKind.AIRPORT),
    )
    case.say(
        herald, "Nobody has claimed the blast.", Finding(outcome=Outcome.UNCLAIMED, of=heard.statement.id)
    )
    seven, blamed, tide_claim = [], [], []
    for document in (wire, ledger):
        seven.append(
            case.say(
                document,
                "Seven people died on May 6 in an attack on the Halden depot",
                case.event(
                    document,
                    EventType.ATTACK,
                    on=["Halden depot"],
                    place="Halden",
                    when="May 6",
                    killed=("Seven people", 7, 7),
                ),
                chain=((ministry, official),),
                when=day("2031-05-06", "year"),
                place=place("Halden"),
            )
        )
        blamed.append(
            case.say(
                document,
                "The ministry blamed the Northern Tide.",
                case.event(
                    document, EventType.ATTACK, by=[("Northern Tide", tide, ACCUSED)], on=["Halden depot"]
                ),
                chain=((ministry, official),),
                when=day("2031-05-06", "year"),
            )
        )
        tide_claim.append(
            case.say(
                document,
                "The Northern Tide said in a call that its men did it.",
                case.event(
                    document, EventType.ATTACK, by=[("Northern Tide", tide, CLAIMED)], on=["Halden depot"]
                ),
                chain=((tide, group),),
                when=day("2031-05-06", "year"),
            )
        )
    depot = case.incident(dawn_depot, heard, *seven, *blamed, *tide_claim)
    authority = case.family(depot, ("airport authority",), heard)
    case.family(depot, (ministry, "Veldria Wire", "Morning Ledger"), *seven, *blamed)
    case.family(depot, (dawn,), dawn_depot, claimants=True)
    case.family(depot, (tide,), *tide_claim, claimants=True)
    for who, told in ((dawn, [dawn_depot]), (tide, tide_claim)):
        claim = case.claim(who, depot, *told)
        case.verdict(
            claim,
            Side.EVENT,
            VerdictName.PARTLY_CORROBORATED,
            "an explosion near Halden airport was reported that day, without damage",
            heard,
            credibility=2,
            family_ids=(authority.id,),
        )
        rival = tide_claim if who == dawn else [dawn_depot]
        case.verdict(
            claim, Side.AUTHORSHIP, VerdictName.CONTESTED, "another group claims it", *rival, credibility=4
        )

    # a helicopter that nobody found, a base and a convoy that nobody else speaks of
    crane = case.say(
        post,
        "it brought down a Crane helicopter on April 17",
        case.event(
            post,
            EventType.ATTACK,
            by=[("Katibat al-Fajr", dawn, CLAIMED)],
            on=["a Crane helicopter"],
            when="on April 17",
        ),
        chain=((dawn, group),),
        stance=Stance.DOUBTS,
        when=day("2031-04-17", "year"),
    )
    nothing = case.say(
        post,
        "We found no trace of a helicopter lost that day.",
        Finding(outcome=Outcome.UNCORROBORATED, of=crane.statement.id),
    )
    claim = case.claim(dawn, case.incident(crane), crane)
    case.verdict(
        claim,
        Side.EVENT,
        VerdictName.UNCORROBORATED,
        "Harbour Post found no trace of it",
        nothing,
        credibility=4,
    )
    case.verdict(claim, Side.AUTHORSHIP, VerdictName.NOT_ADDRESSED, "nobody else speaks of it")
    torvik = case.say(
        post,
        "claimed in March an attack on a base at Torvik that left three soldiers dead",
        case.event(
            post,
            EventType.ATTACK,
            by=[("Usud al-Nahr", lions, CLAIMED)],
            on=["a base at Torvik"],
            place="Torvik",
            when="in March",
            killed=("three soldiers", 3, 3),
        ),
        chain=((lions, group),),
        when=day("2031-03", "year"),
        place=place("Torvik"),
    )
    convoy = case.say(
        post,
        "it hit a convoy on the way to Port Amsa",
        case.event(
            post, EventType.AMBUSH, by=[("Dir al-Wadi", wadi, CLAIMED)], on=["a convoy"], place="Port Amsa"
        ),
        chain=((wadi, group),),
        when=day("2031-04", "year"),
        place=place("Port Amsa"),
    )
    for who, told_once in ((lions, torvik), (wadi, convoy)):
        claim = case.claim(who, case.incident(told_once), told_once)
        for side in Side:
            case.verdict(
                claim,
                side,
                VerdictName.NOT_ADDRESSED,
                "nobody but the claimant speaks of it",
                missing=("an independent report of the event",),
            )
    case.say(
        post,
        "It warned embassy staff to leave within 24 hours.",
        Threat(
            by=case.mention(post, "Dir al-Wadi", wadi),
            on=(case.mention(post, "embassy staff"),),
            deadline=case.mention(post, "within 24 hours"),
        ),
        chain=((wadi, group),),
        when=day("2031-04", "year"),
    )

    # ties
    self_denial = case.say(
        post,
        "The groups say that the Coastal Front does not support them.",
        Tie(
            from_=case.mention(post, "The groups", groups),
            relation=Relation.BACKED_BY,
            to=case.mention(post, "Coastal Front", front),
        ),
        chain=((groups, group),),
        stance=Stance.DENIES,
    )
    paid = case.say(
        post,
        "Officials in Port Amsa, who asked not to be named, insist that Karsovia pays all three.",
        Tie(
            from_=case.mention(post, "all three", groups),
            relation=Relation.BACKED_BY,
            to=case.mention(post, "Karsovia", karsovia),
        ),
        chain=(("Officials in Port Amsa", HolderKind.UNNAMED),),
    )
    run = case.say(
        post,
        "They are run by Karsovia's Ninth Bureau.",
        Tie(
            from_=case.mention(post, "They", groups),
            relation=Relation.COMMANDED_BY,
            to=case.mention(post, "Ninth Bureau", bureau),
        ),
    )
    leaderless = case.say(
        post, "None of them has shown a leader.", Emergence(actor=case.mention(post, "The groups", groups))
    )

    def voice(origin: str, stance: Stance, told_by: str, is_self: bool = False) -> TieVoice:
        return TieVoice(origin=origin, stance=stance, statement_ids=(told_by,), is_self=is_self, grade=None)

    asserts = Stance.ASSERTS
    case.ties += [
        TieCase(
            id="t:1",
            from_id=groups,
            relation=Relation.BACKED_BY,
            to_id=front,
            for_=(),
            against=(voice(groups, Stance.DENIES, self_denial.statement.id, is_self=True),),
        ),
        TieCase(
            id="t:2",
            from_id=groups,
            relation=Relation.BACKED_BY,
            to_id=karsovia,
            for_=(voice("Officials in Port Amsa", asserts, paid.statement.id),),
            against=(),
        ),
        TieCase(
            id="t:3",
            from_id=groups,
            relation=Relation.COMMANDED_BY,
            to_id=bureau,
            for_=(voice("Harbour Post", asserts, run.statement.id),),
            against=(),
        ),
    ]
    case.indicators.append(
        FrontIndicator(
            actor_id=groups,
            sign="no leader",
            sentence="no leader of them is known",
            statement_ids=(leaderless.statement.id,),
        )
    )
    return case
