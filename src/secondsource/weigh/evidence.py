"""All that the weighing of claims looks at, opened once: records by id, names, documents, dependence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from secondsource.match import Independence, Sources
from secondsource.match.origins import Origin, origin_of, outlet_origin
from secondsource.records import (
    Actor,
    DataSet,
    Document,
    Emergence,
    Event,
    Family,
    Finding,
    Incident,
    PlaceKind,
    ResolvedStatement,
)

# Places narrow enough that an attack there would be missed in news from there.
LOCAL = frozenset({PlaceKind.TOWN, PlaceKind.AIRPORT, PlaceKind.BASE})
_SHORT_DAYS = 3
# The grade of what a machine read.
MACHINE_READ = "E"


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """The records of one case for the weighing. `switched_off` names rules to leave out, for testing them."""

    statements: Mapping[str, ResolvedStatement]
    documents: Mapping[str, Document]
    actors: Mapping[str, Actor]
    incidents: tuple[Incident, ...]
    families: Mapping[str, tuple[Family, ...]]
    known: Independence
    switched_off: frozenset[str] = field(default_factory=frozenset)

    @property
    def sources(self) -> Sources:
        """Grades, owners and slants."""
        return self.known.sources

    @cached_property
    def by_document(self) -> Mapping[str, tuple[ResolvedStatement, ...]]:
        """The statements of each document, in the order of the text."""
        found: dict[str, list[ResolvedStatement]] = {}
        for item in sorted(self.statements.values(), key=lambda s: (s.statement.span, s.statement.id)):
            found.setdefault(item.statement.document_id, []).append(item)
        return {d: tuple(items) for d, items in found.items()}

    @cached_property
    def incident_of(self) -> Mapping[str, str]:
        """The incident of each event statement."""
        return {s: i.id for i in self.incidents for s in i.statement_ids}

    def told_of(self, incident_id: str) -> tuple[str, ...]:
        """The ids of an incident's statements that are at hand."""
        return self._told.get(incident_id, ())

    @cached_property
    def _told(self) -> Mapping[str, tuple[str, ...]]:
        return {i.id: tuple(s for s in i.statement_ids if s in self.statements) for i in self.incidents}

    @cached_property
    def incidents_in(self) -> Mapping[str, frozenset[str]]:
        """The incidents that each document tells of, by document id."""
        found: dict[str, set[str]] = {}
        for statement, incident in self.incident_of.items():
            if statement in self.statements:
                document_id = self.statements[statement].statement.document_id
                found.setdefault(document_id, set()).add(incident)
        return {d: frozenset(i) for d, i in found.items()}

    @cached_property
    def findings(self) -> tuple[ResolvedStatement, ...]:
        """The checks that texts report; one that repeats another's words is left out."""
        repeats = self.known.repeats.of
        return tuple(
            s
            for s in self.statements.values()
            if isinstance(s.statement.proposition, Finding) and s.statement.id not in repeats
        )

    @cached_property
    def emergences(self) -> Mapping[str, tuple[ResolvedStatement, ...]]:
        """What is told of each actor's beginnings, by statement id."""
        found: dict[str, list[ResolvedStatement]] = {}
        for item in sorted(self.statements.values(), key=lambda s: s.statement.id):
            if isinstance(item.statement.proposition, Emergence):
                for actor in item.actor_ids("actor"):
                    found.setdefault(actor, []).append(item)
        return {actor: tuple(items) for actor, items in found.items()}

    @cached_property
    def local_news(self) -> Mapping[date, tuple[ResolvedStatement, ...]]:
        """What is told of a town, airport or base, by each day that it is told of; news without a day by its own."""
        found: dict[date, list[ResolvedStatement]] = {}
        for item in self.statements.values():
            if item.place is None or item.place.place.kind not in LOCAL:
                continue
            when = item.when if item.when is not None and item.when.earliest is not None else item.known
            if when is None or when.earliest is None or when.latest is None:
                continue
            length = (when.latest - when.earliest).days
            if length <= _SHORT_DAYS:
                for step in range(length + 1):
                    found.setdefault(when.earliest + timedelta(days=step), []).append(item)
        return {day: tuple(items) for day, items in found.items()}

    @cached_property
    def published(self) -> Mapping[date, tuple[Document, ...]]:
        """The documents of each day, where their day is known to a day."""
        found: dict[date, list[Document]] = {}
        for document in self.documents.values():
            when = document.published
            if when is not None and when.earliest is not None and when.earliest == when.latest:
                found.setdefault(when.earliest, []).append(document)
        return {day: tuple(items) for day, items in found.items()}

    def events(self, ids: Iterable[str]) -> list[ResolvedStatement]:
        """Event statements by their ids, the first published one first."""
        return sorted((self.statements[i] for i in ids), key=first_published)

    def sentence(self, item: ResolvedStatement) -> str:
        """The words that carry a statement; empty where the document isn't at hand."""
        document = self.documents.get(item.statement.document_id)
        span = item.statement.span
        return document.text[span.start : span.end] if document else ""

    def origin(self, item: ResolvedStatement) -> Origin:
        """On whose word the statement rests."""
        return origin_of(item, self.known.bonds.voices)

    def outlet(self, document_id: str) -> Origin:
        """The origin of a document's own voice."""
        document = self.documents.get(document_id)
        own = document.outlet if document else None
        if own is None:
            own = next((s.outlet for s in self.by_document.get(document_id, ())), None)
        return outlet_origin(own, document_id, self.known.bonds.voices)

    def outlet_named(self, name: str) -> Origin:
        """The origin of an outlet that a text names."""
        return outlet_origin(name, "", self.known.bonds.voices)

    def side_of(self, actor_id: str) -> frozenset[str]:
        """The actor and those bound to it."""
        if "tied_channels_are_not_independent" in self.switched_off:
            return frozenset({actor_id})
        return self.known.bonds.side_of(actor_id)

    def name(self, origin: str) -> str:
        """How an origin of a family is shown: an actor's or outlet's name, or a nameless outlet's title."""
        before, found, document_id = origin.rpartition("document ")
        if found and (before == "" or before.endswith(", in ")):
            title = document_title(self.documents.get(document_id))
            return f"{before}“{title}”" if title else f"{before}an outlet without a name"
        actor = self.actors.get(origin)
        return actor.name if actor else origin

    def grade(self, origin: str) -> str | None:
        """The grade that a person gave to an origin."""
        return self.sources.grade(self.name(origin))

    def shown(self, origin: str) -> str:
        """An origin's name with its grade or known slant."""
        name, grade = self.name(origin), self.grade(origin)
        slant = self.known.sources.slant(name)
        notes = [f"graded {grade}"] if grade else []
        notes += [f"known slant: {slant}"] if slant else []
        return f"{name} ({'; '.join(notes)})" if notes else name

    def shown_family(self, family: Family) -> str:
        """A family's origins in words: "Sorna Herald", "Sorna Herald with Dara Post (one origin)"."""
        words = self.shown_origins(family.origins)
        return (
            f"{words}, by a machine's reading of it (grade {MACHINE_READ}),"
            if self.is_machine_read(family)
            else words
        )

    def is_machine_read(self, family: Family) -> bool:
        """True where nothing but GDELT says that the family tells of it.

        Whatever its outlets are worth: that they told of this event, there and then, is a machine's word.
        """
        told = [s.row for i in family.statement_ids if (s := self.statements.get(i)) is not None]
        return bool(told) and all(row is not None and row.data_set is DataSet.GDELT for row in told)

    def shown_origins(self, origins: Sequence[str]) -> str:
        """Origins that count as one, in words."""
        names = list(dict.fromkeys(self.shown(o) for o in origins))
        return names[0] if len(names) == 1 else f"{names[0]} with {listed(names[1:])} (one origin)"


def document_title(document: Document | None) -> str | None:
    """The title of a document, or the name of its file; never the folders, which are a reader's own."""
    if document is None:
        return None
    return document.title or (re.split(r"[\\/]", document.path)[-1] if document.path else None)


def first_published(item: ResolvedStatement) -> tuple[date, str]:
    """For sorting: the day a statement became public, then its id."""
    return (item.known.earliest if item.known and item.known.earliest else date.max), item.statement.id


def listed(words: Sequence[str]) -> str:
    """Words as in a sentence.

    >>> listed(["day", "place", "target"])
    'day, place and target'
    """
    return ", ".join(words[:-1]) + f" and {words[-1]}" if len(words) > 1 else "".join(words)


def is_event(item: ResolvedStatement) -> bool:
    """True if the statement tells an event."""
    return isinstance(item.statement.proposition, Event)
