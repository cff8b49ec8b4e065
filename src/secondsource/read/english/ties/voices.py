"""Who says a tie, and with which stance: denials by a verb above it, "no link", "neither", "suspected"."""

from __future__ import annotations

from spacy.tokens import Token

from secondsource.read.english.lexicon import lines
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.said.holders import to_holder
from secondsource.records import Holder, Stance

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_UPWARD = frozenset(
    {"xcomp", "conj", "advcl", "attr", "acomp", "oprd", "prep", "pobj", "dobj", "pcomp", "ccomp", "agent"}
    | {"acl", "amod", "appos", "nsubj"}
)
_PROOFS = frozenset({"proof", "evidence", "indication", "sign", "confirmation", "trace"})
_COMPLEMENTS = frozenset({"agent", "prep", "dobj"})
_DENIALS = frozenset({"deny", "refute", "reject", "disown", "disavow", "dismiss", "repudiate", "rebut"})
_SAYING = frozenset(
    {"say", "claim", "report", "state", "tell", "announce", "declare", "add", "assert", "insist"}
)
_HEDGES = lines("hedging_words")
_HEDGING = lines("hedging_verbs")
_DEPTH = 6
_PREDICATED = frozenset({"attr", "oprd", "acomp"})


def voice(parsed: ParsedText, token: Token) -> tuple[tuple[Holder, ...], Stance]:
    """The chain and the stance at a token; who denies by a verb above it ends the chain."""
    chain, stance = parsed.chain_at(token.i), parsed.stance_at(token.i)
    at = token
    for _ in range(_DEPTH):
        if at is not token and at.lemma_.lower() in _DENIALS:
            denier = next((parsed.mention_at(c.i) for c in at.children if c.dep_ == "nsubj"), None)
            if denier is not None and all(h.name != denier.mention.name for h in chain):
                chain = (*chain, to_holder(denier))
            return chain, Stance.DENIES
        stance = _firmer(stance, _own_stance(parsed, at, is_start=at is token))
        if at.dep_ == "relcl" and at.head.lemma_.lower() in _HEDGING:  # "allegations that links exist"
            stance = _firmer(stance, Stance.DOUBTS)
        if at.head is at or at.dep_ not in _UPWARD:
            break
        if at.dep_ == "ccomp" and at.head.lemma_ in _SAYING:
            break
        at = at.head
    return chain, stance


def voice_of_description(parsed: ParsedText, token: Token) -> tuple[tuple[Holder, ...], Stance]:
    """The chain and the stance of a tie that only describes: "Tolmen-backed militias have not claimed the attack".

    What is said of the described, be it denied or doubted, leaves its description as it stands; "the Guard is no
    Tolmen-backed militia" speaks of the description itself.
    """
    noun = token
    while noun.dep_ in {"amod", "compound", "nmod", "npadvmod", "conj"} and noun.head is not noun:
        noun = noun.head
    if noun.dep_ in _PREDICATED or noun.head.lower_ == "as" or noun.pos_ in {"VERB", "AUX"}:
        return voice(parsed, token)
    hedged = any(c.lower_ in _HEDGES and c.i < noun.i for t in (token, noun) for c in t.children)
    return parsed.chain_at(token.i), Stance.DOUBTS if hedged else Stance.ASSERTS


def _firmer(one: Stance, other: Stance) -> Stance:
    """A denial wins over a doubt, a doubt over an assertion."""
    return next((s for s in (Stance.DENIES, Stance.DOUBTS) if s in (one, other)), Stance.ASSERTS)


def _own_stance(parsed: ParsedText, at: Token, *, is_start: bool) -> Stance:
    """What the words at one step say: "no link", "neither A nor B", "suspected", "whether"."""
    lowers = {c.lower_ for c in at.children}
    subjects_ = [c for c in at.children if c.dep_ in _SUBJECTS]
    negated = any(c.dep_ == "neg" for c in at.children) and not (at.lower_ == "only" or "only" in lowers)
    if is_start:  # "financed neither by A nor by B", "financed by neither A nor B"
        behind = [d for c in at.children if c.dep_ in _COMPLEMENTS for d in c.children]
        lowers |= {d.lower_ for d in [*behind, *(e for d in behind for e in d.children)]} & {"neither"}
    negated = negated or "neither" in lowers or ((is_start or at.pos_ == "NOUN") and "no" in lowers)
    for subject in subjects_:
        negated = (
            negated
            or subject.lower_ in {"none", "neither", "nobody"}
            or any(c.lower_ in {"no", "neither"} for c in subject.children)
        )
    is_nobody = any(c.dep_ == "dobj" and c.lower_ in {"nobody", "none", "nothing"} for c in at.children)
    if at.lemma_ in _PROOFS and (negated or "little" in lowers):
        return Stance.DOUBTS  # "there is no proof that"
    if at.lemma_ == "say" and any(c.dep_ == "auxpass" for c in at.children) and not is_start:
        return Stance.DOUBTS  # "is said to be run by"
    if negated or (is_start and is_nobody) or (at.dep_ == "pcomp" and at.head.lower_ == "without"):
        return Stance.DENIES
    if (
        lowers & _HEDGES
        or at.lemma_.lower() in _HEDGING
        or any(c.lower_ == "whether" or (c.dep_ == "mark" and c.lower_ == "if") for c in at.children)
    ):
        return Stance.DOUBTS
    if any(c.dep_ == "aux" and c.lower_ in {"may", "might", "could"} for c in at.children):
        return Stance.DOUBTS
    return Stance.ASSERTS
