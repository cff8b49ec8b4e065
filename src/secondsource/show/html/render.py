"""A brief as one HTML page: no script, nothing loaded from anywhere, and a policy in the page that says so."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from secondsource.records import VerdictName
from secondsource.show.brief import phrases
from secondsource.show.brief.parts import Brief, Bullets, Line, Marks, Part, Style, Table, number_ranges
from secondsource.show.html.timeline import draw_timeline
from secondsource.show.shown import shown

_WIDTHS = (880, 340)  # drawn twice: for a page and for a telephone


class HtmlFormat:
    """One self-contained file; every word of a source is escaped and set apart by direction."""

    name = "html"
    suffix = ".html"

    def render(self, brief: Brief) -> bytes:
        """UTF-8."""
        page = _environment().get_template("brief.html.j2")
        style = files(__package__).joinpath("templates", "style.css").read_text(encoding="utf-8")
        drawings = [draw_timeline(brief.timeline, width) for width in _WIDTHS] if brief.timeline else []
        html = page.render(
            brief=brief,
            phrases=phrases,
            style=Markup(style),  # noqa: S704 - our own file, unchanged, under the hash below
            style_hash=_policy_hash(style),
            drawings=drawings,
        )
        return html.encode("utf-8", "backslashreplace")


FORMAT = HtmlFormat()


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader(__package__, "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters.update(verdict_key=verdict_key, web_address=web_address, ranges=number_ranges)
    made.tests.update(
        line=lambda b: isinstance(b, Line),
        table=lambda b: isinstance(b, Table),
        bullets=lambda b: isinstance(b, Bullets),
        part=lambda b: isinstance(b, Part),
        marks=lambda r: isinstance(r, Marks),
        styled=lambda r, style: r.style is Style(style),
    )
    return made


def _finalize(value: Any) -> Any:
    """What the page prints of a value: control characters made visible before anything is escaped."""
    return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def verdict_key(words: str) -> str | None:
    """The shape that stands for a verdict, if the words are one's name."""
    return words.replace(" ", "-") if words in {v.value for v in VerdictName} else None


def web_address(words: str | None) -> str | None:
    """An address that may become a link: http or https with a host, nothing else."""
    try:
        parts = urlsplit(words or "")
    except ValueError:
        return None
    return words if parts.scheme in ("http", "https") and parts.hostname else None


def _policy_hash(style: str) -> str:
    digest = hashlib.sha256(style.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
