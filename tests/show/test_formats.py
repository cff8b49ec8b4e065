"""One suite for every format found: the same bytes twice, nothing breaks on an empty or a hostile brief."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise
from urllib.parse import urlsplit

import docx
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from secondsource.show.brief import Brief, Question, compose_brief
from secondsource.show.brief.parts import (
    Bullets,
    Citation,
    Grounds,
    Line,
    Marks,
    Part,
    Row,
    Runs,
    Section,
    Style,
    Table,
    TimelinePoint,
    Words,
)
from secondsource.show.formats import Format, find_formats
from secondsource.show.shown import shown
from tests.show.spoiled import NASTY, spoil
from tests.show.veldria import veldria

EMPTY = Brief(title="Nothing", counts=(), sections=(), timeline=(), citations=())


def small(text: str) -> Brief:
    """A brief with one of every part, in which every word is `text`."""
    runs: Runs = (
        *(Words(text=text, style=s, is_foreign=True) for s in Style),
        Marks(numbers=(1,), against=(1,)),
    )
    line = Line(runs=runs)
    table = Table(columns=(text, text), rows=(Row(cells=(runs, runs)),))
    point = TimelinePoint(
        earliest=date(2031, 5, 6),
        latest=date(2031, 5, 7),
        day=text,
        is_assumed=False,
        label=text,
        claimants=(text,),
        verdicts=(text,),
        numbers=(1,),
    )
    citation = Citation(
        number=1,
        document_id=text,
        statement_ids=(text,),
        outlet=text,
        title=text,
        published=text,
        url=text,
        start=0,
        end=5,
        page=1,
        before=text,
        quote=text,
        after=text,
    )
    blocks = (line, table, Bullets(lines=(line,), lead=text), Part(title=runs, blocks=(line, table)))
    section = Section(key="first", title=text, note=text, blocks=blocks)
    return Brief(
        title=text,
        counts=(Line(runs=runs, grounds=Grounds.COUNT),),
        sections=(section,),
        timeline=(point,),
        citations=(citation,),
    )


def whole() -> Brief:
    case = veldria()
    return compose_brief(case.derived(), case.documents, Question(), case.unread, case.grades)


@pytest.fixture(params=list(find_formats()))
def form(request: pytest.FixtureRequest) -> Format:
    return find_formats()[request.param]


def test_formats_are_found_by_walking() -> None:
    assert list(find_formats()) == ["docx", "html", "json", "md"]
    assert all(f.suffix.startswith(".") for f in find_formats().values())


def test_the_same_brief_gives_the_same_bytes(form: Format) -> None:
    assert form.render(whole()) == form.render(whole())


def test_an_empty_brief_is_written(form: Format) -> None:
    assert form.render(EMPTY)


@given(NASTY)
@settings(max_examples=60, deadline=None)
def test_nasty_words_break_no_format(nasty: str) -> None:
    for name, form in find_formats().items():
        written = form.render(small(nasty))
        if name == "docx":
            with zipfile.ZipFile(io.BytesIO(written)) as archive:
                assert archive.testzip() is None
            paragraphs = docx.Document(io.BytesIO(written)).paragraphs
            assert any(shown(nasty) in p.text for p in paragraphs)
        else:
            written.decode("utf-8")


@given(NASTY)
@settings(max_examples=150, deadline=None)
def test_json_gives_the_words_back_exactly(nasty: str) -> None:
    tree = json.loads(find_formats()["json"].render(small(nasty)))
    assert tree["citations"][0]["quote"] == nasty
    assert tree["sections"][0]["blocks"][0]["runs"][0]["text"] == nasty


class Page(HTMLParser):
    """Tags, attributes and text of a page, as a browser would take them."""

    def __init__(self, html: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text: list[str] = []
        self._raw = ""
        self.feed(html.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {k: v or "" for k, v in attrs}))
        self._raw = tag

    def handle_data(self, data: str) -> None:
        if self._raw != "style":
            self.text.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._raw = ""


SHAPE = [t for t, _ in Page(find_formats()["html"].render(small("plain"))).tags]


@given(NASTY)
@settings(max_examples=150, deadline=None)
def test_markup_in_any_field_stays_words_in_html(nasty: str) -> None:
    assume(shown(nasty).strip())
    page = Page(find_formats()["html"].render(small(nasty)))
    tags = [t for t, _ in page.tags]
    # A link may come where a word is an address; a verdict's mark where a word is a verdict. Nothing else.
    assert [t for t in tags if t != "a"] == [t for t in SHAPE if t != "a"]
    assert "script" not in tags
    for tag, attributes in page.tags:
        assert not any(k.startswith("on") or k == "style" for k in attributes)
        assert not {"src", "srcset", "data", "action", "poster", "background"} & set(attributes)
        for link in (v for k, v in attributes.items() if k in ("href", "xlink:href")):
            assert link.startswith("#") or (tag == "a" and urlsplit(link).scheme in ("http", "https"))
    assert shown(nasty).strip() in "".join(page.text)


@pytest.mark.parametrize("text", ["a", "مطار"])
def test_html_loads_nothing_and_says_so_in_its_policy(text: str) -> None:
    html = find_formats()["html"].render(small(text)).decode()
    assert "default-src 'none'" in html
    assert "unsafe-inline" not in html
    assert "url(" not in html
    assert "@import" not in html
    assert "<link" not in html


def test_html_links_every_number_to_its_quote() -> None:
    page = Page(find_formats()["html"].render(whole()))
    ids = [a["id"] for _, a in page.tags if "id" in a]
    links = {a["href"][1:] for t, a in page.tags if t == "a" and a.get("href", "").startswith("#")}
    assert links <= set(ids)
    assert len(ids) == len(set(ids))


def test_html_headings_go_down_one_level_at_a_time() -> None:
    levels = [
        int(t[1]) for t, _ in Page(find_formats()["html"].render(whole())).tags if t in ("h1", "h2", "h3")
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))


MARKDOWN = MarkdownIt("gfm-like", {"linkify": False}).enable("table")


def _flat(tokens: list[Token]) -> list[Token]:
    return [t for token in tokens for t in (token, *_flat(token.children or []))]


@given(NASTY)
@settings(max_examples=200, deadline=None)
def test_markup_in_any_field_stays_words_in_markdown(nasty: str) -> None:
    expected = [t.type for t in _flat(MARKDOWN.parse(find_formats()["md"].render(small("plain")).decode()))]
    tokens = _flat(MARKDOWN.parse(find_formats()["md"].render(small(nasty)).decode()))
    types = {t.type for t in tokens}
    assert not types & {"html_inline", "html_block", "link_open", "image", "fence", "code_block", "hr"}
    if shown(nasty).strip():
        kinds = {"heading_open", "tr_open", "td_open", "list_item_open", "table_open"}
        assert [t.type for t in tokens if t.type in kinds] == [t for t in expected if t in kinds]
        words = " ".join(
            t.content for t in tokens if t.type in ("text", "text_special", "code_inline", "inline")
        )
        assert words


@given(NASTY)
@settings(max_examples=100, deadline=None)
def test_markdown_reads_as_the_words_that_were_given(nasty: str) -> None:
    words = shown(nasty).strip()
    brief = Brief(
        title="t",
        counts=(Line(runs=(Words(text=nasty),), grounds=Grounds.COUNT),),
        sections=(),
        timeline=(),
        citations=(),
    )
    tokens = MARKDOWN.parse(find_formats()["md"].render(brief).decode())
    read = "".join(t.content for t in _flat(tokens[3:]) if t.type in ("text", "text_special", "code_inline"))
    assert read == words


@given(st.text(max_size=60))
def test_a_whole_brief_can_be_spoilt_and_still_be_written(nasty: str) -> None:
    spoilt = spoil(small("x"), nasty)
    assert find_formats()["html"].render(spoilt)
