"""Laws of comparing: nothing differs from itself, order says nothing, and what is told is the whole difference."""

import copy
import random
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from kamplans.compare.documents import compare_documents
from kamplans.compare.sameness import essence, same
from kamplans.model.change import Change, Op
from kamplans.model.document import Document
from kamplans.model.value_path import identity, value_path, value_paths
from kamplans.reading.kinds import kind
from kamplans.reading.places import locate

LETTERS = st.sampled_from("abcdef")
SCALARS = st.one_of(
    st.integers(-3, 3), st.booleans(), st.sampled_from(["x", "y z", "2026-01-01", ""]), st.sampled_from([0.5, 1.0])
)
SETS = st.lists(LETTERS, max_size=4)


def items(**fields):
    """Items of a list: mostly with an id, some without, some with one that another has."""
    return st.lists(st.fixed_dictionaries({}, optional={"id": LETTERS, "title": SCALARS, **fields}), max_size=6)


MILESTONES = items(due=SCALARS)
GOALS = st.fixed_dictionaries(
    {},
    optional={
        "goals": items(insights=SETS, owner=LETTERS, status=SCALARS, target=SCALARS, unit=SCALARS),
        "initiatives": items(milestones=MILESTONES, depends_on=SETS),
        "roadmap": st.fixed_dictionaries({}, optional={"from": SCALARS, "phases": items()}),
        "x-own": st.recursive(
            SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(LETTERS, inner, max_size=3)
        ),
    },
)
POINTS = st.dictionaries(st.sampled_from(["2026-Q1", "2026-Q2"]), SCALARS)
METRICS = st.fixed_dictionaries(
    {},
    optional={
        "series": st.dictionaries(LETTERS, st.fixed_dictionaries({}, optional={"points": POINTS, "unit": SCALARS}))
    },
)
PAIRS = st.fixed_dictionaries({}, optional={"ours": LETTERS, "theirs": LETTERS, "level": SCALARS})
STAKEHOLDERS = st.fixed_dictionaries(
    {},
    optional={
        "relationships": st.lists(PAIRS, max_size=6),
        "people": items(
            roles=SETS,
            evidence=st.lists(st.fixed_dictionaries({"date": LETTERS, "by": LETTERS}, optional={"note": SCALARS})),
        ),
    },
)
PLANS = st.sampled_from(["goals", "metrics", "stakeholders"]).flatmap(
    lambda name: st.tuples(
        st.just(name), *[{"goals": GOALS, "metrics": METRICS, "stakeholders": STAKEHOLDERS}[name]] * 2
    )
)


def document(name, data):
    return Document(name, f"acme/{name}.yaml", "acme", data, repr(data), locate)


def diff(name, before, after) -> list[Change]:
    # an empty document is not one that cannot be read: its text is left empty
    old, new = (document(name, data) if data else None for data in (before, after))
    return compare_documents(kind(name), old, new)


def shuffled(value, seed):
    if isinstance(value, dict):
        entries = [(key, shuffled(inner, seed)) for key, inner in value.items()]
        seed.shuffle(entries)
        return dict(entries)
    if isinstance(value, list):
        inner = [shuffled(one, seed) for one in value]
        seed.shuffle(inner)
        return inner
    return value


def applied(name, data, changes):
    """Do what the changes say: take items away, rename, then set fields and add items."""
    data = copy.deepcopy(data)
    order = {Op.REMOVE: 0, Op.RENAME: 1, Op.CHANGE: 2, Op.ADD: 2}
    for change in sorted(changes, key=lambda one: order[one.op]):
        steps = re.findall(r"\[([^]]*)\]|([^.\[\]]+)", change.path)
        _apply(name, data, steps, change)
    return data


def _apply(name, data, steps, change):
    value, where = data, ""
    for position, (bracketed, field) in enumerate(steps):
        last = position == len(steps) - 1
        if not bracketed or f"{where}.*".startswith("series.*"):
            key = bracketed or field
            where = f"{where}.{'*' if where in kind(name).maps else key}" if where else key
            whole = where in kind(name).lists  # an item that nothing identifies has no step of its own
            if last and not whole:
                _set(value, key, change)
                return
            if last:
                value = _inside(value, key, list)
                break
            value = _inside(value, key, list if steps[position + 1][0] and where in kind(name).lists else dict)
        elif last:
            break
        else:
            keys = kind(name).lists[where].key
            value = next(one for one in value if ",".join(identity(keys, one) or ()).rstrip(",") == bracketed)
            where += "[]"
    if change.op is Op.REMOVE:
        value.remove(next(one for one in value if essence(one) == essence(change.before)))
    elif change.op is Op.RENAME:
        next(one for one in value if isinstance(one, dict) and str(one.get("id")) == str(change.before))["id"] = (
            change.after
        )
    else:
        value.append(change.after)


def _inside(value, key, shape):
    """What stands at a key; what says nothing gives way to an empty value of the right shape."""
    if not isinstance(value.get(key), shape):
        value[key] = shape()
    return value[key]


def _set(value, key, change):
    if change.op is Op.REMOVE:
        value.pop(key)
    else:
        value[key] = change.after


@settings(max_examples=150, deadline=None)
@given(PLANS)
def test_nothing_differs_from_itself(plans):
    name, before, _ = plans
    assert diff(name, before, copy.deepcopy(before)) == []


@settings(max_examples=150, deadline=None)
@given(PLANS, st.integers(0, 1 << 30))
def test_order_says_nothing(plans, seed):
    name, before, _ = plans
    assert diff(name, before, shuffled(before, random.Random(seed))) == []


@settings(max_examples=300, deadline=None)
@given(PLANS)
def test_what_is_told_is_the_whole_difference(plans):
    name, before, after = plans
    changes = diff(name, before, after)
    assert same(applied(name, before, changes), after)
    assert bool(changes) == (not same(before, after))
    assert all(change.sentence for change in changes)


ANYTHING = st.recursive(
    st.none() | SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "title", "roles", "points", "due"]), inner, max_size=4)
    ),
    max_leaves=12,
)
TOP = {
    "goals": ["goals", "initiatives", "insights", "roadmap"],
    "stakeholders": ["people", "lines", "relationships"],
    "engagement": ["reviews", "interactions", "feedback", "actions"],
    "opportunities": ["white_space", "opportunities", "solutions"],
    "metrics": ["series"],
    "account": ["name", "team", "contracts", "selection", "governance", "plan", "status", "tier"],
    "portfolio": ["as_of", "rules", "tiers", "series", "access"],
}
MISSHAPEN = st.sampled_from(sorted(TOP)).flatmap(
    lambda name: st.tuples(st.just(name), *[st.dictionaries(st.sampled_from(TOP[name]), ANYTHING)] * 2)
)


@settings(max_examples=300, deadline=None)
@given(MISSHAPEN)
def test_no_shape_is_too_odd_to_be_told(plans):
    name, before, after = plans
    assert bool(diff(name, before, after)) == (not same(before, after))


@settings(max_examples=200, deadline=None)
@given(GOALS)
def test_the_paths_of_many_values_are_the_paths_of_each(data):
    of, paths = kind("goals"), value_paths(kind("goals"), data)
    for name, values in data.items():
        for position in range(len(values) if isinstance(values, list) else 0):
            assert paths((name, position)) == value_path(of, data, (name, position))
