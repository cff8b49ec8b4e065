"""Mentions headed by a common noun: "security forces", "the outfit", "Front militants", "a spokesman"."""

from __future__ import annotations

from spacy.tokens import Token

from secondsource.read.english import lexicon
from secondsource.read.english.who.found_mention import FoundMention
from secondsource.read.english.who.named_mentions import HEDGES, SpanOf, Words
from secondsource.read.english.who.names import kind_of, with_role
from secondsource.records import ActorKind, Mention

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


def from_noun(
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
        token.doc[name_start].lower_ in HEDGES or (token.doc[name_start].text == "-" and name_start > start)
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
        joins = joins or doc[start].text == "-"  # "the Tolmen-led coalition"
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
