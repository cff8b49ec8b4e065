"""Messages between this process and the parser's: JSON and bytes, each with its length before it.

Never pickle: what comes out of a process that has parsed hostile bytes must not be able to run code here.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from typing import IO, Any

from secondsource.collect.parts import BadPart, Part

_LENGTH_BYTES = 8


class BrokenFrame(Exception):  # noqa: N818 - it says what is broken
    """The other side is gone, or sends what no frame is."""


def private_stdout() -> IO[bytes]:
    """This process's way back to the one that started it, out of reach of any library that prints."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return answers


def send_json(stream: IO[bytes], value: Any) -> None:
    """One value. Lone surrogates survive as escapes."""
    send_bytes(stream, json.dumps(value, ensure_ascii=True).encode("ascii"))


def send_bytes(stream: IO[bytes], raw: bytes) -> None:
    """One run of bytes."""
    stream.write(len(raw).to_bytes(_LENGTH_BYTES, "big"))
    stream.write(raw)


def receive_bytes(stream: IO[bytes], limit_bytes: int) -> bytes:
    """The next run of bytes. Raises BrokenFrame at the end of the stream or beyond the limit."""
    length = int.from_bytes(_exactly(stream, _LENGTH_BYTES), "big")
    if length > limit_bytes:
        raise BrokenFrame(f"a frame of {length} bytes")
    return _exactly(stream, length)


def receive_json(stream: IO[bytes], limit_bytes: int) -> dict[str, Any]:
    """The next value. Raises BrokenFrame where it is no JSON object."""
    try:
        value = json.loads(receive_bytes(stream, limit_bytes))
    except (ValueError, RecursionError):
        raise BrokenFrame("a frame that is no JSON") from None
    if not isinstance(value, dict):
        raise BrokenFrame("a frame that is no object")
    return value


def send_part(stream: IO[bytes], part: Part | BadPart) -> None:
    """A part as a JSON frame, and its raw record as a second one if it has any."""
    plain = asdict(part)
    record = plain.pop("record", None)
    kind = "part" if isinstance(part, Part) else "bad"
    send_json(stream, {kind: plain, "has_record": record is not None})
    if record is not None:
        send_bytes(stream, record)


def part_of(value: dict[str, Any], record: bytes | None) -> Part | BadPart:
    """The part that `send_part` sent. Raises BrokenFrame where types or fields are others."""
    try:
        if "bad" in value:
            return BadPart(**value["bad"])
        plain = dict(value["part"])
        plain["pages"] = tuple(int(p) for p in plain["pages"])
        plain["metadata"] = tuple((str(k), str(v)) for k, v in plain["metadata"])
        part = Part(**plain, record=record)
    except (KeyError, TypeError, ValueError):
        raise BrokenFrame("a part with other fields") from None
    words = (part.url, part.outlet, part.title, part.author, part.language, part.published, part.byline)
    if not isinstance(part.text, str) or not all(w is None or isinstance(w, str) for w in words):
        raise BrokenFrame("a part with values of other kinds")
    return part


def _exactly(stream: IO[bytes], length: int) -> bytes:
    raw = stream.read(length)
    if len(raw) != length:
        raise BrokenFrame("the end of the stream")
    return raw
