"""Whose channel an act is: a caller who speaks for a group, one who telephones, tweets or writes."""

from __future__ import annotations

from spacy.tokens import Token

from secondsource.read.english.channels.speakers import (
    CALLERS,
    Found,
    group_of,
    is_pretended,
    is_speaker,
    pretends,
    speaker,
)
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.text.sentences import sentence_of
from secondsource.read.english.who.actors import is_group
from secondsource.read.english.who.mentions import FoundMention

_FOR = frozenset({"for", "of", "from", "behalf"})
_REACH = 18


def by_caller(parsed: ParsedText, caller: Token) -> Found | None:
    """ "a caller who said he spoke for the Front", "a Front caller"."""
    if caller.dep_ in {"compound", "amod"}:
        return None
    for inner in caller.subtree:
        found = parsed.mention_at(inner.i)
        if _is_named(parsed, found) and found is not None and found.head != caller.i:
            return found, caller, not (pretends(caller) or is_pretended(parsed, found))
    found = _spoken_for(parsed, caller)
    return (found, caller, False) if found is not None else None


def by_verb(parsed: ParsedText, verb: Token) -> Found | None:
    """ "the Front telephoned the station", "a man claiming to be a Front member rang the paper"."""
    if verb.pos_ != "VERB":
        return None
    found = speaker(parsed, verb)
    if found is not None:
        return found
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None or subject.lower_ not in CALLERS:
        return None
    named = _spoken_for(parsed, subject)
    return (named, verb, False) if named is not None and named.start < verb.i else None


def _spoken_for(parsed: ParsedText, caller: Token) -> FoundMention | None:
    """The group that follows "for", "of" or "on behalf of" in the words about a caller."""
    for token in caller.doc[caller.i + 1 : min(caller.i + _REACH, sentence_of(caller).end - 1)]:
        if token.lower_ == "as":  # "who identified himself as a Front commander"
            inside = parsed.mentions_between(token.i, token.right_edge.i + 1)
            found = next((g for m in inside if (g := group_of(parsed, m)) is not None), None)
            if _is_named(parsed, found):
                return found
        if token.lower_ in _FOR:
            at = token.i + 2 if token.nbor(1).lower_ in {"the", "of"} else token.i + 1
            found = parsed.mention_at(at) if at < len(caller.doc) else None
            if _is_named(parsed, found):
                return found
    return None


def _is_named(parsed: ParsedText, found: FoundMention | None) -> bool:
    return found is not None and is_speaker(parsed, found) and is_group(parsed, found) and found.is_named
