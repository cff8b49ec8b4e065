"""Runs and failures: what was tried, and what came of it."""

from __future__ import annotations

from datetime import timedelta

from secondsource.store import Case, Failure
from tests.store.examples import COLLECTED


def test_a_run_has_an_end_only_if_it_came_to_one(case: Case) -> None:
    first = case.start_run("add articles/", COLLECTED)
    case.start_run("add more/", COLLECTED)
    case.finish_run(first, COLLECTED + timedelta(minutes=1), {"read": 3, "added": 2})
    done, cut_off = case.runs()
    assert (done.id, done.command, done.started) == (first, "add articles/", COLLECTED)
    assert done.ended == COLLECTED + timedelta(minutes=1)
    assert done.counts == (("added", 2), ("read", 3))
    assert (cut_off.ended, cut_off.counts) == (None, ())


def test_failures_name_path_reason_and_run(case: Case) -> None:
    run = case.start_run("add .", COLLECTED)
    case.add_failure("harbour.pdf", "locked with a password", COLLECTED, run)
    case.add_failure("caf\udce9.txt", "empty", COLLECTED)
    assert case.failures() == (
        Failure(run_id=run, at=COLLECTED, path="harbour.pdf", reason="locked with a password"),
        Failure(run_id=None, at=COLLECTED, path="caf\\udce9.txt", reason="empty"),
    )
