"""Every phrase of a brief and of an explanation, in one place: what a reader of the brief may want to reword.

Nothing here is louder than its evidence: a claim "claims", a report "reports", and what nobody said is said to
be so. Placeholders in braces are filled by the module that composes the section.
"""

from __future__ import annotations

from secondsource.records import (
    Authenticity,
    ByStatus,
    EventType,
    HolderKind,
    Medium,
    Outcome,
    PlaceRelation,
    Relation,
    Reliability,
    Side,
    Stance,
)
from secondsource.weigh.figures import counted as counted  # asked of here like every other phrase

# --- headings ---------------------------------------------------------------------------------------------

DEFAULT_SUBJECT = "Armed groups"
FIRST = "First read this"
NEW_NAMES = "New names"
NEW_NAMES_NOTE = "not in the starter list"
NEW_NAMES_LIKE = (
    "What claims under a new name has in common with groups known before it (a question, not an answer)"
)
KNOWN_NAMES = "Names already in the starter list"
NAMES_ASKED = "Names"
CLAIMS = "Claims of responsibility"
THREATS = "Threats"
INCIDENTS = "Incidents"
TIES = "Who is said to stand behind them"
MISFITS = "What doesn’t fit"
SILENCE = "What nobody addressed"
ABSENCE = "What it has not claimed"
SOURCES = "Sources"
QUOTES = "Quotes"
TIMELINE = "Timeline"
ALSO = "Also"
NOT_CLAIMS = "Not claims"
SIGNS = "Signs of a front that the texts give"
OTHER_TIES = "Other ties"

NAME_COLUMNS = ("name", "also", "how it shows itself", "first said")
CLAIM_COLUMNS = ("claimed by", "what", "day", "reached us through", "verdict for the event", "for who did it")
TIE_COLUMNS = ("tie", "for", "against", "denied by the two themselves")
DETAIL_COLUMNS = ("detail", "said", "by")

# --- words for closed sets --------------------------------------------------------------------------------

# The noun of an event and the word that joins it to what was hit.
EVENT_NOUNS: dict[EventType, tuple[str, str]] = {
    EventType.ATTACK: ("attack", "on"),
    EventType.BOMBING: ("bombing", "of"),
    EventType.SUICIDE_BOMBING: ("suicide bombing", "against"),
    EventType.MISSILE_STRIKE: ("missile strike", "on"),
    EventType.AIR_STRIKE: ("air strike", "on"),
    EventType.SHELLING: ("shelling", "of"),
    EventType.ARMED_CLASH: ("clash", "with"),
    EventType.AMBUSH: ("ambush", "of"),
    EventType.KILLING: ("killing", "of"),
    EventType.ABDUCTION: ("abduction", "of"),
    EventType.RELEASE: ("release", "of"),
    EventType.ARREST: ("arrest", "of"),
    EventType.SEIZURE: ("seizure of weapons", "from"),
    EventType.TERRITORY: ("taking of territory", "from"),
    EventType.MOVEMENT: ("movement", "against"),
    EventType.PROTEST: ("protest", "against"),
    EventType.AGREEMENT: ("agreement", "with"),
    EventType.OTHER: ("act", "concerning"),
}

# Events that a claim of responsibility for an attack is about; what else is claimed stands under "Also".
VIOLENT = frozenset(
    {
        EventType.ATTACK,
        EventType.BOMBING,
        EventType.SUICIDE_BOMBING,
        EventType.MISSILE_STRIKE,
        EventType.AIR_STRIKE,
        EventType.SHELLING,
        EventType.ARMED_CLASH,
        EventType.AMBUSH,
        EventType.KILLING,
        EventType.ABDUCTION,
    }
)

PLACE_WORDS: dict[PlaceRelation, str] = {
    PlaceRelation.NEAR: "near",
    PlaceRelation.BETWEEN: "between",
    PlaceRelation.TOWARDS: "on the way to",
}

# An event is "at" a place whose name ends so, and "in" any other.
SPOTS = frozenset(
    (
        *("airport", "airfield", "airbase", "base", "barracks", "bridge", "camp", "checkpoint"),
        *("depot", "embassy", "port", "prison", "refinery", "station"),
    )
)

MEDIUM_NOUNS: dict[Medium, str] = {
    Medium.VIDEO: "video",
    Medium.WEBSITE: "website",
    Medium.TWITTER: "Twitter page",
    Medium.TELEGRAM: "Telegram channel",
    Medium.LETTER: "letter",
    Medium.CALL: "telephone call",
    Medium.LEAFLET: "leaflet",
    Medium.STATEMENT: "statement",
    Medium.PRESS_RELEASE: "press release",
    Medium.EMAIL: "e-mail",
    Medium.OTHER: "channel",
}

# The tie as a table's first cell: arrow and what kind of tie it is. "A ← B": B is said to stand behind A.
TIE_ARROWS: dict[Relation, tuple[str, str]] = {
    Relation.BACKED_BY: ("←", "backing"),
    Relation.COMMANDED_BY: ("←", "command"),
    Relation.PART_OF: ("←", "part of it"),
    Relation.FRONT_FOR: ("←", "front for it"),
    Relation.SPLINTER_OF: ("←", "split from it"),
    Relation.ALLIED_WITH: ("–", "allies"),
    Relation.RIVAL_OF: ("–", "rivals"),
    Relation.ALIGNED_WITH: ("–", "shared ideology"),
}

# From the strongest assertion to the weakest: which ties stand first and which one is looked at hardest.
TIE_ORDER: tuple[Relation, ...] = (
    Relation.COMMANDED_BY,
    Relation.FRONT_FOR,
    Relation.PART_OF,
    Relation.BACKED_BY,
    Relation.SPLINTER_OF,
    Relation.ALIGNED_WITH,
    Relation.ALLIED_WITH,
    Relation.RIVAL_OF,
)
BEHIND = frozenset(
    {Relation.COMMANDED_BY, Relation.FRONT_FOR, Relation.PART_OF, Relation.BACKED_BY, Relation.SPLINTER_OF}
)

STATUS_VERBS: dict[ByStatus, str] = {
    ByStatus.CLAIMED: "claimed by",
    ByStatus.ACCUSED: "an accusation by",
    ByStatus.REPORTED: "reported by",
    ByStatus.UNKNOWN: "told by",
}

STANCE_VERBS: dict[Stance, str] = {
    Stance.ASSERTS: "says",
    Stance.DENIES: "denies",
    Stance.DOUBTS: "says, with doubt",
}

OUTCOME_WORDS: dict[Outcome, str] = {
    Outcome.CORROBORATED: "a check found support",
    Outcome.UNCORROBORATED: "a check found no support",
    Outcome.CONTRADICTED: "a check found the contrary",
    Outcome.UNCLAIMED: "nobody has claimed it",
}

AUTHENTICITY_WORDS: dict[Authenticity, str] = {
    Authenticity.OWNED: "",
    Authenticity.DISPUTED: "ownership in doubt",
    Authenticity.UNKNOWN: "whose it is, is not said",
}

# Rules whose sentence says no more than the verdict's name.
SAYS_NO_MORE = frozenset({"event_not_addressed", "authorship_nobody"})

# First words of a sentence that are no name, and small inside another sentence.
SMALL_WORDS = frozenset(
    (
        *("A", "About", "An", "Another", "At", "Both", "His", "Her", "It", "Its", "More", "Nobody", "No"),
        *("Others", "Over", "Several", "Some", "Their", "The", "There", "These", "Those"),
        *("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"),
    )
)

# First words by which a text says how many or whose, and not what: no name for an incident.
COUNTING_WORDS = frozenset(
    (
        *(
            "about",
            "at",
            "both",
            "her",
            "his",
            "its",
            "more",
            "no",
            "over",
            "several",
            "some",
            "that",
            "their",
        ),
        *("these", "those", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
        *("twelve", "dozens", "scores", "hundreds", "many"),
    )
)

# Part of the words by which a text calls somebody a spokesman or spokeswoman.
SPOKES = "spokes"

# How an alias came to be joined, as a reader would say it.
JOINED_WORDS: dict[str, str] = {
    "same key": "spelling",
    "acronym": "acronym",
    "naming": "other name",
    "judgement": "joined by a person",
    "starter list": "starter list",
}

# Where the day of a document was found.
DAY_FOUND_WORDS: dict[str, str] = {
    "metadata": "from its metadata",
    "url": "from the address",
    "by-line": "from the by-line",
    "byline": "from the by-line",
    "dateline": "from the dateline",
    "text": "from the text",
    "given": "given by the user",
}

KIND_WORDS: dict[HolderKind, str] = {
    HolderKind.UNNAMED: "not named",
    HolderKind.WITNESS: "witness",
    HolderKind.DATA_SET: "data set",
}

SIDE_HEADS: dict[Side, str] = {
    Side.EVENT: "That it happened",
    Side.AUTHORSHIP: "That the claimant did it",
}
PROBABILITY = "How likely it is by this evidence:"
FROM_LOG_ODDS = "from these log-odds (0 is even, 1 about 3 to 1, 2 about 7 to 1)"

# --- short phrases ----------------------------------------------------------------------------------------

OWN_VOICE = "in its own voice"
OWN_CHANNEL = "on its own channel"
ITS_OWN_CHANNEL = "its own channel"
DOCUMENT_VOICE = "the text, in its own voice"
REPORTEDLY = "reportedly"
NOT_SAID = "not said"
NOBODY = "nobody here"
SAID_BY = "said by"
DENIED_BY = "denied by"
NONE = "–"
NOT_GRADED = "grade not set"
TOO_FEW = "too few to tell"
DAY_NOT_KNOWN = "day not known"
DISPUTED = "disputed"

CLAIM_ITSELF = "The claim itself"
INDEPENDENT_FAMILY = "An origin of its own"
CLAIMANTS_FAMILY = "The claimant, and who repeats it"
WHOLE_INCIDENT = "All that is told of it"

# --- sentences --------------------------------------------------------------------------------------------

ASSUMED_NOTE = "A year with this mark stands in no text: it was taken from the day of publication."
NOTHING_NEW = "Nothing here became known since {day}."
NOTHING_ABOUT = "No document here names “{about}”."
NEAREST_NAMES = "The nearest names are: {names}."
MANY_MEANT = "“{about}” is taken to mean: {names}."
NOTHING_BY = "No document here was public by {day}."
CASE_IS_EMPTY = "No document has been read, so there is nothing to tell."
NO_CLAIMS = "Nobody claims anything here."
NO_SUPPORT = "No claim here has support from anybody but the claimant and those who repeat it."
SILENT_BEHIND = "Anything from those said to stand behind a group:"
SILENT_ACCUSED = "Anything from the accused:"
STRONGEST_UNSOURCED = "The strongest assertion ({kind}) has the weakest source: none is named."
LEFT_OUT = "{count} more {what} left out here; “{command}” lists all."


def itself(is_collective: bool) -> str:
    """The word that says an actor speaks of itself."""
    return "themselves" if is_collective else "itself"


_NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)


def learned_grade(record: Reliability | None) -> str:
    """What the case lets learn of an outlet: "B? from 14 events that others tell of too", "too few to tell"."""
    events = counted(record.events, "event") if record is not None else "no event"
    if record is None or record.grade is None:
        return f"{TOO_FEW}: {events}"
    return f"{record.grade}? from {events} that others tell of too"


def number(n: int) -> str:
    """A number as a sentence writes it: in words up to twelve.

    >>> number(2), number(1200)
    ('two', '1,200')
    """
    return _NUMBERS[n] if n < len(_NUMBERS) else f"{n:,}"


def listed(names: list[str], last: str = "and") -> str:
    """Names as a sentence lists them.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    return f" {last} ".join(filter(None, [", ".join(names[:-1]), names[-1]])) if names else ""
