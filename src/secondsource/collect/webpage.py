"""Main text, title, author, outlet, address and day of a web page; None for what it doesn't tell."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import htmldate
import trafilatura
from htmldate.core import DATE_ATTRIBUTES
from lxml import etree, html

from secondsource.collect.limits import limits_in_force
from secondsource.collect.marks import Carrier
from secondsource.collect.parts import Part
from secondsource.collect.platforms import outlet_of_host
from secondsource.errors import UnreadableError

# libxml2 stops at this depth and drops the rest, which must not look like a short article.
_PARSER_DEPTH = 255
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S+?)\s*-->", re.IGNORECASE)


def part_of_page(page: str, path: str, *, url: str | None = None, media_type: str = "text/html") -> Part:
    """The one part of a page. `url` is where it was fetched, if it was.

    Raises UnreadableError where there is no text to read, or elements are nested beyond the limit.
    """
    tree = _tree(page, path)
    url = url or _address(tree, page)
    structured = list(_structured(tree))
    marks = Carrier(page)
    found = trafilatura.bare_extraction(
        marks.there(page), url=url, with_metadata=True, include_comments=False, include_tables=True
    )
    # One blank line between paragraphs, so that no line end can be taken for one inside a paragraph.
    main = (marks.back(getattr(found, "text", None)) or "").strip()
    if "\n" not in main:
        main = _with_breaks(main, _plain_text(tree).split("\n"))
    text = re.sub(r"\n+", "\n\n", main or _plain_text(tree))
    if not text:
        raise UnreadableError(
            path,
            "has no text to read; its words may be loaded by scripts.",
            "Open it in a browser, print it to PDF and add that.",
        )
    day = _stated_day(tree, structured)
    return Part(
        text=text,
        media_type=media_type,
        url=url,
        outlet=_outlet(tree, structured, url),
        title=marks.back(getattr(found, "title", None)) or _first(tree, "//title//text()", "//h1//text()"),
        author=marks.back(getattr(found, "author", None)),
        published=day,
        published_from="metadata" if day else None,
        byline=_byline(tree),
    )


def _tree(page: str, path: str) -> html.HtmlElement:
    parser = html.HTMLParser(encoding="utf-8", no_network=True)
    try:
        tree = html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise UnreadableError(path, "is no web page, or an empty one.") from None
    limit = min(limits_in_force().nesting, _PARSER_DEPTH)
    depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    if deepest > limit or any("Excessive depth" in e.message for e in parser.error_log):
        raise UnreadableError(path, f"has elements nested more than {limit} deep, which no article has.")
    return tree


def _plain_text(tree: html.HtmlElement) -> str:
    """All visible words, for pages too short for the article finder."""
    blocks = tree.xpath(
        "//body//*[self::p or self::li or self::h1 or self::h2 or self::blockquote or self::td]"
    )
    lines = [
        " ".join(b.text_content().split()) for b in blocks if not b.xpath("ancestor::nav|ancestor::footer")
    ]
    return "\n".join(line for line in lines if line)


def _with_breaks(main: str, blocks: list[str]) -> str:
    """The main text of a short page, which the article finder gives in one line, broken where blocks begin."""
    starts, at = [], 0
    for block in blocks:
        found = main.find(block, at)
        if found >= 0:
            starts.append(found)
            at = found + len(block)
    cuts = [0, *(s for s in starts if s), len(main)]
    pieces = (main[a:b].strip() for a, b in pairwise(cuts))
    return "\n".join(p for p in pieces if p)


def _address(tree: html.HtmlElement, page: str) -> str | None:
    saved = _SAVED_FROM.search(page[:2_000])
    stated = _first(tree, "//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")
    return next((u for u in (saved and saved[1], stated) if u and re.match(r"https?://[^/\s]+", u)), None)


def _outlet(tree: html.HtmlElement, structured: list[dict[str, Any]], url: str | None) -> str | None:
    """The name that the page gives its site, else the host, unless that host carries what others publish."""
    named = _first(tree, "//meta[@property='og:site_name' or @name='og:site_name']/@content")
    for item in structured if named is None else ():
        publisher = item.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        if isinstance(name, str) and name.strip() and not name.startswith("http"):
            return name.strip()
    named = named or _first(
        tree, "//meta[@name='application-name']/@content", "//meta[@name='dc.publisher']/@content"
    )
    return named or outlet_of_host(url)


def _stated_day(tree: html.HtmlElement, structured: list[dict[str, Any]]) -> str | None:
    """The day of publication from JSON-LD or a meta element; never one of change, copyright or expiry."""
    for item in structured:
        if isinstance(day := item.get("datePublished"), str) and day.strip():
            return day.strip()
    # htmldate would fall back on days of change and on any figures that look like a day, so it is shown only the
    # elements whose names say that they hold the day of publication.
    head = html.Element("head")
    for meta in tree.iterfind(".//meta"):
        names = {(meta.get(k) or "").lower() for k in ("name", "property", "itemprop")}
        if meta.get("content") and (names & set(DATE_ATTRIBUTES) or "datepublished" in names):
            head.append(html.Element("meta", dict(meta.attrib)))
    if not len(head):
        return None
    page = html.Element("html")
    page.append(head)
    found = htmldate.find_date(
        page, original_date=True, extensive_search=False, min_date="1900-01-01", max_date="9999-12-31"
    )
    return found if isinstance(found, str) else None


def _byline(tree: html.HtmlElement) -> str | None:
    """The words of the page's by-line: a marked time, the only time there is, or an element called so."""
    marked = _first(
        tree,
        "//time[@pubdate or @itemprop='datePublished']/@datetime",
        "//*[@itemprop='datePublished']/@content",
    )
    if marked:
        return marked[:10]
    for scope in ("//article//time/@datetime", "//main//time/@datetime", "//time/@datetime"):
        days = {str(t).strip()[:10] for t in tree.xpath(scope)}
        if len(days) == 1:
            return days.pop()
        if days:
            break
    called = "contains(concat(' ', translate(concat(@class, ' ', @id), '-_', '  '), ' '), ' {} ')"
    for word in ("byline", "dateline", "published", "pubdate", "timestamp", "date"):
        for element in tree.xpath(f"//body//*[{called.format(word)}]")[:1]:
            words = " ".join(element.text_content().split())
            if 0 < len(words) <= 160:
                return words
    return None


def _structured(tree: html.HtmlElement) -> Iterator[dict[str, Any]]:
    """JSON-LD objects that describe an article, in the order of the page."""
    for script in tree.xpath("//script[@type='application/ld+json']")[:20]:
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        items = data if isinstance(data, list) else [data]
        for item in items:
            graph = item.get("@graph") if isinstance(item, dict) else None
            for each in [item, *(graph if isinstance(graph, list) else [])]:
                if isinstance(each, dict) and re.search(
                    r"Article|Report|BlogPosting|LiveBlog", str(each.get("@type"))
                ):
                    yield each


def _first(tree: html.HtmlElement, *paths: str) -> str | None:
    for path in paths:
        for value in tree.xpath(path)[:1]:
            if words := " ".join(str(value).split()):
                return words
    return None
