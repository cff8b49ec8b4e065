"""What the user said of the sources by flags; it wins over whatever is found in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from secondsource.collect.days import day_of_words
from secondsource.collect.row_mapping import RowMapping
from secondsource.errors import SecondSourceError
from secondsource.records import DayRange


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Flags of one `add` or `read`; None where the user said nothing. `published` is a day, month or year.

    `mapping` says which column is which in tables of events that are of no known data set.
    """

    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    title: str | None = None
    language: str | None = None
    marking: str | None = None
    mapping: RowMapping | None = None

    def day(self) -> DayRange | None:
        """The day range that `published` names. Raises SecondSourceError where it names none."""
        if self.published is None:
            return None
        # The user may know better than the clock, so no upper bound is set here.
        found = day_of_words(self.published, latest=date.max)
        if found is None:
            raise SecondSourceError(
                f'--published "{self.published}"', "is no day.", "Write it as 2021-05-26, 2021-05 or 2021."
            )
        return found
