"""Mentions whose pronouns and stand-ins ("the group", "they") carry the name they refer to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from spacy.tokens import Doc, Token

from secondsource.read.english.mentions import FoundMention
from secondsource.records import ActorKind, Mention, Span

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "said", "same"})
_GROUPS = frozenset({ActorKind.GROUP, ActorKind.PARTY})
_PLURALS = frozenset({"they", "them", "their"})
_THINGS = frozenset({"it", "its", "itself"})
_PEOPLE = frozenset({"he", "she", "his", "her", "him"})


def resolve(
    doc: Doc, found: tuple[FoundMention, ...], span: Callable[[int, int], Span]
) -> tuple[FoundMention, ...]:
    """The mentions with stand-ins resolved and resolved pronouns added, in order."""
    out: list[FoundMention] = []
    by_start = {m.start: m for m in found}
    covered = {i for m in found for i in range(m.start, m.end)}
    for token in doc:
        if token.i in by_start:
            out.append(_stand_in(doc, by_start[token.i], out))
        elif token.i not in covered and token.pos_ == "PRON":
            antecedent = _antecedent(token, out)
            if antecedent:
                out.append(_pronoun(token, antecedent, span))
    return tuple(out)


def _stand_in(doc: Doc, mention: FoundMention, before: list[FoundMention]) -> FoundMention:
    """ "The outfit" with the name of the last group before it; anything else unchanged."""
    if mention.role != "stand_in" or mention.is_named or doc[mention.start].lower_ not in _DEFINITE:
        return mention
    if mention.end - mention.start > 3:
        return mention
    antecedent = next((m for m in reversed(before) if m.is_named and m.mention.kind in _GROUPS), None)
    if antecedent is None or mention.mention.is_collective:
        return mention
    old = mention.mention
    return replace(
        mention,
        mention=Mention(span=old.span, name=antecedent.mention.name, kind=antecedent.mention.kind),
        is_named=True,
    )


def _antecedent(token: Token, before: list[FoundMention]) -> FoundMention | None:
    word = token.lower_
    if word in _PEOPLE:
        return next((m for m in reversed(before) if m.role in {"office", "person"}), None)
    if word in _THINGS:
        wanted = [
            m for m in before if m.role not in {"person", "office", "source"} and not m.mention.is_collective
        ]
    elif word in _PLURALS:
        wanted = [m for m in before if m.role not in {"person", "office"}]
    else:
        return None
    return wanted[-1] if wanted else None


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
