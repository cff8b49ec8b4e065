"""The actor mentions of a text: named bodies, forces, states, offices, outlets and unnamed sources.

They rest on the words that head names, on runs of capitals, quotation marks, acronyms and spaCy's entities
together, so that a name needs no list and, where a head word gives it away, no capitals. Private persons are
no mentions: a person is one only in a public role.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from secondsource.read.english import lexicon
from secondsource.read.english.who.bodies_by_it import as_group, is_it
from secondsource.read.english.who.found_mention import Equation, FoundMention
from secondsource.read.english.who.lower_names import lower_names
from secondsource.read.english.who.names import classify, kind_of, name_runs, quoted_names, with_role
from secondsource.read.english.who.names_by_deeds import groups_told
from secondsource.read.english.who.names_of_others import names_of_others
from secondsource.read.english.who.short_names import short_forms
from secondsource.read.english.who.states import listed_states
from secondsource.read.english.who.states_told import states_told
from secondsource.records import ActorKind, Mention, Span

__all__ = ["Equation", "Found", "FoundMention", "find_mentions"]

_HEDGES = frozenset(
    {
        "suspected", "alleged", "unidentified", "unknown", "presumed", "armed", "some", "several", "many",
        "three", "two", "four", "five", "six", "few", "other", "local", "masked", "heavily", "such",
        "various", "the", "a", "an", "these", "those", "this", "that", "all", "both", "no", "any", "its",
        "their", "his", "her", "so", "called",
        "latest", "newest", "youngest", "self-styled", "notorious", "dreaded", "banned", "outlawed",
        "proscribed", "active", "hardcore", "top", "senior", "new", "certain",
    }
)  # fmt: skip


_NO_GROUPS = frozenset({"state", "person", "office", "outlet"})
_NAMING = frozenset(
    {'"', "called", "named", "calling", "itself", "known", "as", "dubbed", "styling", "themselves"}
)
# "one group is known as X", not "the group is X's".
_COPULAS = frozenset({"is", "was", "are", "were", "which", "that", "who", "the"})
_NAMED = frozenset({"called", "named", "known", "dubbed"})
_NOUN_ROLES = ("fighters", "force", "band", "source", "office", "stand_in")
_LEFT_DEPS = frozenset(
    {"compound", "amod", "det", "nmod", "poss", "nummod", "case", "quantmod", "advmod", "punct", "predet"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Mentions in order, the aliases that the text defines in passing, and where it does so."""

    mentions: tuple[FoundMention, ...]
    aliases: dict[str, str]
    equations: tuple[Equation, ...]


Words = Callable[[int, int], str]
SpanOf = Callable[[int, int], Span]


def find_mentions(doc: Doc, span: SpanOf, words: Words, *, is_lower: bool) -> Found:
    """The mentions of the text, pronouns and "the group" not yet resolved."""
    runs = list(listed_states(doc)) if is_lower else list(name_runs(doc))
    found = [m for start, end in runs if (m := _from_run(doc, start, end, span, words))]
    no_actors = _short_for_others(doc, found) | _places_elsewhere(doc, runs, words)
    no_actors |= {words(start, end) for start, end in names_of_others(doc, runs)}
    found = [m for m in found if m.role != "name" or m.mention.name not in no_actors]
    if is_lower:
        found += _lower_named(doc, found, span, words)
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
            quoted = _quoted(start, end, doc, span, words)
            found.append(quoted)
            named |= dict.fromkeys(range(start, end), quoted)
    for token in doc:
        mention = _from_noun(token, named, span, words, is_lower)
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
        reach = _fighters_after(doc, end)
        head = reach - 1 if reach > end else _head(doc, start, end)
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
                    head=_head(doc, start, end),
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


# --- named ----------------------------------------------------------------------------------------------


def _from_run(doc: Doc, start: int, end: int, span: SpanOf, words: Words) -> FoundMention | None:
    while start < end - 1 and doc[start].lower_ in _HEDGES:
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
    head, reach = _head(doc, start, end), _fighters_after(doc, end)
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


def _lower_named(doc: Doc, found: list[FoundMention], span: SpanOf, words: Words) -> list[FoundMention]:
    """The names of a text without capitals that no head word of their own gives away."""
    taken = {i for m in found for i in range(m.start, m.end)}
    out = []
    for start, end in lower_names(doc):
        if taken & set(range(start, end)):
            continue
        reach = _fighters_after(doc, end)
        head = reach - 1 if reach > end else _head(doc, start, end)
        mention = Mention(span=span(start, reach), name=words(start, end), kind=ActorKind.GROUP)
        out.append(
            FoundMention(start=start, end=reach, head=head, mention=mention, role="name", is_named=True)
        )
    return out


def _quoted(start: int, end: int, doc: Doc, span: SpanOf, words: Words) -> FoundMention:
    """A name in quotation marks beside a word for a group: `the "Red Hand" group`."""
    mention = Mention(span=span(start, end), name=words(start, end), kind=ActorKind.GROUP)
    return FoundMention(
        start=start, end=end, head=_head(doc, start, end), mention=mention, role="name", is_named=True
    )


def _fighters_after(doc: Doc, end: int) -> int:
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


def _head(doc: Doc, start: int, end: int) -> int:
    return doc[start:end].root.i


# --- common nouns -----------------------------------------------------------------------------------------


def _from_noun(
    token: Token, named: dict[int, FoundMention], span: SpanOf, words: Words, is_lower: bool
) -> FoundMention | None:
    """A mention headed by a common noun: "security forces", "the outfit", "Front militants", "a spokesman"."""
    if token.pos_ not in {"NOUN", "PROPN", "ADJ"} or token.dep_ in {"compound", "amod"} or token.i in named:
        return None
    word = token.lower_
    roles = [r for r in _NOUN_ROLES if word in with_role(r)]
    if is_lower and word in with_role("body") and roles in ([], ["stand_in"]):
        roles = ["body"] if token.i and token.nbor(-1).dep_ in {"compound", "amod", "nmod"} else roles
    if (
        is_lower
        and not roles
        and any(c.dep_ in {"compound", "nmod"} and c.lower_ in with_role("body") for c in token.children)
    ):
        # "the columna rosario tula": languages that put the head word first.
        roles = ["body"]
    if token.i and f"{token.nbor(-1).lower_} {word}" in lexicon.lines("organ_pairs"):
        roles = ["force"]
    if not roles:
        return None
    role = roles[0]
    kind: ActorKind | None = kind_of(word) or ActorKind.ORGAN
    start, end = _left(token), token.i + 1
    inner = next((named[i] for i in range(start, token.i) if i in named), None)
    after = _named_after(token, named)
    name_start = start
    while name_start < token.i and (
        token.doc[name_start].lower_ in _HEDGES or (token.doc[name_start].text == "-" and name_start > start)
    ):
        if _is_armed_forces(token, name_start):
            break
        name_start += 1
    name, is_named = words(name_start, end), inner is not None or role == "body"
    if role == "stand_in" and not is_named:
        named_group = _named_beside(token, start, named)
        if named_group:
            name, kind, is_named = named_group.mention.name, named_group.mention.kind, True
            end = max(end, named_group.end) if named_group.start <= end else end
    if role == "fighters":
        group = next(
            (
                g
                for g in (inner, after, _owner(token, named))
                if g and g.role not in {"state", "person", "office", "outlet"}
            ),
            None,
        )
        if group:
            name, kind, is_named = group.mention.name, group.mention.kind, True
            end = max(end, group.end)
        else:
            is_named = False
    elif role in {"force", "body", "band"}:
        end = _of_phrase(token, named, is_lower)
        name = words(name_start, end)
        is_named = True
    plural = token.tag_ in {"NNS", "NNPS"}
    return FoundMention(
        start=start,
        end=end,
        head=token.i,
        mention=Mention(span=span(start, end), name=name, kind=kind, is_collective=plural and not is_named),
        role=role,
        is_named=is_named,
    )


def _is_armed_forces(token: Token, at: int) -> bool:
    """The armed forces are called so; armed men only carry arms."""
    return at == token.i - 1 and token.lower_ == "forces" and token.doc[at].lower_ == "armed"


def _named_beside(token: Token, start: int, named: dict[int, FoundMention]) -> FoundMention | None:
    """The name that stands beside "group": "splinter group X", `the "X" group`, "a group, X,"."""
    doc = token.doc
    after = token.i + 1
    while after < len(doc) and after - token.i < 6 and doc[after].text in _NAMING | _COPULAS:
        after += 1
    passed = {t.text for t in doc[token.i + 1 : after]}
    is_named = passed <= _NAMING or bool(passed & _NAMED)
    if is_named and after in named and named[after].role in {"body", "name", "band"}:
        return named[after]
    if start > 1 and doc[start - 1].text == '"' and start - 2 in named:
        return named[start - 2]
    for child in token.children:
        if child.dep_ == "appos" and child.i in named and named[child.i].role in {"body", "name"}:
            return named[child.i]
        if child.dep_ in {"acl", "relcl"} and child.lemma_ in {
            "call",
            "name",
            "know",
            "style",
            "dub",
            "identify",
        }:
            for deeper in child.subtree:
                if (
                    deeper.i in named
                    and deeper.i > child.i
                    and named[deeper.i].role in {"body", "name", "person"}
                ):
                    return named[deeper.i]
    return None


def _left(token: Token) -> int:
    """Where the noun phrase of the head starts."""
    doc, start = token.doc, token.i
    while start > 0 and not doc[start].is_sent_start:
        left = doc[start - 1]
        if left.text in {",", ";", ":", '"', "(", ")"} or left.head.i > token.i:
            break
        joins = left.dep_ in _LEFT_DEPS and left.head.i >= start
        # "military and civilian sources": two adjectives of one noun.
        joins = joins or (
            left.dep_ == "cc"
            and left.head.dep_ in {"amod", "compound", "nmod"}
            and left.head.i < start - 1 <= token.i
        )
        joins = joins or (left.dep_ in {"amod", "compound", "nmod"} and left.head.i == token.i)
        if not joins:
            break
        start -= 1
    while start < token.i and (doc[start].is_punct or doc[start].dep_ == "cc"):
        start += 1
    return start


def _of_phrase(token: Token, named: dict[int, FoundMention], is_lower: bool) -> int:
    """Where the name ends if "of ..." behind the head belongs to it."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == "of" and child.i == token.i + 1:
            for last in child.children:
                if (
                    last.dep_ == "pobj"
                    and last.i - token.i <= 4
                    and (last.i in named or is_lower or last.ent_type_ == "GPE")
                ):
                    return last.i + 1
    return token.i + 1


def _owner(token: Token, named: dict[int, FoundMention]) -> FoundMention | None:
    """ "the Front's fighters"."""
    return next((named[c.i] for c in token.children if c.dep_ == "poss" and c.i in named), None)


def _named_after(token: Token, named: dict[int, FoundMention]) -> FoundMention | None:
    """ "militants of the Front": the named group behind the head."""
    for prep in token.children:
        if prep.dep_ == "prep" and prep.lower_ in {"of", "from", "belonging"}:
            for child in prep.children:
                if child.i in named:
                    return named[child.i]
                for deeper in child.subtree:
                    if deeper.i in named and deeper.i - token.i < 6:
                        return named[deeper.i]
        elif prep.dep_ == "acl" and prep.lower_ in {"belonging", "loyal", "linked"}:
            for deeper in prep.subtree:
                if deeper.i in named and deeper.i - token.i < 7:
                    return named[deeper.i]
    return None
