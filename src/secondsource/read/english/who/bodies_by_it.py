"""Names that look like a person's and are a group's, told by how the text speaks of their bearer."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from secondsource.read.english.who.found_mention import FoundMention
from secondsource.read.english.who.names import with_role
from secondsource.records import ActorKind, Mention

# What a person has none of: "members of", "the armed wing of".
_MEMBERS = frozenset({"members", "wing", "ranks", "branch", "faction", "positions", "emblem", "strongholds"})


def is_it(doc: Doc, mention: FoundMention) -> bool:
    """True if the text calls the bearer of a name "it" or a group, as it calls no person."""
    head = doc[mention.head]
    before = [t.lower_ for t in doc[max(0, mention.start - 3) : mention.start]]
    if any(w in with_role("stand_in") for w in before[-1:]) or before[-2:] in (
        ["calling", "itself"],
        ["calls", "itself"],
    ):
        return True
    if mention.role == "name" and head.lower_ in with_role("fighters"):  # "Abu Sayyaf fighters"
        return True
    if (
        head.dep_ == "pobj"
        and head.head.lower_ == "of"
        and head.head.head.lower_ in _MEMBERS | with_role("fighters")
    ):
        return True
    if head.dep_ == "pobj" and head.head.lower_ == "of" and _is_for_another(head.head.head):
        return True
    verb = head.head
    if head.dep_ != "nsubj":
        # "On its page X said that its men": the parse may give the name to the phrase before it.
        verb = doc[min(mention.end, len(doc) - 1)]
        if verb.pos_ != "VERB" or any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children):
            return False
    if any(c.dep_ == "dobj" and c.lower_ in {"responsibility", "credit"} for c in verb.children):
        return True
    for child in verb.subtree:
        if (
            child.i > verb.i
            and child.lower_ in {"it", "its", "itself"}
            and child.dep_ in {"nsubj", "poss", "dobj"}
        ):
            return child.dep_ != "nsubj" or child.head.lemma_ not in {"be", "seem", "appear"}
    return False


def _is_for_another(token: Token) -> bool:
    """ "in the name of", as a body's statement is made, and nobody's own."""
    return token.lower_ == "name" and token.dep_ == "pobj" and token.head.lower_ == "in"


def as_group(found: FoundMention) -> FoundMention:
    old = found.mention
    return FoundMention(
        start=found.start,
        end=found.end,
        head=found.head,
        mention=Mention(span=old.span, name=old.name, kind=ActorKind.GROUP),
        role="name",
        is_named=True,
    )
