"""An open case: what it holds, by day, and what follows from that; always current."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from types import TracebackType
from typing import Self

from secondsource import pipeline, store
from secondsource.api.ids import only_one
from secondsource.api.knowledge import open_knowledge
from secondsource.collect import correct_documents
from secondsource.judgements import rejected_ids
from secondsource.pipeline import Knowledge
from secondsource.records import Derived, Document, Judgement
from secondsource.weigh import Sources, read_sources


class Held:
    """What adding, asking and judging share."""

    def __init__(self, kept: store.Case) -> None:
        self.kept = kept

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        self.kept.close()

    @cached_property
    def knowledge(self) -> Knowledge:
        """The gazetteer and the starter list of actors, each with what this case has of its own."""
        return open_knowledge(self.kept.places(), self.kept.known_actors())

    def documents(self, as_of: date | None = None) -> dict[str, Document]:
        """Documents in force by id; with `as_of`, those that were public by then."""
        return self.documents_as_judged(self.kept.judgements(), as_of)

    def documents_as_judged(
        self, judgements: Sequence[Judgement], as_of: date | None = None
    ) -> dict[str, Document]:
        """The same with these judgements alone."""
        left_out = self.kept.superseded_ids(as_of) | rejected_ids(judgements)
        corrected = correct_documents(self.kept.documents(include_withdrawn=True), judgements)
        return {d.id: d for d in corrected if d.id not in left_out and (as_of is None or d.known_on <= as_of)}

    def derived(self, as_of: date | None = None) -> Derived:
        """All that follows from the case; with `as_of`, from what was public by then."""
        if as_of is None:
            return pipeline.refresh(self.kept, self.knowledge)
        # Judgements are today's view of old documents: all of them count, whenever they were made.
        return self.derived_from(self.documents(as_of), self.kept.judgements())

    def derived_from(self, documents: Mapping[str, Document], judgements: Sequence[Judgement]) -> Derived:
        """All that follows from these documents of the case and these judgements; kept nowhere."""
        statements = tuple(self.kept.statements(include_withdrawn=True))
        return pipeline.derive(tuple(documents.values()), statements, judgements, self.knowledge)

    def not_read(self) -> dict[str, str]:
        """Why a document was not read, by document id."""
        reasons = {r.document_id: r.reason for r in self.kept.readings()}
        waiting = "not read yet; adding anything goes on with it"
        return {i: why for i in self.kept.document_ids() if (why := reasons.get(i, waiting))}

    def sources_as_judged(self) -> Sources:
        """Grades and owners that people gave to outlets."""
        return read_sources(self.kept.judgements())

    def document_id(self, beginning: str) -> str:
        """The id of the document whose id begins so. Raises NotFoundError."""
        return only_one(beginning, [d.id for d in self.kept.documents(include_withdrawn=True)], "document")

    def readings(self) -> dict[str, str]:
        """Reader and version that the statements are from, by the id of each document that was read."""
        return {r.document_id: f"{r.reader} {r.reader_version}" for r in self.kept.readings() if not r.reason}
