"""Two names of one organisation side by side: "also known as", "Full Name ABBR", "Name, "Translation""."""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondsource.read.english.cues import FoundCue, phrasebook
from secondsource.read.english.namings.acronyms import align, is_short
from secondsource.read.english.namings.mentioned import MentionedText
from secondsource.read.english.namings.organisation_names import (
    LONGEST_NAME,
    QUOTES,
    SMALL,
    Range,
    has_head,
    is_organisation,
    is_title,
    mentioned,
    run_after,
    run_before,
)
from secondsource.read.english.text.sentences import sentence_of


def named_by_cue(parsed: MentionedText) -> Iterator[tuple[list[Range], Range]]:
    for cue in phrasebook("namings", "form").find(parsed.doc):
        name = _name_before(parsed, cue)
        other = _name_after(parsed, cue) if name else None
        if name and other and parsed.words(*name).lower() != parsed.words(*other).lower():
            yield [name, other], (name[0], other[1])


def _name_before(parsed: MentionedText, cue: FoundCue) -> Range | None:
    """The name that the cue is about: the actor mention before it, with at most a few small words between."""
    doc, end = parsed.doc, cue.start
    limit = max(sentence_of(doc[cue.start]).start, cue.start - 6)
    while end > limit and (
        doc[end - 1].text in {",", "(", ")", "-", "--"} | QUOTES
        or doc[end - 1].lower_
        in {"is", "are", "which", "who", "was", "were", "itself", "it", "and", "also", "has", "had", "been"}
    ):
        end -= 1
    if end <= limit:
        return None
    if cue.get("form") == "renamed" and end < len(doc) and doc[end].lower_ in {"it", "they"}:
        return _subject_of_it(parsed, end)
    return mentioned(parsed, end)


def _subject_of_it(parsed: MentionedText, pronoun: int) -> Range | None:
    """The organisation whose word a sentence tells: "X announced that it would be known as"."""
    head = sentence_of(parsed.doc[pronoun])
    for token in head:
        if token.dep_ == "nsubj" and token.i < pronoun and token.pos_ in {"PROPN", "NOUN"}:
            found = parsed.mention_at(token.i)
            return mentioned(parsed, found.end) if found else None
    return None


def _name_after(parsed: MentionedText, cue: FoundCue) -> Range | None:
    """The name that follows the cue: in quotation marks, a mention, or a run of capitalised words."""
    doc, at = parsed.doc, cue.end
    limit = sentence_of(doc[cue.start]).end
    while at < limit and doc[at].lower_ in {"the", "a", "an", ":", ",", "as", "simply"}:
        at += 1
    if at >= limit:
        return None
    if doc[at].text in QUOTES:
        close = next((k for k in range(at + 1, min(limit, at + 10)) if doc[k].text in QUOTES), None)
        if close is None:
            return None
        end = close - 1 if doc[close - 1].text in {",", "."} else close
        return (at + 1, end) if end > at + 1 else None
    run = run_after(parsed, at)
    if run is not None:
        return run
    found = parsed.mention_at(at)
    if found is not None and parsed.cleaned.is_lower and found.start <= at < found.end:
        return (at, found.end)
    return None


def named_side_by_side(parsed: MentionedText) -> Iterator[tuple[list[Range], Range]]:
    """ "National Liberation Army NLA", "national liberation front, nlf": only where every letter fits."""
    doc, is_lower = parsed.doc, parsed.cleaned.is_lower
    for token in doc:
        if token.i == 0 or not is_short(token.text, is_lower=is_lower) or token.is_sent_start:
            continue
        end = token.i
        if doc[end - 1].text in {",", "-", "--"} or doc[end - 1].lower_ == "or":
            end -= 1
        elif is_lower and len(token.text) < 3:
            continue
        first = max(sentence_of(token).start, end - LONGEST_NAME)
        for stop in _stops(parsed, token.i, end):
            name = _spelt_out(parsed, first, end, (token.i, stop))
            if name is not None:
                yield [name, (token.i, stop)], (name[0], stop)
                break


def _stops(parsed: MentionedText, start: int, name_end: int) -> Iterator[int]:
    """Where the abbreviation at `start` may end: a second token repeats the name's last word or is short too."""
    doc = parsed.doc
    if start + 1 < len(doc):
        following = doc[start + 1]
        is_repeated = name_end > 0 and following.lower_ == doc[name_end - 1].lower_
        if is_repeated or (following.text.isupper() and following.is_alpha and not following.is_sent_start):
            yield start + 2
    yield start + 1


def _spelt_out(parsed: MentionedText, first: int, end: int, short: Range) -> Range | None:
    doc, is_lower = parsed.doc, parsed.cleaned.is_lower
    words = [t.text for t in doc[first:end]]
    tokens = [t.text for t in doc[short[0] : short[1]]]
    at = align(tokens, words, is_strict=True)
    if at is None and len(tokens) == 1 and not tokens[0].isupper() and not is_lower and words:
        at = align(tokens, words)  # "LashkareToiba LeT"
        if at is not None and at < len(words) - 1:
            return None
    elif at is None or len(words) - at < 2:
        return None
    if at is None:
        return None
    name = (first + at, end)
    letters = [t for t in doc[name[0] : end] if t.lower_ not in SMALL]
    is_named = is_lower or all(t.text[0].isupper() for t in letters)
    is_sure = len("".join(tokens)) > 2 and not is_lower
    return name if is_named and is_organisation(parsed, name, is_sure=is_sure) else None


def _set_apart(parsed: MentionedText, start: int) -> Range | None:
    """The run of capitals at `start`, if a comma or a stop ends it: ", the Reed Brigade," and no more."""
    found = run_after(parsed, start)
    doc = parsed.doc
    is_apart = found is not None and (found[1] == len(doc) or doc[found[1]].text in {",", ".", ";", ")"})
    return found if is_apart else None


def _has_article(parsed: MentionedText, end: int) -> bool:
    """True if the name that ends there is foreign by its article: "Liwa al-Qasab"."""
    return re.match(r"(?:[Aa]l|[Ee]l|[Aa][dnrst]|[Aa]sh|[Aa]z)-", parsed.doc[end - 1].text) is not None


def named_in_translation(parsed: MentionedText) -> Iterator[tuple[list[Range], Range]]:
    """A foreign name followed, after a comma or "or", by its translation in quotation marks or title case."""
    doc = parsed.doc
    for token in doc[1:-2]:
        if token.text != ",":
            continue
        after = token.i + 1
        if doc[after].text in {'"', "'"}:
            close = next(
                (k for k in range(after + 1, min(after + 9, len(doc))) if doc[k].text in {'"', "'"}), None
            )
            other = (after + 1, close) if close else None
        elif doc[after].lower_ == "or" and after + 2 < len(doc):
            other = run_after(parsed, after + 1 + (doc[after + 1].lower_ == "the"))
        elif doc[after].lower_ == "the":
            other = _set_apart(parsed, after + 1)
            if not _has_article(parsed, token.i):
                continue
        else:
            continue
        if other is None or not is_title(parsed, other):
            continue
        name = run_before(parsed, token.i)
        is_foreign = name and (not has_head(parsed, name) or _has_article(parsed, token.i))
        if name and is_foreign and (has_head(parsed, other) or name[1] - name[0] > 1):
            yield [name, other], (name[0], other[1])
