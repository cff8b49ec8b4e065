"""The actor mentions of a text: named bodies, forces, states, offices, outlets and unnamed sources.

They rest on the words that head names, on runs of capitals, quotation marks, acronyms and spaCy's entities
together, so that a name needs no list and, where a head word gives it away, no capitals. Private persons are
no mentions: a person is one only in a public role.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from secondsource.read.english import lexicon
from secondsource.records import ActorKind, Mention, Span

# How the head word or the form of a mention makes it one; the roles of words/actor_heads.toml and two more.
NAMED_ROLES = frozenset({"body", "force", "state", "outlet", "name"})
_CONNECTORS = frozenset(
    "of e i de del la al ul ur uz ud us el the for bin ibn y wa wal & - ' 's / du des für".split()
)
_HEDGES = frozenset(
    "suspected alleged unidentified unknown presumed armed some several many three two four five six few "
    "other local masked heavily such various the a an these those this that all both no any its their his her "
    "so called self-styled notorious dreaded banned outlawed proscribed active hardcore top senior new certain".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundMention:
    """An actor mention on tokens `[start, end)`, headed by token `head`.

    `role` is that of its head word (words/actor_heads.toml), "name" for a bare name, "person" for a named
    person, "pronoun" for a resolved pronoun. `is_named`: the words hold a proper name.
    """

    start: int
    end: int
    head: int
    mention: Mention
    role: str
    is_named: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Equation:
    """Tokens of a full name and of the short or other form that the text puts beside it."""

    name: tuple[int, int]
    also: tuple[int, int]


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
    runs = list(_name_runs(doc)) if not is_lower else []
    taken = [False] * len(doc)
    found: list[FoundMention] = []
    for start, end in runs:
        mention = _from_run(doc, start, end, span, words)
        for i in range(start, end):
            taken[i] = True
        if mention:
            found.append(mention)
    named = {i: m for m in found for i in range(m.start, m.end)}
    for token in doc:
        if not taken[token.i] or token.i not in named:
            mention = _from_noun(token, named, taken, span, words, is_lower)
            if mention:
                found.append(mention)
    found.sort(key=lambda m: (m.start, -m.end))
    equations = tuple(_equations(doc, found, words))
    aliases = {words(*e.also): words(*e.name) for e in equations}
    return Found(mentions=tuple(_fullest(m, aliases) for m in found), aliases=aliases, equations=equations)


def _fullest(found: FoundMention, aliases: dict[str, str]) -> FoundMention:
    full = aliases.get(found.mention.name)
    if not full:
        return found
    old = found.mention
    mention = Mention(span=old.span, name=full, kind=old.kind, is_collective=old.is_collective)
    return FoundMention(
        start=found.start, end=found.end, head=found.head, mention=mention, role=found.role, is_named=True
    )


# --- runs of capitals -------------------------------------------------------------------------------------


def _is_capital(token: Token) -> bool:
    text = token.text
    if not text[0].isupper():
        return text.isdigit() and token.i > 0 and token.nbor(-1).text[0].isupper() and len(text) <= 3
    if token.lower_ in lexicon.lines("not_names"):
        return False
    if token.is_sent_start or token.nbor(-1).text in ('"', ":", "(") if token.i else True:
        following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
        is_open = token.pos_ in {"PROPN", "NOUN", "ADJ"} or bool(token.ent_type_)
        is_joined = (
            following is not None
            and following.text[:1].isupper()
            and token.pos_ not in {"ADP", "SCONJ", "CCONJ", "PRON", "AUX", "ADV", "DET"}
        )
        if token.text.isupper() and len(token.text) > 1:
            return True
        return is_joined or (
            is_open
            and (token.pos_ == "PROPN" or token.ent_type_ not in {"", "DATE", "CARDINAL", "TIME", "ORDINAL"})
        )
    return token.pos_ not in {"PRON", "DET"} or len(token.text) > 3


def _name_runs(doc: Doc) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, with what may join them ("Army of the North"), as [start, end)."""
    i, length = 0, len(doc)
    while i < length:
        if doc[i].is_space or not doc[i].text[0].isupper() or not _is_capital(doc[i]):
            i += 1
            continue
        end = i + 1
        while end < length:
            if doc[end].is_sent_start:
                break
            if _is_capital(doc[end]):
                end += 1
                continue
            reach = end
            while (
                reach < length
                and reach - end < 2
                and doc[reach].lower_ in _CONNECTORS
                and not doc[reach].is_sent_start
            ):
                reach += 1
            if (
                reach > end
                and reach < length
                and doc[reach].text[0].isupper()
                and _is_capital(doc[reach])
                and not doc[reach].is_sent_start
                and _may_join(doc, i, end, reach)
            ):
                end = reach + 1
                continue
            break
        yield i, end
        i = end


def _may_join(doc: Doc, start: int, end: int, reach: int) -> bool:
    """True if the connectors at [end, reach) join one name; "Iraq the" or "Singh of Manipur" are two."""
    first = doc[end].lower_
    if first == "'s" or first == "'":
        return doc[reach].lower_ in _bodies() or any(t.lower_ in _bodies() for t in doc[reach : reach + 4])
    if first in {"of", "for"}:
        return any(t.lower_ in _bodies() for t in doc[start:end])
    return first != "the"


def _bodies() -> frozenset[str]:
    return _with_role("body") | _with_role("force") | _with_role("outlet") | _with_role("state")


def _with_role(role: str) -> frozenset[str]:
    return lexicon.words_with("actor_heads", "role", role)


def _kind_of(word: str) -> ActorKind | None:
    for entry in lexicon.entries("actor_heads", ("role", "kind")):
        if word in entry["words"]:
            return ActorKind(entry["kind"])
    return None


def _from_run(doc: Doc, start: int, end: int, span: SpanOf, words: Words) -> FoundMention | None:
    role, kind = _classify(doc, start, end)
    if role is None:
        return None
    head = _head(doc, start, end)
    return FoundMention(
        start=start,
        end=end,
        head=head,
        mention=Mention(span=span(start, end), name=words(start, end), kind=kind),
        role=role,
        is_named=True,
    )


def _head(doc: Doc, start: int, end: int) -> int:
    return doc[start:end].root.i


def _classify(doc: Doc, start: int, end: int) -> tuple[str | None, ActorKind | None]:
    """What the run names, by its head words, then its form, then spaCy's entity label."""
    lowers = [t.lower_ for t in doc[start:end]]
    text = " ".join(lowers)
    if text in lexicon.lines("states"):
        return "state", ActorKind.STATE
    if all(w in lexicon.lines("demonyms") for w in lowers):
        return None, None
    core = lowers[: next((k for k, w in enumerate(lowers) if w in {"of", "for"}), len(lowers))] or lowers
    if core[0] in _with_role("office") or (core[-1] in _with_role("office") and len(core) > 1):
        return "office", ActorKind.OFFICE
    if core[-1] in lexicon.lines("place_heads") and core[-1] not in {
        "division",
        "agency",
        "department",
        "post",
    }:
        return None, None
    for role in ("body", "force", "outlet", "fighters"):
        hits = [w for w in core if w in _with_role(role)]
        if hits and (len(lowers) > 1 or role == "force"):
            return role, _kind_of(hits[-1])
    if any(w in _with_role("office") for w in core) and len(core) > 1:
        return "office", ActorKind.OFFICE
    labels = [t.ent_type_ for t in doc[start:end] if t.ent_type_]
    label = max(sorted(set(labels)), key=labels.count) if labels else ""
    if len(lowers) == 1 and doc[start].text.isupper() and 2 <= len(lowers[0]) <= 7:
        return "name", ActorKind.GROUP
    if label in {"GPE", "LOC", "FAC", "DATE", "TIME", "LAW", "EVENT", "WORK_OF_ART", "LANGUAGE", "PRODUCT"}:
        return None, None
    if label == "PERSON":
        return "person", None
    if label in {"ORG", "NORP"}:
        return "name", ActorKind.GROUP
    return None, None


# --- common nouns -----------------------------------------------------------------------------------------


def _from_noun(
    token: Token,
    named: dict[int, FoundMention],
    taken: list[bool],
    span: SpanOf,
    words: Words,
    is_lower: bool,
) -> FoundMention | None:
    """A mention headed by a common noun: "security forces", "the outfit", "Front militants", "a spokesman"."""
    if token.pos_ not in {"NOUN", "PROPN", "ADJ"} or token.dep_ in {"compound", "amod"} or token.i in named:
        return None
    word = token.lower_
    roles = [r for r in ("fighters", "force", "source", "office", "stand_in") if word in _with_role(r)]
    if is_lower and not roles and word in _with_role("body"):
        roles = ["body"]
    if not roles:
        return None
    role = roles[0]
    start = token.i
    doc = token.doc
    while start > 0 and not doc[start - 1].is_sent_start | doc[start].is_sent_start:
        left = doc[start - 1]
        if (
            left.head.i < start - 1
            or left.head.i > token.i
            or left.dep_
            not in {
                "compound",
                "amod",
                "det",
                "nmod",
                "poss",
                "nummod",
                "case",
                "quantmod",
                "advmod",
                "punct",
                "predet",
            }
            or left.text in {",", ";", ":", '"'}
        ):
            break
        start -= 1
    if start > 0 and doc[start].dep_ not in {"punct"}:
        pass
    while start < token.i and doc[start].is_punct:
        start += 1
    end = token.i + 1
    inner = next((named[i] for i in range(start, token.i) if i in named), None)
    after = next(
        (
            named[c.i]
            for p in token.children
            if p.dep_ == "prep" and p.lower_ in {"of", "from"}
            for c in p.children
            if c.i in named
        ),
        None,
    )
    name_start = start
    while name_start < token.i and doc[name_start].lower_ in _HEDGES | {"an", "a", "the"}:
        name_start += 1
    name, kind = words(name_start, end), _kind_of(word)
    is_named = inner is not None
    if role == "fighters" and inner is not None and inner.role not in {"state", "person", "office"}:
        name, kind = inner.mention.name, inner.mention.kind
    elif role == "fighters" and after is not None and after.role not in {"state", "person", "office"}:
        name, kind, is_named = after.mention.name, after.mention.kind, True
        end = after.end
    plural = token.tag_ in {"NNS", "NNPS"}
    return FoundMention(
        start=start,
        end=end,
        head=token.i,
        mention=Mention(span=span(start, end), name=name, kind=kind, is_collective=plural and not is_named),
        role=role,
        is_named=is_named,
    )


# --- names that the text equates --------------------------------------------------------------------------


def _equations(doc: Doc, found: list[FoundMention], words: Words) -> Iterator[Equation]:
    """`Full Name (FN)`, and `Full Name FN` where FN are its initials."""
    for mention in found:
        if not mention.is_named or mention.role in {"person", "office", "state"}:
            continue
        if mention.end + 2 < len(doc) and doc[mention.end].text == "(":
            close = next(
                (i for i in range(mention.end + 1, min(mention.end + 8, len(doc))) if doc[i].text == ")"),
                None,
            )
            if close and _is_short_for(doc, mention.end + 1, close, mention):
                yield Equation(name=(mention.start, mention.end), also=(mention.end + 1, close))
        elif mention.end - mention.start > 2:
            last = doc[mention.end - 1]
            initials = "".join(t.text[0] for t in doc[mention.start : mention.end - 1] if t.text[0].isupper())
            if last.text.isupper() and len(last.text) > 2 and last.text == initials:
                yield Equation(name=(mention.start, mention.end - 1), also=(mention.end - 1, mention.end))


def _is_short_for(doc: Doc, start: int, end: int, mention: FoundMention) -> bool:
    """True if the words in the parenthesis can be a form of the name before it."""
    inside = doc[start:end]
    letters = "".join(t.text for t in inside if t.is_alpha)
    if not letters or any(t.like_num for t in inside):
        return False
    initials = {t.text[0].lower() for t in doc[mention.start : mention.end] if t.is_alpha}
    return len(inside) <= 3 and (letters.isupper() or letters[0].lower() in initials and len(letters) <= 8)
