"""The closed sets: what a field may hold, in the words of docs/concepts.md."""

from __future__ import annotations

from enum import StrEnum


class Stance(StrEnum):
    """How the origin of a statement stands to its proposition; *doubts* is hedged ("reportedly")."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DOUBTS = "doubts"


class HolderKind(StrEnum):
    """What kind of holder carries a statement."""

    OUTLET = "outlet"
    AGENCY = "agency"
    OFFICIAL = "official"
    GROUP = "group"
    WITNESS = "witness"
    MEDIA = "media"
    ANALYST = "analyst"
    DATA_SET = "data_set"
    UNNAMED = "unnamed"


class ActorKind(StrEnum):
    """What an actor is; people appear only in a public role, as an office."""

    GROUP = "group"
    STATE = "state"
    ORGAN = "organ"
    PARTY = "party"
    OFFICE = "office"
    OUTLET = "outlet"
    OTHER = "other"


class ByStatus(StrEnum):
    """What ties a perpetrator to an event: its own word, another's charge, or a flat report."""

    CLAIMED = "claimed"
    ACCUSED = "accused"
    REPORTED = "reported"
    UNKNOWN = "unknown"


class DataSet(StrEnum):
    """Whose columns the row of a data set has; `event_records` are our own names for them."""

    UCDP_GED = "ucdp_ged"
    ACLED = "acled"
    GTD = "gtd"
    GDELT = "gdelt"
    EVENT_RECORDS = "event_records"


class EventType(StrEnum):
    """Kinds of event, after ACLED's public event and sub-event types (codes: `event_types`)."""

    ATTACK = "attack"
    BOMBING = "bombing"
    SUICIDE_BOMBING = "suicide bombing"
    MISSILE_STRIKE = "missile strike"
    AIR_STRIKE = "air strike"
    SHELLING = "shelling"
    ARMED_CLASH = "armed clash"
    AMBUSH = "ambush"
    KILLING = "killing"
    ABDUCTION = "abduction"
    RELEASE = "release"
    ARREST = "arrest"
    SEIZURE = "weapons seizure"
    TERRITORY = "territory change"
    MOVEMENT = "movement"
    PROTEST = "protest"
    AGREEMENT = "agreement"
    OTHER = "other"


class Relation(StrEnum):
    """What is said of two actors; read as "from RELATION to"."""

    BACKED_BY = "backed_by"
    COMMANDED_BY = "commanded_by"
    PART_OF = "part_of"
    FRONT_FOR = "front_for"
    SPLINTER_OF = "splinter_of"
    ALLIED_WITH = "allied_with"
    RIVAL_OF = "rival_of"
    ALIGNED_WITH = "aligned_with"


class Medium(StrEnum):
    """Through what a group speaks."""

    VIDEO = "video"
    WEBSITE = "website"
    TWITTER = "twitter"
    TELEGRAM = "telegram"
    LETTER = "letter"
    CALL = "call"
    LEAFLET = "leaflet"
    STATEMENT = "statement"
    PRESS_RELEASE = "press_release"
    EMAIL = "email"
    OTHER = "other"


class Authenticity(StrEnum):
    """Whether a channel is the group's own."""

    OWNED = "owned"
    DISPUTED = "disputed"
    UNKNOWN = "unknown"


class Outcome(StrEnum):
    """What a check came to; *unclaimed*: no group has claimed responsibility."""

    CORROBORATED = "corroborated"
    UNCORROBORATED = "uncorroborated"
    CONTRADICTED = "contradicted"
    UNCLAIMED = "unclaimed"


class PlaceRelation(StrEnum):
    """How an event lies to the place named."""

    IN = "in"
    NEAR = "near"
    BETWEEN = "between"
    TOWARDS = "towards"


class PlaceKind(StrEnum):
    """What a gazetteer entry is, from the widest to the narrowest."""

    COUNTRY = "country"
    PROVINCE = "province"
    DISTRICT = "district"
    TOWN = "town"
    AIRPORT = "airport"
    BASE = "base"


class VerdictName(StrEnum):
    """What the evidence says of a claim; the table is in docs/concepts.md."""

    CORROBORATED = "corroborated"
    PARTLY_CORROBORATED = "partly corroborated"
    UNCORROBORATED = "uncorroborated"
    CONTESTED = "contested"
    CONTRADICTED = "contradicted"
    NOT_ADDRESSED = "not addressed"


class Side(StrEnum):
    """What a verdict is about: that the event happened, or who did it."""

    EVENT = "event"
    AUTHORSHIP = "authorship"


class JudgementKind(StrEnum):
    """A person's decisions. Grades, owners and corrected days are *correct*; a withdrawn document is *reject*."""

    SAME = "same"
    NOT_SAME = "not-same"
    SPLIT = "split"
    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    OVERRIDE = "override"
    NOTE = "note"
    UNDO = "undo"
