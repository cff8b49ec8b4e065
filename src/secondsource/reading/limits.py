"""Bounds for the reading of one document."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024 * 1024
JOB_BYTES = 1024 * MIB
"""The most that one document, or what was read in it, may take on its way between processes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingLimits:
    """`read_s` is what any text may take, and `chars_per_s` how fast a longer one has to go on: the small model
    reads thirty times as fast on a laptop. `text_chars` is a thick book.
    """

    read_s: float = 120.0
    chars_per_s: float = 500.0
    text_chars: int = 2_000_000
    memory_bytes: int = 6 * 1024 * MIB

    def allowed_s(self, chars: int) -> float:
        """How many seconds a text of so many characters may take."""
        return self.read_s + chars / self.chars_per_s
