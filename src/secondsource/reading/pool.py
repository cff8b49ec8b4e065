"""Processes that read documents: each can be stopped, and what breaks one costs one document."""

from __future__ import annotations

import atexit
import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Generator, Sequence
from concurrent.futures import CancelledError, ThreadPoolExecutor
from dataclasses import asdict
from functools import cache, partial
from typing import IO, Any

from secondsource.codec import from_plain, to_plain
from secondsource.collect.frames import BrokenFrame, receive_json, send_json
from secondsource.errors import LexiconError, NotFoundError, SecondSourceError
from secondsource.reading.documents import NO_READER, Reading, not_read, read_document, reader_of
from secondsource.reading.limits import JOB_BYTES, MIB, ReadingLimits
from secondsource.records import Document

_START_S = 120.0
_KINDS: dict[str, type[SecondSourceError]] = {k.__name__: k for k in (NotFoundError, LexiconError)}


class ReaderPool:
    """Reads documents in processes of their own, started when needed; one stays for the next documents.

    Not safe to use from several threads. Nothing is left running after `close`, nor when this process is killed.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._idle: list[subprocess.Popen[bytes]] = []
        self._busy: set[subprocess.Popen[bytes]] = set()
        self._owner = os.getpid()
        self._is_stopped = False

    def read(
        self,
        documents: Sequence[Document],
        *,
        processes: int = 1,
        model: str | None = None,
        limits: ReadingLimits = ReadingLimits(),  # noqa: B008 - frozen
    ) -> Generator[Reading, None, None]:
        """A reading for each document, in their order. A text that can't be read, or not within the limits, gives
        one that says why. Raises SecondSourceError where none can be read (NotFoundError for a model that isn't
        installed).
        """
        if self._owner != os.getpid():
            # Forked: the processes and their pipes belong to the parent.
            self._idle, self._busy, self._owner = [], set(), os.getpid()
        self._is_stopped = False
        threads = ThreadPoolExecutor(max(1, min(processes, len(documents))), thread_name_prefix="reading")
        try:
            yield from threads.map(partial(self._read, model=model, limits=limits), documents)
        finally:
            # Also where the caller stopped, or the user did: who still reads is ended, not waited for.
            threads.shutdown(wait=False, cancel_futures=True)
            with self._lock:
                self._is_stopped = True
                for process in self._busy:
                    process.kill()
            threads.shutdown(wait=True)
            while len(self._idle) > 1:
                _end(self._idle.pop())

    def close(self) -> None:
        """Ends the processes."""
        while self._idle:
            process = self._idle.pop()
            if self._owner == os.getpid():
                _end(process)

    def __enter__(self) -> ReaderPool:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _read(self, document: Document, model: str | None, limits: ReadingLimits) -> Reading:
        if len(document.text) > limits.text_chars:
            why = f"longer than the {limits.text_chars:,} characters that are read at once; split it"
            return not_read(document, model, why)
        if reader_of(document, model)[0] == NO_READER:
            return read_document(document, model)
        # Once more, in a fresh process, if it died: a system that is short of memory kills whom it likes.
        answer = self._asked(document, model, limits) or self._asked(document, model, limits)
        if answer is None:
            return not_read(
                document, model, "the reader crashed on it, twice; please report that, without the text"
            )
        if "error" in answer:
            kind, what, reason, advice = answer["error"]
            raise _KINDS.get(kind, SecondSourceError)(what, reason, advice)
        if "not_read" in answer:
            return not_read(document, model, str(answer["not_read"]))
        return from_plain(Reading, answer["reading"])

    def _asked(self, document: Document, model: str | None, limits: ReadingLimits) -> dict[str, Any] | None:
        """A process's answer, or None if it died."""
        process = self._taken()
        allowed_s = limits.allowed_s(len(document.text))
        is_late = threading.Event()

        def stop() -> None:
            is_late.set()
            process.kill()

        timer = threading.Timer(allowed_s, stop)
        timer.daemon = True
        timer.start()
        answer: dict[str, Any] | None = None
        try:
            jobs, answers = _pipes(process)
            send_json(jobs, {"model": model, "limits": asdict(limits), "document": to_plain(document)})
            jobs.flush()
            answer = receive_json(answers, JOB_BYTES)
        except (BrokenFrame, OSError):
            if is_late.is_set():
                answer = {
                    "not_read": f"took longer than the {allowed_s:,.0f} seconds that such a text may take"
                }
        finally:
            timer.cancel()
            self._give_back(process, is_sound=answer is not None and not is_late.is_set())
        return answer

    def _taken(self) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._is_stopped:
                raise CancelledError
            while self._idle:
                process = self._idle.pop()
                if process.poll() is None:
                    self._busy.add(process)
                    return process
                _end(process)
            # -P: a file called json.py in the folder that somebody works in must not be imported.
            process = subprocess.Popen(
                [sys.executable, "-P", "-m", "secondsource.reading.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            self._busy.add(process)
        timer = threading.Timer(_START_S, process.kill)
        timer.daemon = True
        timer.start()
        try:
            receive_json(_pipes(process)[1], MIB)
        except (BrokenFrame, OSError):
            self._give_back(process, is_sound=False)
            raise SecondSourceError(
                "the reader",
                "could not be started, so no text can be read; what was collected is kept.",
                "Try: python -m secondsource.reading.worker",
            ) from None
        finally:
            timer.cancel()
        return process

    def _give_back(self, process: subprocess.Popen[bytes], *, is_sound: bool) -> None:
        with self._lock:
            self._busy.discard(process)
            if is_sound and not self._is_stopped:
                self._idle.append(process)
                return
        _end(process)


@cache
def shared_pool() -> ReaderPool:
    """The pool of this process, ended with it."""
    pool = ReaderPool()
    atexit.register(pool.close)
    return pool


def _pipes(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    if process.stdin is None or process.stdout is None:
        raise BrokenFrame("no pipes")
    return process.stdin, process.stdout


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    for pipe in _pipes(process):
        # A half-sent document can't be flushed into a process that is gone.
        with contextlib.suppress(OSError):
            pipe.close()
    process.wait()
