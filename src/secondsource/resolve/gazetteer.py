"""Places by name: the compiled index of the packages, with the user's own places before it."""

from __future__ import annotations

import logging
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from secondsource.records import Place, PlaceKind
from secondsource.resolve.gazetteer_index import LEAST_SOUND, build_index, index_name
from secondsource.resolve.place_names import fold_place, place_sound, read_place_words

MOST_CANDIDATES = 400
LONGEST_ABBREVIATION = 7
MOST_REMEMBERED = 100_000
"""Names whose candidates are kept in memory; a text asks for the same ones again and again."""


_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceEntry:
    """A place that the user adds, with the other names it bears."""

    place: Place
    other_names: tuple[str, ...] = ()

    def stored(self) -> tuple[Place, tuple[str, ...]]:
        """As a case keeps it."""
        return self.place, self.other_names

    @classmethod
    def from_stored(cls, stored: tuple[Place, tuple[str, ...]]) -> PlaceEntry:
        """The entry that `stored` gave."""
        return cls(place=stored[0], other_names=stored[1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that bears a name. `is_main`: as its main name; `by_sound`: only a transliteration of it."""

    place: Place
    is_users: bool
    is_main: bool
    by_sound: bool = False


class Gazetteer:
    """Looks names up; safe to send to another process, which opens the file anew."""

    def __init__(self, path: Path, entries: Sequence[PlaceEntry] = ()) -> None:
        self._path, self._entries = path, tuple(entries)
        self._own: dict[str, list[Candidate]] = defaultdict(list)
        self._own_sounds: dict[str, list[Candidate]] = defaultdict(list)
        for entry in sorted(self._entries, key=lambda e: e.place.id):
            self._add(entry)
        uri = path.absolute().as_uri() + "?mode=ro&immutable=1"
        self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
        self._found: dict[str, tuple[Candidate, ...]] = {}
        self._divisions: dict[str, list[Place]] | None = None

    def __reduce__(self) -> tuple[type[Gazetteer], tuple[Path, tuple[PlaceEntry, ...]]]:
        return type(self), (self._path, self._entries)

    @property
    def own_places(self) -> tuple[Place, ...]:
        """The places that the user made, by id; not those of a dump."""
        return tuple(sorted((e.place for e in self._entries if not _is_dumped(e)), key=lambda p: p.id))

    def find(self, name: str) -> tuple[Candidate, ...]:
        """All places that bear a (folded or unfolded) name; those that the user made shut out the rest."""
        folded = fold_place(name)
        if folded not in self._found:
            own = self._own.get(folded, [])
            made = [c for c in own if c.is_users]
            self._remember(folded, made or _with_dumped(self._look_up(folded), own))
        return self._found[folded]

    def find_abbreviation(self, written: str) -> tuple[Candidate, ...]:
        """The divisions that a name stands for exactly as it is written: "Ind.", "OH"."""
        if len(written) > LONGEST_ABBREVIATION or not any(c.isupper() for c in written):
            return ()
        if written not in self._found:
            self._remember(written, self._look_up(written))
        return self._found[written]

    def _remember(self, name: str, found: Sequence[Candidate]) -> None:
        if len(self._found) >= MOST_REMEMBERED:
            self._found.clear()
        self._found[name] = tuple(found)

    def divisions(self, folded: str) -> tuple[Place, ...]:
        """First-order divisions that bear a folded name, ours and the user's; cheap enough to ask of every phrase."""
        if self._divisions is None:
            rows = self._connection.execute(
                "SELECT folded, place.* FROM division JOIN place USING (n) ORDER BY n"
            )
            self._divisions = defaultdict(list)
            for name, *row in rows:
                self._divisions[name].append(_place(tuple(row)))
            for entry in self._entries:
                if entry.place.kind is PlaceKind.PROVINCE and not _is_dumped(entry):
                    self._divisions[fold_place(entry.place.name)] = [entry.place]
        return tuple(self._divisions.get(folded, ()))

    def find_by_sound(self, name: str, countries: Sequence[str]) -> tuple[Candidate, ...]:
        """Places in those countries whose main name is a transliteration of the same sounds."""
        sound = place_sound(name)
        if len(sound) < LEAST_SOUND:
            return ()
        own = self._own_sounds.get(sound, [])
        if made := [c for c in own if c.is_users]:
            return tuple(made)
        found: list[Candidate] = []
        for country in countries:
            rows = self._connection.execute(
                "SELECT place.* FROM sound JOIN place USING (n) WHERE sound = ? AND sound.country = ? LIMIT ?",
                (sound, country, MOST_CANDIDATES),
            )
            found += [Candidate(place=_place(r), is_users=False, is_main=True, by_sound=True) for r in rows]
        return _with_dumped(found, [c for c in own if c.place.country in countries])

    def _look_up(self, folded: str) -> tuple[Candidate, ...]:
        rows = self._connection.execute(
            "SELECT place.*, is_main FROM name JOIN place USING (n) WHERE folded = ?"
            " ORDER BY population DESC, n LIMIT ?",
            (folded, MOST_CANDIDATES),
        )
        return tuple(Candidate(place=_place(r), is_users=False, is_main=bool(r[9])) for r in rows)

    def _add(self, entry: PlaceEntry) -> None:
        names = [entry.place.name, *entry.other_names]
        is_field = entry.place.kind in (PlaceKind.BASE, PlaceKind.AIRPORT)
        cores = [read_place_words(n).name for n in names]
        for name in dict.fromkeys((*map(fold_place, names), *cores)):
            is_main = name in (fold_place(names[0]), cores[0]) and not (is_field and name in cores)
            is_made = not _is_dumped(entry)
            candidate = Candidate(place=entry.place, is_users=is_made, is_main=is_main)
            self._own[name].append(candidate)
            if (is_made or is_main) and (sound := place_sound(name)):
                self._own_sounds[sound].append(replace(candidate, by_sound=not is_made))


def _is_dumped(entry: PlaceEntry) -> bool:
    """True of a row of GeoNames' own: it adds to the packages' places, of which it may be one, and replaces none."""
    return entry.place.id.startswith("geonames:")


def _with_dumped(found: Sequence[Candidate], dumped: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Both, each place once and as the dump has it, the most populous first."""
    ids = {c.place.id for c in dumped}
    both = [*dumped, *(c for c in found if c.place.id not in ids)]
    return tuple(sorted(both, key=lambda c: -(c.place.population or 0)) if dumped else both)


def open_gazetteer(cache_dir: Path, entries: Sequence[PlaceEntry] = ()) -> Gazetteer:
    """The gazetteer with the user's places; the first time on a machine its index is built (about 20 s).

    An index that a crash or a full disk left unreadable is built again.
    """
    path = cache_dir / index_name()
    if not path.exists():
        _LOG.info("Compiling the gazetteer, once on this machine; this takes up to a minute.")
        build_index(path)
    try:
        gazetteer = Gazetteer(path, entries)
        gazetteer.find("iraq")
    except sqlite3.DatabaseError:
        build_index(path)
        gazetteer = Gazetteer(path, entries)
    return gazetteer


def _place(row: tuple[object, ...]) -> Place:
    _, key, name, kind, country, admin1, latitude, longitude, population, *_rest = row
    return Place(
        id=str(key),
        name=str(name),
        kind=PlaceKind(str(kind)),
        country=None if country is None else str(country),
        admin1=None if admin1 is None else str(admin1),
        latitude=latitude if isinstance(latitude, float) else None,
        longitude=longitude if isinstance(longitude, float) else None,
        population=population if isinstance(population, int) else None,
    )
