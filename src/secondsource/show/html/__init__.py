"""html: a brief as one page that loads nothing, for screens wide and narrow, and for print."""

from secondsource.show.html.render import FORMAT

__all__ = ["FORMAT"]
