"""Names in parentheses after a name: "Full Name (ABBR)", "Name (its translation)", "ABBR (full name)"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from secondsource.read.english.lexicon import lines
from secondsource.read.english.namings.acronyms import align, is_short
from secondsource.read.english.namings.mentioned import MentionedText
from secondsource.read.english.namings.organisation_names import (
    LEADS,
    LONGEST_NAME,
    QUOTES,
    SMALL,
    Range,
    has_head,
    is_organisation,
    mentioned,
    quoted_before,
)
from secondsource.read.english.text.sentences import sentence_of

_INSIDE_CUES = lines("naming_lead_ins")
_PREFIXES = frozenset({"US", "U.S.", "UN", "U.N."})
_CALLED = frozenset({"called", "itself", "themselves", "named", "dubbed", "detachment", "movement", "outfit"})
_LONGEST_ASIDE = 18


def find_asides(parsed: MentionedText) -> Iterator[tuple[list[Range], Range]]:
    doc = parsed.doc
    for opening in doc:
        if opening.text != "(" or opening.i == 0:
            continue
        i = opening.i
        close = next((k for k in range(i + 1, min(i + _LONGEST_ASIDE, len(doc))) if doc[k].text == ")"), None)
        if close is None or any(doc[k].text == "(" for k in range(i + 1, close)):
            continue
        end = i
        while end > 0 and doc[end - 1].text in QUOTES | {",", "'s"}:
            end -= 1
        others = [r for part in _parts(parsed, i + 1, close) if (r := _strip(parsed, part))]
        name = _left_name(parsed, end, others) if end and others else None
        if name is None:
            continue
        others = [o for o in others if _fits(parsed, name, o)]
        if others:
            yield [name, *others], (name[0], close + 1)


def _parts(parsed: MentionedText, start: int, end: int) -> Iterator[Range]:
    """The inside of an aside, cut at commas, slashes and free-standing dashes."""
    doc, at = parsed.doc, start
    for k in range(start, end):
        is_dash = doc[k].text in {"-", "--", "\u2014"} and k > start and bool(doc[k - 1].whitespace_)
        if doc[k].text in {",", ";", "/", ":"} or is_dash:
            yield at, k
            at = k + 1
    yield at, end


def _strip(parsed: MentionedText, name: Range) -> Range | None:
    """Without quotation marks and words such as "also known as"; None if nothing is left."""
    doc, (start, end) = parsed.doc, name
    while end > start and doc[end - 1].text in QUOTES | {".", ","}:
        end -= 1
    while start < end and (doc[start].text in QUOTES or (_is_lead_in(doc[start]) and end - start > 1)):
        start += 1
    return (start, end) if start < end else None


def _is_lead_in(token: Token) -> bool:
    """True for words of an aside before the name in it: "abbreviated", "Spanish for", "or"."""
    following = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    return token.lower_ in _INSIDE_CUES or (following == "for" and token.ent_type_ in {"NORP", "LANGUAGE"})


def _left_name(parsed: MentionedText, end: int, others: list[Range]) -> Range | None:
    """The name that ends at `end`, of which `others` may be abbreviations."""
    doc = parsed.doc
    first = max(sentence_of(doc[end - 1]).start, end - LONGEST_NAME)
    for k in range(end - 1, first - 1, -1):
        if doc[k].text in {"(", ")", ",", ";", ":", '"'}:
            first = k + 1
            break
    words = [t.text for t in doc[first:end]]
    shorts = [o for o in others if _is_abbreviation(parsed, o)]
    for other in shorts:
        short = [t.text for t in doc[other[0] : other[1]]]
        at = align(short, words)
        if at is not None and (at < len(words) - 1 or len(words[at]) > 4):
            is_sure = align(short, words, is_strict=True) is not None
            name = (_with_prefix(parsed, first + at), end)
            return name if is_organisation(parsed, name, is_sure=is_sure) else None
    if not shorts and is_short(words[-1] if words else "", is_lower=parsed.cleaned.is_lower):
        return (end - 1, end)  # "das (administrative department of security)"
    if parsed.cleaned.is_lower:
        return _lower_name(parsed, first, end)
    return mentioned(parsed, end, shorts) or _capitalised(parsed, first, end)


def _lower_name(parsed: MentionedText, first: int, end: int) -> Range | None:
    """The noun phrase that ends at `end` and holds the head word of an organisation's name."""
    doc, start = parsed.doc, end
    while start > first:
        left = doc[start - 1]
        is_inner = left.lower_ in {"of", "and", "'s", "-", "for"} and start < end
        is_inner = is_inner or (left.lower_ == "the" and start < end and doc[start - 2].lower_ == "of")
        if left.lower_ == "of" and any(t.lower_ in lines("organisation_heads") for t in doc[start:end]):
            is_inner = start > 1 and doc[start - 2].lower_ in lines("organisation_heads")
        if (left.pos_ in {"NOUN", "PROPN", "ADJ", "X"} and left.lower_ not in LEADS) or is_inner:
            start -= 1
        else:
            break
    while start < end and (doc[start].lower_ in LEADS | {"of", "and", "for", "-", "'s"}):
        start += 1
    name = (start, end)
    return name if end - start > 1 and is_organisation(parsed, name) and has_head(parsed, name) else None


def _capitalised(parsed: MentionedText, first: int, end: int) -> Range | None:
    """The run of capitals that ends at `end`, if the words around say that it names an organisation."""
    doc, start = parsed.doc, end
    while start > first and (
        doc[start - 1].text[0].isupper() or (start < end and doc[start - 1].text in {"-", "al"})
    ):
        start -= 1
    while start < end and doc[start].lower_ in LEADS:
        start += 1
    if start == end:
        return None
    close = next((k for k in range(end, min(end + _LONGEST_ASIDE, len(doc))) if doc[k].text == ")"), None)
    around = [t.lower_ for t in doc[max(0, start - 3) : start]]
    if close is not None:
        around += [t.lower_ for t in doc[close + 1 : close + 2]] + [t.lower_ for t in doc[end:close]]
    heads = lines("organisation_heads")
    is_said = any(w in heads or w in _CALLED for w in around) or quoted_before(parsed, (start, end))
    labels = {t.ent_type_ for t in doc[start:end]}
    is_open = not labels & {"GPE", "LOC", "FAC", "WORK_OF_ART"} and (
        "PERSON" not in labels or (start > 0 and doc[start - 1].lower_ == "the")
    )
    is_said = is_said or (is_open and close is not None and _is_translation(parsed, end, close))
    return (start, end) if is_said else None


def _is_translation(parsed: MentionedText, end: int, close: int) -> bool:
    """True if the aside that closes at `close` is quoted, or title-case words that are no place."""
    doc = parsed.doc
    inside = [t for t in doc[end:close] if t.is_alpha]
    if any(t.ent_type_ in {"GPE", "LOC", "FAC", "DATE"} or t.lower_ in lines("place_heads") for t in inside):
        return False
    is_quoted = any(t.text in QUOTES for t in doc[end:close])
    return (is_quoted and bool(inside)) or (
        len(inside) > 1 and all(t.text[0].isupper() or t.lower_ in SMALL for t in inside)
    )


def _with_prefix(parsed: MentionedText, start: int) -> int:
    """One token further left where a name starts with "UN" or "US" that its abbreviation leaves out."""
    return start - 1 if start and parsed.doc[start - 1].text in _PREFIXES else start


def _is_abbreviation(parsed: MentionedText, name: Range) -> bool:
    doc, (start, end) = parsed.doc, name
    if end - start > 4 or not is_short(doc[start].text.strip("."), is_lower=parsed.cleaned.is_lower):
        return False
    return not parsed.cleaned.is_lower or all(
        doc[k].text[0] == "-" or doc[k - 1].text == "-" for k in range(start + 1, end)
    )


def _fits(parsed: MentionedText, name: Range, other: Range) -> bool:
    """True if `other`, the inside of an aside, names what `name` names."""
    doc = parsed.doc
    tokens = list(doc[other[0] : other[1]])
    if tokens[-1].like_num and len(tokens) > 1:  # a hull number, a date, an age
        return False
    if any(
        (t.like_num and t.i == other[0]) or (t.pos_ in {"VERB", "AUX"} and t.tag_ in {"VBD", "VBZ", "VBP"})
        for t in tokens
    ):
        return False
    if parsed.words(*name).lower() == parsed.words(*other).lower():
        return False
    if _is_abbreviation(parsed, other):
        return parsed.cleaned.is_lower or all(not t.is_alpha or t.text[0].isupper() for t in tokens)
    if is_short(doc[name[0]].text, is_lower=parsed.cleaned.is_lower) and name[1] - name[0] == 1:
        return is_organisation(parsed, other)
    if parsed.cleaned.is_lower:
        return len(tokens) > 1 and has_head(parsed, other) and not any(t.lower_ == "by" for t in tokens)
    is_quoted = doc[other[0] - 1].text in QUOTES
    letters = [t for t in tokens if t.is_alpha and t.lower_ not in SMALL and t.nbor(-1).text != "-"]
    is_name = bool(letters) and all(t.text[0].isupper() for t in letters)
    return len(tokens) <= 9 and (is_quoted or is_name or (len(tokens) > 1 and quoted_before(parsed, name)))
