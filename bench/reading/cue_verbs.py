"""The plain baseline of the attribution bench: a short list of cue verbs over spaCy's parse of the raw text."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

Spans = list[list[int]]

SAYING = frozenset(
    {
        "say", "tell", "claim", "report", "announce", "state", "add", "argue", "note", "suggest", "believe",
        "think", "know", "warn", "admit", "deny", "confirm", "explain", "write", "insist", "declare",
        "acknowledge", "ask", "predict", "hope", "fear", "expect", "want", "call", "describe", "accuse",
        "criticize", "praise", "urge", "demand", "promise", "vow", "pledge", "support", "oppose", "endorse",
        "reject", "recommend", "propose", "agree", "decide", "plan", "consider", "feel", "show", "reveal",
        "indicate", "find", "mention", "complain", "reply", "respond", "tweet",
    }
)  # fmt: skip
CONTENT = frozenset({"ccomp", "xcomp", "dobj", "parataxis"})


def attributions(text: str, model: Language) -> list[dict[str, Spans]]:
    """Subject, verb and complement of each cue verb that no other's complement holds, and "according to"."""
    doc = model(text)
    found = [a for token in doc if (a := _by_verb(token) or _by_according(doc, token))]
    held = [
        (start, end, a["cue"][0][0]) for a in found for start, end in a["content"] if a["cue"][0][0] < end
    ]
    return [
        a for a in found if not any(s <= a["cue"][0][0] < e and cue != a["cue"][0][0] for s, e, cue in held)
    ]


def _by_verb(verb: Token) -> dict[str, Spans] | None:
    if verb.pos_ != "VERB" or verb.lemma_ not in SAYING:
        return None
    content = next((c for c in verb.children if c.dep_ in CONTENT), None)
    if content is None:
        return None
    subject = _subject(verb)
    return {
        "source": [_phrase(subject)] if subject is not None else [],
        "cue": [[verb.idx, verb.idx + len(verb)]],
        "content": [_phrase(content)],
    }


def _subject(verb: Token) -> Token | None:
    own = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if own is None and verb.dep_ in {"conj", "xcomp", "advcl"}:
        own = next((c for c in verb.head.children if c.dep_ == "nsubj"), None)
    return own


def _by_according(doc: Doc, token: Token) -> dict[str, Spans] | None:
    if token.lower_ != "according" or token.i + 2 >= len(doc) or doc[token.i + 1].lower_ != "to":
        return None
    source = next((c for c in doc[token.i + 1].children if c.dep_ == "pobj"), None)
    if source is None:
        return None
    start, end = _phrase(source)
    sent = token.sent
    content = [end, sent.end_char] if token.i <= sent.start + 1 else [sent.start_char, token.idx]
    cue = [token.idx, token.idx + len("according to")]
    return {"source": [[start, end]], "cue": [cue], "content": [content]}


def _phrase(token: Token) -> list[int]:
    last = token.right_edge
    return [token.left_edge.idx, last.idx + len(last)]
