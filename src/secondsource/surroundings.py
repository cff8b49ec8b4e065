"""What only the machine knows: the clock, who sits there, where caches go. Asked at the edges alone."""

from __future__ import annotations

import getpass
import os
import sys
from datetime import UTC, datetime
from pathlib import Path


def now() -> datetime:
    """The moment, in UTC."""
    return datetime.now(UTC)


def user_name() -> str:
    """Who signs a judgement: `SECONDSOURCE_USER`, else the name of the login."""
    try:
        return os.environ.get("SECONDSOURCE_USER") or getpass.getuser()
    except (OSError, KeyError):
        return "somebody"


def cache_folder() -> Path:
    """Where compiled indexes lie: `SECONDSOURCE_CACHE`, else the system's folder for caches."""
    if given := os.environ.get("SECONDSOURCE_CACHE"):
        return Path(given)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData/Local")) / "secondsource"
    if sys.platform == "darwin":
        return Path.home() / "Library/Caches/secondsource"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "secondsource"
