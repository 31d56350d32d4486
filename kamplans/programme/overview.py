"""One line about each account, from its map, its value, its next review and its findings."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from kamplans.model.finding import Finding, Severity
from kamplans.model.overview import AccountRow
from kamplans.model.portfolio import Account, Portfolio
from kamplans.model.risk import RiskMap
from kamplans.programme.review_cadence import next_review
from kamplans.programme.yearly_value import in_portfolio_currency, yearly_value, yearly_values


def overview(
    portfolio: Portfolio, maps: Mapping[str, RiskMap], findings: Sequence[Finding], as_of: date
) -> tuple[AccountRow, ...]:
    """Return a row for every account, by id."""
    counts = count_by_account(findings)
    values = yearly_values(portfolio, as_of)
    return tuple(
        account_row(portfolio, account, maps[account.id], values[account.id], counts.get(account.id, Counter()), as_of)
        for account in portfolio.accounts.values()
    )


def one_row(
    portfolio: Portfolio, account: Account, risk: RiskMap, findings: Sequence[Finding], as_of: date
) -> AccountRow:
    """Return the row of one account."""
    money = yearly_value(account, portfolio.settings, as_of)
    value = None if money is None else in_portfolio_currency(money, portfolio.settings)
    counts = count_by_account(findings).get(account.id, Counter())
    return account_row(portfolio, account, risk, value, counts, as_of)


def account_row(
    portfolio: Portfolio,
    account: Account,
    risk: RiskMap,
    value: float | None,
    counts: Mapping[Severity, int],
    as_of: date,
) -> AccountRow:
    """Return one account's row; `value` is its yearly value in the portfolio's currency."""
    review = next_review(account, portfolio.settings, as_of)
    names = {person.id: person.name for person in portfolio.team.people}
    worst = risk.largest_loss
    return AccountRow(
        account=account.id,
        name=account.name,
        tier=account.profile.tier,
        status=account.profile.status,
        owner=account.kam,
        owner_name=names.get(account.kam or ""),
        grade=risk.grade,
        access=risk.expected_access,
        exposed=None if value is None or risk.expected_access is None else value * (worst.loss if worst else 0.0),
        yearly_value=value,
        review_due=review.due,
        review_planned=review.planned,
        errors=counts.get(Severity.ERROR, 0),
        warnings=counts.get(Severity.WARNING, 0),
        infos=counts.get(Severity.INFO, 0),
    )


def count_by_account(findings: Iterable[Finding]) -> dict[str, Counter[Severity]]:
    """Count findings by account and severity; those of the portfolio's own files belong to no account."""
    counts: dict[str, Counter[Severity]] = {}
    for finding in findings:
        if finding.account is not None:
            counts.setdefault(finding.account, Counter())[finding.severity] += 1
    return counts
