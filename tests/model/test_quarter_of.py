"""The quarter of a day, in any fiscal year."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamplans.model.quarter import Quarter


@pytest.mark.parametrize(
    ("day", "starts", "quarter"),
    [
        (date(2026, 10, 31), 4, "2027-Q3"),
        (date(2026, 9, 30), 4, "2027-Q2"),
        (date(2026, 4, 1), 4, "2027-Q1"),
        (date(2026, 3, 31), 4, "2026-Q4"),
        (date(2026, 1, 1), 1, "2026-Q1"),
        (date(2026, 12, 31), 1, "2026-Q4"),
        (date(2026, 11, 1), 12, "2026-Q4"),
    ],
)
def test_table(day, starts, quarter):
    assert str(Quarter.of(day, starts)) == quarter


@given(day=st.dates(date(1000, 1, 1), date(9000, 1, 1)), starts=st.integers(1, 12))
def test_a_day_lies_in_its_quarter(day, starts):
    quarter = Quarter.of(day, starts)
    assert quarter.first_day(starts) <= day <= quarter.last_day(starts)
