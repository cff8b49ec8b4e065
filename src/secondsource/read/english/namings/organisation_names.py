"""Whether words name an organisation, and where such a name starts and ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from secondsource.read.english.lexicon import lines
from secondsource.read.english.namings.mentioned import MentionedText

QUOTES = frozenset("\"'`")
SMALL = lines("name_particles")
LEADS = lines("name_labels")
NO_BODIES = frozenset({"person", "office", "state", "source", "stand_in", "pronoun", "fighters"})
OFFICES = frozenset(
    [
        "inspector",
        "superintendent",
        "deputy",
        "assistant",
        "additional",
        "director",
        "commander",
        "minister",
        "secretary",
        "chief",
        "attorney",
        "operation",
        "operacion",
        "plan",
        "titled",
        "entitled",
        "book",
        "film",
    ]
)
LONGEST_NAME = 12
Range = tuple[int, int]


def mentioned(parsed: MentionedText, end: int, shorts: Sequence[Range] = ()) -> Range | None:
    """The named actor mention that ends at `end`, without article and labels; persons and offices are none."""
    doc, found = parsed.doc, parsed.mention_at(end - 1)
    if found is None or found.start >= end or not found.is_named or found.role in NO_BODIES:
        return None
    start = found.start
    owner = next((k for k in range(start, end - 2) if doc[k].text == "'s"), None)
    if owner is not None and (doc[owner - 1].ent_type_ == "GPE" or doc[owner - 1].lower_ in lines("states")):
        start = owner + 1
    if any(s[1] - s[0] > 1 for s in shorts) and start > 1 and doc[start - 1].lower_ in {"of", "the"}:
        start = _faction(parsed, start)
    while start < end - 1 and (
        doc[start].text in QUOTES or doc[start].lower_ in LEADS or doc[start].pos_ == "DET"
    ):
        start += 1
    name = (start, end)
    return name if is_organisation(parsed, name) else None


def _head(parsed: MentionedText, name: Range) -> Token:
    """The word that says what kind of thing the name names: the one before "of", else the last."""
    for k in range(name[0] + 1, name[1]):
        if parsed.doc[k].lower_ in {"of", "for", "in", "to"}:
            return parsed.doc[k - 1]
    return parsed.doc[name[1] - 1]


def has_head(parsed: MentionedText, name: Range) -> bool:
    heads = lines("organisation_heads")
    return any(t.lower_ in heads for t in parsed.doc[name[0] : name[1]])


def is_organisation(parsed: MentionedText, name: Range, *, is_sure: bool = False) -> bool:
    """`is_sure`: each letter of an abbreviation fits, so that an unknown word may head the name."""
    doc, never = parsed.doc, lines("not_organisation_heads")
    head = _head(parsed, name)
    before: list[Token] = list(doc[name[0] - 2 : name[0]]) if name[0] > 1 else []
    is_office = doc[name[0]].lower_ in OFFICES or any(t.lower_ in OFFICES for t in before)
    if head.lower_ in never or is_office:
        return False
    if has_head(parsed, name):
        return True
    found = parsed.mention_at(name[1] - 1)
    if found is not None and found.role in {"body", "band"}:
        return True
    labels = {t.ent_type_ for t in doc[name[0] : name[1]]}
    if found is not None and found.role == "name" and found.is_named and "PERSON" in labels:
        return True  # a person's name by its label, which the text shows to be a group's
    if is_sure or labels & {"GPE", "LOC", "PERSON"}:
        return is_sure and not labels <= {"GPE", "LOC"} and not is_placed(parsed, name)
    if found is not None and found.is_named:
        return found.role not in NO_BODIES
    return head.ent_type_ == "ORG"


def is_placed(parsed: MentionedText, name: Range) -> bool:
    """True if the words before say that the name is a place: "in", "the capital of"."""
    before = [t.lower_ for t in parsed.doc[max(0, name[0] - 2) : name[0]]]
    return bool({"in", "at", "near", "capital", "from"} & set(before))


def quoted_before(parsed: MentionedText, name: Range) -> bool:
    """True if the name itself stands in quotation marks: "'bela ruka' (the white hand)"."""
    return name[0] > 0 and parsed.doc[name[0] - 1].text in QUOTES


def _faction(parsed: MentionedText, start: int) -> int:
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


def is_title(parsed: MentionedText, name: Range) -> bool:
    letters = [t for t in parsed.doc[name[0] : name[1]] if t.is_alpha and t.lower_ not in SMALL]
    return len(letters) > 1 and all(t.text[0].isupper() for t in letters)


def run_before(parsed: MentionedText, end: int) -> Range | None:
    """The run of capitals that ends at `end`, if it may be a foreign name of an organisation."""
    doc, start = parsed.doc, end
    while (
        start > 0
        and not doc[start].is_sent_start
        and (
            doc[start - 1].text[0].isupper()
            or (start < end and (doc[start - 1].text == "-" or doc[start].text == "-"))
        )
    ):
        start -= 1
    while start < end and doc[start].lower_ in LEADS:
        start += 1
    labels = {t.ent_type_ for t in doc[start:end]}
    is_construct = re.match(r"(?:[Aa]l|[Ee]l|[Aa][dnrst]|[Aa]sh|[Aa]z)-", doc[end - 1].text) is not None
    if (
        end - start < 2
        or (labels & {"GPE", "LOC", "FAC", "DATE"} and not is_construct)
        or is_placed(parsed, (start, end))
    ):
        return None
    return (
        None
        if doc[start].lower_ in OFFICES or doc[end - 1].lower_ in lines("not_organisation_heads")
        else (start, end)
    )


def run_after(parsed: MentionedText, start: int) -> Range | None:
    """The run of capitals, small words inside, that starts at `start`."""
    doc, end = parsed.doc, start
    while end < min(len(doc), start + 9) and (
        (doc[end].text[0].isupper() and doc[end].ent_type_ != "DATE")
        or (end > start and doc[end].lower_ in SMALL)
    ):
        end += 1
    while end > start and doc[end - 1].lower_ in SMALL:
        end -= 1
    return (start, end) if end > start else None
