"""Who is said to have done it: the actors named in the place of the doer."""

from __future__ import annotations

from spacy.tokens import Token

from secondsource.read.english.claims.selves import speaking_of_itself
from secondsource.read.english.events.agents import COLLECTIVES, doing_heads, having_it_done
from secondsource.read.english.events.charges import of_what
from secondsource.read.english.events.sides import MUTUAL, both_before, is_both, these_groups
from secondsource.read.english.events.sufferers import joined
from secondsource.read.english.events.triggers import Trigger
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.who.mentions import FoundMention

# Who may do things: sources, outlets and offices report.
_DOERS = frozenset({"body", "band", "force", "fighters", "state", "name", "stand_in", "pronoun"})
# Tokens behind a word for fighters in which the name of theirs may stand.
_NEAR = 11
_BELONGING = frozenset({"member", "fighter", "militant", "follower", "supporter", "part", "cadre", "soldier"})


def doers(parsed: ParsedText, trigger: Trigger) -> list[FoundMention]:
    """The actors that the text says did it; [] where it names none."""
    heads = doing_heads(parsed, trigger)
    both = next((h for h in heads if trigger.type in MUTUAL and is_both(h)), None)
    if both is not None:
        return both_before(parsed, both)
    several = next((found for h in heads if (found := these_groups(parsed, h))), None)
    if several:
        return several
    return _actors(parsed, heads) or _actors(parsed, having_it_done(parsed.doc[trigger.at]))


def _actors(parsed: ParsedText, heads: list[Token]) -> list[FoundMention]:
    """The actors at the nouns and those joined to them, each once."""
    found: list[FoundMention] = []
    for one in (t for head in heads for t in (head, *joined(head))):
        mention = _actor(parsed, one)
        if mention and all(m.mention.name != mention.mention.name for m in found):
            found.append(mention)
    return found


def _actor(parsed: ParsedText, token: Token) -> FoundMention | None:
    speaker = speaking_of_itself(parsed, token)
    if not speaker and (
        token.like_num or token.lower_ in {"some", "several", "many", "members", "unit", "cell"}
    ):
        # "two of our brothers", "a unit of ours"
        speaker = next((s for p in of_what(token) if (s := speaking_of_itself(parsed, p))), None)
    if speaker:
        return speaker
    mention = parsed.mention_at(token.i)
    is_unnamed = mention is not None and not mention.is_named
    if (
        mention is None
        or (mention.role == "fighters" and is_unnamed)
        or (is_unnamed and token.lower_ in COLLECTIVES)
    ):
        inner = [
            t
            for t in token.subtree
            if t.i - token.i < _NEAR
            and t.dep_ in {"compound", "pobj", "nmod", "conj"}
            and (token.lower_ in COLLECTIVES or _makes_up(t, token))
        ]
        mention = next(
            (m for t in inner if (m := parsed.mention_at(t.i)) and m.is_named and m.role in _DOERS), mention
        )
    if mention is None or mention.role not in _DOERS:
        return None
    if mention.role in {"fighters", "stand_in"} and not mention.is_named:
        return _named_as(parsed, token)
    return mention


def _makes_up(part: Token, whole: Token) -> bool:
    """True if the part says whose the whole is ("Front cadres", "sons of the Front"), not where or what it did."""
    at = part
    while at.i != whole.i:
        if at.dep_ == "acl" and at.lower_ in {"belonging", "loyal"}:
            at = at.head
            continue
        links = {"of", "from", "with", "between"} | (
            {"to"} if at.head.lower_ in {"belonging", "loyal"} else set()
        )
        if at.dep_ not in {"compound", "nmod", "pobj", "conj", "prep"} or (
            at.dep_ == "prep" and at.lower_ not in links
        ):
            return False
        at = at.head
    return True


def _named_as(parsed: ParsedText, token: Token) -> FoundMention | None:
    """ "The gunmen who fired were members of X", "belonged to X": the group of the unnamed, as the sentence says."""
    verb = token.head
    if token.dep_ != "nsubj" or verb.lemma_ not in {"be", "belong", "come"}:
        return None
    if any(c.dep_ == "neg" for c in verb.children):
        return None
    heads = [c for c in verb.children if c.dep_ == "attr" and c.lemma_.lower() in _BELONGING]
    if verb.lemma_ != "be":
        heads = [verb]
    for head in heads:
        for prep in head.children:
            if prep.dep_ == "prep" and prep.lower_ in {"of", "to", "from"}:
                for one in prep.children:
                    found = parsed.mention_at(one.i)
                    if found and found.is_named and found.role in {"body", "name", "band", "fighters"}:
                        return found
    return None
