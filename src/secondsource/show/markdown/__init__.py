"""markdown: a brief as Markdown with pipe tables, for terminals and files; nothing in it is taken for markup."""

from secondsource.show.markdown.render import FORMAT

__all__ = ["FORMAT"]
