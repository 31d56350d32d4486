"""Patterns of a schema: plain data and a path in, keys and values out."""

import pytest

from kamplans.model.pattern import matches, values

DATA = {
    "name": "Cruz",
    "people": [{"id": "a", "evidence": [{"by": "x"}, {"by": "y"}]}, {"id": "b"}, "odd", None],
    "series": {"acv": {"points": {"2027-Q1": 1, "2027-Q2": 2}}, "odd": []},
    "ours": ["x", ["y"]],
    "governance": {"forums": [{"ours": ["x", "y"]}]},
}


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ("name", [(("name",), "Cruz")]),
        ("people[].id", [(("people", 0, "id"), "a"), (("people", 1, "id"), "b")]),
        (
            "people[].evidence[].by",
            [(("people", 0, "evidence", 0, "by"), "x"), (("people", 0, "evidence", 1, "by"), "y")],
        ),
        (
            "series.*.points.*",
            [(("series", "acv", "points", "2027-Q1"), 1), (("series", "acv", "points", "2027-Q2"), 2)],
        ),
        ("ours[]", [(("ours", 0), "x"), (("ours", 1), ["y"])]),
        (
            "governance.forums[].ours[]",
            [(("governance", "forums", 0, "ours", 0), "x"), (("governance", "forums", 0, "ours", 1), "y")],
        ),
        ("", [((), DATA)]),
        ("missing[].id", []),
        ("name.first", []),
        ("name[]", []),
        ("people.id", []),
    ],
)
def test_values(pattern, wanted):
    assert values(DATA, pattern) == wanted


def test_several_patterns_in_one_walk_find_what_each_finds_alone():
    patterns = ("people[].id", "people[].evidence[]", "people[].evidence[].by", "series.*", "name", "ours[]")
    together = matches(DATA, patterns)
    for pattern in patterns:
        assert [(keys, value) for found, keys, value in together if found == pattern] == values(DATA, pattern)


@pytest.mark.parametrize("data", [None, [], "text", 5, {"people": {}}, {"people": 7}])
def test_another_shape_has_no_values(data):
    assert values(data, "people[].id") == []
