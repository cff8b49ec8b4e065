"""Mentions of names: those of runs of capitals, of quotation marks, of a text without capitals."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc

from secondsource.read.english import lexicon
from secondsource.read.english.who.found_mention import FoundMention
from secondsource.read.english.who.lower_names import lower_names
from secondsource.read.english.who.names import classify, with_role
from secondsource.records import ActorKind, Mention, Span

Words = Callable[[int, int], str]
SpanOf = Callable[[int, int], Span]

# What stands before a name and is no part of it.
HEDGES = frozenset(
    {
        "suspected", "alleged", "unidentified", "unknown", "presumed", "armed", "some", "several", "many",
        "three", "two", "four", "five", "six", "few", "other", "local", "masked", "heavily", "such",
        "various", "the", "a", "an", "these", "those", "this", "that", "all", "both", "no", "any", "its",
        "their", "his", "her", "so", "called",
        "latest", "newest", "youngest", "self-styled", "notorious", "dreaded", "banned", "outlawed",
        "proscribed", "active", "hardcore", "top", "senior", "new", "certain",
    }
)  # fmt: skip


def from_run(doc: Doc, start: int, end: int, span: SpanOf, words: Words) -> FoundMention | None:
    while start < end - 1 and doc[start].lower_ in HEDGES:
        start += 1
    role, kind = classify(doc, start, end)
    if role is None:
        return None
    if (
        role == "name"
        and end < len(doc)
        and doc[end].lower_ in lexicon.lines("place_heads")
        and not doc[start].text.isupper()
    ):
        return None
    name = words(start, end)
    head, reach = head_of(doc, start, end), fighters_after(doc, end)
    if reach > end and role in {"body", "name", "force", "band"}:
        # "Northern Front (NF) cadres": one mention, under the group's name.
        end, head = reach, reach - 1
    return FoundMention(
        start=start,
        end=end,
        head=head,
        mention=Mention(span=span(start, end), name=name, kind=kind),
        role=role,
        is_named=True,
    )


def from_lower_names(doc: Doc, found: list[FoundMention], span: SpanOf, words: Words) -> list[FoundMention]:
    """The names of a text without capitals that no head word of their own gives away."""
    taken = {i for m in found for i in range(m.start, m.end)}
    out = []
    for start, end in lower_names(doc):
        if taken & set(range(start, end)):
            continue
        reach = fighters_after(doc, end)
        head = reach - 1 if reach > end else head_of(doc, start, end)
        mention = Mention(span=span(start, reach), name=words(start, end), kind=ActorKind.GROUP)
        out.append(
            FoundMention(start=start, end=reach, head=head, mention=mention, role="name", is_named=True)
        )
    return out


def from_quotes(start: int, end: int, doc: Doc, span: SpanOf, words: Words) -> FoundMention:
    """A name in quotation marks beside a word for a group: `the "Red Hand" group`."""
    mention = Mention(span=span(start, end), name=words(start, end), kind=ActorKind.GROUP)
    return FoundMention(
        start=start, end=end, head=head_of(doc, start, end), mention=mention, role="name", is_named=True
    )


def fighters_after(doc: Doc, end: int) -> int:
    """Where the mention ends if a parenthesis or nothing, then a word for fighters, follows the name."""
    at = end
    if at < len(doc) and doc[at].text == "(":
        close = next((i for i in range(at + 1, min(at + 7, len(doc))) if doc[i].text == ")"), None)
        at = close + 1 if close else at
    while (
        at < len(doc)
        and doc[at].lower_ in {"armed", "rebel", "militant", "guerrilla", "terrorist", "group"}
        and at - end < 9
    ):
        at += 1
    if (
        at < len(doc)
        and doc[at].lower_
        in with_role("fighters") | {"team", "squad", "personnel", "troops", "forces", "group", "outfit"}
        and not doc[at].is_sent_start
    ):
        return at + 1
    return end


def head_of(doc: Doc, start: int, end: int) -> int:
    return doc[start:end].root.i
