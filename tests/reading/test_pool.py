"""What breaks the reader costs one document, says so, and leaves nothing running."""

from __future__ import annotations

import os
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from secondsource.errors import NotFoundError
from secondsource.reading import ReaderPool, ReadingLimits
from secondsource.records import Document
from tests.store.examples import make_document

QUICK = ReadingLimits(read_s=15.0, memory_bytes=1024**3)


def order(words: str) -> Document:
    """A document that tells the obedient reader what to do."""
    return replace(make_document(words), language="qq")


def test_what_breaks_the_reader_is_one_document_not_read_and_the_rest_goes_on(pool: ReaderPool) -> None:
    broken = {
        "crash": "the reader crashed on it",
        "exit": "the reader crashed on it",
        "raise": "the reader failed (KeyError at reading/documents.py:",
        "recurse": "the reader failed (RecursionError",
    }
    if sys.platform == "linux":
        broken["grow"] = "needs more than the 1 GiB of memory"
    documents = [order(words) for words in ("first", *broken, "print", "last")]
    readings = list(pool.read(documents, processes=2, limits=QUICK))
    assert [r.document_id for r in readings] == [d.id for d in documents]
    assert {(r.reader, r.reader_version) for r in readings} == {("obedient", "1")}
    reasons = {d.text: r.not_read for d, r in zip(documents, readings, strict=True)}
    assert {words for words, why in reasons.items() if why is None} == {"first", "print", "last"}
    for words, reason in broken.items():
        assert str(reasons[words]).startswith(reason)


def test_a_text_that_never_ends_is_given_up_after_its_time(pool: ReaderPool) -> None:
    limits = replace(QUICK, read_s=2.0)
    list(pool.read([order("start a process")], limits=QUICK))
    readings = list(pool.read([order("hang"), order("last")], limits=limits))
    assert readings[0].not_read == "took longer than the 2 seconds that such a text may take"
    assert readings[1].not_read is None


def test_a_process_that_was_killed_by_chance_costs_nothing(pool: ReaderPool, tmp_path: Path) -> None:
    (reading,) = pool.read([order(f"crash-once {tmp_path / 'once'}")], limits=QUICK)
    assert reading.not_read is None
    assert (tmp_path / "once").exists()


def test_a_text_too_long_to_read_is_told_at_once(pool: ReaderPool) -> None:
    (reading,) = pool.read([order("a" * 2_001)], limits=replace(QUICK, text_chars=2_000))
    assert reading.not_read == "longer than the 2,000 characters that are read at once; split it"


def test_the_reason_never_quotes_the_text(pool: ReaderPool) -> None:
    (reading,) = pool.read([order("raise Sorna bridge")], limits=QUICK)
    assert "Sorna" not in str(reading.not_read)


def test_a_model_that_is_not_installed_is_no_fault_of_the_text(pool: ReaderPool) -> None:
    with pytest.raises(NotFoundError, match="is not installed"):
        list(pool.read([replace(make_document("Words."), language="en")], model="en_core_web_trf"))


def test_stopping_halfway_ends_who_still_reads(pool: ReaderPool) -> None:
    readings = pool.read([order("first"), order("hang"), order("hang too")], processes=2)
    next(readings)
    began = time.monotonic()
    readings.close()
    assert time.monotonic() - began < 5
    assert not any(t.name.startswith("reading") for t in threading.enumerate())
    (reading,) = pool.read([order("again")], limits=QUICK)
    assert reading.not_read is None


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc to see other processes")
def test_one_process_stays_for_the_next_documents_and_none_after_closing(pool: ReaderPool) -> None:
    documents = [order(f"text {n}") for n in range(8)]
    pool.close()
    before = _children()
    list(pool.read(documents, processes=3, limits=QUICK))
    assert len(_children() - before) == 1
    pool.close()
    assert not _children() - before


def _children() -> set[int]:
    """Processes that this one started and that haven't ended."""
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent = stat.read_text().rpartition(")")[2].split()[:2]
        except OSError:
            continue
        if int(parent) == os.getpid() and state != "Z":
            found.add(int(stat.parent.name))
    return found
