"""The actors before and after the words of a tie, also where only their men, their land or "we" stand there."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from secondsource.read.english.claims.selves import speaking_of_itself
from secondsource.read.english.cues import FoundCue
from secondsource.read.english.lexicon import words_with
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.text.sentences import sentence_of
from secondsource.read.english.ties.interviews import interviewed
from secondsource.read.english.ties.names import name_in_place
from secondsource.read.english.who.actors import is_actor, is_known, named_for
from secondsource.read.english.who.arguments import (
    Actors,
    abouts,
    actor_at,
    actor_before,
    has_subject,
    listed,
    objects,
    past_aside,
    subjects,
)
from secondsource.read.english.who.mentions import FoundMention

_OF = frozenset({"of", "from", "for", "by", "to", "on", "in", "within", "inside"})
# Who acts in an actor's name without being named.
_SOMEBODY = frozenset(
    {
        "anyone",
        "anybody",
        "someone",
        "somebody",
        "elements",
        "circles",
        "figures",
        "people",
        "those",
        "hardliners",
    }
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_RELATIVES = frozenset({"which", "that", "who", "whose", "whom", "what"})
_LANDS = frozenset({"country", "government", "state", "nation", "capital"})
_WE = frozenset({"we", "us", "our", "ourselves"})
_FOUNDING = frozenset({"form", "found", "create", "raise", "establish", "emerge", "constitute"})
_NOBODY = frozenset({"nobody", "none", "no-one"})
# How far behind the words of a tie the other actor may stand.
_REACH = 6


def parts() -> frozenset[str]:
    """Words for what an actor consists of or does, which stand for the actor: "the Front's fighters"."""
    return words_with("tie_words", "list", "parts")


def said_of(parsed: ParsedText, cue: FoundCue, main: Token, *, with_owner: bool = True) -> Actors:
    """The actors that the words at `main` are said of; `with_owner`: of "FROM's links" it is FROM."""
    if main.pos_ == "NOUN" and with_owner:
        limit = cue.end if cue.get("main") else cue.start
        owners = tuple(f for f in _owners(parsed, main) if f.end <= limit)
        if owners:
            return owners
    found = tuple(f for f in subjects(parsed, main) if f.end <= cue.start or f.start >= cue.end)
    if found:
        return tuple(_own(parsed, f) for f in found)
    for about in abouts(main):
        if about.lower_ == "what" and about.head.head.lemma_ == "be":  # "we are what broke away"
            about = next((c for c in about.head.head.children if c.dep_ == "nsubj"), about)
        whole = _made_up_of(about)
        if whole is not None:
            return subjects(parsed, whole)
        standing = tuple(_standing_for(parsed, about))
        if standing:
            return standing
        told = name_in_place(parsed, about)
        if told is not None and told.end <= cue.start:
            return (told,)
        if about.dep_ in _SUBJECTS and about.lower_ not in _RELATIVES:
            break  # above it stands only who says so
    near = None if has_subject(main) else actor_before(parsed, cue.start)
    return (near,) if near is not None else ()


def named_after(parsed: ParsedText, at: int, *, as_written: bool = False) -> Actors:
    """The actors named from token `at` on, with those joined to them."""
    words = [t.lower_ for t in parsed.doc[at : at + 2]]
    if words and words[0] in _SOMEBODY and words[-1] in _OF:
        at += 2  # "by elements of the army"
    found = actor_at(parsed, at, as_written=as_written) or _behind_description(parsed, at)
    if found is None:
        standing = _owner_after(parsed, at) or _told_after(parsed, at)
        return (standing,) if standing is not None else ()
    if not found.is_named or found.role == "stand_in":  # "a pro-Tolmen militia, the Marsh Guard"
        named = named_for(parsed, parsed.doc[found.head])
        if named is not None and named.is_named and named.role != "stand_in" and is_actor(named):
            return (named,)
    return tuple(_own(parsed, f) for f in listed(parsed, found))


def set_aside(parsed: ParsedText, at: int) -> Actors:
    """The actors that the phrase sets aside: "linked to A instead of B", "to A, not to B"."""
    doc, at = parsed.doc, past_aside(parsed, at)
    words = [t.lower_ for t in doc[at : at + 4]]
    if words[:1] == [","]:
        words, at = words[1:], at + 1
    if words[:2] in (["instead", "of"], ["rather", "than"]) or words[:2] == ["and", "not"]:
        at += 2
    elif words[:1] == ["not"]:
        at += 1
    else:
        return ()
    if at < len(doc) and doc[at].lower_ in {"to", "with", "by", "from", "of"}:
        at += 1
    return named_after(parsed, at)


def _behind_description(parsed: ParsedText, at: int) -> FoundMention | None:
    """ "from an exile council, the Reed Office": the name behind what only describes it."""
    doc = parsed.doc
    if at >= len(doc) or doc[at].lower_ not in {"a", "an"}:
        return None
    for k in range(at + 1, min(at + 6, len(doc))):
        if doc[k].text == ",":
            found = actor_at(parsed, k + 1, reach=0)
            return found if found is not None and found.is_named else None
        if doc[k].pos_ not in {"NOUN", "ADJ", "PROPN"}:
            return None
    return None


def _told_after(parsed: ParsedText, at: int) -> FoundMention | None:
    """The name that starts at token `at`, past articles."""
    while at < len(parsed.doc) and parsed.doc[at].lower_ in {
        "the",
        "a",
        "an",
        '"',
        "'",
        "so-called",
        "outlawed",
    }:
        at += 1
    return name_in_place(parsed, parsed.doc[at]) if at < len(parsed.doc) else None


def _owner_after(parsed: ParsedText, at: int) -> FoundMention | None:
    """ "to the leadership of the Front", "by our forces": whose they are."""
    for k in range(at, min(at + _REACH, len(parsed.doc))):
        token = parsed.doc[k]
        if token.lower_ in parts() | _WE | _LANDS | {"you", "your"}:
            return next(_standing_for(parsed, token), None)
        if token.pos_ not in {"DET", "ADJ", "NOUN", "PRON", "PROPN", "PART"}:
            return None
    return None


def _own(parsed: ParsedText, found: FoundMention) -> FoundMention:
    """Of nameless fighters, those whose they are, where the words say so."""
    if found.role not in {"fighters", "force", "stand_in"} or is_known(parsed, found):
        return found
    return next(_owners(parsed, parsed.doc[found.head]), found)


def _standing_for(parsed: ParsedText, token: Token) -> Iterator[FoundMention]:
    """The actors that a pronoun, a part or a land stands for."""
    low = token.lower_
    guest = interviewed(parsed, token)
    if guest is not None:
        yield guest
    elif low in _WE:
        own = speaking_of_itself(parsed, token)
        if own is not None:
            yield own
    elif low == "both":
        yield from _last_two(parsed, token)
    elif low in _LANDS:
        yield from _land(parsed, token)
    elif low in parts() or token.lemma_.lower() in parts():
        yield from _owners(parsed, token)


def received_by(parsed: ParsedText, verb: Token, at: int) -> Actors:
    """The actors that the verb's object names, or the first ones from token `at` on."""
    given = [parsed.mention_at(c.i) for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"]
    found = tuple(f for f in given if f is not None and is_actor(f)) or objects(parsed, verb)
    if found:
        return tuple(_own(parsed, f) for f in found)
    for thing in (c for c in verb.children if c.dep_ in {"dobj", "obj"}):
        if thing.lower_ in _NOBODY:
            neither = next((k for k in range(thing.i, sentence_of(verb).end) if _is_neither(parsed, k)), None)
            return named_after(parsed, neither + 1) if neither is not None else ()
        standing = tuple(_standing_for(parsed, thing))
        if standing:
            return standing
    return named_after(parsed, at)


def _is_neither(parsed: ParsedText, k: int) -> bool:
    return parsed.doc[k].lower_ in {"neither", "not"}


def _made_up_of(people: Token) -> Token | None:
    """The verb of "raised by men who", "made up of fighters who": what leaves is then what they made."""
    if people.lower_ not in words_with("tie_words", "list", "people"):
        return None
    if people.dep_ == "nsubj" and people.head.dep_ == "advcl" and people.head.head.lemma_ in _FOUNDING:
        return people.head.head  # "was formed when fighters quit TO"
    if people.dep_ != "pobj":
        return None
    by = people.head
    is_founding = (
        by.dep_ in {"agent", "prep"} and by.lower_ in {"by", "of", "from"} and by.head.pos_ == "VERB"
    )
    return by.head if is_founding and by.head.tag_ == "VBN" else None


def _owners(parsed: ParsedText, token: Token) -> Iterator[FoundMention]:
    for child in token.children:
        holders = [child] if child.dep_ in {"poss", "compound", "nmod"} else []
        if child.dep_ in {"prep", "agent"} and child.lower_ in _OF:
            holders = [c for c in child.children if c.dep_ == "pobj"]
        for holder in holders:
            found = parsed.mention_at(holder.i)
            if found is None and holder.pos_ == "PRON":
                found = interviewed(parsed, holder) or speaking_of_itself(parsed, holder)
            if found is not None and found.start <= holder.i and is_actor(found) and is_known(parsed, found):
                yield found
                return


def _last_two(parsed: ParsedText, token: Token) -> Iterator[FoundMention]:
    """ "Both" are the two actors named last in the sentence."""
    start, names = sentence_of(token).start, set[str]()
    found = [m for m in parsed.mentions_between(start, token.i) if is_actor(m) and is_known(parsed, m)]
    for mention in reversed(found):
        if mention.mention.name not in names and len(names) < 2:
            names.add(mention.mention.name)
            yield mention


def _land(parsed: ParsedText, token: Token) -> Iterator[FoundMention]:
    """ "His country" in an envoy's mouth: the state of the title that the sentence gives him."""
    if not any(c.dep_ == "poss" and c.pos_ == "PRON" for c in token.children):
        return
    start = sentence_of(token).start
    states = [m for m in parsed.mentions_between(start, token.i) if m.role == "state"]
    if states:
        yield states[0]
