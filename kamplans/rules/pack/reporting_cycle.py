"""Nobody reports to themselves, not even through others.

Why: an organisation chart with a circle has no top, so nobody can say who decides, and introductions would run round
and round.

Flagged:

    # stakeholders.yaml
    people:
      - id: ana-cruz
        name: Ana Cruz
        reports_to: ben-mora
      - id: ben-mora
        name: Ben Mora
        reports_to: ana-cruz

Clean:

    # stakeholders.yaml
    people:
      - id: ana-cruz
        name: Ana Cruz
        reports_to: ben-mora
      - id: ben-mora
        name: Ben Mora

Settings: none. Our own people in team.yaml are looked at in the same way.
"""

from collections.abc import Iterator, Mapping

from kamplans.model.finding import Severity
from kamplans.model.pattern import values
from kamplans.model.place import Keys
from kamplans.rules._contract import EVERYWHERE, Context, Flag, Rule
from kamplans.rules._words import quoted

_LONGEST = 8
"""A longer circle is shortened in the sentence."""


def check(context: Context) -> Iterator[Flag]:
    """Flag each circle once, at the line of the one whose id comes first."""
    kind = "stakeholders" if context.at_hand else "team"
    document = context.documents.get(kind)
    if document is None:
        return
    bosses: dict[str, str] = {}
    places: dict[str, Keys] = {}
    for keys, person in values(document.data, "people[]"):
        if isinstance(person, Mapping):
            id, boss = person.get("id"), person.get("reports_to")
            if isinstance(id, str) and isinstance(boss, str) and id not in bosses:
                bosses[id], places[id] = boss, keys
    for circle in _circles(bosses):
        yield Flag(_message(circle), kind, (*places[circle[0]], "reports_to"), "one of them reports to nobody here")


def _circles(bosses: Mapping[str, str]) -> Iterator[list[str]]:
    """Yield each circle once, beginning with its first id."""
    seen: set[str] = set()
    for start in bosses:
        chain: dict[str, None] = {}
        person: str | None = start
        while person is not None and person not in seen:
            seen.add(person)
            chain[person] = None
            person = bosses.get(person)
        if person in chain:
            members = list(chain)
            circle = members[members.index(person) :]
            first = circle.index(min(circle))
            yield circle[first:] + circle[:first]


def _message(circle: list[str]) -> str:
    if len(circle) == 1:
        return f"{quoted(circle[0])} reports to themselves"
    shown = circle if len(circle) <= _LONGEST else [*circle[: _LONGEST - 1], "…"]
    return " reports to ".join([*(quoted(id) for id in shown), quoted(circle[0])])


RULE = Rule("R008", check, Severity.ERROR, judges=EVERYWHERE)
