"""The parts of a mail message, in order, however they are nested; within the limit."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage, Message

from secondsource.collect.decoding import decode
from secondsource.collect.limits import limits_in_force
from secondsource.errors import UnreadableError


def parse_message(raw: bytes, path: str) -> EmailMessage:
    """The message. Raises UnreadableError where the bytes are none, or its parts are nested too deeply."""
    if b"\0" in raw:
        raise UnreadableError(path, "is no mail message: it holds NUL bytes.")
    try:
        message = email.message_from_bytes(raw, policy=email.policy.default)
    except RecursionError:
        raise _too_deep(path) from None
    except (ValueError, LookupError, IndexError, TypeError, AttributeError):
        raise UnreadableError(path, "is damaged: its headers can't be read.") from None
    if not message.keys():
        raise UnreadableError(path, "is no mail message: it has no headers.")
    return message


def leaves(message: Message, path: str, depth: int = 0) -> Iterator[Message]:
    """The parts that hold no parts, in order."""
    if depth > limits_in_force().nesting:
        raise _too_deep(path)
    payload = message.get_payload()
    if message.is_multipart() and isinstance(payload, list):
        for part in payload:
            if isinstance(part, Message):
                yield from leaves(part, path, depth + 1)
    else:
        yield message


def text_of(part: Message, path: str) -> str:
    """A text part decoded; where its charset is wrong or unknown, the encoding is told from the bytes."""
    payload = part.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset()
    return decode(raw, path, charset).text.removeprefix("\ufeff").replace("\r\n", "\n")


def header(message: Message, name: str) -> str | None:
    """A header's words on one line; None if it is missing or beyond repair."""
    try:
        value = message.get(name)
    except (ValueError, LookupError, IndexError, TypeError, AttributeError):
        return None
    return " ".join(str(value).split()) or None if value is not None else None


def _too_deep(path: str) -> UnreadableError:
    return UnreadableError(
        path, f"has parts nested more than {limits_in_force().nesting} deep, which no mail has."
    )
