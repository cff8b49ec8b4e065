"""The report as a real browser sees it: no markup of a source runs, nothing is loaded from elsewhere."""

from __future__ import annotations

import re
import shutil
import socketserver
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from secondsource.show.formats import find_formats
from tests.show.spoiled import spoil
from tests.show.test_formats import whole

CHROMIUM = next(
    (p for n in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(n))), None
)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: .ci/system-packages installs it")

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--virtual-time-budget=3000",
)
RUNS = (
    "<script>document.title='it ran'</script>",
    "<img src=http://elsewhere.example/a.png onerror=\"document.title='it ran'\">",
    "<svg onload=\"document.title='it ran'\"></svg><iframe src=http://elsewhere.example/></iframe>",
    "\"><style>@import 'http://elsewhere.example/a.css';</style><link rel=stylesheet href=http://elsewhere.example/b.css>",
)


class _Proxy(socketserver.ThreadingTCPServer):
    """Stands where the network would be, answers nothing and remembers who was asked for."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self) -> None:
        self.asked: list[bytes] = []
        super().__init__(("127.0.0.1", 0), _Remember)


class _Remember(socketserver.StreamRequestHandler):
    server: _Proxy

    def handle(self) -> None:
        self.server.asked.append(self.rfile.readline())


@pytest.fixture
def proxy() -> Iterator[_Proxy]:
    with _Proxy() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def open_page(page: Path, proxy: _Proxy, profile: Path, *flags: str) -> str:
    """The document as it stands after everything in it had its chance to run."""
    assert CHROMIUM is not None
    address = f"--proxy-server=http://127.0.0.1:{proxy.server_address[1]}"
    command = [CHROMIUM, *FLAGS, *flags, address, f"--user-data-dir={profile}", "--dump-dom", page.as_uri()]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", timeout=120, check=True
    ).stdout


@pytest.mark.parametrize("nasty", RUNS)
def test_markup_in_every_field_runs_nowhere_and_loads_nothing(
    nasty: str, proxy: _Proxy, tmp_path: Path
) -> None:
    page = tmp_path / "report.html"
    page.write_bytes(find_formats()["html"].render(spoil(whole(), nasty)))
    seen = open_page(page, proxy, tmp_path / "profile")
    title = re.search(r"<title>(.*?)</title>", seen, flags=re.DOTALL)
    assert title
    assert title[1] != "it ran"
    assert "it ran" in seen or "elsewhere.example" in seen  # the words are shown, as words
    assert not [line for line in proxy.asked if b"elsewhere.example" in line]


def test_the_proxy_would_notice_a_page_that_loads_from_elsewhere(proxy: _Proxy, tmp_path: Path) -> None:
    page = tmp_path / "bad.html"
    page.write_text("<title>x</title><img src=http://elsewhere.example/a.png>", encoding="utf-8")
    open_page(page, proxy, tmp_path / "profile")
    assert [line for line in proxy.asked if b"elsewhere.example" in line]
