"""Through what a group speaks, and whether the channel is its own."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from secondsource.read.english.channels.callers import by_caller, by_verb
from secondsource.read.english.channels.owners import by_noun
from secondsource.read.english.channels.speakers import Found
from secondsource.read.english.channels.trust import authenticity
from secondsource.read.english.cues import FoundCue, phrasebook
from secondsource.read.english.draft import Draft
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.text.sentences import sentence_of
from secondsource.read.english.who.mentions import FoundMention
from secondsource.records import Channel, Holder, Medium, Mention, Stance

_REACH = 12
_FORMS: dict[str, Callable[[ParsedText, Token], Found | None]] = {
    "verb": by_verb,
    "caller": by_caller,
}


def find_channels(parsed: ParsedText) -> list[Draft]:
    """One for each actor, medium and occasion, in the order of the text."""
    drafts: list[Draft] = []
    seen: set[tuple[str, Medium]] = set()
    used: set[int] = set()
    last: FoundMention | None = None
    for cue in phrasebook("channels", "medium", "form").find(parsed.doc):
        if cue.start in used or cue.end - 1 in used:
            continue
        medium = Medium(cue.get("medium"))
        head = parsed.doc[cue.start : cue.end].root
        form = cue.get("form")
        found = by_noun(parsed, head, last) if form == "noun" else _FORMS[form](parsed, head)
        if found is None or found[0].head in range(cue.start, cue.end):
            continue
        where, at, is_sure = found
        actor = where.mention
        used.update(range(cue.start, cue.end))
        key = (actor.name.lower(), medium)
        if key in seen and not _is_new(head):
            continue
        if key not in seen and _is_known(head) and any(m is medium for _, m in seen):
            continue  # "the leaflets", which were told of before
        seen.add(key)
        last = where
        low, high = _evidence(cue, head, where, at)
        drafts.append(
            Draft(
                span=parsed.span(low, high),
                chain=_chain(parsed, head, actor),
                stance=_stance(parsed, at),
                proposition=Channel(
                    actor=actor,
                    medium=medium,
                    authenticity=authenticity(parsed, head, is_sure=is_sure),
                    handle=_handle(parsed, cue),
                ),
            )
        )
    return drafts


def _evidence(cue: FoundCue, head: Token, where: FoundMention, at: Token) -> tuple[int, int]:
    """From the actor or the verb to the end of the phrase for the channel, within its sentence."""
    sent = sentence_of(head)
    ends = [at.i, cue.start] + ([where.start] if sent.start <= where.start < sent.end else [])
    phrase_end = min(head.right_edge.i + 1, cue.end + _REACH)
    stops = [at.i + 1, cue.end, phrase_end] + ([where.end] if sent.start <= where.start < sent.end else [])
    return max(min(ends), sent.start), min(max(stops), sent.end)


def _is_new(noun: Token) -> bool:
    """True if the words say that it is another letter or call than the one before."""
    return any(c.lower_ in {"another", "second", "new", "later"} for c in noun.children)


def _is_known(noun: Token) -> bool:
    return any(c.lower_ in {"the", "this", "that", "these", "those"} for c in noun.children)


# --- voice, handle and stance -------------------------------------------------------------------------------


def _chain(parsed: ParsedText, noun: Token, actor: Mention) -> tuple[Holder, ...]:
    """Who reports the channel: what stands before the actor itself, who isn't his own witness here."""
    chain: list[Holder] = []
    for holder in parsed.chain_at(noun.i):
        if holder.name == actor.name or (holder.span is not None and holder.span.overlaps(actor.span)):
            break
        chain.append(holder)
    else:
        return tuple(chain)
    while chain and chain[-1].kind.value == "official":
        chain.pop()
    return tuple(chain)


def _handle(parsed: ParsedText, cue: FoundCue) -> Mention | None:
    """An account's name near the words for it: "@riverfront"."""
    for token in parsed.doc[max(cue.start - 4, 0) : min(cue.end + _REACH, len(parsed.doc))]:
        if len(token.text) > 2 and token.text.startswith("@"):
            return Mention(span=parsed.span(token.i, token.i + 1), name=parsed.words(token.i, token.i + 1))
    return None


def _stance(parsed: ParsedText, at: Token) -> Stance:
    stance = parsed.stance_at(at.i)
    return Stance.DOUBTS if stance is Stance.DOUBTS else Stance.ASSERTS
