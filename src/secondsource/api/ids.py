"""Ids as people type them: by their beginning."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.errors import NotFoundError


def only_one(beginning: str, ids: Sequence[str], thing: str) -> str:
    """The one id that is, or begins with, what the user typed (with or without its prefix)."""
    found = [i for i in ids if i == beginning] or [
        i for i in ids if i.startswith(beginning) or i.partition(":")[2].startswith(beginning)
    ]
    if len(found) == 1 and beginning:
        return found[0]
    if not found:
        raise NotFoundError(
            beginning, f"no {thing} of this case has that id.", f'"secondsource {thing}s" lists all.'
        )
    raise NotFoundError(beginning, f"{len(found)} {thing}s begin so.", "Type more of it.")
