"""How well learned grades order a simulated world's outlets by how reliable they truly are, beside a naive count."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from bench.verdicts.cast import Outlet
from bench.verdicts.habits import Habits
from bench.verdicts.happenings import Happening, draw_happenings
from bench.verdicts.observing import Observed
from bench.verdicts.scores import rank_correlation
from bench.verdicts.simulating import cast_of

from secondsource.match.outlets import outlet_key
from secondsource.weigh.odds import Odds
from secondsource.weigh.outlets import records_of_reporters
from secondsource.weigh.reliability import LETTERS, Bands, Prior, Record, Records, Telling, letter, load_bands


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded:
    """One outlet: the share of its own news that is so (None where it has no reporters), and three records of it.

    `learned` is the product's; `counted` the share of others' articles that agree with each of its articles;
    `known` what its own reports would teach if the truth of each event were told.
    """

    true_share: float | None
    learned: Record
    counted: Record
    known: Record

    @property
    def records(self) -> tuple[Record, Record, Record]:
        """All three."""
        return self.learned, self.counted, self.known


def outlets_of(habits: Habits, seed: int, world: Sequence[Observed], odds: Odds) -> list[Graded]:
    """The outlets of one world that publish news, with their records."""
    cast = cast_of(habits, seed)
    happenings = draw_happenings(habits, cast, random.Random(f"events {seed}"))
    claimed = [h for h in happenings if h.claimant is not None]
    prior = Prior(usual=odds.records["usual_report"], doubt=odds.records["doubt"])
    learned = records_of_reporters([o.borne for o in world], odds)
    counted, known = _counted(world), _known(world, prior)
    found = []
    for outlet in cast.outlets:
        if outlet.kind == "monitor":
            continue
        key = f"outlet {outlet_key(outlet.name)}"
        shares = counted.get(key, [])
        found.append(
            Graded(
                true_share=_true_share(outlet, claimed, habits),
                learned=learned.of(key),
                counted=_record(shares, prior),
                known=known.of(key),
            )
        )
    return found


def outlet_lines(outlets: Sequence[Graded]) -> list[str]:
    """Rank correlation over all with reporters; how many got a letter; how many of those are right within one."""
    bands = load_bands()
    own = [o for o in outlets if o.true_share is not None]
    sites = [o for o in outlets if o.true_share is None]
    truth = np.array([o.true_share for o in own], dtype=float)
    lines = [
        f"{'outlets by their record':46}rank correlation   graded   same letter   within one   sites graded"
    ]
    kinds = ("secondsource", "agreement of articles", "the truth of each event told")
    for place, name in enumerate(kinds):
        shares = np.array([o.records[place].share for o in own])
        graded = [(o.true_share or 0.0, g) for o in own if (g := letter(o.records[place], bands))]
        away = np.array([abs(LETTERS.index(g) - LETTERS.index(_letter(t, bands))) for t, g in graded])
        copying = sum(letter(o.records[place], bands) is not None for o in sites)
        lines.append(
            f"{name:46}{rank_correlation(shares, truth):16.3f}{len(graded):5} of {len(own)}"
            + (f"{np.mean(away == 0):12.0%}{np.mean(away <= 1):13.0%}" if graded else f"{'':25}")
            + f"{copying:9} of {len(sites)}"
        )
    true_letters = [_letter(o.true_share or 0.0, bands) for o in own if letter(o.learned, bands)]
    if true_letters:
        right, near = (np.mean([t in letters for t in true_letters]) for letters in ("B", "ABC"))
        lines.append(
            f"{'B for all that we grade':46}{'':16}{len(true_letters):5} of {len(own)}{right:12.0%}{near:13.0%}"
        )
    return lines


def _letter(share: float, bands: Bands) -> str:
    return next(k for k, least in bands.least.items() if share >= least)


def _true_share(outlet: Outlet, claimed: Sequence[Happening], habits: Habits) -> float | None:
    """What share of its own news of claimed events is so, by its habits and not by what it happened to tell."""
    was = was_not = 0.0
    for happening in claimed:
        if outlet.province is not None and outlet.province != happening.details.province:
            continue
        chance = outlet.diligence * happening.seen
        if happening.is_true:
            was += chance
        elif outlet.leans_to is not None and outlet.leans_to == happening.claimant:
            was_not += habits.rate["leaning_rumour"]
        else:
            was_not += chance * habits.rate["rumour"]
    return was / (was + was_not) if outlet.diligence and was + was_not else None


def _counted(world: Sequence[Observed]) -> Mapping[str, list[float]]:
    """For each article that tells an event, the share of other outlets' articles on it that do so too."""
    found: dict[str, list[float]] = {}
    for event in world:
        for outlet, is_for in event.articles:
            others = [f for o, f in event.articles if o != outlet]
            if is_for and others:
                found.setdefault(f"outlet {outlet_key(outlet)}", []).append(float(np.mean(others)))
    return found


def _known(world: Sequence[Observed], prior: Prior) -> Records:
    told = [
        Telling(who=b.origin, event=n, chance=float(event.is_true))
        for n, event in enumerate(world)
        for b in event.borne.bearings
        if b.origin is not None and b.habit is not None
    ]
    return Records(told, prior)


def _record(shares: Sequence[float], prior: Prior) -> Record:
    total = len(shares) + prior.doubt
    share = (sum(shares) + prior.doubt * prior.usual) / total
    margin = float(np.sqrt(share * (1 - share) / (total + 1)))
    return Record(events=len(shares), borne_out=sum(shares), share=share, margin=margin)
