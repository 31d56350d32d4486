"""What is due? Goals, actions and contracts as rows of small tables on the first page of an account."""

from collections.abc import Mapping, Sequence
from datetime import date

from kamplans.model.brief import Brief, Renewal
from kamplans.model.engagement import Action
from kamplans.model.figures import UNKNOWN, short_day
from kamplans.model.goals import Goal
from kamtui.text import Run, run
from kamtui.wording import marks
from kamtui.wording.columns import Column
from kamtui.wording.figures import due, priced, short_names

GOALS = (
    Column("Goal", most=60, grows=True, least=26),
    Column("Status", most=18),
    Column("Owner", most=18, rank=1),
    Column("Due", right=True),
)
ACTIONS = (Column("Action", most=60, grows=True, least=20), Column("Owner", most=18, rank=1), Column("Due", right=True))
RENEWALS = (
    Column("Contract", most=40, grows=True, least=14),
    Column("Ends", right=True),
    Column("Notice", right=True),
    Column("A year", right=True),
    Column("Then", most=12, rank=1),
)


def goal_rows(goals: Sequence[Goal], names: Mapping[str, str], today: date) -> list[tuple[Run, ...]]:
    """Return goals, the open ones first, those due soonest on top."""
    short = short_names({goal.owner for goal in goals if goal.owner}, names)
    ordered = sorted(
        goals, key=lambda goal: (goal.status is not None and not goal.status.is_open, goal.due or date.max)
    )
    return [
        (
            run(goal.title),
            run(marks.goal_status(goal.status)),
            run(short.get(goal.owner or "", UNKNOWN)),
            _due(goal.due, today, is_open=goal.status is None or goal.status.is_open),
        )
        for goal in ordered
    ]


def _due(when: date | None, today: date, *, is_open: bool = True) -> Run:
    late = is_open and when is not None and when < today
    return run(due(when, today) if is_open else short_day(when), "strong" if late else "" if is_open else "muted")


def action_rows(brief: Brief, today: date) -> list[tuple[Run, ...]]:
    """Return what is overdue and what is due next."""
    actions: Sequence[Action] = (*brief.overdue_actions, *brief.next_actions)
    short = short_names({one.owner for one in actions if one.owner}, brief.names)
    return [(run(one.title), run(short.get(one.owner or "", UNKNOWN)), _due(one.due, today)) for one in actions]


def renewal_rows(renewals: Sequence[Renewal], currency: str | None) -> list[tuple[Run, ...]]:
    """Return contracts that end: in how many days, until when one may give notice, what hangs on it, what then."""
    return [
        (
            run(one.title or one.contract),
            run(f"{one.days} d" if one.days >= 0 else f"{-one.days} d ago", "strong" if one.days < 0 else ""),
            _notice(one.notice_days),
            run(priced(one.acv, currency)),
            run("renews" if one.renews else "ends", "muted"),
        )
        for one in renewals
    ]


def _notice(days: int | None) -> Run:
    if days is None:
        return Run(UNKNOWN)
    return run(f"{days} d", "strong" if days <= 60 else "") if days >= 0 else Run("passed", "muted")


def titled(what: str, number: int) -> str:
    """Return the title of a pane with its count."""
    return f"{what}  {number}"
