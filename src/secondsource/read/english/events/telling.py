"""Which event words of a sentence make one event, and which tell of none that happened."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from secondsource.read.english import lexicon
from secondsource.read.english.events.charges import charged_with
from secondsource.read.english.events.perpetrators import doers
from secondsource.read.english.events.triggers import Trigger
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.text.sentences import sentence_of
from secondsource.records import EventType

VIOLENT = frozenset(
    {
        EventType.SUICIDE_BOMBING,
        EventType.BOMBING,
        EventType.AIR_STRIKE,
        EventType.MISSILE_STRIKE,
        EventType.SHELLING,
        EventType.AMBUSH,
        EventType.ARMED_CLASH,
        EventType.KILLING,
        EventType.ATTACK,
    }
)


@dataclass(slots=True)
class Told:
    """The triggers of one event in one sentence; the first is the one that carries it."""

    triggers: list[Trigger]
    clause: tuple[int, int] = (0, 0)


# Keeps sentences of a thousand words (tables, lists without stops) linear.
_LATEST = 8


def gather(parsed: ParsedText, triggers: list[Trigger]) -> list[Told]:
    """The events of one sentence: harm and deeds join the act that they belong to."""
    out: list[Told] = []
    for trigger in triggers:
        home = next((t for t in out[-_LATEST:] if _belongs(parsed, trigger, t)), None)
        if home:
            home.triggers.append(trigger)
        else:
            out.append(Told(triggers=[trigger]))
    out = [t for t in out if _is_told(parsed, t) and not _is_imagined(parsed, t)]
    for event in out:
        event.clause = parsed.clause(event.triggers[0].at)
    if len(out) == 1 and triggers:
        sent = sentence_of(parsed.doc[triggers[0].at])
        out[0].clause = sent.start, sent.end
    return out


def _belongs(parsed: ParsedText, trigger: Trigger, event: Told) -> bool:
    """True if the trigger is part of the event: same clause and chain, one causes or describes the other."""
    doc = parsed.doc
    here = doc[trigger.at]
    for other in event.triggers:
        there = doc[other.at]
        if parsed.chain_at(trigger.at) != parsed.chain_at(other.at):
            return False
        is_under = there.is_ancestor(here) or here.is_ancestor(there)
        if (
            is_under
            and "deed" in {trigger.form, other.form}
            and EventType.OTHER in {trigger.type, other.type}
        ):
            # "killed during a search operation": one event, whose doer the operation names.
            return True
        if trigger.type not in VIOLENT or other.type not in VIOLENT:
            # "a clash broke out and two were arrested" are two; an operation during which is one.
            if trigger.type is other.type and (here.head.i == there.i or there.head.i == here.i):
                return True
            continue
        if (
            here.head.i == there.i
            or there.head.i == here.i
            or there.is_ancestor(here)
            or here.is_ancestor(there)
        ):
            return not (
                here.dep_ == "conj" and trigger.form == "act" and other.form == "act" and _stands_alone(here)
            )
        if trigger.form in {"harm", "suffer"} or other.form in {"harm", "suffer"}:
            return True
    return False


_UNDER_WAY = frozenset({"campaign", "operation", "offensive", "battle", "fight", "push", "advance"})


def _stands_alone(verb: Token) -> bool:
    """A joined act that is one more event: "and also torched a bus", not "raided a site and beat workers"."""
    return any(
        c.lower_ in {"also", "later", "then"} or (c.dep_ == "prep" and c.lower_ in {"in", "at", "near", "on"})
        for c in verb.children
    )


def _is_told(parsed: ParsedText, event: Told) -> bool:
    """True unless all that the sentence has is a weak or background noun."""
    if any(t.form != "deed" or t.is_sure for t in event.triggers):
        return True
    return any(_is_firm(parsed, t) for t in event.triggers)


_IMAGINED = frozenset({"will", "would", "shall", "should", "must", "ca", "'ll", "wo"})


def _is_imagined(parsed: ParsedText, event: Told) -> bool:
    """True for what is only wished, feared, purposed or denied in the document's own voice."""
    first = parsed.doc[event.triggers[0].at]
    if sentence_of(first)[0].lower_ == "if" and not any(
        t.text == "," for t in parsed.doc[sentence_of(first).start : first.i]
    ):
        return True
    if _is_unconfirmed(first):
        return True
    if _is_demanded(first):
        return True
    if first.pos_ not in {"VERB", "AUX"}:
        verb = first.head
        if _is_past_deed(first):
            return False
        return (
            first.dep_ in {"dobj", "nsubj", "nsubjpass"}
            and verb.pos_ == "VERB"
            and bool({c.lower_ for c in verb.children if c.dep_ == "aux"} & _IMAGINED)
        )
    aux = {c.lower_ for c in first.children if c.dep_ in {"aux", "mark", "neg"}}
    if aux & _IMAGINED or aux & {"if", "unless", "lest"}:
        return True
    if aux & {"not", "n't"} and not parsed.chain_at(first.i):
        return True
    if "to" in aux and first.dep_ in {"advcl", "acl", "xcomp", "relcl"}:
        # What someone wants or is about to do; "claimed to have", "managed to" and "was said to" did it.
        above = first.head.lemma_.lower()
        if first.dep_ == "acl" and above in _UNDER_WAY:
            return False
        if {c.lower_ for c in first.head.children if c.dep_ == "aux"} & _IMAGINED:
            return True  # "will continue to strike"
        return not ("have" in {c.lower_ for c in first.children} or above in _DONE_TO)
    return False


def _is_past_deed(noun: Token) -> bool:
    """ "Will investigate the attack that killed ten": what is yet to come is something else than the attack."""
    doing = lexicon.words_with("fillers", "form", "does")
    return (
        noun.dep_ == "dobj"
        and noun.head.lemma_ not in doing
        and any(c.dep_ == "det" and c.lower_ in {"the", "this", "these"} for c in noun.children)
        and any(c.dep_ in {"acl", "relcl"} for c in noun.children)
    )


_DEMANDING = frozenset({"demand", "seek", "urge", "want", "await", "request", "require", "expect"})
_ASKING = frozenset(
    {"ask", "call", "appeal", "press", "plead", "wait", "beg", "pray", "hope", "negotiate", "push"}
)
_YIELDED = frozenset({"release", "ceasefire", "cease-fire", "truce", "withdrawal", "liberation"})


def _is_demanded(deed: Token) -> bool:
    """ "demands the release of", "called for a truce": nobody has been let go, nothing signed."""
    if deed.lemma_.lower() not in _YIELDED or deed.pos_ not in {"NOUN", "PROPN"}:
        return False
    above = deed.head
    if deed.dep_ == "dobj":
        return above.lemma_ in _DEMANDING
    return deed.dep_ == "pobj" and above.lower_ == "for" and above.head.lemma_ in _ASKING | {"demand"}


_CHECKING = frozenset({"confirm", "verify", "corroborate", "establish", "substantiate", "ascertain"})
_PROOFS = frozenset(
    {"evidence", "proof", "indication", "confirmation", "sign", "trace", "record", "indications", "signs"}
)


def _is_unconfirmed(event: Token) -> bool:
    """What nobody could confirm, or of which there was no evidence, is a finding and no event that is told."""
    if any(c.dep_ == "det" and c.lower_ in {"the", "this", "that"} for c in event.children):
        return False  # "no evidence that they are responsible for the blast": there was one
    for above in list(event.ancestors)[:4]:
        if above.i > event.i:
            return False
        if above.lemma_ in _CHECKING and above.pos_ == "VERB":
            negs = {c.lower_ for c in above.children} | {c.lower_ for c in above.head.children}
            return above.head.lower_ in {"unable", "impossible", "failed", "yet"} or bool(
                negs & {"not", "n't", "unable", "never"}
            )
        if above.lower_ in _PROOFS and any(c.lower_ == "no" for c in above.children):
            return True
    return False


_DONE_TO = frozenset(
    {
        "claim",
        "manage",
        "say",
        "report",
        "believe",
        "allege",
        "attempt",
        "try",
        "plan",
        "plot",
        "continue",
        "begin",
        "help",
        "seek",
        "appear",
        "suspect",
        "order",
        "conspire",
    }
)


_COUNTERS = frozenset(
    {
        "series",
        "wave",
        "spate",
        "string",
        "incident",
        "incidents",
        "target",
        "targets",
        "victim",
        "victims",
        "campaign",
        "act",
        "acts",
        "scene",
        "number",
        "hundreds",
        "dozens",
    }
)


# "The killing of", "the capture of", "the fall of": what follows says that it happened to somebody.
_DONE_OF = frozenset(
    {EventType.KILLING, EventType.ABDUCTION, EventType.ARREST, EventType.RELEASE, EventType.TERRITORY}
)


_REPORTED = frozenset({"report", "record", "register", "hear"})


def _is_reported(noun: Token) -> bool:
    """ "An attack was reported near Velsk": it happened; "no attack was" did not, "reported to the police" is old."""
    verb = noun.head
    if noun.dep_ != "nsubjpass" or verb.lemma_ not in _REPORTED:
        return False
    words = {c.lower_ for c in (*noun.children, *verb.children) if c.dep_ in {"det", "neg", "prep"}}
    return not words & {"no", "not", "n't", "never", "to", "this", "that"}


def _is_firm(parsed: ParsedText, trigger: Trigger) -> bool:
    """A noun that the sentence says happened, or that has a doer, a target, a place or a day of its own."""
    token = parsed.doc[trigger.at]
    if charged_with(token) is not None:
        return True
    stand = token
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lower_ in _COUNTERS:
        stand = token.head.head
    verb = stand.head
    telling = (
        lexicon.words_with("fillers", "form", "does")
        | lexicon.words_with("fillers", "form", "happened")
        | lexicon.words_with("fillers", "form", "suffers")
    )
    if stand.dep_ in {"nsubj", "nsubjpass", "dobj"} and verb.lemma_ in telling:
        return True
    if _is_reported(stand):
        return True
    if stand is not token and stand.dep_ in {"attr", "nsubj", "nsubjpass", "dobj", "oprd"}:
        return True
    if any(c.dep_ in {"relcl", "acl"} and c.lemma_ in telling for c in token.children):
        return True
    near = {"on", "against", "at", "by", "in", "near", "between", "inside", "outside"}
    if trigger.type in _DONE_OF or token.lemma_ in {"destruction", "burning"}:
        near |= {"of"}
    if any(c.dep_ == "prep" and c.lower_ in near for c in token.children):
        return True
    if trigger.is_weak:
        return False
    return bool(doers(parsed, trigger)) or token.dep_ in {"ROOT", "attr"}
