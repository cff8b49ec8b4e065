"""Who speaks through a channel: the group that a verb's subject is, is of, or speaks for."""

from __future__ import annotations

from spacy.tokens import Token

from secondsource.read.english.lexicon import lines
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.text.sentences import sentence_of
from secondsource.read.english.who.actors import is_actor, is_group, named_for
from secondsource.read.english.who.mentions import FoundMention
from secondsource.records import ActorKind

_SPOKES = frozenset(
    {
        "spokesman",
        "spokesperson",
        "spokeswoman",
        "spokesmen",
        "secretary",
        "commander",
        "coordinator",
        "leader",
    }
)
_ORGANS = frozenset(
    {"office", "bureau", "wing", "leadership", "command", "spokesman", "spokeswoman", "council"}
)
CALLERS = frozenset(
    {"caller", "man", "woman", "voice", "person", "individual", "someone", "somebody", "men", "number"}
)
PRETENDING = frozenset({"claim", "say", "purport", "identify", "pretend", "profess", "present", "introduce"})
# How a new group shows itself: "surfaced with a video".
APPEARING = frozenset(
    {"surface", "emerge", "introduce", "appear", "debut", "proclaim", "turn", "present", "unveil"}
)
FAR = 120
_NEAR_WORDS = 12
_CLIMB = 7

# The actor, the word that ties it to its channel, and whether the channel is surely its own.
Found = tuple[FoundMention, Token, bool]


def is_speaker(parsed: ParsedText, found: FoundMention | None) -> bool:
    """True for a group that is named or stood for; "fighters" own no channel."""
    if found is None:
        return False
    if found.role == "body" and found.mention.kind is None and found.is_named:
        return True  # named like a group, though nothing tells of which kind
    words = parsed.doc[found.start : found.end]
    if found.role == "force" and found.mention.kind is ActorKind.GROUP and "of" in {t.lower_ for t in words}:
        return not any(t.lower_ in lines("states") | lines("demonyms") for t in words)  # "Army of the Hill"
    return is_group(parsed, found) and (found.is_named or found.role in {"stand_in", "pronoun", "body"})


def group_of(parsed: ParsedText, found: FoundMention) -> FoundMention | None:
    """The group itself, or whose bureau or chief is meant: "the Front's political office"."""
    if is_speaker(parsed, found):
        return found
    head = parsed.doc[found.head]
    if found.role not in {"office", "force", "person"}:
        return None
    owners = (parsed.mention_at(c.i) for c in head.children if c.dep_ in {"poss", "compound"})
    inside = (m for m in parsed.mentions_between(found.start, found.end) if m is not found)
    return next((o for o in (*owners, *inside) if is_speaker(parsed, o)), None)


def speaker(parsed: ParsedText, verb: Token) -> Found | None:
    """The group that is the verb's subject, or that the subject is of or speaks for."""
    subject = _subject(verb) or _agent(verb)
    if subject is None:
        return None
    found = named_for(parsed, subject)
    is_office = any(t.lower_ in _SPOKES for t in subject.subtree)
    if is_speaker(parsed, found) and found is not None and not is_office:
        return found, verb, not is_pretended(parsed, found)
    for inner in subject.subtree:
        found = parsed.mention_at(inner.i)
        if (
            is_speaker(parsed, found)
            and found is not None
            and inner.i - subject.i < _NEAR_WORDS
            and found.head != subject.i
        ):
            return found, verb, not pretends(subject) and not is_pretended(parsed, found)
    if subject.lower_ in _ORGANS and any(c.lower_ in {"its", "their"} for c in subject.children):
        owner = last_actor(parsed, subject)
        return (owner, verb, True) if is_speaker(parsed, owner) and owner is not None else None
    return None


def last_actor(parsed: ParsedText, token: Token) -> FoundMention | None:
    """The actor named last in the sentence before: whose "its political office" is."""
    start = sentence_of(token).start
    before = [m for m in parsed.mentions_between(max(0, start - FAR), start) if is_actor(m) and m.is_named]
    # The subject of the sentence before is meant rather than what stands last in it.
    subjects = [m for m in before if parsed.doc[m.head].dep_ == "nsubj"]
    return (subjects or before)[-1] if before else None


def _agent(verb: Token) -> Token | None:
    """ "was claimed by the Front through a letter"."""
    return next((p for a in verb.children if a.dep_ == "agent" for p in a.children if p.dep_ == "pobj"), None)


def _subject(verb: Token) -> Token | None:
    at = verb
    for _ in range(3):
        named = [c for c in at.children if c.dep_ == "nsubj"]
        subject = next((c for c in reversed(named) if c.i < at.i), named[0] if named else None)
        if subject is not None:
            return at.head if subject.lower_ in {"who", "which", "that"} and at.dep_ == "relcl" else subject
        if at.dep_ == "acl" and at.lemma_ in APPEARING:  # no passive, whatever the parser thinks
            return at.head
        if at.dep_ not in {"conj", "xcomp", "advcl"}:
            return None
        at = at.head
    return None


def is_pretended(parsed: ParsedText, found: FoundMention) -> bool:
    """True for the Front of "claiming to speak for the Front" and "who professed to be from the Front"."""
    doc, start = parsed.doc, max(sentence_of(parsed.doc[found.start]).start, found.start - _CLIMB)
    return any(
        t.lemma_ in PRETENDING and (t.tag_ == "VBG" or (t.i > 0 and t.nbor(-1).lower_ in {"who", "that"}))
        for t in doc[start : found.start]
    )


def pretends(subject: Token) -> bool:
    """True for "a man who said he spoke for": nobody knows that he does."""
    return any(c.dep_ in {"relcl", "acl"} and c.lemma_ in PRETENDING for c in subject.children)
