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
_SMALL = frozenset("of the and for in de la le du des el al ul ur e y - ' 's s & al- d'".split())
_LEADS = frozenset(
    "the a an so-called self-styled self-proclaimed outlawed banned militant rebel guerrilla group outfit maoist"
    " clandestine suspected local foreign former state-run".split()
)
_INSIDE_CUES = frozenset(
    "also known as aka or formerly earlier previously called nicknamed in english the abbreviated abbr acronym"
    " short for literally lit . : rendered here translated meaning romanised romanized spelled its from and".split()
)
_PREFIXES = frozenset({"US", "U.S.", "UN", "U.N."})
_NO_BODIES = frozenset({"person", "office", "state", "source", "stand_in", "pronoun", "fighters"})
_OFFICES = frozenset(
    "inspector superintendent deputy assistant additional director commander minister secretary chief attorney"
    " operation operacion plan titled entitled book film".split()
)
_CALLED = frozenset({"called", "itself", "themselves", "named", "dubbed", "detachment", "movement", "outfit"})
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
    found = [*_asides(parsed), *_by_cue(parsed), *_side_by_side(parsed), *_translated(parsed)]
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
    while end > start and doc[end - 1].text in _QUOTES | {".", ","}:
        end -= 1
    while start < end and (doc[start].text in _QUOTES or _is_lead_in(doc[start]) and end - start > 1):
        start += 1
    return (start, end) if start < end else None


def _is_lead_in(token: Token) -> bool:
    """True for words of an aside before the name in it: "abbreviated", "Spanish for", "or"."""
    following = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    return token.lower_ in _INSIDE_CUES or following == "for" and token.ent_type_ in {"NORP", "LANGUAGE"}


def _left_name(parsed: ParsedText, end: int, others: list[Range]) -> Range | None:
    """The name that ends at `end`, of which `others` may be abbreviations."""
    doc = parsed.doc
    first = max(doc[end - 1].sent.start, end - _LONGEST_NAME)
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
            return name if _is_organisation(parsed, name, is_sure=is_sure) else None
    if not shorts and is_short(words[-1] if words else "", is_lower=parsed.cleaned.is_lower):
        return (end - 1, end)  # "das (administrative department of security)"
    if parsed.cleaned.is_lower:
        return _lower_name(parsed, first, end)
    return _mentioned(parsed, end, shorts) or _capitalised(parsed, first, end)


def _lower_name(parsed: ParsedText, first: int, end: int) -> Range | None:
    """The noun phrase that ends at `end` and holds the head word of an organisation's name."""
    doc, start = parsed.doc, end
    while start > first:
        left = doc[start - 1]
        is_inner = left.lower_ in {"of", "and", "'s", "-", "for"} and start < end
        is_inner = is_inner or left.lower_ == "the" and start < end and doc[start - 2].lower_ == "of"
        if left.lower_ == "of" and any(t.lower_ in lines("organisation_heads") for t in doc[start:end]):
            is_inner = start > 1 and doc[start - 2].lower_ in lines("organisation_heads")
        if left.pos_ in {"NOUN", "PROPN", "ADJ", "X"} and left.lower_ not in _LEADS or is_inner:
            start -= 1
        else:
            break
    while start < end and (doc[start].lower_ in _LEADS | {"of", "and", "for", "-", "'s"}):
        start += 1
    name = (start, end)
    return name if end - start > 1 and _is_organisation(parsed, name) and _has_head(parsed, name) else None


def _capitalised(parsed: ParsedText, first: int, end: int) -> Range | None:
    """The run of capitals that ends at `end`, if the words around say that it names an organisation."""
    doc, start = parsed.doc, end
    while start > first and (
        doc[start - 1].text[0].isupper() or start < end and doc[start - 1].text in {"-", "al"}
    ):
        start -= 1
    while start < end and doc[start].lower_ in _LEADS:
        start += 1
    if start == end:
        return None
    close = next((k for k in range(end, min(end + _LONGEST_ASIDE, len(doc))) if doc[k].text == ")"), None)
    around = [t.lower_ for t in doc[max(0, start - 3) : start]]
    if close is not None:
        around += [t.lower_ for t in doc[close + 1 : close + 2]] + [t.lower_ for t in doc[end:close]]
    heads = lines("organisation_heads")
    is_said = any(w in heads or w in _CALLED for w in around) or _quoted_before(parsed, (start, end))
    labels = {t.ent_type_ for t in doc[start:end]}
    is_open = not labels & {"GPE", "LOC", "FAC", "WORK_OF_ART"} and (
        "PERSON" not in labels or start > 0 and doc[start - 1].lower_ == "the"
    )
    is_said = is_said or is_open and close is not None and _is_translation(parsed, end, close)
    return (start, end) if is_said else None


def _is_translation(parsed: ParsedText, end: int, close: int) -> bool:
    """True if the aside that closes at `close` is quoted, or title-case words that are no place."""
    doc = parsed.doc
    inside = [t for t in doc[end:close] if t.is_alpha]
    if any(t.ent_type_ in {"GPE", "LOC", "FAC", "DATE"} or t.lower_ in lines("place_heads") for t in inside):
        return False
    is_quoted = any(t.text in _QUOTES for t in doc[end:close])
    return (
        is_quoted
        and bool(inside)
        or len(inside) > 1
        and all(t.text[0].isupper() or t.lower_ in _SMALL for t in inside)
    )


def _mentioned(parsed: ParsedText, end: int, shorts: list[Range] = []) -> Range | None:  # noqa: B006
    """The named actor mention that ends at `end`, without article and labels; persons and offices are none."""
    doc, found = parsed.doc, parsed.mention_at(end - 1)
    if found is None or found.start >= end or not found.is_named or found.role in _NO_BODIES:
        return None
    start = found.start
    owner = next((k for k in range(start, end - 2) if doc[k].text == "'s"), None)
    if owner is not None and (doc[owner - 1].ent_type_ == "GPE" or doc[owner - 1].lower_ in lines("states")):
        start = owner + 1
    if any(s[1] - s[0] > 1 for s in shorts) and start > 1 and doc[start - 1].lower_ in {"of", "the"}:
        start = _faction(parsed, start)
    while start < end - 1 and (
        doc[start].text in _QUOTES or doc[start].lower_ in _LEADS or doc[start].pos_ == "DET"
    ):
        start += 1
    name = (start, end)
    return name if _is_organisation(parsed, name) else None


def _with_prefix(parsed: ParsedText, start: int) -> int:
    """One token further left where a name starts with "UN" or "US" that its abbreviation leaves out."""
    return start - 1 if start and parsed.doc[start - 1].text in _PREFIXES else start


def _faction(parsed: ParsedText, start: int) -> int:
    """Where "Eastern faction of the" before the name at `start` begins, else `start`."""
    doc, at = parsed.doc, start
    while at > 0 and doc[at - 1].lower_ in {"of", "the"}:
        at -= 1
    if at == 0 or doc[at - 1].lower_ not in {"faction", "group", "wing", "branch"}:
        return start
    at -= 1
    while at > 0 and not doc[at].is_sent_start and doc[at - 1].pos_ in {"PROPN", "ADJ"}:
        at -= 1
    return at


def _is_abbreviation(parsed: ParsedText, name: Range) -> bool:
    doc, (start, end) = parsed.doc, name
    if end - start > 4 or not is_short(doc[start].text.strip("."), is_lower=parsed.cleaned.is_lower):
        return False
    return not parsed.cleaned.is_lower or all(
        doc[k].text[0] == "-" or doc[k - 1].text == "-" for k in range(start + 1, end)
    )


def _fits(parsed: ParsedText, name: Range, other: Range) -> bool:
    """True if `other`, the inside of an aside, names what `name` names."""
    doc = parsed.doc
    tokens = list(doc[other[0] : other[1]])
    if tokens[-1].like_num and len(tokens) > 1:  # a hull number, a date, an age
        return False
    if any(
        t.like_num and t.i == other[0] or t.pos_ in {"VERB", "AUX"} and t.tag_ in {"VBD", "VBZ", "VBP"}
        for t in tokens
    ):
        return False
    if parsed.words(*name).lower() == parsed.words(*other).lower():
        return False
    if _is_abbreviation(parsed, other):
        return parsed.cleaned.is_lower or all(not t.is_alpha or t.text[0].isupper() for t in tokens)
    if is_short(doc[name[0]].text, is_lower=parsed.cleaned.is_lower) and name[1] - name[0] == 1:
        return _is_organisation(parsed, other)
    if parsed.cleaned.is_lower:
        return len(tokens) > 1 and _has_head(parsed, other) and not any(t.lower_ == "by" for t in tokens)
    is_quoted = doc[other[0] - 1].text in _QUOTES
    letters = [t for t in tokens if t.is_alpha and t.lower_ not in _SMALL and t.nbor(-1).text != "-"]
    is_name = bool(letters) and all(t.text[0].isupper() for t in letters)
    return len(tokens) <= 9 and (is_quoted or is_name or len(tokens) > 1 and _quoted_before(parsed, name))


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


def _is_organisation(parsed: ParsedText, name: Range, *, is_sure: bool = False) -> bool:
    """`is_sure`: each letter of an abbreviation fits, so that an unknown word may head the name."""
    doc, never = parsed.doc, lines("not_organisation_heads")
    head = _head(parsed, name)
    before = doc[name[0] - 2 : name[0]] if name[0] > 1 else []
    is_office = doc[name[0]].lower_ in _OFFICES or any(t.lower_ in _OFFICES for t in before)
    if head.lower_ in never or is_office:
        return False
    if _has_head(parsed, name):
        return True
    labels = {t.ent_type_ for t in doc[name[0] : name[1]]}
    if is_sure or labels & {"GPE", "LOC", "PERSON"}:
        return is_sure and not labels <= {"GPE", "LOC"} and not _is_placed(parsed, name)
    found = parsed.mention_at(name[1] - 1)
    if found is not None and found.is_named:
        return found.role not in _NO_BODIES
    return head.ent_type_ == "ORG"


def _is_placed(parsed: ParsedText, name: Range) -> bool:
    """True if the words before say that the name is a place: "in", "the capital of"."""
    before = [t.lower_ for t in parsed.doc[max(0, name[0] - 2) : name[0]]]
    return bool({"in", "at", "near", "capital", "from"} & set(before))


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
    return _mentioned(parsed, end)


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
    run = _run_after(parsed, at)
    if run is not None:
        return run
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
        if doc[end - 1].text in {",", "-", "--"} or doc[end - 1].lower_ == "or":
            end -= 1
        elif is_lower and len(token.text) < 3:
            continue
        first = max(token.sent.start, end - _LONGEST_NAME)
        for stop in _stops(parsed, token.i, end):
            name = _spelt_out(parsed, first, end, (token.i, stop))
            if name is not None:
                yield [name, (token.i, stop)], (name[0], stop)
                break


def _stops(parsed: ParsedText, start: int, name_end: int) -> Iterator[int]:
    """Where the abbreviation at `start` may end: a second token repeats the name's last word or is short too."""
    doc = parsed.doc
    if start + 1 < len(doc):
        following = doc[start + 1]
        is_repeated = name_end > 0 and following.lower_ == doc[name_end - 1].lower_
        if is_repeated or following.text.isupper() and following.is_alpha and not following.is_sent_start:
            yield start + 2
    yield start + 1


def _spelt_out(parsed: ParsedText, first: int, end: int, short: Range) -> Range | None:
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
    letters = [t for t in doc[name[0] : end] if t.lower_ not in _SMALL]
    is_named = is_lower or all(t.text[0].isupper() for t in letters)
    is_sure = len("".join(tokens)) > 2 and not is_lower
    return name if is_named and _is_organisation(parsed, name, is_sure=is_sure) else None


# --- NAME, "Translation" ----------------------------------------------------------------------------------


def _translated(parsed: ParsedText) -> Iterator[tuple[list[Range], Range]]:
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
        elif doc[after].lower_ == "or" and after + 1 < len(doc):
            other = _run_after(parsed, after + 1)
        else:
            continue
        if other is None or not _is_title(parsed, other):
            continue
        name = _run_before(parsed, token.i)
        if name and not _has_head(parsed, name) and (_has_head(parsed, other) or name[1] - name[0] > 1):
            yield [name, other], (name[0], other[1])


def _is_title(parsed: ParsedText, name: Range) -> bool:
    letters = [t for t in parsed.doc[name[0] : name[1]] if t.is_alpha and t.lower_ not in _SMALL]
    return len(letters) > 1 and all(t.text[0].isupper() for t in letters)


def _run_before(parsed: ParsedText, end: int) -> Range | None:
    """The run of capitals that ends at `end`, if it may be a foreign name of an organisation."""
    doc, start = parsed.doc, end
    while (
        start > 0
        and not doc[start].is_sent_start
        and (
            doc[start - 1].text[0].isupper()
            or start < end
            and (doc[start - 1].text == "-" or doc[start].text == "-")
        )
    ):
        start -= 1
    while start < end and doc[start].lower_ in _LEADS:
        start += 1
    labels = {t.ent_type_ for t in doc[start:end]}
    if end - start < 2 or labels & {"GPE", "LOC", "FAC", "DATE"} or _is_placed(parsed, (start, end)):
        return None
    return (
        None
        if doc[start].lower_ in _OFFICES or doc[end - 1].lower_ in lines("not_organisation_heads")
        else (start, end)
    )


def _run_after(parsed: ParsedText, start: int) -> Range | None:
    """The run of capitals, small words inside, that starts at `start`."""
    doc, end = parsed.doc, start
    while end < min(len(doc), start + 9) and (
        doc[end].text[0].isupper() or end > start and doc[end].lower_ in _SMALL
    ):
        end += 1
    while end > start and doc[end - 1].lower_ in _SMALL:
        end -= 1
    return (start, end) if end > start else None
