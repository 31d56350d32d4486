"""What is an account worth a year, and what is that in the currency of the portfolio?"""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from kamplans.model.metrics import Series
from kamplans.model.portfolio import Account, Portfolio
from kamplans.model.profile import Contract
from kamplans.model.quarter import Quarter
from kamplans.model.settings import Settings


@dataclass(frozen=True, slots=True)
class Money:
    """Yearly money; `currency` is None where neither account nor portfolio says one.

    `source` says where the amount comes from: `acv`, `contracts` or `revenue`.
    """

    amount: float
    currency: str | None
    source: str


def yearly_value(account: Account, settings: Settings, as_of: date) -> Money | None:
    """Return what the account is worth a year, in its own currency; None while nothing tells.

    The newest `acv` point counts first, then what running contracts add up to, then the latest four quarters of
    `revenue`, which must follow one another. Quarters that begin after `as_of` do not count.
    """
    currency = account.profile.currency or settings.currency
    today = Quarter.of(as_of, settings.fiscal_year_starts)
    series = account.metrics.series
    acv = _until(series.get("acv", Series()), today)
    if acv:
        return Money(acv[0][1], currency, "acv")
    running = [contract.acv for contract in account.profile.contracts if is_running(contract, as_of)]
    known = [amount for amount in running if amount is not None]
    if known:
        return Money(float(sum(known)), currency, "contracts")
    year = _until(series.get("revenue", Series()), today)[:4]
    if len(year) == 4 and all(older.next() == newer for (newer, _), (older, _) in pairwise(year)):
        return Money(sum(amount for _, amount in year), currency, "revenue")
    return None


def is_running(contract: Contract, as_of: date) -> bool:
    """Whether a contract binds on a day: begun, nothing said of its outcome, not ended or renewing by itself."""
    if contract.outcome is not None or (contract.start is not None and contract.start > as_of):
        return False
    return contract.end is None or contract.end >= as_of or (contract.renews_for_months or 0) > 0


def in_portfolio_currency(money: Money, settings: Settings) -> float | None:
    """Return the amount in the currency of the portfolio; None where `exchange_rates` does not know the currency."""
    if money.currency == settings.currency:
        return money.amount
    rate = settings.exchange_rates.get(money.currency or "")
    return None if rate is None or settings.currency is None else money.amount * rate


def yearly_values(portfolio: Portfolio, as_of: date) -> dict[str, float | None]:
    """Return each account's yearly value in the portfolio's currency, by id; None is unknown."""
    settings = portfolio.settings
    found: dict[str, float | None] = {}
    for id, account in portfolio.accounts.items():
        money = yearly_value(account, settings, as_of)
        found[id] = in_portfolio_currency(money, settings) if money else None
    return found


def _until(series: Series, quarter: Quarter) -> list[tuple[Quarter, float]]:
    """Return the points up to a quarter, newest first."""
    return [point for point in series.latest(len(series.points)) if point[0] <= quarter]
