"""A group threatens, warns or vows attacks: on whom, and until when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from secondsource.read.english.cues import FoundCue, phrasebook
from secondsource.read.english.draft import Draft
from secondsource.read.english.lexicon import lines
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.text.sentences import sentence_of
from secondsource.read.english.threats.doers import by_noun, by_speech, by_verb
from secondsource.records import Mention, Stance, Threat

_HARM = lines("harm_words")
# What is set or given with a threat, and threatens nobody by itself: "a deadline", "two days".
_TERMS = frozenset(
    {
        "deadline",
        "ultimatum",
        "threat",
        "warning",
        "list",
        "day",
        "hour",
        "week",
        "month",
        "date",
        "time",
        "notice",
    }
    | {"price", "bounty", "target", "beginning", "word", "once", "winter"}
)
_DEADLINE = re.compile(
    r"\b(?:within|by|until|till|before|after|from|no later than)\s+(?:the\s+)?"
    r"(?:(?:next|first|end of(?: the)?|new|coming|start of(?: the)?)\s+)?"
    r"(?:\d+|an?|one|two|three|four|five|six|seven|ten|twelve|\w+)?[\s-]*"
    r"(?:hours?|days?|weeks?|months?|year|noon|midnight|dawn|dusk|sunset|sunrise|nightfall|Monday|Tuesday|Wednesday|"
    r"Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|"
    r"December|Easter|Ramadan|Eid|Christmas|Whitsun|Nawruz|Nowruz|All Saints|elections?|harvest|rains?|snows?|feast|"
    r"winter|spring|summer|autumn)\b(?:\s+\d{1,2}\b)?",
    re.I,
)
_TERM = re.compile(
    r"\b(?:\d+|an?|one|two|three|four|five|six|seven|ten)[\s-]+(?:hours?|days?|weeks?|months?)\b(?!\s+(?:ago|earlier|later|before))",
    re.I,
)
_LONGEST_TARGET = 12


def find_threats(parsed: ParsedText) -> list[Draft]:
    """Each threat once in a sentence, in the order of the text."""
    drafts: list[Draft] = []
    taken: set[int] = set()
    for cue in phrasebook("threats", "form").find(parsed.doc):
        main = parsed.doc[cue.start : cue.end].root
        if sentence_of(main).start in taken or not _has_needed(parsed, cue, main):
            continue
        by = _FORMS[cue.get("form")](parsed, cue, main)
        if by is None:
            continue
        mention, chain = by
        stance = parsed.stance_at(main.i)
        if stance is Stance.DENIES:
            stance = Stance.ASSERTS
        taken.add(sentence_of(main).start)
        start, end = parsed.clause(main.i)
        drafts.append(
            Draft(
                span=parsed.span(min(start, cue.start), max(end, cue.end)),
                chain=chain,
                stance=stance,
                proposition=Threat(
                    by=mention, on=tuple(_targets(parsed, main)), deadline=_deadline(parsed, main)
                ),
            )
        )
    return drafts


def _has_needed(parsed: ParsedText, cue: FoundCue, main: Token) -> bool:
    if cue.get("needs") == "harm":
        return _is_harmful(main)
    if cue.get("needs") == "deadline":
        last = _deadline(parsed, main)
        asks = any(c.dep_ in {"xcomp", "ccomp", "advcl"} and c.i > main.i for c in main.children)
        return (
            last is not None
            and asks
            and main.pos_ == "VERB"
            and last.span.start > parsed.span(main.i, main.i + 1).start
        )
    return True


def _is_harmful(verb: Token) -> bool:
    return any(t.lemma_.lower() in _HARM for t in verb.doc[verb.i + 1 : sentence_of(verb).end])


_FORMS = {"verb": by_verb, "noun": by_noun, "speech": by_speech}


# --- on whom, until when ----------------------------------------------------------------------------------


def _targets(parsed: ParsedText, verb: Token) -> Iterator[Mention]:
    """The words for those threatened: object and addressee of the verb, or what comes after "against"."""
    addressed = list(_addressed(parsed, verb))
    yield from addressed
    for child in verb.children:
        if child.dep_ in {"xcomp", "ccomp"} or (child.dep_ == "advcl" and child.tag_ == "VB"):
            for inner in child.children:
                is_target = inner.dep_ in {"dobj", "nsubjpass"} and not _is_harm(inner)
                if is_target and not addressed:  # "to free its men" is what the addressee is to do
                    yield from _words(parsed, inner)
            yield from _after_against(parsed, child)
    yield from _after_against(parsed, verb)


def _addressed(parsed: ParsedText, verb: Token) -> Iterator[Mention]:
    for child in verb.children:
        if child.dep_ in {"dobj", "dative", "nsubjpass"}:
            if child.lemma_.lower() in _HARM | _TERMS:  # "declared war on", "set a deadline for"
                yield from _after_against(parsed, child)
            else:
                yield from _words(parsed, child)


def _is_harm(noun: Token) -> bool:
    """True for "attacks" and for "the killing of its chief", which is to be avenged: neither is threatened."""
    return noun.lemma_.lower() in _HARM


def _after_against(parsed: ParsedText, head: Token) -> Iterator[Mention]:
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in {"against", "on", "to", "for", "with"}:
            for inner in child.children:
                if inner.dep_ == "pobj" and not _is_harm(inner):
                    yield from _words(parsed, inner)


def _words(parsed: ParsedText, head: Token) -> Iterator[Mention]:
    """The noun phrase at the head, without what follows of another clause; times and pronouns name nobody."""
    doc, start = parsed.doc, head.left_edge.i
    end = min(head.right_edge.i + 1, start + _LONGEST_TARGET)
    is_whoever = head.lower_ in {"those", "anyone", "anybody", "everyone"}
    if head.ent_type_ in {"DATE", "TIME"} or (head.pos_ == "PRON" and not is_whoever):
        return
    if head.lemma_.lower() in _TERMS:
        return
    for k in range(head.i + 1, end):
        is_harm = doc[k].dep_ == "prep" and any(c.lemma_.lower() in _HARM for c in doc[k].children)
        if is_harm or doc[k].dep_ == "punct" or (doc[k].dep_ in {"relcl", "acl"} and not is_whoever):
            end = doc[k].left_edge.i if doc[k].left_edge.i > head.i else k
            break
    if end > start:
        found = parsed.mention_at(head.i)
        kind = found.mention.kind if found else None
        yield Mention(span=parsed.span(start, end), name=parsed.words(start, end), kind=kind)


def _deadline(parsed: ParsedText, verb: Token) -> Mention | None:
    # Not `doc.text`: it is put together anew each time, which for a book takes longer than reading it.
    text = parsed.cleaned.text
    sent = sentence_of(verb)
    low, high = sent.start_char, sent.end_char
    match = _DEADLINE.search(text, low, high) or _TERM.search(text, low, high)
    if match is None:
        return None
    words = parsed.doc.char_span(match.start(), match.end(), alignment_mode="expand")
    if words is None:
        return None
    return Mention(span=parsed.span(words.start, words.end), name=parsed.words(words.start, words.end))
