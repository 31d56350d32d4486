"""What was missing and taken for granted? Each guess of the model, in words, so that somebody can put it right."""

from collections.abc import Iterator
from datetime import date

from kamplans.model.figures import day
from kamplans.model.portfolio import Account
from kamplans.model.stakeholder import LineKind, Stakeholder, Status
from kamplans.model.team import Colleague, OurStatus, Team
from kamplans.network.names import Names, listed
from kamplans.network.seats import ASSUMED_INFLUENCE, EMPTY
from kamplans.network.survey import Survey


def assumptions(account: Account, team: Team, survey: Survey, names: Names, as_of: date) -> tuple[str, ...]:
    """Return what the answers about this account take for granted."""
    return (
        *_influence(survey, names),
        *_levels(account, names),
        *_strengths(account, names),
        *_late_leavers(account, team, as_of),
        *_successors(account),
    )


def _influence(survey: Survey, names: Names) -> Iterator[str]:
    for seat in survey.graph.seats:
        if seat.is_assumed:
            name = names[seat.person]
            yield f"The influence of {name}, who decides, is not stated: taken as {ASSUMED_INFLUENCE} of 5."


def _levels(account: Account, names: Names) -> Iterator[str]:
    for one in account.stakeholders.relationships:
        if one.level is None and one.works is None and one.ours in names and one.theirs in names:
            yield f"The level between {names[one.ours]} and {names[one.theirs]} is not stated: taken as vendor."


def _strengths(account: Account, names: Names) -> Iterator[str]:
    for line in account.stakeholders.lines:
        if line.strength is None and line.kind is not LineKind.CONFLICTS_WITH:
            ends = listed([line.from_, line.to], names)
            yield f"The strength of the line between {ends} is not stated: taken as moderate."


def _late_leavers(account: Account, team: Team, as_of: date) -> Iterator[str]:
    there = [one for one in account.stakeholders.people if one.status is Status.ACTIVE]
    ours = [one for one in team.people if one.status is OurStatus.ACTIVE]
    everybody: list[Colleague | Stakeholder] = [*ours, *there]
    for one in everybody:
        if one.leaves_on is not None and one.leaves_on < as_of:
            last = day(one.leaves_on)
            yield f"{one.name} was to leave on {last} but is on record as active: there today, gone at the horizon."


def _successors(account: Account) -> Iterator[str]:
    """Say where power vanishes because a successor is not known to decide."""
    people = {one.id: one for one in account.stakeholders.people}
    for one in people.values():
        before = people.get(one.succeeds or "")
        if before is None or before.id == one.id or one.is_decision_maker:
            continue
        if before.is_decision_maker and before.status in EMPTY:
            yield (
                f"{one.name} succeeds {before.name}, who decided, but is not on record as deciding:"
                " that power counts nowhere."
            )
