"""A process of its own that parses hostile files, within limits; used again until one of them breaks it."""

from __future__ import annotations

import atexit
import contextlib
import logging
import os
import subprocess
import sys
import threading
from dataclasses import asdict
from functools import cache
from typing import IO

from secondsource.collect.frames import (
    BrokenFrame,
    part_of,
    receive_bytes,
    receive_json,
    send_bytes,
    send_json,
)
from secondsource.collect.limits import MIB, Limits
from secondsource.collect.parts import BadPart, Part
from secondsource.errors import UnreadableError

_LOG = logging.getLogger(__name__)
_START_S = 60.0
# All that one file may send back: its text as JSON, its records, its metadata.
_ANSWER_BYTES = 1024 * MIB


class Sandbox:
    """Parses one file after the other in one process, which is replaced when it hangs, grows or dies.

    Safe to use from several threads (one file at a time) and after a fork. `missing_limits` names the limits that
    this system can't set; each is also logged once.
    """

    def __init__(self) -> None:
        self.missing_limits: tuple[str, ...] = ()
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = os.getpid()

    def parse(
        self, format_name: str, raw: bytes, path: str, limits: Limits, charset: str | None = None
    ) -> list[Part | BadPart]:
        """The parts of a file. Raises UnreadableError, also where the file broke the process.

        `charset` is what came with the bytes from where they were fetched.
        """
        job: dict[str, object] = {
            "format": format_name,
            "path": path,
            "limits": asdict(limits),
            "charset": charset,
        }
        with self._lock:
            process = self._running()
            is_late = threading.Event()

            def stop() -> None:
                is_late.set()
                process.kill()

            timer = threading.Timer(limits.parse_s, stop)
            timer.daemon = True
            timer.start()
            try:
                return self._exchange(process, job, raw)
            except (BrokenFrame, OSError):
                self._discard()
                raise _broken(path, process, limits, is_late=is_late.is_set()) from None
            except UnreadableError:
                raise
            except BaseException:
                # Interrupted halfway: what is still to come must not be taken for the next file's answer.
                self._discard()
                raise
            finally:
                timer.cancel()
                if is_late.is_set():
                    # Even where the answer was faster, the process is being killed and must serve nobody else.
                    self._discard()

    def close(self) -> None:
        """Ends the process, if there is one."""
        with self._lock:
            self._discard()

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _exchange(
        self, process: subprocess.Popen[bytes], job: dict[str, object], raw: bytes
    ) -> list[Part | BadPart]:
        jobs, answers = _pipes(process)
        send_json(jobs, job)
        send_bytes(jobs, raw)
        jobs.flush()
        parts: list[Part | BadPart] = []
        budget = _ANSWER_BYTES
        while True:
            answer = receive_json(answers, budget)
            if "done" in answer:
                return parts
            if "failed" in answer:
                if answer.get("is_exhausted"):
                    self._discard()
                raise UnreadableError(str(job["path"]), str(answer["reason"]), answer["advice"])
            record = receive_bytes(answers, budget) if answer.get("has_record") else None
            part = part_of(answer, record)
            budget -= 200 + (len(part.text) + len(record or b"") if isinstance(part, Part) else 0)
            parts.append(part)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._owner != os.getpid():
            # Forked: the process and its pipes belong to the parent.
            self._process, self._owner = None, os.getpid()
        if self._process is None or self._process.poll() is not None:
            self._discard()
            self._process = self._started()
        return self._process

    def _started(self) -> subprocess.Popen[bytes]:
        # -P: a file called json.py in the folder that somebody works in must not be imported.
        command = [sys.executable, "-P", "-m", "secondsource.collect.worker"]
        process = subprocess.Popen(  # noqa: S603 - our own interpreter, no words of a file
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        timer = threading.Timer(_START_S, process.kill)
        timer.daemon = True
        timer.start()
        try:
            hello = receive_json(_pipes(process)[1], MIB)
        except (BrokenFrame, OSError):
            process.kill()
            process.wait()
            raise UnreadableError(
                "the parser",
                "could not be started, so no file can be read.",
                "Try: python -m secondsource.collect.worker",
            ) from None
        finally:
            timer.cancel()
        self._tell_missing(tuple(str(m) for m in hello.get("missing", ())))
        return process

    def _tell_missing(self, missing: tuple[str, ...]) -> None:
        for limit in missing:
            if limit not in self.missing_limits:
                _LOG.warning("this system can't limit a parser's %s; add only files that you trust.", limit)
        self.missing_limits = missing

    def _discard(self) -> None:
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return
        process.kill()
        for pipe in _pipes(process):
            # A half-sent job can't be flushed into a process that is gone.
            with contextlib.suppress(OSError):
                pipe.close()
        process.wait()


@cache
def shared_sandbox() -> Sandbox:
    """The sandbox of this process, ended with it."""
    sandbox = Sandbox()
    atexit.register(sandbox.close)
    return sandbox


def _pipes(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    if process.stdin is None or process.stdout is None:
        raise BrokenFrame("no pipes")
    return process.stdin, process.stdout


def _broken(path: str, process: subprocess.Popen[bytes], limits: Limits, *, is_late: bool) -> UnreadableError:
    if is_late:
        return UnreadableError(
            path,
            f"took longer than the {limits.parse_s:g} seconds that a file may take.",
            "Split it, or save it as text.",
        )
    how = f" (signal {-process.returncode})" if process.returncode and process.returncode < 0 else ""
    return UnreadableError(
        path, f"can't be read: its parser crashed on it{how}.", "Save it in another format."
    )
