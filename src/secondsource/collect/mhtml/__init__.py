"""Web pages saved in one file (.mhtml): the page's main text and the address it was saved from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePath

from secondsource.collect.mailparts import header, leaves, parse_message, text_of
from secondsource.collect.parts import BadPart, Fit, Part
from secondsource.errors import UnreadableError


class MhtmlFormat:
    """One document a file: its first HTML part."""

    name = "mhtml"
    version = "1"

    def accepts(self, path: str, head: bytes) -> Fit:
        """By suffix."""
        return Fit.SUFFIX if PurePath(path).suffix.lower() in (".mhtml", ".mht") else Fit.NO

    def parse(self, raw: bytes, path: str) -> Iterable[Part | BadPart]:
        """One part."""
        from secondsource.collect.webpage import part_of_page

        message = parse_message(raw, path)
        page = next((p for p in leaves(message, path) if p.get_content_type() in _PAGES), None)
        if page is None:
            raise UnreadableError(path, "holds no web page.", "Save it again from the browser.")
        url = header(message, "Snapshot-Content-Location") or header(page, "Content-Location")
        url = url if url and url.startswith(("http://", "https://")) else None
        saved = header(message, "Date")
        part = part_of_page(text_of(page, path), path, url=url, media_type="multipart/related")
        # The message's date is that of saving, which is no publication.
        yield replace(part, metadata=(("saved", saved),) if saved else ())


_PAGES = ("text/html", "application/xhtml+xml")
FORMAT = MhtmlFormat()
