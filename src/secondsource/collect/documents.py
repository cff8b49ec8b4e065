"""A document from one part of a file and what the user said of it."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from secondsource.codec import canonical_json
from secondsource.collect.days import day_in_url, day_of_words
from secondsource.collect.given import Given
from secondsource.collect.heads import Head, is_outlet_name, read_head
from secondsource.collect.language import fits_script, language_of
from secondsource.collect.parts import Part
from secondsource.collect.platforms import outlet_of_host
from secondsource.records import DayRange, Document

_FIELD_CHARS = 500
# Controls and lone surrogates: no database or terminal should meet them; one for one, so offsets hold.
_UNSAFE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff]")


def document_id(raw_sha256: str, outlet: str | None) -> str:
    """The id of a document: it follows from the raw record and the outlet that the user named."""
    return "sha256:" + hashlib.sha256(canonical_json((raw_sha256, outlet))).hexdigest()


def make_document(
    part: Part, *, raw_sha256: str, path: str | None, url: str | None, given: Given, collected_at: datetime
) -> Document:
    """The document; `url` is where it was fetched, if it was.

    What the user gave wins over what the file tells; a day in the future is not believed.
    """
    latest = (collected_at + timedelta(days=1)).date()
    text = part.text if part.is_verbatim else safe_words(part.text)
    head = read_head(text, latest=latest) if part.has_head else Head()
    above = read_head(part.byline, latest=latest) if part.byline else Head()
    metadata = [(safe_words(k), safe_words(v)) for k, v in part.metadata]
    if head.agency:
        metadata.append(("dateline_agency", head.agency))
    # A fetched page is where it was fetched, whatever it says; a record of a fetched file says where it is from.
    address = given.url or (part.url or url if part.record is not None else url or part.url) or head.url
    published, published_from = _published(part, (above, head), address, given, latest, metadata)
    return Document(
        id=document_id(raw_sha256, given.outlet),
        raw_sha256=raw_sha256,
        path=None if path is None else safe_words(path),
        outlet=given.outlet
        or _field(part.outlet)
        or _field(head.outlet)
        or _organisation(part.author)
        or outlet_of_host(url),
        url=_field(address, 4_000),
        title=given.title or _field(part.title) or _field(head.title),
        author=_field(part.author) or _field(above.author) or _field(head.author),
        published=published,
        published_from=published_from,
        collected_at=collected_at,
        media_type=part.media_type,
        language=given.language or _language(part.language) or language_of(text),
        text=text,
        marking=given.marking,
        pages=part.pages,
        metadata=tuple(metadata),
    )


def usual_language(documents: Sequence[Document]) -> str | None:
    """The language of nine tenths of the records of a file whose language could be told; None below five of them."""
    told = Counter(d.language for d in documents if d.language is not None)
    if told.total() < 5:
        return None
    language, count = told.most_common(1)[0]
    return language if count >= 0.9 * told.total() else None


def in_usual_language(document: Document, usual: str) -> Document:
    """The document; if it is too short to tell its language, in that of its neighbours, and marked so."""
    if document.language is not None or not fits_script(document.text, usual):
        return document
    return replace(document, language=usual, metadata=(*document.metadata, ("language_from", "neighbours")))


def _published(
    part: Part,
    heads: tuple[Head, ...],
    url: str | None,
    given: Given,
    latest: date,
    metadata: list[tuple[str, str]],
) -> tuple[DayRange | None, str | None]:
    """The first of: given, metadata, address, by-line or dateline."""
    if (day := given.day()) is not None:
        return day, "given"
    if part.published is not None:
        if (day := day_of_words(part.published, latest=latest)) is not None:
            return day, part.published_from
        # Said, not dropped in silence: the clock may be wrong, ours too.
        metadata.append(("published_as_written", part.published))
    if url and (day := day_in_url(url, latest=latest)) is not None:
        return day, "url"
    head = next((h for h in heads if h.day is not None), Head())
    return head.day, head.day_from


def _organisation(author: str | None) -> str | None:
    """The author's field of a file, where an organisation and no person stands in it."""
    name = _field(author)
    return name if name and is_outlet_name(name) else None


def _language(tag: str | None) -> str | None:
    match = re.match(r"[A-Za-z]{2,3}(?=$|[-_])", tag or "")
    return match[0].lower() if match else None


def _field(words: str | None, chars: int = _FIELD_CHARS) -> str | None:
    """One line of at most `chars` characters; None for blanks."""
    return " ".join(safe_words(words).split())[:chars] or None if words else None


def safe_words(words: str) -> str:
    """The words without controls and half characters, one for one, so that offsets hold."""
    return _UNSAFE.sub(lambda m: "\ufffd" if m[0] >= "\ud800" else " ", words)
