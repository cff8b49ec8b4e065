"""JSON records become documents; what has no field of its own is kept as metadata."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest

from secondsource.collect import Collected, Failure
from tests.collect.test_text import collect

RECORD = {
    "text": "Militants attacked a post near the town of Orlo.",
    "url": "https://news.example/a",
    "title": "Post attacked",
    "published": "2021-05-26",
    "outlet": "Orlo Post",
    "desk": "north",
    "rank": 3,
    "nothing": None,
}


def test_an_object_gives_a_document_with_its_fields(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(RECORD, indent=2))
    (found,) = collect(path)
    assert isinstance(found, Collected)
    document = found.document
    assert (document.text, document.title, document.outlet) == (
        RECORD["text"],
        RECORD["title"],
        RECORD["outlet"],
    )
    assert document.published is not None
    assert (document.published.edtf, document.published_from) == ("2021-05-26", "metadata")
    assert document.metadata == (("desk", "north"), ("rank", "3"))
    assert found.raw == path.read_bytes()


def test_each_line_is_a_document_named_by_its_own_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = [json.dumps(RECORD | {"title": t}) for t in "abc"]
    path.write_text("\r\n".join(lines) + "\n\n")
    found = [f for f in collect(path) if isinstance(f, Collected)]
    assert [f.document.title for f in found] == ["a", "b", "c"]
    assert [f.raw.decode() for f in found] == lines
    assert all(hashlib.sha256(f.raw).hexdigest() == f.document.raw_sha256 for f in found)


def test_a_list_of_objects_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps([RECORD, RECORD | {"title": "b"}]))
    assert len(collect(path)) == 2


def test_a_broken_line_fails_by_its_number_and_the_others_go_on(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    good = json.dumps(RECORD)
    path.write_text("\n".join([good, '{"text": "cut o', "[1]", '{"title": "x"}', good]))
    found = collect(path)
    assert [isinstance(f, Failure) for f in found] == [False, True, True, True, False]
    assert [f.path.split(", ")[-1] for f in found if isinstance(f, Failure)] == ["line 2", "line 3", "line 4"]


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_a_broken_file_of_many_lines_is_one_failure(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(json.dumps(RECORD, indent=1)[:-30])
    (found,) = collect(path)
    assert isinstance(found, Failure)
    assert found.path == str(path)


def test_objects_one_a_line_are_read_under_the_wrong_suffix(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(RECORD) + "\n" + json.dumps(RECORD | {"title": "b"}))
    assert len([f for f in collect(path) if isinstance(f, Collected)]) == 2


@pytest.mark.parametrize(
    ("record", "field", "value"),
    [
        ({"source": "UK Government"}, "outlet", "UK Government"),
        ({"source": "https://a.example"}, "outlet", None),
        ({"outlet": "A", "source": "B"}, "outlet", "A"),
        ({"headline": "H"}, "title", "H"),
        ({"byline": "Ada Lund"}, "author", "Ada Lund"),
        ({"lang": "ar-IQ"}, "language", "en"),
        ({"lang": "ar"}, "language", "ar"),
        ({"date": "26 May 2021"}, "published_from", "metadata"),
        ({"date": "soon"}, "published_from", None),
        ({"header": "LIMA, 3 NOV 89 (AFP) --"}, "published_from", "dateline"),
        ({"url": "https://a.example/2021/05/26/x"}, "published_from", "url"),
        ({"published": "2999-01-01"}, "published_from", None),
    ],
)
def test_usual_keys_are_understood(
    tmp_path: Path, record: dict[str, str], field: str, value: str | None
) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"text": RECORD["text"]} | record))
    (found,) = collect(path)
    assert isinstance(found, Collected)
    assert getattr(found.document, field) == value


def test_unsafe_characters_are_replaced_one_for_one(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"text": "a\\u0000b\\ud800c\\u202ed\\n", "k": "\\ud800"}')
    (found,) = collect(path)
    assert isinstance(found, Collected)
    assert found.document.text == "a b\ufffdc\u202ed\n"
    assert found.document.metadata == (("k", "\ufffd"),)


def test_the_re3d_set_loads_one_document_a_line() -> None:
    folder = Path(os.environ.get("SECONDSOURCE_DATA", "../shared/data")) / "re3d"
    if not folder.is_dir():
        pytest.skip(f"no data at {folder}: set SECONDSOURCE_DATA")
    found = collect(folder)
    assert len(found) == sum(len(p.read_text("utf-8").splitlines()) for p in folder.glob("*.jsonl"))
    assert all(isinstance(f, Collected) and f.document.outlet and f.document.title for f in found)
