"""A value has one name in plan words, and the name leads back to the value."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamplans.model.kind import Items, Kind
from kamplans.model.place import Keys
from kamplans.model.value_path import identity, resolve, split, value_path

KIND = Kind(
    name="example",
    file="example.yaml",
    scope="account",
    title="Example",
    lists={
        "goals": Items("goals", ("id",), "goal"),
        "initiatives": Items("initiatives", ("id",), "initiative"),
        "initiatives[].milestones": Items("initiatives[].milestones", ("id",), "milestone"),
        "relationships": Items("relationships", ("ours", "theirs"), "relationship"),
        "interactions": Items("interactions", ("date", "kind", "ours", "theirs"), "interaction"),
        "white_space": Items("white_space", ("offering", "business_unit"), "field"),
        "governance.escalation": Items("governance.escalation", ("step",), "step"),
        "feedback": Items("feedback", ("date", "text"), "feedback"),
    },
    maps={
        "series": Items("series", (), "series", defines="series"),
        "series.*.points": Items("series.*.points", (), "point"),
        "external_ids": Items("external_ids", (), "external id"),
    },
    references={},
    personal={},
    schema={},
)

DATA: dict[str, Any] = {
    "name": "Northwind",
    "plan": {"from": "2026-04-01"},
    "expected_value": ["Entry into the Nordics"],
    "goals": [{"id": "cut-losses", "status": "on_track"}, {"title": "no id"}, {"id": "cut-losses"}, "not a goal"],
    "initiatives": [{"id": "roll-out", "milestones": [{"id": "pilot", "due": "2026-05-31"}]}],
    "relationships": [{"ours": "lena", "theirs": "dana", "level": "none"}],
    "interactions": [{"date": "2026-10-14", "kind": "call", "ours": ["tom", "lena"], "theirs": ["dana"]}],
    "white_space": [{"offering": "analytics"}, {"offering": "analytics", "business_unit": "logistics"}],
    "governance": {"escalation": [{"step": 1, "ours": "lena"}]},
    "feedback": [{"date": "2026-09-24", "text": "Slow [again], #2. Why?,"}],
    "series": {"acv": {"points": {"2026-Q1": 1}}, "own.series": {"title": "Own"}},
    "external_ids": {"crm.eu": "A-1"},
    "x-mine": [{"a": 1}],
}

NAMES = [
    ((), ""),
    (("name",), "name"),
    (("plan", "from"), "plan.from"),
    (("goals",), "goals"),
    (("goals", 0), "goals[cut-losses]"),
    (("goals", 0, "status"), "goals[cut-losses].status"),
    (("goals", 1, "title"), "goals[#2].title"),
    (("goals", 2), "goals[#3]"),
    (("initiatives", 0, "milestones", 0, "due"), "initiatives[roll-out].milestones[pilot].due"),
    (("relationships", 0, "level"), "relationships[lena,dana].level"),
    (("interactions", 0), "interactions[2026-10-14,call,lena+tom,dana]"),
    (("white_space", 0), "white_space[analytics]"),
    (("white_space", 1), "white_space[analytics,logistics]"),
    (("governance", "escalation", 0, "ours"), "governance.escalation[1].ours"),
    (("feedback", 0, "text"), r"feedback[2026-09-24,Slow \[again\]\, \#2. Why?\,].text"),
    (("series", "acv", "points", "2026-Q1"), "series[acv].points.2026-Q1"),
    (("series", "own.series", "title"), "series[own.series].title"),
    (("external_ids", "crm.eu"), r"external_ids.crm\.eu"),
    (("x-mine", 0, "a"), "x-mine[#1].a"),
]


@pytest.mark.parametrize(("keys", "name"), NAMES)
def test_a_value_is_called_so(keys: Keys, name: str) -> None:
    assert value_path(KIND, DATA, keys) == name
    assert resolve(KIND, DATA, name) == keys


def test_a_list_of_words_is_one_value() -> None:
    assert value_path(KIND, DATA, ("expected_value", 0)) == "expected_value"
    assert value_path(KIND, DATA, ("goals", 3)) == "goals"


@pytest.mark.parametrize(
    "name",
    [
        "goals[nobody]",
        "goals[#9]",
        "goals[#0]",
        "goals[#x]",
        "goals.cut-losses",
        "nope",
        "name[x]",
        "goals[",
        "a]b",
        "name..x",
    ],
)
def test_no_such_value(name: str) -> None:
    assert resolve(KIND, DATA, name) is None


@pytest.mark.parametrize(
    ("path", "item", "field"),
    [
        ("name", None, "name"),
        ("plan.from", None, "plan.from"),
        ("goals[cut-losses]", "goals[cut-losses]", None),
        ("goals[cut-losses].status", "goals[cut-losses]", "status"),
        ("initiatives[a].milestones[b].due", "initiatives[a].milestones[b]", "due"),
        ("series[acv].points.2026-Q1", "series[acv]", "points.2026-Q1"),
        (r"feedback[2026-09-24,a \] b].text", r"feedback[2026-09-24,a \] b]", "text"),
    ],
)
def test_item_and_field(path: str, item: str | None, field: str | None) -> None:
    assert split(path) == (item, field)


def test_identity_is_none_where_nothing_identifies() -> None:
    assert identity(("id",), {"title": "x"}) is None
    assert identity(("id",), "x") is None
    assert identity(("a", "b"), {"a": "1"}) == ("1", "")


@given(st.lists(st.tuples(st.text(min_size=1), st.text()), min_size=1, unique=True), st.data())
def test_any_text_that_identifies_leads_back(pairs: list[tuple[str, str]], data: st.DataObject) -> None:
    document = {"relationships": [{"ours": ours, "theirs": theirs} for ours, theirs in pairs]}
    position = data.draw(st.integers(0, len(pairs) - 1))
    keys = ("relationships", position, "theirs")
    assert resolve(KIND, document, value_path(KIND, document, keys)) == keys


@given(st.text(min_size=1))
def test_any_key_of_a_map_leads_back(key: str) -> None:
    document = {"external_ids": {key: "x"}, "series": {key: {"title": "x"}}}
    for keys in [("external_ids", key), ("series", key, "title")]:
        assert resolve(KIND, document, value_path(KIND, document, keys)) == keys
