"""Day and place of a deed that is claimed, kept apart from those of the claiming.

"claimed the blast in A on Monday in a statement sent to B on Tuesday": Monday and A are the blast's, Tuesday and B
the statement's. What stands before the claim verb is the claiming's; what follows the deed is the deed's, up to
the words for what carried the claim.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from secondsource.read.english.circumstances.places import FoundPlace
from secondsource.read.english.circumstances.times import is_wide
from secondsource.read.english.lexicon import lines
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.text.sentences import sentence_of
from secondsource.records import PlaceMention, TimeMention

_THROUGH = frozenset({"in", "on", "via", "through", "by", "with", "over"})
_MEDIA = frozenset({"call", "e-mail", "email", "website", "site", "channel", "page", "account", "tweet", "telegram",
                    "telephone", "phone", "interview", "recording", "clip", "film", "footage", "release", "telegrams",
                    "messages", "statements", "calls", "videos", "sheet", "handbill"})  # fmt: skip
# What a post stands in that carries words.
_OF_SITES = frozenset(
    {"facebook", "telegram", "twitter", "media", "blog", "forum", "online", "web", "website"}
)
_SAYING = frozenset({"say", "add", "warn", "vow", "deny"})


@cache
def carriers() -> frozenset[str]:
    """What carries a group's words: a statement, a video, a call, its channel."""
    return (lines("writings") | _MEDIA) - {"caller", "spokesman"}


def time_claimed(parsed: ParsedText, deed: int) -> TimeMention | None:
    """The day of the deed at the token, as the sentence that claims it gives it."""
    under, end = _under(parsed, deed), end_of_deed(parsed, deed)
    start = sentence_of(parsed.doc[deed]).start
    times = [t for t in parsed.times_between(start, end) if t.start in under]
    times = times or list(parsed.times_between(deed + 1, end))
    return times[0].mention if times else wide_time_before(parsed, deed)


def wide_time_before(parsed: ParsedText, deed: int) -> TimeMention | None:
    """A month, season or year that stands before the deed in its sentence: "In April they said that they had …".

    It holds the telling and the deed, as far as anybody can say; a day would be that of the telling alone.
    """
    before = parsed.times_between(sentence_of(parsed.doc[deed]).start, deed)
    return next((t.mention for t in reversed(before) if is_wide(t.mention)), None)


def place_claimed(parsed: ParsedText, deed: int) -> PlaceMention | None:
    """The place of the deed at the token, as the sentence that claims it gives it."""
    under, end = _under(parsed, deed), end_of_deed(parsed, deed)
    start = sentence_of(parsed.doc[deed]).start
    places = [
        p for p in parsed.places_between(start, end) if p.start in under and not _describes(parsed, p, deed)
    ]
    places = places or [
        p for p in parsed.places_between(deed + 1, end) if p.lead in {"in", "at", "near", "outside"}
    ]
    return places[0].mention if places else None


def _describes(parsed: ParsedText, place: FoundPlace, deed: int) -> bool:
    """True for a place that only says what a victim is: "two u.s. missionaries"."""
    last = parsed.doc[place.end - 1]
    return last.dep_ in {"compound", "amod", "nmod"} and last.head.i != deed and place.lead is None


def _under(parsed: ParsedText, deed: int) -> set[int]:
    return {t.i for t in parsed.doc[deed].subtree}


def _is_guarded(post: Token) -> bool:
    """ "a police post", "a customs post": a place that was hit, and nothing that somebody wrote."""
    return post.lemma_ == "post" and any(
        c.dep_ in {"compound", "amod"} and c.lower_ not in _OF_SITES for c in post.children
    )


def end_of_deed(parsed: ParsedText, deed: int) -> int:
    """Where the words about the deed end: at what carried the claim, at an aside, or with the sentence."""
    doc = parsed.doc
    end = sentence_of(doc[deed]).end
    for token in doc[deed + 1 : end]:
        if token.pos_ == "VERB" and token.lemma_ in _SAYING:
            return token.i
        if token.lower_ in carriers() and token.pos_ in {"NOUN", "PROPN"} and not _is_guarded(token):
            start = token.i
            while start > deed + 1 and doc[start - 1].lower_ not in _THROUGH and token.i - start < 5:
                start -= 1
            if doc[start - 1].lower_ in _THROUGH and start - 1 > deed:
                return start - 1
    return end
