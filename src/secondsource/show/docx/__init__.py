"""docx: a brief as a Word document, for desks that edit and pass it on."""

from secondsource.show.docx.render import FORMAT

__all__ = ["FORMAT"]
