"""Who is said to have done it, with the status that the words and the chain give it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from secondsource.read.english import lexicon
from secondsource.read.english.mentions import FoundMention
from secondsource.read.english.names import with_role
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.selves import speaking_of_itself
from secondsource.read.english.sentences import sentence_of
from secondsource.read.english.triggers import Trigger, joined
from secondsource.records import ActorKind, ByStatus, EventType, Holder, HolderKind, Perpetrator

_SUSPECTED = frozenset(
    {"suspected", "alleged", "presumed", "allegedly", "reportedly", "believed", "accused", "purported"}
)
PARTIES = frozenset({ActorKind.GROUP, ActorKind.PARTY})
_VOICES = frozenset({HolderKind.OUTLET, HolderKind.MEDIA, HolderKind.AGENCY})
# Who may do things: sources, outlets and offices report.
_DOERS = frozenset({"body", "band", "force", "fighters", "state", "name", "stand_in", "pronoun"})


def doers(parsed: ParsedText, trigger: Trigger) -> list[FoundMention]:
    """The actors that the text says did it; [] where it names none."""
    token = parsed.doc[trigger.at]
    found: list[FoundMention] = []
    heads = list(_doing_heads(token, trigger)) or list(_loose_agent(parsed, token, trigger))
    for head in heads:
        for one in (head, *joined(head)):
            mention = _actor(parsed, one)
            if mention and all(m.mention.name != mention.mention.name for m in found):
                found.append(mention)
    return found


def _actor(parsed: ParsedText, token: Token) -> FoundMention | None:
    speaker = speaking_of_itself(parsed, token)
    if not speaker and (
        token.like_num or token.lower_ in {"some", "several", "many", "members", "unit", "cell"}
    ):
        # "two of our brothers", "a unit of ours"
        speaker = next((s for p in _of(token) if (s := speaking_of_itself(parsed, p))), None)
    if speaker:
        return speaker
    mention = parsed.mention_at(token.i)
    if mention is None or (not mention.is_named and token.lower_ in _COLLECTIVES):
        inner = [
            t for t in token.subtree if t.i - token.i < 8 and t.dep_ in {"compound", "pobj", "nmod", "conj"}
        ]
        mention = next(
            (m for t in inner if (m := parsed.mention_at(t.i)) and m.is_named and m.role in _DOERS), mention
        )
    if mention is None or mention.role not in _DOERS:
        return None
    if mention.role in {"fighters", "stand_in"} and not mention.is_named:
        return _named_as(parsed, token)
    return mention


_BELONGING = frozenset({"member", "fighter", "militant", "follower", "supporter", "part", "cadre", "soldier"})


def _named_as(parsed: ParsedText, token: Token) -> FoundMention | None:
    """ "The gunmen who fired were members of X", "belonged to X": the group of the unnamed, as the sentence says."""
    verb = token.head
    if token.dep_ != "nsubj" or verb.lemma_ not in {"be", "belong", "come"}:
        return None
    if any(c.dep_ == "neg" for c in verb.children):
        return None
    heads = [c for c in verb.children if c.dep_ == "attr" and c.lemma_.lower() in _BELONGING]
    if verb.lemma_ != "be":
        heads = [verb]
    for head in heads:
        for prep in head.children:
            if prep.dep_ == "prep" and prep.lower_ in {"of", "to", "from"}:
                for one in prep.children:
                    found = parsed.mention_at(one.i)
                    if found and found.is_named and found.role in {"body", "name", "band", "fighters"}:
                        return found
    return None


_COLLECTIVES = frozenset(
    {
        "cadre",
        "cadres",
        "team",
        "members",
        "group",
        "unit",
        "number",
        "personnel",
        "party",
        "squad",
        "gang",
        "band",
        "dozens",
        "hundreds",
        "militants",
        "fighters",
        "faction",
        "operatives",
        "column",
    }
)


def _doing_heads(token: Token, trigger: Trigger) -> Iterator[Token]:
    """The nouns in the place of the doer."""
    charged = charged_with(token)
    if charged is not None:
        yield charged
        return
    if trigger.form == "deed":
        yield from _deed_doers(token, trigger)
        return
    passive = any(c.dep_ in {"auxpass", "nsubjpass"} for c in token.children) or (
        token.dep_ in {"acl", "amod"} and token.tag_ == "VBN"
    )
    if passive or token.tag_ == "VBN":
        agents = [
            p
            for c in token.children
            if c.dep_ in {"agent", "prep"} and c.lower_ == "by"
            for p in c.children
            if p.dep_ in {"pobj", "pcomp"}
        ]
        # "had killed the judge by mistake" has a subject of its own.
        if passive or not any(c.dep_ == "nsubj" for c in token.children):
            yield from agents
            if passive or agents:
                return
    if trigger.form in {"happen", "suffer"}:
        return
    subject = subject_of(token)
    if (
        subject is None
        and token.tag_ == "VBD"
        and token.i > sentence_of(token).start
        and token.nbor(-1).dep_ in {"pobj", "nmod", "appos"}
    ):
        # A subject that the parse gave away to the phrase before it.
        subject = token.nbor(-1)
    if subject is not None:
        yield subject
        if trigger.form == "clash":
            yield from (
                p
                for c in token.children
                if c.dep_ == "prep" and c.lower_ == "with"
                for p in c.children
                if p.dep_ == "pobj"
            )


def _loose_agent(parsed: ParsedText, token: Token, trigger: Trigger) -> Iterator[Token]:
    """ "by X" in the clause that the parse hung elsewhere: "the killing of six priests perpetrated by the army"."""
    if trigger.form not in {"act", "harm", "deed"} or (trigger.form != "deed" and token.tag_ != "VBN"):
        return
    start, end = parsed.clause(token.i)
    for by in parsed.doc[max(start, token.i + 1) : min(end, token.i + 25)]:
        if by.lower_ == "by" and by.head.lemma_ not in _REPORTING and by.dep_ in {"agent", "prep"}:
            yield from (p for p in by.children if p.dep_ == "pobj")
            return


_REPORTING = frozenset(
    {"report", "claim", "say", "confirm", "release", "issue", "publish", "quote", "follow", "condemn", "sign"}
)
_CHARGING = frozenset({"accuse", "suspect", "blame", "charge", "condemn", "implicate"})
_ASCRIBING = frozenset({"attribute", "ascribe", "blame", "pin", "trace", "link"})
_TAKING_PART = frozenset(
    {"involved", "responsible", "behind", "involvement", "role", "hand", "complicit", "complicity"}
)


def charged_with(token: Token) -> Token | None:
    """Whom the words around an event word charge with it: "accused X of", "blamed X for", "attributed to X"."""
    if token.dep_ == "nsubj" and token.head.lemma_ == "be":
        # "the attack was the work of X"
        for work in token.head.children:
            if work.dep_ == "attr" and work.lower_ in {"work", "handiwork", "doing"}:
                return next(iter(_of(work)), None)
    head = token
    for _ in range(4):
        above = head.head
        if above.i == head.i:
            return None
        if head.dep_ in {"pobj", "pcomp", "conj", "dobj"} and above.lower_ in {"of", "for", "in", "with"}:
            verb = above.head
            if verb.lemma_ in _CHARGING and verb.pos_ == "VERB":
                passive = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
                return passive or next((c for c in verb.children if c.dep_ == "dobj"), None)
            if verb.lower_ == "responsible" and verb.head.lemma_ == "hold":
                # "held the army responsible for"
                return next(
                    (
                        c
                        for c in (*verb.head.children, *verb.children)
                        if c.dep_ in {"dobj", "nsubj", "nsubjpass"}
                        and c.i < verb.i
                        and c.head.lemma_ in {"hold", "responsible"}
                        and c.i > verb.head.i
                    ),
                    None,
                )
            if verb.lower_ in _TAKING_PART:
                return _taking_part(verb)
        if above.lemma_ in _ASCRIBING and head.dep_ in {"dobj", "nsubjpass"}:
            for prep in above.children:
                if prep.dep_ in {"prep", "dative"} and prep.lower_ in {"to", "on", "upon"}:
                    return next((p for p in prep.children if p.dep_ == "pobj"), None)
        if head.dep_ not in {"pobj", "pcomp", "prep", "conj", "dobj"}:
            return None
        head = above
    return None


def _of(noun: Token) -> list[Token]:
    return [
        p
        for c in noun.children
        if c.dep_ == "prep" and c.lower_ == "of"
        for p in c.children
        if p.dep_ == "pobj"
    ]


def is_charge(token: Token) -> bool:
    """True if the words around an event word accuse ("accused of", "blamed on"), not flatly say who did it."""
    for above in list(token.ancestors)[:4]:
        if above.pos_ == "VERB" and above.lemma_ in _CHARGING | _ASCRIBING:
            return True
        if above.lower_ in {"involved", "involvement", "complicity", "complicit"}:
            return True
        if above.pos_ == "VERB":
            return False
    return False


def _taking_part(word: Token) -> Token | None:
    """Who was "responsible for", "involved in" or "behind" it."""
    if word.pos_ in {"NOUN"}:
        owner = next((c for c in word.children if c.dep_ == "poss"), None)
        if owner is not None:
            return owner
        return next(
            (
                p
                for c in word.children
                if c.dep_ == "prep" and c.lower_ == "of"
                for p in c.children
                if p.dep_ == "pobj"
            ),
            None,
        )
    if word.dep_ in {"acl", "amod", "advcl"} and word.head.pos_ in {"NOUN", "PROPN"}:
        return word.head
    verb = word if any(c.dep_ in {"nsubj", "nsubjpass"} for c in word.children) else word.head
    found = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if found is not None and found.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl":
        return verb.head
    return found


def subject_of(verb: Token) -> Token | None:
    """The active subject of a verb, taken from the verb it hangs on where it has none of its own."""
    for _ in range(6):
        if verb.dep_ in {"pcomp", "prep"} and verb.lemma_ in _CHARGING:
            return None
        # Where the parse gives two, the nearer: "Front splinter group Red Hand claimed".
        for child in reversed(list(verb.children)):
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
        if (
            verb.dep_ in {"conj", "xcomp", "acomp", "advcl", "pcomp", "prep", "ccomp"}
            and verb.head.i != verb.i
        ):
            verb = verb.head
            continue
        if verb.dep_ == "acl" and verb.tag_ in {"VBG", "VB"}:
            return verb.head
        return None
    return None


def _deed_doers(noun: Token, trigger: Trigger) -> Iterator[Token]:
    """ "an attack by X", "X's attack", "the X attack", "X carried out an attack", "a clash between X and Y"."""
    for child in noun.children:
        lead = {"by", "between", "with"} if trigger.type is EventType.ARMED_CLASH else {"by"}
        if child.dep_ in {"prep", "agent"} and child.lower_ in lead:
            yield from (p for p in child.children if p.dep_ == "pobj")
        elif child.dep_ == "poss" or (child.dep_ in {"compound", "amod", "nmod"} and _is_known(child)):
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


def _is_known(modifier: Token) -> bool:
    """A modifier that names an actor, not the place of "the Malewada attack": an acronym, a people or a head word."""
    if (modifier.text.isupper() and len(modifier.text) > 1) or modifier.ent_type_ == "NORP":
        return True
    return any(
        modifier.lower_ in with_role(r) for r in ("body", "force", "band", "fighters")
    ) or modifier.lower_ in lexicon.lines("states")


def with_status(
    parsed: ParsedText,
    mentions: list[FoundMention],
    chain: tuple[Holder, ...],
    *,
    is_charged: bool = False,
    is_denied: bool = False,
) -> tuple[Perpetrator, ...]:
    """The doers with their status: claimed by themselves, accused by others (or denied), else reported."""
    return tuple(
        Perpetrator(
            actor=m.mention,
            status=ByStatus.ACCUSED if is_denied else _status(parsed, m, chain, is_charged),
        )
        for m in mentions
    )


def _status(parsed: ParsedText, doer: FoundMention, chain: tuple[Holder, ...], is_charged: bool) -> ByStatus:
    origin = chain[-1] if chain else None
    if origin and is_same(origin.name, doer.mention.name):
        return ByStatus.CLAIMED
    if is_charged:
        return ByStatus.ACCUSED
    around = parsed.doc[max(sentence_of(parsed.doc[doer.head]).start, doer.start - 2) : doer.head + 1]
    if any(t.lower_ in _SUSPECTED for t in around):
        return ByStatus.ACCUSED
    if origin and origin.kind not in _VOICES:
        if doer.mention.kind in {ActorKind.ORGAN, ActorKind.STATE} and origin.kind is HolderKind.OFFICIAL:
            return ByStatus.REPORTED
        return ByStatus.ACCUSED
    return ByStatus.REPORTED


def is_same(one: str, other: str) -> bool:
    """True if two names share most of their words."""
    if one.lower() == other.lower():
        return True
    stop = {"the", "a", "of", "group", "militants"}
    a, b = set(one.lower().split()) - stop, set(other.lower().split()) - stop
    return bool(a and b) and (a <= b or b <= a or len(a & b) / len(a | b) >= 0.5)
