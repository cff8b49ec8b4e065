"""learned: an encoder with small heads beside the rules; what `train/` wrote, in the terms of the reader's stages.

None ship with the package (docs/decisions/0008-learned-parts.md); needs the extra `learned`.
"""

from __future__ import annotations

from secondsource.read.english.learned.drafts import weigh_drafts
from secondsource.read.english.learned.told import LearnedParts, LearnedText

__all__ = ["LearnedParts", "LearnedText", "weigh_drafts"]
