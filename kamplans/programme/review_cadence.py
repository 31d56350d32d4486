"""When is the next review with a customer due, and which ones were missed?"""

from dataclasses import dataclass
from datetime import date, timedelta

from kamplans.model.engagement import Review
from kamplans.model.portfolio import Account
from kamplans.model.settings import Settings

EVERY_DAYS = {"strategic": 90, "key": 90, "growth": 180, "standard": 365}
"""The longest time between two reviews, in days, where a tier does not say its own."""

LONGEST = 36_500
"""A rhythm of more days than this is no rhythm."""


@dataclass(frozen=True, slots=True)
class NextReview:
    """The next review of one account.

    `due` is the day of a planned review (`planned`, with its id), else the day by which the tier asks for one; None
    while nothing tells. `days` counts from the clock to `due`, negative once past. `asked_by` is the day by which the
    tier asks for a review, whatever is planned; `last_held` the day of the last one. `missed` are the reviews whose day
    has passed without being held and without a later one of their kind.
    """

    due: date | None
    planned: bool
    review: str | None
    days: int | None
    asked_by: date | None
    last_held: date | None
    missed: tuple[Review, ...] = ()


def next_review(account: Account, settings: Settings, as_of: date) -> NextReview:
    """Return when the next review with the customer is due; internal reviews do not count.

    The earliest review planned for `as_of` or later and not held yet, else the last held one plus the rhythm of the
    tier. Where none was held, the rhythm runs from the day the account became a key account.
    """
    reviews = [review for review in account.engagement.reviews if review.kind != "internal"]
    last_held = max((review.held for review in reviews if review.held and review.held <= as_of), default=None)
    asked_by = _asked_by(last_held or account.profile.since, review_every_days(account, settings))
    coming = [review for review in reviews if review.planned and not review.held and review.planned >= as_of]
    first = min(coming, key=lambda review: (review.planned or as_of, review.id), default=None)
    due = first.planned if first else asked_by
    return NextReview(
        due=due,
        planned=first is not None,
        review=first.id if first else None,
        days=(due - as_of).days if due else None,
        asked_by=asked_by,
        last_held=last_held,
        missed=tuple(review for review in reviews if _is_missed(review, reviews, as_of)),
    )


def review_every_days(account: Account, settings: Settings) -> int | None:
    """Return the rhythm of the account's tier in days: as portfolio.yaml says, else the usual; None without a tier."""
    tier = account.profile.tier
    said = settings.tier(tier).review_every_days
    return said if said is not None else EVERY_DAYS.get(tier or "")


def _asked_by(start: date | None, days: int | None) -> date | None:
    if start is None or days is None or not 0 < days <= LONGEST or start > date.max - timedelta(days=days):
        return None
    return start + timedelta(days=days)


def _is_missed(review: Review, reviews: list[Review], as_of: date) -> bool:
    planned = review.planned
    if planned is None or planned >= as_of or review.held is not None:
        return False
    return not any(other.kind == review.kind and other.held and other.held >= planned for other in reviews)
