"""The words with which a party owns up to a deed, and the deeds that they are for."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from secondsource.read.english import lexicon
from secondsource.read.english.claims.selves import speaking_of_itself
from secondsource.read.english.events.subjects import subject_of
from secondsource.read.english.events.sufferers import is_ground, joined
from secondsource.read.english.events.triggers import Trigger, deed_at
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.text.sentences import sentence_of
from secondsource.records import EventType

_NEGATIONS = frozenset({"no", "not", "none", "nobody", "neither", "never", "nor", "n't", "no-one", "noone"})
_HABITUAL = frozenset({"usually", "often", "routinely", "regularly", "frequently", "typically"})
_TENDING = frozenset({"tend", "like", "love", "prefer"})
_RARE = frozenset(
    {"rare", "unusual", "common", "usual", "normal", "customary", "quick", "slow", "keen", "reluctant"}
)
_LINKS = frozenset({"for", "of", "in", "to", "up", "about"})
# Deeds that it takes two for.
_SHARED = frozenset({EventType.AGREEMENT, EventType.PROTEST})
_WORKS = frozenset({"work", "operation", "action", "deed", "feat", "handiwork"})
_OBJECTS = frozenset({"dobj", "nsubjpass", "attr", "oprd"})
_PREPOSITIONAL = frozenset({"pobj", "pcomp"})
_LAWFUL = frozenset({"legal", "court", "class", "industrial", "civil", "political", "joint", "own"})
_POINTING = frozenset({"it", "this", "both"})
_ITSELF = frozenset({"itself", "themselves", "ourselves"})


def claimed_at(parsed: ParsedText, token: Token) -> list[Token] | None:
    """What the verb at the token claims: its responsibility noun or its deeds; None where it claims nothing."""
    return (
        _claimed(token)
        or _done_it(parsed, token)
        or _was_behind(parsed, token)
        or _was_us(parsed, token)
        or _called_own(token)
        or _hailed_own(token)
        or _named_itself(token)
    )


def announced_at(token: Token) -> list[Token] | None:
    """The deeds that the verb announces; they are claimed only where an armed group announces them."""
    if token.lemma_.lower() not in lexicon.words_with("claims", "form", "announced") or token.pos_ != "VERB":
        return None
    deeds = [d for o in _objects(token) for d in (o, *joined(o)) if claimed_deed(d)]
    return deeds or None


def is_negated(token: Token, objects: list[Token]) -> bool:
    """True for "has not claimed", "claimed by nobody", "refused to claim", "usually claims"."""
    near = [c for t in (token, *objects) for c in t.children]
    if any(c.dep_ == "neg" or c.lower_ in _NEGATIONS or c.lower_ in _HABITUAL for c in near):
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
    if any(_is_taken_back(c) for c in token.children if c.dep_ == "conj"):
        return True
    if _is_habit(token) or _is_in_disowned_words(token):
        return True
    # "denied claiming", "yet to claim", "refused to claim"
    return token.head.lemma_ in {"deny", "refuse", "decline", "fail"} or (
        token.dep_ in {"xcomp", "relcl"}
        and any(t.lower_ == "yet" for t in token.doc[max(sentence_of(token).start, token.i - 3) : token.i])
    )


def _is_habit(token: Token) -> bool:
    """ "Tends to take credit", "it is rare for X to claim"."""
    if not any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children):
        return False
    above = token.head
    return above.lemma_ in _TENDING or any(
        c.dep_ == "acomp" and c.lower_ in _RARE for c in above.children if above.lemma_ == "be"
    )


def _is_in_disowned_words(token: Token) -> bool:
    """ "Disowned the statement claiming the raid"."""
    words = token.head
    return (
        token.dep_ in {"acl", "relcl"}
        and words.dep_ in {"dobj", "nsubjpass"}
        and words.head.lemma_
        in {"disown", "disavow", "repudiate", "reject", "dismiss", "retract", "withdraw"}
    )


def _is_taken_back(verb: Token) -> bool:
    """ "... and then withdrew its claim"."""
    return verb.lemma_ in {"withdraw", "retract", "recant", "disavow", "disown"} and any(
        c.dep_ == "dobj" and c.lower_ in {"claim", "it", "statement", "responsibility", "this", "claims"}
        for c in verb.children
    )


def is_faint(objects: list[Token]) -> bool:
    """True for "it", "this" and "the act", which only an armed group's own verb makes a claim."""
    acts = lexicon.words_with("claims", "form", "act")
    return all(o.lower_ in _POINTING or o.lower_ in acts or o.lower_ == "responsible" for o in objects)


def claimed_deed(token: Token) -> Trigger | None:
    """The deed that a noun behind a claim stands for: an event noun, or what it was done with ("the bomb")."""
    deed = deed_at(token)
    if deed or token.pos_ != "NOUN":
        return deed
    if token.lower_ == "control" and any(
        is_ground(p) for c in token.children if c.lower_ in {"of", "over"} for p in c.children
    ):
        return Trigger(at=token.i, type=EventType.TERRITORY, form="deed")
    if token.lower_ in lexicon.words_with("claims", "form", "act") and not any(
        c.dep_ in {"amod", "compound"} and c.lower_ in _LAWFUL for c in token.children
    ):
        return Trigger(at=token.i, type=EventType.ATTACK, form="deed")
    if token.lower_ in lexicon.words_with("claims", "form", "means"):
        return Trigger(at=token.i, type=EventType.BOMBING, form="deed")
    return None


def deeds_of(token: Token, objects: list[Token]) -> Iterator[Trigger]:
    """The event words that the claim at the token is for, each with those joined to it."""
    heads = [head for head in (token, *objects) if head is not token and claimed_deed(head)]
    for head in (token, *objects):
        for prep in (p for c in head.children for p in (c, *(d for d in c.children if d.dep_ == "conj"))):
            if prep.dep_ in {"prep", "prt", "dative", "conj"} and prep.lower_ in _LINKS:
                heads += [p for p in prep.children if p.dep_ in _PREPOSITIONAL]
                heads += [
                    p
                    for deeper in prep.children
                    if deeper.lower_ == "to"
                    for p in deeper.children
                    if p.dep_ in _PREPOSITIONAL
                ]
    heads = heads or _for_which(token)
    seen: set[int] = set()
    for head in heads:
        for one in (head, *joined(head)):
            deed = claimed_deed(one)
            if deed and one.i not in seen:
                seen.add(one.i)
                yield deed


def _objects(token: Token) -> list[Token]:
    objects = [c for c in token.children if c.dep_ in _OBJECTS]
    if token.dep_ in {"acl", "relcl"} and token.tag_ == "VBN":
        objects.append(token.head)
    if not objects and token.tag_ in {"VBN", "VBD"} and any(c.dep_ == "agent" for c in token.children):
        # "multiple attacks, also claimed by X, have killed": the parse makes the aside a clause of its own.
        objects = [c for c in token.children if c.dep_ == "nsubj"]
    return objects


def _claimed(token: Token) -> list[Token] | None:
    if token.pos_ not in {"VERB", "AUX"}:
        return None
    lemma = token.lemma_.lower()
    for entry in lexicon.entries("claims", ("form", "objects")):
        if lemma not in entry["words"]:
            continue
        objects = _objects(token)
        if entry["form"] == "object":
            named = [o for o in objects if o.lower_ in entry["objects"]]
            if named and (_is_plain(named[0]) or any(True for _ in deeds_of(token, named))):
                return named
        elif entry["form"] == "deed":
            deeds = [
                d
                for o in objects
                for d in (o, *joined(o))
                if (t := claimed_deed(d)) and t.type not in _SHARED
            ]
            if deeds:
                return deeds
        elif entry["form"] == "link":
            linked = [
                p
                for c in token.children
                if c.dep_ in {"prep", "dative"} and c.lower_ in entry["objects"]
                for p in c.children
                if p.dep_ in _PREPOSITIONAL and (claimed_deed(p) or p.lower_ in _POINTING)
            ]
            if linked:
                return linked
        elif entry["form"] == "up" and any(c.lower_ == "up" for c in token.children):
            return [token]
    return None


def _is_plain(noun: Token) -> bool:
    """Responsibility and credit are for deeds unless the text says otherwise; a name or a claim is for anything."""
    return noun.lower_ not in {"claim", "name", "signature", "blame"}


def _was_us(parsed: ParsedText, token: Token) -> list[Token] | None:
    """ "It was us", "it was our men who did it": the deed told before."""
    if token.lemma_ != "be" or not any(
        c.dep_ in {"nsubj", "expl"} and c.lower_ in {"it", "this", "that"} for c in token.children
    ):
        return None
    selves = [
        c
        for c in token.children
        if c.dep_ in {"attr", "acomp", "dobj"}
        and (
            c.lower_ in {"us", "we", "ourselves", "ours"}
            or any(p.dep_ == "poss" and p.lower_ == "our" for p in c.children)
        )
    ]
    if not selves or not any(speaking_of_itself(parsed, c) for c in (*selves, *_subjects(token))):
        return None
    return selves


def _subjects(token: Token) -> list[Token]:
    return [c for c in token.children if c.dep_ == "nsubj"]


def _hailed_own(token: Token) -> list[Token] | None:
    """ "hailed the bombing as its own", "attributed the attack to its fighters"."""
    if token.pos_ != "VERB" or token.lemma_ not in lexicon.words_with("claims", "form", "own"):
        return None
    own = any(
        p.lower_ in {"itself", "themselves"}
        or (
            p.lower_
            in {"own", "work", "operations", "actions", "deeds", "fighters", "men", "members", "people"}
            and any(o.dep_ == "poss" and o.lower_ in {"its", "their"} for o in p.children)
        )
        for d in (token, *token.children)
        for c in d.children
        if c.dep_ in {"prep", "dative"} and c.lower_ in {"as", "to", "among"}
        for p in c.children
    )
    deeds = [d for o in _objects(token) for d in (o, *joined(o)) if claimed_deed(d)]
    return deeds if own and deeds else None


def _done_it(parsed: ParsedText, token: Token) -> list[Token] | None:
    """ "said that it had done it": the deed told before, by the organisation that is speaking."""
    if token.lemma_ != "do" or token.pos_ != "VERB":
        return None
    objects = [
        c
        for c in token.children
        if c.dep_ == "dobj" and (c.lower_ in {"it", "this", "that", "work", "deed"} or claimed_deed(c))
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
        if p.dep_ in _PREPOSITIONAL and (claimed_deed(p) or p.lower_ in _POINTING)
    ]
    bare = [c for c in token.children if c.lower_ == "responsible" and not list(c.children)]
    return deeds or bare or None


def _called_own(token: Token) -> list[Token] | None:
    """ "called the bombing its first work"."""
    if token.lemma_ not in {"call", "describe", "declare"} or token.pos_ != "VERB":
        return None
    works = [
        c
        for c in token.children
        if c.dep_ in {"ccomp", "oprd", "dobj", "xcomp", "attr"}
        and c.lemma_.lower() in _WORKS
        and any(p.dep_ == "poss" and p.lower_ in {"its", "their", "our"} for p in c.children)
    ]
    about = [
        d
        for h in (token, *works)
        for d in h.children
        if d.dep_ in {"dobj", "nsubj", "nsubjpass"} and d not in works and deed_at(d)
    ]
    return about if works and about else None


def _named_itself(token: Token) -> list[Token] | None:
    """ "declared itself responsible", "announced itself as the author of the attack"."""
    if token.pos_ != "VERB" or token.lemma_ not in lexicon.words_with("claims", "form", "itself"):
        return None
    selves = [t for c in token.children for t in (c, *c.children) if t.lower_ in _ITSELF and t.i > token.i]
    if not selves:
        return None
    for word in token.doc[selves[0].i + 1 : min(selves[0].i + 7, sentence_of(token).end)]:
        if word.lower_ in lexicon.words_with("claims", "form", "authors"):
            return [word]
    return None


def _for_which(token: Token) -> list[Token]:
    """ "an attack for which X took responsibility": the noun before the relative clause."""
    above = token
    for _ in range(4):
        if above.dep_ == "relcl":
            leads = any(
                c.lower_ == "for" and any(p.tag_ in {"WDT", "WP"} for p in c.children)
                for t in (above, token, *token.children, *above.children)
                for c in t.children
            )
            return [above.head] if leads else []
        if above.head.i == above.i:
            return []
        above = above.head
    return []


_COUNTS = {"both": 2, "two": 2, "three": 3, "four": 4}
_ACTS = frozenset({"attacks", "actions", "operations", "bombings", "killings", "incidents", "raids", "crimes",
                   "blasts", "explosions", "strikes", "abductions", "murders"})  # fmt: skip


def told_before(token: Token, objects: list[Token]) -> int:
    """How many of the deeds told before the claim is for: "claimed both attacks", "credit for these two actions"."""
    heads = [
        t
        for t in token.doc[token.i + 1 : sentence_of(token).end]
        if t.lower_ in _ACTS and _is_under(t, token, objects)
    ]
    for head in heads:
        words = {c.lower_ for c in head.children}
        if words & {"both", "these", "the", "those"} and not any(
            c.dep_ in {"prep", "relcl", "acl", "nmod"} for c in head.children
        ):
            return next((n for w, n in _COUNTS.items() if w in words), 0)
    return 0


def _is_under(noun: Token, token: Token, objects: list[Token]) -> bool:
    """True if nothing but nouns and prepositions stands between the noun and the verb: "credit at the time for"."""
    tops = {token.i, *(o.i for o in objects)}
    for above in (noun, *noun.ancestors):
        if above.i in tops:
            return True
        if above.pos_ in {"VERB", "AUX"}:
            return False
    return False
