"""A folder of short invented reports, enough for every step to take a moment."""

from __future__ import annotations

import random
from pathlib import Path

_HEAD = "data_set,id,type,start,place,country,killed,source\n"
_GROUPS = ("Red Banner Front", "Lions of Alun", "Sons of the Ford", "Harbour Guard")
_TARGETS = ("a supply convoy", "a police post", "an army checkpoint", "the customs office")
_TOWNS = ("Sorna", "Alun", "Great Ford", "Kessel Harbour")
_OUTLETS = ("The Daily Ledger", "Ford Radio", "Northern Wire", "Coast Gazette")


def make_corpus(folder: Path, *, documents: int, seed: int) -> int:
    """Writes that many texts and pages and two exports of one data set; the same seed gives the same bytes.

    Gives how many documents a whole run keeps: the second export changes rows, drops rows and brings new ones.
    """
    draw = random.Random(seed)
    folder.mkdir(parents=True)
    first, later = _exports()
    (folder / "log-1.csv").write_text(_HEAD + "".join(first), encoding="utf-8")
    (folder / "log-2.csv").write_text(_HEAD + "".join(later), encoding="utf-8")
    for number in range(documents):
        report = _report(draw, number)
        # Pages are parsed in a process of their own, so that a kill finds one at work too.
        if number % 3 == 2:
            (folder / f"report-{number:02}.html").write_text(_page(report), encoding="utf-8")
        else:
            (folder / f"report-{number:02}.txt").write_text(report, encoding="utf-8")
    return documents + len({*first, *later})


def _exports() -> tuple[list[str], list[str]]:
    """More rows than are kept at once; of 700 the later export lacks 100, tells 200 otherwise and has 50 more."""
    first = [_row(n, killed=n % 7) for n in range(700)]
    later = [_row(n, killed=n % 7 if n < 500 else n % 7 + 1) for n in range(100, 750)]
    return first, later


def _row(number: int, killed: int) -> str:
    day = f"2031-{number % 12 + 1:02}-{number % 28 + 1:02}"
    town = _TOWNS[number % len(_TOWNS)]
    return f"Log,{number},shelling,{day},{town},Maravia,{killed},{_OUTLETS[number % len(_OUTLETS)]}\n"


def _report(draw: random.Random, number: int) -> str:
    group, other = draw.sample(_GROUPS, 2)
    target, town, outlet = draw.choice(_TARGETS), draw.choice(_TOWNS), draw.choice(_OUTLETS)
    killed = draw.randint(1, 9)
    return (
        f"Attack reported near {town}\n\n"
        f"{outlet}, {number + 1} March 2031\n\n"
        f"The {group} claimed responsibility for an attack on {target} near {town} on 1 March 2031. "
        f"An army spokesman said that {killed} soldiers were killed. "
        f"The {other} denied any part in the attack. "
        f"{outlet} reported that the {group} is backed by the {other}.\n"
    )


def _page(report: str) -> str:
    title, *paragraphs = report.strip().split("\n\n")
    body = "".join(f"<p>{words}</p>" for words in paragraphs)
    return (
        f'<!doctype html><html lang="en"><head><title>{title}</title></head>'
        f"<body><article><h1>{title}</h1>{body}</article></body></html>\n"
    )
