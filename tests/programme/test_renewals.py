"""Contracts that end: contract in, days out."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamplans.model.document import Document
from kamplans.model.portfolio import Account
from kamplans.model.profile import Contract
from kamplans.programme.renewals import renewals, running_term_ends

AS_OF = date(2026, 10, 31)


def account(*contracts):
    return Account(
        "a", {"account": Document("account", "a.yaml", "a", {"contracts": list(contracts)}, "", lambda text: None)}
    )


@pytest.mark.parametrize(
    ("contract", "ends", "days", "notice_by", "notice_days"),
    [
        ({"end": "2027-03-31", "notice_days": 120}, "2027-03-31", 151, "2026-12-01", 31),
        ({"end": "2027-03-31"}, "2027-03-31", 151, None, None),
        ({"end": "2026-11-15", "notice_days": 30}, "2026-11-15", 15, "2026-10-16", -15),  # the day has passed
        ({"end": "2026-10-30"}, "2026-10-30", -1, None, None),  # ended, and nobody says how
        ({"end": "2026-09-30", "renews_for_months": 12}, "2027-09-30", 334, None, None),
        (
            {"end": "2024-02-29", "renews_for_months": 1},
            "2026-10-31",
            0,
            None,
            None,
        ),  # the last of a month stays the last
        ({"end": "2020-01-15", "renews_for_months": 6}, "2027-01-15", 76, None, None),
        ({"end": "2027-03-31", "notice_days": 10**12}, "2027-03-31", 151, None, None),
        ({"end": "2027-03-31", "notice_days": -5}, "2027-03-31", 151, None, None),
    ],
)
def test_days(contract, ends, days, notice_by, notice_days):
    (found,) = renewals(account({"id": "c", **contract}), AS_OF)
    assert (found.ends.isoformat(), found.days) == (ends, days)
    assert (found.notice_by and found.notice_by.isoformat(), found.notice_days) == (notice_by, notice_days)


@pytest.mark.parametrize(
    "contract",
    [
        {},
        {"end": "2027-03-31", "outcome": "renewed"},
        {"end": "2027-03-31", "start": "2026-11-01"},  # not begun
        {"end": "2020-01-31", "renews_for_months": 10**9},  # beyond the calendar
    ],
)
def test_nothing_ends(contract):
    assert renewals(account({"id": "c", **contract}), AS_OF) == ()


def test_the_next_to_end_comes_first():
    found = renewals(account({"id": "b", "end": "2027-03-31"}, {"id": "a", "end": "2026-12-31"}), AS_OF)
    assert [one.contract for one in found] == ["a", "b"]


@given(
    end=st.dates(date(2000, 1, 1), date(2030, 1, 1)),
    months=st.integers(1, 60),
    as_of=st.dates(date(2000, 1, 1), date(2030, 1, 1)),
)
def test_a_term_that_renews_by_itself_ends_within_one_term(end, months, as_of):
    running = running_term_ends(Contract("c", end=end, renews_for_months=months), as_of)
    if end >= as_of:
        assert running == end
    else:
        assert 0 <= (running - as_of).days <= months * 31
