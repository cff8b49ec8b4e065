"""The two sides that "both" and "the two sides" mean, and what two sides do to each other."""

from __future__ import annotations

from spacy.tokens import Token

from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.said.scopes import bare
from secondsource.read.english.text.sentences import sentence_of
from secondsource.read.english.who.mentions import FoundMention
from secondsource.records import ActorKind, EventType

PARTIES = frozenset({ActorKind.GROUP, ActorKind.PARTY})
# What two sides do to each other or together.
MUTUAL = frozenset({EventType.ARMED_CLASH, EventType.AGREEMENT})
_BOTH = frozenset({"two", "both", "sides", "parties", "factions", "rivals", "side", "pair"})
_GROUPS = frozenset({"groups", "factions", "organisations", "organizations", "outfits", "militias"})
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


def these_groups(parsed: ParsedText, head: Token) -> list[FoundMention]:
    """The groups that "these groups" or "both groups" means: those that the sentence before names; [] for one."""
    if head.lower_ not in _GROUPS or not {c.lower_ for c in head.children} & {"these", "both", "two"}:
        return []
    start = sentence_of(head).start
    if start == 0:
        return []
    before = sentence_of(parsed.doc[start - 1])
    named = {
        bare(m.mention.name): m
        for m in parsed.mentions_between(before.start, before.end)
        if m.is_named and m.mention.kind in PARTIES
    }
    return list(named.values()) if len(named) > 1 else []


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
