"""The simulated world read from its texts: what reading loses, beside the same world given as statements.

usage: python bench/verdicts/world_texts.py [--seed N] [--share SHARE] [--events N]

The reader sees the documents alone, the gazetteer knows the world's places, and nothing else is told. Printed: how
many documents keep their event, how well incidents come out (B-cubed and pairwise F1 over the documents that tell of
an event), how many claims are found, and the Brier score of the claimed events, with one half for those missed.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # run as a script, from anywhere

from bench.verdicts.habits import Habits, first_world
from bench.verdicts.pages import World
from bench.verdicts.scores import brier
from bench.verdicts.simulating import cast_of, simulate

from secondsource.collect import find_copies, shared_words
from secondsource.match import match
from secondsource.match.kinds import kind_group
from secondsource.pipeline import Knowledge, derive
from secondsource.reading import read_document
from secondsource.records import Claim, Event, Incident, ResolvedStatement, Side, Verdict
from secondsource.resolve import PlaceEntry, open_gazetteer, read_known_actors
from secondsource.surroundings import cache_folder
from secondsource.weigh import weigh


@dataclass(frozen=True, slots=True, kw_only=True)
class Concluded:
    """What was made of the world's documents, by either way."""

    statements: tuple[ResolvedStatement, ...]
    incidents: tuple[Incident, ...]
    claims: tuple[Claim, ...]
    verdicts: tuple[Verdict, ...]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=101)
    parser.add_argument("--share", type=float, default=0.4)
    parser.add_argument("--events", type=int, default=40)
    chosen = parser.parse_args()
    habits = first_world()
    habits = Habits(size={**habits.size, "events": chosen.events, "unclaimed": 10}, rate=habits.rate)
    world = simulate(habits, chosen.seed, chosen.share)
    print(f"{len(world.documents)} documents, {chosen.events} claimed events, {chosen.share:.0%} copies")
    print(f"{'':22}events kept   B-cubed   pairwise   claims found   Brier")
    for title, concluded in (
        ("given as statements", given(world)),
        ("read from the texts", read(world, habits, chosen.seed)),
    ):
        print("  ".join(_figures(title, world, concluded)), flush=True)


def given(world: World) -> Concluded:
    """Matched and weighed from the world's own statements."""
    copies = find_copies(tuple(world.documents.values()))
    matched = match(world.resolution, world.documents, copies, (), shared_words)
    weighed = weigh(world.resolution, matched, world.documents)
    return Concluded(
        statements=world.resolution.statements,
        incidents=matched.incidents,
        claims=weighed.claims,
        verdicts=weighed.verdicts,
    )


def read(world: World, habits: Habits, seed: int) -> Concluded:
    """Read, resolved, matched and weighed from the documents."""
    cast = cast_of(habits, seed)
    places = [PlaceEntry(place=p) for p in (*cast.provinces, *(t for towns in cast.towns for t in towns))]
    knowledge = Knowledge(gazetteer=open_gazetteer(cache_folder(), places), known_actors=read_known_actors())
    documents = tuple(world.documents.values())
    started = time.perf_counter()
    statements = [s for d in documents for s in read_document(d).statements]
    print(f"read in {time.perf_counter() - started:.0f} s", file=sys.stderr)
    derived = derive(documents, statements, (), knowledge)
    return Concluded(
        statements=derived.statements,
        incidents=derived.incidents,
        claims=derived.claims,
        verdicts=derived.verdicts,
    )


def _figures(title: str, world: World, concluded: Concluded) -> list[str]:
    truth = {
        d: str(t.happening)
        for d, t in world.told.items()
        if t.happening >= 0 and t.kind not in ("aside", "tie")
    }
    found = _incident_of_documents(concluded)
    predicted = {d: found.get(d, d) for d in truth}
    claimed = {s: c.id for c in concluded.claims for s in c.statement_ids}
    documents = {s.statement.id: s.statement.document_id for s in concluded.statements}
    claim_in = {documents[s]: c for s, c in sorted(claimed.items())}
    chance = {v.claim_id: v.probability for v in concluded.verdicts if v.side is Side.EVENT}
    first = {s.statement.id: s.statement.document_id for s in world.resolution.statements}
    events = [(h, first[world.claims[h.number]]) for h in world.happenings if h.number in world.claims]
    said = np.array([chance.get(claim_in.get(d, ""), 0.5) or 0.5 for _, d in events])
    was = np.array([h.is_true for h, _ in events], dtype=float)
    missed = sum(d not in claim_in for _, d in events)
    return [
        f"{title:20}",
        f"{sum(d in found for d in truth) / len(truth):11.3f}",
        f"{b_cubed(truth, predicted):8.3f}",
        f"{pairwise(truth, predicted):9.3f}",
        f"{1 - missed / len(events):13.3f}",
        f"{brier(said, was):8.4f}",
    ]


def _incident_of_documents(concluded: Concluded) -> dict[str, str]:
    """The incident of each document's first event of a kind that can be claimed."""
    incident_of = {s: i.id for i in concluded.incidents for s in i.statement_ids}
    found: dict[str, str] = {}
    for item in sorted(concluded.statements, key=lambda s: (s.statement.span, s.statement.id)):
        event = item.statement.proposition
        if (
            isinstance(event, Event)
            and kind_group(event.type).is_claimable
            and item.statement.id in incident_of
        ):
            found.setdefault(item.statement.document_id, incident_of[item.statement.id])
    return found


def b_cubed(truth: Mapping[str, str], predicted: Mapping[str, str]) -> float:
    """F1 of the mean overlap of each document's predicted and true incident (Bagga and Baldwin 1998)."""
    both = Counter((truth[d], predicted[d]) for d in truth)
    alone = (Counter(predicted[d] for d in truth), Counter(truth.values()))
    precision = sum(both[truth[d], predicted[d]] / alone[0][predicted[d]] for d in truth) / len(truth)
    recall = sum(both[truth[d], predicted[d]] / alone[1][truth[d]] for d in truth) / len(truth)
    return 2 * precision * recall / (precision + recall)


def pairwise(truth: Mapping[str, str], predicted: Mapping[str, str]) -> float:
    """F1 of the pairs of documents that are put together."""
    both = _pairs(Counter((truth[d], predicted[d]) for d in truth))
    put, right = _pairs(Counter(predicted[d] for d in truth)), _pairs(Counter(truth.values()))
    return 2 * both / (put + right) if put + right else 0.0


def _pairs(counts: Mapping[object, int]) -> int:
    return sum(n * (n - 1) // 2 for n in counts.values())


if __name__ == "__main__":
    main()
