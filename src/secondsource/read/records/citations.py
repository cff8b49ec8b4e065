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
# "Reuters 1989-05-17 ...", "AP, 2008-04-28, ...", "Marsh Radio website on 30 July 2008".
_NAME_DATE = re.compile(rf"([^\"“”0-9;:()]+?),?(?: on)?[ ,]*{_DATE}", re.IGNORECASE)
# BBC Monitoring's way: "Marsh TV, Velsk, in Sornese 0630 gmt 14 Aug 11".
_STATION = re.compile(r"([^\"“”;:,]+), [^,]+, in \w+(?: and \w+)* [0-9]")
# "Marsh Observatory (MO) database, https://..."
_NAME_LINK = re.compile(r"([^\"“”;:,/]+?),? https?://")
# GTD's way: "Two killed in Velsk," Sorna Herald, May 6, 2021.
_TITLE_NAME_DATE = re.compile(rf"[\"“][^\"“”]+[\"”],? ?([^\"“”0-9;:]+?), *(?:{_DATE}|[0-9]{{4}})")
# "Support Group,2013-01-03,Title", in quotation marks.
_LISTED = re.compile(r"[\"“]([^\"“”,]+),[0-9]{4}-[0-9]{2}-[0-9]{2},")
_FILE = Path(__file__).with_name("words") / "citations.toml"
_SMALL = frozenset(tomllib.loads(_FILE.read_text(encoding="utf-8"))["small"])
_LONGEST_IN_WORDS = 12


def outlets_in(cell: Cell | None, forms: tuple[re.Pattern[str], ...]) -> list[Cell]:
    """The outlets that the citations of a cell name, in order; none where a title could be taken for one."""
    found = []
    for part in cell.parts(_PARTING) if cell else []:
        match = next((m for f in forms if (m := f.match(part.words))), None)
        if match is None:
            continue
        name = part.part(match.start(1), match.end(1))
        name = name.part(0, name.words.find(",")) if "," in name.words else name
        if _is_name(name.words):
            found.append(name)
    return found


def cited(cell: Cell | None) -> list[Cell]:
    """The outlets of UCDP GED's source_article."""
    return outlets_in(cell, (_LISTED, _STATION, _NAME_DATE, _NAME_LINK))


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
