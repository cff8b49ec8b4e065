"""Who says what: for each token the chain of holders around it, outermost first."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc
from spacy.tokens import Span as Sentence

from secondsource.read.english.said.cued import accorded, cued, speaker_at
from secondsource.read.english.said.holders import Speakers
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


def find_scopes(doc: Doc, speakers: Speakers) -> Scopes:
    """The scopes of all attributions in the text, in one walk over its sentences."""
    found = Scopes()
    speech = _Speech()
    for sent in doc.sents:
        relays = list(relays_of(sent, speakers))
        scopes = [*relays, *behind_relays(relays, [*accorded(sent, speakers), *cued(sent, speakers)])]
        scopes = set_apart(sent, scopes)
        for scope in scopes:
            found.add(scope)
        _run_on(sent, scopes, speech, found, speakers)
    return found


def _run_on(sent: Sentence, scopes: list[Scope], speech: _Speech, found: Scopes, speakers: Speakers) -> None:
    """Carries the speaker into sentences that continue a quotation, or that follow "X said:"."""
    quotes = sum(t.text == '"' for t in sent)
    text = [t for t in sent if not t.is_space]
    spoken = [s for s in scopes if not s.is_relay]
    if speech.to_end and speech.holders:
        found.add(Scope(start=sent.start, end=sent.end, holders=speech.holders, cue=sent.start))
    elif not spoken and speech.holders and speech.is_open:
        last = max((t.i for t in sent if t.text == '"'), default=sent.end)
        end = last if quotes % 2 == 1 else sent.end
        found.add(Scope(start=sent.start, end=end, holders=speech.holders, cue=sent.start))
    elif not spoken and quotes and text and text[0].text == '"' and speech.holders:
        found.add(Scope(start=sent.start, end=sent.end, holders=speech.holders, cue=sent.start))
    if spoken and not speech.to_end:
        # The speaker of the last cue goes on.
        speech.holders = max(spoken, key=lambda s: s.cue).holders
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
