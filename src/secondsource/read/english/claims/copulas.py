"""Deeds owned in a form of "to be": "said the rocket was theirs", "said that it was they who had shot the judge"."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from secondsource.read.english import lexicon
from secondsource.read.english.claims.forms import claimed_deed
from secondsource.read.english.claims.selves import speaking_of_itself
from secondsource.read.english.events.triggers import Trigger
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.text.sentences import sentence_of
from secondsource.read.english.who.mentions import FoundMention
from secondsource.records import ActorKind, Stance

_POSSESSED = frozenset({"theirs", "ours"})
_OWNERS = frozenset({"its", "their", "our"})
_OWN = frozenset({"own", "work", "doing", "deed", "operation", "action", "handiwork"})
_FIRST = frozenset({"it", "we", "us", "ourselves"})
_STRETCHES = frozenset({"operation", "action"})
_SELVES = frozenset({"they", "them", "we", "us", "themselves", "ourselves", "it"})
_POINTING = frozenset({"it", "this", "that", "these", "those", "both"})
_COMPLEMENTS = frozenset({"attr", "acomp", "oprd", "advmod", "dobj", "nsubj"})


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnedInCopula:
    """Who owns up, the deeds that the words name, and the verbs that tell the deed in a clause of their own."""

    owner: FoundMention
    deeds: tuple[Trigger, ...]
    acts: frozenset[int]
    # "It was ours": the words point at a deed told before.
    is_pointing: bool


def owned_in_copula(parsed: ParsedText, token: Token) -> OwnedInCopula | None:
    """What the "to be" at the token owns for the organisation that is speaking; None where it owns nothing."""
    if token.lemma_ != "be" or token.pos_ not in {"AUX", "VERB"} or _is_no_fact(token):
        return None
    subject = next((c for c in token.children if c.dep_ in {"nsubj", "expl"} and c.i < token.i), None)
    if subject is None or parsed.stance_at(token.i) is not Stance.ASSERTS:
        return None
    return _possessed(parsed, token, subject) or _themselves(parsed, token, subject)


def _is_no_fact(token: Token) -> bool:
    """True for "was not ours", "would be ours", "if it was ours", "was it ours?"."""
    if any(c.dep_ == "neg" or (c.dep_ == "aux" and c.tag_ == "MD") for c in token.children):
        return True
    if any(c.dep_ == "mark" and c.lower_ in {"if", "whether", "unless"} for c in token.children):
        return True
    return any(t.text == "?" for t in sentence_of(token)[-2:]) or any(
        t.lower_ in {"no", "none", "neither", "nobody"} for t in token.doc[max(0, token.i - 3) : token.i + 3]
    )


def _possessed(parsed: ParsedText, token: Token, subject: Token) -> OwnedInCopula | None:
    """ "The lorry was theirs", "this was our work": the subject is the deed, its means or a word pointing at it."""
    deeds = [d for d in (claimed_deed(subject),) if d]
    stands_for_it = subject.lower_ in lexicon.words_with("claims", "form", "carrier")
    if not deeds and not stands_for_it and not (subject.lower_ in _POINTING and _is_past(token)):
        return None
    for one in token.doc[token.i + 1 : min(token.i + 7, sentence_of(token).end)]:
        if one.head.i != token.i or (one.lower_ in _STRETCHES and not deeds and not stands_for_it):
            continue  # "it was on its own", "it was their longest operation"
        if one.lower_ in _POSSESSED:
            word = one
        elif one.lower_ in _OWN:
            owners = [c for c in one.children if c.lower_ in _OWNERS]
            if one.lower_ == "own" and not owners and one.nbor(-1).lower_ in _OWNERS:
                owners = [one.nbor(-1)]
            if not owners:
                continue
            word = owners[0]
        else:
            continue
        owner = speaking_of_itself(parsed, word) or _teller(parsed, token, word)
        if owner is None:
            return None
        return OwnedInCopula(owner=owner, deeds=tuple(deeds), acts=frozenset(), is_pointing=not deeds)
    return None


def _themselves(parsed: ParsedText, token: Token, subject: Token) -> OwnedInCopula | None:
    """ "It was they", "it was its members who burnt the depot"."""
    if subject.lower_ not in {"it", "this", "that"}:
        return None
    for one in token.children:
        if one.i <= token.i or one.dep_ not in _COMPLEMENTS:
            continue
        if one.lower_ not in _SELVES and one.pos_ != "NOUN":
            continue
        owner = speaking_of_itself(parsed, one) or _teller(parsed, token, one)
        if owner is None:
            continue
        clauses = [
            c for t in (one, token) for c in t.children if c.dep_ in {"relcl", "ccomp", "acl", "advcl"}
        ]
        clauses = [c for c in clauses if c.i > one.i]
        if one.lower_ == "them":
            continue  # as often those whom the speaker charges
        acts = frozenset(v.i for c in clauses for v in (c, *c.conjuncts) if _is_active(v))
        if not acts and (clauses or one.lower_ in _FIRST or not _is_past(token)):
            return None  # "it was us" alone is read in claim_forms
        return OwnedInCopula(owner=owner, deeds=(), acts=acts, is_pointing=not acts)
    return None


def _is_past(token: Token) -> bool:
    """ "Was", "had been": a deed that is done; "this is our work" tells of anything."""
    return token.tag_ == "VBD" or any(c.dep_ == "aux" and c.lemma_ == "have" for c in token.children)


def _is_active(verb: Token) -> bool:
    """False for "it was its members who were shot"."""
    return not any(c.dep_ in {"nsubjpass", "auxpass", "neg"} for c in verb.children)


def _teller(parsed: ParsedText, token: Token, word: Token) -> FoundMention | None:
    """ "X let it be known that the lorry was theirs": the group that tells in a verb that is not one of speech."""
    if word.lower_ not in {"theirs", "its", "their", "they", "them"}:
        return None
    above = token
    for _ in range(3):
        above = above.head
        subject = next((c for c in above.children if c.dep_ == "nsubj" and c.i < above.i < token.i), None)
        if subject is not None:
            found = parsed.mention_at(subject.i)
            is_telling = above.lemma_ in lexicon.words_with("claims", "form", "tells")
            is_group = found and found.is_named and found.mention.kind is ActorKind.GROUP
            return found if is_telling and is_group else None
    return None
