"""Each bad file fails in one line that names it and the reason, and the others are read as if it weren't there."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from secondsource.collect import Collected, Failure, Given, Source, SourceKind, collect_source, find_sources
from secondsource.collect.heads import read_head
from tests.collect.samples import SENTENCE, as_bytes, chat, message, pdf, word
from tests.collect.test_html import page
from tests.collect.test_text import NOW, collect
from tests.hostile.bombs import BAD_FILES, BadFile

GOOD_FILES = {
    "good.txt": SENTENCE.encode(),
    "good.html": page().encode(),
    "good.pdf": pdf([SENTENCE]),
    "good.docx": word([SENTENCE]),
    "good.json": as_bytes(chat([message(1, SENTENCE), message(2, SENTENCE)])),
}


def write(folder: Path, bad: BadFile) -> Path:
    path = folder / bad.name
    path.write_bytes(bad.make())
    if bad.size_bytes:
        os.truncate(path, bad.size_bytes)
    return path


def test_there_are_three_of_each_kind() -> None:
    counts = Counter(b.kind for b in BAD_FILES)
    kinds = (
        "empty",
        "binary",
        "truncated",
        "locked",
        "scanned",
        "zip bomb",
        "huge",
        "nested",
        "NUL",
        "override",
    )
    assert all(counts[kind] >= 3 for kind in kinds)
    assert len({b.name for b in BAD_FILES}) == len(BAD_FILES) >= 36


@pytest.mark.parametrize("bad", BAD_FILES, ids=[f"{b.kind}:{ascii(b.name)[1:-1]}" for b in BAD_FILES])
def test_a_bad_file_fails_by_its_name_with_the_reason(tmp_path: Path, bad: BadFile) -> None:
    path = write(tmp_path, bad)
    (found,) = collect(path)
    assert isinstance(found, Failure), found
    assert found.path.startswith(str(path))
    assert bad.reason in found.reason
    assert str(found).isprintable()
    assert found.reason.endswith(".")


def test_the_good_files_of_a_folder_are_read_as_if_the_bad_ones_were_not_there(tmp_path: Path) -> None:
    alone, mixed = tmp_path / "alone", tmp_path / "mixed"
    for folder in (alone, mixed):
        folder.mkdir()
        for name, raw in GOOD_FILES.items():
            (folder / name).write_bytes(raw)
    small = [b for b in BAD_FILES if not b.size_bytes]
    for bad in small:
        write(mixed, bad)
    wanted = [f.document.id for f in collect(alone) if isinstance(f, Collected)]
    found = collect(mixed)
    assert len(wanted) == 6
    assert sorted(f.document.id for f in found if isinstance(f, Collected)) == sorted(wanted)
    assert len([f for f in found if isinstance(f, Failure)]) == len(small)


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("cp1251", "Правительственные войска отбили деревню у боевиков в воскресенье. "),
        ("cp1256", "أعلنت الجماعة مسؤوليتها عن الهجوم على القاعدة العسكرية يوم الأحد. "),
        ("cp1252", "La policía informó de que no había víctimas; la presa del río aún resistía. "),
        ("shift_jis", "武装勢力は日曜日の夜、町の近くの警察署を襲撃したと内務省が発表した。"),
    ],
)
def test_a_wrong_encoding_is_read_and_noted_or_refused_but_never_garbled(
    tmp_path: Path, encoding: str, words: str
) -> None:
    for name, raw in {
        "a.txt": (words * 20).encode(encoding),
        "a.html": b'<html><head><meta charset="utf-8"></head><body><p>'
        + (words * 20).encode(encoding)
        + b"</p></body>",
        "a.json": b'{"text": "' + (words * 20).encode(encoding) + b'"}',
    }.items():
        (tmp_path / name).write_bytes(raw)
        (found,) = collect(tmp_path / name)
        if isinstance(found, Collected):
            assert words.strip().rstrip(".") in found.document.text
        else:
            assert "encoding" in found.reason


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.json"])
def test_direction_overrides_stay_in_the_text_and_are_shown_escaped(tmp_path: Path, name: str) -> None:
    words = f"The file was called \u202efdp.exe\u202c. {SENTENCE}"
    content = {"a.txt": words, "a.html": page(body=f"<p>{words}</p>"), "a.json": f'{{"text": "{words}"}}'}[
        name
    ]
    path = tmp_path / f"\u202e{name}"
    path.write_text(content)
    (found,) = collect(path)
    assert isinstance(found, Collected)
    assert "\u202efdp.exe\u202c" in found.document.text
    assert "\\u202e" in str(Failure(path=found.document.path or "", reason="x."))


@pytest.mark.parametrize(
    "title",
    [
        "<script>alert(1)</script>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "</title><script>alert(1)</script>",
    ],
)
def test_a_script_in_a_title_is_never_in_the_text_and_the_title_stays_one_line(
    tmp_path: Path, title: str
) -> None:
    path = tmp_path / "a.html"
    path.write_text(page(title=title + "\n\x1b[31m"))
    (found,) = collect(path)
    assert isinstance(found, Collected)
    assert "alert" not in found.document.text
    assert found.document.title is None or found.document.title.isprintable()


@contextmanager
def without_rights() -> Iterator[Path]:
    """A folder that anybody may enter, and within it no right of a superuser."""
    if sys.platform == "win32":
        pytest.skip("Windows has no file modes")
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


@contextmanager
def as_nobody() -> Iterator[None]:
    """Runs as a user who owns nothing, if this runs as root."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize("name", ["a.txt", "a.pdf", "a.json"])
def test_a_file_without_permission_fails_and_its_neighbours_are_read(name: str) -> None:
    with without_rights() as folder:
        (folder / name).write_bytes(GOOD_FILES["good" + Path(name).suffix])
        (folder / name).chmod(0)
        (folder / "b.txt").write_text(SENTENCE)
        (folder / "closed").mkdir()
        (folder / "closed").chmod(0)
        with as_nobody():
            found = collect(folder)
        (folder / "closed").chmod(0o755)
    failed = {Path(f.path).name: f.reason for f in found if isinstance(f, Failure)}
    assert set(failed) == {name, "closed"}
    assert "permission" in failed[name]
    assert "permission" in failed["closed"]
    assert len([f for f in found if isinstance(f, Collected)]) == 1


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    os.mkfifo(tmp_path / "a.txt")
    (named,) = find_sources([str(tmp_path / "a.txt")])
    assert named.kind is SourceKind.FAILED
    assert "pipe" in (named.reason or "")
    assert [s.kind for s in find_sources([str(tmp_path)])] == [SourceKind.FAILED, SourceKind.SKIPPED]


def test_standard_input_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(b"")
    os.truncate(tmp_path / "large", 101 * 1024 * 1024)
    with (tmp_path / "large").open() as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        (found,) = collect_source(Source(path="-", kind=SourceKind.STDIN), Given(), NOW)
    assert isinstance(found, Failure)
    assert "larger than" in found.reason


@pytest.mark.parametrize(
    "unit",
    ["A ", "By ", "a,", "1 May ", "(", "- ", "Source: ", "published ", ", ", "1.1.", "\u202e", "report "],
)
def test_no_head_of_a_text_takes_long(unit: str) -> None:
    for line in (unit * 3_000, (unit * (150 // len(unit)) + "\n") * 40, "By " + unit * 70 + "!"):
        assert read_head(line, latest=NOW.date()).day is None
