"""A brief in which every word of a source is nasty."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from hypothesis import strategies as st

T = TypeVar("T")
_OURS = {"key"}  # a section's key is ours, never a source's

NASTY = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        [
            "<script>alert(1)</script>",
            "</style><script>x</script>",
            '"><img src=x onerror=alert(1)>',
            "' onmouseover='x",
            "javascript:alert(1)",
            "http://evil.example/x.js",
            "www.evil.example",
            "someone@evil.example",
            "[a](http://evil.example)",
            "![a](http://evil.example)",
            "<http://evil.example>",
            "[a]: http://evil.example",
            "a | b | c",
            "**a** _b_ `c` ~~d~~",
            "``` \n# heading\n- x\n> y",
            "1. one",
            "1) one",
            "+ x",
            "# x",
            "&lt;b&gt; &amp; &#x3c;",
            "{{ 7*7 }} {% raw %}",
            "a\u202egnp.exe\u202c b",
            "\u2067x\u2069",
            "nul\x00 bell\x07 esc\x1b[31m",
            "\ud800 alone",
            "مطار هالدن",
            "line\nbreak\r\n\u2028para\u2029",
            "]]>",
            "<!-- x -->",
            "$x^2$",
            "\\",
            "\\[",
        ]
    ),
)


def spoil(value: T, nasty: str) -> T:
    """The same record with every string in it made nasty."""
    return _spoil(value, nasty)  # type: ignore[no-any-return]


def _spoil(value: Any, nasty: str) -> Any:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return nasty
    if isinstance(value, tuple):
        return tuple(_spoil(v, nasty) for v in value)
    if is_dataclass(value) and not isinstance(value, type):
        changes = {
            f.name: _spoil(getattr(value, f.name), nasty) for f in fields(value) if f.name not in _OURS
        }
        return replace(value, **changes)
    return value
