"""Putting things into a case: documents, rows, places, actors; and deriving anew."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from secondsource import pipeline, surroundings
from secondsource.api.held import Held
from secondsource.collect import Given, Limits, find_sources
from secondsource.pipeline import AddReport, Progress
from secondsource.resolve import read_actor_file, read_place_file

_QUIET: Progress = lambda step, done, total: None  # noqa: E731


class Adding(Held):
    """A case as one adds to it."""

    def add(
        self,
        paths: Sequence[str],
        given: Given | None = None,
        *,
        limits: Limits | None = None,
        processes: int | None = None,
        model: str | None = None,
        progress: Progress = _QUIET,
    ) -> AddReport:
        """Collects files, folders and addresses, reads them, and derives the rest anew.

        `model` names another installed English pipeline, for example "en_core_web_trf".
        """
        at = surroundings.now()
        run = self.kept.start_run("add", at)
        report = pipeline.add(
            self.kept,
            find_sources(paths),
            given or Given(),
            at=at,
            knowledge=self.knowledge,
            limits=limits,
            processes=processes,
            model=model,
            run_id=run,
            progress=progress,
        )
        counts = {"added": report.added, "failed": len(report.failed), "statements": report.statements}
        self.kept.finish_run(run, surroundings.now(), counts)
        return report

    def add_places(self, path: Path) -> int:
        """Adds a file of places (CSV, GeoJSON, GeoNames dump) to this case's gazetteer; how many were new.

        Raises LexiconError.
        """
        added = self.kept.add_places(e.stored() for e in read_place_file(path))
        self.__dict__.pop("knowledge", None)
        return added

    def add_known_actors(self, path: Path) -> tuple[int, int]:
        """Adds a CSV or FollowTheMoney file of actors to what this case knows beforehand.

        How many were new, and how many entities are no organisations. Raises LexiconError.
        """
        listed = read_actor_file(path)
        added = self.kept.add_known_actors(listed.actors)
        self.__dict__.pop("knowledge", None)
        return added, listed.passed_over

    def rebuild(self, *, progress: Progress = _QUIET) -> str:
        """Derives everything anew from what is stored, without reading again; the digest of the result."""
        pipeline.rebuild(self.kept, self.knowledge, progress=progress)
        return self.kept.digest()

    def digest(self) -> str:
        """A hash of all that is derived: equal cases have equal digests on any machine."""
        self.derived()
        return self.kept.digest()
