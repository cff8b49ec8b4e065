"""Names that only their place in a tie shows to be actors': "Saff takes its orders from Grom"."""

from __future__ import annotations

from spacy.tokens import Token

from secondsource.read.english.lexicon import lines
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.who.head_words import with_role
from secondsource.read.english.who.mentions import FoundMention
from secondsource.records import ActorKind, Mention

_NO_NAMES = frozenset(
    {
        "DATE",
        "TIME",
        "MONEY",
        "CARDINAL",
        "ORDINAL",
        "PERCENT",
        "QUANTITY",
        "LANGUAGE",
        "LAW",
        "EVENT",
        "FAC",
        "LOC",
    }
)
_TITLES = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "dr", "dr.", "sheikh", "mullah", "don", "sir", "st"})
_PLACED = frozenset({"in", "at", "near", "outside", "around"})
_INNER = frozenset({"of", "de", "del", "al", "the", "-", "e", "la"})
_LONGEST = 6


def name_in_place(parsed: ParsedText, token: Token) -> FoundMention | None:
    """The capitalised name around a token, where it may be an actor's; None for persons, places, days."""
    found = parsed.mention_at(token.i)
    if parsed.cleaned.is_lower or (found is not None and found.role != "person"):
        return None
    start, end = _run(parsed, token)
    run = parsed.doc[start:end]
    if not run or any(t.ent_type_ in _NO_NAMES for t in run) or _is_person(parsed, start, end):
        return None
    before = parsed.doc[start - 1].lower_ if start else ""
    if before in _PLACED or run[0].lower_ in lines("not_names") or run[-1].lower_ in lines("place_heads"):
        return None
    if all(t.lower_ in lines("demonyms") for t in run) or (
        len(run) == 1 and run[0].is_sent_start and not found
    ):
        return None
    mention = Mention(span=parsed.span(start, end), name=parsed.words(start, end), kind=ActorKind.GROUP)
    return FoundMention(start=start, end=end, head=run.root.i, mention=mention, role="name", is_named=True)


def _run(parsed: ParsedText, token: Token) -> tuple[int, int]:
    """The capital words around the token, with small ones between them."""
    doc, start, end = parsed.doc, token.i, token.i + 1
    if not _is_capital(token):
        return start, start
    while (
        start > 0 and not doc[start].is_sent_start and end - start < _LONGEST and _is_capital(doc[start - 1])
    ):
        start -= 1
    while end < len(doc) and not doc[end].is_sent_start and end - start < _LONGEST:
        is_joined = doc[end].lower_ in _INNER and end + 1 < len(doc) and _is_capital(doc[end + 1])
        if not _is_capital(doc[end]) and not is_joined:
            break
        end += 1
    return start, end


def _is_capital(token: Token) -> bool:
    return token.text[0].isupper() and token.pos_ not in {"PRON", "DET", "ADP", "VERB", "AUX", "SCONJ", "ADV"}


def _is_person(parsed: ParsedText, start: int, end: int) -> bool:
    """A given name, a title, or an office before it tells a person."""
    doc = parsed.doc
    lowers = [t.lower_ for t in doc[start:end]]
    before = doc[start - 1].lower_ if start else ""
    if before in with_role("office") | _TITLES or set(lowers) & (with_role("office") | _TITLES):
        return True
    is_named_so = any(w in lines("given_names") for w in lowers)
    return is_named_so or (len(lowers) > 1 and all(t.ent_type_ == "PERSON" for t in doc[start:end]))
