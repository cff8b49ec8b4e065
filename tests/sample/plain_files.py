"""Plain text as newsrooms send it, and a chat export as Telegram Desktop writes it."""

from __future__ import annotations

import csv
import json
from datetime import datetime
from io import StringIO
from typing import Any

from .placeholders import written_day
from .templates import Message, SampleDocument


def txt_bytes(document: SampleDocument) -> bytes:
    """Title, outlet with the day written out, by-line, and the text."""
    head = [document.title, "", f"{document.outlet}, {written_day(document.published)}"]
    if document.byline:
        head.append(document.byline)
    return "\n".join([*head, "", "\n\n".join(document.paragraphs), ""]).encode()


def csv_bytes(document: SampleDocument) -> bytes:
    """A table as a spreadsheet writes it: the first paragraph holds the columns, each further one a row, cells parted
    by bars."""
    table = StringIO()
    csv.writer(table).writerows([c.strip() for c in row.split("|")] for row in document.paragraphs)
    return table.getvalue().encode()


def telegram_bytes(document: SampleDocument) -> bytes:
    """`result.json` of one public channel: `date` in local time without a zone, as the program does."""
    export = {
        "name": document.title,
        "type": "public_channel",
        "id": document.chat_id,
        "messages": [
            _message(number, message, document) for number, message in enumerate(document.messages, 1)
        ],
    }
    return (json.dumps(export, ensure_ascii=False, indent=1) + "\n").encode()


def _message(number: int, message: Message, document: SampleDocument) -> dict[str, Any]:
    channel = {"": document.title, "_id": f"channel{document.chat_id}"}
    row: dict[str, Any] = {"id": number, "type": "service" if message.service else "message"}
    row |= _times("date", message.at)
    if message.service:
        return row | {
            "actor": channel[""],
            "actor_id": channel["_id"],
            "action": message.service,
            "title": message.text,
            "text": "",
            "text_entities": [],
        }
    if message.edited_at:
        row |= _times("edited", message.edited_at)
    row |= {"from": channel[""], "from_id": channel["_id"]}
    if message.forwarded_from:
        row["forwarded_from"] = message.forwarded_from
    if message.has_photo:
        row["photo"] = "(File not included. Change data exporting settings to download.)"
        row |= {"width": 1280, "height": 720}
    entities = _entities(message)
    plain = all(entity["type"] == "plain" for entity in entities)
    row["text"] = message.text if plain else [_part(entity) for entity in entities]
    row["text_entities"] = entities
    return row


def _entities(message: Message) -> list[dict[str, str]]:
    entities: list[dict[str, str]] = []
    if message.bold:
        entities.append({"type": "bold", "text": message.bold})
    if message.text:
        lead = "\n\n" if message.bold else ""
        entities.append({"type": "plain", "text": lead + message.text + ("\n\n" if message.link else "")})
    if message.link:
        entities.append({"type": "link", "text": message.link})
    return entities


def _part(entity: dict[str, str]) -> str | dict[str, str]:
    return entity["text"] if entity["type"] == "plain" else entity


def _times(name: str, moment: datetime) -> dict[str, str]:
    return {
        name: moment.replace(tzinfo=None).isoformat(),
        f"{name}_unixtime": str(int(moment.timestamp())),
    }
