"""The reader's process: documents in on standard input, a reading or the reason why there is none out.

Started by `pool` as `python -m secondsource.reading.worker`; ends when its input ends.
"""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
import traceback
from pathlib import Path
from typing import Any

from secondsource.codec import from_plain, to_plain
from secondsource.collect.frames import BrokenFrame, private_stdout, receive_json, send_json
from secondsource.collect.memory import limit_memory
from secondsource.errors import SecondSourceError
from secondsource.reading.documents import read_document
from secondsource.reading.limits import JOB_BYTES, MIB, ReadingLimits
from secondsource.records import Document

_GRACE_S = 15.0
_PACKAGE = Path(__file__).parents[1]


def main() -> None:
    """Serve documents until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    jobs, answers = sys.stdin.buffer, private_stdout()
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123 - before any path is touched
        send_json(answers, {"ready": True})
        answers.flush()
        while True:
            try:
                job = receive_json(jobs, JOB_BYTES)
            except BrokenFrame:
                return
            limits = ReadingLimits(**job["limits"])
            document = from_plain(Document, job["document"])
            # Holds even when the process that started this one is gone and nobody is left to stop it.
            allowed_s = limits.allowed_s(len(document.text))
            faulthandler.dump_traceback_later(allowed_s + _GRACE_S, exit=True, file=nowhere)
            answer = _serve(document, job["model"], limits)
            faulthandler.cancel_dump_traceback_later()
            send_json(answers, answer)
            answers.flush()


def _serve(document: Document, model: str | None, limits: ReadingLimits) -> dict[str, Any]:
    try:
        limit_memory(limits.memory_bytes)
        return {"reading": to_plain(read_document(document, model))}
    except SecondSourceError as error:
        # Not this document's fault: a model or lexicon that no document can be read with.
        return {"error": [type(error).__name__, error.what, error.reason, error.advice]}
    except MemoryError:
        gib = limits.memory_bytes / 1024 / MIB
        return {"not_read": f"needs more than the {gib:g} GiB of memory that a text may take; split it"}
    except Exception as error:  # noqa: BLE001 - whatever a text makes the reader raise is this text's failure alone
        return {
            "not_read": f"the reader failed ({_where(error)}); please report these words, without the text"
        }


def _where(error: Exception) -> str:
    """What was raised and in which of our lines; never the message, which may quote the text."""
    ours = [f for f in traceback.extract_tb(error.__traceback__) if _PACKAGE in Path(f.filename).parents]
    where = (
        f" at {Path(ours[-1].filename).relative_to(_PACKAGE).as_posix()}:{ours[-1].lineno}" if ours else ""
    )
    return type(error).__name__ + where


if __name__ == "__main__":
    main()
