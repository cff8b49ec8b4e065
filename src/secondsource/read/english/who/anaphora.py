"""Mentions whose pronouns and stand-ins ("the group", "they") carry the name they refer to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from spacy.tokens import Doc, Token

from secondsource.read.english.text.sentences import sentence_of
from secondsource.read.english.who.binding import others_in_clause, wholes_around
from secondsource.read.english.who.mentions import FoundMention
from secondsource.records import ActorKind, Mention, Span

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "said", "same"})
_GROUPS = frozenset({ActorKind.GROUP, ActorKind.PARTY})
_PLURALS = frozenset({"they", "them", "their"})
_THINGS = frozenset({"it", "its", "itself"})
_OBJECTS = frozenset({"it", "them"})
_ACTING = frozenset({"body", "band", "force", "fighters", "name", "stand_in", "state", "pronoun"})
# Only what bears the word in its name is called so: "the coalition" is no militia told of before.
_LEAGUES = frozenset({"coalition", "alliance", "league", "union", "federation", "regime", "opposition"})
# What may describe any group told of before.
_KINDS = frozenset(
    {"armed", "terrorist", "terror", "militant", "rebel", "guerrilla", "guerilla", "extremist", "jihadist"}
    | {"islamist", "insurgent", "banned", "outlawed", "proscribed", "said", "same", "separatist", "maoist"}
    | {"new", "shadowy", "little", "-", "known", "militia", "opposition", "criminal", "so", "called"}
    | {"naxal", "naxalite", "underground", "ultra", "radical", "sunni", "shia", "leftist", "exiled"}
)
# In the plural and still one group.
_NEW = frozenset({"newcomers"})
# Tokens: about three sentences of a news text.
_REACH = 70
_PEOPLE = frozenset({"he", "she", "his", "her", "him"})


def resolve(
    doc: Doc, found: tuple[FoundMention, ...], span: Callable[[int, int], Span]
) -> tuple[FoundMention, ...]:
    """The mentions with stand-ins resolved and resolved pronouns added, in order."""
    out: list[FoundMention] = []
    by_start: dict[int, list[FoundMention]] = {}
    for mention in found:
        by_start.setdefault(mention.start, []).append(mention)
    covered = {i for m in found for i in range(m.start, m.end)}
    for token in doc:
        if token.i in by_start:
            out += [_stand_in(doc, m, out) for m in by_start[token.i]]
        elif token.i not in covered and token.pos_ == "PRON":
            antecedent = _antecedent(token, out)
            if antecedent:
                out.append(_pronoun(token, antecedent, span))
    return tuple(out)


def _stand_in(doc: Doc, mention: FoundMention, before: list[FoundMention]) -> FoundMention:
    """ "The outfit" with the name of the last group before it; anything else unchanged."""
    if (
        mention.role not in {"stand_in", "fighters"}
        or mention.is_named
        or doc[mention.start].lower_ not in _DEFINITE
    ):
        return mention
    if mention.end - mention.start > 3 or _has_name_of_own(doc, mention):
        return mention
    if mention.role == "fighters":
        return _the_fighters(doc, mention, before)
    others = others_in_clause(doc[mention.head], before) | wholes_around(doc[mention.head], before)
    groups = [
        m
        for m in before
        if m.is_named and m.mention.kind in _GROUPS and m.mention.name not in others and not _is_told(doc, m)
    ]
    word = doc[mention.head].lower_
    called = [m for m in groups if word in m.mention.name.lower().split()]
    if word in _NEW:
        groups = [m for m in groups if m.role in {"body", "band"}] or groups
    antecedent = called[-1] if called else groups[-1] if groups and word not in _LEAGUES else None
    if antecedent is None or (mention.mention.is_collective and word not in _NEW):
        return mention
    old = mention.mention
    return replace(
        mention,
        mention=Mention(span=old.span, name=antecedent.mention.name, kind=antecedent.mention.kind),
        is_named=True,
    )


def _has_name_of_own(doc: Doc, mention: FoundMention) -> bool:
    """ "The 4th Brigade", "the coordination unit": which one is said, and it is none told of before."""
    words = [t for t in doc[mention.start + 1 : mention.head] if t.pos_ != "PUNCT"]
    return any(t.lower_ not in _KINDS for t in words)


def _is_told(doc: Doc, mention: FoundMention) -> bool:
    """ "told X": whoever is told mostly publishes, and is no group that the text tells of."""
    head = doc[mention.head]
    return head.dep_ in {"dobj", "dative"} and head.head.lemma_ == "tell"


# Words of a name whose bearers are no militants.
_FORCES = frozenset(
    {"security", "police", "rangers", "coalition", "department", "ministry", "agency", "bureau", "government"}
)


def _is_paper(doc: Doc, mention: FoundMention) -> bool:
    """ "..., reports X" at a sentence's end: a paper, and none of those that the text tells of."""
    at = mention.start - 1
    while at > 0 and doc[at].lower_ in {"the", '"'}:
        at -= 1
    return at > 0 and doc[at].lower_ in {"reports", "reported", "adds"} and mention.role == "name"


def _the_fighters(doc: Doc, mention: FoundMention, before: list[FoundMention]) -> FoundMention:
    """ "The militants" with the name of the armed group just told of, unless nameless ones came between."""
    if any(c.dep_ == "prep" and c.lower_ == "of" for c in doc[mention.head].children):
        return mention  # "the pirates of the Upper River"
    others = others_in_clause(doc[mention.head], before)
    for earlier in reversed(before):
        if earlier.mention.name in others:
            continue
        if mention.start - earlier.start > _REACH or (earlier.role == "fighters" and not earlier.is_named):
            break
        if (
            earlier.is_named
            and earlier.mention.kind in _GROUPS
            and earlier.role in {"body", "name", "fighters"}
            and not _is_paper(doc, earlier)
            and not set(earlier.mention.name.lower().split()) & _FORCES
        ):
            old = mention.mention
            return replace(
                mention,
                mention=Mention(span=old.span, name=earlier.mention.name, kind=earlier.mention.kind),
                is_named=True,
            )
    return mention


def _antecedent(token: Token, before: list[FoundMention]) -> FoundMention | None:
    word = token.lower_
    if word in _PEOPLE:
        return next((m for m in reversed(before) if m.role in {"office", "person"}), None)
    if word not in _THINGS | _PLURALS:
        return None
    here = sentence_of(token).start
    others = others_in_clause(token, before) if word in _OBJECTS or token.dep_ == "poss" else frozenset()
    recent = [
        m
        for m in before[-30:]
        if m.role in _ACTING
        and (word in _PLURALS or not m.mention.is_collective)
        and m.mention.name not in others
        and not _is_paper(token.doc, m)
    ]
    if word in _THINGS:
        recent = [m for m in recent if m.role != "fighters"]
    inside = [m for m in recent if others and m.start >= here and m.role != "pronoun"]
    if inside:
        return inside[-1]  # "A shares the politics of B without belonging to it"
    # The subject of this sentence, then that of the one before; else the last actor named near.
    best = [m for m in recent if _is_subject(token.doc[m.head])]
    for candidates in (best, recent):
        near = [m for m in candidates if here - m.start < _REACH]
        if near:
            return near[-1]
    return None


def _is_subject(token: Token) -> bool:
    while token.dep_ in {"compound", "nmod", "conj", "appos"} and token.head.i != token.i:
        token = token.head
    return token.dep_ in {"nsubj", "nsubjpass", "agent"} or (
        token.dep_ == "pobj" and token.head.dep_ == "agent"
    )


def _pronoun(token: Token, antecedent: FoundMention, span: Callable[[int, int], Span]) -> FoundMention:
    old = antecedent.mention
    return FoundMention(
        start=token.i,
        end=token.i + 1,
        head=token.i,
        mention=Mention(
            span=span(token.i, token.i + 1), name=old.name, kind=old.kind, is_collective=old.is_collective
        ),
        role=antecedent.role if antecedent.role in {"person", "office"} else "pronoun",
        is_named=antecedent.is_named,
    )
