"""One page about one account: the row, the risk, the goals, what is overdue and what ends."""

from collections.abc import Iterable
from datetime import date, timedelta

from kamplans.model.brief import Brief
from kamplans.model.engagement import Action
from kamplans.model.goals import Goal
from kamplans.model.overview import AccountRow
from kamplans.model.portfolio import Account, Portfolio
from kamplans.model.risk import RiskMap
from kamplans.programme.renewals import renewals

SOON = timedelta(days=30)
"""An action due within this time is among the next ones."""


def brief(portfolio: Portfolio, account: Account, risk: RiskMap, row: AccountRow, as_of: date) -> Brief:
    """Return the brief, actions by day."""
    open_actions = [action for action in account.engagement.actions if action.status is None or action.status.is_open]
    return Brief(
        row=row,
        risk=risk,
        names=names(portfolio, account),
        goals=_open_first(account.goals.goals),
        overdue_actions=_by_day(action for action in open_actions if action.due and action.due < as_of),
        next_actions=_by_day(action for action in open_actions if action.due and as_of <= action.due <= as_of + SOON),
        renewals=renewals(account, as_of),
        currency=portfolio.settings.currency,
    )


def names(portfolio: Portfolio, account: Account | None) -> dict[str, str]:
    """Return the names of our people and, with an account, of theirs, by id."""
    theirs = account.stakeholders.people if account else ()
    ours = {person.id: person.name for person in portfolio.team.people}
    return {**ours, **{person.id: person.name for person in theirs}}


def _open_first(goals: tuple[Goal, ...]) -> tuple[Goal, ...]:
    """Return the goals still worked for by day, then those that have ended."""
    return tuple(
        sorted(goals, key=lambda one: (one.status is not None and not one.status.is_open, one.due or date.max, one.id))
    )


def _by_day(actions: Iterable[Action]) -> tuple[Action, ...]:
    return tuple(sorted(actions, key=lambda action: (action.due or date.max, action.id)))
