"""A tree of lines, each with what it rests on, drawn as text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.show.brief.parts import Marks, Runs, Style, Words
from secondsource.show.shown import shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """One line of the tree and what it rests on."""

    runs: Runs
    children: tuple[Branch, ...] = ()


def tree_text(root: Branch) -> str:
    """The tree as lines of text with branches drawn, ready for a terminal or a file."""
    lines = [branch_words(root), *_drawn(root.children, "")]
    return "\n".join(lines) + "\n"


def branch_words(branch: Branch) -> str:
    """One line of the tree as text: control characters visible, quotes in quotation marks."""
    return "".join(_run_words(r) for r in branch.runs).strip()


def _run_words(run: Words | Marks) -> str:
    if isinstance(run, Marks):
        return f"[{', '.join(map(str, run.numbers))}]"
    words = shown(run.text)
    return f"“{words}”" if run.style is Style.QUOTE else words


def _drawn(branches: tuple[Branch, ...], indent: str) -> Iterator[str]:
    for i, branch in enumerate(branches):
        is_last = i == len(branches) - 1
        yield f"{indent}{'└── ' if is_last else '├── '}{branch_words(branch)}"
        yield from _drawn(branch.children, indent + ("    " if is_last else "│   "))
