"""Mail messages (.eml): the body, with subject, sender and day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from email.message import Message
from email.utils import parseaddr
from pathlib import PurePath

from secondsource.collect.mailparts import header, leaves, parse_message, text_of
from secondsource.collect.parts import BadPart, Fit, Part
from secondsource.errors import UnreadableError


class MailFormat:
    """One document a message; attachments are named, not read."""

    name = "mail"
    version = "1"

    def accepts(self, path: str, head: bytes) -> Fit:
        """By suffix."""
        return Fit.SUFFIX if PurePath(path).suffix.lower() == ".eml" else Fit.NO

    def parse(self, raw: bytes, path: str) -> Iterable[Part | BadPart]:
        """One part."""
        message = parse_message(raw, path)
        parts = list(leaves(message, path))
        attached = [p for p in parts if p.get_content_disposition() == "attachment" or p.get_filename()]
        bodies = [p for p in parts if p not in attached]
        found = _body(bodies, path)
        if found is None:
            raise UnreadableError(path, "has no text in its body.", "Save its attachments and add those.")
        name, address = parseaddr(header(message, "From") or "")
        metadata = [("from", address)] if address else []
        metadata += [(k, v) for k in ("Message-ID", "List-Id") if (v := header(message, k))]
        metadata += [("attachment", p.get_filename() or p.get_content_type()) for p in attached]
        day = header(message, "Date")
        yield replace(
            found,
            media_type="message/rfc822",
            url=None,
            outlet=header(message, "Organization"),
            title=header(message, "Subject"),
            author=name or None,
            published=day,
            published_from="metadata" if day else None,
            metadata=tuple(metadata),
        )


def _body(bodies: list[Message], path: str) -> Part | None:
    """All plain parts; where there are none, the first HTML part."""
    texts = [text_of(p, path).strip() for p in bodies if p.get_content_type() == "text/plain"]
    if any(texts):
        return Part(text="\n\n".join(t for t in texts if t), media_type="message/rfc822", has_head=False)
    for part in bodies:
        if part.get_content_type() == "text/html":
            from secondsource.collect.webpage import part_of_page

            return replace(part_of_page(text_of(part, path), path), byline=None, has_head=False)
    return None


FORMAT = MailFormat()
