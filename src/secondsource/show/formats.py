"""The formats a brief can be written in: one folder a format, found by walking; a new one is a new folder."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol

from secondsource import show
from secondsource.show.brief.parts import Brief


class Format(Protocol):
    """What a format's folder exports as `FORMAT`: a name for `--format`, a file suffix, and the verb."""

    name: str
    suffix: str

    def render(self, brief: Brief) -> bytes:
        """The brief in this format; the same bytes for the same brief."""


@cache
def find_formats() -> dict[str, Format]:
    """Formats by name, in alphabetical order."""
    found = {}
    for module in iter_modules(show.__path__):
        if module.ispkg and module.name != "brief":
            form = getattr(import_module(f"{show.__name__}.{module.name}"), "FORMAT", None)
            if form is not None:
                found[form.name] = form
    return dict(sorted(found.items()))
