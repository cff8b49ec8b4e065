"""Actors that are said to be new: formed, founded, first seen, announced by themselves."""

from __future__ import annotations

from spacy.tokens import Token

from secondsource.read.english.actors import full, is_group, named_for
from secondsource.read.english.arguments import actor_at, actor_before
from secondsource.read.english.cues import FoundCue, phrasebook
from secondsource.read.english.draft import Draft
from secondsource.read.english.holders import to_holder
from secondsource.read.english.mentions import FoundMention
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.sentences import sentence_of
from secondsource.records import Emergence, Stance

_INQUIRIES = frozenset(
    {"investigate", "probe", "inquire", "examine", "study", "review", "ensure", "discuss", "monitor"}
)
_NAMING = frozenset({"call", "name", "know", "style", "dub", "identify", "term"})
# Tokens; "to emerge" alone is no evidence.
_SHORTEST_CLAUSE = 6
_BIRTHS = frozenset({"emerge", "surface", "appear", "pop", "turn", "spring"})


def find_emergences(parsed: ParsedText) -> list[Draft]:
    """Each actor once for each origin, at the first words that say that it is new."""
    drafts: list[Draft] = []
    seen: set[tuple[str, str | None]] = set()
    for cue in phrasebook("emergences", "form").find(parsed.doc):
        main = _main(parsed, cue)
        found = _newcomer(parsed, cue, main)
        if found is None or not _is_newcomer(parsed, found):
            continue
        chain = parsed.chain_at(main.i)
        if cue.get("form") == "self" and all(h.name != found.mention.name for h in chain):
            chain = (*chain, to_holder(found))
        key = (found.mention.name.lower(), chain[-1].name if chain else None)
        if key in seen:
            continue
        seen.add(key)
        start, end = parsed.clause(main.i)
        if end - start < _SHORTEST_CLAUSE:
            start, end = sentence_of(main).start, sentence_of(main).end
        stance = parsed.stance_at(main.i)
        if stance is Stance.DENIES:
            continue
        drafts.append(
            Draft(
                span=parsed.span(min(start, cue.start), max(end, cue.end)),
                chain=chain,
                stance=stance,
                proposition=Emergence(
                    actor=found.mention, when=None if cue.get("form") == "noun" else parsed.time_at(main.i)
                ),
            )
        )
    return drafts


def _main(parsed: ParsedText, cue: FoundCue) -> Token:
    return parsed.doc[cue.start : cue.end].root


def _is_newcomer(parsed: ParsedText, found: FoundMention) -> bool:
    return is_group(parsed, found) and found.role != "fighters" and not found.mention.is_collective


def _newcomer(parsed: ParsedText, cue: FoundCue, main: Token) -> FoundMention | None:
    if cue.get("form") == "noun":
        return _described(parsed, cue)
    if cue.get("form") == "object":
        found = actor_at(parsed, cue.end, reach=1)
        return found if found is not None and found.is_named else None
    return _subject(parsed, main)


def _described(parsed: ParsedText, cue: FoundCue) -> FoundMention | None:
    """The actor that "a new group" names: by itself, in apposition, or by "calling itself"."""
    doc = parsed.doc
    head = _phrase_head(doc[cue.end - 1])
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
    return own if own is not None and own.end - own.start > 2 else None


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
        c.dep_ in {"prep", "prt"} and c.lower_ in {"from", "at", "with"} for c in verb.children
    ):
        return None
    return found
