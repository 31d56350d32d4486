"""What do we call people in a sentence? Their names, and lists of them as one says them."""

from collections.abc import Iterable, Mapping

from kamplans.model.portfolio import Account
from kamplans.model.team import Team

Names = Mapping[str, str]


def names_of(account: Account, team: Team) -> Names:
    """Return the name of everybody of both sides by id."""
    theirs = {one.id: one.name for one in account.stakeholders.people}
    return theirs | {one.id: one.name for one in team.people}


def listed(people: Iterable[str], names: Names, last: str = "and") -> str:
    """Return `Ito`, `Ito and Klein` or `Ito, Klein and Obi`."""
    called = [names.get(person, person) for person in people]
    if len(called) < 2:
        return "".join(called)
    return f"{', '.join(called[:-1])} {last} {called[-1]}"
