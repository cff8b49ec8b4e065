"""A text file becomes one document that holds it to the last character."""

from __future__ import annotations

import codecs
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as given_by
from hypothesis import strategies as st

from secondsource.collect import Collected, Failure, Given, SkippedRow, collect_source, find_sources

NOW = datetime(2026, 1, 15, 12, tzinfo=UTC)
STORY = "New militias\r\n\r\nBy Ada Lund\r\nMay 26, 2021\r\n\r\nMilitants attacked a post near the town of Orlo.\r\n"


def collect(path: Path, given: Given | None = None) -> list[Collected | SkippedRow | Failure]:
    return [r for s in find_sources([str(path)]) for r in collect_source(s, given or Given(), NOW)]


def only_document(path: Path, given: Given | None = None) -> Collected:
    (result,) = collect(path, given)
    assert isinstance(result, Collected)
    return result


def test_text_title_author_day_and_language_are_found(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(STORY.encode())
    found = only_document(path)
    document = found.document
    assert document.text == STORY
    assert (document.title, document.author, document.language) == ("New militias", "Ada Lund", "en")
    assert document.published is not None
    assert (document.published.edtf, document.published_from) == ("2021-05-26", "by-line")
    assert (document.outlet, document.url, document.path) == (None, None, str(path))
    assert found.raw == STORY.encode()


def test_what_the_user_gives_wins(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(STORY.encode())
    given = Given(outlet="The Post", published="2020-02", title="T", language="fr", marking="TLP:GREEN")
    document = only_document(path, given).document
    assert document.published is not None
    assert (document.outlet, document.published.edtf, document.published_from) == (
        "The Post",
        "2020-02",
        "given",
    )
    assert (document.title, document.language, document.marking) == ("T", "fr", "TLP:GREEN")


def test_the_same_bytes_give_the_same_id_wherever_they_lie(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("a.txt", "b/c.txt"):
        (tmp_path / name).write_bytes(STORY.encode())
    first, second = (only_document(tmp_path / n).document.id for n in ("a.txt", "b/c.txt"))
    assert first == second
    assert first.startswith("sha256:")
    assert only_document(tmp_path / "a.txt", Given(outlet="The Post")).document.id != first


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (codecs.BOM_UTF8 + "Vergüenza\n".encode(), "\ufeffVergüenza\n"),
        ("Vergüenza\n".encode("utf-16"), "Vergüenza\n"),
        ("Militants attacked\n".encode("utf-16-le"), "Militants attacked\n"),
        ("Militants attacked\n".encode("utf-16-be"), "Militants attacked\n"),
        (
            ("Правительственные войска отбили деревню. " * 9).encode("cp1251"),
            "Правительственные войска отбили деревню. " * 9,
        ),
        ("Iran’s new “loyal” militias – by Ahmad".encode("cp1252"), "Iran’s new “loyal” militias – by Ahmad"),
        (
            "Wojska rządowe odbiły wieś w niedzielę.".encode("cp1250"),
            "Wojska rządowe odbiły wieś w niedzielę.",
        ),
        (("Vergüenza y dolor. " * 30).encode() + b"\xc3", "Vergüenza y dolor. " * 30 + "\ufffd"),
    ],
    ids=["utf-8 mark", "utf-16 mark", "utf-16-le", "utf-16-be", "cp1251", "cp1252", "cp1250", "cut off"],
)
def test_encodings_are_told_and_no_character_is_lost(tmp_path: Path, raw: bytes, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(raw)
    assert only_document(path).document.text == text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given_by(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1))
def test_a_utf8_text_is_kept_unchanged_or_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    (result,) = collect(path)
    if isinstance(result, Collected):
        with path.open(encoding=dict(result.document.metadata).get("encoding", "utf-8"), newline="") as file:
            assert result.document.text == file.read()
    else:
        assert not text.strip("\ufeff \t\r\n\f\v")


def test_folders_are_walked_in_order_and_tell_what_they_pass_over(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "a.md", "b/d.txt", "e.xyz", ".hidden.txt", "~$lock.txt", "README"):
        (tmp_path / name).write_text("Some words.")
    (tmp_path / "b" / "loop").symlink_to(tmp_path)
    sources = find_sources([str(tmp_path), str(tmp_path / "c.txt"), "-", "https://news.example/a"])
    assert [(Path(s.path).name, str(s.kind)) for s in sources[:-2]] == [
        ("README", "skipped"),
        ("a.md", "file"),
        ("d.txt", "file"),
        ("c.txt", "file"),
        ("e.xyz", "skipped"),
    ]
    assert [str(s.kind) for s in sources[-2:]] == ["stdin", "address"]
    assert sources[4].reason == "no format reads .xyz."


def test_a_named_file_of_no_known_format_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "a.xyz").write_text("words")
    (result,) = collect(tmp_path / "a.xyz")
    assert isinstance(result, Failure)
    assert "no format reads .xyz" in result.reason


@pytest.mark.parametrize(("name", "advice"), [("a.xlsx", "as CSV"), ("a.csv.GZ", "Unpack it")])
def test_what_can_be_saved_or_unpacked_says_so(tmp_path: Path, name: str, advice: str) -> None:
    (tmp_path / name).write_bytes(b"\x1f\x8b\0\0")
    (result,) = collect(tmp_path / name)
    assert isinstance(result, Failure)
    assert advice in (result.advice or "")


def test_a_missing_file_and_an_empty_folder_are_failures(tmp_path: Path) -> None:
    for path in (tmp_path / "nothing.txt", tmp_path):
        (result,) = collect(path)
        assert isinstance(result, Failure)
