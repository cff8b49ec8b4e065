"""The actor mentions of a text: named bodies, forces, states, offices, outlets and unnamed sources.

They rest on the words that head names, on runs of capitals, quotation marks, acronyms and spaCy's entities
together, so that a name needs no list and, where a head word gives it away, no capitals. Private persons are
no mentions: a person is one only in a public role.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from secondsource.read.english.who.bodies_by_it import as_group, is_it
from secondsource.read.english.who.found_mention import Equation, FoundMention
from secondsource.read.english.who.named_mentions import (
    SpanOf,
    Words,
    fighters_after,
    from_lower_names,
    from_quotes,
    from_run,
    head_of,
)
from secondsource.read.english.who.names import name_runs, quoted_names
from secondsource.read.english.who.names_by_deeds import groups_told
from secondsource.read.english.who.names_of_others import names_of_others
from secondsource.read.english.who.noun_mentions import from_noun
from secondsource.read.english.who.short_names import short_forms
from secondsource.read.english.who.states import listed_states
from secondsource.read.english.who.states_told import states_told
from secondsource.records import ActorKind, Mention

__all__ = ["Equation", "Found", "FoundMention", "find_mentions"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Mentions in order, the aliases that the text defines in passing, and where it does so."""

    mentions: tuple[FoundMention, ...]
    aliases: dict[str, str]
    equations: tuple[Equation, ...]


def find_mentions(doc: Doc, span: SpanOf, words: Words, *, is_lower: bool) -> Found:
    """The mentions of the text, pronouns and "the group" not yet resolved."""
    runs = list(listed_states(doc)) if is_lower else list(name_runs(doc))
    found = [m for start, end in runs if (m := from_run(doc, start, end, span, words))]
    no_actors = _short_for_others(doc, found) | _places_elsewhere(doc, runs, words)
    no_actors |= {words(start, end) for start, end in names_of_others(doc, runs)}
    found = [m for m in found if m.role != "name" or m.mention.name not in no_actors]
    if is_lower:
        found += from_lower_names(doc, found, span, words)
    else:
        told = groups_told(doc, runs, words) - no_actors
        found = [as_group(m) if m.role == "person" and m.mention.name in told else m for m in found]
        found += _told_groups(doc, runs, found, told, span, words)
    bodies_by_it = {m.mention.name for m in found if m.role in {"person", "name"} and is_it(doc, m)}
    found = [as_group(m) if m.role == "person" and m.mention.name in bodies_by_it else m for m in found]
    found = _with_states(doc, runs, found, span, words)
    named = {i: m for m in found for i in range(m.start, m.end)}
    for start, end in quoted_names(doc):
        if not any(i in named for i in range(start, end)):
            quoted = from_quotes(start, end, doc, span, words)
            found.append(quoted)
            named |= dict.fromkeys(range(start, end), quoted)
    for token in doc:
        mention = from_noun(token, named, span, words, is_lower)
        if mention:
            found.append(mention)
    found.sort(key=lambda m: (m.start, -m.end))
    equations = tuple(short_forms(doc, found))
    aliases = {words(*e.also): words(*_without_article(doc, *e.name)) for e in equations}
    kinds = {m.mention.name: m.mention.kind for m in reversed(found)}
    return Found(
        mentions=tuple(_fullest(m, aliases, kinds) for m in found), aliases=aliases, equations=equations
    )


def _told_groups(
    doc: Doc,
    runs: list[tuple[int, int]],
    found: list[FoundMention],
    told: frozenset[str],
    span: SpanOf,
    words: Words,
) -> list[FoundMention]:
    """Mentions of names whose bearer the text shows to be a group, where their looks do not."""
    taken = {i for m in found for i in range(m.start, m.end)}
    out = []
    for start, end in runs:
        name = words(start, end)
        if name not in told or any(i in taken for i in range(start, end)):
            continue
        reach = fighters_after(doc, end)
        head = reach - 1 if reach > end else head_of(doc, start, end)
        mention = Mention(span=span(start, reach), name=name, kind=ActorKind.GROUP)
        out.append(
            FoundMention(start=start, end=reach, head=head, mention=mention, role="name", is_named=True)
        )
    return out


def _without_article(doc: Doc, start: int, end: int) -> tuple[int, int]:
    return (start + 1, end) if doc[start].text == "the" and end - start > 1 else (start, end)


def _with_states(
    doc: Doc, runs: list[tuple[int, int]], found: list[FoundMention], span: SpanOf, words: Words
) -> list[FoundMention]:
    """The mentions with those of names that the text shows to be states'."""
    states = states_told(doc, runs, words)
    if not states:
        return found
    known = {(m.start, m.end) for m in found if m.role not in {"name", "person"}}
    kept = [m for m in found if m.mention.name not in states or (m.start, m.end) in known]
    for start, end in runs:
        name = words(start, end)
        if name in states and (start, end) not in known:
            kept.append(
                FoundMention(
                    start=start,
                    end=end,
                    head=head_of(doc, start, end),
                    mention=Mention(span=span(start, end), name=name, kind=ActorKind.STATE),
                    role="state",
                    is_named=True,
                )
            )
    return kept


def _short_for_others(doc: Doc, found: list[FoundMention]) -> set[str]:
    """Abbreviations of what is no actor: "personnel carriers (APC)", "Deputy Superintendent (DSP)"."""
    actors = {i for m in found if m.role not in {"person", "office"} for i in range(m.start, m.end)}
    return {
        doc[token.i + 1].text
        for token in doc
        if token.text == "("
        and 0 < token.i < len(doc) - 2
        and doc[token.i + 2].text == ")"
        and token.i - 1 not in actors
    }


def _places_elsewhere(doc: Doc, runs: list[tuple[int, int]], words: Words) -> set[str]:
    """Names that stand behind "in", "at" or "near" somewhere in the text: what they name is a place throughout."""
    return {
        words(start, end)
        for start, end in runs
        if start
        and end - start <= 2
        and doc[start - 1].lower_ in {"in", "at", "near"}
        and not doc[start].text.isupper()
        and doc[start].ent_type_ not in {"NORP", "DATE"}
    }


def _fullest(
    found: FoundMention, aliases: dict[str, str], kinds: dict[str, ActorKind | None]
) -> FoundMention:
    name = found.mention.name
    # "SFs" is the plural of the "SF" that the text defined.
    full = aliases.get(name) or (aliases.get(name[:-1]) if name.endswith("s") else None)
    if not full:
        return found
    old = found.mention
    mention = Mention(
        span=old.span, name=full, kind=kinds.get(full, old.kind), is_collective=old.is_collective
    )
    return FoundMention(
        start=found.start, end=found.end, head=found.head, mention=mention, role=found.role, is_named=True
    )
