"""JSON: one object, a list of them, or one a line; keys that have no field of their own become metadata."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from pathlib import PurePath
from typing import Any

from secondsource.collect.decoding import decode
from secondsource.collect.parts import BadPart, Fit, Part
from secondsource.errors import UnreadableError

_SYNTAX = "It may be cut off; save or export it again."
_ADVICE = 'Each record needs at least "text"; "url", "title", "published" and "outlet" are read too.'


class JsonFormat:
    """One document a record; the raw record is the line, or the file where it holds one object."""

    name = "json"
    version = "1"

    def accepts(self, path: str, head: bytes) -> Fit:
        """By suffix; without one, by a first character and a key."""
        suffix = PurePath(path).suffix.lower()
        if suffix in (".json", ".jsonl", ".ndjson"):
            return Fit.SUFFIX
        return Fit.CONTENT if suffix == "" and re.match(rb'\s*\{\s*"[^"]+"\s*:', head) else Fit.NO

    def parse(self, raw: bytes, path: str) -> Iterable[Part | BadPart]:
        """Parts in the order of the file; a broken line is a BadPart and the others go on."""
        text = decode(raw, path).text.removeprefix("\ufeff")
        if not text.strip():
            raise UnreadableError(path, "is empty.")
        if PurePath(path).suffix.lower() in (".jsonl", ".ndjson"):
            yield from _one_a_line(text, path)
            return
        whole = _load(text)
        if isinstance(whole, list):
            yield from _parts((f"record {n}", r, _canonical(r)) for n, r in enumerate(whole, start=1))
        elif isinstance(whole, dict):
            found = _part(whole, None, path)
            if isinstance(found, BadPart):
                raise UnreadableError(path, found.reason, found.advice)
            yield found
        elif isinstance(whole, _Broken) and isinstance(_load(text.lstrip().split("\n")[0]), dict):
            # Objects one a line under the wrong suffix, and no object that was cut off.
            yield from _one_a_line(text, path)
        elif isinstance(whole, _Broken):
            raise UnreadableError(path, f"is no JSON: {whole}", _SYNTAX)
        else:
            raise UnreadableError(path, "holds no record.", _ADVICE)


def _one_a_line(text: str, path: str) -> Iterator[Part | BadPart]:
    found = list(_parts(_lines(text)))
    if len(found) > 1 and not any(isinstance(f, Part) for f in found):
        # One failure, not one a line, for a file that isn't what its suffix says.
        bad = next(f for f in found if isinstance(f, BadPart))
        raise UnreadableError(path, f"holds no record in any line; {bad.where} {bad.reason}", bad.advice)
    yield from found


def _lines(text: str) -> Iterator[tuple[str, Any, bytes]]:
    # Not splitlines: U+2028 and U+0085 may stand inside a JSON string.
    for number, line in enumerate(text.split("\n"), start=1):
        if stripped := line.strip("\r\t "):
            yield f"line {number}", _load(stripped), stripped.encode("utf-8", "surrogatepass")


def _parts(records: Iterable[tuple[str, Any, bytes]]) -> Iterator[Part | BadPart]:
    for where, record, raw in records:
        if isinstance(record, dict):
            yield _part(record, raw, where)
        else:
            is_broken = isinstance(record, _Broken)
            reason = f"is no JSON: {record}" if is_broken else "is no JSON object."
            yield BadPart(where=where, reason=reason, advice=_SYNTAX if is_broken else _ADVICE)


class _Broken(str):
    """Why a line is no JSON."""

    __slots__ = ()


def _load(text: str) -> Any:
    try:
        return json.loads(text)
    except RecursionError:
        return _Broken("its objects are nested too deeply.")
    except ValueError as error:
        at = f" (at character {error.pos:,})" if isinstance(error, json.JSONDecodeError) else ""
        told = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
        return _Broken(told.lower().removesuffix(" starting at") + at + ".")


def _canonical(record: Any) -> bytes:
    return json.dumps(record, ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode("ascii")


def _part(record: dict[str, Any], raw: bytes | None, where: str) -> Part | BadPart:
    taken: dict[str, str] = {}

    def take(field: str) -> str | None:
        for key in _keys()[field]:
            value = record.get(key)
            if isinstance(value, str) and value.strip() and key not in taken.values():
                taken[field] = key
                return value if field == "text" else value.strip()
        return None

    text = take("text")
    if text is None:
        return BadPart(where=where, reason='has no text under "text".', advice=_ADVICE)
    published, dateline = take("published"), take("dateline")
    # A key that may hold anything stays in the metadata as well, in case it is no day.
    taken.pop("dateline", None)
    url, title, author, language = take("url"), take("title"), take("author"), take("language")
    outlet = take("outlet")
    if outlet is not None and re.match(r"https?://", outlet):
        outlet = None
        taken.pop("outlet")
    used = set(taken.values())
    return Part(
        text=text,
        media_type="application/json",
        record=raw,
        url=url,
        outlet=outlet,
        title=title,
        author=author,
        language=language if language and len(language) <= 3 else None,
        published=published,
        published_from="metadata" if published else None,
        byline=dateline,
        metadata=tuple((k, _words(v)) for k, v in record.items() if k not in used and v is not None),
    )


def _words(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@cache
def _keys() -> dict[str, list[str]]:
    file = resources.files("secondsource.collect.json").joinpath("keys.toml")
    return {k: v for k, v in tomllib.loads(file.read_text(encoding="utf-8")).items() if isinstance(v, list)}


FORMAT = JsonFormat()
