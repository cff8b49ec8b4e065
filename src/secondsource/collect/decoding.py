"""Text from bytes whose encoding may not be told, or a clear word that they are no text."""

from __future__ import annotations

import codecs
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from secondsource.errors import UnreadableError

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What a text may hold beside words: tab, line ends, form feed, vertical tab, next line, escape (rarely).
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_CONTROL_SHARE = 0.005
# Latin encodings that detection confuses: Windows-1252 is by far the most common of them, unless it would put signs
# inside words, as it does with Polish or Czech in Windows-1250.
_LATIN = frozenset(
    {
        "cp1250",
        "cp1252",
        "cp1254",
        "cp1257",
        "latin_1",
        "iso8859_2",
        "iso8859_9",
        "iso8859_15",
        "cp850",
        "mac_roman",
    }
)
_SIGN_IN_WORD = re.compile(r"[^\W\d_][\xa1-\xb4\xb6\xb8-\xbf\xd7\xf7†‡‰ˆ˜„›‹¶§][^\W\d_]")
_SAMPLE_BYTES = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text, the Python name of the encoding that gives it, and a note where that was not certain."""

    text: str
    encoding: str
    note: str | None = None


_TRANSPORT: ContextVar[str | None] = ContextVar("charset", default=None)


@contextmanager
def sent_as(charset: str | None) -> Iterator[None]:
    """Within it, `decode` believes this charset, which came with the bytes, before any that stands in them."""
    token = _TRANSPORT.set(charset)
    try:
        yield
    finally:
        _TRANSPORT.reset(token)


def decode(raw: bytes, path: str, declared: str | None = None) -> Decoded:
    """The bytes as text, every character kept, line ends untouched.

    A UTF-8 byte order mark stays as U+FEFF, because a file opened as UTF-8 has it too and offsets must hold.
    Raises UnreadableError where the bytes are no text.
    """
    decoded = _by_mark(raw) or _by_declaration(raw, _TRANSPORT.get()) or _by_declaration(raw, declared)
    decoded = decoded or _by_nulls(raw) or _as_utf8(raw)
    if decoded is None and b"\0" not in raw:
        decoded = _by_detection(raw)
    if decoded is None:
        raise _no_text(path)
    check_is_text(decoded.text, path)
    return decoded


def check_is_text(text: str, path: str) -> None:
    """Raises UnreadableError where the characters can't be those of a text: NULs, or mostly controls."""
    if "\0" in text:
        raise UnreadableError(path, "is not text: it holds NUL characters.", _ADVICE)
    if len(_CONTROL.findall(text)) > max(8, len(text) * _CONTROL_SHARE):
        raise _no_text(path)


_ADVICE = "Open it in an editor, save it as UTF-8 text and add that."


def _no_text(path: str) -> UnreadableError:
    return UnreadableError(path, "is not text, or in an encoding that could not be told.", _ADVICE)


def _by_mark(raw: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            try:
                return Decoded(text=raw.decode(encoding), encoding=encoding)
            except UnicodeDecodeError:
                return None
    return None


def _by_declaration(raw: bytes, declared: str | None) -> Decoded | None:
    if declared is None:
        return None
    try:
        name = codecs.lookup(declared).name
        # Pages that say Latin-1 mean its Windows superset (WHATWG Encoding Standard, section 4.2).
        name = {"iso8859-1": "cp1252", "ascii": "cp1252"}.get(name, name)
        if not getattr(codecs.lookup(name), "_is_text_encoding", True):
            return None
        return Decoded(text=raw.decode(name), encoding=name)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _as_utf8(raw: bytes) -> Decoded | None:
    try:
        return Decoded(text=raw.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError:
        text = raw.decode("utf-8", "replace")
    # Mostly sound UTF-8 with a few broken bytes (cut off, pasted together) is still UTF-8.
    broken = text.count("\ufffd")
    sound = sum(1 for c in text if c > "\x7f" and c != "\ufffd")
    if sound >= 10 * broken:
        return Decoded(text=text, encoding="utf-8", note=f"{broken} broken bytes shown as U+FFFD")
    return None


def _by_nulls(raw: bytes) -> Decoded | None:
    """UTF-16 without a mark: Latin text has a NUL in every other byte, always on the same side."""
    even, odd = raw[0::2].count(0), raw[1::2].count(0)
    half = len(raw) // 2
    for encoding, here, there in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if half and here > 0.3 * half and there == 0 and len(raw) % 2 == 0:
            try:
                return Decoded(text=raw.decode(encoding), encoding=encoding, note="told from its NUL bytes")
            except UnicodeDecodeError:
                return None
    return None


def _by_detection(raw: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes

    logging.getLogger("charset_normalizer").setLevel(logging.WARNING)
    best = from_bytes(raw[:_SAMPLE_BYTES]).best()
    if best is None:
        return None
    for encoding in ("cp1252", best.encoding) if best.encoding in _LATIN else (best.encoding,):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == best.encoding or not _SIGN_IN_WORD.search(text):
            return Decoded(text=text, encoding=encoding, note="told from the frequency of its bytes")
    return None
