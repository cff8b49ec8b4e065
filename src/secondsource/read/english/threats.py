"""A group threatens, warns or vows attacks: on whom, and until when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from secondsource.read.english.actors import is_group, named_for
from secondsource.read.english.cues import FoundCue, phrasebook
from secondsource.read.english.draft import Draft
from secondsource.read.english.holders import to_holder
from secondsource.read.english.lexicon import lines
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.sentences import sentence_of
from secondsource.records import Holder, HolderKind, Mention, Stance, Threat

_HARM = lines("harm_words")
_WRITINGS = lines("writings")
_REACH = 80
_DEADLINE = re.compile(
    r"\b(?:within|by|until|till|before|after)\s+(?:the\s+)?(?:(?:next|first|end of|new)\s+)?"
    r"(?:\d+|an?|one|two|three|four|five|six|seven|ten|twelve|\w+)?[\s-]*"
    r"(?:hours?|days?|weeks?|months?|year|noon|midnight|dawn|dusk|Monday|Tuesday|Wednesday|Thursday|Friday|"
    r"Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Easter|Ramadan|Christmas|elections?)\b(?:\s+\d{1,2})?",
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
        return last is not None and asks and main.pos_ == "VERB"
    return True


def _is_harmful(verb: Token) -> bool:
    return any(t.lemma_.lower() in _HARM for t in verb.doc[verb.i + 1 : sentence_of(verb).end])


# --- who threatens ----------------------------------------------------------------------------------------

By = tuple[Mention, tuple[Holder, ...]]


def _by_verb(parsed: ParsedText, cue: FoundCue, main: Token) -> By | None:
    subject = _subject(main)
    if subject is None:
        return None
    found = named_for(parsed, subject)
    chain = parsed.chain_at(main.i)
    if found is not None and is_group(parsed, found):
        if all(h.name != found.mention.name for h in chain):
            chain = (*chain, to_holder(found))
        return found.mention, chain
    for inner in subject.subtree:
        other = parsed.mention_at(inner.i)
        if other is not None and is_group(parsed, other) and other.is_named:
            if all(h.name != other.mention.name for h in chain):
                chain = (*chain, to_holder(other))
            return other.mention, chain
    if subject.lemma_.lower() in _WRITINGS:
        return _last_group(parsed, main)
    return _by_speech(parsed, cue, main) if subject.pos_ == "PRON" or found is None else None


def _last_group(parsed: ParsedText, main: Token) -> By | None:
    """The group told of last before a letter, a caller or a leaflet whose words these are."""
    before = [
        m
        for m in parsed.mentions_between(max(0, sentence_of(main).start - _REACH), main.i)
        if is_group(parsed, m) and m.is_named
    ]
    if not before:
        return None
    chain = tuple(h for h in parsed.chain_at(main.i) if h.kind is not HolderKind.UNNAMED)
    last = before[-1]
    if all(h.name != last.mention.name for h in chain):
        chain = (*chain, to_holder(last))
    return last.mention, chain


def _by_noun(parsed: ParsedText, cue: FoundCue, main: Token) -> By | None:
    for token in parsed.doc[cue.end : min(cue.end + 8, sentence_of(main).end)]:
        found = parsed.mention_at(token.i)
        if found is not None and is_group(parsed, found):
            return found.mention, parsed.chain_at(main.i)
        if token.pos_ in {"VERB", "ADP", "PUNCT"}:
            return None
    return None


def _by_speech(parsed: ParsedText, cue: FoundCue, main: Token) -> By | None:
    """Words spoken by a group: the last holder of their chain threatens."""
    chain = parsed.chain_at(main.i)
    if not chain or chain[-1].span is None:
        return None
    if chain[-1].kind is HolderKind.UNNAMED and set(chain[-1].name.lower().split()) & _WRITINGS:
        return _last_group(parsed, main)
    if chain[-1].kind is not HolderKind.GROUP:
        return None
    last = next((m for m in parsed.mentions if m.mention.span == chain[-1].span), None)
    if last is not None and last.role == "person":
        return _last_group(parsed, main)
    if last is None or not is_group(parsed, last):
        return None
    return last.mention, chain


_FORMS = {"verb": _by_verb, "noun": _by_noun, "speech": _by_speech}


def _subject(verb: Token) -> Token | None:
    at = verb
    for _ in range(4):
        for child in at.children:
            if child.dep_ == "nsubj":
                return at.head if child.lower_ in {"which", "that", "who"} and at.dep_ == "relcl" else child
        if at.dep_ == "acl" and at.tag_ == "VBG":
            return at.head
        if at.dep_ not in {"conj", "xcomp", "advcl"} or at.head is at:
            return None
        at = at.head
    return None


# --- on whom, until when ----------------------------------------------------------------------------------


def _targets(parsed: ParsedText, verb: Token) -> Iterator[Mention]:
    """The words for those threatened: object and addressee of the verb, or what comes after "against"."""
    for child in verb.children:
        if child.dep_ in {"dobj", "dative", "nsubjpass"}:
            if child.lemma_.lower() in _HARM:  # "declared war on"
                yield from _after_against(parsed, child)
            else:
                yield from _words(parsed, child)
        elif child.dep_ in {"xcomp", "ccomp"}:
            for inner in child.children:
                if inner.dep_ in {"dobj", "nsubjpass"} and inner.lemma_.lower() not in _HARM:
                    yield from _words(parsed, inner)
            yield from _after_against(parsed, child)
    yield from _after_against(parsed, verb)


def _after_against(parsed: ParsedText, head: Token) -> Iterator[Mention]:
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in {"against", "on", "to"}:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield from _words(parsed, inner)


def _words(parsed: ParsedText, head: Token) -> Iterator[Mention]:
    """The noun phrase at the head, without what follows of another clause; times and pronouns name nobody."""
    doc, start = parsed.doc, head.left_edge.i
    end = min(head.right_edge.i + 1, start + _LONGEST_TARGET)
    is_whoever = head.lower_ in {"those", "anyone", "anybody", "everyone"}
    if head.ent_type_ in {"DATE", "TIME"} or (head.pos_ == "PRON" and not is_whoever):
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
