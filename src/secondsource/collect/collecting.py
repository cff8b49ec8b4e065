"""Documents with their bytes out of one source, or failures as values; the rest goes on."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from secondsource.collect.addresses import without_credentials
from secondsource.collect.decoding import sent_as
from secondsource.collect.documents import in_usual_language, make_document, usual_language
from secondsource.collect.event_rows import FORMAT as EVENT_ROWS
from secondsource.collect.event_rows import collect_rows
from secondsource.collect.fetch import fetch_page
from secondsource.collect.formats import HEAD_BYTES, known_formats
from secondsource.collect.given import Given
from secondsource.collect.limits import MIB, Limits
from secondsource.collect.parts import BadPart, Format, Part
from secondsource.collect.results import Collected, Failure, SkippedRow
from secondsource.collect.sandbox import Sandbox, shared_sandbox
from secondsource.collect.sources import Source, SourceKind
from secondsource.collect.text import FORMAT as TEXT
from secondsource.errors import UnreadableError

_DEFAULT_LIMITS = Limits()
_ADVICE = {
    **dict.fromkeys((".xlsx", ".xls", ".ods"), "Save each of its sheets as CSV (UTF-8) and add that."),
    **dict.fromkeys((".zip", ".gz", ".7z", ".rar"), "Unpack it and add what it holds."),
}


def collect_source(
    source: Source,
    given: Given,
    collected_at: datetime,
    limits: Limits = _DEFAULT_LIMITS,
    sandbox: Sandbox | None = None,
) -> Iterator[Collected | SkippedRow | Failure]:
    """Every document of the source, in its order. One file may give many; a skipped source gives nothing.

    Rows of a data set are given as they are read. All else but plain text is parsed in `sandbox` (the process's own
    where none is handed in), and nothing is given before the whole file has been parsed. The clock is `collected_at`.
    Raises SecondSourceError only for what the user gave (`--published "yesterday"`), never for a file.
    """
    given.day()
    if source.kind is SourceKind.SKIPPED:
        return
    if source.kind is SourceKind.FAILED:
        yield Failure(path=source.path, reason=source.reason or "can't be read.", advice=source.advice)
        return
    try:
        if source.kind is SourceKind.FILE:
            with _opened(source.path) as stream:
                chosen = known_formats().fitting(source.path, stream.read(HEAD_BYTES))
                stream.seek(0)
                if chosen is EVENT_ROWS:
                    # However large: no more of it is held than a row.
                    yield from collect_rows(
                        stream, source.path, url=None, given=given, collected_at=collected_at
                    )
                    return
                if os.fstat(stream.fileno()).st_size > limits.file_bytes:
                    raise _too_large(source.path, limits)
                found = _Found(raw=_at_most(stream, source.path, limits), name=source.path)
        else:
            found = _received(source, limits)
            chosen = known_formats().fitting(found.name, found.raw)
            if chosen is EVENT_ROWS:
                stream = BytesIO(found.raw)
                yield from collect_rows(
                    stream, source.path, url=found.url, given=given, collected_at=collected_at
                )
                return
        parts = _parse(chosen, found, source.path, limits, sandbox)
    except UnreadableError as error:
        yield Failure(path=without_credentials(source.path), reason=error.reason, advice=error.advice)
        return
    yield from _results(found, parts, source.path, given, collected_at)


def fingerprint(path: str) -> tuple[str, int]:
    """What tells the bytes of a file from all others, and how many there are; its name where they can't be read."""
    try:
        with Path(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest(), os.fstat(file.fileno()).st_size
    except (OSError, ValueError):
        return path, 0


def _results(
    found: _Found, parts: list[Part | BadPart], path: str, given: Given, collected_at: datetime
) -> Iterator[Collected | Failure]:
    results: list[Collected | Failure] = []
    for part in parts:
        if isinstance(part, BadPart):
            results.append(Failure(path=f"{path}, {part.where}", reason=part.reason, advice=part.advice))
            continue
        record = found.raw if part.record is None else part.record
        document = make_document(
            part,
            raw_sha256=hashlib.sha256(record).hexdigest(),
            path=None if found.url else path,
            url=found.url,
            given=given,
            collected_at=collected_at,
        )
        results.append(Collected(document=document, raw=record))
    usual = usual_language([r.document for r in results if isinstance(r, Collected)])
    for result in results:
        if isinstance(result, Collected) and usual is not None:
            yield Collected(document=in_usual_language(result.document, usual), raw=result.raw)
        else:
            yield result


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """Bytes with the name that a format sees (its suffix counts) and what their transport said of them."""

    raw: bytes
    name: str
    url: str | None = None
    charset: str | None = None


def _received(source: Source, limits: Limits) -> _Found:
    """The bytes of an address or of standard input, never more than allowed. Raises UnreadableError."""
    if source.kind is SourceKind.ADDRESS:
        page = fetch_page(source.path, limits)
        return _Found(raw=page.raw, name="page" + page.suffix, url=page.url, charset=page.charset)
    return _Found(raw=_at_most(sys.stdin.buffer, source.path, limits), name="")


@contextmanager
def _opened(path: str) -> Iterator[BinaryIO]:
    """The file, to read bytes from. Raises UnreadableError, also where reading fails later."""
    try:
        with Path(path).open("rb") as file:
            yield file
    except PermissionError:
        raise UnreadableError(
            path, "can't be opened: you have no permission to read it.", "Change that and add it again."
        ) from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UnreadableError(path, f"can't be read: {reason}.") from None


def _at_most(file: BinaryIO, path: str, limits: Limits) -> bytes:
    raw = file.read(limits.file_bytes + 1)
    if len(raw) > limits.file_bytes:
        raise _too_large(path, limits)
    return raw


def _too_large(path: str, limits: Limits) -> UnreadableError:
    return UnreadableError(
        path,
        f"is larger than {limits.file_bytes // MIB} MiB, the most that one file may have.",
        "Split it into smaller files and add those.",
    )


def _parse(
    chosen: Format | None, found: _Found, path: str, limits: Limits, sandbox: Sandbox | None
) -> list[Part | BadPart]:
    if not found.raw:
        raise UnreadableError(path, "is empty.")
    if chosen is None:
        raise _unknown(path)
    if chosen is TEXT:
        # Decoding is all that is done to plain text.
        with sent_as(found.charset):
            return list(chosen.parse(found.raw, found.name))
    return (sandbox or shared_sandbox()).parse(chosen.name, found.raw, found.name, limits, found.charset)


def _unknown(path: str) -> UnreadableError:
    names = ", ".join(f.name for f in known_formats().usable)
    suffix = os.path.splitext(path)[1]  # noqa: PTH122 - the path may be an address
    advice = _ADVICE.get(suffix.lower()) or f"There are {names}; save it as one of these."
    return UnreadableError(path, f"no format reads {suffix or 'it'}.", advice)
