"""Fiscal quarters: `2026-Q3` belongs to the fiscal year that ends in 2026."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A quarter of a fiscal year, named after the calendar year the fiscal year ends in."""

    year: int
    number: int

    @classmethod
    def parse(cls, text: str) -> "Quarter | None":
        """Read `2026-Q3`; None if it is not of that form."""
        year, _, number = text.partition("-Q")
        if len(year) == 4 and year.isdigit() and number in ("1", "2", "3", "4"):
            return cls(int(year), int(number))
        return None

    @classmethod
    def of(cls, day: date, starts: int = 1) -> "Quarter":
        """Return the quarter a day lies in, in a fiscal year whose first month is `starts` (1–12)."""
        months = day.year * 12 + day.month - starts
        return cls(months // 12 + (starts != 1), months % 12 // 3 + 1)

    def first_day(self, starts: int = 1) -> date:
        """Return the first day, in a fiscal year whose first month is `starts` (1–12)."""
        first_year = self.year if starts == 1 else self.year - 1
        months = first_year * 12 + (starts - 1) + (self.number - 1) * 3
        return date(months // 12, months % 12 + 1, 1)

    def last_day(self, starts: int = 1) -> date:
        """Return the last day, in a fiscal year whose first month is `starts`."""
        return self.next().first_day(starts) - timedelta(days=1)

    def next(self) -> "Quarter":
        """Return the quarter after this one."""
        return Quarter(self.year + 1, 1) if self.number == 4 else Quarter(self.year, self.number + 1)

    def __str__(self) -> str:
        return f"{self.year}-Q{self.number}"
