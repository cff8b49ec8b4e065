"""read: one document in; statements with spans out, through a reader for the document's language.

A reader never returns words that are not in the text.
Must not know: other documents, what a name refers to, the store.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import lru_cache
from importlib.metadata import entry_points
from typing import Protocol, runtime_checkable

from secondsource.records import Document, Statement

ENTRY_POINT_GROUP = "secondsource.readers"


@runtime_checkable
class Reader(Protocol):
    """Turns one document into statements; `name` and `version` are kept with each of them."""

    @property
    def name(self) -> str:
        """A short name, unique among readers."""

    @property
    def version(self) -> str:
        """Changes whenever the same document may yield other statements."""

    def accepts(self, language: str | None) -> bool:
        """True if documents in that language (ISO 639-1; None: not known) are its to read."""

    def read(self, document: Document) -> tuple[Statement, ...]:
        """The statements of the document, in the order of their spans; none for a text that carries none."""


@lru_cache(maxsize=1)
def readers() -> tuple[Reader, ...]:
    """All readers: a folder of this package each (`read/<language>/`), then those that other packages register.

    A folder whose libraries are missing is left out.
    """
    found: list[Reader] = []
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda m: m.name):
        if module.ispkg:
            try:
                package = importlib.import_module(f"{__name__}.{module.name}")
            except ModuleNotFoundError as error:
                if (error.name or "").startswith("secondsource"):
                    raise
                continue
            found.append(package.reader)
    found += [
        e.load() for e in sorted(entry_points(group=ENTRY_POINT_GROUP), key=lambda e: (e.name, e.value))
    ]
    return tuple(found)


def find_reader(language: str | None) -> Reader | None:
    """The first reader that accepts the language, or None: the document is kept but not read."""
    return next((r for r in readers() if r.accepts(language)), None)
