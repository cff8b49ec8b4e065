"""A document of a text that stands in no file of ours: one that a caller hands in, or a person annotated."""

from __future__ import annotations

import hashlib
from datetime import datetime

from secondsource.collect.given import Given
from secondsource.collect.language import language_of
from secondsource.records import Document


def document_of_text(text: str, given: Given, collected_at: datetime) -> Document:
    """The text, unchanged, with nothing known of it but what is given, and its language.

    Raises SecondSourceError if the day given is none.
    """
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    published = given.day()
    return Document(
        id=f"sha256:{sha256}",
        raw_sha256=sha256,
        path=None,
        outlet=given.outlet,
        url=given.url,
        title=given.title,
        author=None,
        published=published,
        published_from="given" if published else None,
        collected_at=collected_at,
        media_type="text/plain",
        language=given.language or language_of(text),
        text=text,
        marking=given.marking,
    )
