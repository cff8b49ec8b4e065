"""Attributions that reach over their own sentence: "The army writes: ...", and a quotation named at its end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Sentence

from secondsource.read.english import lexicon
from secondsource.read.english.said.cued import speaker_at
from secondsource.read.english.said.holders import Speakers
from secondsource.read.english.said.quotes import find_quotes
from secondsource.read.english.said.scopes import Scope
from secondsource.read.english.text.sentences import sentence_of


def opened_by(sent: Sentence, scopes: Sequence[Scope], speakers: Speakers) -> Scope | None:
    """The attribution whose colon opens a passage ("According to X:", "X said the following: ..."), or None.

    What comes behind, to the end of the paragraph, is its holders' too.
    """
    doc = sent.doc
    spoken = [s for s in scopes if not s.is_relay]
    text = [t for t in sent if not t.is_space]
    if text and text[-1].text == ":":
        accorded = next((s for s in spoken if doc[s.cue].lower_ == "according"), None)
        return accorded or _by_verb(sent, speakers)
    for token in sent:
        if token.lower_ == "following" and token.dep_ == "dobj":
            has_colon = any(t.text == ":" for t in doc[token.i : sent.end])
            return next((s for s in spoken if has_colon and s.cue == token.head.i), None)
    return None


def _by_verb(sent: Sentence, speakers: Speakers) -> Scope | None:
    """ "The panel writes:", "X issued the following statement:"."""
    verb = sent.root
    says = lexicon.words_with("cues", "form", "verb")
    if verb.pos_ != "VERB" or not (verb.lemma_.lower() in says or _gives_out(verb)):
        return None
    subject = speaker_at(verb)
    holders = speakers.of(subject) if subject is not None else ()
    return Scope(start=sent.start, end=sent.end, holders=holders, cue=verb.i) if holders else None


def _gives_out(verb: Token) -> bool:
    """ "Issued a statement", "sent out this letter"."""
    return verb.lemma_.lower() in lexicon.lines("issuing_verbs") and any(
        c.dep_ == "dobj" and c.lower_ in lexicon.lines("writings") for c in verb.children
    )


def closed_quotations(
    doc: Doc, breaks: Iterable[int], scopes: Mapping[int, Sequence[Scope]]
) -> dict[int, Scope]:
    """For each sentence of a quotation whose speaker only its last sentence names, that speaker's scope.

    `scopes` are those found in each sentence, by the sentence's first token, and so are the keys of the answer.
    """
    found = {}
    for start, end in find_quotes(doc, breaks).ranges:
        first, last = sentence_of(doc[start]), sentence_of(doc[end - 1])
        if first.start == last.start or any(not s.is_relay for s in scopes[first.start]):
            continue
        named = next(
            (
                s
                for s in scopes[last.start]
                if not s.is_relay and s.start <= last.start and s.cue >= end > s.start
            ),
            None,
        )
        at = start
        while named is not None and at < last.start:
            sent = sentence_of(doc[at])
            found[sent.start] = Scope(start=at, end=sent.end, holders=named.holders, cue=named.cue)
            at = sent.end
    return found
