"""Checks that a text reports: claimed by nobody, could not be verified, confirmed, refuted."""

from __future__ import annotations

from spacy.tokens import Token

from secondsource.read.english.cues import FoundCue, phrasebook
from secondsource.read.english.draft import Draft
from secondsource.read.english.holders import to_holder
from secondsource.read.english.lexicon import lines
from secondsource.read.english.parsed import ParsedText
from secondsource.records import Finding, Holder, Mention, Outcome, Stance

_NEGATIONS = lines("negations")
_MODALS = frozenset({"could", "can", "may", "might", "would", "should", "will", "must"})
_REFUSALS = frozenset({"refuse", "decline", "fail", "try", "unable"})
_NOBODY = frozenset(
    ["we", "i", "you", "nobody", "no-one", "one", "none", "nothing", "it", "there", "this", "that", "which"]
)
_LONGEST_WHAT = 25


def find_findings(parsed: ParsedText) -> list[Draft]:
    """Each check once for each outcome in a clause, in the order of the text."""
    drafts: list[Draft] = []
    taken: set[tuple[Outcome, int]] = set()
    for cue in phrasebook("findings", "outcome").find(parsed.doc):
        outcome = Outcome(cue.get("outcome"))
        main = parsed.doc[cue.start : cue.end].root
        start, end = parsed.clause(main.i)
        if (outcome, parsed.sentence(main.i).start) in taken or not _holds(parsed, cue, main):
            continue
        taken.add((outcome, parsed.sentence(main.i).start))
        low, high = min(start, cue.start), max(end, cue.end)
        drafts.append(
            Draft(
                span=parsed.span(low, high),
                chain=_chain(parsed, cue, main),
                stance=Stance.ASSERTS,
                proposition=Finding(outcome=outcome, what=_what(parsed, main)),
            )
        )
    return drafts


def _holds(parsed: ParsedText, cue: FoundCue, main: Token) -> bool:
    """True unless the entry needs a negation that isn't there, or must not have one that is."""
    inside = {t.lower_ for t in parsed.doc[cue.start : cue.end]}
    around = inside | {c.lower_ for c in main.children}
    around |= {g.lower_ for c in main.children if c.dep_ in {"nsubj", "nsubjpass"} for g in c.children}
    is_negated = bool(around & _NEGATIONS)
    if cue.get("needs") == "negation":
        return is_negated
    if cue.get("needs") == "affirmation":
        above = [main, *main.ancestors]
        is_open = any(c.dep_ == "aux" and c.lower_ in _MODALS for c in main.children)
        is_negated = is_negated or any(
            c.dep_ == "neg" or c.lower_ == "yet" for a in above for c in a.children
        )
        return not (is_negated or is_open or any(a.lemma_ in _REFUSALS for a in main.ancestors))
    return True


def _chain(parsed: ParsedText, cue: FoundCue, main: Token) -> tuple[Holder, ...]:
    """Who reports the check; who made it himself ("police could not confirm") ends the chain."""
    chain = parsed.chain_at(main.i)
    if not cue.get("checker"):
        return chain
    verb = main if main.pos_ in {"VERB", "AUX"} else main.head
    for subject in verb.children:
        if subject.dep_ == "nsubj" and subject.i < verb.i and subject.lower_ not in _NOBODY:
            if subject.pos_ == "PRON" and chain:
                return chain
            found = parsed.mention_at(subject.i)
            if found is not None and all(h.name != found.mention.name for h in chain):
                return (*chain, to_holder(found))
    return chain


def _what(parsed: ParsedText, main: Token) -> Mention | None:
    """The words for what was checked: the subject of a passive, the object, or the clause that follows."""
    for dep in ("nsubjpass", "dobj", "ccomp", "prep", "acl"):
        for child in main.children:
            if child.dep_ == dep and child.pos_ != "PRON":
                start, end = child.left_edge.i, child.right_edge.i + 1
                while start < end and parsed.doc[start].is_punct:
                    start += 1
                end = min(end, start + _LONGEST_WHAT)
                if end > start:
                    return Mention(span=parsed.span(start, end), name=parsed.words(start, end))
    return None
