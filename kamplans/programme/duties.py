"""Which duties do people of both sides hold in a plan: what do they own, and where do they sit?"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kamplans.model.day import day_of
from kamplans.model.pattern import values
from kamplans.model.place import Keys
from kamplans.model.portfolio import Account

Item = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Duty:
    """One person named in one place.

    `phrase` says what they do there (`owns goal`, `sits in forum`), `name` the id of the item, empty where it has none.
    `keys` lead to the value that names the person.
    """

    person: str
    is_ours: bool
    phrase: str
    name: str
    document: str
    keys: Keys


@dataclass(frozen=True, slots=True)
class _Place:
    """Items in which people hold duties; `named` is the field of their name, `runs` says whether one still asks."""

    document: str
    items: str
    one: str
    fields: tuple[str, ...]
    runs: Callable[[Item, date], bool] = lambda item, as_of: True
    named: str = "id"


_DOES = {
    "person": ("is in", True),
    "owner": ("owns", True),
    "backup": ("backs up", True),
    "ours": ("sits in", True),
    "customer_owner": ("owns", False),
    "theirs": ("sits in", False),
}
"""What a person named in a field does, and whether it is one of ours."""


def _unless(field: str, *closed: str) -> Callable[[Item, date], bool]:
    return lambda item, as_of: item.get(field) not in closed


def _is_to_come(item: Item, as_of: date) -> bool:
    planned = day_of(item.get("planned"))
    return "held" not in item and planned is not None and planned >= as_of


_GOALS_DONE = ("achieved", "partly_achieved", "missed", "canceled")
_PLACES = (
    _Place("account", "team[]", "the account team", ("person",), named=""),
    _Place("account", "team[]", "", ("backup",), named="person"),
    _Place("account", "governance.forums[]", "forum", ("owner", "ours", "theirs")),
    _Place("account", "governance.escalation[]", "escalation step", ("ours", "theirs"), named="step"),
    _Place(
        "stakeholders", "people[]", "the relationship with", ("owner", "backup"), _unless("status", "left", "moved")
    ),
    _Place("goals", "goals[]", "goal", ("owner", "customer_owner"), _unless("status", *_GOALS_DONE)),
    _Place("goals", "initiatives[]", "initiative", ("owner", "customer_owner"), _unless("status", "done", "canceled")),
    _Place("goals", "initiatives[].milestones[]", "milestone", ("owner",), lambda item, as_of: "done_on" not in item),
    _Place("opportunities", "opportunities[]", "opportunity", ("owner",), _unless("stage", "won", "lost")),
    _Place("opportunities", "solutions[]", "solution", ("owner",)),
    _Place("engagement", "reviews[]", "review", ("owner", "ours", "theirs"), _is_to_come),
    _Place("engagement", "actions[]", "action", ("owner",), _unless("status", "done", "dropped")),
    _Place("risks", "risks[]", "risk", ("owner", "customer_owner"), _unless("status", "closed", "occurred")),
)


def duties(account: Account, as_of: date) -> Iterator[Duty]:
    """Yield every duty that still runs on a day, with the keys of the value that names the person."""
    for place in _PLACES:
        for at, item in values(account.data(place.document), place.items):
            if isinstance(item, Mapping) and place.runs(item, as_of):
                yield from _of_item(place, at, item)


def _of_item(place: _Place, at: Keys, item: Item) -> Iterator[Duty]:
    for field in place.fields:
        does, is_ours = _DOES[field]
        for keys, person in _people(item.get(field), (*at, field)):
            phrase = f"{does} {place.one}".rstrip()
            yield Duty(person, is_ours, phrase, str(item.get(place.named, "")), place.document, keys)


def _people(named: Any, keys: Keys) -> Iterator[tuple[Keys, str]]:
    """Yield one person, or each of a list."""
    if isinstance(named, str):
        yield keys, named
    elif isinstance(named, list):
        yield from (((*keys, position), person) for position, person in enumerate(named) if isinstance(person, str))
