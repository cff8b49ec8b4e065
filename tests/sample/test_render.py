"""The corpus keeps its promises: same bytes, no placeholder left, and truth that quotes the documents."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest

from .cast import Cast, default_cast, random_cast
from .render import render

COMMITTED = Path(__file__).parents[2] / "src" / "secondsource" / "sample"
_RENDERED = ("documents/", "truth.json", "gazetteer.csv", "sources.csv")
CASTS = [default_cast(), *map(random_cast, range(1, 6))]


@pytest.fixture(params=CASTS, ids=lambda cast: f"seed {cast.seed}")
def rendered(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    cast: Cast = request.param
    render(cast, tmp_path)
    return tmp_path


def test_committed_sample_is_the_default_rendering(tmp_path: Path) -> None:
    render(default_cast(), tmp_path)
    assert _contents(tmp_path) == {k: v for k, v in _contents(COMMITTED).items() if k.startswith(_RENDERED)}


def test_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    render(random_cast(7), tmp_path / "a")
    render(random_cast(7), tmp_path / "b")
    assert _contents(tmp_path / "a") == _contents(tmp_path / "b")


def test_no_placeholder_is_left(rendered: Path) -> None:
    for path, text in _texts(rendered).items():
        assert not re.search(r"\{[a-z]+[.:]", text), path
    assert not re.search(r"\{[a-z]+[.:]", (rendered / "truth.json").read_text())


def test_claims_stand_in_their_documents(rendered: Path) -> None:
    truth, texts = _truth(rendered), _texts(rendered)
    forms = {name: actor["names"] for actor in truth["actors"] for name in actor["names"]}
    places = {line.split(",")[0] for line in (rendered / "gazetteer.csv").read_text().splitlines()}
    for claim in truth["claims"]:
        assert claim["place"] in places
        for document in claim["documents"]:
            assert any(name in texts[document] for name in forms[claim["claimant"]]), claim["key"]


def test_quoted_words_stand_in_their_documents(rendered: Path) -> None:
    truth, texts = _truth(rendered), _texts(rendered)
    for row in [*truth["not_claims"], truth["wrong_year"]]:
        assert row["words"] in texts[row["document"]]


def test_every_document_named_in_truth_exists(rendered: Path) -> None:
    truth, texts = _truth(rendered), _texts(rendered)
    named = {name for copies in truth["copies"] for name in copies}
    for rows in (truth[key] for key in ("claims", "ties", "threats", "emergences", "channels", "denials")):
        named |= {name for row in rows for name in row["documents"]}
    assert named <= texts.keys()
    assert {row["file"] for row in truth["documents"]} == texts.keys()


def test_each_rule_decides_a_verdict(rendered: Path) -> None:
    claims = _truth(rendered)["claims"]
    for claim in claims:
        for change in claim["without"]:
            assert change["rule"] in claim["exercises"]
            event, authorship = claim["event"], claim["authorship"]
            assert change.get("event", event["verdict"]) != event["verdict"] or (
                change.get("authorship", authorship["verdict"]) != authorship["verdict"]
                or change["credibility"] != event["credibility"]
            )


def test_equal_casts_differ_between_seeds() -> None:
    assert len({cast.names["g.hammer"] + cast.names["p.sorna"] for cast in CASTS}) > len(CASTS) // 2


def _truth(folder: Path) -> dict[str, Any]:
    truth: dict[str, Any] = json.loads((folder / "truth.json").read_text())
    return truth


def _contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def _texts(folder: Path) -> dict[str, str]:
    documents = folder / "documents"
    files = [path for path in sorted(documents.rglob("*")) if path.is_file()]
    return {path.relative_to(documents).as_posix(): _text(path) for path in files}


def _text(path: Path) -> str:
    """The words of a file on one line, typographic apostrophes made plain."""
    if path.suffix == ".pdf":
        pages = pypdfium2.PdfDocument(path)
        words = "\n".join(page.get_textpage().get_text_range() for page in pages)
    elif path.suffix == ".docx":
        words = "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
    elif path.suffix == ".html":
        words = html.unescape(re.sub(r"<[^>]+>", " ", path.read_text(encoding="utf-8")))
    else:
        words = path.read_text(encoding="utf-8")
    return " ".join(words.replace("\u2019", "'").split())
