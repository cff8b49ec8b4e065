"""What a data set's codes for places, actors and claims mean, by `words/codes.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from secondsource.read.records.figures import code
from secondsource.records import DataSet, Medium

_WORDS = tomllib.loads(Path(__file__).with_name("words").joinpath("codes.toml").read_text(encoding="utf-8"))
_WHERE_PREC: Mapping[str, Mapping[str, int]] = _WORDS["where_prec"]
_MEDIA = {word: Medium(medium) for medium, words in _WORDS["gtd_claim_mode"].items() for word in words}
ACLED_VICTIMS, ACLED_STATE = frozenset(_WORDS["acled"]["victims"]), frozenset(_WORDS["acled"]["state"])
CAMEO_ORGANS, CAMEO_GROUPS = frozenset(_WORDS["gdelt"]["organ"]), frozenset(_WORDS["gdelt"]["group"])


def where_prec(data_set: DataSet, words: str) -> int | None:
    """UCDP's where_prec for a data set's own code of how well a place is known.

    >>> where_prec(DataSet.ACLED, "3"), where_prec(DataSet.ACLED, "")
    (4, None)
    """
    return _WHERE_PREC[data_set].get(code(words))


def claim_medium(words: str) -> Medium | None:
    """Through what a claim was made, by GTD's code or words; None where that is unknown.

    >>> claim_medium("Posted to website, blog, etc.").value, claim_medium("10"), claim_medium("Call (warning)").value
    ('website', None, 'call')
    """
    low = code(words).lower()
    return _MEDIA.get(low) or _MEDIA.get(low.split(" ", 1)[0])
