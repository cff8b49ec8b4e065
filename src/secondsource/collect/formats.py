"""The formats there are, ours and other packages', and the one that fits a file."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from importlib.metadata import entry_points

from secondsource import collect
from secondsource.collect.parts import Fit, Format
from secondsource.errors import visible

GROUP = "secondsource.formats"
HEAD_BYTES = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Unavailable:
    """A format that is there but can't be used, and why ("No module named 'docx'")."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Formats:
    """Formats by name, sorted, with those that couldn't be loaded."""

    usable: tuple[Format, ...]
    unavailable: tuple[Unavailable, ...]

    def fitting(self, path: str, head: bytes) -> Format | None:
        """The format that claims the file most surely; None if none does."""
        fits = [(f.accepts(path, head[:HEAD_BYTES]), f) for f in self.usable]
        best = max(fits, key=lambda pair: pair[0], default=None)
        return best[1] if best and best[0] > Fit.NO else None

    def named(self, name: str) -> Format:
        """The format of that name. Raises KeyError."""
        return next((f for f in self.usable if f.name == name), None) or _missing(name)


def _missing(name: str) -> Format:
    raise KeyError(name)


@cache
def known_formats() -> Formats:
    """All formats: each folder of this package that exports FORMAT, then the entry points of others."""
    usable: dict[str, Format] = {}
    unavailable: list[Unavailable] = []
    loads: list[tuple[str, Callable[[], object]]] = [
        (module.name, partial(_exported, module.name))
        for module in pkgutil.iter_modules(collect.__path__)
        if module.ispkg
    ]
    loads += [(e.name, e.load) for e in sorted(entry_points(group=GROUP), key=lambda e: (e.name, e.value))]
    for name, load in loads:
        try:
            found = load()
        except Exception as error:  # noqa: BLE001 - a broken package must disable itself alone
            unavailable.append(Unavailable(name=name, reason=visible(str(error))))
            continue
        if not isinstance(found, Format):
            unavailable.append(Unavailable(name=name, reason="has no name, version, accepts and parse."))
        elif found.name in usable:
            unavailable.append(Unavailable(name=name, reason=f'another format is called "{found.name}".'))
        else:
            usable[found.name] = found
    return Formats(usable=tuple(usable[n] for n in sorted(usable)), unavailable=tuple(unavailable))


def _exported(folder: str) -> object:
    return importlib.import_module(f"{collect.__name__}.{folder}").FORMAT
