"""Which tokens somebody says: the scopes of attributions, and the chain that they give each token."""

from __future__ import annotations

from dataclasses import dataclass, field

from secondsource.records import Holder


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Tokens `[start, end)` that these holders say. `is_relay`: an outlet that carries the whole sentence."""

    start: int
    end: int
    holders: tuple[Holder, ...]
    cue: int
    is_relay: bool = False


@dataclass(slots=True)
class Scopes:
    """All scopes of a text; the chain of a token is that of every scope around it, widest first."""

    scopes: list[Scope] = field(default_factory=list)
    _by_token: dict[int, list[Scope]] = field(default_factory=dict)

    def add(self, scope: Scope) -> None:
        """Keeps a scope that holds at least one token."""
        if scope.start < scope.end and scope.holders:
            self.scopes.append(scope)
            for token in range(scope.start, scope.end):
                self._by_token.setdefault(token, []).append(scope)

    def around(self, token: int) -> list[Scope]:
        """The scopes around a token, outermost first: relays, then by width."""
        return sorted(self._by_token.get(token, []), key=lambda s: (not s.is_relay, s.start - s.end, s.cue))

    def chain_at(self, token: int) -> tuple[Holder, ...]:
        """The holders around the token, outermost first, each name once (where it stands last)."""
        chain: list[Holder] = []
        for scope in self.around(token):
            for holder in scope.holders:
                if any(bare(h.name) == bare(holder.name) for h in chain):
                    continue
                chain.append(holder)
        return tuple(chain)


def bare(name: str) -> str:
    """The name without its article, in lower case: what makes two holders one.

    >>> bare("The Harbour Times") == bare("Harbour Times")
    True
    """
    return name.lower().removeprefix("the ")
