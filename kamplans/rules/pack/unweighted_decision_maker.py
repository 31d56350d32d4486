"""Every decision maker has an influence.

Why: the risk of an account is measured in shares of the decision power, and influence is that power. Without it the
map counts the person with a weight of 3, which may be far from the truth.

A decision maker has the role economic_buyer, decision_maker or approver, or `decides: true`. Who has gone and is
succeeded by another counts no more.

Flagged:

    # stakeholders.yaml
    people:
      - {id: ana-cruz, name: Ana Cruz, roles: [executive_sponsor, economic_buyer, champion]}

Clean:

    # stakeholders.yaml
    people:
      - {id: ana-cruz, name: Ana Cruz, roles: [executive_sponsor, economic_buyer, champion], influence: 5}

Settings: none.
"""

from collections.abc import Iterator

from kamplans.model.finding import Severity
from kamplans.network.seats import ASSUMED_INFLUENCE, seats
from kamplans.rules._contract import Context, Flag, Rule
from kamplans.rules._words import quoted


def check(context: Context) -> Iterator[Flag]:
    """Flag each decision maker who says nothing of their influence."""
    people = context.account.stakeholders.people
    assumed = {seat.person for seat in seats(people) if seat.is_assumed}
    for person in people:
        if person.id in assumed:
            yield Flag(
                f"decision maker {quoted(person.id)} has no influence; {ASSUMED_INFLUENCE} is assumed",
                "stakeholders",
                (*person.at, "influence"),
                "1–2 outside, 3–4 in the political structure, 5 in the inner circle",
            )


RULE = Rule("R063", check, Severity.ERROR)
