"""Documents with their bytes out of one source, or failures as values; the rest goes on."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from secondsource.collect.documents import make_document
from secondsource.collect.formats import known_formats
from secondsource.collect.given import Given
from secondsource.collect.limits import MIB, Limits
from secondsource.collect.parts import BadPart, Part
from secondsource.collect.results import Collected, Failure
from secondsource.collect.sandbox import Sandbox, shared_sandbox
from secondsource.collect.sources import Source, SourceKind
from secondsource.collect.text import FORMAT as TEXT
from secondsource.errors import UnreadableError

_DEFAULT_LIMITS = Limits()


def collect_source(
    source: Source,
    given: Given,
    collected_at: datetime,
    limits: Limits = _DEFAULT_LIMITS,
    sandbox: Sandbox | None = None,
) -> Iterator[Collected | Failure]:
    """Every document of the source, in its order. One file may give many; a skipped source gives nothing.

    All but plain text is parsed in `sandbox` (the process's own where none is handed in), and nothing is given
    before the whole file has been parsed. The clock is `collected_at`.
    Raises SecondSourceError only for what the user gave (`--published "yesterday"`), never for a file.
    """
    given.day()
    if source.kind is SourceKind.SKIPPED:
        return
    if source.kind is SourceKind.FAILED:
        yield Failure(path=source.path, reason=source.reason or "can't be read.", advice=source.advice)
        return
    try:
        raw = _read(source, limits)
        parts = _parse(raw, source.path, limits, sandbox)
    except UnreadableError as error:
        yield Failure(path=source.path, reason=error.reason, advice=error.advice)
        return
    for part in parts:
        if isinstance(part, BadPart):
            yield Failure(path=f"{source.path}, {part.where}", reason=part.reason, advice=part.advice)
            continue
        record = raw if part.record is None else part.record
        document = make_document(
            part,
            raw_sha256=hashlib.sha256(record).hexdigest(),
            path=source.path,
            url=None,
            given=given,
            collected_at=collected_at,
        )
        yield Collected(document=document, raw=record)


def _read(source: Source, limits: Limits) -> bytes:
    """The bytes, never more than allowed. Raises UnreadableError."""
    try:
        if source.kind is SourceKind.STDIN:
            return _at_most(sys.stdin.buffer, source.path, limits)
        size = Path(source.path).stat().st_size
        if size > limits.file_bytes:
            raise _too_large(source.path, limits)
        with Path(source.path).open("rb") as file:
            return _at_most(file, source.path, limits)
    except PermissionError:
        raise UnreadableError(
            source.path,
            "can't be opened: you have no permission to read it.",
            "Change that and add it again.",
        ) from None
    except OSError as error:
        raise UnreadableError(
            source.path, f"can't be read: {(error.strerror or str(error)).lower()}."
        ) from None


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


def _parse(raw: bytes, path: str, limits: Limits, sandbox: Sandbox | None) -> list[Part | BadPart]:
    if not raw:
        raise UnreadableError(path, "is empty.")
    name = "" if path == "-" else path
    chosen = known_formats().fitting(name, raw)
    if chosen is None:
        raise _unknown(path)
    if chosen is TEXT:
        # Decoding is all that is done to plain text.
        return list(chosen.parse(raw, path))
    return (sandbox or shared_sandbox()).parse(chosen.name, raw, path, limits)


def _unknown(path: str) -> UnreadableError:
    names = ", ".join(f.name for f in known_formats().usable)
    suffix = os.path.splitext(path)[1]  # noqa: PTH122 - the path may be an address
    return UnreadableError(
        path, f"no format reads {suffix or 'it'}.", f"There are {names}; save it as one of these."
    )
