"""Who is said to have done it, with the status that the words and the chain give it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from secondsource.read.english import lexicon
from secondsource.read.english.claims.selves import speaking_of_itself
from secondsource.read.english.events.charges import CHARGING, charged_with, of_what
from secondsource.read.english.events.triggers import Trigger, joined
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.said.chains import bare
from secondsource.read.english.text.sentences import sentence_of
from secondsource.read.english.who.mentions import FoundMention
from secondsource.read.english.who.names import with_role
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
    found: list[FoundMention] = []
    for head in doing_heads(parsed, trigger):
        if trigger.type in _MUTUAL and is_both(head):
            return both_before(parsed, head)
        for one in (head, *joined(head)):
            mention = _actor(parsed, one)
            if mention and all(m.mention.name != mention.mention.name for m in found):
                found.append(mention)
    return found


def doing_heads(parsed: ParsedText, trigger: Trigger) -> list[Token]:
    """The nouns in the place of the doer, named or not."""
    token = parsed.doc[trigger.at]
    return list(_doing_heads(token, trigger)) or list(_loose_agent(parsed, token, trigger))


def _actor(parsed: ParsedText, token: Token) -> FoundMention | None:
    speaker = speaking_of_itself(parsed, token)
    if not speaker and (
        token.like_num or token.lower_ in {"some", "several", "many", "members", "unit", "cell"}
    ):
        # "two of our brothers", "a unit of ours"
        speaker = next((s for p in of_what(token) if (s := speaking_of_itself(parsed, p))), None)
    if speaker:
        return speaker
    mention = parsed.mention_at(token.i)
    if mention is None or (not mention.is_named and token.lower_ in _COLLECTIVES):
        inner = [
            t
            for t in token.subtree
            if t.i - token.i < 8
            and t.dep_ in {"compound", "pobj", "nmod", "conj"}
            and (token.lower_ in _COLLECTIVES or _makes_up(t, token))
        ]
        mention = next(
            (m for t in inner if (m := parsed.mention_at(t.i)) and m.is_named and m.role in _DOERS), mention
        )
    if mention is None or mention.role not in _DOERS:
        return None
    if mention.role in {"fighters", "stand_in"} and not mention.is_named:
        return _named_as(parsed, token)
    return mention


def _makes_up(part: Token, whole: Token) -> bool:
    """True if the part says whose the whole is ("Front cadres", "sons of the Front"), not where or what it did."""
    at = part
    while at.i != whole.i:
        if at.dep_ not in {"compound", "nmod", "pobj", "conj", "prep"} or (
            at.dep_ == "prep" and at.lower_ not in {"of", "from", "with", "between"}
        ):
            return False
        at = at.head
    return True


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
        token.dep_ in {"acl", "amod"} and token.tag_ == "VBN" and not is_finite_acl(token)
    )
    if passive or token.tag_ == "VBN":
        agents = [
            p
            for c in token.children
            if c.dep_ in {"agent", "prep"} and c.lower_ == "by"
            for p in c.children
            if p.dep_ in {"pobj", "pcomp"}
        ]
        if passive and not agents:
            # "abducted and killed by X"
            agents = [
                p
                for v in token.children
                if v.dep_ == "conj" and v.tag_ == "VBN" and not any(c.dep_ == "nsubjpass" for c in v.children)
                for c in v.children
                if c.dep_ == "agent"
                for p in c.children
                if p.dep_ == "pobj"
            ]
        # "had killed the judge by mistake" has a subject of its own.
        if passive or not any(c.dep_ == "nsubj" for c in token.children):
            yield from agents or _ordering(token)
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


_ORDERS = frozenset({"order", "orders", "behest", "instruction", "instructions", "direction"})


def _ordering(verb: Token) -> list[Token]:
    """ "was killed on the orders of X": who had it done."""
    return [
        p
        for c in verb.children
        if c.dep_ == "prep" and c.lower_ in {"on", "at", "under"}
        for o in c.children
        if o.lower_ in _ORDERS
        for d in o.children
        if d.dep_ == "prep" and d.lower_ in {"of", "from", "by"}
        for p in d.children
        if p.dep_ == "pobj"
    ]


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


def is_finite_acl(verb: Token) -> bool:
    """A past tense that the parse hung on its own subject: "The CTD and police, in a joint action, killed three"."""
    if (
        verb.dep_ != "acl"
        or verb.i <= verb.head.i
        or any(c.dep_ in {"agent", "auxpass"} for c in verb.children)
    ):
        return False
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and any(c.dep_ == "dobj" for c in verb.children))


def subject_of(verb: Token) -> Token | None:
    """The active subject of a verb, taken from the verb it hangs on where it has none of its own."""
    for _ in range(6):
        if verb.dep_ in {"pcomp", "prep"} and verb.lemma_ in CHARGING:
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
        if verb.dep_ == "acl" and (verb.tag_ in {"VBG", "VB"} or is_finite_acl(verb)):
            return verb.head
        clausal = next((c for c in verb.children if c.dep_ == "csubj" and c.tag_ == "VBG"), None)
        if clausal is not None:
            # "rebels numbering forty raided the house"
            return next((c for c in clausal.children if c.dep_ == "nsubj"), None)
        return None
    return None


_SERIES = frozenset({"series", "wave", "spate", "string", "number", "campaign"})


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
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ in _SERIES:
        noun = noun.head.head  # "carried out a series of kidnappings"
    verb = noun.head
    if trigger.type is EventType.ARMED_CLASH and noun.dep_ == "nsubj":
        # "an exchange of fire took place between X and Y"
        for prep in verb.children:
            if prep.dep_ == "prep" and prep.lower_ == "between":
                for one in (p for p in prep.children if p.dep_ == "pobj"):
                    inner = [t for p in of_what(one) for t in (p, *joined(p))]
                    yield from inner if one.lower_ in _COLLECTIVES and inner else [one]
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


# What two sides do to each other or together.
_MUTUAL = frozenset({EventType.ARMED_CLASH, EventType.AGREEMENT})
_BOTH = frozenset({"two", "both", "sides", "parties", "factions", "rivals", "side", "pair"})
# Tokens in which the two that "the two sides" means were named.
_BOTH_REACH = 120


def is_both(head: Token) -> bool:
    """True for "the two", "both", "the two sides"; not "two men"."""
    if head.lower_ not in _BOTH or head.dep_ == "nummod":
        return False
    before = {c.lower_ for c in head.children if c.i < head.i}
    if head.lower_ == "both":
        return True
    return bool(before & {"the", "these"} and (head.lower_ == "two" or before & {"two"})) or bool(
        before & {"both"}
    )


def both_before(parsed: ParsedText, head: Token) -> list[FoundMention]:
    """The two parties named last before the word, where there are two; in the order of the text."""
    found: list[FoundMention] = []
    start = sentence_of(head).start
    earlier = parsed.mentions_between(max(0, start - _BOTH_REACH), start)
    for mention in reversed(earlier):
        is_side = mention.is_named and mention.role in {"body", "band", "name", "force", "fighters"}
        is_new = all(bare(m.mention.name) != bare(mention.mention.name) for m in found)
        if is_side and is_new and mention.mention.kind in PARTIES | {ActorKind.ORGAN}:
            found.append(mention)
        if len(found) == 2:
            return found[::-1]
    return []


# What officials tell of an ally rather than charge a foe with.
_FORCES = frozenset({"forces", "coalition", "army", "peshmerga"})
_NO_CRIMES = frozenset({EventType.MOVEMENT, EventType.AGREEMENT, EventType.RELEASE})


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


def _status(
    parsed: ParsedText,
    doer: FoundMention,
    chain: tuple[Holder, ...],
    is_charged: bool,
    kind: EventType | None,
) -> ByStatus:
    origin = chain[-1] if chain else None
    if origin and (is_same(origin.name, doer.mention.name) or _is_own_force(origin, doer)):
        return ByStatus.CLAIMED
    if is_charged:
        return ByStatus.ACCUSED
    around = parsed.doc[max(sentence_of(parsed.doc[doer.head]).start, doer.start - 2) : doer.head + 1]
    if any(t.lower_ in _SUSPECTED for t in around):
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


_TROOPS = frozenset(
    {"troops", "soldiers", "forces", "jets", "artillery", "commandos", "warplanes", "gunners", "marines"}
)
_COMMANDS = frozenset(
    {"army", "military", "navy", "command", "corps", "brigade", "staff", "defence", "defense", "force"}
)


def _is_own_force(origin: Holder, doer: FoundMention) -> bool:
    """ "The army said that its troops had shelled the camp": those who speak tell of their own."""
    words = set(doer.mention.name.lower().split())
    return (
        origin.kind is HolderKind.OFFICIAL
        and bool(words & _TROOPS)
        and words <= _TROOPS | {"its", "our", "the", "army", "government", "security"}
        and bool(set(origin.name.lower().split()) & _COMMANDS)
    )


def is_same(one: str, other: str) -> bool:
    """True if two names share most of their words."""
    if one.lower() == other.lower():
        return True
    stop = {"the", "a", "of", "group", "militants"}
    a, b = set(one.lower().split()) - stop, set(other.lower().split()) - stop
    return bool(a and b) and (a <= b or b <= a or len(a & b) / len(a | b) >= 0.5)
