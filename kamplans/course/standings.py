"""How does an account stand on a day? The figures that are followed over time, from rules and network."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from kamplans.model.course import Standing
from kamplans.model.finding import Severity
from kamplans.model.portfolio import Account, Portfolio
from kamplans.network.assess import assess
from kamplans.rules.check import check

UNKNOWN = "unknown"
"""What a goal without a status is counted as."""


def standings(portfolio: Portfolio, accounts: Sequence[Account], as_of: date) -> list[Standing]:
    """Return the standing of accounts of a portfolio on a day, by the rules as they are now, in their order."""
    severities: dict[str | None, Counter[Severity]] = defaultdict(Counter)
    for finding in check(portfolio, as_of, accounts={account.id for account in accounts}):
        severities[finding.account][finding.severity] += 1
    return [_standing(portfolio, account, as_of, severities[account.id]) for account in accounts]


def _standing(portfolio: Portfolio, account: Account, as_of: date, severities: Counter[Severity]) -> Standing:
    risk = assess(account, portfolio.team, portfolio.settings, as_of, advice=False)
    worst = risk.largest_loss
    return Standing(
        grade=risk.grade,
        expected_access=risk.expected_access,
        largest_loss=None if risk.expected_access is None else worst.loss if worst else 0.0,
        single_points=risk.single_points,
        goals=dict(Counter(goal.status.value if goal.status else UNKNOWN for goal in account.goals.goals)),
        errors=severities[Severity.ERROR],
        warnings=severities[Severity.WARNING],
        infos=severities[Severity.INFO],
    )
