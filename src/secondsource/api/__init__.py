"""The Python API: read a text, open a case, add, ask. The command line is a thin layer over it.

>>> import secondsource
>>> with secondsource.create_case("desk.db") as case:  # doctest: +SKIP
...     case.add(["articles/"])
...     case.claims().to_pandas()
"""

from secondsource.api.case import Case, create_case, open_case
from secondsource.api.texts import Read, read_files, read_text, score

__all__ = ["Case", "Read", "create_case", "open_case", "read_files", "read_text", "score"]
