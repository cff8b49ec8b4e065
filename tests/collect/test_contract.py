"""What every format keeps, ours and others': same bytes twice, safe characters, and no file that breaks it."""

from __future__ import annotations

import random
from datetime import date
from importlib import resources
from pathlib import Path

import pytest

from secondsource.collect import Collected, Failure, SkippedRow
from secondsource.collect.formats import known_formats
from secondsource.collect.parts import Fit, Format
from tests.collect.samples import SENTENCE, as_bytes, chat, message, pdf, word
from tests.collect.test_html import page
from tests.collect.test_mail import mail
from tests.collect.test_text import collect

SAMPLES = {
    "docx": ("a.docx", word(["Title", SENTENCE], table=[["a", "b"]])),
    "event_rows": (
        "a.csv",
        b"event_id_cnty,event_date,event_type,actor1,country,notes\r\n"
        b'VEL1,2031-05-06,Battles,Marsh Army,Veldria,"Two ""fronts"",\none day."\r\n'
        b"VEL2,2031-05-07,Riots,,Veldria,\r\n",
    ),
    "html": ("a.html", page('<meta property="og:site_name" content="Orlo Post">').encode()),
    "json": ("a.json", as_bytes({"text": SENTENCE, "published": "2021-05-26", "k": [1, {"a": None}]})),
    "mail": ("a.eml", mail(SENTENCE, page()).as_bytes()),
    "mhtml": ("a.mhtml", mail(None, page()).as_bytes()),
    "pdf": ("a.pdf", pdf([SENTENCE] * 30)),
    "telegram": ("result.json", as_bytes(chat([message(1, SENTENCE), message(2, ["a ", {"text": "b"}])]))),
    "text": ("a.txt", f"Title\n\nBy Ada Lund\n26 May 2021\n\n{SENTENCE}\n".encode()),
}
FORMATS = known_formats().usable


@pytest.mark.parametrize("found", FORMATS, ids=lambda f: f.name)
def test_a_format_has_its_folder_a_readme_of_one_screen_and_a_sample_here(found: Format) -> None:
    readme = resources.files(f"secondsource.collect.{found.name}").joinpath("README.md").read_text("utf-8")
    assert all(word in readme for word in ("**Covers**", "**Not**", "**Sources**"))
    assert len(readme.splitlines()) <= 40
    assert found.version
    name, raw = SAMPLES[found.name]
    assert known_formats().fitting(name, raw) is found
    assert found.accepts("a.unknown", b"some words") is Fit.NO


def test_all_formats_could_be_loaded() -> None:
    assert known_formats().unavailable == ()
    assert {f.name for f in FORMATS} == set(SAMPLES)


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_the_same_bytes_give_the_same_documents(tmp_path: Path, name: str) -> None:
    file, raw = SAMPLES[name]
    (tmp_path / file).write_bytes(raw)
    first, second = collect(tmp_path / file), collect(tmp_path / file)
    assert first == second
    assert first
    assert all(isinstance(f, Collected) for f in first)


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_a_file_that_was_tampered_with_is_read_safely_or_refused_with_a_reason(
    tmp_path: Path, name: str
) -> None:
    file, raw = SAMPLES[name]
    chance = random.Random(name)
    for round_ in range(25):
        (tmp_path / file).write_bytes(tampered(raw, chance))
        for found in collect(tmp_path / file):
            if isinstance(found, Failure):
                assert str(found).isprintable(), (name, round_)
                assert "crashed" not in found.reason, (name, round_, found)
                continue
            if isinstance(found, SkippedRow):
                assert found.reason
                continue
            document = found.document
            assert "\0" not in document.text
            document.text.encode("utf-8")
            assert list(document.pages) == sorted(document.pages)
            assert all(0 <= p <= len(document.text) for p in document.pages)
            day = document.published
            assert day is None or (day.earliest is not None and day.earliest >= date(1900, 1, 1))


def tampered(raw: bytes, chance: random.Random) -> bytes:
    """The bytes with a few changed, dropped, doubled or cut off."""
    changed = bytearray(raw)
    for _ in range(chance.randint(1, 8)):
        if not changed:
            break
        at = chance.randrange(len(changed))
        to = min(len(changed), at + chance.randint(1, 40))
        match chance.randrange(5):
            case 0:
                changed[at] = chance.randrange(256)
            case 1:
                del changed[at:to]
            case 2:
                changed[at:at] = changed[at:to] * chance.randint(1, 20)
            case 3:
                changed[at:to] = chance.randbytes(to - at)
            case _:
                del changed[max(at, len(changed) // 2) :]
    return bytes(changed)
