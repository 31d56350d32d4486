"""A patch is right if a plain reader of RFC 6902 makes the document after from the document before with it."""

import copy
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kamplans.compare.patching import patch, patches
from kamplans.compare.sameness import same
from kamplans.errors import UsageError
from kamplans.model.document import Document
from kamplans.model.portfolio import Account, Portfolio
from kamplans.reading.document import read_document
from kamplans.reading.kinds import kind
from kamplans.reading.places import locate


def applied(document, operations):
    """Do what RFC 6902 says, and no more; a test that fails is an AssertionError."""
    whole = {"": copy.deepcopy(document)}
    for one in operations:
        steps = [step.replace("~1", "/").replace("~0", "~") for step in one["path"].split("/")]
        parent = whole
        for step in steps[:-1]:
            parent = parent[int(step)] if isinstance(parent, list) else parent[step]
        last = len(parent) if steps[-1] == "-" else int(steps[-1]) if isinstance(parent, list) else steps[-1]
        value = copy.deepcopy(one.get("value"))
        match one["op"]:
            case "test":
                assert parent[last] == value
            case "add" if isinstance(parent, list):
                parent.insert(last, value)
            case "add":
                parent[last] = value
            case "replace":
                assert last in parent if isinstance(parent, dict) else last < len(parent)
                parent[last] = value
            case "remove":
                del parent[last]
    return whole[""]


def document(name, data):
    return Document(name, f"acme/{name}.yaml", "acme", data, repr(data), locate)


def portfolio(one):
    return Portfolio({}, {"acme": Account("acme", {one.kind: one})})


WORDS = st.sampled_from(["a", "b", "c", "d/e", "~f", ""])
SCALARS = st.integers(-2, 2) | st.booleans() | WORDS | st.sampled_from([0.5, 1.0])
SETS = st.lists(WORDS, max_size=3)
ODD = st.recursive(
    st.none() | SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=8,
)


def items(**fields):
    return st.lists(
        st.fixed_dictionaries({}, optional={"id": WORDS, "title": SCALARS, "x-own": ODD, **fields}), max_size=5
    )


DATA = st.fixed_dictionaries(
    {},
    optional={
        "goals": items(insights=SETS, due=SCALARS, status=SCALARS) | SETS | ODD,
        "initiatives": items(milestones=items(due=SCALARS), depends_on=SETS),
        "roadmap": st.fixed_dictionaries({}, optional={"from": SCALARS, "phases": items()}),
        "x-a/b~c": ODD,
    },
)
METRICS = st.fixed_dictionaries({}, optional={"series": st.dictionaries(WORDS, ODD, max_size=3) | ODD})


@settings(max_examples=300, deadline=None)
@given(st.tuples(st.just("goals"), DATA, DATA) | st.tuples(st.just("metrics"), METRICS, METRICS))
def test_a_patch_makes_the_one_from_the_other(plans):
    name, before, after = plans
    operations = patch(kind(name), document(name, before), document(name, after))
    assert same(applied(before, operations), after)
    assert bool(operations) == (not same(before, after))
    assert json.loads(json.dumps(operations)) == operations


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            "goals: [{id: a, due: 2027-01-01}, {id: b, title: B}]",
            "goals: [{id: b, title: B}, {id: a, due: 2027-02-01}]",
            [
                {"op": "test", "path": "/goals/0/due", "value": "2027-01-01"},
                {"op": "replace", "path": "/goals/0/due", "value": "2027-02-01"},
            ],
        ),
        (
            "goals: [{id: a}, {id: b}, {id: c}]",
            "goals: [{id: b}, {id: d, title: D}]",
            [
                {"op": "test", "path": "/goals/2", "value": {"id": "c"}},
                {"op": "remove", "path": "/goals/2"},
                {"op": "test", "path": "/goals/0", "value": {"id": "a"}},
                {"op": "remove", "path": "/goals/0"},
                {"op": "add", "path": "/goals/-", "value": {"id": "d", "title": "D"}},
            ],
        ),
        ("x-a/b~c: 1", "x-a/b~c: 2", [
            {"op": "test", "path": "/x-a~1b~0c", "value": 1}, {"op": "replace", "path": "/x-a~1b~0c", "value": 2},
        ]),
        ("goals: [{id: a, title: A}]\nx-b: 1", "x-b: 1.0\ngoals:\n  - title: A\n    id: a", []),
    ],
)  # fmt: skip
def test_a_patch_reads_so(before, after, expected):
    old, new = (read_document("goals", "acme/goals.yaml", "acme", text.encode())[0] for text in (before, after))
    assert patch(kind("goals"), old, new) == expected


def test_a_document_that_comes_or_goes_is_null_on_the_other_side():
    one = document("goals", {"goals": [{"id": "a"}]})
    assert applied(None, patch(kind("goals"), None, one)) == one.data
    assert applied(dict(one.data), patch(kind("goals"), one, None)) is None
    assert patch(kind("goals"), None, None) == []


def test_a_patch_fails_on_a_document_that_has_moved_on():
    before, after = document("goals", {"goals": [{"id": "a", "due": 1}]}), document("goals", {"goals": []})
    with pytest.raises(AssertionError):
        applied({"goals": [{"id": "a", "due": 2}]}, patch(kind("goals"), before, after))


def test_what_cannot_be_read_is_not_called_removed():
    good, bad = (
        read_document("goals", "acme/goals.yaml", "acme", text)[0] for text in (b"goals: [{id: a}]", b"goals: [")
    )
    for sides in ((good, bad), (bad, good)):
        with pytest.raises(UsageError, match="acme/goals.yaml cannot be read on one side"):
            patches(*map(portfolio, sides))
    assert patches(portfolio(bad), portfolio(bad)) == {}
    assert patches(portfolio(good), portfolio(bad), ("beta",)) == {}
