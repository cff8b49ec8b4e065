"""Who is said to have done it, with the status that the words and the chain give it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from secondsource.read.english import lexicon
from secondsource.read.english.mentions import FoundMention
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.triggers import Trigger, joined
from secondsource.records import ActorKind, ByStatus, Holder, HolderKind, Mention, Perpetrator

_SUSPECTED = frozenset(
    {"suspected", "alleged", "presumed", "allegedly", "reportedly", "believed", "accused", "purported"}
)
_VOICES = frozenset({HolderKind.OUTLET, HolderKind.MEDIA, HolderKind.AGENCY})
# Who may do things: sources, outlets and offices report.
_DOERS = frozenset({"body", "band", "force", "fighters", "state", "name", "stand_in", "pronoun"})


def doers(parsed: ParsedText, trigger: Trigger) -> list[FoundMention]:
    """The actors that the text says did it; [] where it names none."""
    token = parsed.doc[trigger.at]
    found: list[FoundMention] = []
    for head in _doing_heads(token, trigger):
        for one in (head, *joined(head)):
            mention = _actor(parsed, one)
            if mention and all(m.mention.name != mention.mention.name for m in found):
                found.append(mention)
    return found


def _actor(parsed: ParsedText, token: Token) -> FoundMention | None:
    speaker = _speaking_of_itself(parsed, token)
    if speaker:
        return speaker
    mention = parsed.mention_at(token.i)
    if mention is None and token.lower_ in {
        "cadre",
        "cadres",
        "team",
        "members",
        "group",
        "unit",
        "number",
        "personnel",
        "party",
    }:
        inner = [t for t in token.subtree if t.dep_ in {"compound", "pobj", "nmod"}]
        mention = next((m for t in inner if (m := parsed.mention_at(t.i))), None)
    if mention is None or mention.role not in _DOERS:
        return None
    if mention.role in {"fighters", "stand_in"} and not mention.is_named:
        return None
    return mention


_SELVES = frozenset({"it", "they", "we", "us", "our", "its", "their"})
_OWN = frozenset(
    {
        "fighters",
        "men",
        "members",
        "forces",
        "mujahideen",
        "troops",
        "cadres",
        "soldiers",
        "units",
        "people",
        "heroes",
        "boys",
        "guerrillas",
        "militants",
        "brothers",
        "comrades",
        "militia",
        "side",
    }
)


def _speaking_of_itself(parsed: ParsedText, token: Token) -> FoundMention | None:
    """ "it had fired", "its fighters", "we": the organisation that is speaking, where one is."""
    word = token.lower_
    owner = (
        next((c for c in token.children if c.dep_ == "poss" and c.lower_ in _SELVES | {"his"}), None)
        if word in _OWN
        else None
    )
    if owner is None and not (word in _SELVES and token.pos_ == "PRON"):
        return None
    scopes = [s for s in parsed.scopes.around(token.i) if not s.is_relay]
    if not scopes or (scopes[-1].cue > token.i and word not in {"we", "us"}):
        return None
    origin = scopes[-1].holders[-1]
    if origin.kind not in {HolderKind.GROUP, HolderKind.OFFICIAL} or (
        origin.kind is HolderKind.OFFICIAL and not _is_body(parsed, origin)
    ):
        return None
    where = owner or token
    return FoundMention(
        start=token.i,
        end=token.i + 1,
        head=token.i,
        mention=Mention(span=parsed.span(where.i, where.i + 1), name=origin.name),
        role="pronoun",
        is_named=True,
    )


def _is_body(parsed: ParsedText, origin: Holder) -> bool:
    """True if an official holder is a force or a state, not a person in office."""
    return any(
        m.mention.name == origin.name and m.role in {"force", "state", "body", "name"}
        for m in parsed.mentions
    )


def _doing_heads(token: Token, trigger: Trigger) -> Iterator[Token]:
    """The nouns in the place of the doer."""
    if trigger.form == "deed":
        yield from _deed_doers(token)
        return
    passive = any(c.dep_ in {"auxpass", "nsubjpass"} for c in token.children) or (
        token.dep_ == "acl" and token.tag_ == "VBN"
    )
    if passive or token.tag_ == "VBN":
        agents = [
            p
            for c in token.children
            if c.dep_ in {"agent", "prep"} and c.lower_ == "by"
            for p in c.children
            if p.dep_ in {"pobj", "pcomp"}
        ]
        yield from agents
        if passive or agents:
            return
    if trigger.form in {"happen", "suffer"}:
        return
    subject = subject_of(token)
    if subject is not None:
        yield subject


def subject_of(verb: Token) -> Token | None:
    """The active subject of a verb, taken from the verb it hangs on where it has none of its own."""
    for _ in range(6):
        for child in verb.children:
            if child.dep_ == "nsubj":
                if child.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl":
                    return verb.head
                return child
        if any(c.dep_ == "nsubjpass" for c in verb.children):
            passive = next(c for c in verb.children if c.dep_ == "nsubjpass")
            # "X is accused of attacking", "X was said to have attacked": the passive subject is the doer.
            return (
                passive
                if verb.lemma_
                in {
                    "accuse",
                    "suspect",
                    "believe",
                    "say",
                    "allege",
                    "report",
                    "charge",
                    "blame",
                    "think",
                    "know",
                }
                else None
            )
        if verb.dep_ in {"conj", "xcomp", "advcl", "pcomp", "prep", "ccomp"} and verb.head.i != verb.i:
            verb = verb.head
            continue
        if verb.dep_ == "acl" and verb.tag_ in {"VBG", "VB"}:
            return verb.head
        return None
    return None


def _deed_doers(noun: Token) -> Iterator[Token]:
    """ "an attack by X", "X's attack", "the X attack", "X carried out an attack", "a clash between X and Y"."""
    for child in noun.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "between"}:
            yield from (p for p in child.children if p.dep_ == "pobj")
        elif child.dep_ == "poss":
            yield child
        elif child.dep_ in {"compound", "amod", "nmod"}:
            yield child
        elif child.dep_ == "acl" and child.lemma_ in {
            "carry",
            "launch",
            "conduct",
            "claim",
            "stage",
            "plan",
            "commit",
            "perpetrate",
        }:
            for prep in child.children:
                if prep.dep_ in {"agent", "prep"} and prep.lower_ == "by":
                    yield from (p for p in prep.children if p.dep_ == "pobj")
    verb = noun.head
    if noun.dep_ in {"dobj"} and verb.lemma_ in lexicon.words_with("fillers", "form", "does"):
        subject = subject_of(verb)
        if subject is not None:
            yield subject
    if noun.dep_ == "nsubjpass" and verb.lemma_ in lexicon.words_with("fillers", "form", "does"):
        for prep in verb.children:
            if prep.dep_ in {"agent", "prep"} and prep.lower_ == "by":
                yield from (p for p in prep.children if p.dep_ == "pobj")


def with_status(
    parsed: ParsedText, mentions: list[FoundMention], chain: tuple[Holder, ...]
) -> tuple[Perpetrator, ...]:
    """The doers with their status: claimed by themselves, accused by others, else reported."""
    return tuple(Perpetrator(actor=m.mention, status=_status(parsed, m, chain)) for m in mentions)


def _status(parsed: ParsedText, doer: FoundMention, chain: tuple[Holder, ...]) -> ByStatus:
    origin = chain[-1] if chain else None
    if origin and is_same(origin.name, doer.mention.name):
        return ByStatus.CLAIMED
    around = parsed.doc[max(parsed.doc[doer.head].sent.start, doer.start - 2) : doer.head + 1]
    if any(t.lower_ in _SUSPECTED for t in around):
        return ByStatus.ACCUSED
    if origin and origin.kind not in _VOICES:
        if doer.mention.kind in {ActorKind.ORGAN, ActorKind.STATE} and origin.kind is HolderKind.OFFICIAL:
            return ByStatus.REPORTED
        return ByStatus.ACCUSED
    return ByStatus.REPORTED


def is_same(one: str, other: str) -> bool:
    """True if two names share most of their words."""
    stop = {"the", "a", "of", "group", "militants"}
    a, b = set(one.lower().split()) - stop, set(other.lower().split()) - stop
    return bool(a and b) and (a <= b or b <= a or len(a & b) / len(a | b) >= 0.5)
