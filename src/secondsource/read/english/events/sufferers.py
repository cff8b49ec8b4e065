"""What an event verb was done to: its objects, with those joined to them, and whether they are ground."""

from __future__ import annotations

from spacy.tokens import Token

from secondsource.read.english import lexicon

_PARTITIVES = frozenset(
    {
        "number",
        "group",
        "dozens",
        "hundreds",
        "percent",
        "%",
        "part",
        "parts",
        "most",
        "half",
        "swathes",
        "majority",
    }
)
_GROUND = frozenset(
    {
        "position",
        "positions",
        "outpost",
        "outposts",
        "checkpoint",
        "checkpoints",
        "ground",
        "land",
        "stronghold",
        "headquarters",
        "territory",
        "hilltop",
        "towns",
        "cities",
        "neighbourhoods",
        "neighborhoods",
        "building",
    }
)


def sufferers(verb: Token) -> list[Token]:
    """The heads of what the verb was done to: its object, or the subject of its passive; with those joined on."""
    passive = any(c.dep_ == "auxpass" for c in verb.children) or any(
        c.dep_ == "nsubjpass" for c in verb.children
    )
    found = [
        c for c in verb.children if c.dep_ == "nsubjpass" or (c.dep_ in {"dobj", "dative"} and not passive)
    ]
    objects = [c for c in found if c.dep_ == "dobj"]
    # A verb has one object: what the parse adds is of another phrase ("a convoy on its way to Nur al-Din province").
    found = [c for c in found if c not in objects[1:]]
    if (
        not found
        and verb.dep_ == "conj"
        and verb.head.pos_ in {"VERB", "AUX"}
        and (passive or verb.tag_ == "VBN")
        and not any(c.dep_ in {"nsubj", "dobj"} for c in verb.children)
    ):
        found = [c for c in verb.head.children if c.dep_ == "nsubjpass"]
    if (
        not found
        and verb.dep_ in {"acl", "relcl"}
        and (verb.tag_ == "VBN")
        and not any(c.dep_ == "dobj" for c in verb.children)
    ):
        found = [verb.head]
    out: list[Token] = []
    for head in found:
        if head.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl":
            head = verb.head
        out.append(head)
        out += joined(head)
    return out


def joined(head: Token) -> list[Token]:
    """The nouns joined to this one by "and" or commas, as far as they go."""
    out: list[Token] = []
    queue = [head]
    while queue:
        for child in queue.pop().children:
            if child.dep_ == "conj" and child.pos_ in {"NOUN", "PROPN", "NUM", "PRON", "ADJ"}:
                out.append(child)
                queue.append(child)
    return out


def counted_noun(head: Token) -> Token:
    """The noun behind "a number of" and "30 percent of"; the head itself otherwise."""
    if head.lower_ in _PARTITIVES:
        for prep in head.children:
            if prep.dep_ == "prep" and prep.lower_ == "of":
                return next((p for p in prep.children if p.dep_ == "pobj"), head)
    return head


def is_ground(token: Token) -> bool:
    """True for a noun of ground that is held or lost: a town, a hill, a checkpoint."""
    return token.lower_ in _GROUND | lexicon.lines("place_heads") or token.ent_type_ in {"GPE", "LOC", "FAC"}
