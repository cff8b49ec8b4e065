"""A page from an address that the user named, within limits, and never from this machine or its network.

Each host, at each redirect, is resolved here; the addresses are checked, and the connection goes to a checked
address, so that a second answer of the name server can't lead elsewhere. No proxy, no cookies, TLS always verified.
"""

from __future__ import annotations

import http.client
import re
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NoReturn
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from secondsource.collect.addresses import is_public_address, without_credentials
from secondsource.collect.limits import MIB, Limits
from secondsource.errors import UnreadableError

_AGENT = "SecondSource/0.1 (one page, named by its user)"
_ACCEPT = "text/html, application/xhtml+xml, text/plain, application/pdf, application/json, */*;q=0.1"
_CHUNK = 65_536
# Suffixes by media type: what a fetched page is called when a format is chosen for it.
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/json": ".json",
    "application/x-ndjson": ".jsonl",
    "message/rfc822": ".eml",
    "multipart/related": ".mhtml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}

Resolve = Callable[[str, int], Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """The bytes of a page, decompressed; the address that gave them in the end; its charset if it named one.

    `suffix` says what kind of file the bytes are, from their media type.
    """

    raw: bytes
    url: str
    suffix: str
    charset: str | None


def resolve_host(host: str, port: int) -> Sequence[str]:
    """All addresses of a host, as the system's resolver gives them. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def fetch_page(
    url: str,
    limits: Limits,
    *,
    is_allowed_address: Callable[[str], bool] = is_public_address,
    resolve: Resolve = resolve_host,
) -> Fetched:
    """The page at `url`, after at most `limits.redirects` redirects. Raises UnreadableError with the reason."""
    deadline = time.monotonic() + limits.fetch_s
    at = url
    for _ in range(limits.redirects + 1):
        target = _target(at, url)
        addresses = _checked(target, url, deadline, is_allowed_address, resolve)
        found = _request(target, addresses, url, deadline, limits)
        if isinstance(found, Fetched):
            return found
        step = urljoin(at, found)
        if urlsplit(at).scheme == "https" and urlsplit(step).scheme == "http":
            _fail(
                url,
                f"leads from a secure address to an insecure one ({without_credentials(step)}).",
                "Add that one itself if you mean it.",
            )
        at = step
    raise UnreadableError(url, f"redirects more than {limits.redirects} times.")


def _fail(url: str, reason: str, advice: str | None = None) -> NoReturn:
    raise UnreadableError(without_credentials(url), reason, advice) from None


def _target(at: str, url: str) -> SplitResult:
    """The parts of an address that may be asked. Raises UnreadableError."""
    try:
        parts = urlsplit(at)
        port = parts.port
        host = _host(parts)
    except (ValueError, UnicodeError):
        _fail(url, "is no address." if at == url else "redirects to something that is no address.")
    if parts.scheme not in ("http", "https"):
        _fail(url, f"redirects to {parts.scheme or 'nowhere'}, and only http and https are fetched.")
    if not host or re.search(r"[\x00-\x20\x7f]", at) or port == 0:
        _fail(url, "is no address.")
    if parts.username is not None or parts.password is not None:
        _fail(url, "holds a user name or password.", "Fetch it yourself and add the file.")
    return parts


def _checked(
    target: SplitResult,
    url: str,
    deadline: float,
    is_allowed_address: Callable[[str], bool],
    resolve: Resolve,
) -> Sequence[str]:
    """The addresses of the host, every one of them allowed. Raises UnreadableError."""
    host = _host(target)
    found: list[Sequence[str] | OSError] = []

    def look_up() -> None:
        try:
            found.append(resolve(host, _port(target)))
        except (OSError, UnicodeError) as error:
            found.append(error if isinstance(error, OSError) else OSError(str(error)))

    # The system's resolver knows no time limit, so it is left behind when the time is over.
    thread = threading.Thread(target=look_up, daemon=True)
    thread.start()
    thread.join(max(0.0, deadline - time.monotonic()))
    if not found:
        _fail(url, f"can't be fetched: the name {host} was not resolved in time.")
    addresses = found[0]
    if isinstance(addresses, OSError) or not addresses:
        _fail(url, f"can't be fetched: there is no host {host}.", "Check the address and the network.")
    refused = [a for a in addresses if not is_allowed_address(a)]
    if refused:
        _fail(
            url,
            f"was not fetched: {host} is {refused[0]}, which is no public address.",
            "Save the page in a browser and add the file.",
        )
    return addresses


def _request(
    target: SplitResult, addresses: Sequence[str], url: str, deadline: float, limits: Limits
) -> Fetched | str:
    """The page, or where it redirects to. Raises UnreadableError."""
    try:
        connected = _connect(target, addresses, deadline)
    except ssl.SSLCertVerificationError as error:
        _fail(url, f"can't be trusted: its certificate is not valid ({error.verify_message}).")
    except OSError as error:
        _fail(url, f"can't be fetched: {_why(error, limits)}.", "Check the address and the network.")
    # Whatever the server does, also one byte a second, ends at the deadline.
    timer = threading.Timer(max(0.0, deadline - time.monotonic()), _hang_up, (connected,))
    timer.daemon = True
    timer.start()
    try:
        connection = http.client.HTTPConnection(_host(target), _port(target))
        connection.sock = connected
        path = quote(target.path or "/", safe="/%:@!$&'()*+,;=~-._") + (
            "?" + quote(target.query, safe="/?%:@!$&'()*+,;=~-._[]") if target.query else ""
        )
        connection.request(
            "GET",
            path,
            headers={
                "User-Agent": _AGENT,
                "Accept": _ACCEPT,
                "Accept-Encoding": "gzip",
                "Connection": "close",
            },
        )
        answer = connection.getresponse()
        if answer.status in (301, 302, 303, 307, 308):
            where = answer.headers.get("Location")
            return where if where else _fail(url, "redirects to nowhere.")
        if answer.status != 200:
            _fail(url, f"can't be fetched: its host answers {answer.status} {answer.reason[:80]}.")
        suffix = _suffix(answer.headers.get_content_type(), target, url)
        raw = b"".join(_body(answer, url, limits))
        if time.monotonic() >= deadline:
            raise TimeoutError
        return Fetched(
            raw=raw, url=target.geturl(), suffix=suffix, charset=answer.headers.get_content_charset()
        )
    except (OSError, http.client.HTTPException, zlib.error) as error:
        why = _why(TimeoutError() if time.monotonic() >= deadline else error, limits)
        _fail(url, f"can't be fetched: {why}.", "Try again later, or save it and add the file.")
    finally:
        timer.cancel()
        connected.close()


def _connect(target: SplitResult, addresses: Sequence[str], deadline: float) -> socket.socket:
    """A connection to the first checked address that answers. Raises OSError."""
    failed: OSError = TimeoutError()
    for address in addresses:
        left = deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        try:
            plain = socket.create_connection((address, _port(target)), timeout=left)
        except OSError as error:
            failed = error
            continue
        if target.scheme == "http":
            return plain
        try:
            return _tls().wrap_socket(plain, server_hostname=_host(target))
        except OSError:
            plain.close()
            raise
    raise failed


@cache
def _tls() -> ssl.SSLContext:
    context = ssl.create_default_context()
    if not context.get_ca_certs():
        # Python on some systems comes without certificates.
        import certifi

        context.load_verify_locations(certifi.where())
    return context


def _body(answer: http.client.HTTPResponse, url: str, limits: Limits) -> Iterator[bytes]:
    """The decompressed body in pieces, never more than the limit in all."""
    encoding = (answer.headers.get("Content-Encoding") or "identity").strip().lower()
    if encoding not in ("identity", "gzip", "x-gzip", "deflate"):
        _fail(url, f"is compressed as {encoding}, though that was not asked for.")
    unpack = zlib.decompressobj(wbits=47) if encoding != "identity" else None
    left = limits.fetch_bytes
    while piece := answer.read1(_CHUNK):
        while piece:
            given = unpack.decompress(piece, _CHUNK) if unpack else piece
            piece = unpack.unconsumed_tail if unpack else b""
            left -= len(given)
            if left < 0:
                _fail(
                    url,
                    f"is larger than {limits.fetch_bytes / MIB:g} MiB, the most that is fetched.",
                    "Download it yourself and add the file.",
                )
            yield given
    if unpack is not None and not unpack.eof:
        raise http.client.IncompleteRead(b"")
    if answer.length:
        raise http.client.IncompleteRead(b"")


def _suffix(media_type: str, target: SplitResult, url: str) -> str:
    found = _SUFFIXES.get(media_type)
    ending = re.search(r"\.[A-Za-z]{2,6}$", target.path)
    if (
        found is None
        and media_type in ("application/octet-stream", "text/octet", "binary/octet-stream")
        and ending
    ):
        found = ending[0].lower()
    if found is None:
        _fail(url, f"is of type {media_type[:80]}, which no format reads.")
    return found


def _host(target: SplitResult) -> str:
    """The host as it is asked for and vouched for. Raises UnicodeError where it can't be written in ASCII."""
    host = target.hostname or ""
    return host if ":" in host else host.encode("idna").decode("ascii")


def _port(target: SplitResult) -> int:
    return target.port or (443 if target.scheme == "https" else 80)


def _hang_up(connected: socket.socket) -> None:
    try:
        connected.shutdown(socket.SHUT_RDWR)
    except OSError:
        # Closed already: there is nothing left to stop.
        return


def _why(error: Exception, limits: Limits) -> str:
    if isinstance(error, TimeoutError):
        return f"it took longer than {limits.fetch_s:g} seconds"
    if isinstance(error, http.client.IncompleteRead | zlib.error):
        return "the page was cut off on its way"
    if isinstance(error, http.client.HTTPException):
        return "its host doesn't speak HTTP"
    return (error.strerror or str(error)).lower() if isinstance(error, OSError) else str(error)
