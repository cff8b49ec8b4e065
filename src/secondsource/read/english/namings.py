"""Names that the text itself equates: abbreviations, translations, other and former names of organisations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from secondsource.read.english.acronyms import align, is_short
from secondsource.read.english.cues import FoundCue, phrasebook
from secondsource.read.english.draft import Draft
from secondsource.read.english.lexicon import lines
from secondsource.read.english.parsed import ParsedText
from secondsource.records import ActorKind, Mention, Naming, Stance

_QUOTES = frozenset("\"'`")
_SMALL = frozenset("of the and for in de la le du des el al ul ur e y - ' 's & al- d'".split())
_LEADS = frozenset(
    "the a an so-called self-styled self-proclaimed outlawed banned militant rebel guerrilla group outfit"
    " suspected local foreign former state-run".split()
)
_INSIDE_CUES = frozenset(
    "also known as aka or formerly previously called in english the abbreviated acronym".split()
)
_LONGEST_ASIDE = 18
_LONGEST_NAME = 12
Range = tuple[int, int]


@dataclass(slots=True)
class _Seen:
    """Names equated so far: a pair counts once, where it first stands."""

    keys: set[frozenset[str]] = field(default_factory=set)

    def is_new(self, names: list[str]) -> bool:
        key = frozenset(" ".join(n.lower().split()) for n in names)
        if len(key) < 2 or any(key <= k for k in self.keys):
            return False
        self.keys.add(key)
        return True


def find_namings(parsed: ParsedText) -> list[Draft]:
    """Each equation of names of one organisation, once, at its first place."""
    found = [*_asides(parsed), *_by_cue(parsed), *_side_by_side(parsed)]
    seen = _Seen()
    drafts = []
    for names, span in sorted(found, key=lambda f: (f[1], -len(f[0]))):
        words = [parsed.words(*n) for n in names]
        if not seen.is_new(words):
            continue
        mentions = [_mention(parsed, n) for n in names]
        full = max(range(len(names)), key=lambda k: (len(words[k]), -k)) if _is_reversed(words) else 0
        drafts.append(
            Draft(
                span=parsed.span(*span),
                chain=parsed.chain_at(names[0][1] - 1),
                stance=Stance.ASSERTS,
                proposition=Naming(
                    name=mentions[full], also=tuple(m for k, m in enumerate(mentions) if k != full)
                ),
            )
        )
    return drafts


def _is_reversed(words: list[str]) -> bool:
    """True if the short form stands first ("das (administrative department of security)")."""
    return " " not in words[0] and any(" " in w for w in words[1:])


def _mention(parsed: ParsedText, name: Range) -> Mention:
    found = parsed.mention_at(name[1] - 1)
    return Mention(
        span=parsed.span(*name), name=parsed.words(*name), kind=found.mention.kind if found else None
    )


# --- Full Name (ABBR) -------------------------------------------------------------------------------------


def _asides(parsed: ParsedText) -> Iterator[tuple[list[Range], Range]]:
    doc = parsed.doc
    for opening in doc:
        if opening.text != "(" or opening.i == 0:
            continue
        i = opening.i
        close = next((k for k in range(i + 1, min(i + _LONGEST_ASIDE, len(doc))) if doc[k].text == ")"), None)
        if close is None or any(doc[k].text == "(" for k in range(i + 1, close)):
            continue
        end = i
        while end > 0 and doc[end - 1].text in _QUOTES | {",", "'s"}:
            end -= 1
        others = [r for part in _parts(parsed, i + 1, close) if (r := _strip(parsed, part))]
        name = _left_name(parsed, end, others) if end and others else None
        if name is None:
            continue
        others = [o for o in others if _fits(parsed, name, o)]
        if others:
            yield [name, *others], (name[0], close + 1)


def _parts(parsed: ParsedText, start: int, end: int) -> Iterator[Range]:
    """The inside of an aside, cut at commas, slashes and free-standing dashes."""
    doc, at = parsed.doc, start
    for k in range(start, end):
        is_dash = doc[k].text in {"-", "--", "\u2014"} and k > start and bool(doc[k - 1].whitespace_)
        if doc[k].text in {",", ";", "/", ":"} or is_dash:
            yield at, k
            at = k + 1
    yield at, end


def _strip(parsed: ParsedText, name: Range) -> Range | None:
    """Without quotation marks and words such as "also known as"; None if nothing is left."""
    doc, (start, end) = parsed.doc, name
    while start < end and (
        doc[start].text in _QUOTES or doc[start].lower_ in _INSIDE_CUES and end - start > 1
    ):
        if (
            doc[start].lower_ == "the"
            and end - start > 1
            and start + 1 < end
            and doc[start].text not in _QUOTES
        ):
            pass
        start += 1
    while end > start and doc[end - 1].text in _QUOTES | {".", ","}:
        end -= 1
    return (start, end) if start < end else None


def _left_name(parsed: ParsedText, end: int, others: list[Range]) -> Range | None:
    """The name that ends at `end`, of which `others` may be abbreviations."""
    doc = parsed.doc
    first = max(doc[end - 1].sent.start, end - _LONGEST_NAME)
    for k in range(end - 1, first - 1, -1):
        if doc[k].text in {"(", ")", ",", ";", ":", '"'}:
            first = k + 1
            break
    words = [t.text for t in doc[first:end]]
    for other in others:
        short = [t.text for t in doc[other[0] : other[1]]]
        if not _is_abbreviation(parsed, other):
            continue
        at = align(short, words)
        if at is not None and (at < len(words) - 1 or len(words[at]) > 4):
            return (first + at, end) if _is_organisation(parsed, (first + at, end)) else None
    return _mentioned(parsed, end)


def _mentioned(parsed: ParsedText, end: int) -> Range | None:
    """The actor mention that ends at `end`, without article and labels."""
    found = parsed.mention_at(end - 1)
    if found is None or found.start >= end or parsed.doc[end - 1].pos_ == "PRON":
        return None
    start = found.start
    while start < end - 1 and (
        parsed.doc[start].text in _QUOTES
        or parsed.doc[start].lower_ in _LEADS
        or parsed.doc[start].pos_ == "DET"
    ):
        start += 1
    name = (start, end)
    return name if _is_organisation(parsed, name) else None


def _is_abbreviation(parsed: ParsedText, name: Range) -> bool:
    tokens = parsed.doc[name[0] : name[1]]
    is_lower = parsed.cleaned.is_lower
    return len(tokens) <= 4 and is_short(tokens[0].text.strip("."), is_lower=is_lower)


def _fits(parsed: ParsedText, name: Range, other: Range) -> bool:
    """True if `other`, the inside of an aside, names what `name` names."""
    doc = parsed.doc
    tokens = list(doc[other[0] : other[1]])
    if any(
        t.like_num and t.i == other[0] or t.pos_ in {"VERB", "AUX"} and t.tag_ in {"VBD", "VBZ", "VBP"}
        for t in tokens
    ):
        return False
    if parsed.words(*name).lower() == parsed.words(*other).lower():
        return False
    if _is_abbreviation(parsed, other):
        return not parsed.cleaned.is_lower or len(tokens) <= 3
    if is_short(doc[name[0]].text, is_lower=parsed.cleaned.is_lower) and name[1] - name[0] == 1:
        return _is_organisation(parsed, other)
    if parsed.cleaned.is_lower:
        return len(tokens) > 1 and _has_head(parsed, other)
    is_quoted = doc[other[0] - 1].text in _QUOTES
    letters = [t for t in tokens if t.is_alpha and t.lower_ not in _SMALL]
    is_name = bool(letters) and all(t.text[0].isupper() for t in letters)
    return len(tokens) <= 9 and (is_quoted or is_name or _quoted_before(parsed, name))


def _quoted_before(parsed: ParsedText, name: Range) -> bool:
    """True if the name itself stands in quotation marks: "'bela ruka' (the white hand)"."""
    return name[0] > 0 and parsed.doc[name[0] - 1].text in _QUOTES


def _head(parsed: ParsedText, name: Range) -> Token:
    """The word that says what kind of thing the name names: the one before "of", else the last."""
    for k in range(name[0] + 1, name[1]):
        if parsed.doc[k].lower_ in {"of", "for", "in", "to"}:
            return parsed.doc[k - 1]
    return parsed.doc[name[1] - 1]


def _has_head(parsed: ParsedText, name: Range) -> bool:
    heads = lines("organisation_heads")
    return any(t.lower_ in heads for t in parsed.doc[name[0] : name[1]])


def _is_organisation(parsed: ParsedText, name: Range) -> bool:
    head = _head(parsed, name)
    if head.lower_ in lines("not_organisation_heads"):
        return False
    if head.lower_ in lines("organisation_heads") or _has_head(parsed, name):
        return True
    found = parsed.mention_at(name[1] - 1)
    if found is not None:
        return found.mention.kind is not ActorKind.OFFICE
    return parsed.doc[name[1] - 1].ent_type_ == "ORG"


# --- NAME, also known as OTHER ----------------------------------------------------------------------------


def _by_cue(parsed: ParsedText) -> Iterator[tuple[list[Range], Range]]:
    for cue in phrasebook("namings", "form").find(parsed.doc):
        name = _name_before(parsed, cue)
        other = _name_after(parsed, cue) if name else None
        if name and other and parsed.words(*name).lower() != parsed.words(*other).lower():
            yield [name, other], (name[0], other[1])


def _name_before(parsed: ParsedText, cue: FoundCue) -> Range | None:
    """The name that the cue is about: the actor mention before it, with at most a few small words between."""
    doc, end = parsed.doc, cue.start
    limit = max(doc[cue.start].sent.start, cue.start - 6)
    while end > limit and (
        doc[end - 1].text in {",", "(", ")", "-", "--"} | _QUOTES
        or doc[end - 1].lower_
        in {"is", "are", "which", "who", "was", "were", "itself", "it", "and", "also", "has", "had", "been"}
    ):
        end -= 1
    if end <= limit:
        return None
    name = _mentioned(parsed, end)
    if name is None and doc[end - 1].ent_type_ == "ORG":
        start = end
        while start > limit - 6 and start > 0 and doc[start - 1].ent_type_ == "ORG":
            start -= 1
        name = (start, end)
    return name


def _name_after(parsed: ParsedText, cue: FoundCue) -> Range | None:
    """The name that follows the cue: in quotation marks, a mention, or a run of capitalised words."""
    doc, at = parsed.doc, cue.end
    limit = doc[cue.start].sent.end
    while at < limit and doc[at].lower_ in {"the", "a", "an", ":", ",", "as", "simply"}:
        at += 1
    if at >= limit:
        return None
    if doc[at].text in _QUOTES:
        close = next((k for k in range(at + 1, min(limit, at + 10)) if doc[k].text in _QUOTES), None)
        if close is None:
            return None
        end = close - 1 if doc[close - 1].text in {",", "."} else close
        return (at + 1, end) if end > at + 1 else None
    end = at
    while end < min(limit, at + 9) and (doc[end].text[0].isupper() or end > at and doc[end].lower_ in _SMALL):
        end += 1
    while end > at and doc[end - 1].lower_ in _SMALL:
        end -= 1
    if end > at:
        return (at, end)
    found = parsed.mention_at(at)
    if found is not None and parsed.cleaned.is_lower and found.start <= at < found.end:
        return (at, found.end)
    return None


# --- Full Name ABBR, without parentheses ------------------------------------------------------------------


def _side_by_side(parsed: ParsedText) -> Iterator[tuple[list[Range], Range]]:
    """ "National Liberation Army NLA", "national liberation front, nlf": only where every letter fits."""
    doc, is_lower = parsed.doc, parsed.cleaned.is_lower
    for token in doc:
        if token.i == 0 or not is_short(token.text, is_lower=is_lower) or token.is_sent_start:
            continue
        end = token.i
        has_comma = doc[end - 1].text in {",", "-", "--"} or doc[end - 1].lower_ == "or"
        if has_comma:
            end -= 1
        elif is_lower and len(token.text) < 3:
            continue
        first = max(token.sent.start, end - _LONGEST_NAME)
        words = [t.text for t in doc[first:end]]
        for tail in (0, 1):  # "... India Maoist CPI Maoist": the abbreviation may repeat the last word
            stop = token.i + 1 + tail
            if tail and (stop > len(doc) or not words or doc[stop - 1].lower_ != words[-1].lower()):
                continue
            at = align([t.text for t in doc[token.i : stop]], words, is_strict=True)
            if at is None or len(words) - at < 2:
                continue
            name = (first + at, end)
            letters = [t for t in doc[name[0] : end] if t.lower_ not in _SMALL]
            is_named = is_lower or all(t.text[0].isupper() for t in letters)
            if is_named and _is_organisation(parsed, name):
                yield [name, (token.i, stop)], (name[0], stop)
