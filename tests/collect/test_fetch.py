"""A fetch reaches public addresses alone, at every step, and ends in bounds whatever the server does."""

from __future__ import annotations

import gzip
import ssl
import subprocess
import threading
import zlib
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import which
from urllib.parse import unquote

import pytest

from secondsource.collect import Failure, Given, Limits, collect_source, find_sources
from secondsource.collect.addresses import is_public_address
from secondsource.collect.decoding import decode, sent_as
from secondsource.collect.fetch import Fetched, fetch_page
from secondsource.collect.limits import MIB
from secondsource.errors import UnreadableError
from tests.collect.test_text import NOW

LIMITS = Limits(fetch_bytes=MIB, fetch_s=2.0, redirects=3)
PAGE = b"<html><body><p>We did it.</p></body></html>"


class Handler(BaseHTTPRequestHandler):
    """Answers by path; `stop` is set when the test is over."""

    stop = threading.Event()
    hosts: list[str]

    def do_GET(self) -> None:
        self.hosts.append(self.headers["Host"])
        name = self.path.lstrip("/")
        if name.startswith("to/"):
            return self.answer(302, b"", Location=unquote(name[3:]))
        if name == "round":
            return self.answer(302, b"", Location="/round")
        if name == "page":
            return self.answer(200, PAGE, Content_Type="text/html; charset=cp1251")
        if name == "gzip":
            return self.answer(200, gzip.compress(PAGE), Content_Type="text/html", Content_Encoding="gzip")
        if name == "bomb":
            bomb = gzip.compress(bytes(64 * MIB), 9)
            return self.answer(200, bomb, Content_Type="text/html", Content_Encoding="gzip")
        if name == "brotli":
            return self.answer(200, b"x", Content_Type="text/html", Content_Encoding="br")
        if name == "broken":
            return self.answer(
                200, zlib.compress(PAGE)[:-8], Content_Type="text/html", Content_Encoding="gzip"
            )
        if name == "picture":
            return self.answer(200, b"\x89PNG", Content_Type="image/png")
        if name == "file.pdf":
            return self.answer(200, b"%PDF-", Content_Type="application/octet-stream")
        if name == "cut":
            return self.answer(200, PAGE, Content_Type="text/html", Content_Length="9999")
        if name == "large":
            return self.stream(b"x" * 65_536, pause_s=0.0)
        if name == "slow":
            return self.stream(b"x", pause_s=0.05)
        if name == "silent":
            self.stop.wait(10)
            return None
        if name == "dripping":
            while not self.stop.wait(0.05):
                self.wfile.write(b"X")
            return None
        return self.answer(404, b"")

    def answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for key, value in ({"Content_Length": str(len(body))} | headers).items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def stream(self, piece: bytes, *, pause_s: float) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        while not self.stop.wait(pause_s):
            self.wfile.write(piece)

    def handle(self) -> None:
        try:
            super().handle()
        except OSError:
            # The client hung up, which is what these tests are about.
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Nothing to tell."""


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    Handler.stop = threading.Event()
    Handler.hosts = []
    made = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.daemon_threads = True
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield made
    Handler.stop.set()
    made.shutdown()
    thread.join()
    made.server_close()


def address(server: ThreadingHTTPServer, name: str, host: str = "127.0.0.1") -> str:
    return f"http://{host}:{server.server_address[1]}/{name}"


def fetch(url: str, limits: Limits = LIMITS) -> Fetched:
    return fetch_page(url, limits, is_allowed_address=lambda a: a == "127.0.0.1")


@pytest.mark.parametrize(
    "refused",
    [
        *("127.0.0.1", "127.1.2.3", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254"),
        *(
            "100.64.0.1",
            "192.0.2.1",
            "198.18.0.1",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "192.88.99.1",
        ),
        *("::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "fec0::1", "ff02::1", "2001:db8::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1"),
        *(
            "64:ff9b:1::1",
            "2002:7f00:1::",
            "2002:c0a8:101::1",
            "2001:0:4136:e378:8000:63bf:3fff:fdd2",
            "x",
            "",
        ),
    ],
)
def test_no_address_of_this_machine_or_its_network_is_public(refused: str) -> None:
    assert not is_public_address(refused)


@pytest.mark.parametrize(
    "allowed",
    [
        "93.184.215.14",
        "1.1.1.1",
        "2606:2800:21f:cb07::1",
        "::ffff:1.1.1.1",
        "64:ff9b::101:101",
        "2002:101:101::1",
    ],
)
def test_public_addresses_are_public(allowed: str) -> None:
    assert is_public_address(allowed)


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "017700000001", "[::1]", "[::ffff:127.0.0.1]", "0"],
)
def test_this_machine_is_never_asked_however_it_is_written(server: ThreadingHTTPServer, host: str) -> None:
    with pytest.raises(UnreadableError) as told:
        fetch_page(address(server, "page", host), LIMITS)
    assert "no public address" in told.value.reason or "there is no host" in told.value.reason
    assert Handler.hosts == []


def test_collecting_an_address_of_this_machine_is_a_failure_by_its_name(server: ThreadingHTTPServer) -> None:
    (source,) = find_sources([address(server, "page")])
    (found,) = collect_source(source, Given(), NOW)
    assert isinstance(found, Failure)
    assert found.path == source.path
    assert "no public address" in found.reason


def test_a_page_comes_with_its_address_and_charset(server: ThreadingHTTPServer) -> None:
    found = fetch(address(server, "to//page"))
    assert found == Fetched(raw=PAGE, url=address(server, "page"), suffix=".html", charset="cp1251")
    assert fetch(address(server, "gzip")).raw == PAGE
    assert fetch(address(server, "file.pdf")).suffix == ".pdf"


def test_the_name_is_resolved_once_a_step_and_the_answer_is_where_the_connection_goes(
    server: ThreadingHTTPServer,
) -> None:
    asked: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.0.0.1"]

    url = address(server, "page", "news.example")
    assert fetch_page(url, LIMITS, is_allowed_address=lambda a: a == "127.0.0.1", resolve=resolve).raw == PAGE
    assert asked == ["news.example"]
    assert Handler.hosts == [f"news.example:{server.server_address[1]}"]


def test_one_private_address_among_public_ones_is_enough_to_refuse(server: ThreadingHTTPServer) -> None:
    def resolve(host: str, port: int) -> list[str]:
        return ["127.0.0.1", "10.0.0.1"]

    with pytest.raises(UnreadableError, match="no public address"):
        fetch_page(
            address(server, "page", "news.example"),
            LIMITS,
            is_allowed_address=lambda a: a == "127.0.0.1",
            resolve=resolve,
        )
    assert Handler.hosts == []


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("to/http://127.0.0.2/", "127.0.0.2, which is no public address"),
        ("to/http://[::1]/", "::1, which is no public address"),
        ("to/file:///etc/passwd", "only http and https"),
        ("to/ftp://news.example/", "only http and https"),
        ("to/http://u:p@127.0.0.1/", "user name or password"),
        ("to/http://127.0.0.1:99999/", "no address"),
        ("round", "redirects more than 3 times"),
        ("nothing", "answers 404"),
        ("large", "larger than 1 MiB"),
        ("bomb", "larger than 1 MiB"),
        ("brotli", "compressed as br"),
        ("broken", "cut off on its way"),
        ("cut", "cut off on its way"),
        ("picture", "of type image/png, which no format reads"),
        ("slow", "took longer than 0.5 seconds"),
        ("silent", "took longer than 0.5 seconds"),
        ("dripping", "took longer than 0.5 seconds"),
    ],
)
def test_whatever_the_server_does_is_a_failure_with_the_reason(
    server: ThreadingHTTPServer, name: str, reason: str
) -> None:
    hasty = ("slow", "silent", "dripping")
    limits = replace(LIMITS, fetch_s=0.5) if name in hasty else replace(LIMITS, fetch_s=20.0)
    with pytest.raises(UnreadableError) as told:
        fetch(address(server, name), limits)
    assert reason in told.value.reason


@pytest.mark.parametrize(
    "url", ["http://", "http://a b/", "https://\x00/", "http://a\r\nX: y/", "http://[::1"]
)
def test_what_is_no_address_is_told_so(url: str) -> None:
    with pytest.raises(UnreadableError):
        fetch(url)


@pytest.mark.skipif(which("openssl") is None, reason="needs openssl to make a certificate")
def test_a_certificate_that_nobody_vouches_for_is_not_trusted(
    server: ThreadingHTTPServer, tmp_path: Path
) -> None:
    made = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=news.example",
    ]
    subprocess.run(
        [*made, "-keyout", "k.pem", "-out", "c.pem"], cwd=tmp_path, check=True, capture_output=True
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "c.pem", tmp_path / "k.pem")
    server.socket = context.wrap_socket(server.socket, server_side=True)
    url = address(server, "page", "news.example").replace("http:", "https:")
    with pytest.raises(UnreadableError, match="certificate is not valid"):
        fetch_page(url, LIMITS, is_allowed_address=lambda a: True, resolve=lambda h, p: ["127.0.0.1"])
    assert Handler.hosts == []


def test_the_charset_of_the_transport_goes_before_that_of_the_page() -> None:
    words = "Правительственные войска"
    with sent_as("cp1251"):
        assert decode(words.encode("cp1251"), "a", "utf-8").text == words
    with sent_as("no-such-charset"):
        assert decode(words.encode(), "a", None).text == words


@pytest.mark.parametrize(
    "url", ["http://ada:s3cret@example.org/a", "https://s3cret@localhost\\@example.org/@b"]
)
def test_a_password_in_an_address_is_never_told(url: str) -> None:
    (source,) = find_sources([url])
    (found,) = collect_source(source, Given(), NOW)
    assert isinstance(found, Failure)
    assert "s3cret" not in str(found)
    assert "example.org" in found.path
