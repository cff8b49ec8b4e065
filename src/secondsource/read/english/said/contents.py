"""What is said, thought or wanted: the complements that a verb's frame allows, as token ranges."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from secondsource.read.english.said.speakers import is_passive
from secondsource.read.english.said.words import Frame
from secondsource.read.english.text.sentences import sentence_of

Range = tuple[int, int]

# What goes on with an object: "described it as", "accused them of"; not where and when that was said.
_GOES_ON = frozenset(
    {"of", "as", "to", "with", "over", "against", "from", "about", "into", "toward", "towards"}
)
_ASIDE = frozenset({"parataxis", "ccomp", "advcl"})
_NOBODY = frozenset({"it", "there", "who", "which", "that"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The ranges of what is said, and the preposition that leads to it, if one does."""

    ranges: tuple[Range, ...]
    preposition: Token | None = None


def end_of(token: Token) -> int:
    """One past the last token of what hangs on this one."""
    return int(token.right_edge.i) + 1


def is_infinitive(verb: Token) -> bool:
    """True for "to leave"."""
    return any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)


def led_by(head: Token, frame: Frame) -> tuple[Token, Token] | None:
    """The first preposition of the frame behind the head, and what it leads to; a day is no content."""
    for child in head.children:
        if child.i > head.i and child.dep_ == "prep" and child.lower_ in frame.prepositions:
            found = next((c for c in child.children if c.dep_ in {"pobj", "pcomp"}), None)
            if found is not None and not _has_day(found):
                return child, found
    return None


def content_of_verb(verb: Token, speaker: Token | None, frame: Frame) -> Content | None:
    """What the verb's complements hold, None where the frame allows none of them.

    `speaker` marks where a content that precedes the verb ends ("The town is calm, he said").
    """
    before, after = _complements(verb, frame)
    preposition = None
    if not before and not after:
        led = led_by(verb, frame)
        if led is not None:
            preposition, first = led
            after = [first]
    elif after and after[0].dep_ == "xcomp":
        # "called on members to strike": the members belong to it.
        led = led_by(verb, frame)
        if led is not None and led[0].i < after[0].i:
            preposition = led[0]
            after.insert(0, led[1])
    ranges = []
    if after:
        ranges.append(_span_after(verb, after, frame, has_preposition=preposition is not None))
    if before:
        ranges.append(_span_before(verb, before, speaker))
    if is_passive(verb) and (not before if not after else after[0].dep_ in {"xcomp", "oprd", "pobj"}):
        told_of = next((c for c in verb.children if c.dep_ in {"nsubjpass", "csubjpass"}), None)
        if told_of is not None and told_of.lower_ not in _NOBODY and frame.takes - {"to", "ing"}:
            ranges.append((told_of.left_edge.i, end_of(told_of)))
            if not after:
                ranges.extend((c.left_edge.i, end_of(c)) for c in verb.children if _goes_on(c, verb, frame))
    return Content(ranges=tuple(sorted(ranges)), preposition=preposition) if ranges else None


def around_aside(verb: Token, speaker: Token | None) -> tuple[Range, ...]:
    """The clause around ", the mayor said," or ", as the mayor said,": before and behind the aside."""
    if speaker is None or speaker.head.i != verb.i or verb.head.i == verb.i or verb.dep_ not in _ASIDE:
        return ()
    doc, sent = verb.doc, sentence_of(verb)
    start, end = verb.left_edge.i, max(end_of(verb), end_of(speaker))
    is_opened = start == sent.start or doc[start - 1].text == "," or doc[start].text == ","
    if not is_opened or end >= sent.end or "," not in {doc[end].text, doc[end - 1].text}:
        return ()
    has_as = any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children)
    if not has_as and (start == sent.start or any(c.dep_ in {"mark", "advmod"} for c in verb.children)):
        return ()
    said = verb.head if verb.head.pos_ in {"VERB", "AUX"} else verb.head.head
    around = (said.left_edge.i, start), (end, end_of(said))
    return tuple((s, e) for s, e in around if s < e)


def _complements(verb: Token, frame: Frame) -> tuple[list[Token], list[Token]]:
    """The heads of the complements that the frame allows, before the verb and behind it."""
    before: list[Token] = []
    after: list[Token] = []
    children = list(verb.children)
    for child in children:
        side = before if child.i < verb.i else after
        if child.dep_ in {"ccomp", "parataxis"}:
            is_asked = "doer_to" in frame.takes and is_infinitive(child)
            if "clause" in frame.takes or (side is after and (is_asked or "small" in frame.takes)):
                side.append(child)
        elif child.dep_ in {"xcomp", "acomp", "oprd"}:
            if _is_wanted(child, frame):
                after.append(child)
        elif child.dep_ in {"dobj", "dative"} and side is after:
            if _is_told(child, children, frame):
                after.append(child)
        elif child.dep_ == "dobj" and "object" in frame.takes and child.tag_ in {"WP", "WDT"}:
            before.append(child)
    return before, after


def _is_wanted(child: Token, frame: Frame) -> bool:
    """True for a predicate of the frame's kind: to do it, doing it, a farce."""
    if is_infinitive(child):
        return bool(frame.takes & {"to", "doer_to"})
    return ("ing" if child.tag_ == "VBG" else "small") in frame.takes


def _is_told(child: Token, beside: list[Token], frame: Frame) -> bool:
    """True if the object is what is said, and not who is told."""
    if child.dep_ == "dobj" and "object" in frame.takes:
        return True
    if "small" in frame.takes and any(c.dep_ in {"oprd", "acomp", "xcomp"} for c in beside):
        return True
    has_as = any(c.dep_ == "prep" and c.lower_ == "as" for c in (*beside, *child.children))
    return child.dep_ == "dobj" and "as" in frame.takes and has_as


def _span_after(verb: Token, after: list[Token], frame: Frame, *, has_preposition: bool) -> Range:
    start, end = min(int(c.left_edge.i) for c in after), max(end_of(c) for c in after)
    last = after[-1]
    for child in verb.children:
        if child.i < end:
            continue
        if last.dep_ == "dobj" and not has_preposition and child.i - end <= 1:
            if _goes_on(child, verb, frame):
                end = max(end, end_of(child))
        elif child.dep_ == "advcl" and last.dep_ in {"ccomp", "xcomp"}:
            end = max(end, end_of(child))
    return start, end


def _span_before(verb: Token, before: list[Token], speaker: Token | None) -> Range:
    start, end = min(int(c.left_edge.i) for c in before), max(end_of(c) for c in before)
    first = verb.i if speaker is None or speaker.i > verb.i else min(verb.i, speaker.left_edge.i)
    if start >= first or before[0].dep_ == "dobj":
        return start, end
    if verb.doc[first - 1].text == ",":
        return start, int(first)
    return start, int(min(end, first))


def _goes_on(child: Token, verb: Token, frame: Frame) -> bool:
    """True for the "of theft" of "accused them of theft"."""
    leads = child.dep_ == "prep" and child.i > verb.i and child.lower_ in _GOES_ON | frame.prepositions
    return leads and not _has_day(child)


def _has_day(token: Token) -> bool:
    return any(t.ent_type_ in {"DATE", "TIME"} for t in token.subtree)
