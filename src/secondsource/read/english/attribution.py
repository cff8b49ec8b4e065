"""Who says what: for each token the chain of holders around it, outermost first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from secondsource.read.english.mentions import FoundMention
from secondsource.records import Holder, HolderKind, Span

_CUES = frozenset(
    "say claim report announce state tell add allege admit confirm deny believe declare assert note reveal maintain insist warn accuse disclose inform explain describe suggest argue stress acknowledge charge write quote mention".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Tokens `[start, end)` that these holders say."""

    start: int
    end: int
    holders: tuple[Holder, ...]


@dataclass(slots=True)
class Scopes:
    """All scopes of a text; the chain of a token is that of every scope around it, widest first."""

    scopes: list[Scope] = field(default_factory=list)

    def chain_at(self, token: int) -> tuple[Holder, ...]:
        """The holders around the token, outermost first."""
        around = [s for s in self.scopes if s.start <= token < s.end]
        around.sort(key=lambda s: s.start - s.end)
        return tuple(h for s in around for h in s.holders)


def find_scopes(
    doc: Doc,
    mention_at: Callable[[int], FoundMention | None],
    span: Callable[[int, int], Span],
    words: Callable[[int, int], str],
) -> Scopes:
    """The scopes of all attributions in the text."""
    found = Scopes()
    for token in doc:
        if token.lemma_ in _CUES and token.pos_ == "VERB":
            for subject in token.children:
                if subject.dep_ == "nsubj":
                    mention = mention_at(subject.i)
                    if mention:
                        for start, end in _contents(token):
                            found.scopes.append(Scope(start=start, end=end, holders=(holder(mention),)))
    return found


def holder(mention: FoundMention) -> Holder:
    """The mention as a link of a chain."""
    kind = {
        "outlet": HolderKind.OUTLET, "office": HolderKind.OFFICIAL, "person": HolderKind.OFFICIAL,
        "source": HolderKind.UNNAMED, "force": HolderKind.OFFICIAL, "state": HolderKind.OFFICIAL,
    }.get(mention.role, HolderKind.GROUP)  # fmt: skip
    return Holder(name=mention.mention.name, kind=kind, span=mention.mention.span)


def _contents(cue: Token) -> Iterator[tuple[int, int]]:
    for child in cue.children:
        if child.dep_ in {"ccomp", "parataxis"}:
            yield child.left_edge.i, child.right_edge.i + 1


def clause(doc: Doc, token: int) -> tuple[int, int]:
    """The sentence, until clauses are told apart."""
    sent = doc[token].sent
    return sent.start, sent.end
