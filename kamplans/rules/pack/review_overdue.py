"""Business reviews with the customer are held in the rhythm of the tier, and none is missed.

Why: the review is where both sides say what the year is worth and what comes next. Where it is not held, the customer
hears from us about problems and prices alone.

The rhythm runs from the last review held, whatever its kind but internal, or from `since` where none was held. It is
`review_every_days` of the tier, else 90 days for strategic and key accounts, 180 for growth, 365 for standard. Once
the next one is planned, being late is a remark.

Flagged:

    # engagement.yaml
    reviews:
      - {id: qbr-2027-q1, kind: qbr, planned: 2026-06-18, held: 2026-06-18}

Clean:

    # engagement.yaml
    reviews:
      - {id: qbr-2027-q2, kind: qbr, planned: 2026-09-17, held: 2026-09-17}

Settings: `review_error_days` (90 days): strategic and key accounts that are later than that get an error.
"""

from collections.abc import Iterator

from kamplans.model.figures import count
from kamplans.model.finding import Severity
from kamplans.model.place import Keys
from kamplans.programme.review_cadence import NextReview, next_review, review_every_days
from kamplans.rules._contract import Context, Flag, Rule, Threshold
from kamplans.rules._words import quoted

LATE = Threshold("review_error_days", 90, "days")


def check(context: Context) -> Iterator[Flag]:
    """Flag each missed review, then the rhythm if it is overrun or no review was ever held."""
    review = next_review(context.account, context.portfolio.settings, context.as_of)
    for missed in review.missed:
        yield Flag(
            f"review {quoted(missed.id)} was planned for {missed.planned} and nobody says that it was held",
            "engagement",
            (*missed.at, "planned"),
            "note the day it was held, plan it anew, or remove it",
        )
    if review.asked_by is None and review.last_held is None:
        yield Flag("no review with the customer was ever held", "engagement", ("reviews",), "plan the first one", True)
    elif review.asked_by and review.asked_by < context.as_of:
        yield _late(context, review, (context.as_of - review.asked_by).days)


def _late(context: Context, review: NextReview, days: int) -> Flag:
    every = count(review_every_days(context.account, context.portfolio.settings) or 0, "day")
    since = f"the last review was held {review.last_held}" if review.last_held else "no review was ever held"
    coming = f"; the next is planned for {review.due}" if review.planned else ""
    return Flag(
        f"{since} and one is due every {every}: {count(days, 'day')} late{coming}",
        "engagement",
        _last_held(context, review),
        "" if review.planned else "plan the next one",
        on_key=review.last_held is None,
        severity=_severity(context, review, days),
    )


def _severity(context: Context, review: NextReview, days: int) -> Severity | None:
    if review.planned:
        return Severity.INFO
    return Severity.ERROR if context.tier in ("strategic", "key") and days > context.threshold(LATE) else None


def _last_held(context: Context, review: NextReview) -> Keys:
    last = next((one for one in context.account.engagement.reviews if one.held and one.held == review.last_held), None)
    return (*last.at, "held") if last else ("reviews",)


RULE = Rule("R035", check, reads=("engagement",), settings=(LATE,))
