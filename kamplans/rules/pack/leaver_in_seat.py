"""Nobody who has left or moved still holds a role, an owner's place or a seat.

Why: what a leaver owns is done by nobody, a forum that counts on them meets without them, and a champion who is gone
speaks for somebody else now. The plan looks manned and is not.

Of theirs it looks at people who left or moved: their roles in the decision while nobody succeeds them, what they own,
and where they sit. Of ours it looks at who left, and remarks on who is on leave. Work that is closed and reviews that
are over are left alone.

Flagged:

    # goals.yaml
    goals:
      - id: cut-losses
        title: Halve the losses
        owner: olaf-lund
        metric: Loss rate
        target: 2
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

Settings: `handover_days` (90 days): so long after the day of leaving a place may wait for somebody else; after that
it is an error.
"""

from collections.abc import Iterator
from datetime import date

from kamplans.model.figures import word
from kamplans.model.finding import Severity
from kamplans.model.stakeholder import DECIDING_ROLES, Stakeholder, Status
from kamplans.programme.duties import Duty, duties
from kamplans.rules._contract import SERVED, Context, Flag, Rule, Threshold
from kamplans.rules._words import listed, quoted

HANDOVER = Threshold("handover_days", 90, "days")

_ROLES = DECIDING_ROLES | {"champion", "executive_sponsor"}
_GONE = {"left": "has left", "moved": "has moved on", "on_leave": "is on leave"}

Leaver = tuple[str, date | None]
"""How somebody is not there any more, and since when."""


def check(context: Context) -> Iterator[Flag]:
    """Flag each role, place of an owner and seat of somebody who is not there any more."""
    people = context.account.stakeholders.people
    theirs = {one.id: one for one in people if one.status in (Status.LEFT, Status.MOVED)}
    ours = context.portfolio.team.absent
    succeeded = {one.succeeds for one in people if one.succeeds != one.id}
    for person in theirs.values():
        if person.id not in succeeded:
            yield from _role(context, person)
    for duty in duties(context.account, context.as_of) if theirs or ours else ():
        leaver = ours.get(duty.person) if duty.is_ours else theirs.get(duty.person)
        if leaver:
            yield _seat(context, duty, (leaver.status.value, leaver.leaves_on))


def _role(context: Context, person: Stakeholder) -> Iterator[Flag]:
    counted = _ROLES if person.decides is not False else _ROLES - DECIDING_ROLES
    roles = [word(role) for role in person.roles if role in counted] or (["decision maker"] if person.decides else [])
    if roles:
        leaver = (person.status.value, person.leaves_on)
        yield Flag(
            f"{_says(person.id, leaver, context)} and is still {listed(roles)}; nobody succeeds them",
            "stakeholders",
            (*person.at, "roles"),
            f"name who sits there now with `succeeds: {person.id}`, or take the role from them",
            severity=_severity(context, leaver),
        )


def _seat(context: Context, duty: Duty, leaver: Leaver) -> Flag:
    name = f" {quoted(duty.name)}" if duty.name else ""
    return Flag(
        f"{_says(duty.person, leaver, context)} and still {duty.phrase}{name}",
        duty.document,
        duty.keys,
        "name somebody who is there",
        severity=_severity(context, leaver),
    )


def _says(person: str, leaver: Leaver, context: Context) -> str:
    how, day = leaver
    return f"{quoted(person)} {_GONE[how]}{f' ({day})' if day and day <= context.as_of else ''}"


def _severity(context: Context, leaver: Leaver) -> Severity | None:
    how, day = leaver
    if how == "on_leave":
        return Severity.INFO
    return Severity.ERROR if day and (context.as_of - day).days > context.threshold(HANDOVER) else None


RULE = Rule("R019", check, judges=SERVED, reads=("stakeholders", "team"), settings=(HANDOVER,))
