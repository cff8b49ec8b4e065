"""The text of a Word document by python-docx, or the reason why there is none."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from lxml import etree

from secondsource.collect.archives import open_archive
from secondsource.collect.limits import limits_in_force
from secondsource.collect.parts import Part
from secondsource.errors import UnreadableError


def part_of_docx(raw: bytes, path: str) -> Part:
    """The one part of a .docx. Raises UnreadableError for a bomb, a damaged file or one without words."""
    with open_archive(raw, path) as archive:
        names = set(archive.namelist())
    if "[Content_Types].xml" not in names:
        raise UnreadableError(
            path, "is an archive, but no Word document.", "Unpack it and add what is in it."
        )
    try:
        document = docx.Document(io.BytesIO(raw))
        text = "\n\n".join(_blocks(document, limits_in_force().nesting))
        properties = document.core_properties
        said = {"title": properties.title, "author": properties.author}
        created = properties.created
    except UnreadableError:
        raise
    except (
        PackageNotFoundError,
        zipfile.BadZipFile,
        zlib.error,
        etree.LxmlError,
        KeyError,
        ValueError,
        AttributeError,
        OSError,
        NotImplementedError,
    ):
        raise UnreadableError(
            path, "is damaged: its contents can't be read.", "Open it in Word and save it again."
        ) from None
    if not text.strip():
        raise UnreadableError(path, "holds no text.", "If it holds pictures of text, run text recognition.")
    # The day a file was made is not the day it was published, so it is kept but not taken for that.
    metadata = (("created", created.isoformat()),) if created else ()
    return Part(
        text=text,
        media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        title=said["title"] or None,
        author=None if said["author"] in ("", "python-docx") else said["author"],
        metadata=metadata,
    )


def _blocks(holder: object, depth: int) -> Iterator[str]:
    """Paragraphs, and one line a table row with its cells set apart by tabs; a merged cell is told once."""
    if depth <= 0:
        return
    for block in holder.iter_inner_content():  # type: ignore[attr-defined]
        if isinstance(block, Paragraph):
            if words := block.text.strip():
                yield words
        elif isinstance(block, Table):
            for row in block.rows:
                cells: list[_Cell] = []
                for cell in row.cells:
                    if all(cell._tc is not other._tc for other in cells):
                        cells.append(cell)
                told = (" ".join(_blocks(cell, depth - 1)) for cell in cells)
                if words := "\t".join(t for t in told if t):
                    yield words
