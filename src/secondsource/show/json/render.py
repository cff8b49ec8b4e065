"""A brief as one JSON object: the tree of `brief.parts` by its own field names, each block with its kind."""

from __future__ import annotations

import json
from typing import Any

from secondsource.codec import to_plain
from secondsource.show.brief.parts import (
    Block,
    Brief,
    Bullets,
    Line,
    Marks,
    Row,
    Runs,
    Section,
    Table,
    bare_words,
    cited,
)

_VERSION = 1


class JsonFormat:
    """The words of sources stay exactly as they are; escaping is JSON's own."""

    name = "json"
    suffix = ".json"

    def render(self, brief: Brief) -> bytes:
        """UTF-8, indented, keys in the order of the tree."""
        tree = {
            "format": "secondsource brief",
            "version": _VERSION,
            "title": brief.title,
            "counts": [_line(line) for line in brief.counts],
            "sections": [_section(s) for s in brief.sections],
            "timeline": to_plain(brief.timeline),
            "undrawn": brief.undrawn,
            "citations": to_plain(brief.citations),
            "chances": to_plain(brief.chances),
        }
        words = json.dumps(tree, ensure_ascii=False, indent=1)
        return (words + "\n").encode("utf-8", "backslashreplace")


FORMAT = JsonFormat()


def _section(section: Section) -> dict[str, Any]:
    blocks = [_block(b) for b in section.blocks]
    return {"key": section.key, "title": section.title, "note": section.note, "blocks": blocks}


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Line):
        return {"kind": "line", **_line(block)}
    if isinstance(block, Table):
        return {"kind": "table", "columns": list(block.columns), "rows": [_row(r) for r in block.rows]}
    if isinstance(block, Bullets):
        return {"kind": "bullets", "lead": block.lead, "lines": [_line(line) for line in block.lines]}
    return {"kind": "part", **_runs(block.title), "blocks": [_block(b) for b in block.blocks]}


def _line(line: Line) -> dict[str, Any]:
    return {**_runs(line.runs), "grounds": line.grounds.value}


def _row(row: Row) -> dict[str, Any]:
    return {"cells": [_runs(cell) for cell in row.cells], "grounds": row.grounds.value}


def _runs(runs: Runs) -> dict[str, Any]:
    """The words in one string, the numbers cited, and the runs for those who keep the style."""
    parts = [
        {"numbers": list(r.numbers), "against": list(r.against), "more": r.more}
        if isinstance(r, Marks)
        else {"text": r.text, "style": r.style.value, "is_foreign": r.is_foreign}
        for r in runs
    ]
    return {"words": bare_words(runs), "citations": list(cited(runs)), "runs": parts}
