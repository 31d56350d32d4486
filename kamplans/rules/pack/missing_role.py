"""An account knows an executive sponsor, a decision maker and a champion of theirs who are there today.

Why: without a sponsor nobody protects us when budgets are cut, without a decision maker nobody says yes, and without
a champion nobody speaks for us when we are not in the room.

A role counts as filled by an active person. Where the one who held it has left, moved or is away, the account has
that long to find another; a role that nobody ever held is a hole in the map.

Flagged:

    # stakeholders.yaml
    people:
      - {id: ana-cruz, name: Ana Cruz, roles: [executive_sponsor, economic_buyer], influence: 5}
      - {id: ben-mora, name: Ben Mora, roles: [champion], status: left, leaves_on: 2026-09-30}

Clean:

    # stakeholders.yaml
    people:
      - {id: ana-cruz, name: Ana Cruz, roles: [executive_sponsor, economic_buyer], influence: 5}
      - {id: ben-mora, name: Ben Mora, roles: [champion], status: active}

Settings: `vacant_role_days` (90 days): for so long after the holder has left, a strategic account is warned only.
"""

from collections.abc import Callable, Iterator

from kamplans.model.figures import word
from kamplans.model.finding import Severity
from kamplans.model.stakeholder import Stakeholder, Status
from kamplans.rules._contract import Context, Flag, Rule, Threshold
from kamplans.rules._words import quoted

VACANT = Threshold("vacant_role_days", 90, "days")

_ROLES: tuple[tuple[str, Callable[[Stakeholder], bool]], ...] = (
    ("executive sponsor", lambda person: "executive_sponsor" in person.roles),
    ("decision maker", lambda person: person.is_decision_maker),
    ("champion", lambda person: "champion" in person.roles),
)


def check(context: Context) -> Iterator[Flag]:
    """Flag each required role that no active person fills."""
    if "stakeholders" not in context.documents:
        return  # that the map is missing is found by reading
    people = context.account.stakeholders.people
    for role, holds in _ROLES:
        holders = [person for person in people if holds(person)]
        if any(person.status is Status.ACTIVE for person in holders):
            continue
        if holders:
            last = max(holders, key=lambda person: (person.leaves_on or context.as_of, person.id))
            yield _vacant(context, role, last)
        else:
            hint = "find out who it is; an active person with the role fills it"
            yield Flag(f"nobody is known as {role}", "stakeholders", ("people",), hint, on_key=True)


def _vacant(context: Context, role: str, person: Stakeholder) -> Flag:
    days = (context.as_of - person.leaves_on).days if person.leaves_on else 0
    recent = days <= context.threshold(VACANT)
    since = f" since {person.leaves_on}" if person.leaves_on and days >= 0 else ""
    return Flag(
        f"no active {role}: {quoted(person.id)} is {_how(person)}{since}",
        "stakeholders",
        (*person.at, "status"),
        f"give the role to somebody who is there, or find a new {role}",
        severity=Severity.WARNING if recent and context.tier == "strategic" else None,
    )


def _how(person: Stakeholder) -> str:
    if person.status is Status.PLACEHOLDER:
        return "a seat without a known person"
    return {Status.LEFT: "gone", Status.MOVED: "in another place"}.get(person.status, word(person.status))


RULE = Rule(
    "R011",
    check,
    by_tier={"strategic": Severity.ERROR, "standard": Severity.INFO},
    reads=("stakeholders",),
    settings=(VACANT,),
)
