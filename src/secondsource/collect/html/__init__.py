"""Web pages saved as files: their main text, without menus, banners and comments."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePath

from secondsource.collect.decoding import decode
from secondsource.collect.parts import BadPart, Fit, Part

_SUFFIXES = (".html", ".htm", ".xhtml")
_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head)\b",
    re.I | re.S,
)
_DECLARED = re.compile(
    rb"""(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,100}?encoding)\s*=\s*["']?([A-Za-z0-9_.:-]{2,40})""", re.I
)


class HtmlFormat:
    """One document a page."""

    name = "html"
    version = "1"

    def accepts(self, path: str, head: bytes) -> Fit:
        """By suffix; what has none is one if it begins like one."""
        suffix = PurePath(path).suffix.lower()
        if suffix in _SUFFIXES:
            return Fit.SUFFIX
        return Fit.CONTENT if suffix == "" and _START.match(head) else Fit.NO

    def parse(self, raw: bytes, path: str) -> Iterable[Part | BadPart]:
        """One part."""
        from secondsource.collect.webpage import part_of_page

        declared = _DECLARED.search(raw[:4096])
        decoded = decode(raw, path, declared[1].decode("ascii") if declared else None)
        yield part_of_page(decoded.text.removeprefix("\ufeff"), path)


FORMAT = HtmlFormat()
