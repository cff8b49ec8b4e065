"""The parser's process: reads jobs from standard input, parses within limits, writes parts to standard output.

Started by `sandbox` as `python -m secondsource.collect.worker`; ends when its input ends.
"""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
from typing import IO, Any

from secondsource.collect.decoding import sent_as
from secondsource.collect.formats import known_formats
from secondsource.collect.frames import (
    BrokenFrame,
    private_stdout,
    receive_bytes,
    receive_json,
    send_json,
    send_part,
)
from secondsource.collect.limits import MIB, Limits, enforcing
from secondsource.collect.memory import limit_memory, missing_limits
from secondsource.collect.parts import Part
from secondsource.errors import UnreadableError

_HEADER_BYTES = MIB
_GRACE_S = 15.0


def main() -> None:
    """Serve jobs until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    jobs, answers = sys.stdin.buffer, private_stdout()
    sys.dont_write_bytecode = True
    sys.addaudithook(_refuse)
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123 - before any path is touched
        send_json(answers, {"ready": True, "missing": missing_limits()})
        answers.flush()
        while True:
            try:
                job = receive_json(jobs, _HEADER_BYTES)
                limits = Limits(**job["limits"])
                raw = receive_bytes(jobs, limits.file_bytes)
            except BrokenFrame:
                return
            # Holds even when the process that started this one is gone and nobody is left to stop it.
            faulthandler.dump_traceback_later(limits.parse_s + _GRACE_S, exit=True, file=nowhere)
            is_exhausted = _serve(job, raw, limits, answers)
            faulthandler.cancel_dump_traceback_later()
            answers.flush()
            if is_exhausted:
                return


def _serve(job: dict[str, Any], raw: bytes, limits: Limits, answers: IO[bytes]) -> bool:
    """One job; True if the process has run out of memory and should be replaced."""
    path = job["path"]
    failed: UnreadableError | None = None
    is_exhausted = False
    try:
        limit_memory(limits.memory_bytes)
        with enforcing(limits), sent_as(job["charset"]):
            for part in known_formats().named(job["format"]).parse(raw, path):
                if isinstance(part, Part) and len(part.text) > limits.text_chars:
                    raise UnreadableError(path, "holds more text than one document may have.", "Split it.")
                send_part(answers, part)
    except UnreadableError as error:
        failed = error
    except MemoryError:
        is_exhausted = True
        failed = UnreadableError(
            path,
            f"needs more than the {limits.memory_bytes // MIB:,} MiB of memory that a file may take.",
            "Split it.",
        )
    except ImportError as error:
        failed = UnreadableError(
            path,
            f"can't be read: the library {error.name} is not installed.",
            f"Try: pip install {error.name}",
        )
    except RecursionError:
        failed = UnreadableError(path, "is nested too deeply to be read.")
    except Exception as error:  # noqa: BLE001 - whatever hostile bytes make a library raise is this file's failure
        failed = UnreadableError(
            path, f"can't be read: its parser gave up ({type(error).__name__}).", "Save it again."
        )
    if failed is None:
        send_json(answers, {"done": True})
    else:
        told = {"failed": True, "reason": failed.reason, "advice": failed.advice}
        send_json(answers, told | {"is_exhausted": is_exhausted})
    return is_exhausted


_FORBIDDEN = (
    "socket.connect",
    "socket.bind",
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.fork",
)


def _refuse(event: str, args: tuple[Any, ...]) -> None:
    """A parser has no business with the network, other programs, or writing files."""
    if event in _FORBIDDEN:
        raise PermissionError(f"{event} is not for parsers")
    if event == "open":
        path, mode, flags = args
        writes = isinstance(mode, str) and bool(set(mode) & set("wax+"))
        writes = writes or (isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR)))
        if writes and path != os.devnull:
            raise PermissionError("writing files is not for parsers")


if __name__ == "__main__":
    main()
