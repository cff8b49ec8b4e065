"""Checks that a text reports: claimed by nobody, could not be verified, confirmed, refuted."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from secondsource.read.english.cues import FoundCue, phrasebook
from secondsource.read.english.draft import Draft
from secondsource.read.english.lexicon import lines
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.said.holders import to_holder
from secondsource.records import Finding, Holder, Mention, Outcome, Stance

_NEGATIONS = lines("negations")
_MODALS = frozenset({"could", "can", "may", "might", "would", "should", "will", "must"})
_REFUSALS = frozenset({"refuse", "decline", "fail", "try", "unable"})
_FAILING = frozenset({"fail", "refuse", "decline", "unable", "impossible", "difficult", "hard", "stop"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})
_NOBODY = frozenset(
    ["we", "i", "you", "nobody", "no-one", "one", "none", "nothing", "it", "there", "this", "that", "which"]
)
_LONGEST_WHAT = 25


def find_findings(parsed: ParsedText) -> list[Draft]:
    """Each check once for each outcome in a clause, in the order of the text."""
    drafts: list[Draft] = []
    taken: set[tuple[Outcome, int]] = set()
    for cue in _widest(list(phrasebook("findings", "outcome").find(parsed.doc))):
        main = parsed.doc[cue.start : cue.end].root
        outcome = _outcome(cue, main)
        start, end = parsed.clause(main.i)
        if (outcome, parsed.sentence(main.i).start) in taken or not _holds(parsed, cue, main):
            continue
        low, high = min(start, cue.start), max(end, cue.end)
        chain, what = _chain(parsed, cue, main), _what(parsed, main)
        checks = [(outcome, what)]
        if outcome is Outcome.CORROBORATED:
            checks += [(Outcome.UNCORROBORATED, rest) for rest in _but_not(parsed, main)]
        for came_to, about in checks:
            taken.add((came_to, parsed.sentence(main.i).start))
            drafts.append(
                Draft(
                    span=parsed.span(low, high),
                    chain=chain,
                    stance=Stance.ASSERTS,
                    proposition=Finding(outcome=came_to, what=about),
                )
            )
    return drafts


def _but_not(parsed: ParsedText, main: Token) -> Iterator[Mention]:
    """What the same check leaves open: "confirmed the blast but not the toll"."""
    doc, end = parsed.doc, parsed.sentence(main.i).end
    for k in range(main.i + 1, end - 2):
        if doc[k].lower_ in {"but", "though", "although", ","} and doc[k + 1].lower_ == "not":
            start = k + 2
            head = next((t for t in doc[start:end] if t.pos_ in {"NOUN", "PROPN", "VERB", "SCONJ"}), None)
            if head is not None and head.pos_ in {"NOUN", "PROPN"}:
                stop = min(head.right_edge.i + 1, start + _LONGEST_WHAT, end)
                yield Mention(span=parsed.span(start, stop), name=parsed.words(start, stop))
            return


def _outcome(cue: FoundCue, main: Token) -> Outcome:
    """As the entry says; but "confirmed that he was no informer" contradicts what had been said of him."""
    outcome = Outcome(cue.get("outcome"))
    content = [c for c in main.children if c.dep_ == "ccomp"]
    is_negative = any(g.dep_ == "neg" for c in content for g in c.children)
    return Outcome.CONTRADICTED if outcome is Outcome.CORROBORATED and is_negative else outcome


def _widest(cues: list[FoundCue]) -> list[FoundCue]:
    """Without those inside the words of a longer one: "showed no sign of" is more than "no sign of"."""
    return [
        c
        for c in cues
        if not any(o.start <= c.start and c.end <= o.end and o.end - o.start > c.end - c.start for o in cues)
    ]


def _holds(parsed: ParsedText, cue: FoundCue, main: Token) -> bool:
    """True unless the entry needs a negation that isn't there, or must not have one that is."""
    inside = {t.lower_ for t in parsed.doc[cue.start : cue.end]}
    around = inside | {c.lower_ for c in main.children}
    around |= {g.lower_ for c in main.children if c.dep_ in {"nsubj", "nsubjpass"} for g in c.children}
    is_negated = bool(around & _NEGATIONS)
    if cue.get("needs") == "negation":
        return is_negated
    if cue.get("needs") == "fact":
        return not any(t.lower_ == "will" for t in parsed.doc[cue.end : parsed.sentence(main.i).end])
    if cue.get("needs") == "denial":
        return _is_denied(main)
    if cue.get("needs") == "affirmation":
        above = [main, *main.ancestors]
        is_open = any(c.dep_ == "aux" and c.lower_ in _MODALS for c in main.children)
        is_negated = is_negated or any(
            c.dep_ == "neg" or c.lower_ == "yet" for a in above for c in a.children
        )
        return not (is_negated or is_open or any(a.lemma_ in _REFUSALS for a in main.ancestors))
    return True


def _is_denied(verb: Token) -> bool:
    """True if the check is negated where it stands or by what governs it: "failed to", "without ever"."""
    at = verb
    for _ in range(4):
        words = {c.lower_ for c in at.children}
        words |= {
            g.lower_ for c in at.children if c.dep_ in _ARGUMENTS for g in c.children if g.dep_ == "det"
        }
        words |= {c.lower_ for c in at.children if c.dep_ in _ARGUMENTS}
        if words & _NEGATIONS:
            return True
        if at.dep_ not in {"xcomp", "auxpass", "acomp", "ccomp", "pcomp", "conj"} or at.head is at:
            return False
        at = at.head
        if at.lemma_ in _FAILING or at.lower_ in _NEGATIONS:
            return True
    return False


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
            holders = (to_holder(found),) if found is not None else parsed.speakers.of(subject)
            return (*chain, *(h for h in holders if all(h.name != c.name for c in chain)))
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
