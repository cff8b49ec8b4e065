"""reading: documents in; one reading each out, made in processes of their own, within limits.

A document that its reader can't stand is a reading with a reason, and the others go on.
Must not know: the store, later stages.
"""

from secondsource.reading.documents import (
    NO_READER,
    Reading,
    current_readers,
    read_document,
    read_row,
    reader_of,
)
from secondsource.reading.limits import ReadingLimits
from secondsource.reading.pool import ReaderPool, shared_pool

__all__ = [
    "NO_READER",
    "ReaderPool",
    "Reading",
    "ReadingLimits",
    "current_readers",
    "read_document",
    "read_row",
    "reader_of",
    "shared_pool",
]
