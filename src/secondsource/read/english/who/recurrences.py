"""Names told again: other forms that the text equates, and short ones ("the Watch" for the People's Watch).

A name found once by its looks is found again wherever its words stand, also where nothing else gives it away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc

from secondsource.read.english.lexicon import lines
from secondsource.read.english.namings.equating import Equated
from secondsource.read.english.who.mentions import FoundMention
from secondsource.records import ActorKind, Mention, Span

# Mentions whose names recur; "name" is a bare one, which may be short for a fuller one.
_NAMED = frozenset({"body", "band", "name"})
_SHORTENED = frozenset({"body", "band", "name", "stand_in", "person"})
_ARTICLES = frozenset({"the", "this", "that", "both"})
# Words too common to stand for one name alone, even with a capital.
_COMMON = lines("common_name_words")
_SHORTEST = 3
Words = Callable[[int, int], str]
SpanOf = Callable[[int, int], Span]
Tokens = tuple[str, ...]


@dataclass(slots=True)
class _Known:
    """Token sequences that name an actor, with its fullest name, kind and role; None where two actors share it."""

    forms: dict[Tokens, tuple[str, ActorKind | None, str] | None] = field(default_factory=dict)
    # What a name of another language is called for short: "Grom" for "Otryad Grom".
    lasts: dict[Tokens, tuple[str, ActorKind | None, str]] = field(default_factory=dict)
    longest: int = 1

    def add(self, tokens: Tokens, name: str, kind: ActorKind | None, role: str) -> None:
        if not tokens or (len(tokens) == 1 and len(tokens[0]) < 2):
            return
        here = self.forms.get(tokens)
        if tokens in self.forms and (here is None or here[0] != name):
            self.forms[tokens] = None
            return
        self.forms[tokens] = (name, kind, role)
        self.longest = max(self.longest, len(tokens))


def find_again(
    doc: Doc,
    mentions: tuple[FoundMention, ...],
    equated: Iterable[Equated],
    span: SpanOf,
    words: Words,
    *,
    is_lower: bool,
) -> tuple[FoundMention, ...]:
    """The mentions with those that recur added, and short forms carrying the fullest name; in order."""
    known, short = _learn(doc, mentions, tuple(equated), words, is_lower=is_lower)
    if not known.forms:
        return mentions
    out = [_fuller(doc, m, known, short, is_lower=is_lower) for m in mentions]
    covered = {i for m in out for i in range(m.start, m.end) if m.is_named or m.end - m.start == 1}
    heads = {m.head for m in out}
    at = 0
    while at < len(doc):
        found = None if at in covered else _at(doc, at, known, short, covered, is_lower=is_lower)
        if found is None:
            at += 1
            continue
        end, (name, kind, role) = found
        head = doc[at:end].root.i
        if head not in heads:
            out.append(
                FoundMention(
                    start=at,
                    end=end,
                    head=head,
                    mention=Mention(span=span(at, end), name=name, kind=kind),
                    role=role,
                    is_named=True,
                )
            )
        at = end
    return tuple(sorted(out, key=lambda m: (m.start, -m.end)))


def _tokens(doc: Doc, start: int, end: int, *, is_lower: bool) -> Tokens:
    while start < end and doc[start].lower_ in {"the", "a", "an", '"', "'"}:
        start += 1
    return tuple(t.lower_ if is_lower else t.text for t in doc[start:end])


def _learn(
    doc: Doc,
    mentions: tuple[FoundMention, ...],
    equated: tuple[Equated, ...],
    words: Words,
    *,
    is_lower: bool,
) -> tuple[_Known, _Known]:
    """Full forms, and single words of them that may stand for the whole after an article."""
    known, short = _Known(), _Known()
    for pair in equated:
        name = words(*pair.names[0])
        there = next(
            (
                m
                for m in mentions
                if m.start >= pair.names[0][0] and m.end == pair.names[0][1] and m.role in _NAMED
            ),
            None,
        )
        kind = there.mention.kind if there else ActorKind.GROUP
        role = there.role if there else "name"
        if there and len(there.mention.name) > len(name):
            name = there.mention.name
        for one in pair.names:
            known.add(_tokens(doc, *one, is_lower=is_lower), name, kind, role)
    for mention in mentions:
        if not mention.is_named or mention.role not in _NAMED:
            continue
        tokens = _tokens(doc, mention.start, mention.end, is_lower=is_lower)
        if known.forms.get(tokens) is None and tokens not in known.forms:
            known.add(tokens, mention.mention.name, mention.mention.kind, mention.role)
    for tokens, about in list(known.forms.items()):
        if about is None or len(tokens) < 2:
            continue
        if not is_lower and _is_foreign(tokens):
            known.lasts[tokens[1:]] = about
        for token in tokens:
            is_distinct = len(token) >= _SHORTEST and token.lower() not in _COMMON and token[0].isalpha()
            if is_distinct and (token[0].isupper() or (is_lower and len(token) > 4)):
                short.add((token,), *about)
    return known, short


def _is_foreign(tokens: Tokens) -> bool:
    """True for a name of two or three words of another language, the first of which says what kind it is of."""
    if any(t.lower() in lines("organisation_heads") for t in tokens[1:]):
        return False
    return len(tokens) in {2, 3} and not any(
        (not t[0].isupper() and "-" not in t)
        or t.isupper()
        or t.lower() in lines("given_names")
        or t.lower() in _COMMON
        or t.lower() in lines("demonyms")
        for t in tokens
    )


def _fuller(doc: Doc, mention: FoundMention, known: _Known, short: _Known, *, is_lower: bool) -> FoundMention:
    """A mention of a short form with the full name."""
    if mention.role not in _SHORTENED or not (mention.is_named or mention.role in {"stand_in", "person"}):
        return mention
    tokens = _tokens(doc, mention.start, mention.end, is_lower=is_lower)
    about = known.forms.get(tokens)
    if len(tokens) == 1 and _has_article(doc, mention.start):
        if about is None or about[0].lower() == tokens[0].lower():
            about = short.forms.get(tokens) or about
    elif (about is None or about[0].lower() == tokens[0].lower()) and _may_be_last(
        doc, mention.start, mention.end
    ):
        about = known.lasts.get(tokens) or about
    if is_lower and mention.role == "name":
        # "eda rebels" bears the name "eda".
        about = known.forms.get(tuple(mention.mention.name.split())) or about
    if about is None:
        return mention
    name, kind, role = about
    if len(name) < len(mention.mention.name):
        return mention
    old = mention.mention
    return replace(
        mention,
        mention=Mention(span=old.span, name=name, kind=kind or old.kind, is_collective=False),
        role=role if mention.role in {"person", "stand_in"} else mention.role,
        is_named=True,
    )


def _has_article(doc: Doc, start: int) -> bool:
    return doc[start].lower_ in _ARTICLES or (start > 0 and doc[start - 1].lower_ in _ARTICLES)


def _at(
    doc: Doc, at: int, known: _Known, short: _Known, covered: set[int], *, is_lower: bool
) -> tuple[int, tuple[str, ActorKind | None, str]] | None:
    """The longest known form at a token that touches no other mention."""
    for length in range(min(known.longest, len(doc) - at), 0, -1):
        if any(i in covered for i in range(at, at + length)):
            continue
        tokens = tuple(t.lower_ if is_lower else t.text for t in doc[at : at + length])
        about = known.forms.get(tokens)
        if about is None and length == 1 and _has_article(doc, at) and not _describes(doc, at):
            about = short.forms.get(tokens)
        if about is None and not is_lower and _may_be_last(doc, at, at + length):
            about = known.lasts.get(tokens)
        if about is not None and (length > 1 or not is_lower or len(tokens[0]) > 2):
            return at + length, about
    return None


def _may_be_last(doc: Doc, start: int, end: int) -> bool:
    """ "al-Nahr left", not "in al-Nahr", "Karam al-Nahr" or "the al-Nahr bridge"."""
    before = doc[start - 1] if start else None
    if before is not None and (
        before.lower_ in _PLACING or (before.text[0].isupper() and before.lower_ != "the")
    ):
        return False
    token = doc[end - 1]
    return token.dep_ not in {"compound", "amod"} and not (end < len(doc) and doc[end].text[0].isupper())


_PLACING = frozenset({"in", "at", "near", "from", "to", "outside", "of", "around", "towards"})


def _describes(doc: Doc, at: int) -> bool:
    """True for a word that only modifies what follows: "the River" in "the River bank"."""
    token = doc[at]
    return token.dep_ in {"compound", "amod"} and token.head.i > at and token.head.text[0].isupper()
