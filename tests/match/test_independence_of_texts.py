"""Families of English texts, collected, read and resolved as a user's are: how many origins tell of one event."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from secondsource import api
from secondsource.collect import Given


class Told(NamedTuple):
    """One text: its day, its outlet, its words."""

    published: str
    outlet: str
    text: str


WIRE = (
    "Gunmen opened fire on an army convoy near Mosul on Monday, 3 March 2025, and killed nine soldiers before "
    "helicopters came, drivers who had hidden in a culvert said."
)
SEVEN = "A bomb killed seven policemen in Mosul on 3 March 2025"
CASES: dict[str, tuple[int, tuple[Told, ...]]] = {
    "an agency is quoted whose report is at hand": (
        1,
        (
            Told("2025-03-04", "Reuters", f"{SEVEN} at a checkpoint, a reporter at the scene said."),
            Told(
                "2025-03-05",
                "Herald",
                "Seven policemen were killed by a bomb in Mosul on 3 March 2025, Reuters reported.",
            ),
        ),
    ),
    "an agency by its letters and by its name": (
        1,
        (
            Told("2025-03-04", "Herald", f"{SEVEN}, AFP reported."),
            Told(
                "2025-03-05",
                "Post",
                "Seven policemen were killed by a bomb in Mosul on 3 March 2025, Agence France-Presse said.",
            ),
        ),
    ),
    "a credit in the dateline": (
        1,
        (
            Told("2025-03-04", "Overland Wire", f"MOSUL, March 3 - {WIRE}"),
            Told("2025-03-05", "Herald", f"MOSUL (Overland Wire) - {WIRE}"),
        ),
    ),
    "words without a credit inside a longer article": (
        1,
        (
            Told("2025-03-04", "Overland Wire", WIRE),
            Told(
                "2025-03-05",
                "Herald",
                f"Prices of lentils fell by a tenth in the plain this week, traders said.\n\n{WIRE}\n\n"
                "The cooperative asks for credit.",
            ),
        ),
    ),
    "two accounts of one's own": (
        2,
        (
            Told("2025-03-04", "Overland Wire", WIRE),
            Told(
                "2025-03-05",
                "Herald",
                "Our reporter counted eleven holes in an army truck near Mosul, where an attack on a convoy killed "
                "nine soldiers on 3 March 2025.",
            ),
        ),
    ),
    "one ministry": (
        1,
        (
            Told("2025-03-04", "Herald", f"{SEVEN}, the interior ministry said."),
            Told(
                "2025-03-05",
                "Post",
                "The interior ministry said that seven policemen died in a blast in Mosul on 3 March 2025.",
            ),
        ),
    ),
    "police and hospital": (
        2,
        (
            Told("2025-03-04", "Herald", f"{SEVEN}, police said."),
            Told(
                "2025-03-05",
                "Post",
                "Doctors at the general hospital said that a bomb had killed seven policemen in Mosul on 3 March "
                "2025.",
            ),
        ),
    ),
    "two papers that quote each other": (
        1,
        (
            Told("2025-03-04", "Sorna Herald", f"{SEVEN}, the Kelvash Gazette reported."),
            Told(
                "2025-03-04",
                "Kelvash Gazette",
                "Seven policemen died in a blast in Mosul on 3 March 2025, the Sorna Herald reported.",
            ),
        ),
    ),
    "a wrong toll that comes back": (
        3,
        (
            Told("2025-03-04", "Herald", "A bomb in Mosul killed 17 policemen on 3 March 2025."),
            Told("2025-03-04", "Radio Mosul", f"{SEVEN}, our correspondent at the scene counted."),
            Told(
                "2025-03-05",
                "Gazette",
                "Seven policemen died when a bomb exploded in Mosul on 3 March 2025.",
            ),
            Told("2025-03-09", "Post", "The bombing in Mosul on 3 March 2025 killed 17 policemen."),
        ),
    ),
    "a toll that rose": (
        4,
        (
            Told("2025-03-04", "Herald", f"{SEVEN}."),
            Told(
                "2025-03-04",
                "Radio Mosul",
                "Seven policemen died when a bomb exploded in Mosul on 3 March 2025.",
            ),
            Told(
                "2025-03-06",
                "Gazette",
                "The bombing in Mosul on 3 March 2025 killed 17 policemen, ten of whom died later.",
            ),
            Told(
                "2025-03-09",
                "Post",
                "Police in Mosul buried the last of 17 colleagues whom a bomb had killed on 3 March 2025.",
            ),
        ),
    ),
    "a group's channel by its handle": (
        1,
        (
            Told(
                "2025-03-04",
                "Herald",
                "The Reed Brigades claimed responsibility for the bombing of a checkpoint in Mosul on 3 March 2025 "
                "on their Telegram channel, @reedmedia.",
            ),
            Told(
                "2025-03-04",
                "Reed Media",
                "A bomb destroyed a police checkpoint in Mosul on 3 March 2025.",
            ),
        ),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_texts_come_to_so_many_families(tmp_path: Path, case: str) -> None:
    count, texts = CASES[case]
    with api.create_case(tmp_path / "case.db") as desk:
        for number, told in enumerate(texts):
            page = tmp_path / f"{number}.txt"
            page.write_text(told.text, encoding="utf-8")
            desk.add([str(page)], Given(published=told.published, outlet=told.outlet), processes=1)
        derived = desk.derived()
    outlet = {s.statement.id: s.outlet for s in derived.statements}
    families = [sorted({outlet[s] or "" for s in f.statement_ids}) for f in derived.families]
    assert len(derived.incidents) == 1
    assert len(families) == count, families
