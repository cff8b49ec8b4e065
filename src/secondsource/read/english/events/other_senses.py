"""True for an event word that means no violence: a policy attacked, a record hit, a port strike, a road accident."""

from __future__ import annotations

from spacy.tokens import Token

from secondsource.read.english import lexicon
from secondsource.read.english.text.sentences import sentence_of

_HITTING = frozenset({"hit", "strike", "reach", "target", "kill", "tear"})
_IN_WORDS = frozenset({"attack", "assault", "blast", "target", "hit", "slam", "pound"})
_FORUMS = frozenset(
    {"press", "print", "verse", "parliament", "song", "editorial", "column", "court", "speech"}
)
_DYING = frozenset({"die", "perish", "kill", "lose", "dead", "injure", "hurt", "wound", "succumb"})
_DESTROYING = frozenset(
    {"destroy", "damage", "hit", "strike", "gut", "attack", "harm", "displace", "kill", "burn"}
)
_BLOODY = frozenset(
    {
        "bomb",
        "bombed",
        "gunmen",
        "killed",
        "wounded",
        "injured",
        "grenade",
        "shot",
        "explosion",
        "militants",
        "police",
    }
)


def is_other_sense(token: Token, objects: list[Token]) -> bool:
    """True if the words around the event word at the token show that nobody was harmed by anybody."""
    return (
        _is_sport(token)
        or _is_mishap(token)
        or _is_namesake(token)
        or (token.pos_ in {"NOUN", "PROPN"} and _is_stoppage(token))
        or (token.pos_ in {"VERB", "AUX"} and (_is_criticism(token, objects) or _is_measure(token, objects)))
    )


def _words(name: str) -> frozenset[str]:
    return lexicon.words_with("other_senses", "list", name)


def _is_criticism(verb: Token, objects: list[Token]) -> bool:
    """ "attacked the budget", "was attacked in the press for its choice of ink"."""
    if verb.lemma_.lower() not in _IN_WORDS:
        return False
    if any(o.lower_ in _words("criticised") or o.lemma_.lower() in _words("criticised") for o in objects):
        return True
    preps = [c for c in (*verb.children, *(d for o in objects for d in o.children)) if c.dep_ == "prep"]
    if any(p.lower_ in _FORUMS for c in preps if c.lower_ == "in" for p in c.children):
        return True
    return verb.lemma_.lower() == "attack" and any(
        p.dep_ == "pobj" and p.lower_ in _words("criticised")
        for c in preps
        if c.lower_ in {"for", "over"}
        for p in c.children
    )


def _is_measure(verb: Token, objects: list[Token]) -> bool:
    """ "hit a record", "struck a deal", "was struck out"."""
    lemma = verb.lemma_.lower()
    if lemma not in _HITTING:
        return False
    particles = {c.lower_ for c in verb.children if c.dep_ in {"prt", "advmod"}}
    if lemma == "strike" and particles & {"out", "down", "up"}:
        return any(o.lower_ in _words("criticised") | _words("measured") for o in objects)
    if any(
        o.lower_ in _words("measured") or o.ent_type_ in {"MONEY", "PERCENT"} or o.text[:1] in "$€£₦"
        for o in objects
    ):
        return True
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    return (
        lemma != "kill" and subject is not None and subject.lower_ in {"price", "prices", "rate", "inflation"}
    )


_RECALLING = frozenset(
    {"refer", "commemorate", "recall", "honour", "honor", "evoke", "allude", "echo", "invoke"}
)


def _is_namesake(token: Token) -> bool:
    """ "The group's name refers to the revolt of 1911", "is named after the siege": what only a name recalls."""
    for above in list(token.ancestors)[:8]:
        if above.lower_ in {"after", "for"} and above.head.lower_ == "named":
            return not any(c.dep_ == "dobj" for c in above.head.children)
        if above.lemma_ in _RECALLING and above.pos_ == "VERB":
            subject = next((c for c in above.children if c.dep_ == "nsubj"), None)
            return subject is not None and any(t.lemma_.lower() == "name" for t in subject.subtree)
    return False


def _is_sport(token: Token) -> bool:
    """ "beat the visitors by six wickets", with nothing in the sentence that a match has not."""
    words = {t.lower_ for t in sentence_of(token)}
    if words & _BLOODY:
        return False
    return bool(words & _words("sports")) or len(words & _words("play")) > 1


def _is_stoppage(noun: Token) -> bool:
    """ "the port strike", "called a strike", "on strike"."""
    if noun.lemma_.lower() != "strike":
        return False
    before = {c.lower_ for c in noun.children if c.i < noun.i}
    if before & _words("labour") or (noun.i and noun.nbor(-1).lower_ in {"on", "'", "’"}):
        return True
    return noun.dep_ == "dobj" and noun.head.lemma_ == "call" and not before & {"air"}


def _is_mishap(token: Token) -> bool:
    """ "died in a road accident", "lightning killed", "killed by the flood"."""
    lemma = token.lemma_.lower()
    if lemma not in _DYING | _DESTROYING:
        return False
    mishaps = _words("mishaps")
    verb = token.head if token.pos_ == "ADJ" else token
    for one in {verb, verb.head} if verb.dep_ == "conj" else {verb}:
        if any(c.dep_ == "nsubj" and c.lower_ in mishaps for c in one.children):
            return True
        if any(
            p.dep_ == "pobj" and p.lower_ in mishaps
            for c in one.children
            if c.dep_ in {"prep", "agent"} and c.lower_ in {"in", "of", "from", "to", "by", "during"}
            for p in c.children
        ):
            return True
    return False
