"""A zip archive that is safe to unpack, or the reason why it isn't."""

from __future__ import annotations

import io
import zipfile

from secondsource.collect.limits import MIB, limits_in_force
from secondsource.errors import UnreadableError

_MEMBERS = 10_000


def open_archive(raw: bytes, path: str) -> zipfile.ZipFile:
    """The archive, once what it says that it unpacks to is within the limits.

    `zipfile` never gives more bytes of a member than its directory says, so checking the directory is enough.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
        members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError, OSError):
        raise UnreadableError(
            path, "is damaged or cut off: its archive can't be opened.", "Download or save it again."
        ) from None
    limits = limits_in_force()
    unpacked = sum(m.file_size for m in members)
    allowed = min(limits.unpacked_bytes, max(limits.expansion * len(raw), limits.unpacked_bytes // 16))
    if len(members) > _MEMBERS:
        raise UnreadableError(path, f"holds {len(members):,} files, like a zip bomb; it was not opened.")
    if unpacked > allowed:
        raise UnreadableError(
            path,
            f"grows from {len(raw) / MIB:,.1f} to {unpacked // MIB:,} MiB, like a zip bomb; it was not opened.",
            "If you trust it, save it again without pictures.",
        )
    if any(m.flag_bits & 1 for m in members):
        raise UnreadableError(path, "is locked with a password.", "Save an unlocked copy and add that.")
    return archive
