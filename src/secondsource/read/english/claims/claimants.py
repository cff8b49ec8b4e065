"""Who claims: a group itself, or the spokesman, the caller, the poster that speaks for it."""

from __future__ import annotations

from spacy.tokens import Token

from secondsource.read.english.claims.selves import own_name, speaking_of_itself
from secondsource.read.english.events.status import is_same
from secondsource.read.english.events.subjects import subject_of
from secondsource.read.english.events.sufferers import joined
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.text.phrases import nouns_behind
from secondsource.read.english.text.sentences import sentence_of
from secondsource.read.english.who.mentions import FoundMention
from secondsource.read.english.who.names import with_role
from secondsource.records import ActorKind, Holder, HolderKind, Mention

# Tokens: a page of a report, within which "the men on the tape" are still of the group last named.
_GROUP_REACH = 600
_ARMED = frozenset({ActorKind.GROUP, ActorKind.PARTY})
_PARTIES = frozenset({"body", "name", "force", "state", "fighters", "pronoun", "stand_in"})
_GROUPS = frozenset({"body", "name", "fighters"})
_CALLS = frozenset({"call", "caller", "message", "letter", "e-mail", "email", "statement", "note"})


def claimants_of(
    parsed: ParsedText, claim: Token, objects: list[Token]
) -> list[tuple[tuple[Holder, ...], Mention]]:
    """Each party that claims, with who relays it: "both A and B have claimed", "claimed by two groups, A and B"."""
    first = _claimant(parsed, claim, objects)
    if first is None:
        return []
    if _is_nameless(first[1].name) and not _is_counted(parsed, first[1]):
        coming = (
            _last_group(parsed, claim.i) if _is_same_again(parsed, first[1]) else _coming_group(parsed, claim)
        )
        first = (first[0], coming.mention) if coming else first
    found = [first]
    subject = _subject(claim, objects)
    heads = joined(subject) if subject is not None else []
    for apposed in subject.children if subject is not None else ():
        heads += joined(apposed) if apposed.dep_ == "appos" else []
    for head in heads:
        mention = parsed.mention_at(head.i)
        if mention and mention.is_named and mention.role in _GROUPS and mention.mention.kind in _ARMED:
            name = mention.mention.name
            # A short form beside its name is no second claimant.
            if all(not is_same(name, m.name) and parsed.aliases.get(name) != m.name for _, m in found):
                found.append(((), mention.mention))
    # "two groups, A and B, claim": A and B, not a third.
    return found[1:] if len(found) > 2 and _is_nameless(found[0][1].name) else found


# Says nothing of which group it is.
_ANY = frozenset({"same", "leftist", "rightist", "armed", "rebel", "guerrilla", "militant", "extremist", "terrorist",
                  "unknown", "new", "shadowy", "clandestine", "islamist", "separatist"})  # fmt: skip


def _is_nameless(name: str) -> bool:
    """ "Organisations", "the same group", "a leftist group"."""
    *words, head = name.lower().split()
    return head in with_role("stand_in") | {"group", "groups"} and set(words) <= _ANY | {"the", "a", "this"}


def _is_counted(parsed: ParsedText, mention: Mention) -> bool:
    """ "Five organisations": as many as they are, no one name fits them."""
    found = next((m for m in parsed.mentions if m.mention.span == mention.span), None)
    return found is not None and any(c.dep_ == "nummod" for c in parsed.doc[found.head].children)


def _is_same_again(parsed: ParsedText, mention: Mention) -> bool:
    """ "This is the same group that ...": told of before."""
    return parsed.text[mention.span.start : mention.span.end].lower().startswith(("the same", "same", "this"))


def _claimant(
    parsed: ParsedText, claim: Token, objects: list[Token]
) -> tuple[tuple[Holder, ...], Mention] | None:
    """Who relays the claim at the verb, and who claims; None where the text names no claimant."""
    subject = _subject(claim, objects)
    if subject is None:
        behind = _on_behalf(parsed, claim, None) or _only_group_before(parsed, claim)
        return ((), behind.mention) if behind else None
    named = _in_the_name_of(parsed, claim)
    if named is not None:
        return (), named.mention
    itself = speaking_of_itself(parsed, subject)
    if itself is not None:
        return (), itself.mention
    for noun in (subject, *(t for t in subject.subtree if t.dep_ == "appos" and t.i < claim.i)):
        found = own_name(parsed, noun)
        if found is not None:
            return (), found.mention
    behind = _on_behalf(parsed, claim, subject)
    holders = parsed.speakers.of(subject)
    if holders and holders[-1].kind is HolderKind.GROUP and holders[-1].span is not None:
        last = holders[-1]
        return holders[:-1], Mention(span=holders[-1].span, name=last.name, kind=ActorKind.GROUP)
    mention = parsed.mention_at(subject.i)
    if mention and mention.is_named and mention.role in _PARTIES:
        return (), mention.mention
    if mention and mention.role == "stand_in" and any(c.dep_ == "nummod" for c in subject.children):
        return (), mention.mention  # "five organisations took credit"
    group = behind or _last_group(parsed, claim.i) or _coming_group(parsed, claim)
    if group is None:
        return None
    return holders, group.mention


def is_told_by_group(parsed: ParsedText, claim: Token, objects: list[Token]) -> bool:
    """True if the claim verb's own subject is an armed group, or somebody who speaks for one."""
    subject = _subject(claim, objects)
    if subject is None:
        return False
    if speaking_of_itself(parsed, subject) is not None:
        return True
    found = parsed.mention_at(subject.i)
    if found and found.is_named:
        return found.mention.kind in _ARMED
    holders = parsed.speakers.of(subject)
    return bool(holders) and holders[-1].kind is HolderKind.GROUP


def _in_the_name_of(parsed: ParsedText, claim: Token) -> FoundMention | None:
    """ "A statement in the name of X that appeared on Y claimed": X, whatever stands nearer to the verb."""
    sent = sentence_of(claim)
    for token in sent.doc[sent.start : claim.i]:
        if (
            token.lower_ == "name"
            and token.head.lower_ == "in"
            and token.head.head.lower_ in _CALLS | {"video", "post"}
        ):
            for found in parsed.mentions_between(token.i, min(token.i + 5, claim.i)):
                if found.is_named and found.mention.kind in _ARMED:
                    return found
    return None


def _only_group_before(parsed: ParsedText, claim: Token) -> FoundMention | None:
    """ "Within hours X, which had just been formed, took responsibility": the one group before the verb."""
    if claim.dep_ not in {"ROOT", "conj"} or claim.tag_ == "VBN":
        return None
    before = parsed.mentions_between(sentence_of(claim).start, claim.i)
    groups = [m for m in before if m.is_named and m.mention.kind in _ARMED and m.role in _GROUPS]
    return groups[0] if groups and len({m.mention.name for m in groups}) == 1 else None


def announcer_of(parsed: ParsedText, verb: Token) -> tuple[tuple[Holder, ...], Mention] | None:
    """The armed group that announces, or in whose name an account or a passive does; None for anybody else."""
    subject = _subject(verb, [])
    if subject is None or subject.dep_ == "nsubjpass":
        behind = _on_behalf(parsed, verb, None)
        return ((), behind.mention) if behind else None
    behind = _on_behalf(parsed, verb, subject)
    if behind:
        return (), behind.mention
    mention = parsed.mention_at(subject.i)
    if (
        mention is None
        or not mention.is_named
        or mention.mention.kind is not ActorKind.GROUP
        or mention.role not in {"body", "fighters", "pronoun", "stand_in"}
    ):
        return None
    return (), mention.mention


def _subject(token: Token, objects: list[Token]) -> Token | None:
    agent = next(iter(nouns_behind(token, {"by"}, {"agent", "prep"})), None)
    passive = token.tag_ == "VBN" and (
        token.dep_ == "acl" or any(c.dep_ in {"nsubjpass", "auxpass"} for c in token.children)
    )
    if agent is not None and (passive or any(c.dep_ == "nsubj" and c in objects for c in token.children)):
        return agent
    if passive:
        return None
    named = next(
        (
            n
            for c in token.children
            if c.i < token.i and c.tag_ in {"VBN", "VBD"} and c.lemma_ in {"call", "name", "style"}
            for n in c.children
            if n.dep_ in {"oprd", "attr", "dobj"}
        ),
        None,
    )
    # "a unit called X has claimed": the parse may make "called" a clause of its own.
    return subject_of(token) or named


def _on_behalf(parsed: ParsedText, claim: Token, subject: Token | None) -> FoundMention | None:
    """ "on behalf of X", "in the name of X", "in X's name", "a caller from X", "a call claiming it for X"."""
    sent = sentence_of(claim)
    is_call = subject is not None and subject.lower_ in _CALLS
    for token in sent:
        if token.lower_ in {"behalf", "name"}:
            owner = next((c for c in token.children if c.dep_ == "poss"), None)
            found = parsed.mention_at(owner.i) if owner is not None else None
            if found and found.is_named and found.mention.kind in _ARMED:
                return found
        if (
            token.lower_ in {"behalf", "name"}
            or (subject is not None and token.lower_ in {"from", "of", "for"} and token.head == subject)
            or (is_call and token.lower_ == "for" and token.i > claim.i)
        ):
            for found in parsed.mentions_between(token.i, min(token.i + 8, sent.end)):
                if found.is_named and found.mention.kind in _ARMED:
                    return found
    return None


def _last_group(parsed: ParsedText, before: int) -> FoundMention | None:
    for found in reversed(parsed.mentions_between(max(0, before - _GROUP_REACH), before)):
        if found.is_named and found.mention.kind in _ARMED and found.role in _GROUPS:
            return found
    return None


def _coming_group(parsed: ParsedText, claim: Token) -> FoundMention | None:
    """The group that the text names only after it told of "an unknown faction" and its masked men."""
    sent = sentence_of(claim)
    before = parsed.mentions_between(sent.start, claim.i)
    if not any(m.mention.name.lower() in with_role("stand_in") for m in before):
        return None
    for found in parsed.mentions_between(claim.i, claim.i + _GROUP_REACH):
        if found.is_named and found.mention.kind in _ARMED and found.role in _GROUPS | {"stand_in"}:
            return found
    return None
