"""Texts that a person annotated: NAME.txt with NAME.gold.json beside it, in one folder.

The form is that of docs/measuring.md. A statement's place is `start` and `end` in Unicode code points, or its words
as `evidence` (with `nth` where they occur more than once), which is easier by hand; with both, they must agree.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from secondsource.errors import GoldError
from secondsource.records import Span, Stance
from secondsource.score.accounts import Account
from secondsource.score.gold_fields import Fields, told_of

TEXT_SUFFIX, GOLD_SUFFIX = ".txt", ".gold.json"
_MENDED = "Mend it and score again."


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldText:
    """One text, what is known of it, and every statement that a person found in it.

    `published` is a day, month or year in ISO 8601; `outlet` and `language` are None where the file doesn't say.
    """

    name: str
    text: str
    published: str | None
    outlet: str | None
    language: str | None
    accounts: tuple[Account, ...]


def find_gold(folder: Path) -> tuple[str, ...]:
    """The names of the annotated texts in a folder, sorted. Raises GoldError where there are none."""
    if not folder.is_dir():
        raise GoldError(
            str(folder), "no such folder.", "Name the folder that holds NAME.txt and NAME.gold.json."
        )
    names = sorted(f.name.removesuffix(GOLD_SUFFIX) for f in folder.glob(f"*{GOLD_SUFFIX}"))
    if not names:
        raise GoldError(
            str(folder),
            f"holds no NAME{GOLD_SUFFIX}.",
            'Annotate texts as docs/measuring.md says, or start from "secondsource judge export".',
        )
    return tuple(names)


def read_gold(folder: Path, name: str) -> GoldText:
    """One annotated text. Raises GoldError that names all that is wrong in it."""
    file = folder / f"{name}{GOLD_SUFFIX}"
    text = _text_of(folder / f"{name}{TEXT_SUFFIX}")
    try:
        gold = Fields.of(json.loads(file.read_bytes()), "it")
        actors = {key: gold.only("actors").words(key) for key in gold.only("actors")}
        if nameless := [key for key, names in actors.items() if not names]:
            raise ValueError(f'actors: "{nameless[0]}" has no names')
        statements = gold.many("statements")
        published, outlet, language = (gold.word(key) for key in ("published", "outlet", "language"))
    except (OSError, ValueError, RecursionError) as error:
        raise GoldError(str(file), f"can't be used: {error}.", _MENDED) from None
    accounts, wrong = [], []
    for number, statement in enumerate(statements, 1):
        try:
            accounts.append(_account(statement, text, actors))
        except ValueError as error:
            wrong.append(f"statement {number}: {error}")
    if wrong:
        raise GoldError(str(file), f"can't be used: {'; '.join(wrong)}.", _MENDED)
    return GoldText(
        name=name,
        text=text,
        published=published,
        outlet=outlet,
        language=language,
        accounts=tuple(accounts),
    )


def _text_of(file: Path) -> str:
    try:
        # Line ends stay as they are: offsets count them.
        return file.read_bytes().decode("utf-8")
    except FileNotFoundError:
        raise GoldError(
            str(file), "is not there, though its annotations are.", "Put it beside them."
        ) from None
    except OSError as error:
        raise GoldError(str(file), f"can't be read: {(error.strerror or str(error)).lower()}.") from None
    except UnicodeDecodeError:
        raise GoldError(str(file), "is not in UTF-8.", "Save it as UTF-8.") from None


def _account(statement: Fields, text: str, actors: Mapping[str, tuple[str, ...]]) -> Account:
    kind = statement.needed("kind")
    return Account(
        span=_span(statement, text),
        chain=tuple(statement.actor(key, actors) for key in statement.words("chain")),
        stance=statement.choice("stance", Stance),
        told=told_of(kind, statement, actors),
        is_optional=statement.flag("optional"),
    )


def _span(statement: Fields, text: str) -> Span:
    evidence, start, end = statement.word("evidence"), statement.number("start"), statement.number("end")
    if start is None or end is None:
        if evidence is None:
            raise ValueError('has neither "start" and "end" nor "evidence"')
        start = _nth(text, evidence, statement.number("nth") or 1)
        end = start + len(evidence)
    if not 0 <= start < end <= len(text):
        raise ValueError(f"its span {start} to {end} lies off the text, which has {len(text)} characters")
    if evidence is not None and text[start:end] != evidence:
        raise ValueError(f'at {start} to {end} the text reads "{_short(text[start:end])}", not its evidence')
    return Span(start=start, end=end)


def _nth(text: str, evidence: str, nth: int) -> int:
    start = -1
    for _ in range(nth):
        start = text.find(evidence, start + 1)
        if start < 0:
            often = f" {nth} times" if nth > 1 else ""
            raise ValueError(f'the text doesn\'t hold "{_short(evidence)}"{often}')
    return start


def _short(words: str, most: int = 60) -> str:
    return words if len(words) <= most else words[: most - 1] + "…"
