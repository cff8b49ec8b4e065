"""Whose words, thoughts or wishes a cue introduces: the head of the source and its whole noun phrase."""

from __future__ import annotations

from spacy.tokens import Token

from secondsource.read.english.said.words import frames
from secondsource.read.english.text.sentences import sentence_of

Range = tuple[int, int]

_SUBJECTS = frozenset({"nsubj", "csubj"})
_PASSIVE = frozenset({"nsubjpass", "csubjpass", "auxpass"})
# Where the subject of the verb above is that of this one.
_SHARED = frozenset({"conj", "xcomp", "advcl", "dep", "pcomp", "prep"})
_EDGES = frozenset({",", ";", ":", "-", "--", '"', "''"})
# Steps up the parse to a subject: "was forced to stop short of promising" takes four.
_STEPS = 5


def is_passive(verb: Token) -> bool:
    """True for "was told", "accused of"; the subject is then no source."""
    if any(c.dep_ in _PASSIVE for c in verb.children):
        return True
    has_auxiliary = any(c.dep_ == "aux" for c in verb.children)
    return verb.tag_ == "VBN" and not has_auxiliary and verb.dep_ in {"acl", "advcl"}


def speaker_of(verb: Token) -> Token | None:
    """The subject of the verb, or what stands behind "by"; None where nobody is named."""
    found = _agent(verb) if is_passive(verb) else _subject(verb)
    # "It is feared": the subject of a passive or an adjective names nobody, "it said" somebody.
    return None if found is None or (found.lower_ == "it" and found.head.lemma_ == "be") else found


def accorded_to(token: Token) -> Token | None:
    """Who is named behind the "according" at this token; None for "according to size"."""
    doc, end = token.doc, sentence_of(token).end
    if token.i + 2 >= end or token.nbor().lower_ != "to":
        return None
    behind = doc[token.i + 2 : end]
    found = next((t for t in behind if t.dep_ == "pobj" and t.head.i == token.i + 1), None)
    found = found or next((t for t in behind if t.pos_ in {"NOUN", "PROPN", "PRON"}), None)
    return None if found is None or (found.tag_ == "NN" and not any(found.children)) else found


def source_range(speaker: Token, cue: Token) -> Range:
    """The speaker's whole noun phrase, without the part that the cue stands in, nor marks at its edges."""
    doc = speaker.doc
    start, end = speaker.left_edge.i, speaker.right_edge.i + 1
    for child in speaker.children:
        if child.i > speaker.i and child.left_edge.i <= cue.i <= child.right_edge.i:
            end = min(end, child.left_edge.i)
    if start <= cue.i < end:
        start, end = (max(start, cue.i + 1), end) if cue.i < speaker.i else (start, cue.i)
    while end > start + 1 and (doc[end - 1].is_space or doc[end - 1].text in _EDGES):
        end -= 1
    while start < end - 1 and (doc[start].is_space or doc[start].text in _EDGES):
        start += 1
    return start, end


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent":
            return next((p for p in child.children if p.dep_ == "pobj"), None)
    return None


def _subject(verb: Token) -> Token | None:
    """The verb's own subject, that of the verb it continues, or the noun it describes ("men demanding")."""
    here = verb
    for step in range(_STEPS):
        wanted = {*_SUBJECTS, "nsubjpass"} if step else _SUBJECTS
        own = next((c for c in here.children if c.dep_ in wanted), None)
        if own is not None:
            return own
        if here.dep_ == "acl":
            return here.head if here.tag_ == "VBG" else None
        if here.dep_ == "xcomp" and _asks(here.head):
            # "asked the council to say": who is asked speaks; but not in "used the name to claim".
            asked = next((c for c in here.head.children if c.dep_ == "dobj" and c.i < here.i), None)
            if asked is not None:
                return asked
        if here.dep_ not in _SHARED or here.head.i == here.i:
            return None
        here = here.head
    return None


def _asks(verb: Token) -> bool:
    frame = frames("verb").get(verb.lemma_.lower())
    return frame is not None and "doer_to" in frame.takes
