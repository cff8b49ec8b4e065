"""How much one file may cost before it is given up."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds for one file. The defaults fit a newspaper archive on a laptop; a bomb meets them in seconds.

    `expansion` is how many times its own size an archive may unpack to, beyond a free `unpacked_bytes / 16`;
    `nesting` counts elements, objects or mail parts inside each other.
    """

    file_bytes: int = 100 * MIB
    parse_s: float = 60.0
    memory_bytes: int = 2048 * MIB
    unpacked_bytes: int = 256 * MIB
    expansion: int = 200
    nesting: int = 250
    text_chars: int = 20_000_000
    fetch_bytes: int = 25 * MIB
    fetch_s: float = 30.0
    redirects: int = 5


_IN_FORCE: ContextVar[Limits | None] = ContextVar("limits", default=None)


def limits_in_force() -> Limits:
    """The limits of the parse that is running; a format asks here before it unpacks anything."""
    return _IN_FORCE.get() or Limits()


@contextmanager
def enforcing(limits: Limits) -> Iterator[None]:
    """Within it, `limits_in_force` gives these limits."""
    token = _IN_FORCE.set(limits)
    try:
        yield
    finally:
        _IN_FORCE.reset(token)
