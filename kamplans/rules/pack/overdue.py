"""Open actions, goals and milestones are not past their day.

Why: a promise that quietly passes its day teaches everybody, the customer too, that days in this plan mean nothing.
Do it, close it, or agree on a new day.

Flagged:

    # engagement.yaml
    actions:
      - {id: meet-cfo, title: Meet the CFO, owner: nora-berg, due: 2026-10-15, status: open}

Clean:

    # engagement.yaml
    actions:
      - {id: meet-cfo, title: Meet the CFO, owner: nora-berg, due: 2026-11-15, status: open}

Settings: `overdue_error_days` (30 days): what is later than that is an error.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kamplans.model.figures import count
from kamplans.model.finding import Severity
from kamplans.model.place import Keys
from kamplans.model.portfolio import Account
from kamplans.rules._contract import SERVED, Context, Flag, Rule, Threshold
from kamplans.rules._words import quoted

LATE = Threshold("overdue_error_days", 30, "days")


@dataclass(frozen=True, slots=True)
class _Work:
    """Something open with a day."""

    one: str
    id: str
    owner: str | None
    due: date | None
    document: str
    at: Keys


def check(context: Context) -> Iterator[Flag]:
    """Flag each open action, goal and milestone whose day has passed."""
    for work in _open_work(context.account):
        if work.due and work.due < context.as_of:
            days = (context.as_of - work.due).days
            owner = f"; {quoted(work.owner)} owns it" if work.owner else ""
            yield Flag(
                f"{work.one} {quoted(work.id)} was due {work.due}, {count(days, 'day')} ago{owner}",
                work.document,
                (*work.at, "due"),
                "do it, close it, or agree on a new day",
                severity=Severity.ERROR if days > context.threshold(LATE) else None,
            )


def _open_work(account: Account) -> Iterator[_Work]:
    for action in account.engagement.actions:
        if action.status is None or action.status.is_open:
            yield _Work("action", action.id, action.owner, action.due, "engagement", action.at)
    for goal in account.goals.goals:
        if goal.status is None or goal.status.is_open:
            yield _Work("goal", goal.id, goal.owner, goal.due, "goals", goal.at)
    for initiative in account.goals.initiatives:
        for step in initiative.milestones if initiative.status not in ("done", "canceled") else ():
            if step.done_on is None:
                yield _Work("milestone", step.id, step.owner or initiative.owner, step.due, "goals", step.at)


RULE = Rule("R027", check, judges=SERVED, settings=(LATE,))
