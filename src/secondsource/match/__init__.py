"""match: resolved statements in; incidents and origin families out.

`match(resolution, documents, copies, judgements, shared_words)` does it all; `join_incidents` and
`find_families` are its two halves, `read_sources` says what people told of the sources.
Must not know: verdicts, the store.
"""

from secondsource.match.bonds import Bond, Bonds, find_bonds
from secondsource.match.copied import Repeats, SharedWords, find_repeats
from secondsource.match.families import find_families
from secondsource.match.incidents import join_incidents
from secondsource.match.independence import Independence
from secondsource.match.matching import Matched, kept_statements, match
from secondsource.match.sources import NO_SOURCES, Sources, read_sources
from secondsource.match.weights import Weights, load_weights

__all__ = [
    "NO_SOURCES",
    "Bond",
    "Bonds",
    "Independence",
    "Matched",
    "Repeats",
    "SharedWords",
    "Sources",
    "Weights",
    "find_bonds",
    "find_families",
    "find_repeats",
    "join_incidents",
    "kept_statements",
    "load_weights",
    "match",
    "read_sources",
]
