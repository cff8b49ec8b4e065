"""A simulated world: how good the probabilities of claimed events are as copying rises, beside peers and an oracle.

usage: python bench/verdicts/world.py [--shares 0,0.2] [--seeds N] [--events N] [--data TABLE] [--out FILE] [--learn]

Without options: the first world and the second, N seeds each at each share of copies. `--data` takes another table of
habits, like `world.toml`, in place of both. `--out` keeps a JSON line for each event. Peers' numbers become
probabilities by a logistic curve learned on the first world's learning seeds at the same share, so they know how much
is copied; ours does not. Under each table stands how well the outlets' learned grades fit. `--learn` first learns the
weights of evidence anew and writes `odds.toml` and, for the oracle, `oracle.toml`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # run as a script, from anywhere

from bench.verdicts.habits import TABLE, Habits, first_world, second_world
from bench.verdicts.learning import learn, written
from bench.verdicts.observing import Observed, observe
from bench.verdicts.outlets import outlet_lines, outlets_of
from bench.verdicts.peers import PEERS
from bench.verdicts.scores import Numbers, accuracy, brier, calibrated, calibration_error
from bench.verdicts.simulating import simulate

from secondsource.weigh.odds import SHIPPED, load_odds
from secondsource.weigh.probability import chances

# Of 0.95 a seed has 9,600 documents: run it apart, with fewer events.
SHARES = (0.0, 0.2, 0.4, 0.6, 0.8)
ORACLE = Path(__file__).with_name("oracle.toml")
BY_HAND = Path(__file__).with_name("by_hand.toml")
# Learned on: these shares, and seeds from 1 on. Reported: seeds from 101 on, and from 201 on in the second world.
_LEARNING_SHARES, _LEARNING_SEEDS = (0.0, 0.4, 0.8), 8
_INPUTS = {"articles": "all articles", "distinct": "copies left out", "families": "told the families"}

World = Sequence[Observed]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One method's scores; `knows`: it was told the truth's families."""

    name: str
    knows: bool
    chance: Numbers
    accuracy: float
    brier: float
    calibration: float


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shares", default=",".join(map(str, SHARES)))
    parser.add_argument("--seeds", type=int, default=8)
    parser.add_argument("--events", type=int, help="claimed events a seed, in place of the table's number")
    parser.add_argument("--data", type=Path, help="a table of habits like world.toml")
    parser.add_argument("--out", type=Path, help="where to keep each event's truth and probabilities")
    parser.add_argument("--learn", action="store_true")
    chosen = parser.parse_args()
    if chosen.learn:
        learn_odds()
    kinds: list[tuple[str, int, Callable[[int], Habits]]] = [
        ("first world", 101, lambda seed: first_world(TABLE)),
        ("second world", 201, second_world),
    ]
    if chosen.data:
        kinds = [(chosen.data.name, 301, lambda seed: first_world(chosen.data))]
    many: Mapping[str, int] = {"events": chosen.events} if chosen.events else {}
    kept: list[str] = []
    for share in map(float, chosen.shares.split(",")):
        learned = [seen(sized(first_world(TABLE), many), s, share) for s in range(1, chosen.seeds + 1)]
        for title, first, habits in kinds:
            worlds = [seen(sized(habits(s), many), s, share) for s in range(first, first + chosen.seeds)]
            rows = compare(learned, worlds)
            print("\n".join(table(f"{title}, {share:.0%} copies", worlds, rows)), flush=True)
            numbered = enumerate(worlds, first)
            outlets = [o for s, w in numbered for o in outlets_of(sized(habits(s), many), s, w, load_odds())]
            print("\n".join(outlet_lines(outlets)), flush=True)
            kept += lines(title, share, first, worlds, rows)
    if chosen.out:
        chosen.out.write_text("\n".join(kept) + "\n", encoding="utf-8")


def learn_odds() -> None:
    """Learns the weights of evidence, and the oracle's, and writes both."""
    worlds = [
        seen(first_world(TABLE), seed, share)
        for share in _LEARNING_SHARES
        for seed in range(1, _LEARNING_SEEDS + 1)
    ]
    shipped = SHIPPED.read_text(encoding="utf-8")
    begin = load_odds(BY_HAND)
    SHIPPED.write_text(written(shipped, learn(worlds, begin, lambda o: o.borne)), encoding="utf-8")
    oracle = learn(worlds, begin, lambda o: o.told_families)
    ORACLE.write_text(written(ORACLE.read_text(encoding="utf-8"), oracle), encoding="utf-8")
    load_odds.cache_clear()


def sized(habits: Habits, many: Mapping[str, int]) -> Habits:
    """The habits with other numbers of what is in `many`."""
    return replace(habits, size={**habits.size, **many})


def seen(habits: Habits, seed: int, share: float) -> World:
    """What all methods are given of one world."""
    print(f"seed {seed} at {share:.0%}", file=sys.stderr)
    return observe(simulate(habits, seed, share))


def compare(learned: Sequence[World], worlds: Sequence[World]) -> list[Row]:
    """Every method on the same events: each peer on each input, ours, ours with the families told."""
    truth, known = truth_of(worlds), truth_of(learned)
    rows = []
    for name, peer in PEERS.items():
        for votes, says in _INPUTS.items():
            before, after = (
                np.concatenate([peer([getattr(o, votes) for o in w]) for w in part])
                for part in (learned, worlds)
            )
            chance = calibrated(before, known, after)
            rows.append(_row(f"{name}, {says}", votes == "families", chance, truth))
    ours = np.array([p for w in worlds for p in chances([o.borne for o in w], load_odds())])
    told = np.array([p for w in worlds for p in chances([o.told_families for o in w], load_odds(ORACLE))])
    rows.append(_row("secondsource", False, ours, truth))
    rows.append(_row("secondsource, told the families", True, told, truth))
    return rows


def table(title: str, worlds: Sequence[World], rows: Sequence[Row]) -> Iterator[str]:
    """The scores, and how far ours closes the distance from the best peer to the oracle."""
    truth = truth_of(worlds)
    yield f"\n{title}: {len(truth)} claimed events, {truth.mean():.0%} of them true"
    yield f"{'':46}accuracy   Brier   calibration error"
    for row in rows:
        yield f"{row.name:46}{row.accuracy:8.3f}{row.brier:8.4f}{row.calibration:12.3f}"
    ours = next(r for r in rows if r.name == "secondsource")
    best = min((r for r in rows if not r.knows and r is not ours), key=lambda r: r.brier)
    oracle = min((r for r in rows if r.knows), key=lambda r: r.brier)
    closed = (best.brier - ours.brier) / (best.brier - oracle.brier)
    yield f"best peer: {best.name}; oracle: {oracle.name}; of the distance, ours closes {closed:.0%}"


def lines(
    title: str, share: float, first_seed: int, worlds: Sequence[World], rows: Sequence[Row]
) -> Iterator[str]:
    """A JSON line for each event: its world, what it was, and what each method gives it."""
    events = [(first_seed + n, e) for n, w in enumerate(worlds) for e in w]
    for place, (seed, event) in enumerate(events):
        given = {r.name: round(float(r.chance[place]), 4) for r in rows}
        line = {"world": title, "seed": seed, "share": share, "is_true": event.is_true, "given": given}
        yield json.dumps(line)


def truth_of(worlds: Sequence[World]) -> Numbers:
    """1 for each event that was, in the order of the worlds."""
    return np.array([o.is_true for w in worlds for o in w], dtype=float)


def _row(name: str, knows: bool, chance: Numbers, truth: Numbers) -> Row:
    return Row(
        name=name,
        knows=knows,
        chance=chance,
        accuracy=accuracy(chance, truth),
        brier=brier(chance, truth),
        calibration=calibration_error(chance, truth),
    )


if __name__ == "__main__":
    main()
