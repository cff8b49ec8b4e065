"""json: a brief as data, for those who lay it out themselves."""

from secondsource.show.json.render import FORMAT

__all__ = ["FORMAT"]
