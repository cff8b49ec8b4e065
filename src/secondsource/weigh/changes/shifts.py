"""Which actor's rate of attacks or choice of targets changed, counted by incident, with the figures in a sentence.

A case that grows tells of more attacks. So a change of rate is told as one only if it stands when other documents,
those that tell of none of the actor's attacks, are the clock instead of days.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from secondsource.records import Claim, Document
from secondsource.weigh.attacks import Attack, find_attacks
from secondsource.weigh.changes.choices import LEAST_EVENTS, ChoiceChange, find_choice_change
from secondsource.weigh.changes.poisson import CLEAR_ODDS, RateChange, find_rate_change, split_odds
from secondsource.weigh.changes.stretch import Stretch, covered_stretch
from secondsource.weigh.evidence import Evidence, listed
from secondsource.weigh.figures import counted
from secondsource.weigh.target_words import country_targets, kind_noun

# Fewer other documents say nothing about what was collected.
_LEAST_DOCUMENTS = 5
_MOST_KINDS = 3


class Answer(StrEnum):
    """What the series comes to. *Coverage*: it changed, but so did what was collected, or that can't be told."""

    CHANGED = "changed"
    COVERAGE = "coverage"
    STEADY = "steady"
    TOO_FEW = "too few"


class Matter(StrEnum):
    """What may have changed."""

    RATE = "rate"
    KINDS = "kinds of target"
    COUNTRIES = "countries of target"


class Basis(StrEnum):
    """Whose word makes an attack the actor's."""

    CLAIMED = "claimed"
    NAMED = "claimed or laid to it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The days before a change, or those after it: attacks in them, how many days, documents on other matters."""

    attacks: int
    days: int
    documents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """The answer for one actor. `day` is the first day after the likeliest change, between `earliest` and `latest`.

    `attacks` is how many could be counted; `statement_ids` tell them. `before` and `after` are given for a rate that
    changed by the days.
    """

    actor_id: str
    actor: str
    basis: Basis
    matter: Matter
    answer: Answer
    sentence: str
    attacks: int
    odds: float | None = None
    day: date | None = None
    earliest: date | None = None
    latest: date | None = None
    before: Part | None = None
    after: Part | None = None
    statement_ids: tuple[str, ...] = ()


def find_shifts(
    evidence: Evidence, claims: Iterable[Claim], documents: Mapping[str, Document]
) -> tuple[Shift, ...]:
    """Every actor's answers, by name: its claims, and where others lay more to it, all that is laid to it."""
    attacks = find_attacks(evidence, claims)
    stretch = covered_stretch(documents, evidence.statements.values())
    claimed: dict[str, list[Attack]] = {}
    named: dict[str, list[Attack]] = {}
    for attack in attacks:
        for actor in attack.claimants:
            claimed.setdefault(actor, []).append(attack)
        for actor in attack.claimants | attack.named:
            named.setdefault(actor, []).append(attack)
    found: list[Shift] = []
    for actor in sorted(named, key=lambda a: (evidence.name(a), a)):
        own = claimed.get(actor, [])
        if own:
            found += _Series(actor, Basis.CLAIMED, own, attacks, stretch, evidence).shifts()
        if len(named[actor]) > len(own):
            found += _Series(actor, Basis.NAMED, named[actor], attacks, stretch, evidence).shifts()
    return tuple(found)


def odds_by_documents(change: RateChange, before: int, after: int) -> float:
    """The odds for the change where documents on other matters are the clock; 0 where they point the other way."""
    rose = change.after * change.days_before > change.before * change.days_after
    rose_by_documents = change.after * before > change.before * after
    return split_odds(change.before, before, change.after, after) if rose == rose_by_documents else 0.0


class _Series:
    """The attacks of one actor in the days that the case covers."""

    def __init__(
        self,
        actor: str,
        basis: Basis,
        own: Sequence[Attack],
        attacks: Sequence[Attack],
        stretch: Stretch | None,
        evidence: Evidence,
    ) -> None:
        self.actor, self.basis, self.stretch, self.evidence = actor, basis, stretch, evidence
        self.everybodys = attacks
        self.own = [(a.day, a) for a in own if a.day and stretch and stretch.first <= a.day <= stretch.last]
        self.left_out = len(own) - len(self.own)

    def shifts(self) -> Iterator[Shift]:
        """The rate, then the kinds and the countries of its targets."""
        yield self._rate()
        yield self._choice(Matter.KINDS, lambda a: a.kinds, kind_noun)
        yield self._choice(Matter.COUNTRIES, lambda a: a.countries, country_targets)

    def _rate(self) -> Shift:
        stretch = self.stretch
        if stretch is None:
            return self._too_few(Matter.RATE)
        counts = [0] * stretch.length
        for day, _ in self.own:
            counts[(day - stretch.first).days] += 1
        change = find_rate_change(counts)
        if change is None:
            return self._too_few(Matter.RATE)
        day = stretch.first + timedelta(days=change.at)
        if not change.is_clear:
            sentence = (
                f"{counted(len(self.own), 'attack')} {self.basis} in {stretch.length} days and no clear change of"
                f" rate ({_odds(change.odds)}).{self._not_counted()}"
            )
            return self._shift(Matter.RATE, Answer.STEADY, sentence, change.odds)
        before, after = self._parts(change, day)
        answer, coverage = _judge_coverage(change, before, after)
        sentence = (
            f"{counted(change.after, 'attack')} {self.basis} in the {change.days_after} days from {day} on,"
            f" against {change.before} in the {change.days_before} before: {_odds(change.odds)} for a change"
            f"{_span(stretch, change)}. {coverage}{self._not_counted()}"
        )
        shift = self._shift(Matter.RATE, answer, sentence, change.odds, day)
        first, last = (stretch.first + timedelta(days=n) for n in (change.earliest, change.latest))
        return replace(shift, earliest=first, latest=last, before=before, after=after)

    def _parts(self, change: RateChange, day: date) -> tuple[Part, Part]:
        """Both sides of a change, with the documents of the days covered that tell of none of the attacks."""
        assert self.stretch is not None
        telling = {
            self.evidence.statements[s].statement.document_id for _, a in self.own for s in a.statement_ids
        }
        days = [d for i, d in self.stretch.days.items() if i not in telling]
        first = sum(d < day for d in days)
        return (
            Part(attacks=change.before, days=change.days_before, documents=first),
            Part(attacks=change.after, days=change.days_after, documents=len(days) - first),
        )

    def _choice(
        self, matter: Matter, labels: Callable[[Attack], tuple[str, ...]], word: Callable[[str], str]
    ) -> Shift:
        told = [(d, labels(a)[0]) for d, a in self.own if labels(a)]
        if len(told) < LEAST_EVENTS:
            return self._too_few(matter, len(told))
        possible = {k for a in self.everybodys for k in labels(a)}
        change = find_choice_change([k for _, k in told], len(possible))
        assert change is not None, "there are enough"
        first = told[change.at][0]
        if not change.is_clear:
            sentence = (
                f"No clear change in the {matter} of {len(told)} attacks {self.basis} ({_odds(change.odds)})."
            )
            return self._shift(matter, Answer.STEADY, sentence, change.odds)
        sentence = (
            f"Of the {change.at} attacks {self.basis} before {first} whose target is told, {_kinds(change, word)};"
            f" of the {len(told) - change.at} since then, {_kinds(change, word, after=True)}:"
            f" {_odds(change.odds)} for a change of choice."
        )
        return self._shift(matter, Answer.CHANGED, sentence, change.odds, first)

    def _too_few(self, matter: Matter, attacks: int | None = None) -> Shift:
        n = len(self.own) if attacks is None else attacks
        words = f"{counted(n, 'attack')} {self.basis} in the days covered: too few to tell a change."
        words += self._not_counted()
        return self._shift(matter, Answer.TOO_FEW, words)

    def _not_counted(self) -> str:
        if not self.left_out:
            return ""
        were = "is" if self.left_out == 1 else "are"
        return (
            f" {self.left_out} more {were} not counted: no day is told, or it lies outside the days covered."
        )

    def _shift(
        self,
        matter: Matter,
        answer: Answer,
        sentence: str,
        odds: float | None = None,
        day: date | None = None,
    ) -> Shift:
        return Shift(
            actor_id=self.actor,
            actor=self.evidence.name(self.actor),
            basis=self.basis,
            matter=matter,
            answer=answer,
            sentence=sentence,
            attacks=len(self.own),
            odds=round(odds, 1) if odds is not None else None,
            day=day,
            earliest=day,
            latest=day,
            statement_ids=tuple(dict.fromkeys(s for _, a in self.own for s in a.statement_ids)),
        )


def _judge_coverage(change: RateChange, before: Part, after: Part) -> tuple[Answer, str]:
    """Whether the change stands when the documents on other matters are the clock."""
    first, second = before.documents, after.documents
    cover = (
        f"{counted(first, 'document')} on other matters {'covers' if first == 1 else 'cover'}"
        f" the first stretch, {second:,} the second"
    )
    if first + second < _LEAST_DOCUMENTS:
        return Answer.COVERAGE, (f"{cover}: too few to tell a change of rate from one of what was collected.")
    odds = odds_by_documents(change, first, second)
    if odds >= CLEAR_ODDS:
        return Answer.CHANGED, f"{cover}; measured by them the change is clear too ({_odds(odds)})."
    return Answer.COVERAGE, (
        f"{cover}: measured by them the change is not clear, so it may be one of what was collected,"
        " not of what was done."
    )


def _span(stretch: Stretch, change: RateChange) -> str:
    first, last = (stretch.first + timedelta(days=n) for n in (change.earliest, change.latest))
    return f", most likely between {first} and {last}" if first != last else ""


def _kinds(change: ChoiceChange, word: Callable[[str], str], *, after: bool = False) -> str:
    ranked = change.after if after else change.before
    told = [f"{n} hit {word(kind)}" for kind, n in ranked[:_MOST_KINDS]]
    return listed(told)


def _odds(odds: float) -> str:
    """ "odds 236 to 1", "odds 3 to 1 against": in whole numbers, as one would say them."""
    if odds >= 1000:
        return "odds over 1,000 to 1"
    if odds >= 1:
        return f"odds {odds:.0f} to 1"
    return f"odds {1 / odds:.0f} to 1 against" if odds > 0 else "odds heavily against"
