"""PDF and Word files as offices and institutes publish them, the same bytes on every run."""

from __future__ import annotations

import io
import zipfile
from html import escape

from docx import Document
from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped, unused-ignore]
from reportlab.lib.styles import getSampleStyleSheet  # type: ignore[import-untyped, unused-ignore]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped, unused-ignore]
from reportlab.platypus import (  # type: ignore[import-untyped, unused-ignore]
    Paragraph,
    SimpleDocTemplate,
    Spacer,
)

from .placeholders import written_day
from .templates import SampleDocument

_INVARIANT_DAY = b"D:20000101000000+00'00'"  # what reportlab's invariant mode writes
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)


def pdf_bytes(document: SampleDocument) -> bytes:
    """A PDF with real text, a masthead, a footer with page numbers and metadata."""
    styles = getSampleStyleSheet()
    story = [
        Paragraph(escape(document.outlet), styles["Heading4"]),
        Paragraph(escape(document.title), styles["Title"]),
        Paragraph(f"Published {written_day(document.published)}", styles["Italic"]),
        Spacer(1, 12),
    ]
    for part in document.paragraphs:
        style = styles["Heading2"] if part.startswith("# ") else styles["BodyText"]
        story.append(Paragraph(escape(part.removeprefix("# "), quote=False), style))

    def footer(canvas: Canvas, _: object) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(72, 40, f"{document.outlet} - {document.site} - page {canvas.getPageNumber()}")

    out = io.BytesIO()
    template = SimpleDocTemplate(
        out,
        pagesize=A4,
        invariant=1,
        pageCompression=0,
        title=document.title,
        author=document.outlet,
        leftMargin=72,
        rightMargin=72,
    )
    template.build(story, onFirstPage=footer, onLaterPages=footer)
    stamp = f"D:{document.published:%Y%m%d%H%M%S}+03'00'".encode()
    return out.getvalue().replace(_INVARIANT_DAY, stamp)


def docx_bytes(document: SampleDocument) -> bytes:
    """A Word file with headings, a header line and core properties."""
    word = Document()
    moment = document.published.replace(tzinfo=None)
    properties = word.core_properties
    properties.author, properties.title = document.outlet, document.title
    properties.created = properties.modified = moment
    properties.last_modified_by, properties.revision = document.outlet, 1
    properties.comments = ""
    word.sections[0].header.paragraphs[0].text = document.outlet
    word.add_heading(document.title, level=0)
    word.add_paragraph(f"{document.outlet}, {written_day(document.published)}")
    for part in document.paragraphs:
        if part.startswith("# "):
            word.add_heading(part.removeprefix("# "), level=1)
        else:
            word.add_paragraph(part)
    out = io.BytesIO()
    word.save(out)
    return _with_fixed_times(out.getvalue())


def _with_fixed_times(zipped: bytes) -> bytes:
    """The same archive at one time and uncompressed: neither a clock nor a zlib gets into the bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(zipped)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, _ZIP_DAY)
            member.compress_type = zipfile.ZIP_STORED
            member.external_attr = 0o644 << 16
            target.writestr(member, source.read(name))
    return out.getvalue()
