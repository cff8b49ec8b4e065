"""Denials of a tie told before: "Tolmen denies it", "the Front rejected the charge", "dismisses this"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from secondsource.read.english.draft import Draft
from secondsource.read.english.holders import to_holder
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.sentences import sentence_of
from secondsource.records import Holder, Mention, Stance, Tie

_DENYING = frozenset(
    {"deny", "reject", "dismiss", "refute", "repudiate", "disown", "rebut", "contest", "dispute"}
)
_THAT = frozenset({"it", "this", "that", "these", "them", "so", "both"})
_CHARGES = frozenset(
    {"charge", "allegation", "accusation", "claim", "version", "view", "suggestion", "assertion", "notion"}
    | {"idea", "account", "story", "description", "label", "link", "connection", "tie", "theory", "reading"}
)
# Sentences between the charge and the denial.
_REACH = 2
_POINTING = frozenset({"the", "this", "that", "these", "those", "such", "any", "all"})


def find_denied_ties(parsed: ParsedText, ties: list[Draft]) -> list[Draft]:
    """The last tie told before each such denial, denied by whom the verb's subject names."""
    out: list[Draft] = []
    for token in parsed.doc:
        if token.pos_ != "VERB" or token.lemma_ not in _DENYING or not _points_back(token):
            continue
        subject = next((c for c in token.children if c.dep_ == "nsubj"), None)
        denier = parsed.speakers.of(subject) if subject is not None else ()
        told = _told_before(parsed, token, ties)
        if subject is None or told is None:
            continue
        if not denier:
            found = parsed.mention_at(subject.i)
            denier = (to_holder(found),) if found is not None else ()
        if not denier or not isinstance(told.proposition, Tie):
            continue
        sent = sentence_of(token)
        outer = tuple(h for h in parsed.chain_at(token.i) if h.name not in {d.name for d in denier})
        out.append(
            Draft(
                span=parsed.span(sent.start, sent.end),
                chain=(*outer, *denier),
                stance=Stance.DENIES,
                proposition=_here(told.proposition, denier),
            )
        )
    return out


def _points_back(verb: Token) -> bool:
    """True if what is denied is a word for what was said before."""
    for child in verb.children:
        if child.dep_ in {"dobj", "advmod"} and child.lower_ in _THAT and child.pos_ in {"PRON", "DET"}:
            return True
        if child.dep_ == "dobj" and child.lemma_ in _CHARGES:
            inside = [c for c in child.children if c.dep_ in {"acl", "relcl", "prep"} and c.i > child.i]
            return not inside and any(c.lower_ in _POINTING for c in child.children)
    return False


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


def _here(tie: Tie, denier: tuple[Holder, ...]) -> Tie:
    """The tie with the denier's own words in this sentence where it is one of the two."""
    for holder in denier:
        if holder.span is None:
            continue
        if holder.name == tie.from_.name:
            return replace(tie, from_=Mention(span=holder.span, name=holder.name, kind=tie.from_.kind))
        if holder.name == tie.to.name:
            return replace(tie, to=Mention(span=holder.span, name=holder.name, kind=tie.to.kind))
    return tie
