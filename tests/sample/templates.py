"""The template files, read into documents that are ready to be written and truth tables."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from .cast import Cast
from .placeholders import day_of, fill

TEMPLATES = Path(__file__).with_name("templates")
ZONE = timezone(timedelta(hours=3))


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message of the chat export, in local time."""

    at: datetime
    edited_at: datetime | None
    service: str | None
    bold: str | None
    text: str
    link: str | None
    forwarded_from: str | None
    has_photo: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleDocument:
    """One document with its placeholders filled; a paragraph that begins with `# ` is a heading."""

    file: str
    role: str
    outlet: str
    site: str
    published: datetime
    title: str
    byline: str
    section: str
    paragraphs: tuple[str, ...]
    chat_id: int
    messages: tuple[Message, ...]

    @property
    def url(self) -> str:
        """The address under which the document would have been published."""
        stem = self.file.rsplit("/", 1)[0].rsplit(".", 1)[0]
        return f"https://{self.site}/{self.published:%Y/%m/%d}/{stem}"


def load_tables() -> dict[str, list[dict[str, Any]]]:
    """All template tables by name (`document`, `claim`, `tie` ...), files in alphabetical order."""
    tables: dict[str, list[dict[str, Any]]] = {}
    for path in sorted(TEMPLATES.glob("*.toml")):
        for name, rows in tomllib.loads(path.read_text(encoding="utf-8")).items():
            tables.setdefault(name, []).extend(rows)
    return tables


def fill_documents(rows: list[dict[str, Any]], cast: Cast) -> tuple[SampleDocument, ...]:
    """The documents of one cast, ordered by file name."""
    by_file = {row["file"]: row for row in rows}
    return tuple(_document(by_file[file], by_file, cast) for file in sorted(by_file))


def _document(row: Mapping[str, Any], by_file: Mapping[str, Mapping[str, Any]], cast: Cast) -> SampleDocument:
    role = row["outlet"]
    paragraphs = [fill(text, cast) for text in _paragraphs(row, by_file)]
    if paragraphs and "dateline" in row:
        paragraphs[0] = fill(row["dateline"], cast) + paragraphs[0]
    return SampleDocument(
        file=row["file"],
        role=role,
        outlet=cast.names[f"o.{role}"],
        site=cast.names[f"o.{role}.site"],
        published=_moment(row["day"], row["time"], cast),
        title=fill(row["title"], cast),
        byline=fill(row.get("byline", ""), cast),
        section=row.get("section", "News"),
        paragraphs=tuple(paragraphs),
        chat_id=row.get("chat_id", 0),
        messages=tuple(_message(message, cast) for message in row.get("message", ())),
    )


def _paragraphs(row: Mapping[str, Any], by_file: Mapping[str, Mapping[str, Any]]) -> tuple[str, ...]:
    """A document's own paragraphs, or `lead`, those copied from another document, and `tail`."""
    if "copy_of" not in row:
        return _split(row["body"])
    source = _split(by_file[row["copy_of"]]["body"])
    copied = tuple(source[number] for number in row["paragraphs"])
    return _split(row.get("lead", "")) + copied + _split(row.get("tail", ""))


def _split(body: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in body.split("\n\n") if part.strip())


def _message(row: Mapping[str, Any], cast: Cast) -> Message:
    edited = "edited_day" in row
    return Message(
        at=_moment(row["day"], row["time"], cast),
        edited_at=_moment(row["edited_day"], row["edited_time"], cast) if edited else None,
        service=row.get("service"),
        bold=row.get("bold"),
        text=fill(row["text"].strip(), cast),
        link=fill(row["link"], cast) if "link" in row else None,
        forwarded_from=fill(row["forwarded_from"], cast) if "forwarded_from" in row else None,
        has_photo=row.get("photo", False),
    )


def _moment(offset: int, time: str, cast: Cast) -> datetime:
    return datetime.fromisoformat(f"{day_of(offset, cast).isoformat()}T{time}").replace(tzinfo=ZONE)
