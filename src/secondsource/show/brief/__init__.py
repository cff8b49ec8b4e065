"""brief: what was derived in; a brief as a frozen tree of lines, each with its citations, out.

Plain functions compose sentences from records; every phrase stands in `phrases`. Must not know: any format.
"""

from secondsource.show.brief.compose import compose_brief
from secondsource.show.brief.parts import Brief, Question

__all__ = ["Brief", "Question", "compose_brief"]
