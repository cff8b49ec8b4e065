"""Whom or what an event was done to, in the words of the text; people by what they are, never by name."""

from __future__ import annotations

from spacy.tokens import Token

from secondsource.read.english import lexicon
from secondsource.read.english.events.sufferers import counted_noun, sufferers
from secondsource.read.english.events.telling import Told
from secondsource.read.english.events.triggers import Trigger
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.text.phrases import nouns_behind
from secondsource.read.english.text.sentences import sentence_of
from secondsource.read.english.who.names import with_role
from secondsource.records import EventType, Mention

_TARGETING = frozenset({"on", "against", "at", "upon", "targeting", "of", "with", "into"})
_AIMING = frozenset({"on", "at", "against", "upon", "into", "with", "under", "towards"})
# Where a bomb was put is what it was meant for.
_PUTTING = frozenset({"near", "at", "under", "in", "inside", "outside", "on", "along"})
_NO_TARGETS = frozenset(
    {
        "fire",
        "battle",
        "blast",
        "explosion",
        "lives",
        "life",
        "responsibility",
        "injuries",
        "attack",
        "none",
        "nobody",
        "way",
        "operation",
        "area",
        "spot",
        "scene",
        "incident",
        "day",
        "night",
        "morning",
        "evening",
        "time",
    }
)
_OF_PEOPLE = frozenset({EventType.ABDUCTION, EventType.ARREST, EventType.RELEASE, EventType.KILLING})
_MOST = 6
# Tokens within which a surname is taken for the person introduced before.
_INTRODUCED = 600


def targets_of(parsed: ParsedText, event: Told, before: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The targets that the event's words name; pronouns stand for those told of `before`."""
    found: list[Mention] = []
    for trigger in event.triggers:
        token = parsed.doc[trigger.at]
        for head in target_heads(token, trigger):
            for mention in _mentions(parsed, head, trigger, before):
                if all(m.name != mention.name for m in found):
                    found.append(mention)
    return tuple(found[:_MOST])


def _mentions(
    parsed: ParsedText, head: Token, trigger: Trigger, before: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    if head.lower_ == "number" and any(c.lower_ == "the" for c in head.children):
        head = counted_noun(head)  # "put the number of soldiers killed at nine"
    word = head.lower_
    if (
        word in _NO_TARGETS
        or head.ent_type_ in {"DATE", "TIME", "PERCENT", "MONEY"}
        or word in lexicon.lines("not_names")
    ):
        return ()
    if _is_device(head) and trigger.type is not EventType.SEIZURE:
        return ()
    if head.pos_ == "PRON" and word not in {"others", "two", "one", "those"}:
        found = parsed.mention_at(head.i)
        if found and found.is_named and found.role not in {"person", "office"}:
            return (found.mention,)
        return before
    if _is_person(parsed, head, trigger):
        role = _role_of(parsed, head)
        return (_words(parsed, *role),) if role else ()
    return (_words(parsed, *phrase(head)),)


def _words(parsed: ParsedText, start: int, end: int) -> Mention:
    return Mention(span=parsed.span(start, end), name=parsed.words(start, end))


def _is_device(head: Token) -> bool:
    return head.lower_ in lexicon.words_with("triggers", "form", "device") - {"vehicle", "car"}


def target_heads(token: Token, trigger: Trigger) -> list[Token]:
    """The nouns in the place of the target."""
    if trigger.form == "deed":
        return _deed_targets(token)
    if trigger.form == "suffer":
        return [c for c in token.children if c.dep_ in {"nsubj", "nsubjpass"}]
    heads = sufferers(token)
    if trigger.form == "happen" or (heads and all(_is_device(h) or h.lower_ in _NO_TARGETS for h in heads)):
        put = nouns_behind(token, _PUTTING) + [p for h in heads for p in nouns_behind(h, _PUTTING)]
        return [p for p in put if p.ent_type_ not in {"GPE", "LOC"}]
    return heads or nouns_behind(token, _AIMING)


def _deed_targets(noun: Token) -> list[Token]:
    heads = nouns_behind(noun, _TARGETING)
    above = noun.head
    if (
        noun.dep_ == "pobj"
        and above.lower_ == "of"
        and above.head.lower_ in {"target", "targets", "victim", "victims"}
    ):
        # "the banks were the targets of attacks"
        heads += [c for c in above.head.head.children if c.dep_ in {"nsubj", "nsubjpass"}]
    if noun.dep_ in {"dobj", "nsubjpass"} and not heads:
        # "launched an attack on X", where "on X" hangs on the verb
        heads += nouns_behind(above, frozenset({"on", "against", "upon"}))
    heads += [
        c
        for c in noun.children
        if c.dep_ == "poss" and noun.lemma_ in {"killing", "murder", "assassination", "death"}
    ]
    return heads


# --- people -----------------------------------------------------------------------------------------------


def _is_person(parsed: ParsedText, head: Token, trigger: Trigger) -> bool:
    """True if the noun is a person's name, by the entity recogniser or for want of any other reading."""
    found = parsed.mention_at(head.i)
    if found and found.role == "name" and (trigger.form in {"harm", "suffer"} or trigger.type in _OF_PEOPLE):
        # Only people are killed or held; what else bears such a name has a head word or an abbreviation.
        is_known = (
            found.mention.name in parsed.aliases.values() or head.text.isupper() or head.ent_type_ == "NORP"
        )
        return not is_known and head.tag_ == "NNP"
    if found and found.role in {"body", "name", "force", "state", "band", "fighters"}:
        return False
    if head.ent_type_ == "PERSON" or (found is not None and found.role == "person"):
        return True
    return head.pos_ == "PROPN" and head.text[0].isupper() and not head.ent_type_ and not _is_thing(head)


def _is_thing(head: Token) -> bool:
    places, people = lexicon.lines("place_heads"), lexicon.lines("people")
    return head.lower_ in places | people | with_role("force") | with_role("body") | with_role("fighters")


def _role_of(parsed: ParsedText, head: Token) -> tuple[int, int] | None:
    """The words that say what a named person is: before the name, behind it, or where the text first said it."""
    start, end = head.left_edge.i, head.i
    while end > start and _is_name(parsed.doc[end - 1]):
        end -= 1
    before = [t for t in parsed.doc[start:end] if t.pos_ in {"NOUN", "PROPN", "ADJ"} and t.dep_ != "det"]
    if before:
        return start, before[-1].i + 1
    for child in head.children:
        if child.dep_ == "appos" and child.pos_ == "NOUN" and not child.ent_type_:
            return phrase(child)
    return _said_before(parsed, head)


def _said_before(parsed: ParsedText, head: Token) -> tuple[int, int] | None:
    """ "A youth leader, identified as NAME": the role that an earlier sentence gave to the same surname."""
    surname = head.lower_
    start = sentence_of(head).start
    for token in parsed.doc[max(0, start - _INTRODUCED) : start]:
        if token.lower_ != surname or token.ent_type_ not in {"PERSON", "ORG", ""}:
            continue
        above = token.head
        while (
            above.dep_ in {"compound", "prep", "pobj", "acl", "appos"}
            and above.head.i != above.i
            and above.pos_ in {"PROPN", "ADP", "VERB"}
        ):
            above = above.head
        if above.pos_ == "NOUN" and above.lower_ not in _NO_TARGETS:
            return phrase(above)
    return None


def _is_name(token: Token) -> bool:
    return token.ent_type_ == "PERSON" or (
        token.pos_ == "PROPN" and token.lower_ not in lexicon.lines("people") and not _is_title(token)
    )


def _is_title(token: Token) -> bool:
    return token.lower_ in with_role("office") | lexicon.lines("people") | with_role("force")


def _names_a_person(head: Token, start: int, end: int) -> bool:
    """True if what stands behind "of" may be somebody's name, and nothing says that it is a place or a body."""
    if head.lower_ in {"body", "bodies", "corpse", "corpses", "remains"}:
        return True
    behind = head.doc[start:end]
    return any(t.ent_type_ == "PERSON" for t in behind) or any(
        t.pos_ == "PROPN" and not t.ent_type_ and t.dep_ == "pobj" and not _is_thing(t) for t in behind
    )


def phrase(head: Token) -> tuple[int, int]:
    """The noun phrase around its head, with "of ..." behind it, without clauses and places."""
    start = head.left_edge.i
    for i in range(start, head.i):
        if head.doc[i].is_punct and head.doc[i].text not in {'"', "-", "'", "("}:
            start = i + 1
    end = head.i + 1
    for child in head.children:
        if (
            child.i >= end
            and child.dep_ == "prep"
            and child.lower_ in {"of", "for", "from"}
            and child.i == end
        ):
            end = min(child.right_edge.i + 1, end + 7)
            break
    for i in range(head.i + 1, end):
        # "the house of NAME" stays "the house"
        is_person = (
            i == head.i + 1 and head.doc[i].lower_ in {"of", "from"} and _names_a_person(head, i + 1, end)
        )
        if is_person or head.doc[i].text in {",", ";", ":"} or head.doc[i].tag_ in {"WDT", "WP"}:
            end = i
            break
    return max(start, head.i - 10), end
