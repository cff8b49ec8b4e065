"""One parsed text with all that the detectors share: mentions, chains, stance, times and places by token.

Every index is a token of `doc`, every range `[start, end)` in tokens; every `Span` is of the original text.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from spacy.language import Language

from secondsource.read.english.circumstances import places as find_place
from secondsource.read.english.circumstances import times as find_time
from secondsource.read.english.namings.equating import equate
from secondsource.read.english.namings.mentioned import MentionedText
from secondsource.read.english.said import stance
from secondsource.read.english.said.chains import find_scopes
from secondsource.read.english.said.holders import Speakers
from secondsource.read.english.said.scopes import Scopes
from secondsource.read.english.text.clauses import clause as clause_of
from secondsource.read.english.text.cleaning import clean
from secondsource.read.english.text.model import parse_text
from secondsource.read.english.text.sentences import sentence_of
from secondsource.read.english.who import anaphora, recurrences
from secondsource.read.english.who.mentions import find_mentions
from secondsource.records import Holder, PlaceMention, Stance, TimeMention


@dataclass(eq=False, kw_only=True)
class ParsedText(MentionedText):
    """What one pass of the parser gives, and what mentions, attribution, times and places add to it."""

    # Who publishes the text, where that may be a party ("we" is then its word).
    publisher: str | None = None
    # Turns the subject of a speech verb into holders; set by `parse`.
    speakers: Speakers = field(init=False)
    scopes: Scopes = field(default_factory=Scopes)
    times: tuple[find_time.FoundTime, ...] = ()
    places: tuple[find_place.FoundPlace, ...] = ()
    _stances: dict[int, Stance] = field(default_factory=dict)

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
        return clause_of(self.doc, token)

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
    parsed.hold(found.mentions)
    again = recurrences.find_again(
        doc, found.mentions, equate(parsed), parsed.span, parsed.words, is_lower=cleaned.is_lower
    )
    parsed.hold(anaphora.resolve(doc, again, parsed.span))
    parsed.times = find_time.find_times(doc, parsed.span, parsed.words)
    parsed.places = find_place.find_places(doc, parsed.span, parsed.words, parsed.mention_at)
    parsed.speakers = Speakers(
        doc=doc,
        mentions=parsed.mentions,
        mention_at=parsed.mention_at,
        span=parsed.span,
        words=parsed.words,
    )
    parsed.scopes = find_scopes(doc, parsed.speakers, _paragraphs(parsed))
    return parsed


def _paragraphs(parsed: ParsedText) -> list[int]:
    """The first tokens of sentences behind an empty line."""
    found = []
    end = 0
    for sent in parsed.sentences:
        span = parsed.span(sent.start, sent.end)
        if parsed.text.count("\n", end, span.start) > 1:
            found.append(sent.start)
        end = span.end
    return found
