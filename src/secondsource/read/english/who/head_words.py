"""Words that head an actor's name or stand for one, with the role and kind they give (actor_heads.toml)."""

from __future__ import annotations

from functools import cache

from secondsource.read.english import lexicon
from secondsource.records import ActorKind


@cache
def bodies() -> frozenset[str]:
    return with_role("body") | with_role("force") | with_role("outlet") | with_role("state")


@cache
def with_role(role: str) -> frozenset[str]:
    return lexicon.words_with("actor_heads", "role", role)


@cache
def kind_of(word: str) -> ActorKind | None:
    for entry in lexicon.entries("actor_heads", ("role", "kind")):
        if word in entry["words"]:
            return ActorKind(entry["kind"])
    return None
