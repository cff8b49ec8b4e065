"""Claims of responsibility: who says that it did it itself, of which attacks, through whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from secondsource.read.english import lexicon
from secondsource.read.english.mentions import FoundMention
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.perpetrators import speaking_of_itself, subject_of
from secondsource.read.english.sentences import sentence_of
from secondsource.read.english.triggers import Trigger, deed_at, joined
from secondsource.records import ActorKind, Holder, HolderKind, Mention

_NEGATIONS = frozenset(
    {
        "no",
        "not",
        "none",
        "nobody",
        "neither",
        "never",
        "yet",
        "without",
        "nor",
        "n't",
        "no-one",
        "noone",
    }
)
_HABITUAL = frozenset({"usually", "often", "routinely", "regularly", "frequently", "typically"})
# Tokens: a page of a report, within which "the men on the tape" are still of the group last named.
_GROUP_REACH = 600
_ARMED = frozenset({ActorKind.GROUP, ActorKind.PARTY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Claiming:
    """A claim at verb token `at`: the holders before the claimant, the claimant, and the deeds it owns up to."""

    at: int
    before: tuple[Holder, ...]
    claimant: Mention
    deeds: tuple[Trigger, ...]

    @property
    def used(self) -> set[int]:
        """The event words that the claim has taken up."""
        return {self.at, *(d.at for d in self.deeds)}


def find_claims(parsed: ParsedText, sent: Sentence) -> tuple[list[Claiming], set[int]]:
    """The claims of responsibility in one sentence, and the event words that are taken up.

    "No group has claimed the attack" and "has not claimed attacks" take up their words and claim nothing.
    """
    found: list[Claiming] = []
    used: set[int] = set()
    for token in sent:
        objects = _claimed(token) or _done_it(parsed, token) or _was_behind(parsed, token)
        if objects is None:
            continue
        deeds = tuple(_deeds(token, objects))
        if _is_negated(token, objects):
            used |= {token.i, *(d.at for d in deeds)}
            continue
        subject = _claimant_token(token, objects)
        claimant = _claimant(parsed, subject, token) if subject is not None else None
        if claimant is None:
            continue
        claiming = Claiming(at=token.i, before=claimant[0], claimant=claimant[1], deeds=deeds)
        found.append(claiming)
        used |= claiming.used
    return found, used


def _claimed(token: Token) -> list[Token] | None:
    """What the verb claims: its responsibility noun or its deeds; None where it is no claim."""
    if token.pos_ not in {"VERB", "AUX"}:
        return None
    lemma = token.lemma_.lower()
    for entry in lexicon.entries("claims", ("form", "objects")):
        if lemma not in entry["words"]:
            continue
        objects = [c for c in token.children if c.dep_ in {"dobj", "nsubjpass", "attr", "oprd"}]
        if token.dep_ in {"acl", "relcl"} and token.tag_ == "VBN":
            objects.append(token.head)
        if entry["form"] == "object":
            named = [o for o in objects if o.lower_ in entry["objects"]]
            if named:
                return named
        elif entry["form"] == "deed":
            deeds = [d for o in objects for d in (o, *joined(o)) if deed_at(d)]
            if deeds:
                return deeds
        elif entry["form"] == "up" and any(c.lower_ == "up" for c in token.children):
            return [token]
    return None


def _done_it(parsed: ParsedText, token: Token) -> list[Token] | None:
    """ "said that it had done it": the deed told before, by the organisation that is speaking."""
    if token.lemma_ != "do" or token.pos_ != "VERB":
        return None
    objects = [
        c for c in token.children if c.dep_ == "dobj" and c.lower_ in {"it", "this", "that", "work", "deed"}
    ]
    subject = subject_of(token)
    if not objects or subject is None or speaking_of_itself(parsed, subject) is None:
        return None
    return objects


def _was_behind(parsed: ParsedText, token: Token) -> list[Token] | None:
    """ "said it was behind the blast": the deeds, where the organisation that is speaking was behind them."""
    if token.lemma_ != "be":
        return None
    subject = subject_of(token)
    if subject is None or speaking_of_itself(parsed, subject) is None:
        return None
    deeds = [
        p
        for c in token.children
        if c.lower_ in {"behind", "responsible"}
        for f in (c, *c.children)
        if f.lower_ in {"behind", "for"}
        for p in f.children
        if p.dep_ in {"pobj", "pcomp"} and deed_at(p)
    ]
    return deeds or None


def _is_negated(token: Token, objects: list[Token]) -> bool:
    near = [c for t in (token, *objects) for c in t.children]
    if any(
        c.dep_ == "neg" or c.lower_ in _NEGATIONS - {"yet", "without"} or c.lower_ in _HABITUAL for c in near
    ):
        return True
    agents = [
        p for c in token.children if c.dep_ in {"agent", "prep"} and c.lower_ == "by" for p in c.children
    ]
    if any(p.lower_ in _NEGATIONS or any(c.lower_ == "no" for c in p.children) for p in agents):
        return True
    subject = subject_of(token) or next((c for c in token.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is not None and (
        subject.lower_ in _NEGATIONS or any(c.lower_ in {"no", "neither"} for c in subject.children)
    ):
        return True
    # "denied claiming", "yet to claim", "refused to claim"
    return token.head.lemma_ in {"deny", "refuse", "decline", "fail"} or (
        token.dep_ in {"xcomp", "relcl"}
        and any(t.lower_ == "yet" for t in token.doc[max(sentence_of(token).start, token.i - 3) : token.i])
    )


def _claimant_token(token: Token, objects: list[Token]) -> Token | None:
    agent = next(
        (
            p
            for c in token.children
            if c.dep_ in {"agent", "prep"} and c.lower_ == "by"
            for p in c.children
            if p.dep_ == "pobj"
        ),
        None,
    )
    passive = token.tag_ == "VBN" and (
        token.dep_ == "acl" or any(c.dep_ in {"nsubjpass", "auxpass"} for c in token.children)
    )
    if agent is not None and passive:
        return agent
    if passive:
        return None
    return subject_of(token)


def _claimant(parsed: ParsedText, subject: Token, claim: Token) -> tuple[tuple[Holder, ...], Mention] | None:
    """Who relays and who claims. A spokesman, a caller or a pronoun stands for the group behind him."""
    itself = speaking_of_itself(parsed, subject)
    if itself is not None:
        return (), itself.mention
    holders = parsed.speakers.of(subject)
    behind = _on_behalf(parsed, claim, subject)
    if holders and holders[-1].kind is HolderKind.GROUP and holders[-1].span is not None:
        last = holders[-1]
        return holders[:-1], Mention(span=holders[-1].span, name=last.name, kind=ActorKind.GROUP)
    mention = parsed.mention_at(subject.i)
    if (
        mention
        and mention.is_named
        and mention.role in {"body", "name", "force", "state", "fighters", "pronoun", "stand_in"}
    ):
        return (), mention.mention
    group = behind or _last_group(parsed, subject.i)
    if group is None:
        return None
    return holders, group.mention


def _on_behalf(parsed: ParsedText, claim: Token, subject: Token) -> FoundMention | None:
    """ "on behalf of X", "in the name of X", "a caller from X": the group that a caller speaks for."""
    for token in sentence_of(claim):
        if token.lower_ in {"behalf", "name"} or (
            token.lower_ in {"from", "of", "for"} and token.head == subject
        ):
            for found in parsed.mentions_between(token.i, min(token.i + 8, sentence_of(claim).end)):
                if found.is_named and found.mention.kind in _ARMED:
                    return found
    return None


def _last_group(parsed: ParsedText, before: int) -> FoundMention | None:
    for found in reversed(parsed.mentions_between(max(0, before - _GROUP_REACH), before)):
        if found.is_named and found.mention.kind in _ARMED and found.role in {"body", "name", "fighters"}:
            return found
    return None


def _deeds(token: Token, objects: list[Token]) -> Iterator[Trigger]:
    """The event words that the claim is for, each with those joined to it."""
    heads: list[Token] = []
    for head in (token, *objects):
        if deed_at(head):
            heads.append(head)
        for prep in head.children:
            if prep.dep_ in {"prep", "prt"} and prep.lower_ in {"for", "of", "in", "to", "up"}:
                heads += [p for p in prep.children if p.dep_ in {"pobj", "pcomp"}]
                heads += [
                    p
                    for deeper in prep.children
                    if deeper.lower_ == "to"
                    for p in deeper.children
                    if p.dep_ in {"pobj", "pcomp"}
                ]
    seen: set[int] = set()
    for head in heads:
        for one in (head, *joined(head)):
            deed = deed_at(one)
            if deed and one.i not in seen:
                seen.add(one.i)
                yield deed


def claim_chain(outer: tuple[Holder, ...], claiming: Claiming) -> tuple[Holder, ...]:
    """The chain of a claim: who relays it, the spokesman, and the claimant as its origin."""
    claimant = Holder(name=claiming.claimant.name, kind=HolderKind.GROUP, span=claiming.claimant.span)
    chain = [h for h in outer if h.name != claimant.name]
    for holder in claiming.before:
        if all(h.name != holder.name for h in chain) and holder.name != claimant.name:
            chain.append(holder)
    return (*chain, claimant)
