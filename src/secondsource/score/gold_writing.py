"""Statements that a person judged right, written as an annotated text: NAME.txt and NAME.gold.json."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import Any

from secondsource.errors import SecondSourceError
from secondsource.records import Document, ResolvedStatement
from secondsource.resolve.actor_roles import roles_of
from secondsource.score.accounts import (
    Account,
    Names,
    People,
    ToldChannel,
    ToldEmergence,
    ToldEvent,
    ToldFinding,
    ToldNaming,
    ToldThreat,
    ToldTie,
    account_of,
)
from secondsource.score.agreement import telling_words
from secondsource.score.event_names import annotated_name
from secondsource.score.gold import GOLD_SUFFIX, TEXT_SUFFIX

_DAY = re.compile(r"\d{4}(-\d\d){0,2}")
_NAME_CHARS, _HASH_CHARS = 60, 12


def gold_name(document: Document) -> str:
    """The name of its files: the document's own, made safe, and the beginning of its hash, so that no two clash.

    >>> from types import SimpleNamespace
    >>> gold_name(SimpleNamespace(path="in/My report.html", url=None, id="sha256:0123456789abcdef"))
    'My-report-0123456789ab'
    """
    stem = PurePath(document.path or document.url or "text").stem
    safe = re.sub(r"[^\w-]+", "-", stem, flags=re.ASCII).strip("-")[:_NAME_CHARS] or "text"
    return f"{safe}-{document.id.rpartition(':')[2][:_HASH_CHARS]}"


def gold_json(document: Document, statements: Iterable[ResolvedStatement]) -> str:
    """The annotations of a document: what is known of it, its actors with the names it has for them, its statements.

    An actor's names are those that the statements of this document give it, the longest first. Days are those that
    the case found. Targets named by small words alone ("the militants") are left out, since nothing tells them apart.
    """
    in_order = sorted(statements, key=lambda s: (s.statement.span, s.statement.id))
    keys = _Keys(in_order)
    published = document.published.edtf if document.published else None
    gold = {
        "doc": gold_name(document),
        "published": published if published and _DAY.fullmatch(published) else None,
        "outlet": document.outlet,
        "language": document.language,
        "marking": document.marking,
        "actors": keys.actors(),
        "statements": [_statement(s, document.text, keys) for s in in_order],
    }
    return json.dumps(gold, ensure_ascii=False, indent=1) + "\n"


def write_gold(folder: Path, document: Document, gold: str) -> bool:
    """Writes both files; False, and nothing, if annotations of that name are there: somebody may have mended them.

    Raises SecondSourceError where they can't be written.
    """
    name = gold_name(document)
    file = folder / f"{name}{GOLD_SUFFIX}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if file.exists():
            return False
        (folder / f"{name}{TEXT_SUFFIX}").write_bytes(document.text.encode("utf-8"))
        # The annotations come last and whole: without them the text counts as not exported yet.
        unfinished = file.with_name(f"{file.name}.part")
        unfinished.write_text(gold, encoding="utf-8", newline="\n")
        unfinished.replace(file)
    except OSError as error:
        reason = (error.strerror or "can't be written").lower()
        raise SecondSourceError(
            str(folder), f"can't be written to: {reason}.", "Name a folder that is yours."
        ) from None
    return True


class _Keys:
    """A short key for each actor of a document, and the names that its statements have for it."""

    def __init__(self, statements: Iterable[ResolvedStatement]) -> None:
        self._names: dict[str, dict[str, None]] = {}
        self._actor_of: dict[str, str] = {}
        for resolved in statements:
            for name, actor in _named(resolved):
                first = self._actor_of.setdefault(name, actor)
                self._names.setdefault(first, {})[name] = None
        self._keys = {actor: self._fullest(actor)[0] for actor in self._names}

    def actors(self) -> dict[str, Names]:
        """The names by key, sorted."""
        return {key: self._fullest(actor) for actor, key in sorted(self._keys.items(), key=lambda k: k[1])}

    def __getitem__(self, names: Names) -> str:
        return self._keys[self._actor_of[names[0]]]

    def _fullest(self, actor: str) -> Names:
        return tuple(sorted(self._names[actor], key=lambda n: (-len(n), n)))


def _named(resolved: ResolvedStatement) -> Iterator[tuple[str, str]]:
    """Every name in a statement with the id of the actor that it was resolved to."""
    ids = {(a.role, a.position): a.actor_id for a in resolved.actors}
    for role in roles_of(resolved.statement):
        yield role.name, ids.get((role.role, role.position), f"name:{role.name}")


def _statement(resolved: ResolvedStatement, text: str, keys: _Keys) -> dict[str, Any]:
    account = account_of(resolved)
    return {
        "kind": account.kind,
        "start": account.span.start,
        "end": account.span.end,
        "evidence": text[account.span.start : account.span.end],
        "chain": [keys[names] for names in account.chain],
        "stance": account.stance.value,
        "optional": account.is_optional,
        account.kind: _told(account, keys),
    }


def _told(account: Account, keys: _Keys) -> dict[str, Any]:
    match account.told:
        case ToldEvent() as event:
            return {
                "type": annotated_name(event.type),
                "by": [{"actor": keys[names], "status": status.value} for names, status in event.by],
                "on": _telling(event.on),
                "place": _telling(event.places) or None,
                "when": event.when.edtf if event.when else None,
                "killed": _people(event.killed),
                "injured": _people(event.injured),
            }
        case ToldTie() as tie:
            return {"from": keys[tie.from_], "relation": tie.relation.value, "to": keys[tie.to]}
        case ToldNaming() as naming:
            return {"name": naming.name, "also": list(naming.also)}
        case ToldEmergence() as emergence:
            when = emergence.when.edtf if emergence.when else None
            return {"actor": keys[emergence.actor], "when": when}
        case ToldThreat() as threat:
            return {"by": keys[threat.by], "on": _telling(threat.on), "deadline": threat.deadline}
        case ToldChannel() as channel:
            return {
                "actor": keys[channel.actor],
                "medium": channel.medium.value,
                "authenticity": channel.authenticity.value,
            }
        case ToldFinding() as finding:
            return {"outcome": finding.outcome.value, "what": finding.what}


def _telling(words: tuple[str, ...]) -> list[str]:
    return [w for w in words if telling_words(w)]


def _people(people: People | None) -> list[int | None] | None:
    return list(people) if people else None
