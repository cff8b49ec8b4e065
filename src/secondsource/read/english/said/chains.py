"""Who says what: for each token the chain of holders around it, outermost first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Sentence

from secondsource.read.english.said.cued import accorded, cued, speaker_at
from secondsource.read.english.said.holders import Speakers
from secondsource.read.english.said.passages import closed_quotations, opened_by
from secondsource.read.english.said.relays import behind_relays, relays_of, set_apart
from secondsource.read.english.said.scopes import Scope, Scopes
from secondsource.records import Holder

_RESUMING = frozenset(
    {
        "add",
        "say",
        "state",
        "claim",
        "note",
        "allege",
        "warn",
        "accuse",
        "stress",
        "confirm",
        "reveal",
        "insist",
        "declare",
        "announce",
        "deny",
        "report",
        "urge",
        "explain",
        "blame",
    }
)


@dataclass(slots=True)
class _Speech:
    """What runs on from sentence to sentence: the last speakers, and whether their quotation is still open."""

    holders: tuple[Holder, ...] = ()
    is_open: bool = False
    to_end: bool = False
    # The attribution that opened the passage here, and whether the passage has begun behind it.
    opening: Scope | None = None
    is_begun: bool = False


def find_scopes(doc: Doc, speakers: Speakers, breaks: Iterable[int] = ()) -> Scopes:
    """The scopes of all attributions in the text; `breaks` are tokens that start a paragraph."""
    stops = frozenset(breaks)
    by_sentence = {sent.start: _in_sentence(sent, speakers) for sent in doc.sents}
    closed = closed_quotations(doc, stops, by_sentence)
    found = Scopes()
    speech = _Speech()
    for sent in doc.sents:
        scopes = by_sentence[sent.start]
        for scope in scopes:
            found.add(scope)
        if sent.start in closed:
            found.add(closed[sent.start])
            speech.holders = closed[sent.start].holders
        _carry(sent, scopes, speech, found, speakers, stops)
        _run_on(sent, scopes, speech, found, speakers, is_closed=sent.start in closed)
    return found


def _in_sentence(sent: Sentence, speakers: Speakers) -> list[Scope]:
    relays = list(relays_of(sent, speakers))
    scopes = [*relays, *behind_relays(relays, [*accorded(sent, speakers), *cued(sent, speakers)])]
    return set_apart(sent, scopes)


def _carry(
    sent: Sentence,
    scopes: list[Scope],
    speech: _Speech,
    found: Scopes,
    speakers: Speakers,
    stops: frozenset[int],
) -> None:
    """Carries an attribution over the passage that it opens, up to the end of the paragraph."""
    opening = speech.opening
    if opening is not None and speech.is_begun and sent.start in stops:
        opening = None
    if opening is not None:
        found.add(Scope(start=sent.start, end=sent.end, holders=opening.holders, cue=opening.cue))
        speech.is_begun = True
    anew = opened_by(sent, scopes, speakers)
    if anew is not None:
        # "X said the following: ..." holds the first of it already.
        opening, speech.is_begun = anew, not sent.text.rstrip().endswith(":")
    speech.opening = opening


def _run_on(
    sent: Sentence,
    scopes: list[Scope],
    speech: _Speech,
    found: Scopes,
    speakers: Speakers,
    *,
    is_closed: bool,
) -> None:
    """Carries the speaker into sentences that continue a quotation, or that follow "X said:"."""
    quotes = sum(t.text == '"' for t in sent)
    text = [t for t in sent if not t.is_space]
    spoken = [s for s in scopes if not s.is_relay]
    if speech.to_end and speech.holders:
        found.add(Scope(start=sent.start, end=sent.end, holders=speech.holders, cue=sent.start))
    elif is_closed:
        pass  # named at the quotation's end
    elif not spoken and speech.holders and speech.is_open:
        last = max((t.i for t in sent if t.text == '"'), default=sent.end)
        end = last if quotes % 2 == 1 else sent.end
        found.add(Scope(start=sent.start, end=end, holders=speech.holders, cue=sent.start))
    elif not spoken and quotes and text and text[0].text == '"' and speech.holders:
        found.add(Scope(start=sent.start, end=sent.end, holders=speech.holders, cue=sent.start))
    if spoken and not speech.to_end:
        # The speaker of the last cue goes on.
        speech.holders = max(spoken, key=lambda s: s.cue).holders
    elif not speech.to_end and not speech.is_open and _quotes_another(text):
        speech.holders = next((s.holders for s in scopes if s.is_relay), ())
    if quotes % 2 == 1:
        speech.is_open = not speech.is_open
    if text and text[-1].text == ":":
        cue = next((t for t in reversed(text[:-1]) if t.lemma_ in _RESUMING and t.pos_ == "VERB"), None)
        if cue is not None:
            subject = speaker_at(cue)
            if subject is not None:
                holders = speakers.of(subject)
                if holders:
                    speech.holders, speech.to_end = holders, True


def _quotes_another(text: list[Token]) -> bool:
    """True if a saying opens within the sentence, whoever says it: "The Herald wrote: "They have no leader.\""."""
    return any(
        mark.text == '"' and before.text in {":", ","} and before.i > text[0].i and not word.is_punct
        for before, mark, word in zip(text, text[1:], text[2:], strict=False)
    )
