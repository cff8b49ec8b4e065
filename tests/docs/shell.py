"""What words typed into a shell print, with this Python's secondsource command."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SCRIPTS = Path(sys.executable).parent
IS_INSTALLED = (SCRIPTS / "secondsource").exists()


def shell(words: str, folder: Path) -> str:
    """What the words print, run as one script that stops at the first failure."""
    environment = {
        **os.environ,
        "PATH": f"{SCRIPTS}{os.pathsep}{os.environ['PATH']}",
        "SECONDSOURCE_USER": "Ada",
    }
    done = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", words],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, f"{words}\n{done.stderr}"
    return done.stdout
