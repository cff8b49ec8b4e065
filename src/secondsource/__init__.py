"""Second Source: count origins, not articles.

Reads reporting on armed groups and says who claims what, who is accused of it, who merely reports it, and
how well each claim is supported, with the words of the source under every answer.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Case", "Read", "create_case", "open_case", "read_text"]

if TYPE_CHECKING:
    from secondsource.api import Case, Read, create_case, open_case, read_text


def __getattr__(name: str) -> Any:
    # The API pulls in the parser; whoever wants the records or the version alone shouldn't wait for it.
    if name in __all__:
        return getattr(import_module("secondsource.api"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
