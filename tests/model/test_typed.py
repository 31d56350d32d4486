"""Plain data in, frozen values out: what fits is kept, what does not is left out, and every item knows its keys."""

from dataclasses import FrozenInstanceError, dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

import pytest

from kamplans.model.place import Keys
from kamplans.model.portfolio import Account
from kamplans.model.stakeholder import ContactLevel, Evidence, Relationship, Sentiment, Stakeholder, Stakeholders
from kamplans.model.typed import typed


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True)
class Wheel:
    id: str
    spokes: int | None = None
    at: Keys = ()


@dataclass(frozen=True)
class Bicycle:
    name: str
    from_: date | None = None
    weight: float = 9.5
    is_new: bool | None = None
    colour: Colour = Colour.RED
    wheels: tuple[Wheel, ...] = ()
    marks: tuple[str, ...] = ()
    ratings: dict[str, float] = field(default_factory=dict)
    bell: Wheel | None = None
    extra: Any = None


FITTING = [
    ({}, Bicycle("b")),
    ({"from": "2026-02-28"}, Bicycle("b", from_=date(2026, 2, 28))),
    ({"weight": 9}, Bicycle("b", weight=9.0)),
    ({"weight": 8.25, "is_new": False}, Bicycle("b", weight=8.25, is_new=False)),
    ({"colour": "red", "extra": [1, {"a": None}]}, Bicycle("b", extra=[1, {"a": None}])),
    (
        {"marks": ["x", "y"], "ratings": {"a": 1, "b": 2.5}},
        Bicycle("b", marks=("x", "y"), ratings={"a": 1.0, "b": 2.5}),
    ),
    ({"wheels": [{"id": "w", "spokes": 36}]}, Bicycle("b", wheels=(Wheel("w", 36, ("wheels", 0)),))),
    ({"wheels": [{"id": "w", "spokes": 3.6e1}]}, Bicycle("b", wheels=(Wheel("w", 36, ("wheels", 0)),))),
    ({"bell": {"id": "w"}}, Bicycle("b", bell=Wheel("w", at=("bell",)))),
    ({"x-own": 1, "at": ["no"], "from_": "2026-01-01"}, Bicycle("b")),
]
UNFIT = [
    ({"weight": "9"}, Bicycle("b")),
    ({"weight": True, "is_new": 1, "from": "soon", "colour": "blue"}, Bicycle("b")),
    ({"from": "2026-02-30", "marks": "x", "ratings": ["a"], "bell": "ding"}, Bicycle("b")),
    ({"marks": ["x", 7, ["y"], None], "ratings": {"a": "1", "b": 2}}, Bicycle("b", marks=("x",), ratings={"b": 2.0})),
    ({"wheels": ["w", {"spokes": 36}, {"id": 5}, {"id": "w", "spokes": 3.5}]}, None),
]


@pytest.mark.parametrize(("data", "wanted"), FITTING)
def test_what_fits_is_read(data, wanted):
    assert typed(Bicycle, {"name": "b", **data}) == wanted


@pytest.mark.parametrize(("data", "wanted"), UNFIT)
def test_what_does_not_fit_is_left_out(data, wanted):
    only_wheel = Bicycle("b", wheels=(Wheel("w", at=("wheels", 3)),))
    assert typed(Bicycle, {"name": "b", **data}) == (wanted or only_wheel)


@pytest.mark.parametrize("data", [None, "b", 7, [], {}, {"name": 7}, {"name": None}])
def test_what_lacks_its_identity_is_nothing(data):
    assert typed(Bicycle, data) is None


def test_types_are_exact():
    bicycle = typed(Bicycle, {"name": "b", "weight": 9, "wheels": [{"id": "w", "spokes": 36.0}]})
    assert bicycle is not None
    assert type(bicycle.weight) is float
    assert type(bicycle.wheels[0].spokes) is int


def test_values_are_whole_and_frozen():
    bicycle = typed(Bicycle, {"name": "b"})
    assert bicycle is not None
    assert vars(bicycle) == vars(Bicycle("b"))
    assert hash(typed(Wheel, {"id": "w"})) == hash(Wheel("w"))
    assert replace(bicycle, weight=8.0) == Bicycle("b", weight=8.0)
    with pytest.raises(FrozenInstanceError):
        bicycle.name = "c"  # type: ignore[misc]


def test_mappings_are_not_shared():
    one, other = typed(Bicycle, {"name": "b"}), typed(Bicycle, {"name": "b"})
    assert one is not None
    assert other is not None
    assert one.ratings is not other.ratings


def test_items_know_the_way_from_where_they_were_read():
    person = {
        "id": "p",
        "name": "P",
        "sentiment": "neutral",
        "evidence": [{"date": "2026-01-02", "by": "o", "note": "n"}],
    }
    tie = {"ours": "o", "theirs": "p", "level": "vendor", "last_contact": "2026-01-02"}
    assert typed(Stakeholders, {"people": ["odd", person], "relationships": [tie]}) == Stakeholders(
        people=(
            Stakeholder(
                id="p",
                name="P",
                sentiment=Sentiment.NEUTRAL,
                evidence=(Evidence(date(2026, 1, 2), "o", "n", at=("people", 1, "evidence", 0)),),
                at=("people", 1),
            ),
        ),
        relationships=(
            Relationship("o", "p", ContactLevel.VENDOR, last_contact=date(2026, 1, 2), at=("relationships", 0)),
        ),
    )
    assert typed(Wheel, {"id": "w"}, ("wheels", 4)) == Wheel("w", at=("wheels", 4))


def test_an_account_without_documents_has_empty_wholes():
    assert Account("a", {}).stakeholders == Stakeholders()
