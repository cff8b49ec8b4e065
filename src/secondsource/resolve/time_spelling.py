"""The words of a time mention in one spelling: lower case, single blanks, figures of any script as 0 to 9."""

from __future__ import annotations

import re
import unicodedata

LONGEST_EXPRESSION = 120
_CLOCK = re.compile(
    r"\b\d{1,2}(?:[:.h]\d{2}){1,2} ?(?:[ap]\.? ?m\b\.?)?(?: ?(?:gmt|utc|z)\b)?"
    r"|\b\d{1,2} ?[ap]\.? ?m\b\.?|\b\d{3,4} (?:hours|hrs|gmt|local time)\b"
)
_FULL_DATE = re.compile(r"(?<![\d/.-])(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})(?![\d/-]|\.\d)")


def normalise_expression(words: str) -> str:
    """Lower case, single blanks, no commas, times of day or ordinal marks' dots; dashes stand alone.

    >>> normalise_expression("On  Dec. 4th, 2020 at 10:30 p.m.")
    'on dec 4th 2020 at'
    """
    text = unicodedata.normalize("NFKC", words)[:LONGEST_EXPRESSION].casefold()
    text = "".join(str(unicodedata.digit(c)) if c.isdecimal() else c for c in text)
    text = re.sub(r"[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]", "", text)
    text = re.sub(r"[’‘`´ʼ]", "'", re.sub(r"[‐‑‒–—―−]", "-", text))
    text = _FULL_DATE.sub(_numeric_date, text)
    text = _CLOCK.sub(" ", text)
    text = re.sub(r"(?<!\d)(\d{4})-(\d{2})(?![\d-])", lambda m: _year_month(m[1], m[2]), text)
    text = re.sub(r"\b(?:the )?(week|month|year|decade)'s end\b", r"the end of the \1", text)
    text = re.sub(r"[,;()\"“”\[\].]", " ", text).replace("-", " - ").replace("/", " / ")
    text = re.sub(r"\b(mid|early|late) - ", r"\1 ", text).replace("\x00", "-")
    return " ".join(text.split())


def _numeric_date(found: re.Match[str]) -> str:
    """A date in figures with its separators made one; 6.5.2021 is day first wherever dots are used."""
    first, separator, second, third = found.groups()
    if separator == "." and len(third) == 4 and len(first) <= 2:
        first, third = third, first
    return f" {first}\x00{second}\x00{third} "


def _year_month(year: str, rest: str) -> str:
    """ "2004-07" is a month; "2011-13" and "2007-08" are years."""
    is_month = 1 <= int(rest) <= 12 and int(rest) != int(year[2:]) + 1
    return f"{year}\x00{rest}" if is_month else f"{year} - {year[:2]}{rest}"
