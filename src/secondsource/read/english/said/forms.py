"""The forms of an attribution within a sentence: verb, noun, adjective, "according to", a name with a colon."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from secondsource.read.english.said.contents import (
    around_aside,
    content_of_verb,
    end_of,
    is_infinitive,
    led_by,
)
from secondsource.read.english.said.cues import cue_range, cue_start
from secondsource.read.english.said.quotes import Quotes
from secondsource.read.english.said.speakers import accorded_to, is_passive, source_range, speaker_of
from secondsource.read.english.said.words import Frame, frames
from secondsource.read.english.text.phrases import nouns_behind

Range = tuple[int, int]

# Verbs that lend themselves to a noun: "made the point that", "has plans to".
_LIGHT = frozenset(
    {
        "have", "make", "give", "express", "voice", "issue", "offer", "raise", "take", "show", "hold", "share",
        "launch", "deliver", "declare", "announce", "lay", "set", "send", "reiterate", "release", "unveil",
    }
)  # fmt: skip
_MODIFYING = frozenset({"aux", "auxpass", "amod", "compound"})
_MARKS = frozenset({",", ".", ";", ":", "-", "--", "\u2014"})
# Tokens before the colon of "Lund: Bridge stays shut", and those a line with one holds at least.
_NAME_BEFORE_COLON = 9
_SHORTEST_LINE = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """`speaker` is the head of the source's noun phrase; all ranges are `[start, end)` in tokens.

    Without a source nobody is named ("it is feared that"). Contents stand in the order of the text; as
    `find_attributions` gives them, they hold neither cue nor source.
    """

    head: int
    cue: Range
    speaker: int | None
    source: Range | None
    contents: tuple[Range, ...]


def in_sentence(sent: Sentence, quotes: Quotes) -> Iterator[Attribution]:
    """The attributions of a sentence, contents as the parse has them."""
    verbs, nouns, adjectives = frames("verb"), frames("noun"), frames("adjective")
    titled = by_colon(sent)
    if titled is not None:
        yield titled
    for token in sent:
        found = None
        lemma = token.lemma_.lower()
        if token.lower_ == "according":
            found = by_according(token, sent)
        elif token.pos_ in {"VERB", "AUX"} and lemma in verbs and token.dep_ not in _MODIFYING:
            found = by_verb(token, verbs[lemma], quotes)
        elif token.pos_ == "NOUN" and lemma in nouns:
            found = by_noun(token, nouns[lemma])
        elif token.pos_ in {"ADJ", "VERB"} and token.lower_ in adjectives:
            found = by_adjective(token, adjectives[token.lower_])
        if found is not None:
            yield found


def _made(cue: Token, at: Range, speaker: Token | None, *contents: Range) -> Attribution:
    return Attribution(
        head=cue.i,
        cue=at,
        speaker=None if speaker is None else speaker.i,
        source=None if speaker is None else source_range(speaker, cue),
        contents=tuple(sorted(contents)),
    )


def by_verb(verb: Token, frame: Frame, quotes: Quotes) -> Attribution | None:
    """ "X said that ...", "X wants to ...", "..., X said", and a quotation beside any of them."""
    speaker = speaker_of(verb)
    content = content_of_verb(verb, speaker, frame)
    if content is not None:
        return _made(verb, cue_range(verb, content.preposition), speaker, *content.ranges)
    if "clause" not in frame.takes or is_passive(verb):
        return None
    first = verb.i if speaker is None or speaker.i > verb.i else min(verb.i, speaker.left_edge.i)
    quotation = quotes.before(first) or quotes.behind(verb.i)
    if quotation is not None:
        return _made(verb, cue_range(verb), speaker, quotation)
    around = around_aside(verb, speaker)
    return _made(verb, cue_range(verb), speaker, *around) if around else None


def by_according(token: Token, sent: Sentence) -> Attribution | None:
    """ "According to X, ..." and "..., according to X": the rest of the sentence."""
    doc, speaker = token.doc, accorded_to(token)
    if speaker is None:
        return None
    found = _made(token, (token.i, token.i + 2), speaker)
    end = found.source[1] if found.source else token.i + 2
    first = sent.start
    while first < token.i and (doc[first].text in _MARKS or doc[first].pos_ == "CCONJ"):
        first += 1
    if first == token.i:
        return replace(found, contents=((end, sent.end),))
    goes_on = end < sent.end - 1 and doc[end].text == ","
    return replace(found, contents=((first, token.i), *(((end, sent.end),) if goes_on else ())))


def by_noun(noun: Token, frame: Frame) -> Attribution | None:
    """ "The army's claim that ...", "criticism of it by X", "X made the point that ..."."""
    content, preposition = _noun_content(noun, frame)
    if content is None:
        return None
    behind = content.left_edge.i if preposition is None else preposition.i + 1
    at = (content.left_edge.i, end_of(content))
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if owner is not None:
        case = next((c.i for c in owner.children if c.dep_ == "case"), None)
        found = _made(noun, (owner.i + 1 if case is None else case, behind), owner, at)
        return found if case is None else replace(found, source=(owner.left_edge.i, case))
    carrier = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ in {"dobj", "attr", "pobj"} and carrier.lemma_ in _LIGHT:
        speaker = speaker_of(carrier)
        return None if speaker is None else _made(noun, (cue_start(carrier), behind), speaker, at)
    maker = next(iter(nouns_behind(noun, {"by", "from"})), None)
    return None if maker is None else _made(noun, (noun.i, behind), maker, at)


def _noun_content(noun: Token, frame: Frame) -> tuple[Token | None, Token | None]:
    for child in noun.children:
        if child.i > noun.i and child.dep_ in {"acl", "ccomp", "relcl"}:
            has_that = any(c.dep_ == "mark" and c.lower_ == "that" for c in child.children)
            is_wish = is_infinitive(child) and child.dep_ != "relcl" and "to" in frame.takes
            if is_wish or (has_that and "clause" in frame.takes):
                return child, None
    led = led_by(noun, frame)
    return (led[1], led[0]) if led else (None, None)


def by_adjective(word: Token, frame: Frame) -> Attribution | None:
    """ "X is confident that ...", "X is critical of ...", "X, worried about ..."."""
    if word.pos_ == "VERB":
        be = word if word.dep_ == "acl" or any(c.dep_ == "auxpass" for c in word.children) else None
    else:
        be = word.head if word.dep_ == "acomp" else None
    if be is None:
        return None
    clause = next((c for c in word.children if c.i > word.i and c.dep_ in {"ccomp", "xcomp"}), None)
    led = None if clause is not None else led_by(word, frame)
    if clause is None and led is None:
        return None
    content = clause if led is None else led[1]
    assert content is not None
    if be.i != word.i:
        speaker = speaker_of(be)
    elif word.dep_ == "acl":
        speaker = word.head
    else:
        speaker = next((c for c in word.children if c.dep_ == "nsubjpass"), None)
    if speaker is None:
        return None
    end = word.i + 1 if led is None else led[0].i + 1
    return _made(word, (cue_start(be), end), speaker, (content.left_edge.i, end_of(content)))


def by_colon(sent: Sentence) -> Attribution | None:
    """ "Lund: Bridge stays shut", as headlines and transcripts have it."""
    if len(sent) < _SHORTEST_LINE:
        return None
    colon = next((t for t in sent[1 : _NAME_BEFORE_COLON + 1] if t.text == ":"), None)
    if colon is None or colon.i + 2 >= sent.end:
        return None
    before = sent.doc[sent.start : colon.i]
    if any(t.pos_ in {"VERB", "AUX"} or t.text == '"' for t in before):
        return None
    if not any(t.pos_ == "PROPN" for t in before):
        return None
    return Attribution(
        head=colon.i,
        cue=(colon.i, colon.i + 1),
        speaker=before[-1].i,
        source=(before.start, before.end),
        contents=((colon.i + 1, sent.end),),
    )
