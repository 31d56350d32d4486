"""A day as a plan writes it: `2026-10-31`."""

from datetime import date
from typing import Any


def day_of(value: Any) -> date | None:
    """Return the day of a plain plan value; None if it is no day."""
    if type(value) is not str or len(value) != 10 or value[4] != "-" or value[7] != "-":
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
