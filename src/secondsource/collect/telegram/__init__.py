"""Telegram Desktop's export (result.json), of one chat or of all: a document a message."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Any

from secondsource.collect.decoding import decode
from secondsource.collect.parts import BadPart, Fit, Part
from secondsource.errors import UnreadableError

_KINDS = (
    rb"saved_messages|replies|verify_codes|personal_chat|bot_chat|private_group|private_supergroup|public_supergroup"
    rb"|private_channel|public_channel"
)
_ONE_CHAT = re.compile(rb'"type"\s*:\s*"(?:' + _KINDS + rb')".*?"messages"\s*:\s*\[', re.DOTALL)
_ALL_CHATS = re.compile(rb'\s*\{\s*"about"\s*:\s*"[^"]*Telegram')
# Telegram writes control characters as \x1F, which JSON doesn't know.
_CONTROL = re.compile(r"(?<!\\)((?:\\\\)*)\\x([0-9A-Fa-f]{2})")
_KEPT = (
    "from",
    "from_id",
    "author",
    "forwarded_from",
    "forwarded_from_id",
    "saved_from",
    "reply_to_message_id",
)


class TelegramFormat:
    """One document a message; the raw record is the message as JSON, with its chat's name and id."""

    name = "telegram"
    version = "1"

    def accepts(self, path: str, head: bytes) -> Fit:
        """By the keys that begin an export."""
        if PurePath(path).suffix.lower() not in (".json", ""):
            return Fit.NO
        return Fit.STRUCTURE if _ONE_CHAT.search(head) or _ALL_CHATS.match(head) else Fit.NO

    def parse(self, raw: bytes, path: str) -> Iterable[Part | BadPart]:
        """Parts in the order of the export. Service notices and messages without words give none."""
        export = _load(decode(raw, path).text.removeprefix("\ufeff"), path)
        chats = [export] if "messages" in export else _chats_of_all(export)
        for chat in chats:
            messages = chat.get("messages")
            for number, message in enumerate(messages if isinstance(messages, list) else [], start=1):
                if not isinstance(message, dict):
                    yield BadPart(where=f"message {number}", reason="is no message.")
                elif message.get("type", "message") == "message" and (words := _words(message)):
                    yield _part(chat, message, words)


def _load(text: str, path: str) -> dict[str, Any]:
    for repaired in (text, _CONTROL.sub(r"\1\\u00\2", text)):
        try:
            export = json.loads(repaired, strict=False)
        except RecursionError:
            break
        except ValueError:
            continue
        if isinstance(export, dict):
            return export
    raise UnreadableError(
        path, "is damaged or cut off: no JSON.", "Export the chat again from Telegram Desktop."
    )


def _chats_of_all(export: dict[str, Any]) -> list[dict[str, Any]]:
    lists = [export.get(key) for key in ("chats", "left_chats")]
    return [
        chat
        for group in lists
        if isinstance(group, dict) and isinstance(group.get("list"), list)
        for chat in group["list"]
        if isinstance(chat, dict)
    ]


def _words(message: dict[str, Any]) -> str:
    """The text of a message: its entities, or the older `text`, a string or a mixed list."""
    entities = message.get("text_entities")
    source = entities if isinstance(entities, list) and entities else message.get("text")
    pieces = source if isinstance(source, list) else [source]
    words = (p.get("text") if isinstance(p, dict) else p for p in pieces)
    return "".join(w for w in words if isinstance(w, str)).strip()


def _part(chat: dict[str, Any], message: dict[str, Any], words: str) -> Part:
    about = {key: chat.get(key) for key in ("id", "name", "type")}
    record = json.dumps(
        {"chat": about, "message": message}, ensure_ascii=True, sort_keys=True, separators=(",", ":")
    )
    name = chat.get("name")
    day = _moment(message, "date")
    return Part(
        text=words,
        media_type="application/json",
        record=record.encode("ascii"),
        url=_link(chat, message),
        outlet=name if isinstance(name, str) and name.strip() else None,
        author=message["author"] if isinstance(message.get("author"), str) else None,
        published=day[:10] if day else None,
        published_from="metadata" if day else None,
        metadata=tuple(_metadata(chat, message, day)),
        has_head=False,
    )


def _metadata(chat: dict[str, Any], message: dict[str, Any], day: str | None) -> Iterator[tuple[str, str]]:
    yield "message_id", str(message.get("id"))
    yield "chat_id", str(chat.get("id"))
    yield "chat_type", str(chat.get("type"))
    if day:
        yield "sent", day
    if edited := _moment(message, "edited"):
        yield "edited", edited
    for key in _KEPT:
        if isinstance(value := message.get(key), str | int):
            yield key, str(value)
    for key in ("photo", "file", "media_type"):
        if isinstance(value := message.get(key), str):
            # The file itself may be there or not: "(File not included. ...)" is Telegram's word for not.
            yield key, value
    if isinstance(place := message.get("location_information"), dict):
        yield "location", f"{place.get('latitude')}, {place.get('longitude')}"
    for entity in message.get("text_entities") or ():
        if isinstance(entity, dict) and isinstance(href := entity.get("href"), str):
            yield "link", href


def _moment(message: dict[str, Any], key: str) -> str | None:
    """A moment in UTC. The plain field has no zone, so only its day is kept where the other one is missing."""
    try:
        return datetime.fromtimestamp(int(message[f"{key}_unixtime"]), UTC).isoformat()
    except (KeyError, ValueError, TypeError, OverflowError, OSError):
        plain = message.get(key)
        return plain[:10] if isinstance(plain, str) and re.match(r"\d{4}-\d\d-\d\d", plain) else None


def _link(chat: dict[str, Any], message: dict[str, Any]) -> str | None:
    """The address that works for a channel's members; the export doesn't hold a channel's public name."""
    if str(chat.get("type")).endswith(("channel", "supergroup")) and isinstance(chat.get("id"), int):
        return f"https://t.me/c/{chat['id']}/{message.get('id')}"
    return None


FORMAT = TelegramFormat()
