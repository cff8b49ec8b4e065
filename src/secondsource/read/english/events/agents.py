"""The nouns in the place of the doer around an event word, named or not."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from secondsource.read.english import lexicon
from secondsource.read.english.events.charges import charged_with, of_what
from secondsource.read.english.events.subjects import is_finite_acl, subject_of
from secondsource.read.english.events.sufferers import joined
from secondsource.read.english.events.triggers import Trigger
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.text.phrases import nouns_behind
from secondsource.read.english.text.sentences import sentence_of
from secondsource.read.english.who.names import with_role
from secondsource.records import EventType

COLLECTIVES = frozenset(
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
# "At the hands of X", "on the orders of X", "in the pay of X".
_ORDERS = frozenset(
    {
        "order",
        "orders",
        "behest",
        "instruction",
        "instructions",
        "direction",
        "hands",
        "service",
        "pay",
        "payroll",
    }
)
# "In a new action attributed to X, a bomb destroyed a school".
_ACTIONS = frozenset({"action", "act", "attack", "operation", "crime", "incident", "raid"})
_SERIES = frozenset({"series", "wave", "spate", "string", "number", "campaign"})
_REPORTING = frozenset(
    {"report", "claim", "say", "confirm", "release", "issue", "publish", "quote", "follow", "condemn", "sign"}
)


def doing_heads(parsed: ParsedText, trigger: Trigger) -> list[Token]:
    """The nouns in the place of the doer, named or not."""
    token = parsed.doc[trigger.at]
    return (
        _ascribed_in(token)
        or list(_doing_heads(token, trigger))
        or list(_loose_agent(parsed, token, trigger))
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
            yield from agents or having_it_done(token)
            if passive or agents:
                return
    if trigger.form in {"happen", "suffer"}:
        yield from having_it_done(token)
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
            yield from nouns_behind(token, {"with"})


def having_it_done(verb: Token) -> list[Token]:
    """ "Was killed on the orders of X", "died at the hands of X": who had it done."""
    return [
        p
        for c in verb.children
        if c.dep_ == "prep" and c.lower_ in {"on", "at", "under", "in"}
        for o in c.children
        if o.lower_ in _ORDERS
        for p in nouns_behind(o, {"of", "from", "by"})
    ]


def _ascribed_in(verb: Token) -> list[Token]:
    """ "In a new action attributed to X, a bomb destroyed a school": X."""
    nouns = [
        p
        for c in verb.children
        if c.dep_ == "prep" and c.lower_ == "in"
        for p in c.children
        if p.lower_ in _ACTIONS
    ]
    return [found for noun in nouns if (found := charged_with(noun)) is not None]


def _loose_agent(parsed: ParsedText, token: Token, trigger: Trigger) -> Iterator[Token]:
    """ "by X" in the clause that the parse hung elsewhere: "the killing of six priests perpetrated by the army"."""
    if trigger.form not in {"act", "harm", "deed"} or (trigger.form != "deed" and token.tag_ != "VBN"):
        return
    start, end = parsed.clause(token.i)
    for by in parsed.doc[max(start, token.i + 1) : min(end, token.i + 25)]:
        if by.lower_ == "by" and by.head.lemma_ not in _REPORTING and by.dep_ in {"agent", "prep"}:
            yield from (p for p in by.children if p.dep_ == "pobj")
            return


def _deed_doers(noun: Token, trigger: Trigger) -> Iterator[Token]:
    """ "an attack by X", "X's attack", "the X attack", "X carried out an attack", "a clash between X and Y"."""
    for child in noun.children:
        lead = {"by", "between", "with"} if trigger.type is EventType.ARMED_CLASH else {"by"}
        if noun.dep_ == "dobj" and noun.head.lemma_ in lexicon.words_with("fillers", "form", "suffers"):
            lead |= {"from"}
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
                    yield from inner if one.lower_ in COLLECTIVES and inner else [one]
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
