"""Numbers with their noun, as a sentence says them."""

from __future__ import annotations


def counted(n: int, one: str, many: str | None = None) -> str:
    """A number with its noun.

    >>> counted(1, "document"), counted(3, "document"), counted(2, "family", "families")
    ('1 document', '3 documents', '2 families')
    """
    return f"{n:,} {one if n == 1 else many or one + 's'}"
