"""HTML as news sites serve it: three layouts of head metadata, with navigation and footers around."""

from __future__ import annotations

import json
import re
from html import escape
from string import Template

from .placeholders import written_day
from .templates import SampleDocument

_NAVIGATION = {
    "wire": ("World", "Markets", "Sport", "About", "Sign in"),
    "ministry": ("The Ministry", "Services", "Press", "Contact"),
    "airport": ("Departures", "Arrivals", "Parking", "Company"),
    "sindan": ("Films", "Statements", "Archive"),
}
_PAPER_NAVIGATION = ("Home", "Local", "Business", "Sport", "Weather", "Letters", "Subscribe")
_MOST_READ = (
    "Five walks for a dry afternoon",
    "Bakery on Mill Street to close after sixty years",
    "Wrestlers leave for training camp",
)

_OPEN_GRAPH = Template("""\
<meta property="og:type" content="article">
<meta property="og:site_name" content="$outlet">
<meta property="og:title" content="$title">
<meta property="og:url" content="$url">
<meta property="article:published_time" content="$published">
<meta property="article:section" content="$section">
<link rel="canonical" href="$url">""")

_LINKED_DATA = Template("""\
<meta property="og:site_name" content="$outlet">
<meta property="article:published_time" content="$published">
<link rel="canonical" href="$url">
<script type="application/ld+json">$linked</script>""")

_PLAIN = Template("""\
<meta name="author" content="$byline">
<meta name="date" content="$day">
<meta property="og:site_name" content="$outlet">
<meta property="article:published_time" content="$published">""")

_PAGE = Template("""\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>$title | $outlet</title>
$metadata
</head>
<body>
<header>
<a href="/">$outlet</a>
<nav><ul>$navigation</ul></nav>
</header>
<main>
<article>
<h1>$title</h1>
<p class="meta">$credit<time datetime="$published">$written</time></p>
$body
</article>
$aside</main>
<footer>
<p>&copy; $year $outlet. All rights reserved.</p>
<p><a href="/terms">Terms of use</a> <a href="/privacy">Privacy</a> <a href="/contact">Contact</a></p>
</footer>
</body>
</html>
""")

_HEADS = {
    "wire": _OPEN_GRAPH,
    "agency": _OPEN_GRAPH,
    "post": _LINKED_DATA,
    "today": _LINKED_DATA,
    "dispatch": _LINKED_DATA,
    "radio": _PLAIN,
    "airport": _PLAIN,
    "ministry": _PLAIN,
    "sindan": _PLAIN,
}
# Sites whose editing system turns straight quotation marks into typographic ones.
_CURLY = frozenset({"post", "today", "gazette", "dispatch"})


def html_bytes(document: SampleDocument) -> bytes:
    """The page of a document, UTF-8."""
    metadata = _HEADS.get(document.role, _OPEN_GRAPH).substitute(_fields(document))
    aside = "" if document.role in _NAVIGATION else _most_read()
    page = _PAGE.substitute(
        _fields(document),
        metadata=metadata,
        navigation="".join(f'<li><a href="#">{name}</a></li>' for name in _navigation(document)),
        credit=f'<span class="byline">{_text(document.byline, document)}</span> ' if document.byline else "",
        body="\n".join(f"<p>{_text(part, document)}</p>" for part in document.paragraphs),
        aside=aside,
    )
    return page.encode()


def _fields(document: SampleDocument) -> dict[str, str]:
    linked = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": document.title,
        "datePublished": document.published.isoformat(),
        "author": {"@type": "Person", "name": document.byline},
        "publisher": {"@type": "Organization", "name": document.outlet},
    }
    published = document.published
    return {
        "outlet": escape(document.outlet),
        "title": _text(document.title, document),
        "url": document.url,
        "published": published.isoformat(),
        "day": published.date().isoformat(),
        "year": str(published.year),
        "written": f"{written_day(published)}, {published:%H:%M}",
        "section": document.section,
        "byline": escape(document.byline),
        "linked": json.dumps(linked, ensure_ascii=False),
    }


def _navigation(document: SampleDocument) -> tuple[str, ...]:
    return _NAVIGATION.get(document.role, _PAPER_NAVIGATION)


def _most_read() -> str:
    items = "".join(f'<li><a href="#">{title}</a></li>' for title in _MOST_READ)
    return f"<aside><h2>Most read</h2><ol>{items}</ol></aside>\n"


def _text(text: str, document: SampleDocument) -> str:
    if document.role in _CURLY:
        text = re.sub(r'"([^"]*)"', "\u201c\\1\u201d", text).replace("'", "\u2019")
    return escape(text, quote=False).replace('"', "&quot;")
