"""Who "we", "it" and "its fighters" are in the mouth of an organisation, and a name given behind its noun."""

from __future__ import annotations

from spacy.tokens import Token

from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.said.scopes import Scope
from secondsource.read.english.text.sentences import sentence_of
from secondsource.read.english.who.mentions import FoundMention
from secondsource.read.english.who.names import with_role
from secondsource.records import ActorKind, Holder, HolderKind, Mention

# Tokens of a title or a naming aside.
_TITLE = 12
# Tokens: the length of a communique, within which "we" stays the same.
_COMMUNIQUE = 400
# Tokens: the head of a pasted statement, above its text.
_LETTERHEAD = 60
_ISSUED = frozenset({"communique", "communiqué", "proclamation", "declaration", "bulletin"})
_CALLED = frozenset({",", '"', "(", "the", "called", "named", "known", "as", "calling", "styling", "itself",
                     "dubbed", "-", "a", "self"})  # fmt: skip
_SELVES = frozenset({"it", "they", "we", "us", "our", "ours", "its", "their", "theirs"})
_CHARGING = frozenset({"charge", "accuse", "allege", "suspect", "blame"})
_HIS = frozenset({"his", "her"})
# What a speaker has as a whole or in part, beside its people.
_OWN_BODIES = frozenset({"group", "organisation", "organization", "movement", "column", "brigade", "unit",
                         "cell", "battalion", "front", "outfit", "faction", "squad", "section", "detachment",
                         "militia"})  # fmt: skip
_NAMING = frozenset({"called", "named", "known", "calling", "styling", "dubbed"})
_INNER = frozenset({"of", "the", "for", "and", "de", "del", "al", "-", "'s"})
# In a group's mouth its own, with no word before them.
_FIGHTERS = frozenset({"fighters", "mujahideen", "mujahidin", "mujahedeen", "heroes"})
_HEROES = frozenset({"soldier", "lion", "knight", "hero", "fighter", "son", "man", "warrior", "mujahid"})
_CAUSES = frozenset(
    {"caliphate", "khilafah", "khilafa", "emirate", "islam", "faith", "god", "resistance", "revolution"}
)
_OWN = frozenset(
    {
        "fighters",
        "men",
        "members",
        "forces",
        "mujahideen",
        "troops",
        "cadres",
        "soldiers",
        "units",
        "people",
        "heroes",
        "boys",
        "guerrillas",
        "militants",
        "brothers",
        "comrades",
        "militia",
        "side",
        "snipers",
        "bombers",
        "gunners",
        "commandos",
        "warriors",
        "lions",
        "jets",
        "planes",
        "warplanes",
        "aircraft",
        "artillery",
        "pilots",
        "drones",
        "ships",
        "squads",
        "martyrs",
        "commando",
        "engineers",
        "sappers",
        "divers",
        "rocketeers",
        "hands",
        "detachments",
        "sections",
        "cells",
        "missile",
        "drone",
        "jet",
        "guns",
    }
)


def speaking_of_itself(parsed: ParsedText, token: Token) -> FoundMention | None:
    """ "it had fired", "its fighters", "we": the organisation that is speaking, where one is."""
    word = token.lower_
    owner = (
        next((c for c in token.children if c.dep_ == "poss" and c.lower_ in _SELVES | _HIS), None)
        if word in _OWN | _OWN_BODIES
        else next(
            (c for c in token.children if c.dep_ == "poss" and c.lower_ == "our" and token.tag_ == "NNS"),
            None,
        )
    )
    is_bare = _is_of_the_cause(token) or (
        word in _FIGHTERS and not any(c.dep_ in {"det", "amod", "compound", "prep"} for c in token.children)
    )
    is_pronoun = word in _SELVES and (token.pos_ == "PRON" or word in {"ours", "theirs"})
    if owner is None and not is_bare and not is_pronoun:
        return None
    scopes = [s for s in parsed.scopes.around(token.i) if not s.is_relay]
    if not scopes and (word in {"we", "us"} or (owner is not None and owner.lower_ == "our")):
        return _publisher(parsed, token, owner or token)
    if scopes and parsed.doc[scopes[-1].cue].lemma_ in _CHARGING:
        return None  # "prosecutors charge that his own battalion did it": whoever accuses, accuses others
    is_first = word in {"we", "us", "ours"} or (owner is not None and owner.lower_ == "our")
    if not scopes or (scopes[-1].cue > token.i and not is_first and _has_other(parsed, token)):
        return None
    origin = scopes[-1].holders[-1]
    if not is_first and _is_told_of_since(parsed, scopes[-1], token):
        return None
    if is_bare and owner is None and origin.kind is not HolderKind.GROUP:
        return None
    if is_first and (not _is_body(parsed, origin) or _is_titled(parsed, scopes[-1])):
        own = _body_of(parsed, scopes[-1])
        if own:
            return _standing_for(parsed, token, owner or token, own.mention)
    # "Saff called to say that it had fired": a name known only for its words is a group's where it tells of deeds.
    is_unknown = origin.kind is HolderKind.OUTLET and not _is_paper(parsed, origin)
    if origin.kind is HolderKind.OFFICIAL and not _is_body(parsed, origin):
        return None
    if origin.kind not in {HolderKind.GROUP, HolderKind.OFFICIAL} and not is_unknown:
        return None
    return _standing_for(
        parsed, token, owner or token, Mention(span=parsed.span(token.i, token.i + 1), name=origin.name)
    )


def _is_of_the_cause(token: Token) -> bool:
    """ "Soldiers of the Caliphate", "a knight of the Resistance": one's own, in a group's mouth."""
    return token.lemma_.lower() in _HEROES and any(
        p.lower_ in _CAUSES for c in token.children if c.lower_ == "of" for p in c.children
    )


def _has_other(parsed: ParsedText, token: Token) -> bool:
    """True if the sentence names somebody before the pronoun, whom it may mean instead of who speaks at its end."""
    return token.lower_ in {"it", "they"} or any(
        m.role not in {"person", "office"} and m.end < token.i
        for m in parsed.mentions_between(sentence_of(token).start, token.i)
    )


def _is_told_of_since(parsed: ParsedText, scope: Scope, token: Token) -> bool:
    """True if the pronoun stands in a later sentence than its speaker's cue, behind somebody else who acts."""
    sent = sentence_of(token)
    if scope.cue >= sent.start or token.lower_ not in {"it", "they"}:
        return False
    return any(
        m.is_named
        and m.role in {"body", "name", "fighters"}
        and m.mention.name != scope.holders[-1].name
        and parsed.doc[m.head].dep_ == "nsubj"
        for m in parsed.mentions_between(scope.cue, sent.start)
    )


def _standing_for(parsed: ParsedText, token: Token, where: Token, actor: Mention) -> FoundMention:
    """The pronoun at the token as the actor that it means."""
    return FoundMention(
        start=token.i,
        end=token.i + 1,
        head=token.i,
        mention=Mention(span=parsed.span(where.i, where.i + 1), name=actor.name, kind=actor.kind),
        role="pronoun",
        is_named=True,
    )


def own_name(parsed: ParsedText, noun: Token) -> FoundMention | None:
    """The name given right behind a common noun: "a unit called X", "splinter group X", "a cell, the X"."""
    found = parsed.mention_at(noun.i)
    if noun.lower_ not in with_role("stand_in") | with_role("band") | with_role("body") or (
        found and found.role in {"person", "office"}
    ):
        return None
    sent = sentence_of(noun)
    at = noun.i + 1
    while at < sent.end and (doc_at := parsed.doc[at]).lower_ in _CALLED and at - noun.i < _TITLE:
        at = doc_at.i + 1
    if at - noun.i == 1 and noun.dep_ not in {"compound", "nmod"} and not parsed.doc[at].text[0].isupper():
        return None
    named = [m for m in parsed.mentions_between(at, min(at + 1, sent.end)) if m.is_named]
    name = max(named, key=lambda m: m.end, default=None)
    if name is None and any(t.lower_ in _NAMING for t in parsed.doc[noun.i : at]):
        return _new_name(parsed, at, sent.end)
    if name is None or name.role not in {"body", "name", "fighters", "band", "force"}:
        return None
    return name


def _new_name(parsed: ParsedText, start: int, end: int) -> FoundMention | None:
    """The capital words from a token on, as a group that the text names nowhere else."""
    stop = start
    while stop < end and (
        parsed.doc[stop].text[0].isupper() or (stop > start and parsed.doc[stop].lower_ in _INNER)
    ):
        stop += 1
    while stop > start and not parsed.doc[stop - 1].text[0].isupper():
        stop -= 1
    if stop == start:
        return None
    name = Mention(span=parsed.span(start, stop), name=parsed.words(start, stop), kind=ActorKind.GROUP)
    return FoundMention(start=start, end=stop, head=stop - 1, mention=name, role="name", is_named=True)


def _publisher(parsed: ParsedText, token: Token, where: Token) -> FoundMention | None:
    """ "We", "our fighters" in a text's own voice: who publishes it or writes "we, the X", if that may be a party."""
    name = parsed.publisher or _signed_we(parsed, token) or _headed_by(parsed)
    if name is None:
        return None
    span = parsed.span(where.i, where.i + 1)
    return _standing_for(parsed, token, where, Mention(span=span, name=name, kind=ActorKind.GROUP))


def _signed_we(parsed: ParsedText, token: Token) -> str | None:
    """The name that a pasted statement gives itself before the token: "We, the Lions of the Valley, announce"."""
    doc = parsed.doc
    for at in range(token.i, max(-1, token.i - _COMMUNIQUE), -1):
        if doc[at].lower_ != "we":
            continue
        start = at + 1
        while start < len(doc) and doc[start].lower_ in {",", "the"}:
            start += 1
        if start > at + 1 and start < len(doc) and doc[start].text[0].isupper():
            found = _new_name(parsed, start, sentence_of(doc[at]).end)
            if found is not None and found.end - found.start > 1:
                return found.mention.name
    return None


def _headed_by(parsed: ParsedText) -> str | None:
    """The one group named in the head of a pasted statement: "COMMUNIQUE No. 4, High Command of the Salt Front"."""
    head = parsed.doc[:_LETTERHEAD]
    if not any(t.lower_ in _ISSUED for t in head):
        return None
    named = [m for m in parsed.mentions_between(0, len(head)) if m.is_named]
    verbs = [t.i for t in head if t.pos_ == "VERB" and t.tag_ in {"VBD", "VBZ", "VBP"}]
    before = min(verbs, default=len(head))
    names = {m.mention.name for m in named if m.end <= before and m.mention.kind is ActorKind.GROUP}
    return names.pop() if len(names) == 1 else None


def _is_titled(parsed: ParsedText, scope: Scope) -> bool:
    """True if the words before the speaker's name make the speaker a person: "its chief Umar Qasmi"."""
    cue = parsed.doc[scope.cue]
    subject = next((c for c in cue.children if c.dep_ == "nsubj"), None)
    return subject is not None and any(c.lower_ in with_role("office") for c in subject.children)


def _body_of(parsed: ParsedText, scope: Scope) -> FoundMention | None:
    """The party or force that a speaker's own title names: "the group's chief", "commander of the Third Rifles"."""
    cue = parsed.doc[scope.cue]
    subject = next((c for c in cue.children if c.dep_ in {"nsubj", "ccomp"} and c.i > cue.i), None) or next(
        (c for c in cue.children if c.dep_ == "nsubj"), None
    )
    title = [t for t in subject.subtree if abs(t.i - subject.i) < _TITLE] if subject is not None else []
    origin = scope.holders[-1]
    if origin.span:
        title += [parsed.doc[m.head] for m in parsed.mentions if origin.span.covers(m.mention.span)]
    for token in title:
        found = parsed.mention_at(token.i)
        if (
            found
            and found.is_named
            and found.role in {"force", "body", "name", "stand_in", "pronoun"}
            and found.mention.kind in {ActorKind.GROUP, ActorKind.PARTY, ActorKind.ORGAN}
            and found.mention.name != origin.name
        ):
            return found
    return None


def _is_body(parsed: ParsedText, origin: Holder) -> bool:
    """True if an official holder is a force or a state, not a person in office."""
    return origin.name in parsed.bodies


def _is_paper(parsed: ParsedText, origin: Holder) -> bool:
    """True if the words before or in the holder's name make it an outlet."""
    return any(m.role == "outlet" and m.mention.name == origin.name for m in parsed.mentions)
