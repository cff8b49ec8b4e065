"""A case, opened or made."""

from __future__ import annotations

from pathlib import Path

from secondsource import store
from secondsource.api.adding import Adding
from secondsource.api.asking import Asking
from secondsource.api.judging import Judging


def create_case(path: str | Path) -> Case:
    """A new, empty case file. Raises CaseError if something is there."""
    return Case(store.create_case(Path(path)))


def open_case(path: str | Path) -> Case:
    """The case at `path`. Raises CaseError if there is none, or it is another version's."""
    return Case(store.open_case(Path(path)))


class Case(Adding, Asking, Judging):
    """A case: add to it, ask it, judge it. Every answer is current: what is outdated is derived anew first."""
