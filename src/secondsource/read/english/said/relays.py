"""Outlets that carry what somebody says, and sentences that run together: the widest scopes of a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from secondsource.read.english import lexicon
from secondsource.read.english.said.holders import Speakers
from secondsource.read.english.said.scopes import Scope


def relays_of(sent: Sentence, speakers: Speakers) -> Iterator[Scope]:
    """ "..., reports The Harbour Times", at a sentence's end or where the text lost its full stop."""
    cues = lexicon.words_with("cues", "form", "outlet")
    tokens = [t for t in sent if not t.is_space]
    start = sent.start
    for k, cue in enumerate(tokens):
        if k < 3 or (cue.lower_ not in {"reports", "adds"} and cue.lemma_.lower() not in cues):
            continue
        end = k + 1
        while (
            end < len(tokens)
            and _is_name_part(tokens[end])
            and not (end > k + 1 and _starts_anew(tokens[end]))
        ):
            end += 1
        name = tokens[k + 1 : end]
        outlet = next((i for i, t in enumerate(name) if t.lower_ in _outlet_words() and i), None)
        if outlet is not None and not (
            outlet + 1 < len(name) and (name[outlet + 1].lower_ == "of" or name[outlet + 1].text.isdigit())
        ):
            # What follows "Harbour Times" starts the next sentence.
            end = k + 2 + outlet
            name = name[: outlet + 1]
        while name and name[0].lower_ in {"the", "."}:
            name = name[1:]
        while name and name[-1].lower_ in {"the", "and", "of", "."}:
            name = name[:-1]
        if not name or not name[0].text[0].isupper() or len(name) > 6:
            continue
        rest = [t for t in tokens[end:] if not t.is_punct]
        is_last = not rest or (len(rest) <= 4 and rest[0].lower_ in {"on", "in", "online", "live"})
        if cue.lower_ in {"reports", "adds"}:
            if not is_last and outlet is None and tokens[k - 1].text != "," and not rest[0].text[0].isupper():
                continue
        elif not is_last or not any(t.lower_ in _outlet_words() for t in name):
            continue
        if rest and rest[0].lower_ in {"online", "live"}:
            name = tokens[k + 1 : end + 1]
        if not is_last and any(t.pos_ == "VERB" for t in rest[:1]):
            continue
        yield Scope(
            start=start,
            end=cue.i,
            holders=(speakers.outlet(name[0].i, name[-1].i + 1),),
            cue=cue.i,
            is_relay=True,
        )
        start = name[-1].i + 1


def behind_relays(relays: list[Scope], scopes: list[Scope]) -> list[Scope]:
    """The scopes, cut where a relay in mid-sentence shows that the text lost a full stop."""
    out = []
    for scope in scopes:
        start = max(
            (r.cue + 1 for r in relays if r.cue < scope.cue and r.start <= scope.start), default=scope.start
        )
        out.append(replace(scope, start=max(scope.start, start)))
    return out


def set_apart(sent: Sentence, scopes: list[Scope]) -> list[Scope]:
    """The scopes, each on its own side of a semicolon: "A said that ...; B stated that ..."."""
    marks = 0
    for token in sent:
        marks += token.text == '"'
        if token.text != ";" or marks % 2:
            continue
        cues = [s.cue for s in scopes if not s.is_relay]
        if not any(c < token.i for c in cues) or not any(c > token.i for c in cues):
            continue
        scopes = [
            s
            if s.is_relay
            else replace(s, end=min(s.end, token.i))
            if s.cue < token.i
            else replace(s, start=max(s.start, token.i + 1))
            for s in scopes
        ]
    return scopes


def _is_name_part(token: Token) -> bool:
    return (
        token.text[0].isupper() or token.lower_ in {"of", "the", "and", "&", "-", "."} or token.text.isdigit()
    )


def _starts_anew(token: Token) -> bool:
    """A capital function word inside a run of names: the next sentence, whose full stop the text lost."""
    return token.text[0].isupper() and (
        token.lower_ == "the" or token.pos_ in {"ADP", "SCONJ", "PRON", "ADV", "DET"}
    )


def _outlet_words() -> frozenset[str]:
    return lexicon.words_with("actor_heads", "role", "outlet")
