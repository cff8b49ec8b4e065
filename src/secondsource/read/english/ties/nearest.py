"""The nearest actor beside the words of a tie, and whom a text is about, where the parse gives nobody."""

from __future__ import annotations

from spacy.tokens import Token

from secondsource.read.english.cues import FoundCue
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.text.sentences import sentence_of
from secondsource.read.english.ties.actors import parts
from secondsource.read.english.who.actors import is_actor, is_known
from secondsource.read.english.who.arguments import Actors, abouts, actor_at, listed
from secondsource.read.english.who.head_words import with_role
from secondsource.read.english.who.mentions import FoundMention
from secondsource.records import ActorKind

_PLACED = frozenset({"in", "at", "near", "around", "outside", "across"})
_POINTING = frozenset({"it", "they", "them", "you", "its", "their", "your"})
# Places in a sentence where somebody acts or is acted on.
_ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "appos", "attr", "oprd", "poss", "dative", "ROOT"})
_GROUPS = frozenset({ActorKind.GROUP, ActorKind.PARTY})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_STOPS = frozenset({";", ":", ".", "?", "!"})
# Tokens between the words of a tie and the actor behind them.
_REACH = 9
# Tokens back in which the text is still about the same group.
_MEMORY = 150


def nearest_before(parsed: ParsedText, cue: FoundCue, main: Token) -> Actors:
    """The last actor known by name before the words in their sentence, none who says them."""
    start = sentence_of(main).start
    sayers = {h.name for h in parsed.chain_at(main.i)}
    for found in reversed(parsed.mentions_between(start, cue.start)):
        may = found.end <= cue.start and found.mention.name not in sayers and _may_stand(parsed, found)
        if may and _acts(parsed.doc[found.head]):
            return (found,)
        if any(t.text in _STOPS for t in parsed.doc[found.end : cue.start]):
            return ()
    return ()


def nearest_after(parsed: ParsedText, cue: FoundCue) -> Actors:
    """The first actor known by name behind the words, inside what hangs on them."""
    for token in parsed.doc[cue.end : cue.end + _REACH]:
        if (token.is_sent_start and token.i > cue.end) or token.text in _STOPS:
            return ()
        if token.pos_ in {"VERB", "AUX", "SCONJ"}:
            return ()
        if token.pos_ == "ADP" and not (token.lower_ == "of" and parsed.doc[token.i - 1].lower_ in parts()):
            return ()
        found = parsed.mention_at(token.i)
        if found is not None and found.start == token.i and _may_stand(parsed, found):
            hangs = any(cue.start <= a.i < cue.end for a in parsed.doc[found.head].ancestors)
            return listed(parsed, found) if hangs else ()
    return ()


def told_about(parsed: ParsedText, cue: FoundCue, main: Token) -> Actors:
    """The group that the text is about, where a pronoun or a nameless definite stands for it."""
    pointing = next((a for a in abouts(main) if a.i < cue.start), None)
    if pointing is None or not _points(parsed, pointing):
        return ()
    sent = sentence_of(main)
    here = {m.mention.name for m in parsed.mentions_between(sent.start, sent.end)}
    near = parsed.mentions_between(max(0, sent.start - _MEMORY), sent.start)
    groups = [
        m
        for m in near
        if m.mention.kind in _GROUPS and is_actor(m) and is_known(parsed, m) and m.mention.name not in here
    ]
    called = [m for m in groups if pointing.lower_ in m.mention.name.lower().split()]
    subjects = [m for m in groups if parsed.doc[m.head].dep_ in {"nsubj", "nsubjpass"}]
    return tuple((called or subjects or groups)[-1:])


def governing(parsed: ParsedText, token: Token) -> Actors:
    """The subject of the sentence around a token, known by name and named before it."""
    for above in token.ancestors:
        for child in above.children:
            found = parsed.mention_at(child.i) if child.dep_ in {"nsubj", "nsubjpass"} else None
            if found is not None and found.end <= token.i and _may_stand(parsed, found):
                return (found,)
    return ()


def fronted(parsed: ParsedText, cue: FoundCue, at: int) -> Actors:
    """ "With the support of TO, FROM has": who follows where the words open the clause."""
    doc = parsed.doc
    opens = doc[cue.start].is_sent_start or doc[cue.start - 1].text in {",", '"'}
    if not opens or at + 1 >= len(doc) or doc[at].text != ",":
        return ()
    found = actor_at(parsed, at + 1, reach=0)
    return (found,) if found is not None and is_known(parsed, found) else ()


def _points(parsed: ParsedText, token: Token) -> bool:
    """A pronoun, or a definite noun for fighters that the text has not named."""
    if token.pos_ in {"PRON", "DET"}:
        return token.lower_ in _POINTING
    found = parsed.mention_at(token.i)
    is_nameless = found is not None and is_actor(found) and not is_known(parsed, found)
    is_nameless = is_nameless or (found is None and token.lower_ in with_role("body"))
    return is_nameless and any(c.lower_ in _DEFINITE for c in token.children)


def _may_stand(parsed: ParsedText, found: FoundMention) -> bool:
    """An actor known by name that is no mere place."""
    before = parsed.doc[found.start - 1].lower_ if found.start else ""
    is_place = before in _PLACED and parsed.doc[found.start].lower_ != "the"
    return not is_place and is_actor(found) and is_known(parsed, found)


def _acts(token: Token) -> bool:
    while token.dep_ in {"compound", "conj", "nmod"} and token.head is not token:
        token = token.head
    return token.dep_ in _ROLES or (
        token.dep_ == "pobj" and token.head.lower_ in {"by", "against", "of", "to"}
    )
