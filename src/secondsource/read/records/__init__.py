"""records: a document that is one row of a data set in; its statements out, by the names of the columns.

Finds who did what to whom, where and when, with what toll, and who told the data set so. Nothing is guessed from
running text: `notes` and `summary` columns stay unread.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from secondsource.read.records import acled, event_records, gdelt, ged, gtd
from secondsource.read.records.columns import Row, row_of
from secondsource.read.records.told import LeftOut, Told, statements
from secondsource.records import DataSet, Document, Statement

TELLERS: dict[DataSet, Callable[[Row], tuple[Told, ...] | LeftOut]] = {
    DataSet.UCDP_GED: ged.tell,
    DataSet.ACLED: acled.tell,
    DataSet.GTD: gtd.tell,
    DataSet.GDELT: gdelt.tell,
    DataSet.EVENT_RECORDS: event_records.tell,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordReader:
    """The reader of event records; it is found by the document's row, not by a language."""

    name: str = "records"
    version: str = "1"

    def accepts(self, language: str | None) -> bool:
        """False: no language makes a document a row of a data set."""
        return False

    def read(self, document: Document) -> tuple[Statement, ...]:
        """The statements of a row, one a source; none for a document that is no row, or one that is left out."""
        told = _told(document)
        return () if isinstance(told, LeftOut) else statements(document, told, self.name, self.version)


reader = RecordReader()


def why_not(document: Document) -> str | None:
    """Why a row gives no statement, in words for the user; None where it gives some."""
    told = _told(document)
    return told.because if isinstance(told, LeftOut) else None


def _told(document: Document) -> tuple[Told, ...] | LeftOut:
    if document.row is None:
        return LeftOut(because="no row of a data set")
    if not document.row.key.strip():
        return LeftOut(because="no id")
    return TELLERS[document.row.data_set](row_of(document.text, document.row))
