"""collect: files, pages, feeds, chat exports and rows of data sets in; documents and their bytes out.

Parses hostile bytes in a sandbox, finds the day and the outlet, recognises copies.
Must not know: groups, statements, the store.
"""

from secondsource.collect.bare_text import document_of_text
from secondsource.collect.collecting import collect_source, fingerprint
from secondsource.collect.copies import find_copies, shared_words
from secondsource.collect.corrections import check_correction, correct_documents
from secondsource.collect.given import Given
from secondsource.collect.limits import Limits
from secondsource.collect.results import Collected, Failure, SkippedRow
from secondsource.collect.row_mapping import RowMapping, read_mapping
from secondsource.collect.sources import Source, SourceKind, find_sources

__all__ = [
    "Collected",
    "Failure",
    "Given",
    "Limits",
    "RowMapping",
    "SkippedRow",
    "Source",
    "SourceKind",
    "check_correction",
    "collect_source",
    "correct_documents",
    "document_of_text",
    "find_copies",
    "find_sources",
    "fingerprint",
    "read_mapping",
    "shared_words",
]
