"""Who publishes a document, as a party that may speak of itself: a group's channel, not a newspaper.

A newspaper's "we" tells of reporters; the "we" of a channel that bears a group's name is the group. Only what
claims or reports deeds of its own needs the name, so an outlet's name is taken as it is.
"""

from __future__ import annotations

import re

from secondsource.read.english.who.names import with_role

# "Red Hand | official", "Red Hand (English)": what a channel's title adds to the name.
_ADDED = re.compile(r"\s*(?:[|(\[\u2022\u00b7:]|\s[-\u2013\u2014]\s).*$", re.S)


# Who looks on and fights nobody.
_LOOKERS_ON = frozenset(
    [
        "institute",
        "institution",
        "centre",
        "center",
        "observatory",
        "watch",
        "mission",
        "commission",
        "relief",
        "aid",
        "project",
        "foundation",
        "university",
        "company",
        "record",
        "letter",
        "media",
    ]
)


def publisher_name(outlet: str | None) -> str | None:
    """The name of an outlet that may be a party, without what its channel's title adds; None for a news outlet.

    >>> publisher_name("Red Hand | official"), publisher_name("Harbour Times"), publisher_name(None)
    ('Red Hand', None, None)
    """
    name = _ADDED.sub("", outlet or "").strip()
    words = {w.lower() for w in re.findall(r"[^\W\d_]+", name)}
    return name if name and not words & (with_role("outlet") | _LOOKERS_ON) else None
