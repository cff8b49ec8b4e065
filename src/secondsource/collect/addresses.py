"""Whether an internet address is public: one that no fetch can misuse to reach this machine or its network."""

from __future__ import annotations

import ipaddress
import re

IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

# Prefixes that hold an IPv4 address, with the place of its 32 bits from the right: NAT64 (RFC 6052), 6to4 (RFC 3056).
_WITH_IPV4 = ((ipaddress.IPv6Network("64:ff9b::/96"), 0), (ipaddress.IPv6Network("2002::/16"), 80))
# Not marked as special by every version of Python: local NAT64 (RFC 8215), Teredo (RFC 4380), the old
# IPv4-compatible form and site-local addresses (RFC 4291, 3879), 6to4 relays (RFC 7526).
_SPECIAL = tuple(
    map(
        ipaddress.ip_network,
        ("64:ff9b:1::/48", "2001::/32", "::/96", "fec0::/10", "192.88.99.0/24", "100.64.0.0/10", "0.0.0.0/8"),
    )
)


_CREDENTIALS = re.compile(r"(?<=://)[^/?#]*@")


def without_credentials(url: str) -> str:
    """The address as it may be shown and kept: a user's name and password left out.

    >>> without_credentials("https://ada:secret@example.org/@page")
    'https://…@example.org/@page'
    """
    return _CREDENTIALS.sub("…@", url)


def is_public_address(address: str) -> bool:
    """True for a unicast address that is routed in the public internet, also when it wraps an IPv4 address.

    >>> is_public_address("93.184.215.14"), is_public_address("::ffff:127.0.0.1")
    (True, False)
    """
    try:
        parsed: IpAddress = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return False
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped is not None:
            parsed = parsed.ipv4_mapped
        else:
            for network, shift in _WITH_IPV4:
                if parsed in network:
                    parsed = ipaddress.IPv4Address((int(parsed) >> shift) & 0xFFFFFFFF)
                    break
    if any(parsed.version == n.version and parsed in n for n in _SPECIAL):
        return False
    return parsed.is_global and not (parsed.is_multicast or parsed.is_reserved or parsed.is_unspecified)
