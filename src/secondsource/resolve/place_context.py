"""What a document says of where it is: votes of its place names for countries, divisions and cells of the map.

Each name has one vote, shared among its namesakes by how likely each is; two rounds, so that names which can
mean one place alone draw the others there (spatial minimality: Leidner, Toponym Resolution in Text, 2007).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from secondsource.records import Place, PlaceKind, PlaceMention
from secondsource.resolve.countries import countries_by_demonym, countries_by_name, load_countries
from secondsource.resolve.gazetteer import Candidate, Gazetteer
from secondsource.resolve.place_containers import containers, keep_inside
from secondsource.resolve.place_names import read_place_words
from secondsource.resolve.place_scan import AMBIGUOUS, find_names
from secondsource.resolve.place_weights import PlaceContext, cast_vote, weigh
from secondsource.resolve.transliteration import fold_name

MOST_SCANNED = 100_000
"""Characters of a text that tell where it is: a book in capitals would take a minute."""
_ROUNDS = 2
_MOST_NAMESAKES = 60
_SIZEABLE = 15_000
# Countries' domains that anybody buys for how they read.
_SOLD_DOMAINS = frozenset(
    {"AI", "CC", "CO", "FM", "GG", "IO", "LA", "LY", "ME", "NU", "TK", "TO", "TV", "WS"}
)


@dataclass(slots=True)
class _Votes:
    countries: dict[str, float] = field(default_factory=dict)
    divisions: dict[tuple[str, str], float] = field(default_factory=dict)
    cells: dict[tuple[int, int], float] = field(default_factory=dict)

    def copy(self) -> _Votes:
        return _Votes(dict(self.countries), dict(self.divisions), dict(self.cells))

    def add(self, place: Place, share: float) -> None:
        cast_vote(place, share, self.countries, self.divisions, self.cells)


def context_of(
    text: str, mentions: Iterable[PlaceMention], gazetteer: Gazetteer, url: str | None = None
) -> PlaceContext:
    """The context that a document's text, its own place mentions and the country of its address give.

    The order of mentions is nothing.
    """
    named: list[tuple[str, tuple[str, ...]]] = [
        (n.name, (n.within,) if n.within else ()) for n in find_names(text[:MOST_SCANNED], gazetteer)
    ]
    named += sorted({(m.name, m.within) for m in mentions} - set(named))
    told = _Votes()
    names: dict[str, list[Candidate]] = {}
    certain: Counter[str] = Counter()
    uncertain: Counter[str] = Counter()
    for name, within in named:
        folded = fold_name(name)
        for container in within:
            if place := _container(container, gazetteer):
                told.add(place, 1.0)
        if country := _country(name, gazetteer):
            (uncertain if folded in AMBIGUOUS and not gazetteer.own_places else certain)[country] += 1
        elif (found := _candidates(name, within, gazetteer)) and (within or folded not in names):
            names[folded] = found
    certain.update(told.countries)
    certain.update({c: n for c, n in uncertain.items() if c in certain})
    told.countries = dict(certain)
    if home := _country_of_address(url):
        told.countries[home] = told.countries.get(home, 0.0) + 1
    countries = _named_countries(certain, names.values())
    context = PlaceContext(
        countries=countries, votes=told.countries, divisions=told.divisions, cells=told.cells
    )
    for _ in range(_ROUNDS):
        votes = told.copy()
        shares = {name: _shares(found, context) for name, found in names.items()}
        for place, share in (s for of_name in shares.values() for s in of_name):
            votes.add(place, share)
        context = PlaceContext(
            countries=countries,
            votes=votes.countries,
            divisions=votes.divisions,
            cells=votes.cells,
            shares=shares,
        )
    return context


def _country_of_address(url: str | None) -> str | None:
    """The country whose domain the publisher's address bears: "www.example.co.uk" gives GB."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:  # "http://["
        return None
    code = host.rpartition(".")[2].upper()
    code = "GB" if code == "UK" else code
    is_country = code not in _SOLD_DOMAINS and any(c.code == code for c in load_countries())
    return code if is_country else None


def _country(name: str, gazetteer: Gazetteer) -> str | None:
    """The country that a name or demonym stands for, the user's own first."""
    folded = fold_name(name)
    for candidate in gazetteer.find(name):
        if candidate.is_users and candidate.place.kind is PlaceKind.COUNTRY:
            return candidate.place.country
    country = countries_by_name().get(folded) or countries_by_demonym().get(folded)
    return country.code if country else None


def _container(name: str, gazetteer: Gazetteer) -> Place | None:
    """The country or division that a container's name means, if one country has any of that name."""
    around = containers(name, gazetteer)
    return around[0] if len({p.country for p in around}) == 1 else None


def _candidates(name: str, within: tuple[str, ...], gazetteer: Gazetteer) -> list[Candidate]:
    """What a name may mean, as its main name where any bears it so."""
    words = read_place_words(name)
    found = gazetteer.find_abbreviation(name) or gazetteer.find(name) or gazetteer.find(words.name)
    if words.kinds:
        found = tuple(c for c in found if c.place.kind in words.kinds)
    found = tuple(c for c in found if c.is_main) or found
    return keep_inside(found[:_MOST_NAMESAKES], within, gazetteer)[0]


def _named_countries(
    certain: Counter[str], names: Iterable[list[Candidate]]
) -> tuple[tuple[str, float], ...]:
    """Countries named, and those in which alone the places of a name lie: of one sizeable, or of two; most first."""
    counts, only = Counter(certain), Counter[str]()
    sizeable: set[str] = set()
    for found in names:
        main = [c.place for c in found if c.is_main]
        places = [p for p in main if p.kind is not PlaceKind.TOWN or p.population]
        countries = {p.country for p in places if p.country}
        if len(countries) == 1:
            only.update(countries)
            sizeable |= countries if any((p.population or 0) >= _SIZEABLE for p in places) else set()
    counts.update({c: n for c, n in only.items() if n > 1 or c in sizeable or c in counts})
    return tuple(sorted(counts.items(), key=lambda i: (-i[1], i[0])))


def _shares(found: list[Candidate], context: PlaceContext) -> tuple[tuple[Place, float], ...]:
    weights = [10 ** math.fsum(w for _, w in weigh(c, context)) for c in found]
    total = math.fsum(weights)
    return tuple((c.place, w / total) for c, w in zip(found, weights, strict=True))
