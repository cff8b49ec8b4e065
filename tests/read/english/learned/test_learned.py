"""The learned parts beside the rules: they answer for every text, and change nothing where they may not."""

from __future__ import annotations

import pytest

from secondsource.read.english import DETECTORS
from secondsource.read.english.events.events import find_events
from secondsource.read.english.learned.drafts import weigh_drafts
from secondsource.read.english.learned.told import LearnedText, Thresholds
from secondsource.read.english.parsed import parse
from secondsource.read.english.text.model import DEFAULT_MODEL, load_model
from secondsource.records import Channel, Emergence, Finding, Threat, Tie

from .parts import SILENT, TALKATIVE, random_parts

NEWS = (
    "The Harrow Front claimed responsibility for Tuesday's bombing of a customs post in Dellamar, in which two "
    "guards died. Police blamed the Reed Brotherhood, which is backed by Ostrava. It could not be verified. "
    "The Front warned in a video that it would strike again."
)
ODD = [
    "Stop.",
    "word " * 3000,
    "a" * 5000,
    "\u202e bomb \ufffd killed",
    "قتل ثلاثة جنود في هجوم",
    NEWS.upper(),
]


def _over(text: str, thresholds: Thresholds) -> LearnedText:
    parsed = parse(text, load_model(DEFAULT_MODEL))
    return random_parts(thresholds).over(parsed, [draft for detect in DETECTORS for draft in detect(parsed)])


def test_parts_that_may_neither_add_nor_drop_leave_what_the_rules_wrote() -> None:
    learned = _over(NEWS, SILENT)
    assert weigh_drafts(learned, learned.layout.written) == list(learned.layout.written)
    assert find_events(learned.layout.parsed, learned) == find_events(learned.layout.parsed)


@pytest.mark.parametrize("text", ODD, ids=lambda t: repr(t[:12]))
def test_any_text_is_answered(text: str) -> None:
    learned = _over(text, TALKATIVE)
    assert len(learned.sentences) == len(learned.layout.parsed.sentences)
    find_events(learned.layout.parsed, learned)
    weigh_drafts(learned, learned.layout.written)


def test_what_is_added_has_its_evidence_in_the_text() -> None:
    learned = _over(NEWS, TALKATIVE)
    added = weigh_drafts(learned, [])
    assert {type(d.proposition) for d in added} == {Tie, Finding, Threat, Channel, Emergence}
    assert all(0 <= d.span.start < d.span.end <= len(NEWS) for d in added)


def test_no_tie_is_told_twice_by_one_origin() -> None:
    ties = [d for d in weigh_drafts(_over(NEWS, TALKATIVE), []) if isinstance(d.proposition, Tie)]
    told = [(frozenset({t.proposition.from_.name, t.proposition.to.name}), t.chain) for t in ties]  # type: ignore[union-attr]
    assert len(told) == len(set(told))


def test_doers_are_mentions_near_the_word_and_none_where_nobody_is_named() -> None:
    assert _over("A bomb exploded on the bridge.", TALKATIVE).layout.near == ((),)
    learned = _over(NEWS, TALKATIVE)
    found = {m.mention.name for t in learned.triggers() for m in learned.doers(t, [])}
    assert found <= {m.mention.name for m in learned.layout.mentions}
