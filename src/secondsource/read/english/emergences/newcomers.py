"""Who is said to be new: named by or beside the description, its subject, or "we"."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Token

from secondsource.read.english.cues import FoundCue
from secondsource.read.english.lexicon import lines
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.text.sentences import sentence_of
from secondsource.read.english.who.actors import full, is_group, named_for
from secondsource.read.english.who.arguments import actor_at, actor_before
from secondsource.read.english.who.mentions import FoundMention
from secondsource.records import ActorKind

_INQUIRIES = frozenset(
    {"investigate", "probe", "inquire", "examine", "study", "review", "ensure", "discuss", "monitor"}
)
_NAMING = frozenset({"call", "name", "know", "style", "dub", "identify", "term"})
_OFFICIAL = frozenset(
    {"military", "police", "army", "special", "government", "elite", "ministry", "anti-drug"}
)
_OWN = frozenset({"our", "my", "its"})
_GUISES = frozenset({"garb", "guise", "disguise", "pretence"})
_REACH = 14
# How far ahead a new group is named, in tokens: about two sentences.
_AHEAD = 60
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_FOUNDINGS = frozenset(
    {"form", "found", "establish", "introduce", "announce", "proclaim", "create", "see", "set"}
)
_BIRTHS = frozenset({"emerge", "surface", "appear", "pop", "turn", "spring"})


def is_newcomer(parsed: ParsedText, found: FoundMention) -> bool:
    """True for a group, also one that is called an army; fighters and collectives are not founded."""
    if found.role == "force" and found.mention.kind is ActorKind.GROUP:  # "the new army was constituted"
        words = {t.lower_ for t in parsed.doc[found.start : found.end]}
        return bool(words & {"new", "of"}) and not words & lines("states")
    return is_group(parsed, found) and found.role != "fighters" and not found.mention.is_collective


def newcomer(parsed: ParsedText, cue: FoundCue, main: Token) -> FoundMention | None:
    """The actor that the words of the cue are about, by the cue's form."""
    if cue.get("form") == "noun":
        found = _described(parsed, cue)
        return found and (_called(parsed, found) or found)
    if cue.get("form") == "object":
        found = actor_at(parsed, cue.end, reach=1)
        return found if found is not None and found.is_named else None
    if cue.get("form") == "heard":
        return _heard_of(parsed, cue, main)
    if cue.get("form") == "we":
        return _of_we(parsed, cue, main)
    if cue.get("form") == "dated":
        when = parsed.time_at(main.i)
        if when is None or not _YEAR.search(when.words) or main.pos_ != "VERB":
            return None
        if any(c.dep_ in {"xcomp", "dobj"} for c in main.children):
            return None  # "began smuggling arms in 2012"
        found = _subject(parsed, main)
        return found if found is not None and found.is_named else None
    found = _subject(parsed, main)
    if found is not None and not found.is_named and found.role == "stand_in":
        return _called(parsed, found) or _named_later(parsed, found) or found
    return found


def _called(parsed: ParsedText, found: FoundMention) -> FoundMention | None:
    """The name that the sentence gives to whom it describes: "the latest militia to appear is called the Thorn"."""
    head = parsed.doc[found.head]
    if found.is_named or head.dep_ != "nsubjpass" or head.head.lemma_ not in _NAMING:
        return None
    names = (c for c in head.head.children if c.i > head.head.i and c.dep_ in {"oprd", "attr", "dobj"})
    return next((m for c in names if (m := parsed.mention_at(c.i)) and m.is_named), None)


def birth_at(main: Token) -> Token | None:
    """The verb that tells of the birth of what a noun describes: "a new group surfaced on Monday"."""
    head = _phrase_head(main)
    verbs = [head.head, *(c for c in head.children if c.dep_ in {"acl", "relcl"})]
    return next((v for v in verbs if v.pos_ == "VERB" and v.lemma_ in _BIRTHS | _FOUNDINGS), None)


def _described(parsed: ParsedText, cue: FoundCue) -> FoundMention | None:
    """The actor that "a new group" names: by itself, in apposition, or by "calling itself"."""
    doc = parsed.doc
    head = _phrase_head(doc[cue.end - 1])
    phrase = {t.lower_ for t in doc[head.left_edge.i : head.i]}
    above = {t.lower_ for t in doc[max(0, head.left_edge.i - 2) : head.left_edge.i]}
    if phrase & _OFFICIAL or above & _GUISES:
        return None
    for child in head.children:
        if child.dep_ in {"acl", "relcl"} and child.lemma_ in _NAMING:
            named = _named_in(parsed, child)
            if named is not None:
                return named
    at = head.i + 1
    while at < len(doc) and doc[at].text in {",", "-", "--", '"', ":", "'"}:
        at += 1
    if at < len(doc) and doc[at].lemma_ in _NAMING:
        at += 1
        while at < len(doc) and doc[at].lower_ in {"itself", "themselves", "as", "the", '"', "'"}:
            at += 1
    following = actor_at(parsed, at, reach=0) if at < len(doc) else None
    if following is not None and following.is_named:
        return following
    own = parsed.mention_at(head.i)
    if own is not None and own.is_named:
        return full(parsed, own)
    if head.dep_ == "appos" or head.dep_ == "attr":
        other = _subject(parsed, head.head) if head.dep_ == "attr" else parsed.mention_at(head.head.i)
        if other is not None and other.is_named:
            return other
    before = head.left_edge.i
    if before > 1 and doc[before - 1].text == ",":
        other = actor_before(parsed, before - 1)
        if other is not None and other.is_named:
            return other
    if own is None:
        return None
    named = _named_later(parsed, own)
    return named or (_in_full(parsed, own, head) if own.role == "stand_in" else None)


def _in_full(parsed: ParsedText, own: FoundMention, head: Token) -> FoundMention | None:
    """A new group without a name under the words that describe it: "a previously unheard-of armed faction"."""
    start = head.left_edge.i
    while start < own.head and (parsed.doc[start].pos_ == "DET" or parsed.doc[start].is_punct):
        start += 1
    if own.end - start < 2:
        return None
    mention = replace(own.mention, span=parsed.span(start, own.end), name=parsed.words(start, own.end))
    return replace(own, start=start, mention=mention)


def _named_later(parsed: ParsedText, own: FoundMention) -> FoundMention | None:
    """The name that the next sentences give it: "The faction, which styles itself X"."""
    for token in parsed.doc[own.end : own.end + _AHEAD]:
        if token.lemma_ in _NAMING and any(c.lower_ in {"itself", "themselves"} for c in token.children):
            return _named_in(parsed, token)
    return None


def _heard_of(parsed: ParsedText, cue: FoundCue, main: Token) -> FoundMention | None:
    """ "a group nobody had heard of, X", "nobody had heard of X before"."""
    if main.dep_ == "relcl":
        head = main.head
        if head.lower_ not in lines("organisation_heads"):
            return None
        after = parsed.doc[main.i : min(main.i + _REACH, sentence_of(main).end)]
        named = (parsed.mention_at(t.i) for t in after if t.i > cue.end - 1)
        return next((m for m in named if m is not None and m.is_named and is_group(parsed, m)), None)
    found = actor_at(parsed, cue.end, reach=0)
    words = {t.lower_ for t in parsed.doc[cue.end : sentence_of(main).end]}
    return found if found is not None and found.is_named and words & {"before", "until", "till"} else None


def _of_we(parsed: ParsedText, cue: FoundCue, main: Token) -> FoundMention | None:
    """Who "we" is: named beside it, as what is born, or as the speaker."""
    born = actor_at(parsed, cue.end, reach=1)
    near = parsed.doc[cue.start : min(cue.end + 2, len(parsed.doc))]
    if born is None and not any(t.lower_ in _OWN for t in near):
        return None  # "the birth of a child"
    for found in (*parsed.mentions_between(cue.start, main.i), born):
        if found is not None and found.is_named and is_group(parsed, found):
            return found
    spans = {h.span for h in parsed.chain_at(main.i)}
    return next((m for m in parsed.mentions if m.mention.span in spans and is_group(parsed, m)), None)


def _named_in(parsed: ParsedText, verb: Token) -> FoundMention | None:
    for token in verb.subtree:
        found = parsed.mention_at(token.i)
        if token.i > verb.i and found is not None and found.is_named and found.role != "pronoun":
            return found
    return None


def _phrase_head(token: Token) -> Token:
    """The noun at the head of the phrase that the token describes."""
    while token.dep_ in {"amod", "compound", "advmod", "nmod", "punct", "prep"} and token.head is not token:
        token = token.head
    return token


def _subject(parsed: ParsedText, verb: Token) -> FoundMention | None:
    at = verb
    for _ in range(3):
        for child in at.children:
            if child.dep_ in {"nsubj", "nsubjpass"}:
                if child.lower_ in {"which", "that", "who"}:
                    return _checked(parsed, at.head, verb)
                return _checked(parsed, child, verb)
        if at.dep_ in {"acl", "relcl"}:
            return _checked(parsed, at.head, verb)
        if at.dep_ not in {"conj", "xcomp", "auxpass", "attr", "acomp"}:
            return None
        at = at.head
    return None


def _checked(parsed: ParsedText, subject: Token, verb: Token) -> FoundMention | None:
    """The subject as an actor, unless it was formed to look into something or merely turned up somewhere."""
    purposes = {t.lemma_ for c in verb.children if c.dep_ in {"xcomp", "advcl"} for t in (c,)}
    if purposes & _INQUIRIES:
        return None
    found = named_for(parsed, subject)
    if found is None or not (found.is_named or found.role in {"pronoun", "stand_in"}):
        return None
    if verb.lemma_ in {"establish", "find"} and subject.lower_ == "it":
        return None  # "it was established that"
    if verb.lemma_ in _BIRTHS and any(
        c.dep_ in {"prep", "prt"}
        and c.lower_ in {"from", "at", "with", "before"}
        and not any(g.lemma_.lower() in lines("writings") for g in c.children)
        for c in verb.children
    ):
        return None
    return found
