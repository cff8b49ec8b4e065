"""Claims of responsibility: who says that it did it itself, of which attacks, through whom."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from secondsource.read.english.claims.claimants import announcer_of, claimants_of, is_told_by_group
from secondsource.read.english.claims.copulas import owned_in_copula
from secondsource.read.english.claims.forms import (
    announced_at,
    claimed_at,
    deeds_of,
    is_faint,
    is_negated,
    told_before,
)
from secondsource.read.english.events.perpetrators import doers
from secondsource.read.english.events.triggers import Trigger
from secondsource.read.english.parsed import ParsedText
from secondsource.records import EventType, Holder, HolderKind, Mention

# What a group announces without having done it by itself, or at all.
_JOINT = frozenset({EventType.AGREEMENT, EventType.PROTEST, EventType.OTHER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Claiming:
    """A claim at verb token `at`: the holders before the claimant, the claimant, and the deeds it owns up to."""

    at: int
    before: tuple[Holder, ...]
    claimant: Mention
    deeds: tuple[Trigger, ...]
    # "both attacks": so many of the deeds told before.
    told: int = 0
    # The verbs that tell the deed in a clause of their own: "it was they who shot him".
    acts: frozenset[int] = frozenset()
    # "It was ours": nothing but a deed told before makes it a claim.
    is_pointing: bool = False

    @property
    def used(self) -> set[int]:
        """The event words that the claim has taken up."""
        return {self.at, *(d.at for d in self.deeds)}


def find_claims(parsed: ParsedText, sent: Sentence) -> tuple[list[Claiming], set[int]]:
    """The claims of responsibility in one sentence, and the event words that are taken up.

    "No group has claimed the attack" and "has not claimed attacks" take up their words and claim nothing.
    """
    found: list[Claiming] = []
    used: set[int] = set()
    for token in sent:
        owned = owned_in_copula(parsed, token)
        if owned is not None:
            if not owned.deeds and any(c.claimant.name == owned.owner.mention.name for c in found):
                continue
            found.append(
                Claiming(
                    at=token.i,
                    before=(),
                    claimant=owned.owner.mention,
                    deeds=owned.deeds,
                    acts=owned.acts,
                    is_pointing=owned.is_pointing,
                )
            )
            used |= found[-1].used
            continue
        objects = claimed_at(parsed, token)
        if objects is None:
            announcing = _announcing(parsed, token)
            if announcing:
                found.append(announcing)
                used |= announcing.used
            continue
        deeds = tuple(deeds_of(token, objects))
        if is_negated(token, objects):
            used |= {token.i, *(d.at for d in deeds)}
            continue
        if is_faint(objects) and not is_told_by_group(parsed, token, objects):
            continue
        told = told_before(token, objects)
        for before, claimant in claimants_of(parsed, token, objects):
            claiming = Claiming(
                at=token.i,
                before=before,
                claimant=claimant,
                deeds=deeds,
                told=told,
                is_pointing=is_faint(objects),
            )
            if not deeds and any(c.claimant.name == claimant.name for c in found):
                continue  # "it was our men who did it"
            found.append(claiming)
            used |= claiming.used
    return found, used


def _announcing(parsed: ParsedText, token: Token) -> Claiming | None:
    """ "announced the shooting down of a helicopter": a group's own deed, where nobody else is its doer."""
    objects = announced_at(token)
    if objects is None or is_negated(token, objects):
        return None
    deeds = tuple(d for d in deeds_of(token, objects) if d.type not in _JOINT)
    claimant = announcer_of(parsed, token)
    if claimant is None or not deeds:
        return None
    others = {m.mention.name for d in deeds for m in doers(parsed, d)} - {claimant[1].name}
    if others:
        return None
    return Claiming(at=token.i, before=claimant[0], claimant=claimant[1], deeds=deeds)


def claim_chain(outer: tuple[Holder, ...], claiming: Claiming) -> tuple[Holder, ...]:
    """The chain of a claim: who relays it, the spokesman, and the claimant as its origin."""
    claimant = Holder(name=claiming.claimant.name, kind=HolderKind.GROUP, span=claiming.claimant.span)
    chain = [h for h in outer if h.name != claimant.name]
    for holder in claiming.before:
        if all(h.name != holder.name for h in chain) and holder.name != claimant.name:
            chain.append(holder)
    return (*chain, claimant)
