"""A brief as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from secondsource.show.brief import phrases
from secondsource.show.brief.parts import (
    Block,
    Brief,
    Bullets,
    Citation,
    Line,
    Marks,
    Part,
    Runs,
    Style,
    Table,
    Words,
    number_ranges,
)
from secondsource.show.shown import shown

# What CommonMark and its tables take for markup inside a line; an address needs "://", "@" or "www." to become a
# link of its own. What is markup at the start of a line alone is looked at there.
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&$@^])|(?<=\w)(:)(?=//)|(?<=www)(\.)", re.IGNORECASE)
_AT_START = re.compile(r"^(?:[-+=#:]|\d+(?=[.)]))")


class MarkdownFormat:
    """Markdown as GitHub, pandoc and Rich read it."""

    name = "md"
    suffix = ".md"

    def render(self, brief: Brief) -> bytes:
        """UTF-8, unix line ends."""
        return ("\n".join(_lines(brief)) + "\n").encode("utf-8", "backslashreplace")


FORMAT = MarkdownFormat()


def escaped(words: str) -> str:
    """Words that read the same in Markdown and mean nothing in it, save at the start of a line."""
    return _SPECIAL.sub(r"\\\g<0>", shown(words))


def inline(runs: Runs) -> str:
    """Runs on one line, which may stand at its start."""
    line = "".join(_run(r) for r in runs).strip()
    return _AT_START.sub(_set_apart, line, count=1)


def _set_apart(found: re.Match[str]) -> str:
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"


def _lines(brief: Brief) -> Iterator[str]:
    yield f"# {escaped(brief.title)}"
    yield ""
    for line in brief.counts:
        yield inline(line.runs)
        yield ""
    for section in brief.sections:
        yield f"## {escaped(section.title)}" + (f" ({escaped(section.note)})" if section.note else "")
        yield ""
        for block in section.blocks:
            yield from _block(block)
    if brief.citations:
        yield f"## {escaped(phrases.QUOTES)}"
        yield ""
        yield from (_citation(c) for c in brief.citations)


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Line):
        yield inline(block.runs)
    elif isinstance(block, Table):
        yield from _table(block)
    elif isinstance(block, Bullets):
        if block.lead:
            yield f"*{escaped(block.lead).strip()}:*"
            yield ""
        yield from (f"- {inline(line.runs)}" for line in block.lines)
    elif isinstance(block, Part):
        yield f"### {inline(block.title)}"
        yield ""
        for inner in block.blocks:
            yield from _block(inner)
        return
    yield ""


def _table(table: Table) -> Iterator[str]:
    yield _cells(escaped(c) for c in table.columns)
    yield _cells("---" for _ in table.columns)
    for row in table.rows:
        yield _cells(inline(cell) or phrases.NONE for cell in row.cells)


def _cells(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _run(run: Words | Marks) -> str:
    if isinstance(run, Marks):
        return mark_words(run)
    if run.style is Style.CODE and "`" not in run.text:
        return f"`{shown(run.text)}`"
    words = escaped(run.text)
    inner = words.strip()
    if not inner or run.style in (Style.PLAIN, Style.CODE):
        return words
    before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    around = {Style.STRONG: ("**", "**"), Style.EMPHASIS: ("*", "*"), Style.QUOTE: ("“", "”")}[run.style]
    return f"{before}{around[0]}{inner}{around[1]}{after}"


def mark_words(marks: Marks) -> str:
    """ "[8]", "[12–14, 17]", "[8 against 17, 21]"."""
    numbers, against = (
        ", ".join(f"{a}" if a == b else f"{a}–{b}" for a, b in number_ranges(n))
        for n in (marks.numbers, marks.against)
    )
    more = f" and {marks.more} more" if marks.more else ""
    return f"[{' against '.join(filter(None, [numbers, against]))}{more}]"


def _citation(citation: Citation) -> str:
    parts = [citation.outlet or "", citation.title or "", citation.published or ""]
    where = f"code points {citation.start}–{citation.end}"
    if citation.page:
        where = f"page {citation.page}, {where}"
    words = f"“{escaped(citation.quote)}”" if citation.quote is not None else "*text no longer kept*"
    source = ", ".join(escaped(p) for p in parts if p)
    return f"{citation.number}. {words} — {source + ', ' if source else ''}{where}"
