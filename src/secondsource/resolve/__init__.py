"""resolve: statements in; actors with their names, places and day ranges out.

Must not know: incidents, verdicts, the store.
"""

from secondsource.resolve.actor_files import ActorFile, read_actor_file
from secondsource.resolve.actors import resolve_statements
from secondsource.resolve.days import resolve_when
from secondsource.resolve.gazetteer import Gazetteer, PlaceEntry, open_gazetteer
from secondsource.resolve.known_actors import KnownActors, read_known_actors, with_own
from secondsource.resolve.place_files import read_place_file
from secondsource.resolve.places import PlaceContext, context_of, locate
from secondsource.resolve.suggestions import Suggestion, suggest_joins

__all__ = [
    "ActorFile",
    "Gazetteer",
    "KnownActors",
    "PlaceContext",
    "PlaceEntry",
    "Suggestion",
    "context_of",
    "locate",
    "open_gazetteer",
    "read_actor_file",
    "read_known_actors",
    "read_place_file",
    "resolve_statements",
    "resolve_when",
    "suggest_joins",
    "with_own",
]
