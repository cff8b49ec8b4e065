"""The version of a folder of learned parts, which statements read with them carry."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path


@cache
def weights_version(folder: Path) -> str:
    """Eight hex digits of all that decides: encoder, heads and thresholds."""
    digest = hashlib.sha256()
    for name in ("encoder.onnx", "heads.npz", "thresholds.toml"):
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()[:8]
