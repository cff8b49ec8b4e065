"""The rows of a table of separated values, one at a time, each with the bytes that it was made of.

Reads RFC 4180 and what is met in its place: other separators, encodings that change within a file, a quote that
is never closed. No more of the file is in memory than one row.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from secondsource.collect.limits import MIB

MOST_ROW_BYTES = MIB
"""A row is at most as long as this; longer ones are a quote that was never closed."""
# Four letters beyond ASCII in a row are Arabic, Cyrillic, Greek or Hebrew; bytes of UTF-8 never stand so.
_OTHER_SCRIPT = re.compile(rb"[\xc0-\xff]{4}")
# With so many sound characters beyond ASCII for each broken one, a line is UTF-8 that was cut or pasted.
_SOUND_FOR_ONE = 10
_SEPARATORS = ",;\t|"
_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The cells of one row; `line` is the file's first line of it, from 1, and `raw` its bytes."""

    line: int
    cells: tuple[str, ...]
    raw: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenRow:
    """A line that is no row, and why."""

    line: int
    reason: str


def rows(stream: BinaryIO) -> Iterator[Row | BrokenRow]:
    """The rows that hold anything, in the order of the file. The separator is what the first line has most of."""
    lines = _Lines(stream)
    first = lines.peek()
    if first is None:
        return
    separator = max(_SEPARATORS, key=lambda s: first.count(s.encode()))
    # Cells that tabs part may hold a lone quote (GDELT's do).
    is_bare = separator == "\t" and b'"' not in first
    # It holds for the whole process; never lowered, since tables may be read side by side.
    csv.field_size_limit(max(csv.field_size_limit(), MOST_ROW_BYTES))
    reader = csv.reader(lines, delimiter=separator, quoting=csv.QUOTE_NONE if is_bare else csv.QUOTE_MINIMAL)
    while True:
        lines.start_row()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except (csv.Error, _TooLongError, _OtherScriptError) as error:
            yield BrokenRow(line=lines.row_line, reason=f"is no row of a table: {_why(error)}")
            lines.give_back_all_but_first()
            continue
        if lines.is_cut_short and not is_bare:
            yield BrokenRow(
                line=lines.row_line, reason="is no row of a table: its quotation mark is never closed"
            )
            lines.give_back_all_but_first()
            continue
        if any(c.strip() for c in cells):
            yield Row(line=lines.row_line, cells=tuple(cells), raw=lines.row_bytes())


class _TooLongError(Exception):
    """A row took more than it may."""


class _OtherScriptError(Exception):
    """A line is neither UTF-8 nor in a western code page."""


def _why(error: Exception) -> str:
    if isinstance(error, _TooLongError):
        return "it is longer than a row may be"
    if isinstance(error, _OtherScriptError):
        return "it is neither UTF-8 nor in a western encoding; save the file as CSV UTF-8"
    # The csv module's word for CR alone outside quotation marks speaks to programmers.
    return "a line ends in CR alone" if "new-line" in str(error) else str(error)


class _Lines:
    """Lines as text for the csv module, which takes as many as a row needs; remembers those of the row at hand."""

    def __init__(self, stream: BinaryIO) -> None:
        self._source = _lines(stream)
        self._ahead: deque[bytes] = deque()
        self._row: list[bytes] = []
        self._line = 0
        self._size = 0
        self._is_at_end = False

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._ahead.popleft() if self._ahead else next(self._source, None)
        if line is None:
            self._is_at_end = True
            raise StopIteration
        self._row.append(line)
        self._line += 1
        self._size += len(line)
        if self._size > MOST_ROW_BYTES:
            raise _TooLongError
        return _decoded(line)

    def peek(self) -> bytes | None:
        """The first line, which stays to be read."""
        first = next(self._source, None)
        if first is None:
            return None
        self._ahead.appendleft(first)
        return first

    def start_row(self) -> None:
        self._row, self._size, self._is_at_end = [], 0, False

    @property
    def row_line(self) -> int:
        return self._line - len(self._row) + 1

    @property
    def is_cut_short(self) -> bool:
        """True of a row of several lines that looked for the end of a cell and met that of the file."""
        return self._is_at_end and len(self._row) > 1

    def row_bytes(self) -> bytes:
        return b"".join(self._row)

    def give_back_all_but_first(self) -> None:
        """What a broken row took beyond its first line is read again, so that no sound row is lost with it."""
        self._ahead.extendleft(reversed(self._row[1:]))
        self._line -= max(0, len(self._row) - 1)


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines with their ends, none longer than a row may be; those of UTF-16 and UTF-32 as UTF-8, without mark."""
    head = stream.read(4)
    stream.seek(0)
    wide = next((encoding for mark, encoding in _WIDE if head.startswith(mark)), None)
    if wide is not None:
        text = io.TextIOWrapper(stream, wide, "replace", newline="")
        yield from (
            line.encode("utf-8", "replace") for line in iter(lambda: text.readline(MOST_ROW_BYTES), "")
        )
        text.detach()
        return
    if head.startswith(codecs.BOM_UTF8):
        stream.seek(len(codecs.BOM_UTF8))
    yield from iter(lambda: stream.readline(MOST_ROW_BYTES), b"")


def _decoded(line: bytes) -> str:
    """The line by itself: exports that were pasted together change their encoding on the way.

    Raises _OtherScriptError for a line in a code page of another script, such as Windows-1256: which one can't be
    told from a line.
    """
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        if _OTHER_SCRIPT.search(line):
            raise _OtherScriptError from None
    text = line.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if sum(c > "\x7f" for c in text) > _SOUND_FOR_ONE * broken:
        return text
    try:
        return line.decode("cp1252")
    except UnicodeDecodeError:
        return line.decode("latin-1")
