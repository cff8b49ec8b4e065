"""The sample corpus as files: `python -m tests.sample.render [--seed N] OUT`."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from pathlib import Path

from .cast import Cast, default_cast, random_cast
from .office_files import docx_bytes, pdf_bytes
from .places import gazetteer_csv
from .plain_files import csv_bytes, telegram_bytes, txt_bytes
from .templates import SampleDocument, fill_documents, load_tables
from .truth import sources_csv, truth_of
from .web_pages import html_bytes

_WRITERS: dict[str, Callable[[SampleDocument], bytes]] = {
    ".html": html_bytes,
    ".pdf": pdf_bytes,
    ".docx": docx_bytes,
    ".txt": txt_bytes,
    ".json": telegram_bytes,
    ".csv": csv_bytes,
}


def render(cast: Cast, out_dir: Path) -> None:
    """Write `documents/`, `truth.json`, `gazetteer.csv` and `sources.csv` under `out_dir`.

    The same cast gives the same bytes. Files that are already there and bear other names stay.
    """
    tables = load_tables()
    documents = fill_documents(tables["document"], cast)
    for document in documents:
        path = out_dir / "documents" / document.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_WRITERS[path.suffix](document))
    truth = json.dumps(truth_of(tables, documents, cast), ensure_ascii=False, indent=1)
    _write(out_dir / "truth.json", truth + "\n")
    _write(out_dir / "gazetteer.csv", gazetteer_csv(cast.places))
    _write(out_dir / "sources.csv", sources_csv(tables["source"], cast))


def main(arguments: Sequence[str] | None = None) -> None:
    """Render the default cast, or the one drawn by `--seed`, into a folder."""
    parser = argparse.ArgumentParser(prog="python -m tests.sample.render", description=__doc__)
    parser.add_argument("--seed", type=int, help="draw another cast (default: the committed one)")
    parser.add_argument("out", type=Path, metavar="OUT")
    options = parser.parse_args(arguments)
    render(default_cast() if options.seed is None else random_cast(options.seed), options.out)


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode())


if __name__ == "__main__":
    main()
