"""Whether a channel is its group's own: what the sentence and the next one say of it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.text.sentences import sentence_of
from secondsource.records import Authenticity

_UNSURE = frozenset(
    {"attributed", "purported", "purportedly", "alleged", "allegedly", "supposed", "supposedly", "apparently"}
    | {"presumed", "reputed", "unsigned"}
)
_FALSE = frozenset(
    {
        "forged",
        "fake",
        "forgery",
        "disowned",
        "hoax",
        "prank",
        "fabricated",
        "fabrication",
        "spurious",
        "bogus",
    }
    | {"usurped", "hijacked", "hacked", "impostor", "impostors", "disavowed", "counterfeit"}
)
_DISOWNING = frozenset({"disown", "disavow", "repudiate", "forge", "usurp", "fabricate", "hijack"})
_OPEN = ("not clear if", "not clear whether", "unclear if", "unclear whether", "authenticity")
_OPENED = ("belongs", "belong", "genuine", "authenticity", "authentic", "runs", "wrote", "really", "behind")
_CHALLENGED = frozenset({"questioned", "disputed", "doubted", "denied", "challenged", "contested"})
_BEFORE = 4


def authenticity(parsed: ParsedText, noun: Token, *, is_sure: bool) -> Authenticity:
    """Owned, unless the text calls it forged (disputed) or leaves open whose it is (unknown)."""
    if any(_is_of(t, noun) for t in _around(parsed, noun) if t.lower_ in _FALSE or t.lemma_ in _DISOWNING):
        return Authenticity.DISPUTED
    words = [t.lower_ for t in _around(parsed, noun)]
    if "authenticity" in words and _CHALLENGED & set(words):
        return Authenticity.DISPUTED
    start = sentence_of(noun).start
    near = {t.lower_ for t in noun.subtree}
    near |= {t.lower_ for t in parsed.doc[max(start, noun.i - _BEFORE) : noun.i]}
    if near & _UNSURE or not is_sure or _is_open(words):
        return Authenticity.UNKNOWN
    return Authenticity.OWNED


def _is_of(word: Token, noun: Token) -> bool:
    """True if the word describes the channel: inside its phrase, or said of it or of its like."""
    if word.i in range(noun.left_edge.i, noun.right_edge.i + 1):
        return word.head.i == noun.i or word.dep_ in {"acl", "relcl", "oprd", "attr", "acomp"}
    at = word
    for _ in range(3):
        for child in at.children:
            is_subject = child.dep_ in {"nsubj", "nsubjpass", "dobj"}
            if is_subject and (
                child.lemma_ == noun.lemma_ or child.lower_ in {"it", "this", "these", "they"}
            ):
                return True
        if at.dep_ not in {"attr", "acomp", "oprd", "conj", "xcomp", "ccomp"}:
            return False
        at = at.head
    return False


def _around(parsed: ParsedText, noun: Token) -> Iterator[Token]:
    """The tokens of the noun's sentence, and of the next one if it speaks of the same thing."""
    yield from sentence_of(noun)
    after = sentence_of(noun).end
    if after < len(parsed.doc):
        following = sentence_of(parsed.doc[after])
        if any(t.lemma_ == noun.lemma_ for t in following):
            yield from following


def _is_open(words: list[str]) -> bool:
    text = " ".join(words)
    return any(sign in text for sign in _OPEN) and any(w in words for w in _OPENED)
