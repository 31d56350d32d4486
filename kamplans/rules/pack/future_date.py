"""What is recorded as done has a day that has come.

Why: a contact in the future makes a cold relationship look warm, and a review that will be held hides that none was.
Plan what is to come with `planned` or `due`, and record it once it has happened.

Flagged:

    # stakeholders.yaml
    people:
      - id: ana-cruz
        name: Ana Cruz
    relationships:
      - ours: nora-berg
        theirs: ana-cruz
        last_contact: 2026-12-01

Clean:

    # stakeholders.yaml
    people:
      - id: ana-cruz
        name: Ana Cruz
    relationships:
      - ours: nora-berg
        theirs: ana-cruz
        last_contact: 2026-10-12

Settings: none. The day of the check is that of `--as-of`, else `as_of` of portfolio.yaml, else today.
"""

from collections.abc import Iterator

from kamplans.model.day import day_of
from kamplans.model.finding import Severity
from kamplans.model.pattern import values
from kamplans.rules._contract import EVERYWHERE, Context, Flag, Rule

_DONE = (
    ("account", "selection.decided_on"),
    ("stakeholders", "people[].evidence[].date"),
    ("stakeholders", "relationships[].last_contact"),
    ("goals", "insights[].date"),
    ("goals", "goals[].measured_on"),
    ("goals", "initiatives[].milestones[].done_on"),
    ("opportunities", "white_space[].checked_on"),
    ("opportunities", "solutions[].reviewed_on"),
    ("engagement", "reviews[].held"),
    ("engagement", "interactions[].date"),
    ("engagement", "feedback[].date"),
    ("engagement", "actions[].done_on"),
    ("value", "value[].confirmed_on"),
    ("value", "references[].date"),
    ("team", "people[].training[].date"),
)
"""Document and field of every day that says something has happened."""


def check(context: Context) -> Iterator[Flag]:
    """Flag each day of something done that lies after the day of the check."""
    for kind, pattern in _DONE:
        document = context.documents.get(kind)
        for keys, value in values(document.data, pattern) if document else ():
            day = day_of(value)
            if day and day > context.as_of:
                yield Flag(
                    f"`{pattern.rpartition('.')[2]}` {day} has not come yet on {context.as_of}",
                    kind,
                    keys,
                    "correct the day, or plan it with `planned` or `due`",
                )


RULE = Rule("R058", check, Severity.ERROR, judges=EVERYWHERE)
