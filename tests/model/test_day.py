"""A day is written one way."""

from datetime import date

import pytest

from kamplans.model.day import day_of


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2026-10-31", date(2026, 10, 31)),
        ("2024-02-29", date(2024, 2, 29)),
        ("2026-02-29", None),
        ("2026-W10-1", None),
        ("20261031", None),
        ("2026-1-031", None),
        ("2026-10-31T", None),
        ("", None),
        (20261031, None),
        (None, None),
        (["2026-10-31"], None),
    ],
)
def test_day_of(value, day):
    assert day_of(value) == day
