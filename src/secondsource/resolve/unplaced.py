"""Why a place mention has no place: a reason in plain words, beside the mention, which keeps the text."""

from __future__ import annotations

from enum import StrEnum

from secondsource.records import PlaceMention
from secondsource.resolve.countries import countries_by_demonym, countries_by_name
from secondsource.resolve.gazetteer import Gazetteer
from secondsource.resolve.place_names import is_place_word, read_place_words
from secondsource.resolve.place_weights import PlaceContext
from secondsource.resolve.places import locate
from secondsource.resolve.transliteration import LONGEST_NAME, fold_name


class Unplaced(StrEnum):
    """The reasons, as they are shown."""

    TOO_LONG = "longer than any name of a place"
    PEOPLE = "the name of a people, and no place"
    NO_NAME = "bears no name"
    UNKNOWN = "in no gazetteer"
    ELSEWHERE = "places of that name lie only where the document is not about"


def why_unplaced(mention: PlaceMention, context: PlaceContext, gazetteer: Gazetteer) -> Unplaced | None:
    """Why `locate` gives no place for the same arguments; None if it gives one."""
    if locate(mention, context, gazetteer):
        return None
    if len(mention.name) > LONGEST_NAME:
        return Unplaced.TOO_LONG
    words, folded = read_place_words(mention.name), fold_name(mention.name)
    if folded in countries_by_demonym() and folded not in countries_by_name():
        return Unplaced.PEOPLE
    if not words.name or is_place_word(words.name):
        return Unplaced.NO_NAME
    if gazetteer.find(mention.name) or gazetteer.find(words.name):
        return Unplaced.ELSEWHERE
    return Unplaced.UNKNOWN
