"""Files of each format, made afresh for a test; nothing of them is stored."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import docx
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

SENTENCE = (
    "Militants of the Sons of the Hill attacked a police post near the town of Orlo on Sunday night, killing two "
    "officers and wounding four more, the ministry of the interior said in a statement on Monday."
)


def pdf(
    paragraphs: Sequence[str], *, title: str = "", author: str = "", password: str | None = None
) -> bytes:
    """A PDF of A4 pages with a running head and numbered pages."""

    def margins(canvas: Canvas, template: Any) -> None:
        canvas.drawString(60, 815, "ORLO MONITOR WEEKLY")
        canvas.drawString(280, 25, f"Page {template.page}")

    file = io.BytesIO()
    style = getSampleStyleSheet()["Normal"]
    flow = [part for words in paragraphs for part in (Paragraph(words, style), Spacer(1, 8))]
    lock = StandardEncryption(password, canPrint=0) if password else None
    template = SimpleDocTemplate(file, pagesize=A4, title=title, author=author, encrypt=lock)
    template.build(flow, onFirstPage=margins, onLaterPages=margins)
    return file.getvalue()


def scan(pages: int = 1, stamp: str = "") -> bytes:
    """A PDF whose pages are pictures."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    for _ in range(pages):
        canvas.drawInlineImage(Image.new("L", (60, 80), 200), 0, 0, 595, 842)
        if stamp:
            canvas.drawString(50, 50, stamp)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def word(
    paragraphs: Sequence[str], *, title: str = "", author: str = "", table: Sequence[Sequence[str]] = ()
) -> bytes:
    """A .docx with a table at its end."""
    document = docx.Document()
    document.core_properties.title = title
    document.core_properties.author = author
    document.core_properties.created = datetime(2021, 5, 26)  # noqa: DTZ001 - the format has no zone
    for words in paragraphs:
        document.add_paragraph(words)
    if table:
        made = document.add_table(rows=len(table), cols=len(table[0]))
        for row, cells in zip(made.rows, table, strict=True):
            for cell, words in zip(row.cells, cells, strict=True):
                cell.text = words
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def chat(
    messages: Sequence[dict[str, Any]], *, name: str = "Hill Voice", kind: str = "public_channel"
) -> dict[str, Any]:
    """One chat as Telegram Desktop exports it."""
    return {"name": name, "type": kind, "id": 1234567890, "messages": list(messages)}


def message(number: int, text: Any, **more: Any) -> dict[str, Any]:
    """One message, sent late on 26 May 2021 by UTC and on the 27th by its own clock."""
    entities = [{"type": "plain", "text": text}] if isinstance(text, str) and text else []
    return {
        "id": number,
        "type": "message",
        "date": "2021-05-27T01:30:00",
        "date_unixtime": "1622071800",
        "from": "Hill Voice",
        "from_id": "channel1234567890",
        "text": text,
        "text_entities": entities,
    } | more


def as_bytes(export: object) -> bytes:
    """An export as Telegram writes it: indented by one blank."""
    return json.dumps(export, ensure_ascii=False, indent=1).encode()
