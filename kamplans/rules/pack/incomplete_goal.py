"""An open goal says who owns it, how it is measured and when it is due.

Why: a goal without an owner is a wish, one without a day is never late, and one without a measure is never reached.

A measure is a metric with a target, or for what cannot be counted `done_when`, a sentence that is true once the goal
is reached.

Flagged:

    # goals.yaml
    goals:
      - id: cut-losses
        title: Halve the losses
        owner: nora-berg
        due: 2027-03-31

Clean:

    # goals.yaml
    goals:
      - id: cut-losses
        title: Halve the losses
        owner: nora-berg
        metric: Loss rate
        target: 2
        due: 2027-03-31

Settings: none. In a strategic account a missing owner or day is an error.
"""

from collections.abc import Iterator

from kamplans.model.finding import Severity
from kamplans.model.goals import Goal
from kamplans.rules._contract import SERVED, Context, Flag, Rule
from kamplans.rules._words import listed, quoted


def check(context: Context) -> Iterator[Flag]:
    """Flag each open goal with what it lacks."""
    for goal in context.account.goals.goals:
        missing = _missing(goal)
        if missing and (goal.status is None or goal.status.is_open):
            lacks_duty = goal.owner is None or goal.due is None
            yield Flag(
                f"goal {quoted(goal.id)} lacks {listed(missing)}",
                "goals",
                goal.at,
                "say who, how much and by when",
                severity=None if lacks_duty else Severity.WARNING,
            )


def _missing(goal: Goal) -> list[str]:
    missing = [name for name in ("owner", "due") if getattr(goal, name) is None]
    if goal.done_when is None:
        if goal.metric is None and goal.target is None:
            return [*missing, "a measure (`metric` and `target`, or `done_when`)"]
        missing += [name for name in ("metric", "target") if getattr(goal, name) is None]
    return missing


RULE = Rule("R025", check, by_tier={"strategic": Severity.ERROR}, judges=SERVED)
