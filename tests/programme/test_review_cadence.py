"""The next review: reviews in, day out."""

from datetime import date

import pytest

from kamplans.model.document import Document
from kamplans.model.portfolio import Account
from kamplans.model.settings import Settings, Tier
from kamplans.programme.review_cadence import next_review

AS_OF = date(2026, 10, 31)


def account(*reviews, tier="key", **profile):
    def document(kind, data):
        return Document(kind, f"{kind}.yaml", "a", data, "", lambda text: None)

    plans = {"account": {"tier": tier, **profile}, "engagement": {"reviews": list(reviews)}}
    return Account("a", {kind: document(kind, data) for kind, data in plans.items()})


def review(id, planned=None, held=None, kind="qbr"):
    said = {"id": id, "kind": kind, "planned": planned, "held": held}
    return {name: value for name, value in said.items() if value}


@pytest.mark.parametrize(
    ("reviews", "due", "planned", "days"),
    [
        ([review("a", held="2026-09-01")], "2026-11-30", None, 30),  # 90 days later
        ([review("a", held="2026-06-01")], "2026-08-30", None, -62),  # overdue
        ([review("a", held="2026-06-01"), review("b", "2026-12-24")], "2026-12-24", "b", 54),
        ([review("c", "2026-12-24"), review("b", "2026-10-31")], "2026-10-31", "b", 0),  # today is still to come
        ([review("a", held="2026-09-01"), review("b", held="2026-03-01")], "2026-11-30", None, 30),  # the newest held
        ([review("a", held="2026-11-20")], None, None, None),  # a day to come was not held
        ([review("a", held="2026-09-01", kind="internal")], None, None, None),
        ([review("a", "2026-12-01", kind="internal")], None, None, None),
        ([review("a", "2026-10-01")], None, None, None),  # missed, and nothing else is known
        ([], None, None, None),
    ],
)
def test_the_day(reviews, due, planned, days):
    found = next_review(account(*reviews), Settings(), AS_OF)
    assert (found.due and found.due.isoformat(), found.review, found.days) == (due, planned, days)
    assert found.planned is (planned is not None)


@pytest.mark.parametrize(
    ("tier", "said", "due"),
    [
        ("strategic", None, "2026-11-30"),
        ("growth", None, "2027-02-28"),
        ("standard", None, "2027-09-01"),
        ("standard", 30, "2026-10-01"),
        ("unheard-of", None, None),
        (None, None, None),
        ("key", 0, None),
        ("key", 10**12, None),
    ],
)
def test_the_rhythm_of_the_tier(tier, said, due):
    settings = Settings(tiers=(Tier(tier or "", review_every_days=said),))
    found = next_review(account(review("a", held="2026-09-01"), tier=tier), settings, AS_OF)
    assert (found.due and found.due.isoformat()) == due


def test_without_a_held_review_the_rhythm_runs_from_the_start():
    assert next_review(account(since="2026-10-01"), Settings(), AS_OF).due == date(2026, 12, 30)


@pytest.mark.parametrize(
    ("reviews", "missed"),
    [
        ([review("a", "2026-10-30")], ["a"]),
        ([review("a", "2026-10-31")], []),  # there is still time today
        ([review("a", "2026-06-01"), review("b", held="2026-06-15")], []),  # made up for
        ([review("a", "2026-06-01"), review("b", held="2026-05-15")], ["a"]),
        ([review("a", "2026-06-01", kind="steering"), review("b", held="2026-06-15")], ["a"]),  # another kind
        ([review("a", "2026-06-01", kind="internal")], []),
    ],
)
def test_missed_reviews(reviews, missed):
    assert [one.id for one in next_review(account(*reviews), Settings(), AS_OF).missed] == missed


def test_the_end_of_the_calendar_raises_nothing():
    assert next_review(account(review("a", held="9999-12-30")), Settings(), date.max).due is None
