"""A web page becomes its article, with what the page says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from secondsource.collect import Collected, Failure
from secondsource.records import Document
from tests.collect.test_text import collect

WORDS = (
    "<p>Militants blew up the bridge at Orlo on Tuesday night, the ministry of defence said in a statement.</p>"
    "<p>No group has claimed responsibility for the attack, which killed two soldiers and injured four more.</p>"
)
MENU = "<nav><ul><li>Home</li><li>Sports pages</li></ul></nav>"
LD = '<script type="application/ld+json">{}</script>'


def page(head: str = "", body: str = "", title: str = "Bridge at Orlo blown up") -> str:
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body>{MENU}<article><h1>Bridge at Orlo blown up</h1>{body}{WORDS}</article></body></html>"
    )


def read(tmp_path: Path, content: str | bytes, name: str = "a.html") -> Document:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    (found,) = collect(path)
    assert isinstance(found, Collected), found
    return found.document


def test_the_article_is_kept_and_the_menu_is_not(tmp_path: Path) -> None:
    document = read(tmp_path, page())
    assert "No group has claimed responsibility" in document.text
    assert "Sports pages" not in document.text
    assert (document.title, document.language, document.media_type) == (
        "Bridge at Orlo blown up",
        "en",
        "text/html",
    )


@pytest.mark.parametrize(
    ("head", "body", "edtf", "origin"),
    [
        (
            '<meta property="article:published_time" content="2021-05-26T08:00+02:00">',
            "",
            "2021-05-26",
            "metadata",
        ),
        ('<meta name="date" content="26 May 2021">', "", "2021-05-26", "metadata"),
        (
            LD.format('{"@type": "NewsArticle", "datePublished": "2021-05-26T01:00:00Z"}'),
            "",
            "2021-05-26",
            "metadata",
        ),
        (
            LD.format('{"@graph": [{"@type": ["Article"], "datePublished": "2021-05-26"}]}'),
            "",
            "2021-05-26",
            "metadata",
        ),
        ('<link rel="canonical" href="https://a.example/2021/05/26/bridge">', "", "2021-05-26", "url"),
        ("", '<time datetime="2021-05-26T10:00">Wednesday</time>', "2021-05-26", "by-line"),
        ("", '<p class="byline">By Ada Lund | 26 May 2021</p>', "2021-05-26", "by-line"),
        (
            "",
            "<p>ORLO, May 26, 2021 (Wire) - It was the third bridge to be blown up.</p>",
            "2021-05-26",
            "dateline",
        ),
        ('<meta property="article:modified_time" content="2022-01-01">', "", None, None),
        ('<meta itemprop="copyrightYear" content="2019">', "", None, None),
        ('<meta name="expires" content="2022-01-01">', "", None, None),
        ("", '<time datetime="2020-01-01"></time><time datetime="2021-01-01"></time>', None, None),
        ("", "<p>It was founded on 26 May 2021 by a garrison.</p>", None, None),
        (LD.format("{" * 2000), "", None, None),
    ],
)
def test_the_day_of_publication_is_found_where_it_is_named_and_not_elsewhere(
    tmp_path: Path, head: str, body: str, edtf: str | None, origin: str | None
) -> None:
    document = read(tmp_path, page(head, body))
    found = document.published
    assert (found.edtf if found else None, document.published_from) == (edtf, origin)


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ('<meta property="og:site_name" content="Orlo Post">', "Orlo Post"),
        (LD.format('{"@type": "Article", "publisher": {"name": "Orlo Post"}}'), "Orlo Post"),
        ('<link rel="canonical" href="https://www.orlopost.example/a">', "orlopost.example"),
        ('<link rel="canonical" href="https://someone.blogspot.com/a">', None),
        ("", None),
    ],
)
def test_the_outlet_is_the_site_as_it_names_itself(tmp_path: Path, head: str, outlet: str | None) -> None:
    assert read(tmp_path, page(head)).outlet == outlet


def test_the_address_of_a_saved_page_is_kept(tmp_path: Path) -> None:
    comment = "<!-- saved from url=(0031)https://orlopost.example/bridge -->"
    document = read(tmp_path, page().replace("<html", comment + "<html", 1))
    assert document.url == "https://orlopost.example/bridge"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1256", "utf-16", "iso-8859-6"])
def test_the_encoding_that_a_page_declares_is_believed(tmp_path: Path, encoding: str) -> None:
    arabic = "<p>" + "أعلنت الجماعة مسؤوليتها عن الهجوم على القاعدة. " * 6 + "</p>"
    document = read(tmp_path, page(body=arabic).replace("utf-8", encoding, 1).encode(encoding))
    assert "أعلنت الجماعة مسؤوليتها" in document.text


def test_a_script_in_the_title_is_words_and_runs_nowhere(tmp_path: Path) -> None:
    content = page(title="<script>alert(1)</script>").replace("<h1>Bridge at Orlo blown up</h1>", "")
    document = read(tmp_path, content)
    assert "alert" not in document.text
    assert document.title is None or "\n" not in document.title


def test_a_short_page_is_read_too(tmp_path: Path) -> None:
    assert read(tmp_path, "<html><body><p>We did it.</p></body></html>").text == "We did it."


@pytest.mark.parametrize(
    "content", ["<html></html>", "<html><body><script>load()</script><div id=app></div></body></html>", "   "]
)
def test_a_page_without_words_is_a_failure(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.html").write_text(content)
    (found,) = collect(tmp_path / "a.html")
    assert isinstance(found, Failure)


def test_marks_of_joining_and_direction_are_kept_however_they_are_written(tmp_path: Path) -> None:
    persian = "گروه مسئولیت حمله را بر عهده گرفت و گفت که ادامه می\u200cدهد. "
    document = read(tmp_path, page(body=f"<p>{persian * 5} a&zwnj;b &#x202E;c&#8238;</p>"))
    assert "می\u200cدهد" in document.text
    assert "a\u200cb \u202ec\u202e" in document.text


def test_a_page_in_hieroglyphs_keeps_its_letters(tmp_path: Path) -> None:
    document = read(tmp_path, page(body=f"<p>{chr(0x13000) * 3} and a\u200cb {WORDS}</p>"))
    assert chr(0x13000) * 3 + " and a\u200cb" in document.text
