"""Actors that are said to be new: formed, founded, first seen, announced by themselves."""

from __future__ import annotations

from spacy.tokens import Token

from secondsource.read.english.cues import FoundCue, phrasebook
from secondsource.read.english.draft import Draft
from secondsource.read.english.emergences.newcomers import birth_at, is_newcomer, newcomer
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.said.holders import to_holder
from secondsource.read.english.text.sentences import sentence_of
from secondsource.records import Emergence, Stance

# Tokens; "to emerge" alone is no evidence.
_SHORTEST_CLAUSE = 6


def find_emergences(parsed: ParsedText) -> list[Draft]:
    """Each actor once for each origin, at the first words that say that it is new."""
    drafts: list[Draft] = []
    seen: set[tuple[str, str | None]] = set()
    told: set[tuple[str, int]] = set()
    for cue in phrasebook("emergences", "form").find(parsed.doc):
        main = _main(parsed, cue)
        found = newcomer(parsed, cue, main)
        if found is None or not is_newcomer(parsed, found):
            continue
        chain = parsed.chain_at(main.i)
        if cue.get("form") in {"self", "we"} and all(h.name != found.mention.name for h in chain):
            chain = (*chain, to_holder(found))
        key = (found.mention.name.lower(), chain[-1].name if chain else None)
        here = (found.mention.name.lower(), sentence_of(main).start)
        if key in seen or here in told or (cue.get("form") == "noun" and _is_heading(parsed, main)):
            continue
        seen.add(key)
        told.add(here)
        start, end = parsed.clause(main.i)
        if end - start < _SHORTEST_CLAUSE:
            start, end = sentence_of(main).start, sentence_of(main).end
        stance = parsed.stance_at(main.i)
        if stance is Stance.DENIES:
            continue
        born = birth_at(main) if cue.get("form") == "noun" else main
        drafts.append(
            Draft(
                span=parsed.span(min(start, cue.start), max(end, cue.end)),
                chain=chain,
                stance=stance,
                proposition=Emergence(
                    actor=found.mention, when=None if born is None else parsed.time_at(born.i)
                ),
            )
        )
    return drafts


def _is_heading(parsed: ParsedText, main: Token) -> bool:
    """True for the text's first line if it is no sentence: the news that it announces follows."""
    sent = sentence_of(main)
    return sent.start == 0 and sent.end < len(parsed.doc) and not sent[-1].is_punct


def _main(parsed: ParsedText, cue: FoundCue) -> Token:
    return parsed.doc[cue.start : cue.end].root
