"""cli: the command line, a thin layer over the Python API. Standard output is data, standard error is for people."""

from __future__ import annotations

import logging
import sys

from secondsource.cli import actors, asking, judging, keeping, measuring
from secondsource.cli.printing import app, complain
from secondsource.errors import SecondSourceError

__all__ = ["actors", "app", "asking", "judging", "keeping", "main", "measuring"]

_INTERRUPTED = 130


def main() -> None:
    """Runs the command line. Exit status 0; 1 if something failed; 2 for wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        # A console in a legacy encoding must not stop a brief that quotes Arabic.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    logging.basicConfig(format="%(message)s", level=logging.WARNING)
    logging.getLogger("secondsource").setLevel(logging.INFO)
    try:
        app(prog_name="secondsource")
    except SecondSourceError as error:
        complain(str(error))
        sys.exit(1)
    except BrokenPipeError:
        # The reader of our output went away (`| head`); that is no failure of ours.
        sys.stderr.close()
        sys.exit(0)
    except SystemExit as end:
        # Typer turns an interrupt into this status, without a word.
        if end.code == _INTERRUPTED:
            complain("Stopped. What was done so far is kept; run the same command again to go on.")
        raise
