"""The same documents give the same derived rows, in whatever order, with however many readers, on whatever day."""

from __future__ import annotations

import random
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from secondsource import pipeline, sample, store
from secondsource.api import Case
from secondsource.collect import Given, find_sources

_SAMPLE = (
    "agency-bridge-police.html", "army-communique-6.txt", "courier-front.html", "dispatch-ombar.html",
    "front-statement-14.txt", "gazette-ombar.html", "gazette-pumps.txt", "herald-bridge.html",
    "institute-helicopter.docx", "observer-bridge.html",
)  # fmt: skip
_UNDATED = (
    "The Red Banner Front claimed responsibility for an ambush of an army convoy in Ombar on 3 March.\n"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some of the sample corpus, and a text that says nowhere when it was published."""
    made = tmp_path_factory.mktemp("documents")
    with sample.opened() as corpus:
        for name in _SAMPLE:
            shutil.copy(corpus.documents / name, made)
        (made / "undated.txt").write_text(_UNDATED)
        shutil.copy(corpus.folder / "gazetteer.csv", made.parent / "gazetteer.csv")
    return made


def digest_of(case_path: Path, paths: list[Path], *, processes: int, at: datetime) -> str:
    """The digest of a new case with these documents."""
    store.create_case(case_path).close()
    with Case(store.open_case(case_path)) as case:
        case.add_places(paths[0].parents[1] / "gazetteer.csv")
        sources = find_sources([str(p) for p in paths])
        report = pipeline.add(
            case.kept, sources, Given(), at=at, knowledge=case.knowledge, processes=processes
        )
        assert (report.read, report.not_read) == (len(paths), 0)
        return case.kept.digest()


def test_order_processes_and_the_day_of_collecting_change_nothing(folder: Path, tmp_path: Path) -> None:
    paths = sorted(folder.iterdir())
    assert len(paths) == len(_SAMPLE) + 1
    first = digest_of(tmp_path / "a.db", paths, processes=1, at=datetime(2032, 1, 5, tzinfo=UTC))
    shuffled = random.Random(1).sample(paths, len(paths))
    again = digest_of(tmp_path / "b.db", shuffled, processes=2, at=datetime(2033, 7, 9, tzinfo=UTC))
    assert again == first
    without_one = digest_of(tmp_path / "c.db", paths[:-1], processes=1, at=datetime(2032, 1, 5, tzinfo=UTC))
    assert without_one != first


def test_adding_bit_by_bit_ends_where_adding_at_once_does(folder: Path, tmp_path: Path) -> None:
    paths, at = sorted(folder.iterdir())[:4], datetime(2032, 1, 5, tzinfo=UTC)
    at_once = digest_of(tmp_path / "a.db", paths, processes=1, at=at)
    store.create_case(tmp_path / "b.db").close()
    with Case(store.open_case(tmp_path / "b.db")) as case:
        case.add_places(folder.parent / "gazetteer.csv")
        for path in reversed(paths):
            case.add([str(path)])
        assert case.digest() == at_once
