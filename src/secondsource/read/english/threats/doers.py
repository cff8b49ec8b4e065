"""Who threatens: the subject of a threat, or whose words it stands in."""

from __future__ import annotations

from spacy.tokens import Token

from secondsource.read.english.cues import FoundCue
from secondsource.read.english.lexicon import lines
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.said.holders import to_holder
from secondsource.read.english.text.sentences import sentence_of
from secondsource.read.english.who.actors import is_group, named_for
from secondsource.read.english.who.mentions import FoundMention
from secondsource.records import Holder, HolderKind, Mention

_WRITINGS = lines("writings")
_REACH = 80
# "the mayor will pay": the subject is threatened; "more attacks will follow": it is the harm.
_SUFFERING = frozenset(
    {
        "pay",
        "die",
        "fall",
        "perish",
        "regret",
        "bleed",
        "face",
        "suffer",
        "meet",
        "bear",
        "burn",
        "explode",
        "be",
    }
)
_HARM = lines("harm_words")

By = tuple[Mention, tuple[Holder, ...]]


def by_verb(parsed: ParsedText, cue: FoundCue, main: Token) -> By | None:
    """The subject: "the Front threatened"; of a letter or a leaflet the group that it is from."""
    subject = threatener(main)
    if subject is None:
        return by_speech(parsed, cue, main)
    found = named_for(parsed, subject)
    chain = parsed.chain_at(main.i)
    if found is not None and is_group(parsed, found):
        return found.mention, _with(chain, found)
    for inner in subject.subtree:
        other = parsed.mention_at(inner.i)
        if other is not None and is_group(parsed, other) and other.is_named:
            return other.mention, _with(chain, other)
    if subject.lemma_.lower() in _WRITINGS or subject.lower_ in _WRITINGS:
        return _by_its_sender(parsed, subject, main)
    return by_speech(parsed, cue, main) if subject.pos_ == "PRON" or found is None else None


def _by_its_sender(parsed: ParsedText, writing: Token, main: Token) -> By | None:
    """Who put up the posters; of a letter that lies there the group told of last."""
    if writing.dep_ in {"dobj", "pobj"}:
        sender = threatener(writing.head if writing.dep_ == "dobj" else writing.head.head)
        found = named_for(parsed, sender) if sender is not None and sender.i != writing.i else None
        if found is not None and is_group(parsed, found):
            return found.mention, _with(parsed.chain_at(main.i), found)
        if sender is not None and sender.i != writing.i:
            return None
    return _last_group(parsed, main)


def _with(chain: tuple[Holder, ...], found: FoundMention) -> tuple[Holder, ...]:
    """The chain, ended by the group if it isn't in it yet."""
    if all(h.name != found.mention.name for h in chain):
        return (*chain, to_holder(found))
    return chain


def _last_group(parsed: ParsedText, main: Token) -> By | None:
    """The group told of last before a letter, a caller or a leaflet whose words these are."""
    before = [
        m
        for m in parsed.mentions_between(max(0, sentence_of(main).start - _REACH), main.i)
        if is_group(parsed, m) and m.is_named
    ]
    if not before:
        return None
    chain = tuple(h for h in parsed.chain_at(main.i) if h.kind is not HolderKind.UNNAMED)
    last = before[-1]
    return last.mention, _with(chain, last)


def by_noun(parsed: ParsedText, cue: FoundCue, main: Token) -> By | None:
    """ "threats from the Front"."""
    for token in parsed.doc[cue.end : min(cue.end + 8, sentence_of(main).end)]:
        found = parsed.mention_at(token.i)
        if found is not None and is_group(parsed, found):
            return found.mention, parsed.chain_at(main.i)
        if token.pos_ in {"VERB", "ADP", "PUNCT"}:
            return None
    return None


def by_speech(parsed: ParsedText, cue: FoundCue, main: Token) -> By | None:
    """Words spoken by a group: the last holder of their chain threatens."""
    chain = parsed.chain_at(main.i)
    subject = threatener(main)
    doer = named_for(parsed, subject) if subject is not None and not _is_threatened(main, subject) else None
    if doer is not None and is_group(parsed, doer) and (doer.is_named or doer.role == "stand_in"):
        return _of_itself(parsed, doer, chain)
    if subject is not None and doer is not None and doer.role in {"force", "state", "outlet"}:
        return None  # "the army will attack" is no threat of who foresees it
    if not chain or chain[-1].span is None:
        return _by_writing(parsed, main)
    if chain[-1].kind is HolderKind.UNNAMED and set(chain[-1].name.lower().split()) & _WRITINGS:
        return _last_group(parsed, main)
    if chain[-1].kind is not HolderKind.GROUP:
        return None
    last = next((m for m in parsed.mentions if m.mention.span == chain[-1].span), None)
    if last is not None and last.role == "person":
        return _last_group(parsed, main)
    if last is None or not is_group(parsed, last):
        return None
    return last.mention, chain


def _of_itself(parsed: ParsedText, doer: FoundMention, chain: tuple[Holder, ...]) -> By | None:
    """The group of "it would strike again", if it or one of its own says so and not somebody who fears it."""
    if any(h.name == doer.mention.name for h in chain):
        return doer.mention, chain
    speaker = next((m for m in parsed.mentions if chain and m.mention.span == chain[-1].span), None)
    if speaker is not None and speaker.role == "person":  # its spokesman, as introduced before
        return doer.mention, _with(chain, doer)
    if not chain or chain[-1].kind in {HolderKind.GROUP, HolderKind.UNNAMED}:
        words = set(chain[-1].name.lower().split()) if chain else set()
        if words & (_WRITINGS | {"man", "woman", "voice", "men"}):
            return doer.mention, _with(chain, doer)
    return None


def _by_writing(parsed: ParsedText, main: Token) -> By | None:
    """The group whose leaflet or bulletin governs the words: "the bulletin closed by telling hauliers that"."""
    for verb in main.ancestors:
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if subject is not None and subject.lemma_.lower() in _WRITINGS:
            return _last_group(parsed, main)
    return None


def _is_threatened(verb: Token, subject: Token) -> bool:
    """True where the subject suffers what is threatened, or is the harm itself."""
    return (
        subject.dep_ == "nsubjpass"
        or verb.lemma_ in _SUFFERING
        or subject.lemma_.lower() in _HARM
        or (subject.pos_ == "PRON" and subject.lower_ in {"we", "i", "you"})
    )


def threatener(verb: Token) -> Token | None:
    """The token of the verb's subject, through conjunctions and what it governs."""
    at = verb
    for _ in range(4):
        for child in at.children:
            if child.dep_ == "nsubj":
                return at.head if child.lower_ in {"which", "that", "who"} and at.dep_ == "relcl" else child
        agents = (p for a in at.children if a.dep_ == "agent" for p in a.children if p.dep_ == "pobj")
        agent = next(agents, None)
        if agent is not None:
            return agent
        if at.dep_ == "acl" and at.tag_ == "VBG":
            return at.head
        if at.dep_ not in {"conj", "xcomp", "advcl"} or at.head is at:
            return None
        at = at.head
    return None
