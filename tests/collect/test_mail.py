"""Mail and saved pages become their text; attachments are named."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.collect.samples import SENTENCE
from tests.collect.test_html import page, read


def mail(body: str | None, html: str | None = None) -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Press Office <press@interior.example>"
    made["Subject"] = "Statement on\t Orlo"
    made["Date"] = "Wed, 26 May 2021 23:05:00 +0300"
    if body is not None:
        made.set_content(body)
    if html is not None:
        made.add_alternative(html, subtype="html")
    return made


def test_body_subject_sender_and_day_are_read(tmp_path: Path) -> None:
    message = mail(SENTENCE, "<p>other</p>")
    message.add_attachment(b"x", maintype="application", subtype="pdf", filename="list.pdf")
    document = read(tmp_path, message.as_bytes(), "a.eml")
    assert (document.text, document.title, document.author) == (SENTENCE, "Statement on Orlo", "Press Office")
    assert document.published is not None
    assert (document.published.edtf, document.published_from) == ("2021-05-26", "metadata")
    assert ("attachment", "list.pdf") in document.metadata
    assert ("from", "press@interior.example") in document.metadata


def test_a_mail_of_html_alone_is_read_as_a_page(tmp_path: Path) -> None:
    document = read(tmp_path, mail(None, page()).as_bytes(), "a.eml")
    assert "No group has claimed responsibility" in document.text
    assert document.title == "Statement on Orlo"


@pytest.mark.parametrize("charset", ["cp1251", "x-unknown-charset", "utf-7-imap"])
def test_a_wrong_charset_loses_nothing(tmp_path: Path, charset: str) -> None:
    words = "Правительственные войска отбили деревню у боевиков. " * 5
    raw = (
        f"From: a@b.example\r\nSubject: x\r\nContent-Type: text/plain; charset={charset}\r\n"
        "Content-Transfer-Encoding: 8bit\r\n\r\n"
    ).encode() + words.encode("cp1251")
    assert read(tmp_path, raw, "a.eml").text == words.strip()


def test_a_saved_page_keeps_its_address_and_the_day_of_saving_is_not_taken(tmp_path: Path) -> None:
    raw = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://orlopost.example/bridge\r\nSubject: x\r\n"
        "Date: Wed, 26 May 2021 23:05:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="B"\r\n\r\n'
        "--B\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        f"{page()}\r\n--B\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--B--\r\n"
    )
    document = read(tmp_path, raw, "a.mhtml")
    assert document.url == "https://orlopost.example/bridge"
    assert document.outlet == "orlopost.example"
    assert "No group has claimed responsibility" in document.text
    assert (document.published, document.media_type) == (None, "multipart/related")
    assert dict(document.metadata)["saved"].startswith("Wed, 26 May 2021")
