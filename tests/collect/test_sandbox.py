"""A file that hangs, crashes or swells its parser fails by name, and the next file is read."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from secondsource.collect.limits import MIB, Limits
from secondsource.collect.parts import BadPart, Part
from secondsource.collect.sandbox import Sandbox
from secondsource.errors import UnreadableError

# A format as another package would bring it; what it does with a file is what the file says.
NAUGHTY = """
import ctypes, os, socket, subprocess
from secondsource.collect.parts import BadPart, Fit, Part

class Naughty:
    name = "naughty"
    version = "1"
    def accepts(self, path, head):
        return Fit.STRUCTURE if path.endswith(".naughty") else Fit.NO
    def parse(self, raw, path):
        order = raw.decode()
        if order == "crash":
            ctypes.string_at(0)
        if order == "hang":
            while True: pass
        if order == "hang late":
            yield Part(text="half", media_type="x")
            while True: pass
        if order == "swell":
            hoard = [bytearray(1 << 20) for _ in range(100_000)]
        if order == "connect":
            socket.create_connection(("127.0.0.1", 9))
        if order == "run":
            subprocess.run(["true"])
        if order == "write":
            open("written.txt", "w")
        if order == "recurse":
            def f(): f()
            f()
        if order == "import":
            import no_such_library
        if order == "print":
            print("noise"); os.write(1, b"noise")
        if order == "flood":
            yield Part(text="x" * 30_000_000, media_type="x")
        yield Part(text=order, media_type="x", record=b"\\x00\\xff", metadata=(("a", "b\\ud800"),))
        yield BadPart(where="line 2", reason="r")

FORMAT = Naughty()
"""


@pytest.fixture
def sandbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sandbox]:
    (tmp_path / "naughty.py").write_text(textwrap.dedent(NAUGHTY))
    told = tmp_path / "naughty-1.dist-info"
    told.mkdir()
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: naughty\nVersion: 1\n")
    (told / "entry_points.txt").write_text("[secondsource.formats]\nnaughty = naughty:FORMAT\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with Sandbox() as made:
        yield made


def parse(sandbox: Sandbox, order: str, **limits: float) -> list[Part | BadPart]:
    return sandbox.parse("naughty", order.encode(), "a.naughty", Limits(**limits))  # type: ignore[arg-type]


def test_parts_of_another_packages_format_come_back_as_they_were(sandbox: Sandbox) -> None:
    part, bad = parse(sandbox, "words")
    assert part == Part(text="words", media_type="x", record=b"\x00\xff", metadata=(("a", "b\ud800"),))
    assert bad == BadPart(where="line 2", reason="r")


def test_one_process_reads_many_files(sandbox: Sandbox) -> None:
    parse(sandbox, "one")
    first = sandbox._process
    for n in range(50):
        assert len(parse(sandbox, str(n))) == 2
    assert sandbox._process is first


@pytest.mark.parametrize(
    ("order", "limits", "reason"),
    [
        ("crash", {}, "its parser crashed on it"),
        ("hang", {"parse_s": 1.0}, "took longer than the 1 seconds"),
        ("hang late", {"parse_s": 1.0}, "took longer than the 1 seconds"),
        ("connect", {}, "its parser gave up (PermissionError)"),
        ("run", {}, "its parser gave up (PermissionError)"),
        ("write", {}, "its parser gave up (PermissionError)"),
        ("recurse", {}, "nested too deeply"),
        ("import", {}, "the library no_such_library is not installed"),
        ("flood", {}, "more text than one document may have"),
    ],
)
def test_a_naughty_file_fails_with_the_reason_and_the_next_is_read(
    sandbox: Sandbox, order: str, limits: dict[str, float], reason: str
) -> None:
    with pytest.raises(UnreadableError) as told:
        parse(sandbox, order, **limits)
    assert (told.value.what, reason in told.value.reason) == ("a.naughty", True), told.value.reason
    assert len(parse(sandbox, "words")) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to a limit of memory")
def test_a_file_that_needs_too_much_memory_fails_and_the_next_is_read(sandbox: Sandbox) -> None:
    with pytest.raises(UnreadableError, match="memory that a file may take"):
        parse(sandbox, "swell", memory_bytes=256 * MIB)
    assert len(parse(sandbox, "words")) == 2


def test_a_library_that_prints_does_not_disturb_the_answers(sandbox: Sandbox) -> None:
    assert len(parse(sandbox, "print")) == 2


def test_a_process_that_was_killed_between_two_files_is_replaced(sandbox: Sandbox) -> None:
    parse(sandbox, "one")
    assert sandbox._process is not None
    os.kill(sandbox._process.pid, signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    sandbox._process.wait()
    assert len(parse(sandbox, "two")) == 2


@pytest.mark.skipif(
    not hasattr(os, "pidfd_open"), reason="only Linux tells when a process that isn't a child ends"
)
def test_the_process_ends_when_the_one_that_started_it_is_gone() -> None:
    program = textwrap.dedent(
        """
        import os
        from secondsource.collect.sandbox import shared_sandbox
        from secondsource.collect.limits import Limits
        sandbox = shared_sandbox()
        sandbox.parse("json", b'{"text": "a"}', "a.json", Limits())
        print(sandbox._process.pid, flush=True)
        os._exit(0)
        """
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True
    )
    try:
        watched = os.pidfd_open(int(run.stdout))
    except ProcessLookupError:
        return
    ended, _, _ = select.select([watched], [], [], 30)
    os.close(watched)
    assert ended
