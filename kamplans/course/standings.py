"""How does an account stand on a day? The figures that are followed over time, from rules and network."""

from collections import Counter
from datetime import date

from kamplans.model.course import Standing
from kamplans.model.finding import Severity
from kamplans.model.portfolio import Account, Portfolio
from kamplans.network.assess import assess
from kamplans.rules.check import check

UNKNOWN = "unknown"
"""What a goal without a status is counted as."""


def standing(portfolio: Portfolio, account: Account, as_of: date) -> Standing:
    """Return the standing of one account of a portfolio on a day, by the rules as they are now."""
    risk = assess(account, portfolio.team, portfolio.settings, as_of, advice=False)
    severities = Counter(finding.severity for finding in check(portfolio, as_of, accounts=(account.id,)))
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
