"""One parsed text with all that the detectors share: mentions, chains, stance, times and places by token.

Every index is a token of `doc`, every range `[start, end)` in tokens; every `Span` is of the original text.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as Sentence

from secondsource.read.english import anaphora, attribution, namings, recurrences, stance
from secondsource.read.english import places as find_place
from secondsource.read.english import times as find_time
from secondsource.read.english.cleaning import Cleaned, clean
from secondsource.read.english.holders import Speakers
from secondsource.read.english.mentions import Equation, FoundMention, find_mentions
from secondsource.read.english.model import parse_text
from secondsource.read.english.sentences import sentence_of
from secondsource.records import Holder, PlaceMention, Span, Stance, TimeMention

_BODIES = frozenset({"force", "state", "body", "name"})


@dataclass(eq=False, kw_only=True)
class ParsedText:
    """What one pass of the parser gives, and what mentions, attribution, times and places add to it."""

    text: str
    cleaned: Cleaned
    doc: Doc
    sentences: tuple[Sentence, ...]
    # Who publishes the text, where that may be a party ("we" is then its word).
    publisher: str | None = None
    mentions: tuple[FoundMention, ...] = ()
    # Any form of an actor's name that the text itself equates with a fuller one, and that fullest form.
    aliases: dict[str, str] = field(default_factory=dict)
    # Where the text puts two forms of one name side by side.
    equations: tuple[Equation, ...] = ()
    # Turns the subject of a speech verb into holders; set by `parse`.
    speakers: Speakers = field(init=False)
    scopes: attribution.Scopes = field(default_factory=attribution.Scopes)
    # Names that organisations, forces and states bear in this text.
    bodies: frozenset[str] = frozenset()
    _mention_of: list[int] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    times: tuple[find_time.FoundTime, ...] = ()
    places: tuple[find_place.FoundPlace, ...] = ()
    _stances: dict[int, Stance] = field(default_factory=dict)

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

    def times_between(self, start: int, end: int) -> tuple[find_time.FoundTime, ...]:
        """The time expressions that start in `[start, end)`, in order."""
        first = bisect_left(self.times, start, key=lambda t: t.start)
        return self.times[first : bisect_left(self.times, end, key=lambda t: t.start)]

    def places_between(self, start: int, end: int) -> tuple[find_place.FoundPlace, ...]:
        """The places that start in `[start, end)`, in order."""
        first = bisect_left(self.places, start, key=lambda p: p.start)
        return self.places[first : bisect_left(self.places, end, key=lambda p: p.start)]

    def chain_at(self, token: int) -> tuple[Holder, ...]:
        """Who says what this token is part of, outermost first; empty is the document's own voice."""
        return self.scopes.chain_at(token)

    def stance_at(self, token: int) -> Stance:
        """How the origin stands to the predicate at this token (negated, denied, hedged or asserted)."""
        if token not in self._stances:
            self._stances[token] = stance.stance_at(self.doc, token)
        return self._stances[token]

    def clause(self, token: int) -> tuple[int, int]:
        """The tokens `[start, end)` that are evidence for the predicate at this token, within its sentence."""
        return attribution.clause(self.doc, token)

    def reach(self, token: int) -> tuple[int, int]:
        """The part of the sentence that the same holder says: a day beside "said" dates the saying."""
        sent = sentence_of(self.doc[token])
        start, end = sent.start, sent.end
        for scope in self.scopes.around(token):
            start, end = max(start, scope.start), min(end, scope.end)
        return start, end

    def time_at(self, token: int) -> TimeMention | None:
        """The time expression that belongs to the predicate at this token."""
        return find_time.time_of(self.doc, token, self.clause(token), self.reach(token), self.times)

    def place_at(self, token: int) -> PlaceMention | None:
        """The place that belongs to the predicate at this token."""
        return find_place.place_of(self.doc, token, self.clause(token), self.reach(token), self.places)


def parse(text: str, model: Language, publisher: str | None = None) -> ParsedText:
    """The text parsed once, with mentions resolved and attribution, times and places found.

    `publisher` is who publishes it, where that may be a party that speaks of itself.
    """
    cleaned = clean(text)
    doc = parse_text(cleaned, model)
    parsed = ParsedText(text=text, cleaned=cleaned, doc=doc, sentences=tuple(doc.sents), publisher=publisher)
    found = find_mentions(doc, parsed.span, parsed.words, is_lower=cleaned.is_lower)
    parsed.aliases.update(found.aliases)
    parsed.equations = found.equations
    _hold(parsed, found.mentions)
    again = recurrences.find_again(
        doc, found.mentions, namings.equate(parsed), parsed.span, parsed.words, is_lower=cleaned.is_lower
    )
    _hold(parsed, anaphora.resolve(doc, again, parsed.span))
    parsed.times = find_time.find_times(doc, parsed.span, parsed.words)
    parsed.places = find_place.find_places(doc, parsed.span, parsed.words, parsed.mention_at)
    parsed.speakers = Speakers(
        doc=doc,
        mentions=parsed.mentions,
        mention_at=parsed.mention_at,
        span=parsed.span,
        words=parsed.words,
    )
    parsed.scopes = attribution.find_scopes(doc, parsed.speakers)
    return parsed


def _hold(parsed: ParsedText, mentions: tuple[FoundMention, ...]) -> None:
    """Puts the mentions into the text, to be found by token."""
    parsed.mentions = mentions
    parsed.bodies = frozenset(m.mention.name for m in parsed.mentions if m.role in _BODIES)
    parsed._starts = [m.start for m in mentions]
    parsed._mention_of = _index(len(parsed.doc), mentions)


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
