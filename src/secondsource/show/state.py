"""A case as it stood on a day, or would stand without something."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from secondsource.records import Derived, Document
from secondsource.weigh.changes import Shift


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A case as it stood: what was derived, from which documents, and whose rate and targets had shifted.

    `rejected` are the ids of what a person rejected.
    """

    derived: Derived
    documents: Mapping[str, Document]
    shifts: tuple[Shift, ...] = ()
    rejected: frozenset[str] = frozenset()
