"""One parsed text with its actor mentions: what can be asked before attribution, times and places are known.

Every index is a token of `doc`, every range `[start, end)` in tokens; every `Span` is of the original text.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from spacy.tokens import Doc
from spacy.tokens import Span as Sentence

from secondsource.read.english.text.cleaning import Cleaned
from secondsource.read.english.text.sentences import sentence_of
from secondsource.read.english.who.mentions import Equation, FoundMention
from secondsource.records import Span

_BODIES = frozenset({"force", "state", "body", "name"})


@dataclass(eq=False, kw_only=True)
class MentionedText:
    """A parse and the mentions in it."""

    text: str
    cleaned: Cleaned
    doc: Doc
    sentences: tuple[Sentence, ...]
    mentions: tuple[FoundMention, ...] = ()
    # Any form of an actor's name that the text itself equates with a fuller one, and that fullest form.
    aliases: dict[str, str] = field(default_factory=dict)
    # Where the text puts two forms of one name side by side.
    equations: tuple[Equation, ...] = ()
    # Names that organisations, forces and states bear in this text.
    bodies: frozenset[str] = frozenset()
    _mention_of: list[int] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)

    def hold(self, mentions: tuple[FoundMention, ...]) -> None:
        """Puts the mentions into the text, to be found by token."""
        self.mentions = mentions
        self.bodies = frozenset(m.mention.name for m in mentions if m.role in _BODIES)
        self._starts = [m.start for m in mentions]
        self._mention_of = _index(len(self.doc), mentions)

    def span(self, start: int, end: int) -> Span:
        """The original text's span of tokens `[start, end)`, without blanks at its ends."""
        while start < end and self.doc[start].is_space:
            start += 1
        while end > start and self.doc[end - 1].is_space:
            end -= 1
        if start >= end:
            at = self.cleaned.origins[self.doc[min(start, len(self.doc) - 1)].idx]
            return Span(start=at, end=at)
        last = self.doc[end - 1]
        return Span(
            start=self.cleaned.origins[self.doc[start].idx],
            end=self.cleaned.origins[last.idx + len(last) - 1] + 1,
        )

    def words(self, start: int, end: int) -> str:
        """The original words of tokens `[start, end)`, with one blank for every gap."""
        found = self.span(start, end)
        return " ".join(self.text[found.start : found.end].split())

    def sentence(self, token: int) -> Sentence:
        """The sentence that holds the token."""
        return sentence_of(self.doc[token])

    def mention_at(self, token: int) -> FoundMention | None:
        """The actor mention that the token heads, else the smallest one around it; anaphora resolved."""
        found = self._mention_of[token]
        return self.mentions[found] if found >= 0 else None

    def mentions_between(self, start: int, end: int) -> tuple[FoundMention, ...]:
        """The actor mentions that start in `[start, end)`, in order."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _index(length: int, mentions: tuple[FoundMention, ...]) -> list[int]:
    """For each token the mention it heads, else the smallest around it, else -1."""
    found = [-1] * length
    sizes = [length + 1] * length
    for i, mention in enumerate(mentions):
        size = mention.end - mention.start
        for token in range(mention.start, mention.end):
            if size < sizes[token]:
                found[token], sizes[token] = i, size
    for i, mention in enumerate(mentions):
        found[mention.head] = i
    return found
