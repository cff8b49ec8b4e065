"""Through what a group speaks, and whether the channel is its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from secondsource.read.english.actors import is_group, named_for
from secondsource.read.english.arguments import actor_at
from secondsource.read.english.cues import FoundCue, phrasebook
from secondsource.read.english.draft import Draft
from secondsource.read.english.lexicon import lines
from secondsource.read.english.mentions import FoundMention
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.sentences import sentence_of
from secondsource.records import Authenticity, Channel, Holder, Medium, Mention, Stance

_SPEAKING = lines("speaking_verbs")
_ISSUING = lines("issuing_verbs")
_CLAIMING = frozenset(["claim", "threaten", "warn", "order", "demand", "vow"])
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
# How a new group shows itself: "surfaced with a video".
_APPEARING = frozenset({"surface", "emerge", "introduce", "appear", "debut", "proclaim"})
# "claimed responsibility for the attack on X in an e-mail": the parser hangs the e-mail on the nearest noun.
_CLIMB = 7
_MEANS = frozenset({"in", "via", "through", "on", "by", "over"})
_AUTHORING = frozenset(
    {"write", "sign", "issue", "send", "release", "post", "publish", "author", "leave", "print"}
)
_SOURCES = frozenset({"by", "from", "of"})
_UNSURE = frozenset(
    {"attributed", "purported", "purportedly", "alleged", "allegedly", "supposed", "supposedly", "apparently"}
)
_PRETENDING = frozenset({"claim", "say", "purport", "identify", "pretend"})
_FALSE = frozenset({"forged", "fake", "forgery", "disowned", "hoax", "prank", "fabricated"})
_REACH = 12


def find_channels(parsed: ParsedText) -> list[Draft]:
    """One for each actor, medium and occasion, in the order of the text."""
    drafts: list[Draft] = []
    seen: set[tuple[str, Medium]] = set()
    used: set[int] = set()
    for cue in phrasebook("channels", "medium", "form").find(parsed.doc):
        if cue.start in used or cue.end - 1 in used:
            continue
        medium = Medium(cue.get("medium"))
        head = parsed.doc[cue.start : cue.end].root
        found = _FORMS[cue.get("form")](parsed, head)
        if found is None or found[0].head in range(cue.start, cue.end):
            continue
        where, at, is_sure = found
        actor = where.mention
        used.update(range(cue.start, cue.end))
        key = (actor.name.lower(), medium)
        if key in seen and not _is_new(head):
            continue
        seen.add(key)
        low, high = _evidence(cue, head, where, at)
        drafts.append(
            Draft(
                span=parsed.span(low, high),
                chain=_chain(parsed, head, actor),
                stance=_stance(parsed, at),
                proposition=Channel(
                    actor=actor,
                    medium=medium,
                    authenticity=_authenticity(parsed, head, is_sure),
                    handle=_handle(parsed, cue),
                ),
            )
        )
    return drafts


def _evidence(cue: FoundCue, head: Token, where: FoundMention, at: Token) -> tuple[int, int]:
    """From the actor or the verb to the end of the phrase for the channel, within its sentence."""
    sent = sentence_of(head)
    ends = [at.i, cue.start] + ([where.start] if sent.start <= where.start < sent.end else [])
    phrase_end = min(head.right_edge.i + 1, cue.end + _REACH)
    stops = [at.i + 1, cue.end, phrase_end] + ([where.end] if sent.start <= where.start < sent.end else [])
    return max(min(ends), sent.start), min(max(stops), sent.end)


def _is_speaker(parsed: ParsedText, found: FoundMention | None) -> bool:
    """True for a group that is named or stood for; "fighters" own no channel."""
    return (
        found is not None
        and is_group(parsed, found)
        and (found.is_named or found.role in {"stand_in", "pronoun", "body"})
    )


def _is_new(noun: Token) -> bool:
    """True if the words say that it is another letter or call than the one before."""
    return any(c.lower_ in {"another", "second", "new", "later"} for c in noun.children)


# The actor, the word that ties it to its channel, and whether the channel is surely its own.
Found = tuple[FoundMention, Token, bool]


# --- a statement, its channel -----------------------------------------------------------------------------


def _by_noun(parsed: ParsedText, noun: Token) -> Found | None:
    """The actor of a thing, the word that ties them, and whether it is surely the actor's own."""
    return (
        _owned(parsed, noun)
        or _signed(parsed, noun)
        or _spoken_in(parsed, noun)
        or _issued(parsed, noun)
        or _speaking(parsed, noun)
    )


def _owned(parsed: ParsedText, noun: Token) -> Found | None:
    """ "the Front's website", "a Front bulletin", "a letter from the Front", "written by the Front"."""
    for child in noun.children:
        if child.dep_ in {"poss", "compound", "nmod"}:
            found = parsed.mention_at(child.i)
            if _is_speaker(parsed, found) and found is not None and found.head != noun.i:
                return found, noun, True
    sources = [c for c in noun.children if c.dep_ == "prep" and c.lower_ in _SOURCES]
    for verb in noun.children:
        if verb.dep_ == "acl" and verb.lemma_ in _AUTHORING:
            sources += [a for a in verb.children if a.dep_ == "agent"]
    for source in sources:
        for inner in source.subtree:
            found = parsed.mention_at(inner.i)
            if inner.i > source.i and _is_speaker(parsed, found) and found is not None:
                return found, noun, not any(_pretends(t) for t in source.subtree)
    return None


def _signed(parsed: ParsedText, noun: Token) -> Found | None:
    """ "in the name of the Front", "attributed to the Front", "signed by the Front"."""
    doc, end = parsed.doc, min(sentence_of(noun).end, noun.i + _REACH)
    for k in range(noun.i + 1, end - 1):
        low, pair = doc[k].lower_, (doc[k].lower_, doc[k + 1].lower_)
        if pair in {
            ("name", "of"),
            ("names", "of"),
            ("behalf", "of"),
            ("signed", "by"),
            ("attributed", "to"),
            ("seal", "of"),
        }:
            found = actor_at(parsed, k + 2, reach=1) or _officers_body(parsed, k + 2)
            if _is_speaker(parsed, found) and found is not None:
                return found, noun, low != "attributed"
    return None


def _officers_body(parsed: ParsedText, at: int) -> FoundMention | None:
    """ "signed by its spokesman, X of the Front": the group that the office in the signature is of."""
    office = parsed.mention_at(at) if at < len(parsed.doc) else None
    if office is None or office.role not in {"office", "person"}:
        return None
    doc, end = parsed.doc, office.end
    for k in range(at, min(end + 4, len(doc) - 1)):
        if doc[k].lower_ in {"of", "for"}:
            found = actor_at(parsed, k + 1, reach=0)
            if _is_speaker(parsed, found):
                return found
    return None


def _spoken_in(parsed: ParsedText, noun: Token) -> Found | None:
    """ "the Front said in a statement"; of a spokesman, the group that he speaks for."""
    at = noun
    while at.dep_ in {"compound", "conj", "appos"}:
        at = at.head
    if at.dep_ != "pobj" or at.head.lower_ not in _MEANS | {"with"}:
        return None
    verb = at.head.head
    verbs = _APPEARING if at.head.lower_ == "with" else _SPEAKING | _ISSUING | _APPEARING
    for _ in range(_CLIMB):
        if verb.lemma_ in verbs and verb.pos_ in {"VERB", "AUX"}:
            return _speaker(parsed, verb)
        if verb.head is verb:
            break
        verb = verb.head
    return None


def _issued(parsed: ParsedText, noun: Token) -> Found | None:
    """ "the Front issued a statement", "left behind a letter"."""
    if noun.dep_ != "dobj" or noun.head.lemma_ not in _ISSUING:
        return None
    return _speaker(parsed, noun.head)


def _speaker(parsed: ParsedText, verb: Token) -> Found | None:
    subject = _subject(verb)
    if subject is None:
        return None
    found = named_for(parsed, subject)
    is_office = any(t.lower_ in _SPOKES for t in subject.subtree)
    if _is_speaker(parsed, found) and found is not None and not is_office:
        return found, verb, True
    for inner in subject.subtree:
        found = parsed.mention_at(inner.i)
        if (
            _is_speaker(parsed, found)
            and found is not None
            and inner.i - subject.i < _REACH
            and found.head != subject.i
        ):
            return found, verb, not _pretends(subject)
    return None


def _subject(verb: Token) -> Token | None:
    at = verb
    for _ in range(3):
        subject = next((c for c in at.children if c.dep_ == "nsubj"), None)
        if subject is not None:
            return at.head if subject.lower_ in {"who", "which", "that"} and at.dep_ == "relcl" else subject
        if at.dep_ == "acl" and at.lemma_ in _APPEARING:  # no passive, whatever the parser thinks
            return at.head
        if at.dep_ not in {"conj", "xcomp", "advcl"}:
            return None
        at = at.head
    return None


def _speaking(parsed: ParsedText, noun: Token) -> Found | None:
    """ "the call in which the Front claimed the blast", "a leaflet found at the spot claimed responsibility"."""
    for child in noun.children:
        if child.dep_ in {"relcl", "acl"}:
            found = _speaker(parsed, child) if child.lemma_ in _SPEAKING else None
            if found is not None:
                return found[0], noun, found[2]
    if noun.dep_ != "nsubj" or noun.head.lemma_ not in _CLAIMING:
        return None
    before = [
        m
        for m in parsed.mentions_between(max(0, sentence_of(noun).start - 60), noun.i)
        if _is_speaker(parsed, m) and m.is_named
    ]
    return (before[-1], noun, True) if before else None


# --- telephoned, tweeted ----------------------------------------------------------------------------------


def _by_caller(parsed: ParsedText, caller: Token) -> Found | None:
    """ "a caller who said he spoke for the Front", "a Front caller"."""
    if caller.dep_ in {"compound", "amod"}:
        return None
    for inner in caller.subtree:
        found = parsed.mention_at(inner.i)
        if _is_speaker(parsed, found) and found is not None and found.is_named and found.head != caller.i:
            return found, caller, not _pretends(caller)
    for token in caller.doc[caller.i + 1 : min(caller.i + _REACH, sentence_of(caller).end - 1)]:
        if token.lower_ in {"for", "of", "from", "behalf"}:
            found = (
                parsed.mention_at(token.i + 2)
                if token.nbor(1).lower_ in {"the", "of"}
                else parsed.mention_at(token.i + 1)
            )
            if _is_speaker(parsed, found) and found is not None and found.is_named:
                return found, caller, False
    return None


def _by_verb(parsed: ParsedText, verb: Token) -> Found | None:
    if verb.pos_ != "VERB":
        return None
    return _speaker(parsed, verb)


def _pretends(subject: Token) -> bool:
    """True for "a man who said he spoke for": nobody knows that he does."""
    return any(c.dep_ in {"relcl", "acl"} and c.lemma_ in _PRETENDING for c in subject.children)


_FORMS: dict[str, Callable[[ParsedText, Token], Found | None]] = {
    "noun": _by_noun,
    "verb": _by_verb,
    "caller": _by_caller,
}


# --- voice and authenticity -------------------------------------------------------------------------------


def _chain(parsed: ParsedText, noun: Token, actor: Mention) -> tuple[Holder, ...]:
    """Who reports the channel: what stands before the actor itself, who isn't his own witness here."""
    chain: list[Holder] = []
    for holder in parsed.chain_at(noun.i):
        if holder.name == actor.name or (holder.span is not None and holder.span.overlaps(actor.span)):
            break
        chain.append(holder)
    else:
        return tuple(chain)
    while chain and chain[-1].kind.value == "official":
        chain.pop()
    return tuple(chain)


def _handle(parsed: ParsedText, cue: FoundCue) -> Mention | None:
    """An account's name near the words for it: "@riverfront"."""
    for token in parsed.doc[max(cue.start - 4, 0) : min(cue.end + _REACH, len(parsed.doc))]:
        if len(token.text) > 2 and token.text.startswith("@"):
            return Mention(span=parsed.span(token.i, token.i + 1), name=parsed.words(token.i, token.i + 1))
    return None


def _stance(parsed: ParsedText, at: Token) -> Stance:
    stance = parsed.stance_at(at.i)
    return Stance.DOUBTS if stance is Stance.DOUBTS else Stance.ASSERTS


def _authenticity(parsed: ParsedText, noun: Token, is_sure: bool) -> Authenticity:
    """What the sentence and the next one say of it."""
    if any(t.lower_ in _FALSE for t in _around(parsed, noun)):
        return Authenticity.DISPUTED
    start = sentence_of(noun).start
    near = {t.lower_ for t in noun.subtree}
    near |= {t.lower_ for t in parsed.doc[max(start, noun.i - 4) : noun.i]}
    if near & _UNSURE or not is_sure:
        return Authenticity.UNKNOWN
    for doubt in _doubts(parsed, noun):
        return doubt
    return Authenticity.OWNED


def _around(parsed: ParsedText, noun: Token) -> Iterator[Token]:
    """The tokens of the noun's sentence, and of the next one if it speaks of the same thing."""
    yield from sentence_of(noun)
    after = sentence_of(noun).end
    if after < len(parsed.doc):
        following = sentence_of(parsed.doc[after])
        if any(t.lemma_ == noun.lemma_ for t in following):
            yield from following


def _doubts(parsed: ParsedText, noun: Token) -> Iterator[Authenticity]:
    words = [t.lower_ for t in _around(parsed, noun)]
    text = " ".join(words)
    for sign in ("not clear if", "not clear whether", "unclear if", "unclear whether", "authenticity"):
        if sign in text and any(
            w in words
            for w in ("belongs", "belong", "genuine", "authenticity", "authentic", "runs", "wrote", "really")
        ):
            yield Authenticity.UNKNOWN
