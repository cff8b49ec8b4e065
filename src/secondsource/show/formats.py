"""The formats a brief can be written in: one folder a format, found by walking; a new one is a new folder."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pkgutil import iter_modules
from typing import Protocol

from secondsource import show
from secondsource.show.brief.parts import Brief

ENTRY_POINT_GROUP = "secondsource.brief_formats"


class Format(Protocol):
    """What a format's folder exports as `FORMAT`: a name for `--format`, a file suffix, and the verb."""

    name: str
    suffix: str

    def render(self, brief: Brief) -> bytes:
        """The brief in this format; the same bytes for the same brief."""


@cache
def find_formats() -> dict[str, Format]:
    """Formats by name, in alphabetical order: our own folders, then those that other packages register."""
    folders = [m.name for m in iter_modules(show.__path__) if m.ispkg and m.name != "brief"]
    found: list[Format] = [import_module(f"{show.__name__}.{name}").FORMAT for name in folders]
    found += [e.load() for e in entry_points(group=ENTRY_POINT_GROUP)]
    return {f.name: f for f in sorted(found, key=lambda f: f.name)}
