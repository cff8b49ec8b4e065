"""Bad files, made afresh for a test: three or more of each kind, with what must be said of them."""

from __future__ import annotations

import io
import random
import struct
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from tests.collect.samples import SENTENCE, as_bytes, chat, message, pdf, scan, word

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class BadFile:
    """A file that must fail by its name; `reason` stands in the message. `size_bytes`: filled up, sparsely."""

    kind: str
    name: str
    make: Callable[[], bytes]
    reason: str
    size_bytes: int = 0


def bad(kind: str, name: str, make: Callable[[], bytes], reason: str, size_bytes: int = 0) -> BadFile:
    """One of them."""
    return BadFile(kind=kind, name=name, make=make, reason=reason, size_bytes=size_bytes)


def noise(count: int, seed: int) -> bytes:
    """Bytes of no meaning, the same each time."""
    return random.Random(seed).randbytes(count)


def archive(members: Mapping[str, bytes | tuple[bytes, int]]) -> bytes:
    """A zip; a pair is a block and how often it is repeated."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made:
        for name, content in members.items():
            block, times = content if isinstance(content, tuple) else (content, 1)
            with made.open(name, "w") as member:
                for _ in range(times):
                    member.write(block)
    return file.getvalue()


def with_document(xml: bytes) -> bytes:
    """A sound .docx whose document is this XML."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(word([SENTENCE]))) as sound,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for member in sound.infolist():
            made.writestr(member, xml if member.filename == "word/document.xml" else sound.read(member))
    return file.getvalue()


def bomb() -> bytes:
    """A .docx of 130 kB that grows to 128 MiB."""
    return archive({"[Content_Types].xml": b"<Types/>", "word/document.xml": (bytes(MIB), 128)})


def flat_bomb() -> bytes:
    """Many members, each of a modest size."""
    return archive(
        {"[Content_Types].xml": b"<Types/>"} | {f"word/m{n}.xml": (bytes(MIB), 4) for n in range(20)}
    )


def crowded() -> bytes:
    """More members than any document has."""
    return archive({"[Content_Types].xml": b"<Types/>"} | {f"word/{n}": b"" for n in range(10_100)})


def lying_bomb() -> bytes:
    """A bomb whose directory says that it is small."""
    raw = bytearray(bomb())
    entry = raw.rindex(b"PK\x01\x02", 0, raw.rindex(b"word/document.xml"))
    raw[entry + 24 : entry + 28] = struct.pack("<I", 1000)
    return bytes(raw)


def laughs() -> bytes:
    """A document of nested entities that would grow to 3 GB."""
    names = [f"e{n}" for n in range(10)]
    entities = '<!ENTITY e0 "ha">' + "".join(
        f'<!ENTITY {b} "{("&" + a + ";") * 10}">' for a, b in pairwise(names)
    )
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = (
        f'<w:document xmlns:w="{space}"><w:body><w:p><w:r><w:t>&e9;</w:t></w:r></w:p></w:body></w:document>'
    )
    return with_document(f'<?xml version="1.0"?><!DOCTYPE w [{entities}]>{body}'.encode())


def nested_tables(depth: int) -> bytes:
    """Tables inside tables."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    inner = "<w:tbl><w:tr><w:tc>" * depth + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * depth
    return with_document(f'<w:document xmlns:w="{space}"><w:body>{inner}</w:body></w:document>'.encode())


def nested_mail(depth: int) -> bytes:
    """Messages inside messages."""
    head = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(depth))
    return f"From: a@b.example\nSubject: x\n{head}Content-Type: text/plain\n\nwords\n".encode()


def nested_page(tag: str, depth: int) -> bytes:
    """Elements inside elements."""
    return f"<html><body>{f'<{tag}>' * depth}<p>{SENTENCE}</p>{f'</{tag}>' * depth}</body></html>".encode()


def locked(strength: int) -> bytes:
    """A PDF locked with a password."""
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    file = io.BytesIO()
    canvas = Canvas(file, encrypt=StandardEncryption("secret", strength=strength))
    canvas.drawString(50, 700, SENTENCE)
    canvas.save()
    return file.getvalue()


def locked_member() -> bytes:
    """A .docx whose members are marked as encrypted."""
    raw = bytearray(word([SENTENCE]))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := raw.find(mark, at + 1)) >= 0:
            raw[at + place] |= 1
    return bytes(raw)


def cut(raw: bytes, share: float = 0.6) -> bytes:
    """The beginning of a file."""
    return raw[: int(len(raw) * share)]


LONG_PDF = [f"Item {n}. {SENTENCE}" for n in range(30)]
MESSAGES = [message(n, SENTENCE) for n in range(1, 30)]
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)

BAD_FILES = [
    bad("empty", "empty.txt", lambda: b"", "is empty"),
    bad("empty", "empty.pdf", lambda: b"", "is empty"),
    bad("empty", "empty.docx", lambda: b"", "is empty"),
    bad("empty", "blank.txt", lambda: b"\xef\xbb\xbf \r\n\t", "is empty"),
    bad("empty", "blank.jsonl", lambda: b"\n\n", "is empty"),
    bad("binary", "noise.txt", lambda: noise(5_000, 1), "is not text"),
    bad("binary", "picture.md", lambda: PNG + noise(3_000, 2), "is not text"),
    bad("binary", "noise.html", lambda: noise(5_000, 3), "is not text"),
    bad("binary", "noise.json", lambda: noise(5_000, 4), "is not text"),
    bad("binary", "controls.txt", lambda: bytes(range(1, 32)) * 40, "is not text"),
    bad("binary", "noise.pdf", lambda: noise(5_000, 5), "is no PDF"),
    bad("binary", "noise.docx", lambda: noise(5_000, 6), "is no Word document"),
    bad("truncated", "cut.pdf", lambda: cut(pdf(LONG_PDF)), "is cut off"),
    bad("truncated", "cut.docx", lambda: cut(word(LONG_PDF)), "damaged or cut off"),
    bad("truncated", "result.json", lambda: cut(as_bytes(chat(MESSAGES))), "damaged or cut off"),
    bad("truncated", "cut.json", lambda: b'{"text": "' + SENTENCE.encode(), "is no JSON"),
    bad("truncated", "middle.pdf", lambda: pdf(LONG_PDF)[:900] + b"\n%%EOF", "is damaged"),
    bad("truncated", "cut.jsonl", lambda: b'{"text": "' + SENTENCE.encode(), "is no JSON"),
    bad("locked", "locked40.pdf", lambda: locked(40), "locked with a password"),
    bad("locked", "locked128.pdf", lambda: locked(128), "locked with a password"),
    bad("locked", "locked-named.txt", lambda: locked(128), "locked with a password"),
    bad("locked", "compound.docx", lambda: COMPOUND, "locked with a password"),
    bad("locked", "member.docx", locked_member, "locked with a password"),
    bad("scanned", "scan.pdf", scan, "holds no text"),
    bad("scanned", "scans.pdf", lambda: scan(5), "holds no text"),
    bad("scanned", "stamped.pdf", lambda: scan(3, "No. 17 a"), "holds no text"),
    bad("zip bomb", "bomb.docx", bomb, "like a zip bomb"),
    bad("zip bomb", "flat.docx", flat_bomb, "like a zip bomb"),
    bad("zip bomb", "crowded.docx", crowded, "holds 10,101 files"),
    bad("zip bomb", "lying.docx", lying_bomb, "damaged"),
    bad("zip bomb", "laughs.docx", laughs, "is damaged"),
    bad("huge", "huge.html", lambda: b"<html><body><p>", "is larger than 100 MiB", 200 * MIB),
    bad("huge", "huge.txt", lambda: b"words", "is larger than 100 MiB", 200 * MIB),
    bad("huge", "huge.jsonl", lambda: b'{"text": "', "is larger than 100 MiB", 200 * MIB),
    bad("nested", "divs.html", lambda: nested_page("div", 10_000), "nested more than"),
    bad("nested", "bolds.html", lambda: nested_page("b", 10_000), "nested more than"),
    bad("nested", "lists.htm", lambda: nested_page("ul><li", 10_000), "nested more than"),
    bad("nested", "arrays.json", lambda: b"[" * 10_000 + b"]" * 10_000, "nested too deeply"),
    bad("nested", "objects.jsonl", lambda: b'{"text":' * 10_000 + b"1" + b"}" * 10_000, "nested too deeply"),
    bad("nested", "parts.eml", lambda: nested_mail(10_000), "nested"),
    bad("nested", "parts.mhtml", lambda: nested_mail(10_000), "nested"),
    bad("nested", "tables.docx", lambda: nested_tables(10_000), "is damaged"),
    bad("NUL", "nul.txt", lambda: SENTENCE.encode() + b"\0", "NUL"),
    bad("NUL", "nul.html", lambda: b"<html><body><p>" + SENTENCE.encode() + b"\0</p></body></html>", "NUL"),
    bad("NUL", "nul.json", lambda: b'{"text": "a\0b"}', "NUL"),
    bad("NUL", "nul.eml", lambda: b"From: a@b.example\n\nwords\0", "NUL"),
    bad("override", "a\u202etxt.exe.md", lambda: b"", "is empty"),
    bad("override", "b\u2066\u202e.pdf", lambda: b"x", "is no PDF"),
    bad("override", "c\x1b[31m\u200f.json", lambda: b'{"title": "\\u202e"}', "has no text"),
    bad("other", "login.pdf", lambda: b"<!doctype html><html></html>", "begins like a web page"),
    bad("other", "plain.docx", lambda: archive({"a.txt": b"words"}), "no Word document"),
    bad("other", "headless.eml", lambda: b"\n\nno headers", "is no mail message"),
    bad("other", "pictures.mhtml", lambda: b"From: x\nContent-Type: image/png\n\nAAAA", "holds no web page"),
    bad(
        "other", "scripts.html", lambda: b"<html><body><script>x()</script></body></html>", "no text to read"
    ),
]
