"""What a mention is as an actor: named or vague, a group or not, and its words in full."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from secondsource.read.english.lexicon import lines
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.who.mentions import FoundMention
from secondsource.records import ActorKind, HolderKind, Mention

_NO_ACTORS = frozenset({"person", "office", "source", "outlet"})
_GROUPS = frozenset({ActorKind.GROUP, ActorKind.PARTY})
_NO_GROUPS = frozenset({"person", "office", "source", "outlet", "state", "force"})
_NAMING = frozenset({"call", "name", "know", "style", "dub", "identify", "term"})


def is_actor(found: FoundMention | None) -> bool:
    """True for a group, force, party or state; a person, an office, an outlet or a source is none."""
    return found is not None and found.role not in _NO_ACTORS


def is_group(parsed: ParsedText, found: FoundMention | None) -> bool:
    """True for an armed group or party, by name or stand-in; not for what the text quotes as an outlet."""
    if found is None or found.mention.kind not in _GROUPS or found.role in _NO_GROUPS:
        return False
    quoted = (h for scope in parsed.scopes.scopes for h in scope.holders)
    return all(h.name != found.mention.name for h in quoted if h.kind is HolderKind.OUTLET)


def full(parsed: ParsedText, found: FoundMention) -> FoundMention:
    """The mention with what tells whose it is: "Tolmen forces", "the government of Tolmen"; else unchanged."""
    doc = parsed.doc
    if found.is_named or found.role in {"state", "pronoun"}:
        return found
    start, end = found.start, found.end
    while start > 0 and not doc[start].is_sent_start and _tells_whose(doc[start - 1]):
        start -= 1
    if (
        found.role == "stand_in"
        and end + 1 < len(doc)
        and doc[end].lower_ == "of"
        and parsed.mention_at(end + 1) is not None
    ):
        inner = parsed.mention_at(end + 1)
        if inner is not None and not inner.is_named and inner.role == "fighters":  # "a network of hitmen"
            end = inner.end
            mention = Mention(
                span=parsed.span(start, end), name=parsed.words(start, end), kind=found.mention.kind
            )
            return replace(found, end=end, mention=mention)
    if [t.lower_ for t in doc[end : end + 3]] == ["and", "people", "of"]:
        end += 2  # "the government and people of Tolmen"
    if end + 1 < len(doc) and doc[end].lower_ == "of":
        at = end + 2 if doc[end + 1].lower_ == "the" and end + 2 < len(doc) else end + 1
        owner = parsed.mention_at(at)
        if owner is not None and owner.role == "state" and owner.start <= at:
            end = owner.end
    inside = doc[start:end]
    if not any(_is_whose(t) for t in inside) and (start, end) == (found.start, found.end):
        return found
    while start < found.head and doc[start].lower_ in {"the", "a", "an", "its", "their", "our"}:
        start += 1
    name = parsed.words(start, end)
    old = found.mention
    mention = Mention(span=parsed.span(start, end), name=name, kind=old.kind, is_collective=old.is_collective)
    return replace(found, start=start, end=end, mention=mention, is_named=any(_is_whose(t) for t in inside))


def _tells_whose(token: Token) -> bool:
    return _is_whose(token) or (token.text in {"'s", "-"} and token.i > 0)


def _is_whose(token: Token) -> bool:
    """A demonym, a state or another proper word: "Tolmen", "Tolmenian"."""
    low = token.lower_
    return low in lines("demonyms") or low in lines("states") or token.ent_type_ in {"GPE", "NORP", "ORG"}


def named_for(parsed: ParsedText, token: Token) -> FoundMention | None:
    """The actor at a token, or the name that the text gives it there: "a group calling itself X", "X, a group"."""
    found = parsed.mention_at(token.i)
    if found is not None and (found.is_named or found.role == "pronoun") and found.role != "stand_in":
        return found
    for child in token.children:
        if child.dep_ in {"acl", "relcl"} and child.lemma_ in _NAMING:
            for inner in child.subtree:
                named = parsed.mention_at(inner.i)
                if inner.i > child.i and named is not None and named.is_named and named.role != "pronoun":
                    return named
        if child.dep_ == "appos":
            named = parsed.mention_at(child.i)
            if named is not None and named.is_named and is_actor(named):
                return named
    if token.dep_ == "nsubj" and token.head.lemma_ == "be":  # "the latest group is X"
        for child in token.head.children:
            named = parsed.mention_at(child.i)
            if child.dep_ == "attr" and named is not None and named.is_named and is_actor(named):
                return named
    if token.dep_ == "appos":
        named = parsed.mention_at(token.head.i)
        if named is not None and named.is_named and is_actor(named):
            return named
    return found


def is_known(parsed: ParsedText, found: FoundMention) -> bool:
    """True for an actor with a name or a capital of its own ("the Coalition"), or a state; not "the police"."""
    if found.role in {"state", "pronoun"}:
        return found.is_named
    words = parsed.doc[found.start : found.end]
    if found.role in {"force", "fighters"}:
        capitals = [t for t in words if t.text[0].isupper() and t.i != found.head]
        name_is_own = found.mention.name.lower() != parsed.words(found.start, found.end).lower()
        return (
            bool(capitals) or any(_is_whose(t) for t in words) or (found.role == "fighters" and name_is_own)
        )
    head = parsed.doc[found.head]
    is_capital = head.text[0].isupper() and not head.is_sent_start and not parsed.cleaned.is_lower
    is_described = parsed.cleaned.is_lower and found.end - found.start > 2
    return found.is_named or is_described or (is_capital and head.pos_ in {"PROPN", "NOUN"})
