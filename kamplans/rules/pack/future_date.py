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
from kamplans.model.pattern import matches
from kamplans.rules._contract import EVERYWHERE, Context, Flag, Rule

_DONE = {
    "account": ("selection.decided_on",),
    "stakeholders": ("people[].evidence[].date", "relationships[].last_contact"),
    "goals": ("insights[].date", "goals[].measured_on", "initiatives[].milestones[].done_on"),
    "opportunities": ("white_space[].checked_on", "solutions[].reviewed_on"),
    "engagement": ("reviews[].held", "interactions[].date", "feedback[].date", "actions[].done_on"),
    "value": ("value[].confirmed_on", "references[].date"),
    "team": ("people[].training[].date",),
}
"""By document, the day of everything that says something has happened."""


def check(context: Context) -> Iterator[Flag]:
    """Flag each day of something done that lies after the day of the check."""
    for document in context.documents.values():
        for pattern, keys, value in matches(document.data, _DONE.get(document.kind, ())):
            day = day_of(value)
            if day and day > context.as_of:
                yield Flag(
                    f"`{pattern.rpartition('.')[2]}` {day} has not come yet on {context.as_of}",
                    document.kind,
                    keys,
                    "correct the day, or plan it with `planned` or `due`",
                )


RULE = Rule("R058", check, Severity.ERROR, judges=EVERYWHERE)
