"""How long, as an ISO 8601 duration: "two and a half years" is P2.5Y, "a few days" PXD. No day is named by it."""

from __future__ import annotations

import re

from secondsource.resolve.time_forms import word_numbers

_UNITS = {
    "minute": "T{}M",
    "hour": "T{}H",
    "day": "{}D",
    "night": "{}D",
    "weekend": "{}WE",
    "week": "{}W",
    "fortnight": "{}W",
    "month": "{}M",
    "year": "{}Y",
    "decade": "{}DE",
    "century": "{}CE",
}
_UNIT = re.compile(
    r"\b(centuries|century|(?:minute|hour|day|night|weekend|week|fortnight|month|year|decade))(s?)\b"
)
_FIGURES = re.compile(r"\d+(?:\.\d+)?")
_VAGUE = re.compile(r"\b(?:few|several|many|couple|dozens|hundreds|coming|intervening|closing)\b")


def read_duration(words: str) -> str | None:
    """The duration that the words give, an unknown number as X; None if they name no unit of time."""
    plain = " ".join(words.casefold().replace("-", " ").split())
    unit = _UNIT.search(plain)
    if unit is None:
        return None
    name = "century" if unit[1] == "centuries" else unit[1]
    number = _number(plain[: unit.start()], is_plural=bool(unit[2]) or unit[1] == "centuries")
    if name == "fortnight":
        number = str(2 * int(number)) if number.isdecimal() else number
    return "P" + _UNITS[name].format(number)


def _number(before: str, *, is_plural: bool) -> str:
    has_half = "half" in before.split()
    before = re.sub(r"\band (?:a )?half\b|\bhalf\b", " ", before)
    if _VAGUE.search(before):
        return "X"
    if figures := _FIGURES.findall(before):
        return f"{figures[-1]}.5" if has_half else str(figures[-1])
    tokens = before.split()
    if is_plural and tokens[-1:] == ["a"]:
        return "X"
    known = [word_numbers()[t] for t in tokens if t in word_numbers() and t not in ("first", "second")]
    if len(known) > 1 and known[-2] >= 20 > known[-1]:
        known = [known[-2] + known[-1]]
    if not known:
        return ".5" if has_half else "X" if is_plural else "1"
    return f"{known[-1]}.5" if has_half and tokens[-1:] != ["a"] else ".5" if has_half else str(known[-1])
