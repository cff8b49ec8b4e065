"""A rendered corpus read once, and derived from what was read as often as a test asks for."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from secondsource import api
from secondsource.collect import find_copies
from secondsource.judgements import in_force
from secondsource.pipeline import Knowledge, conclude
from secondsource.records import Derived, Document, Judgement, Naming, Statement
from secondsource.sample import Corpus

from .comparing import Comparison

# Joins that resolve makes from what texts equate; without them the naming statements are left out.
JOINED_BY_NAMINGS = frozenset({"new_name_joined", "translation_joined"})


@dataclass(frozen=True)
class ReadCorpus:
    """The documents, statements and judgements of one corpus, with its truth and what is known of its country."""

    documents: dict[str, Document]
    statements: tuple[Statement, ...]
    judgements: tuple[Judgement, ...]
    knowledge: Knowledge
    truth: dict[str, Any]
    broken: dict[str, Comparison] = field(default_factory=dict)

    @cached_property
    def comparison(self) -> Comparison:
        """The whole case beside its truth."""
        return self.compared(self.derived())

    def without(self, rule: str) -> Comparison:
        """The case derived without one rule beside its truth; derived once."""
        if rule not in self.broken:
            self.broken[rule] = self.compared(self.derived(without=rule))
        return self.broken[rule]

    def compared(self, derived: Derived) -> Comparison:
        """What was derived beside the truth."""
        return Comparison(derived, self.documents, self.truth)

    def derived(self, *, without: str = "", as_of: date | None = None) -> Derived:
        """All that follows from the corpus; `without` one rule, or from what was public by a day."""
        off = frozenset({without})
        documents = {i: d for i, d in sorted(self.documents.items()) if as_of is None or _is_public(d, as_of)}
        statements = sorted((s for s in self.statements if s.document_id in documents), key=lambda s: s.id)
        if without in JOINED_BY_NAMINGS:
            statements = [s for s in statements if not isinstance(s.proposition, Naming)]
        decided = in_force(self.judgements)
        copies = () if without == "copies_are_one_family" else find_copies(tuple(documents.values()))
        return conclude(documents, statements, decided, copies, self.knowledge, switched_off=off)


def read_corpus(folder: Path, scratch: Path) -> ReadCorpus:
    """The corpus in `folder`, read into a case under `scratch`."""
    with api.create_case(scratch / "sample.db") as case:
        corpus = Corpus(folder=folder)
        corpus.prepare(case)
        report = case.add([str(corpus.documents)], processes=1)
        assert not report.failed
        return ReadCorpus(
            documents=case.documents(),
            statements=tuple(case.kept.statements()),
            judgements=tuple(case.kept.judgements()),
            knowledge=case.knowledge,
            truth=json.loads((folder / "truth.json").read_text(encoding="utf-8")),
        )


def _is_public(document: Document, day: date) -> bool:
    return document.published is None or document.published.latest is None or document.published.latest <= day
