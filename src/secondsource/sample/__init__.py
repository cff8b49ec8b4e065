"""sample: documents about invented groups in an invented country, with the truth about them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Protocol


class Keeper(Protocol):
    """What a corpus asks of the case that it is put into."""

    def add_places(self, path: Path) -> int:
        """Adds a CSV of places."""
        ...

    def grade(self, outlet: str, grade: str, why: str) -> object:
        """Grades an outlet."""
        ...

    def set_owner(self, outlet: str, owner: str, why: str) -> object:
        """Names an outlet's owner."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """A rendered corpus: `documents/`, `gazetteer.csv`, `sources.csv`, `truth.json` in one folder."""

    folder: Path

    @property
    def documents(self) -> Path:
        """The folder of documents to add."""
        return self.folder / "documents"

    def prepare(self, case: Keeper) -> None:
        """Tells the case the country's places, and what its editor knows of the outlets."""
        case.add_places(self.folder / "gazetteer.csv")
        with (self.folder / "sources.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row["grade"]:
                    case.grade(row["outlet"], row["grade"], row["why"])
                if row["owner"]:
                    case.set_owner(row["outlet"], row["owner"], row["why"])


@contextmanager
def opened() -> Iterator[Corpus]:
    """The sample corpus that comes with the package, as a folder on disk."""
    with resources.as_file(resources.files(__name__)) as folder:
        yield Corpus(folder=folder)
