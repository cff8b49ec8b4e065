"""Place mentions with the containers that the text gives; peoples and organisations are no places."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from secondsource.read.english import lexicon
from secondsource.read.english.who.mentions import FoundMention
from secondsource.read.english.who.names import SETTLEMENTS
from secondsource.records import PlaceMention, PlaceRelation, Span

_HERE = frozenset(
    {"in", "at", "near", "inside", "outside", "around", "within", "across", "throughout", "along", "between"}
    | {"from", "on", "under", "off"}
)
_WHERE = _HERE | {"to", "into", "towards", "toward", "over", "of", "through", "outskirts"}
_RELATIONS = {
    "near": PlaceRelation.NEAR,
    "outside": PlaceRelation.NEAR,
    "around": PlaceRelation.NEAR,
    "along": PlaceRelation.NEAR,
    "between": PlaceRelation.BETWEEN,
    "towards": PlaceRelation.TOWARDS,
    "toward": PlaceRelation.TOWARDS,
}
_TWO_WORD_HEADS = (["air", "base"], ["air", "field"], ["military", "base"], ["naval", "base"])
# Before these stands no person.
_ONLY_PLACES = frozenset({"in", "at", "near", "outside", "inside", "around"})
# The later part of an Arabic, Persian or Urdu name: "Salah al-Din", "Dera-e Kuh".
_LINKED = re.compile(r"(?:[AaEeUuIi][lnrstzd]|[Aa]sh|e|i|ye)-\w")
_SITES = frozenset({"base", "airbase", "camp", "barracks", "garrison", "outpost", "airfield", "airstrip"})
_WAYS = frozenset({"road", "highway", "motorway", "railway", "route", "expressway"})
_LABELS = frozenset({"GPE", "LOC", "FAC"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPlace:
    """A place name on tokens `[start, end)`; `lead` is the preposition before it, "" if none."""

    start: int
    end: int
    lead: str
    mention: PlaceMention


# Places without a name that a report still means as one.
_UNNAMED = frozenset({"airport", "airbase", "base", "embassy", "capital", "border", "port", "headquarters"})


def find_places(
    doc: Doc,
    span: Callable[[int, int], Span],
    words: Callable[[int, int], str],
    mention_at: Callable[[int], FoundMention | None],
) -> tuple[FoundPlace, ...]:
    """The places of the text in order, each with what the text says it lies in."""
    bare = sorted([*_ranges(doc, mention_at), *_unnamed(doc)])
    found: list[FoundPlace] = []
    for k, (start, end) in enumerate(bare):
        within: list[str] = []
        reach = end
        for next_start, next_end in bare[k + 1 :]:
            if not (_is_inside(doc, reach, next_start) or _is_base_near(doc, reach, next_start)):
                break
            within.append(words(next_start, next_end))
            reach = next_end
        lead = _lead(doc, start)
        found.append(
            FoundPlace(
                start=start,
                end=end,
                lead=lead,
                mention=PlaceMention(
                    span=span(start, end),
                    name=words(start, end),
                    relation=_RELATIONS.get(lead, PlaceRelation.IN),
                    within=tuple(within),
                ),
            )
        )
    return tuple(found)


def _unnamed(doc: Doc) -> Iterator[tuple[int, int]]:
    """ "near the international airport": the words of a place that bears no name."""
    for token in doc:
        if (
            token.lower_ not in _UNNAMED
            or token.dep_ != "pobj"
            or token.head.lower_ not in {"in", "at", "near", "outside", "inside"}
        ):
            continue
        start = token.left_edge.i
        words = doc[start : token.i]
        if any(t.text[0].isupper() or t.dep_ == "poss" for t in words) or not any(
            t.lower_ == "the" for t in words
        ):
            continue
        if token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "of":
            continue
        while start < token.i and doc[start].lower_ == "the":
            start += 1
        yield start, token.i + 1


def _lead(doc: Doc, start: int) -> str:
    at = start - 1
    while at >= 0 and doc[at].lower_ in {
        "the",
        "a",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "nearby",
    }:
        at -= 1
    return doc[at].lower_ if at >= 0 and doc[at].lower_ in _WHERE else ""


def _is_inside(doc: Doc, end: int, start: int) -> bool:
    """True if only "," or "of"/"in" (with "the") stands between two names: the second holds the first."""
    between = [t.lower_ for t in doc[end:start]]
    return (
        0 < len(between) <= 3
        and all(w in {",", "of", "in", "the", "(", "under"} for w in between)
        and between != ["the"]
    )


def _is_base_near(doc: Doc, end: int, start: int) -> bool:
    """True between "Victory base" and "Baghdad": what no map names is known by the town beside it."""
    between = [t.lower_ for t in doc[end:start]]
    return doc[end - 1].lower_ in _SITES and between in (["near"], ["outside"])


def _ranges(doc: Doc, mention_at: Callable[[int], FoundMention | None]) -> Iterator[tuple[int, int]]:
    heads = lexicon.lines("place_heads")
    i = 0
    while i < len(doc):
        end = _name_end(doc, i, mention_at)
        if end == i:
            i += 1
            continue
        start = i
        # "Parimpora area", "Malewada and Mokhpal villages"
        last = end
        while (
            last < len(doc) and doc[last].lower_ in heads and not doc[last].is_sent_start and last - end < 2
        ):
            last += 1
        if last == end and [t.lower_ for t in doc[end : end + 2]] in _TWO_WORD_HEADS:
            last = end + 2
        if way := _end_of_way(doc, start, end):
            last = way
        is_place = last > end or _is_place(doc, start, end)
        if is_place and not (start > 0 and doc[start - 1].lower_ in {"mr", "mr.", "gen.", "col."}):
            yield start, last
        i = max(last, end)


def _end_of_way(doc: Doc, start: int, end: int) -> int | None:
    """Where "the Baghdad-Mosul road" ends, if the name that ends at `end` is its first part."""
    if not doc[end : end + 1].text or doc[end].text not in {"-", "–"} or doc[end - 1].whitespace_:
        return None
    last = end + 1
    while last < len(doc) and last - end < 4 and doc[last].text[0].isupper():
        last += 1
    is_way = end + 1 < last < len(doc) and doc[last].lower_ in _WAYS
    return last + 1 if is_way and start < end else None


def _name_end(doc: Doc, start: int, mention_at: Callable[[int], FoundMention | None]) -> int:
    """Where the run of capitals (or the entity) that starts here ends; `start` if none does."""
    token = doc[start]
    if (
        token.ent_type_ in _LABELS
        and token.ent_iob_ == "B"
        and not _is_actor(mention_at(start))
        and token.lower_ != "the"
    ):
        end = start + 1
        while end < len(doc) and doc[end].ent_iob_ == "I":
            end += 1
        while (
            end < len(doc)
            and (doc[end].text[0].isupper() or _LINKED.match(doc[end].text))
            and doc[end].ent_type_ in {*_LABELS, ""}
            and not doc[end].is_sent_start
            and (doc[end].pos_ == "PROPN" or _LINKED.match(doc[end].text))
        ):
            end += 1
        return end
    end = _end_of_placed(doc, start)
    if end > start and not _is_actor(mention_at(start)):
        return end
    end = start
    while (
        end < len(doc)
        and (_is_capital(doc[end]) or (end > start and _LINKED.match(doc[end].text) is not None))
        and not _is_actor(mention_at(end))
        and (end == start or not doc[end].is_sent_start)
    ):
        end += 1
    return end


def _end_of_placed(doc: Doc, start: int) -> int:
    """Where a name in a place's stead ends, though it looks like a person's: "in Dorvan", "near Tel Asin"."""
    token = doc[start]
    is_after = start and (
        doc[start - 1].lower_ in _ONLY_PLACES
        or (start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in SETTLEMENTS)
    )
    if not is_after or token.ent_type_ != "PERSON":
        return start
    end = start + 1
    while end < len(doc) and doc[end].ent_type_ == "PERSON" and doc[end].ent_iob_ == "I":
        end += 1
    if end < len(doc) and (doc[end].text == "'s" or doc[end].ent_type_ == "PERSON"):
        return start
    return end if all(t.text[0].isupper() or "-" in t.text for t in doc[start:end]) else start


def _is_actor(found: FoundMention | None) -> bool:
    return (
        found is not None
        and found.role not in {"state", "pronoun", "stand_in"}
        and (found.is_named or found.role in {"office", "source"})
    )


def _is_capital(token: Token) -> bool:
    return (
        token.text[0].isupper()
        and token.pos_ in {"PROPN", "NOUN", "ADJ"}
        and token.lower_ not in lexicon.lines("not_names")
        and token.ent_type_ not in {"DATE", "TIME", "PERSON", "NORP", "CARDINAL"}
    )


def _is_place(doc: Doc, start: int, end: int) -> bool:
    lowers = [t.lower_ for t in doc[start:end]]
    if all(w in lexicon.lines("demonyms") for w in lowers):
        return False
    if doc[start].ent_type_ in _LABELS or " ".join(lowers) in lexicon.lines("states"):
        return True
    if lowers[-1] in lexicon.lines("place_heads") and len(lowers) > 1:
        return True
    lead = _lead(doc, start)
    if lead == "of" and start > 1 and doc[start - 2].lower_ in SETTLEMENTS:
        return True  # "the border town of Dorvan"
    return lead in {"in", "at", "near", "inside", "outside"}


def place_of(
    doc: Doc, token: int, clause: tuple[int, int], reach: tuple[int, int], places: tuple[FoundPlace, ...]
) -> PlaceMention | None:
    """The place of the predicate at the token: under it, in its clause, in its sentence; after it before ahead."""
    first = bisect_left(places, reach[0], key=lambda p: p.start)
    last = bisect_left(places, reach[1], key=lambda p: p.start)
    here = [p for p in places[first:last] if _says_where(doc, p) or _is_object(doc, p, token)]
    if not here:
        return None
    subtree = {t.i for t in doc[token].subtree}
    has_names = any(doc[p.start].text[0].isupper() for p in here)

    def rank(place: FoundPlace) -> tuple[bool, bool, bool, bool, bool, int]:
        inside = clause[0] <= place.start < clause[1]
        return (
            doc[place.start].text.islower() and doc[place.end - 1].lower_ in _UNNAMED and has_names,
            not inside,
            place.start not in subtree,
            place.lead not in _HERE,
            place.start < token,
            place.start if place.start > token else -place.start,
        )

    return min(here, key=rank).mention


def _is_object(doc: Doc, place: FoundPlace, token: int) -> bool:
    """ "shelled Dorvan": what was done to a place was done there."""
    root = doc[place.start : place.end].root
    return root.dep_ in {"dobj", "nsubjpass"} and root.head.i == token


def _says_where(doc: Doc, place: FoundPlace) -> bool:
    """True if the name stands where a place stands, not before a noun ("US forces")."""
    root = doc[place.start : place.end].root
    if (
        root.dep_ in {"compound", "amod", "nmod"}
        and not place.start <= root.head.i < place.end
        and root.head.dep_ != "pobj"
    ):
        return False
    if (
        root.dep_ in {"compound", "amod", "nmod"}
        and root.head.lower_ not in lexicon.lines("place_heads")
        and root.head.pos_ == "NOUN"
    ):
        return False
    return (
        place.lead in _WHERE
        or root.dep_ in {"pobj", "npadvmod", "appos"}
        or (place.end - place.start > 1 and doc[place.end - 1].lower_ in lexicon.lines("place_heads"))
    )
