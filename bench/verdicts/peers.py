"""The peers, each from the same votes: counting, majority, TruthFinder and Dawid-Skene, all without independence.

Each gives one number for an event; `calibrating.py` makes a probability of it. They see documents as votes of outlets
and nothing of chains, words or families.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
from bench.verdicts.observing import Votes

Scores = npt.NDArray[np.float64]
Peer = Callable[[Sequence[Votes]], Scores]


def counting(events: Sequence[Votes]) -> Scores:
    """Articles for it less those against it, as a logarithm so that the fortieth adds less than the second."""
    return np.array([np.sign(n) * np.log1p(abs(n)) for n in map(_balance, events)], dtype=float)


def majority(events: Sequence[Votes]) -> Scores:
    """The share of outlets that are for it, each outlet one vote, with one vote more on either side."""
    found = []
    for votes in events:
        ballots = dict(votes)
        found.append(_log_odds((1 + sum(ballots.values())) / (2 + len(ballots))))
    return np.array(found)


def truth_finder(events: Sequence[Votes], rounds: int = 20) -> Scores:
    """TruthFinder: an outlet is as good as what it says, and what it says as good as those who say it.

    X. Yin, J. Han, P. S. Yu, "Truth discovery with multiple conflicting information providers on the web", IEEE TKDE
    20(6), 2008: equations 3, 5 and 8 to 10 with the paper's dampening 0.3, here with two facts an event that exclude
    each other (implication -1, the paper's rho 0.5).
    """
    outlets, says = _matrix(events)
    trust = np.full(len(outlets), 0.9)
    score = np.zeros(len(events))
    for _ in range(rounds):
        tau = -np.log(np.maximum(1e-6, 1 - trust))
        pro, contra = (says > 0) @ tau, (says < 0) @ tau
        score = pro - 0.5 * contra
        for_, against = _logistic(0.3 * score), _logistic(0.3 * (contra - 0.5 * pro))
        told = (says != 0).sum(axis=0)
        trust = ((says > 0).T @ for_ + (says < 0).T @ against) / np.maximum(1, told)
    return np.asarray(0.3 * score, dtype=float)


def dawid_skene(events: Sequence[Votes], rounds: int = 60) -> Scores:
    """Dawid-Skene: each outlet has its own rates of telling and denying, for what was and for what wasn't.

    A. P. Dawid, A. M. Skene, "Maximum likelihood estimation of observer error-rates using the EM algorithm", Applied
    Statistics 28(1), 1979. As there, who says nothing answers nothing; taking silence for a third answer, tried on
    the first world's learning seeds, sorts events by how visible they are (Brier score 0.20 instead of 0.14 without
    copies). Rates start from the majority and are smoothed by one count.
    """
    _, says = _matrix(events)
    answers = [(says == a).astype(float) for a in (1, -1)]
    chance = _logistic(majority(events))
    score = np.zeros(len(events))
    for _ in range(rounds):
        prior = np.clip(chance.mean(), 0.05, 0.95)
        score = np.full(len(events), np.log(prior / (1 - prior)))
        weight = (chance, 1 - chance)
        totals = [sum(w @ a for a in answers) for w in weight]
        for answer in answers:
            was, was_not = ((w @ answer + 1) / (t + 2) for w, t in zip(weight, totals, strict=True))
            score = score + answer @ np.log(was / was_not)
        chance = _logistic(score)
    return score


PEERS: dict[str, Peer] = {
    "counting articles": counting,
    "majority vote": majority,
    "TruthFinder": truth_finder,
    "Dawid-Skene": dawid_skene,
}


def _matrix(events: Sequence[Votes]) -> tuple[list[str], npt.NDArray[np.float64]]:
    """The outlets, and for each event and outlet 1 (tells it), -1 (denies it) or 0 (is silent); denials win."""
    outlets = sorted({o for votes in events for o, _ in votes})
    place = {o: n for n, o in enumerate(outlets)}
    says = np.zeros((len(events), len(outlets)))
    for row, votes in enumerate(events):
        for outlet, is_for in votes:
            if says[row, place[outlet]] != -1:
                says[row, place[outlet]] = 1 if is_for else -1
    return outlets, says


def _balance(votes: Votes) -> int:
    return sum(1 if is_for else -1 for _, is_for in votes)


def _log_odds(chance: float) -> float:
    return float(np.log(chance / (1 - chance)))


def _logistic(score: npt.NDArray[np.float64]) -> Scores:
    return np.asarray(1 / (1 + np.exp(-np.clip(score, -30, 30))), dtype=float)
