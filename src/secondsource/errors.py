"""The one family of errors: what failed, why, and what to do next."""

from __future__ import annotations


def visible(words: str) -> str:
    """The words with control and direction characters shown escaped, safe to print in a terminal.

    >>> visible("a\\u202eb\\x1b[31m")
    'a\\\\u202eb\\\\x1b[31m'
    """
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in words)


class SecondSourceError(Exception):
    """What a user may see. `what` is the file, row or id; `reason` in the user's words; `advice` the next step."""

    def __init__(self, what: str, reason: str, advice: str | None = None) -> None:
        self.what, self.reason, self.advice = what, reason, advice
        super().__init__(what, reason, advice)

    def __str__(self) -> str:
        parts = f"{visible(self.what)}: {visible(self.reason)}"
        return f"{parts} {visible(self.advice)}" if self.advice else parts


class UnreadableError(SecondSourceError):
    """A file or page that can't be turned into text; nothing of it was kept."""


class CaseError(SecondSourceError):
    """A case file that can't be opened, or was made by another version."""


class NotFoundError(SecondSourceError):
    """An id or name that the case doesn't hold."""


class LexiconError(SecondSourceError):
    """A data file of ours or the user's that breaks its schema; names file and line."""


class JudgementError(SecondSourceError):
    """A judgement that can't be carried out as said."""


class GoldError(SecondSourceError):
    """An annotated text that can't be scored against as it stands; names the file and the statement."""
