"""How much this process may still grow, where the system can hold it to that."""

from __future__ import annotations

import sys


def missing_limits() -> list[str]:
    """Limits that this system can't set."""
    return [] if sys.platform == "linux" else ["memory"]


def limit_memory(more_bytes: int) -> None:
    """Lets the process grow by so much over what it has now; does nothing where the system lacks such a limit."""
    if sys.platform != "linux":
        return
    import resource

    with open("/proc/self/statm", "rb") as file:  # noqa: PTH123
        now_bytes = int(file.read().split()[0]) * resource.getpagesize()
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = now_bytes + more_bytes
    resource.setrlimit(resource.RLIMIT_AS, (wanted if hard < 0 else min(wanted, hard), hard))
