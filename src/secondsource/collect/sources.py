"""The sources that a command line names: files, the files of folders, standard input, addresses."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from secondsource.collect.formats import HEAD_BYTES, known_formats


class SourceKind(StrEnum):
    """What a source is; *skipped* stands in a folder and isn't ours, *failed* can't even be opened."""

    FILE = "file"
    STDIN = "stdin"
    ADDRESS = "address"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One thing to collect. `reason` and `advice` are set for what is skipped or failed."""

    path: str
    kind: SourceKind
    reason: str | None = None
    advice: str | None = None


def find_sources(paths: Sequence[str]) -> list[Source]:
    """The sources in the order named, folders walked in order of name, none twice.

    Hidden files are passed over. A file of no known format is *skipped* inside a folder; one that is named
    itself is kept and fails when it is collected.
    """
    found: dict[str, Source] = {}
    for path in paths:
        for source in _sources_of(path):
            found.setdefault(source.path, source)
    return list(found.values())


def _sources_of(path: str) -> Iterator[Source]:
    if path == "-":
        yield Source(path=path, kind=SourceKind.STDIN)
    elif re.match(r"https?://", path, re.IGNORECASE):
        yield Source(path=path, kind=SourceKind.ADDRESS)
    elif "\0" in path:
        yield _failed(path, "is no file name: it holds a NUL character.")
    else:
        try:
            mode = os.stat(path).st_mode  # noqa: PTH116 - the path as given, not as pathlib would mend it
        except FileNotFoundError:
            yield _failed(path, "there is no such file.", "Check the name, or drag the file into the window.")
        except OSError as error:
            yield _failed(path, f"can't be opened: {(error.strerror or 'unknown error').lower()}.")
        else:
            if stat.S_ISDIR(mode):
                yield from _folder(path)
            elif stat.S_ISREG(mode):
                yield Source(path=path, kind=SourceKind.FILE)
            else:
                yield _failed(path, "is a device or a pipe, not a file.", 'Use "-" to read standard input.')


def _folder(top: str) -> Iterator[Source]:
    sources = list(_walk(Path(top), frozenset()))
    if not any(s.kind is SourceKind.FILE for s in sources):
        yield _failed(top, "holds no file that can be read.")
    yield from sources


def _walk(folder: Path, above: frozenset[str]) -> Iterator[Source]:
    """Files in order of name; a folder that contains itself through a link is not entered again."""
    real = os.path.realpath(folder)
    if real in above:
        return
    try:
        entries = sorted(folder.iterdir(), key=lambda p: p.name)
    except OSError as error:
        yield _failed(str(folder), f"can't be opened: {(error.strerror or 'unknown error').lower()}.")
        return
    for entry in entries:
        if entry.name.startswith((".", "~$")):
            continue
        if entry.is_dir():
            yield from _walk(entry, above | {real})
        elif not entry.is_file():
            yield Source(path=str(entry), kind=SourceKind.SKIPPED, reason="is no regular file.")
        elif known_formats().fitting(str(entry), _head(entry)) is None or not entry.suffix:
            reason = f"no format reads {entry.suffix.lower() or 'files without a suffix'}."
            yield Source(path=str(entry), kind=SourceKind.SKIPPED, reason=reason)
        else:
            yield Source(path=str(entry), kind=SourceKind.FILE)


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(HEAD_BYTES)
    except OSError:
        # What can't be read is judged by its suffix and fails, with the reason, when it is collected.
        return b""


def _failed(path: str, reason: str, advice: str | None = None) -> Source:
    return Source(path=path, kind=SourceKind.FAILED, reason=reason, advice=advice)
