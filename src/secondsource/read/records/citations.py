"""The outlet's name out of a citation, where its form leaves no doubt; else nothing."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from secondsource.read.records.columns import Cell

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATE = (
    rf"(?:[0-9]{{1,2}} {_MONTH},? [0-9]{{2,4}}|{_MONTH} [0-9]{{1,2}},? [0-9]{{4}}"
    rf"|[0-9]{{4}}-[0-9]{{1,2}}-[0-9]{{1,2}}|[0-9]{{1,2}}[/-][0-9]{{1,2}}|[0-9]{{8}}|[0-9]{{6}})(?![0-9])"
)
# Several citations in one cell.
_PARTING = re.compile(r"///|/?\([0-9]\)|;")
# "Reuters 1989-05-17 ...", "AP, 2008-04-28, ...", "Marsh Radio website on 30 July 2008". Names are bounded, so that
# no cell takes longer than its length.
_NAME_DATE = re.compile(rf"([^\"“”0-9;:()]{{1,120}}?),?(?: on)?[ ,]{{0,3}}{_DATE}", re.IGNORECASE)
# BBC Monitoring's way: "Marsh TV, Velsk, in Sornese 0630 gmt 14 Aug 11".
_STATION = re.compile(r"([^\"“”0-9;:,]{1,120}), [^,]{1,120}, in \w{1,40}(?: and \w{1,40})? [0-9]")
# "Marsh Observatory (MO), https://..."
_NAME_LINK = re.compile(r"([^\"“”;:,/]{1,120}?),? https?://")
# GTD's way: "Two killed in Velsk," Sorna Herald, May 6, 2021.
_TITLE_NAME_DATE = re.compile(
    rf"[\"“][^\"“”]+[\"”],? ?([^\"“”0-9;:]{{1,120}}?), {{0,3}}(?:{_DATE}|[0-9]{{4}})"
)
# "Support Group,2013-01-03,Title", in quotation marks.
_LISTED = re.compile(r"[\"“]([^\"“”,]{1,120}),[0-9]{4}-[0-9]{2}-[0-9]{2},")
_FORMS = (_LISTED, _STATION, _NAME_DATE, _NAME_LINK)
# Behind these stands a town, or what the name means: "Marsh Radio, Velsk", "Marsh Centre - for fair fishing".
_ENDS = (",", " - ")
_FILE = Path(__file__).with_name("words") / "citations.toml"
_SMALL = frozenset(tomllib.loads(_FILE.read_text(encoding="utf-8"))["small"])
_LONGEST_IN_WORDS = 12


def cited(cell: Cell | None) -> list[Cell]:
    """The outlets that the citations of UCDP GED's source_article name, in order; none for what may be a headline."""
    named = (_named(part) for part in cell.parts(_PARTING)) if cell else ()
    return [name for name in named if name is not None]


def _named(citation: Cell) -> Cell | None:
    for form in _FORMS:
        match = form.match(citation.words)
        if match is not None:
            name = citation.part(match.start(1), match.end(1))
            name = name.part(0, min(i for e in _ENDS if (i := f"{name.words}{e}".find(e)) >= 0))
            if _is_name(name.words):
                return name
    return None


def titled(cell: Cell | None) -> list[Cell]:
    """The outlets of GTD's scite1 to scite3, which are one citation each."""
    if cell is None:
        return []
    match = _TITLE_NAME_DATE.match(cell.words)
    name = cell.part(match.start(1), match.end(1)) if match else None
    return [name] if name and _is_name(name.words) else []


def _is_name(words: str) -> bool:
    """Every word but small ones begins with a capital (or has no case), as the words of a headline don't."""
    listed = words.split()
    return (
        0 < len(listed) <= _LONGEST_IN_WORDS
        and not listed[0][0].islower()
        and all(w.lower().strip("()") in _SMALL or not w[0].islower() for w in listed)
    )
