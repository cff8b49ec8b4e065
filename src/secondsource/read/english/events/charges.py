"""Whom the words around an event word charge with it: "accused X of", "blamed on X", "was the work of X"."""

from __future__ import annotations

from spacy.tokens import Token

from secondsource.read.english import lexicon
from secondsource.read.english.text.phrases import nouns_behind

# What the parse makes of "to" behind a verb of giving: "attributed to X".
GIVEN = frozenset({"prep", "dative"})
_TO = frozenset({"to", "on", "upon"})
# Behind these stands what somebody is charged with; "talks on the attack" charge nobody.
_OF = frozenset({"of", "for", "in", "with", "to"})
_LINKS_UP = frozenset({"pobj", "pcomp", "conj", "dobj"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# Steps from an event word up to what charges somebody with it.
_HIGHEST = 4


def words(name: str) -> frozenset[str]:
    """The words of one list of words/accusing.toml."""
    return lexicon.words_with("accusing", "list", name)


def charged_with(token: Token) -> Token | None:
    """Whom the words around an event word charge with it: "accused X of", "blamed X for", "attributed to X"."""
    found = _worker(token) or _ascribed_behind(token) or _marked_by(token)
    head = token
    for _ in range(_HIGHEST):
        above = head.head
        if found is not None or above.i == head.i:
            break
        found = _charged_above(head, above)
        if head.dep_ not in _LINKS_UP and not (head.dep_ == "prep" and head.lower_ in _OF):
            break
        head = above
    return found


def _worker(token: Token) -> Token | None:
    """ "The attack was the work of X"."""
    if token.dep_ == "nsubj" and token.head.lemma_ == "be":
        for work in token.head.children:
            if work.dep_ == "attr" and work.lower_ in {"work", "handiwork", "doing"}:
                return next(iter(of_what(work)), None)
    return None


def _ascribed_behind(token: Token) -> Token | None:
    """ "The attack attributed to X", "the attack, which they blamed on X"."""
    for clause in token.children:
        if clause.dep_ in {"acl", "relcl"} and clause.lemma_ in words("laying"):
            return next(iter(nouns_behind(clause, _TO, GIVEN)), None)
    return None


def _marked_by(token: Token) -> Token | None:
    """ "An attack bearing the marks of X", "the raid had the signature of X"."""
    bearing = [c for c in token.children if c.dep_ in {"acl", "relcl"}]
    bearing += [token.head] if token.dep_ == "nsubj" else []
    for verb in bearing:
        for mark in verb.children:
            if (
                verb.lemma_ in words("bearing")
                and mark.dep_ == "dobj"
                and mark.lemma_.lower() in words("marks")
            ):
                return next(iter(of_what(mark)), None)
    return None


def _charged_above(head: Token, above: Token) -> Token | None:
    """Who is charged with what `head` tells, by the word above it."""
    if head.dep_ == "pobj" and above.lower_ == "behind" and above.head.lemma_ == "be":
        return _taking_part(above)
    if head.dep_ in _LINKS_UP and above.lower_ in _OF:
        if above.lower_ != "to":
            return _charged_by(above.head)
        return _patient(above.head) if above.head.lemma_ == "link" else None
    if above.lemma_ in words("laying") and head.dep_ in {"dobj", "nsubjpass"}:
        return next(iter(nouns_behind(above, _TO, GIVEN) or nouns_behind(head, _TO, GIVEN)), None)
    return None


def _charged_by(word: Token) -> Token | None:
    """Whom the verb, adjective or noun charges with what stands behind its preposition."""
    if word.pos_ == "VERB" and word.lemma_ in words("charging"):
        return _patient(word)
    if word.dep_ == "dobj" and word.head.lemma_ in words("charging") and word.head.pos_ == "VERB":
        return word  # "suspect X of", where the parse hangs "of" on X
    if word.lower_ == "responsible" and word.head.lemma_ == "hold":
        return _held(word)
    if word.lower_ == "connection" and word.head.lower_ == "in" and word.head.head.lemma_ in words("taking"):
        return _patient(word.head.head)
    if word.lemma_ == "participate" or (word.lower_ == "part" and word.head.lemma_ == "take"):
        verb = word if word.lemma_ == "participate" else word.head
        return next((c for c in verb.children if c.dep_ == "nsubj" and c.tag_ not in {"WDT", "WP"}), None)
    return _taking_part(word) if word.lower_ in words("involved") else None


def _patient(verb: Token) -> Token | None:
    """To whom the verb is done."""
    passive = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if passive is not None and passive.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl":
        return verb.head
    return passive or next((c for c in verb.children if c.dep_ == "dobj"), None)


def _held(liable: Token) -> Token | None:
    """ "Held the army responsible for", which the parse takes for one phrase or two."""
    return next(
        (
            c
            for c in (*liable.head.children, *liable.children)
            if c.dep_ in {"dobj", "nsubj", "nsubjpass"} and liable.head.i < c.i < liable.i
        ),
        None,
    )


def _taking_part(word: Token) -> Token | None:
    """Who was "responsible for", "guilty of", "involved in" or "behind" it."""
    if word.pos_ == "NOUN":
        owner = next((c for c in word.children if c.dep_ == "poss"), None)
        return owner if owner is not None else next(iter(of_what(word)), None)
    if word.dep_ in {"acl", "amod", "advcl"} and word.head.pos_ in {"NOUN", "PROPN"}:
        return word.head
    verb = word if any(c.dep_ in _SUBJECTS for c in word.children) else word.head
    if verb.dep_ == "xcomp" and verb.lemma_ == "be" and not any(c.dep_ in _SUBJECTS for c in verb.children):
        verb = verb.head  # "is believed to be behind"
    found = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    if found is None and verb.dep_ == "conj":
        # "is its elite unit and was responsible for"
        found = next((c for c in verb.head.children if c.dep_ in _SUBJECTS), None)
    if found is not None and found.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl":
        return verb.head
    return found


def of_what(noun: Token) -> list[Token]:
    """The nouns behind the noun's "of"."""
    return nouns_behind(noun, {"of"})


def is_charge(token: Token) -> bool:
    """True if the words around an event word accuse ("accused of", "blamed on"), not flatly say who did it."""
    accusing = words("charging") | words("laying") | words("taking")
    if _marked_by(token) is not None:
        return True
    if any(c.dep_ in {"acl", "relcl"} and c.lemma_ in words("laying") for c in token.children):
        return True
    for above in list(token.ancestors)[:_HIGHEST]:
        if above.pos_ == "VERB" and above.lemma_ in accusing:
            return True
        if above.lower_ in {"involved", "involvement", "complicity", "complicit", "guilty"}:
            return True
        if above.lower_ == "behind" and above.head.dep_ == "xcomp":
            return True  # "is believed to be behind"
        if above.lower_ == "responsible":
            return any(a.lemma_ == "hold" for a in above.ancestors)
        if above.pos_ == "VERB":
            return False
    return False
