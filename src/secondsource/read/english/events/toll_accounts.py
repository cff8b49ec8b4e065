"""Tolls that a party gives of a deed told before: "the group put the dead at thirty"."""

from __future__ import annotations

from spacy.tokens import Token

from secondsource.read.english.claims.claimed_when import carriers
from secondsource.read.english.draft import Draft
from secondsource.read.english.events.story import Story
from secondsource.read.english.events.subjects import subject_of
from secondsource.read.english.events.telling import VIOLENT
from secondsource.read.english.events.tolls import toll_of
from secondsource.read.english.lexicon import lines
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.said.holders import to_holder
from secondsource.read.english.said.scopes import bare
from secondsource.read.english.text.phrases import nouns_behind
from secondsource.read.english.text.sentences import sentence_of
from secondsource.read.english.who.mentions import FoundMention
from secondsource.read.english.who.names import with_role
from secondsource.records import ByStatus, Event, Mention, Perpetrator, Stance

_DEAD = frozenset({"dead", "deaths", "killed", "casualties", "fatalities", "slain"})
_COUNTING = frozenset({"speak", "talk", "mention", "count", "cite", "report", "list", "boast"})
_TOLLS = frozenset({"toll", "number", "dead", "figure", "count"})


def toll_account(
    parsed: ParsedText, token: Token, story: Story, claimants: dict[str, Mention]
) -> Draft | None:
    """The deed told last with the dead that the verb's subject counts; claimed, where that party has claimed it."""
    if token.pos_ != "VERB" or story.type not in VIOLENT:
        return None
    is_counted = token.lemma_ in _COUNTING
    numbers = _spoken_of(token) if is_counted else _put_at(token)
    killed = toll_of(numbers, parsed.span, parsed.words)
    subject = subject_of(token)
    if killed is None or subject is None:
        return None
    found = _teller(parsed, subject)
    is_text = subject.lower_ in carriers() and found is not None
    inner = () if is_text else parsed.speakers.of(subject)
    inner = inner or ((to_holder(found),) if found and found.is_named else ())
    if not inner:
        return None
    claimant = claimants.get(bare(inner[-1].name))
    if is_counted and claimant is None:
        return None  # anybody may speak of the dead; who owned up speaks of its own deed
    outer = tuple(h for h in parsed.chain_at(token.i) if all(bare(h.name) != bare(i.name) for i in inner))
    sent = sentence_of(token)
    return Draft(
        span=parsed.span(sent.start, sent.end),
        chain=(*outer, *inner),
        stance=Stance.ASSERTS,
        proposition=Event(
            type=story.type,
            by=(Perpetrator(actor=claimant, status=ByStatus.CLAIMED),) if claimant else (),
            on=story.on,
            place=story.place_now,
            when=story.when_now,
            killed=killed,
        ),
    )


def _put_at(verb: Token) -> list[Token]:
    """ "Put the dead at thirty": the number."""
    if verb.lemma_ not in {"put", "set"}:
        return []
    if not any(c.dep_ in {"dobj", "nsubjpass"} and _is_toll(c) for c in verb.children):
        return []
    return [p for h in (verb, *verb.children) for p in nouns_behind(h, {"at"})]


def _spoken_of(verb: Token) -> list[Token]:
    """ "Spoke of thirty dead", "counted thirty dead guards": the dead that are counted."""
    heads = [c for c in verb.children if c.dep_ == "dobj"]
    heads += [p for c in verb.children if c.dep_ == "prep" and c.lower_ == "of" for p in c.children]
    people = lines("people") | with_role("force") | with_role("fighters")
    return [
        h
        for h in heads
        if h.lower_ in _DEAD or (h.lower_ in people and any(c.lower_ in _DEAD for c in h.children))
    ]


def _teller(parsed: ParsedText, subject: Token) -> FoundMention | None:
    """Whose figure it is: the subject, or whose text it is ("a text of the front")."""
    if subject.lower_ not in carriers():
        return parsed.mention_at(subject.i)
    owners = [c for c in subject.children if c.dep_ == "poss"]
    owners += [p for c in subject.children if c.lower_ in {"of", "from", "by"} for p in c.children]
    return next((m for o in owners if (m := parsed.mention_at(o.i)) and m.is_named), None)


def _is_toll(noun: Token) -> bool:
    """ "The toll", "the number of dead"; not "the number of its patrols"."""
    counted = [p for c in noun.children if c.dep_ == "prep" and c.lower_ == "of" for p in c.children]
    return noun.lower_ in _TOLLS and all(p.lower_ in _DEAD | lines("people") for p in counted)
