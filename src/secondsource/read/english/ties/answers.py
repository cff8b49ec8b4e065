"""Answers to a tie told before: who denies it, confirms it or doubts it, in words that only point back."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from secondsource.read.english.draft import Draft
from secondsource.read.english.lexicon import words_with
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.said.holders import to_holder
from secondsource.read.english.text.sentences import sentence_of
from secondsource.records import Holder, Mention, Stance, Tie

_THAT = frozenset({"it", "this", "that", "these", "them", "so", "both", "which"})
_POINTING = frozenset({"the", "this", "that", "these", "those", "such", "any", "all"})
_CALLING = frozenset({"call", "describe", "dismiss", "denounce", "brand", "label", "term"})
_SAYING = frozenset({"say", "insist", "reply", "maintain", "tell", "answer", "respond", "claim"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# Sentences between the charge and the answer.
_REACH = 2


def find_answers(parsed: ParsedText, ties: list[Draft]) -> list[Draft]:
    """The last tie told before each such answer, with the answerer's stance and chain."""
    out: list[Draft] = []
    for token in parsed.doc:
        answer = _answer(token)
        if answer is None:
            continue
        stance, subject = answer
        answerer = parsed.speakers.of(subject)
        told = _told_before(parsed, token, [*ties, *out])
        if told is None or not isinstance(told.proposition, Tie):
            continue
        if not answerer:
            found = parsed.mention_at(subject.i)
            answerer = (to_holder(found),) if found is not None else ()
        if not answerer or (told.chain and told.chain[-1].name == answerer[-1].name):
            continue
        sent = sentence_of(token)
        outer = tuple(h for h in parsed.chain_at(token.i) if h.name not in {d.name for d in answerer})
        out.append(
            Draft(
                span=parsed.span(sent.start, sent.end),
                chain=(*outer, *answerer),
                stance=stance,
                proposition=_here(told.proposition, answerer),
            )
        )
    return out


def _answer(token: Token) -> tuple[Stance, Token] | None:
    """The stance and who takes it, if the token is the verb of an answer."""
    if token.pos_ not in {"VERB", "AUX"}:
        return None
    subject = next((c for c in token.children if c.dep_ in _SUBJECTS), None)
    if subject is None and token.dep_ == "conj":
        subject = next((c for c in token.head.children if c.dep_ in _SUBJECTS), None)
    if subject is None:
        return None
    for stance, key in (
        (Stance.DENIES, "denying"),
        (Stance.ASSERTS, "confirming"),
        (Stance.DOUBTS, "doubting"),
    ):
        if token.lemma_ in words_with("tie_answers", "list", key) and _points_back(token):
            is_negated = any(c.dep_ == "neg" for c in token.children)
            return (Stance.DENIES if is_negated and stance is Stance.ASSERTS else stance), subject
    if token.lemma_ in _CALLING and _calls_false(token):
        return Stance.DENIES, subject
    if token.lemma_ in _SAYING and _says_false(token):
        return Stance.DENIES, subject
    return None


def _points_back(verb: Token) -> bool:
    """True if what is answered is a word for what was said before."""
    for child in verb.children:
        if (
            child.dep_ in {"dobj", "advmod"}
            and child.lower_ in _THAT
            and child.pos_ in {"PRON", "DET", "ADV"}
        ):
            return True
        if child.dep_ == "dobj" and child.lemma_ in words_with("tie_answers", "list", "charges"):
            inside = [c for c in child.children if c.dep_ in {"acl", "relcl", "prep"} and c.i > child.i]
            return not inside and any(c.lower_ in _POINTING for c in child.children)
        if child.dep_ == "dobj" and child.lemma_ in {"half", "part"}:  # "rejects the second half of that"
            return any(d.lower_ in _THAT for d in child.subtree)
    return False


def _calls_false(verb: Token) -> bool:
    """ "Called it a lie", "described the claim as absurd"."""
    called = [c for c in verb.children if c.dep_ in {"dobj", "nsubj", "nsubjpass"} and c.i > verb.i]
    pointing = any(
        t.lower_ in _THAT or t.lemma_ in words_with("tie_answers", "list", "charges")
        for c in verb.children
        if c.dep_ in {"dobj", "nsubj", "ccomp", "oprd"}
        for t in (c, *c.children)
        if t.i > verb.i
    )
    return bool(called or pointing) and pointing and any(_is_false(t) for t in verb.subtree if t.i > verb.i)


def _says_false(verb: Token) -> bool:
    """ "Said that it was a lie", "insist that they are nothing of the kind", "said there was no truth in it"."""
    for clause in verb.children:
        if clause.dep_ != "ccomp" or clause.lemma_ != "be":
            continue
        words = [t.lower_ for t in clause.subtree]
        text = " ".join(words)
        about = next((c for c in clause.children if c.dep_ in _SUBJECTS), None)
        if "nothing of the kind" in text or "nothing of the sort" in text or "no truth" in text:
            return True
        points = about is not None and (
            about.lower_ in _THAT or about.lemma_ in words_with("tie_answers", "list", "charges")
        )
        if points and (any(_is_false(t) for t in clause.subtree) or "not true" in text):
            return True
    return False


def _is_false(token: Token) -> bool:
    return token.lemma_.lower() in words_with("tie_answers", "list", "false")


def _told_before(parsed: ParsedText, verb: Token, ties: list[Draft]) -> Draft | None:
    """The last tie within reach that ends before the verb and is no denial itself."""
    sent = sentence_of(verb)
    first = sent.start
    for _ in range(_REACH):
        if first > 0:
            first = sentence_of(parsed.doc[first - 1]).start
    low, high = parsed.span(first, first + 1).start, parsed.span(verb.i, verb.i + 1).start
    near = [t for t in ties if low <= t.span.start and t.span.end <= high and t.stance is not Stance.DENIES]
    return max(near, key=lambda t: (t.span.end, t.span.start), default=None)


def _here(tie: Tie, answerer: tuple[Holder, ...]) -> Tie:
    """The tie with the answerer's own words in this sentence where it is one of the two."""
    for holder in answerer:
        if holder.span is None:
            continue
        if holder.name == tie.from_.name:
            return replace(tie, from_=Mention(span=holder.span, name=holder.name, kind=tie.from_.kind))
        if holder.name == tie.to.name:
            return replace(tie, to=Mention(span=holder.span, name=holder.name, kind=tie.to.kind))
    return tie
