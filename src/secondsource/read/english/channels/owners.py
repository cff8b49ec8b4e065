"""Whose channel a word for one stands for: who owns, signs, sends or speaks in a statement, video or page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from secondsource.read.english.channels.speakers import (
    APPEARING,
    CALLERS,
    FAR,
    PRETENDING,
    Found,
    group_of,
    is_pretended,
    is_speaker,
    last_actor,
    pretends,
    speaker,
)
from secondsource.read.english.lexicon import lines
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.text.sentences import sentence_of
from secondsource.read.english.who.arguments import actor_at
from secondsource.read.english.who.mentions import FoundMention

_SPEAKING = lines("speaking_verbs")
_ISSUING = lines("issuing_verbs")
_WRITINGS = lines("writings")
# What a leaflet or a letter does itself; of a statement only what no ministry does: "a statement claimed the raid".
_CLAIMING = frozenset(["claim", "threaten", "warn", "order", "demand", "vow"])
_TELLING = frozenset(
    ["state", "say", "assert", "declare", "announce", "accuse", "read", "give", "list", "call"]
)
_FOUND_ITEMS = frozenset(
    ["leaflet", "pamphlet", "poster", "letter", "note", "banner", "graffiti", "flyer", "handbill", "station"]
)
# "the Front's answer came in a telephone call".
_COMING = frozenset({"come", "arrive", "appear", "follow", "reach"})
_CLIMB = 7
_MEANS = frozenset({"in", "via", "through", "on", "by", "over"})
_AUTHORING = frozenset(
    {"write", "sign", "issue", "send", "release", "post", "publish", "author", "leave", "print"}
    | {"run", "operate", "manage", "control", "maintain", "administer", "use", "circulate", "distribute"}
)
_BELONGING = frozenset({"link", "affiliate", "associate", "connect", "tie", "ally", "trace"})
_NEAR = frozenset({"close", "loyal", "sympathetic", "friendly", "belonging"})
_CARRYING = frozenset({"bear", "carry", "head", "title", "sign", "purport", "profess", "claim"})
_SOURCES = frozenset({"by", "from", "of"})
_MARKS = frozenset(
    {
        "name",
        "names",
        "behalf",
        "seal",
        "stamp",
        "emblem",
        "logo",
        "letterhead",
        "signature",
        "flag",
        "colours",
    }
)
_SIGNING = frozenset({("signed", "by"), ("attributed", "to"), ("ascribed", "to")})
_UNSURE_SIGNS = frozenset({"purporting", "purportedly", "claiming", "said", "believed", "presumed"})
_DISOWNING = frozenset({"disown", "disavow", "repudiate"})
_SIGNATURE = 20
_FINDING = frozenset({"find", "receive", "recover", "discover", "read", "fax", "address"})
_REACH = 12
_WINDOW = 25


def by_noun(parsed: ParsedText, noun: Token, last: FoundMention | None = None) -> Found | None:
    """The actor of a thing, the word that ties them, and whether it is surely the actor's own.

    `last` is whose channel was told of before: a video that came through an account is that actor's.
    """
    ways: tuple[Callable[[ParsedText, Token], Found | None], ...] = (
        _owned,
        _signed,
        _spoken_in,
        _issued,
        _speaking,
        _told_in,
    )
    found = next((found for way in ways if (found := way(parsed, noun)) is not None), None)
    return found or _carried(parsed, noun, last)


def _owned(parsed: ParsedText, noun: Token) -> Found | None:
    """ "the Front's website", "a Front bulletin", "a letter from the Front", "written by the Front"."""
    above = [noun.head] if noun.dep_ == "compound" else []  # "the Front's communique number four"
    for child in (c for n in (noun, *above) for c in n.children):
        if child.dep_ in {"poss", "compound", "nmod"}:
            found = parsed.mention_at(child.i)
            if is_speaker(parsed, found) and found is not None and found.head != noun.i:
                return found, noun, True
    for source, is_sure in _sources(noun):
        for inner in _named_after(source):
            found = parsed.mention_at(inner.i)
            if is_speaker(parsed, found) and found is not None:
                return found, noun, is_sure and not any(pretends(t) for t in source.subtree)
    return None


def _named_after(source: Token) -> Iterator[Token]:
    """The noun after "from" or "by", what it is of, and whom a caller said that he spoke for."""
    for child in source.children:
        if child.i < source.i:
            continue
        yield child
        for inner in child.children:
            if inner.dep_ in {"prep", "appos", "conj", "nmod", "compound", "poss"}:
                yield inner
                yield from _named_after(inner)
            elif inner.dep_ in {"relcl", "acl"} and child.lower_ in CALLERS:
                yield from (t for t in inner.subtree if t.i > inner.i)


def _sources(noun: Token) -> Iterator[tuple[Token, bool]]:
    """The words after which the owner is named, and whether they say that it surely is the owner."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in _SOURCES:
            yield child, True
        if child.dep_ in {"acl", "relcl"} and child.lemma_ in _AUTHORING:
            yield from ((a, True) for a in child.children if a.dep_ == "agent" or a.lower_ in {"by", "from"})
        if child.dep_ in {"acl", "relcl", "amod"} and (child.lemma_ in _BELONGING or child.lower_ in _NEAR):
            yield from ((a, False) for a in child.children if a.dep_ == "prep" and a.lower_ in {"to", "with"})


def _signed(parsed: ParsedText, noun: Token) -> Found | None:
    """ "in the name of the Front", "attributed to the Front", "signed by the Front", "in the Front's name"."""
    doc, end = parsed.doc, min(sentence_of(noun).end, noun.i + _SIGNATURE)
    for k in range(noun.i + 1, end - 1):
        low, following, found = doc[k].lower_, doc[k + 1].lower_, None
        is_sure = low not in {"attributed", "ascribed", "in", "on"} | _UNSURE_SIGNS
        if (low in _MARKS and following == "of") or (low, following) in _SIGNING:
            found = actor_at(parsed, k + 2, reach=1) or _officers_body(parsed, k + 2)
        elif low == "in" and _next(doc[k]) & {"name", "names"}:
            found = actor_at(parsed, k + 1, reach=0, as_written=True)
        elif low in {"signed", "headed", "titled"}:
            found = actor_at(parsed, k + 1, reach=0)
        elif low in _UNSURE_SIGNS:  # "purporting to be from the Front"
            sources = (t for t in doc[k : min(k + 6, end)] if t.lower_ in _SOURCES)
            found = next((f for t in sources if (f := actor_at(parsed, t.i + 1, reach=1))), None)
        if is_speaker(parsed, found) and found is not None:
            return found, noun, is_sure
    return None


def _next(token: Token) -> set[str]:
    """The words of the phrase that a preposition opens."""
    return {c.lower_ for c in token.children if c.dep_ == "pobj"}


def _officers_body(parsed: ParsedText, at: int) -> FoundMention | None:
    """ "signed by its spokesman, X of the Front": the group that the office in the signature is of."""
    office = parsed.mention_at(at) if at < len(parsed.doc) else None
    if office is None or office.role not in {"office", "person"}:
        return None
    doc, end = parsed.doc, office.end
    for k in range(at, min(end + 4, len(doc) - 1)):
        if doc[k].lower_ in {"of", "for"}:
            found = actor_at(parsed, k + 1, reach=0) or _named_like(parsed, doc[k + 1])
            if is_speaker(parsed, found):
                return found
    return None


def _named_like(parsed: ParsedText, token: Token) -> FoundMention | None:
    """The group that bears that one word as its name elsewhere: its name is part of a longer one here."""
    return next((m for m in parsed.mentions if m.is_named and m.mention.name == token.text), None)


def _spoken_in(parsed: ParsedText, noun: Token) -> Found | None:
    """ "the Front said in a statement"; of a spokesman, the group that he speaks for."""
    at = noun
    while at.dep_ in {"compound", "conj", "appos"}:
        at = at.head
    if at.dep_ != "pobj" or at.head.lower_ not in _MEANS | {"with", "as", "at"}:
        return None
    verb = at.head.head
    verbs = APPEARING if at.head.lower_ in {"with", "as"} else _SPEAKING | _ISSUING | APPEARING
    for _ in range(_CLIMB):
        if verb.lemma_ in verbs and verb.pos_ in {"VERB", "AUX"}:
            return speaker(parsed, verb)
        if verb.lemma_ == "make" and any(c.lower_ in {"itself", "themselves"} for c in verb.children):
            return speaker(parsed, verb)
        if verb.lemma_ in _COMING and any(c.dep_ == "nsubj" and _speaks(c) for c in verb.children):
            return speaker(parsed, verb)
        if verb.head is verb:
            break
        verb = verb.head
    return None


def _speaks(subject: Token) -> bool:
    """True for "the Front's answer": words that are somebody's."""
    return any(c.dep_ == "poss" for c in subject.children)


def _issued(parsed: ParsedText, noun: Token) -> Found | None:
    """ "the Front issued a statement", "runs a website and a channel", "left behind a letter"."""
    at = noun
    while at.dep_ in {"compound", "conj", "appos"} and at.head.pos_ in {"NOUN", "PROPN"}:
        at = at.head
    if at.dep_ == "pobj" and at.head.lower_ in {"behind", "up", "out"}:
        at = at.head
    if at.dep_ not in {"dobj", "prep"} or at.head.lemma_ not in _ISSUING | _DISOWNING:
        return None
    return speaker(parsed, at.head)


def _speaking(parsed: ParsedText, noun: Token) -> Found | None:
    """ "the call in which the Front claimed the blast", "a leaflet found at the spot claimed responsibility"."""
    for child in noun.children:
        if child.dep_ in {"relcl", "acl"}:
            spoken = child.lemma_ in _SPEAKING or child.lemma_ in _CARRYING
            found = speaker(parsed, child) if spoken else None
            if found is not None:
                return found[0], noun, found[2] and child.lemma_ not in PRETENDING
        if child.dep_ in {"relcl", "acl"} and child.lemma_ in _CARRYING:  # "that carries its flag"
            marks = (parsed.mention_at(c.i) for o in child.children if o.dep_ == "dobj" for c in o.children)
            owner = next((m for m in marks if is_speaker(parsed, m)), None)
            if owner is not None:
                return owner, noun, False
    if noun.dep_ == "nsubjpass" and noun.head.lemma_ in _ISSUING | _FINDING and _is_new(noun):
        owner = last_actor(parsed, noun)  # "a letter was left at the gate"
        return (owner, noun, False) if is_speaker(parsed, owner) and owner is not None else None
    verbs = _CLAIMING | (_TELLING if noun.lemma_.lower() in _FOUND_ITEMS else frozenset())
    if noun.dep_ != "nsubj" or noun.head.lemma_ not in verbs:
        return None
    before = [
        m
        for m in parsed.mentions_between(max(0, sentence_of(noun).start - FAR), noun.i)
        if is_speaker(parsed, m) and m.is_named
    ]
    return (before[-1], noun, True) if before else None


def _is_new(noun: Token) -> bool:
    return any(c.lower_ in {"a", "an", "another", "second", "third"} for c in noun.children)


def _told_in(parsed: ParsedText, noun: Token) -> Found | None:
    """By order of words, where the parse is of no help: "in a call to a station the Front has claimed"."""
    doc, sent = parsed.doc, sentence_of(noun)
    opening = next((t for t in reversed(doc[max(sent.start, noun.i - 5) : noun.i]) if t.pos_ == "ADP"), None)
    if opening is None or opening.lower_ not in _MEANS:
        return None
    verbs = _SPEAKING | APPEARING
    before = [t for t in doc[max(sent.start, opening.i - _WINDOW) : opening.i] if _is_verb(t, verbs)]
    after = [t for t in doc[noun.i : min(sent.end, noun.i + _WINDOW)] if _is_verb(t, verbs)]
    if before:
        low, high, verb = max(sent.start, before[-1].i - _REACH), before[-1].i, before[-1]
    elif after:
        low, high, verb = noun.i + 1, after[0].i, after[0]
    else:
        return None
    between = [m for m in parsed.mentions_between(low, high) if m.end <= high and m.role != "source"]
    found = group_of(parsed, between[-1]) if between else None
    if found is None:
        return None
    return found, verb, not is_pretended(parsed, found)


def _is_verb(token: Token, verbs: frozenset[str]) -> bool:
    return token.pos_ == "VERB" and token.lemma_ in verbs and token.dep_ not in {"amod", "acl"}


def _carried(parsed: ParsedText, noun: Token, last: FoundMention | None) -> Found | None:
    """What a text came through: "the video was uploaded to a Telegram account" is of who speaks in the video."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in _MEANS | {"to", "onto"}:
        return None
    verb = noun.head.head
    if verb.pos_ != "VERB":
        return None
    subject = verb.head if verb.dep_ in {"relcl", "acl"} else None
    subject = subject or next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None or subject.lemma_.lower() not in _WRITINGS or subject.i == noun.i:
        return None
    found = by_noun(parsed, subject)
    owner = found[0] if found is not None else last or last_actor(parsed, noun)
    return (owner, verb, False) if is_speaker(parsed, owner) and owner is not None else None
