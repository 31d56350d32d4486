"""Which contracts end, when, and by which day must notice be given?"""

from calendar import monthrange
from datetime import date, timedelta

from kamplans.model.brief import Renewal
from kamplans.model.portfolio import Account
from kamplans.model.profile import Contract

LONGEST_NOTICE = 3_660
"""A notice of more days than this is a slip of the pen; no day is computed from it."""


def renewals(account: Account, as_of: date) -> tuple[Renewal, ...]:
    """Return the contracts that have begun and end, and whose outcome nobody has noted, the next to end first.

    A contract that renews by itself ends at the end of its running term. One that has ended stays, with negative
    days, until its `outcome` is noted.
    """
    begun = [one for one in account.profile.contracts if one.outcome is None and not (one.start and one.start > as_of)]
    found = [_renewal(contract, end, as_of) for contract in begun if (end := running_term_ends(contract, as_of))]
    return tuple(sorted(found, key=lambda renewal: (renewal.ends, renewal.contract)))


def running_term_ends(contract: Contract, as_of: date) -> date | None:
    """Return the last day of the term that runs on `as_of`, counting the renewals that have happened by themselves."""
    months = contract.renews_for_months or 0
    if contract.end is None or contract.end >= as_of or months <= 0:
        return contract.end
    past = (as_of.year - contract.end.year) * 12 + as_of.month - contract.end.month
    terms = max(1, past // months)
    end = _months_later(contract.end, terms * months)
    return end if end is None or end >= as_of else _months_later(contract.end, (terms + 1) * months)


def _renewal(contract: Contract, end: date, as_of: date) -> Renewal:
    notice = contract.notice_days
    sensible = notice is not None and 0 <= notice <= LONGEST_NOTICE and end.year > date.min.year + LONGEST_NOTICE // 365
    notice_by = end - timedelta(days=notice) if notice is not None and sensible else None
    return Renewal(
        contract=contract.id,
        title=contract.title or contract.id,
        ends=end,
        days=(end - as_of).days,
        notice_by=notice_by,
        notice_days=(notice_by - as_of).days if notice_by else None,
        renews=(contract.renews_for_months or 0) > 0,
        acv=contract.acv,
    )


def _months_later(day: date, months: int) -> date | None:
    """Return the same day of a later month; the last day of a month stays the last. None beyond the calendar."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    if year > date.max.year:
        return None
    length = monthrange(year, month)[1]
    was_last = day.day == monthrange(day.year, day.month)[1]
    return date(year, month, length if was_last else min(day.day, length))
