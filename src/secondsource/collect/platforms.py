"""The outlet that an address names by its host, if the host isn't one that carries what others publish."""

from __future__ import annotations

from functools import cache
from importlib import resources
from urllib.parse import urlsplit


def outlet_of_host(url: str | None) -> str | None:
    """The host without "www.", or None.

    >>> outlet_of_host("https://www.orlopost.example/a"), outlet_of_host("https://t.me/s/hill")
    ('orlopost.example', None)
    """
    try:
        host = (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return None
    return host if host and not any(host == p or host.endswith("." + p) for p in _platforms()) else None


@cache
def _platforms() -> frozenset[str]:
    file = resources.files("secondsource.collect").joinpath("platforms.txt")
    lines = file.read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))
