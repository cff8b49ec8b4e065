"""What a text says by the English reader, as flat rows that a table of constructs can ask for.

A row is a statement's fields as strings; an event gives a row for each of its doers. A table asks for a row by
any of its fields: those in `WITHIN` need only hold the words asked for, the rest must be equal. Tolls are
written "3", "20+" (at least) and "3-5"; chains "outlet > police", outermost first.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch

from secondsource.records import (
    Channel,
    Emergence,
    Event,
    Finding,
    Naming,
    Statement,
    Threat,
    Tie,
    Toll,
)
from tests.read.english.reading import read_text

Row = dict[str, str | list[str]]

# Words of a text around which a reader may take more or fewer: asked for as part of what is found.
WITHIN = frozenset({"on", "place", "when", "deadline", "what", "side", "chain", "origin"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One row of a table: the fields that must hold, and how many statements may hold them (None: any)."""

    fields: Row
    times: int | None = None

    @classmethod
    def of(cls, row: dict[str, object]) -> Asked:
        """The row as a table writes it."""
        fields: Row = {
            k: [str(v) for v in value] if isinstance(value, list) else str(value)
            for k, value in row.items()
            if k != "times"
        }
        times = row.get("times")
        return cls(fields=fields, times=times if isinstance(times, int) else None)

    def is_met_by(self, row: Row) -> bool:
        """True if the row has every field that is asked for."""
        return all(key in row and _meets(key, value, row[key]) for key, value in self.fields.items())

    def is_met_in(self, rows: list[Row]) -> bool:
        """True if a row, or as many as are asked for, has the fields."""
        met = sum(self.is_met_by(row) for row in rows)
        return met > 0 if self.times is None else met == self.times


def rows_of(text: str) -> list[Row]:
    """The rows of all that the reader finds in the text."""
    statements = read_text(text)
    places = {s.id: s.proposition.place.name for s in statements if _has_place(s)}  # type: ignore[union-attr]
    rows = []
    for statement in statements:
        for own in _rows(statement.proposition):
            row: Row = {
                "kind": statement.kind,
                "stance": statement.stance.value,
                "chain": " > ".join(h.name for h in statement.chain),
                "origin": statement.chain[-1].name if statement.chain else "",
                **own,
            }
            if isinstance(statement.proposition, Finding):
                row["of_place"] = places.get(statement.proposition.of or "", "")
            rows.append(row)
    return rows


def _has_place(statement: Statement) -> bool:
    return isinstance(statement.proposition, Event) and statement.proposition.place is not None


def _meets(key: str, asked: str | list[str], found: str | list[str]) -> bool:
    if isinstance(asked, list):
        return set(asked) <= set(found)
    if isinstance(found, list):
        return any(_meets(key, asked, f) for f in found)
    if key == "chain":
        links, held = asked.split(" > "), found.split(" > ")
        return len(links) == len(held) and all(a in h for a, h in zip(links, held, strict=True))
    return asked.casefold() in found.casefold() if key in WITHIN else asked == found


@singledispatch
def _rows(proposition: object) -> list[Row]:
    raise TypeError(type(proposition).__name__)


@_rows.register
def _event(event: Event) -> list[Row]:
    row: Row = {
        "type": event.type.value,
        "on": [m.name for m in event.on],
        "place": event.place.name if event.place else "",
        "when": event.when.words if event.when else "",
        "killed": _toll(event.killed),
        "injured": _toll(event.injured),
        "abducted": _toll(event.abducted),
        "side": [p.who for p in event.killed.of] if event.killed else [],
    }
    return [row | {"by": p.actor.name, "status": p.status.value} for p in event.by] or [row]


@_rows.register
def _tie(tie: Tie) -> list[Row]:
    return [{"from": tie.from_.name, "relation": tie.relation.value, "to": tie.to.name}]


@_rows.register
def _naming(naming: Naming) -> list[Row]:
    return [{"names": [naming.name.name, *(m.name for m in naming.also)]}]


@_rows.register
def _emergence(emergence: Emergence) -> list[Row]:
    when = emergence.when.words if emergence.when else ""
    return [{"actor": emergence.actor.name, "when": when}]


@_rows.register
def _threat(threat: Threat) -> list[Row]:
    deadline = threat.deadline.name if threat.deadline else ""
    return [{"by": threat.by.name, "on": [m.name for m in threat.on], "deadline": deadline}]


@_rows.register
def _channel(channel: Channel) -> list[Row]:
    return [
        {
            "actor": channel.actor.name,
            "medium": channel.medium.value,
            "authenticity": channel.authenticity.value,
        }
    ]


@_rows.register
def _finding(finding: Finding) -> list[Row]:
    return [{"outcome": finding.outcome.value, "what": finding.what.name if finding.what else ""}]


def _toll(toll: Toll | None) -> str:
    if toll is None:
        return ""
    if toll.high is None:
        return f"{toll.low}+"
    return str(toll.low) if toll.low == toll.high else f"{toll.low}-{toll.high}"
