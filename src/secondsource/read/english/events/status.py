"""By what right a doer is named: claimed by itself, accused by others, reported as a fact."""

from __future__ import annotations

from secondsource.read.english import lexicon
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.text.sentences import sentence_of
from secondsource.read.english.who.mentions import FoundMention
from secondsource.records import ActorKind, ByStatus, EventType, Holder, HolderKind, Perpetrator

# Before the doer, within `_REACH` words: "by alleged members of the Front", "apparently by the Front".
_SUSPECTED = frozenset(
    {"suspected", "alleged", "presumed", "allegedly", "reportedly", "believed", "accused", "purported", "apparently",
     "presumably", "possibly", "probably", "supposedly", "supposed", "likely", "perhaps"}
)  # fmt: skip
_REACH = 4
_VOICES = frozenset({HolderKind.OUTLET, HolderKind.MEDIA, HolderKind.AGENCY})
# What officials tell of an ally rather than charge a foe with.
_FORCES = frozenset({"forces", "coalition", "army", "peshmerga"})
_NO_CRIMES = frozenset({EventType.MOVEMENT, EventType.AGREEMENT, EventType.RELEASE})
_TROOPS = frozenset(
    {
        "troops",
        "soldiers",
        "forces",
        "force",
        "jets",
        "artillery",
        "commandos",
        "warplanes",
        "gunners",
        "marines",
    }
    | {"drones", "aircraft", "planes", "gunships", "helicopters", "warships", "personnel"}
)
_COMMANDS = frozenset(
    {"army", "military", "navy", "command", "corps", "brigade", "staff", "defence", "defense", "force"}
)
# Words that many names share: they alone never make two names one.
_HEADS = _COMMANDS | {
    "front",
    "mission",
    "forces",
    "police",
    "party",
    "movement",
    "guard",
    "council",
    "state",
}
# Words that say nothing of whose the troops are.
_NO_SIDE = frozenset({"its", "our", "the", "army", "government", "security", "military", "air"})


def with_status(
    parsed: ParsedText,
    mentions: list[FoundMention],
    chain: tuple[Holder, ...],
    *,
    is_charged: bool = False,
    is_denied: bool = False,
    kind: EventType | None = None,
) -> tuple[Perpetrator, ...]:
    """The doers with their status: claimed by themselves, accused by others (or denied), else reported."""
    return tuple(
        Perpetrator(
            actor=m.mention,
            status=ByStatus.ACCUSED if is_denied else _status(parsed, m, chain, is_charged, kind),
        )
        for m in mentions
    )


def is_same(one: str, other: str) -> bool:
    """True if two names share most of their words."""
    if one.lower() == other.lower():
        return True
    stop = {"the", "a", "of", "group", "militants"}
    a, b = set(one.lower().split()) - stop, set(other.lower().split()) - stop
    if a != b and ((a <= _HEADS and other.istitle()) or (b <= _HEADS and one.istitle())):
        return False  # "the army" may be the Sedranian army and is not the Marsh Army
    return bool(a and b) and (a <= b or b <= a or len(a & b) / len(a | b) >= 0.5)


def _status(
    parsed: ParsedText,
    doer: FoundMention,
    chain: tuple[Holder, ...],
    is_charged: bool,
    kind: EventType | None,
) -> ByStatus:
    origin = chain[-1] if chain else None
    own = origin and (is_same(origin.name, doer.mention.name) or _is_own_force(origin, doer))
    if own and not _is_alleging(parsed, doer):
        return ByStatus.CLAIMED
    if is_charged:
        return ByStatus.ACCUSED
    if _is_suspected(parsed, doer):
        return ByStatus.ACCUSED
    if origin and origin.kind not in _VOICES:
        if origin.kind is HolderKind.OFFICIAL and (
            doer.mention.kind in {ActorKind.ORGAN, ActorKind.STATE}
            or set(doer.mention.name.lower().split()) & _FORCES
            or kind in _NO_CRIMES
        ):
            return ByStatus.REPORTED
        return ByStatus.ACCUSED
    return ByStatus.REPORTED


def _is_suspected(parsed: ParsedText, doer: FoundMention) -> bool:
    """True if a word of suspicion stands in or right before the words for the doer."""
    first = sentence_of(parsed.doc[doer.head]).start
    at = doer.start
    while at > max(first, doer.start - _REACH) and parsed.doc[at - 1].pos_ not in {"VERB", "AUX", "PUNCT"}:
        at -= 1
    return any(
        t.lower_ in _SUSPECTED for t in parsed.doc[max(first, min(at, doer.start - 2)) : doer.head + 1]
    )


def _is_alleging(parsed: ParsedText, doer: FoundMention) -> bool:
    """ "As the watch alleges, they killed ...": whoever accuses, accuses others."""
    scopes = [s for s in parsed.scopes.around(doer.head) if not s.is_relay]
    return bool(scopes) and parsed.doc[scopes[-1].cue].lemma_ in {"allege", "accuse", "suspect"}


def _is_own_force(origin: Holder, doer: FoundMention) -> bool:
    """ "The army said that its troops had shelled the camp": those who speak tell of their own."""
    speaking, doing = set(origin.name.lower().split()), doer.mention.name.lower().split()
    if origin.kind is not HolderKind.OFFICIAL:
        # "The corps spokesman said that security forces ...": no group calls its own so.
        return "security" in doing and set(doing) <= _TROOPS | _NO_SIDE and bool(speaking & _COMMANDS)
    side = set(doing) - _TROOPS - _NO_SIDE
    if not side:
        return bool(set(doing) & _TROOPS) and bool(speaking & _COMMANDS)
    seats = [
        e
        for e in lexicon.entries("state_seats", ("states",))
        if any(_stands_in(w, origin) for w in e["words"])
    ]
    if seats:
        return any(side <= set(e["states"]) | {"states"} for e in seats)
    # "The Marovian ministry said that Marovian jets ...": one people, and nothing but its troops.
    return len(side) == 1 and side <= speaking & lexicon.lines("demonyms")


def _stands_in(words: str, origin: Holder) -> bool:
    return f" {words} " in f" {origin.name.lower()} "
