"""A reader of another package, for a language of its own, that does what each text tells it to."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from secondsource.read import readers
from secondsource.reading import ReaderPool

_READER = """
import os, signal, time
from dataclasses import dataclass

@dataclass(frozen=True)
class Obedient:
    name: str = "obedient"
    version: str = "1"

    def accepts(self, language):
        return language == "qq"

    def read(self, document):
        order, _, rest = document.text.partition(" ")
        if order == "hang":
            while True:
                pass
        if order == "crash":
            os.kill(os.getpid(), signal.SIGSEGV)
        if order == "crash-once" and not os.path.exists(rest):
            open(rest, "w").close()
            os.kill(os.getpid(), signal.SIGKILL)
        if order == "exit":
            os._exit(0)
        if order == "grow":
            return [bytes(1 << 20) for _ in range(1 << 20)]
        if order == "print":
            print("{}" * 1000)
        if order == "raise":
            raise KeyError(document.text)
        if order == "recurse":
            self.read(document)
        return ()

reader = Obedient()
"""


@pytest.fixture(scope="module")
def pool(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReaderPool]:
    """A pool whose processes, like this one, find the other package."""
    folder = tmp_path_factory.mktemp("installed")
    about = folder / "obedient-1.dist-info"
    about.mkdir()
    (folder / "obedient.py").write_text(_READER)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: obedient\nVersion: 1\n")
    (about / "entry_points.txt").write_text("[secondsource.readers]\nobedient = obedient:reader\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(folder))
        patch.setenv("PYTHONPATH", str(folder))
        readers.cache_clear()
        with ReaderPool() as made:
            yield made
    readers.cache_clear()
