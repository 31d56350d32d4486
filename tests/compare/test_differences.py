"""Items are matched by what identifies them, fields are walked, nothing is lost."""

import pytest

from kamplans.compare.documents import compare_documents
from kamplans.reading.document import read_document
from kamplans.reading.kinds import kind


def changed(name: str, before: str | None, after: str | None) -> list[tuple[str, str, object, object]]:
    """The changes as (op, path, before, after), by path."""

    def document(text):
        return None if text is None else read_document(name, f"acme/{name}.yaml", "acme", text.encode())[0]

    found = compare_documents(kind(name), document(before), document(after))
    return sorted(((str(c.op), c.path, c.before, c.after) for c in found), key=lambda one: (one[1], one[0]))


NOTHING: list[tuple[str, str, str]] = [
    ("goals", "goals: [{id: a, title: A}, {id: b, title: B}]", "goals: [{id: b, title: B}, {id: a, title: A}]"),
    ("goals", "goals: [{id: a, title: A, target: 1}]", "goals: [{title: A, target: 1.0, id: a}]"),
    ("goals", "goals: [{id: a, title: A}]", "# told\ngoals:\n  - id: a  # why\n    title: 'A'\n"),
    ("goals", "goals: [{id: a, title: A, insights: [x, y]}]", "goals: [{id: a, title: A, insights: [y, x]}]"),
    ("goals", "goals: [{id: a, title: A, insights: []}]", "goals: [{id: a, title: A}]"),
    ("goals", "goals: []", "insights: []"),
    (
        "engagement",
        "interactions: [{date: 2026-01-01, kind: call, ours: [a, b], theirs: [c]}]",
        "interactions: [{date: 2026-01-01, kind: call, ours: [b, a], theirs: [c]}]",
    ),
    ("goals", "goals: [{title: A}, {title: B}, {title: A}]", "goals: [{title: A}, {title: A}, {title: B}]"),
    ("goals", "goals: [{id: a, x-list: [{n: 1}, {n: 2}]}]", "goals: [{id: a, x-list: [{n: 2}, {n: 1}]}]"),
]


@pytest.mark.parametrize(("name", "before", "after"), NOTHING)
def test_no_change(name, before, after):
    assert changed(name, before, after) == []


A, B = {"id": "a", "title": "A"}, {"id": "b", "title": "B"}
LONG = "side: joint, type: revenue, owner: x, unit: EUR, status: on_track"

SOME = [
    (
        "goals",
        "goals: [{id: a, title: A}]",
        "goals: [{id: b, title: B}, {id: a, title: A}]",
        [("add", "goals[b]", None, B)],
    ),
    (
        "goals",
        "goals: [{id: a, title: A}, {id: b, title: B}]",
        "goals: [{id: b, title: B}]",
        [("remove", "goals[a]", A, None)],
    ),
    ("goals", "goals: [{id: a, title: A}]", "goals: [{id: a, title: AA}]", [("change", "goals[a].title", "A", "AA")]),
    ("goals", "goals: [{id: a}]", "goals: [{id: a, due: 2026-01-01}]", [("add", "goals[a].due", None, "2026-01-01")]),
    (
        "goals",
        "goals: [{id: a, due: 2026-01-01}]",
        "goals: [{id: a}]",
        [("remove", "goals[a].due", "2026-01-01", None)],
    ),
    ("account", "shared: true", "shared: 1", [("change", "shared", True, 1)]),
    ("account", "name: '1'", "name: 1", [("change", "name", "1", 1)]),
    (
        "account",
        "plan: {from: 2026-01-01}",
        "plan: {to: 2026-12-31}",
        [("remove", "plan.from", "2026-01-01", None), ("add", "plan.to", None, "2026-12-31")],
    ),
    (
        "goals",
        "goals: [{id: a, insights: [x, y]}]",
        "goals: [{id: a, insights: [y, z]}]",
        [("change", "goals[a].insights", ["x", "y"], ["y", "z"])],
    ),
    (
        "goals",
        "initiatives: [{id: i, milestones: [{id: m, due: 2026-01-01}, {id: n}]}]",
        "initiatives: [{id: i, milestones: [{id: n}, {id: m, due: 2026-02-01}]}]",
        [("change", "initiatives[i].milestones[m].due", "2026-01-01", "2026-02-01")],
    ),
    (
        "stakeholders",
        "relationships: [{ours: a, theirs: b, level: vendor}]",
        "relationships: [{ours: a, theirs: b, level: none}]",
        [("change", "relationships[a,b].level", "vendor", "none")],
    ),
    (
        "metrics",
        "series: {acv: {points: {2026-Q1: 1}}}",
        "series: {acv: {points: {2026-Q1: 2, 2026-Q2: 3}}}",
        [("change", "series[acv].points.2026-Q1", 1, 2), ("add", "series[acv].points.2026-Q2", None, 3)],
    ),
    (
        "metrics",
        "series: {}",
        "series: {nps: {points: {2026-Q1: 1}}}",
        [("add", "series[nps]", None, {"points": {"2026-Q1": 1}})],
    ),
    # renamed: the id is new, the rest is not
    (
        "goals",
        f"goals: [{{id: a, title: A, {LONG}}}]",
        f"goals: [{{id: b, title: A, {LONG}}}]",
        [("rename", "goals[b]", "a", "b")],
    ),
    (
        "goals",
        f"goals: [{{id: a, title: A, {LONG}}}]",
        f"goals: [{{id: b, title: B, {LONG}}}]",
        [("rename", "goals[b]", "a", "b"), ("change", "goals[b].title", "A", "B")],
    ),
    (
        "goals",
        "goals: [{id: a, title: A}]",
        "goals: [{id: b, title: B}]",
        [("remove", "goals[a]", A, None), ("add", "goals[b]", None, B)],
    ),
    (
        "goals",
        "goals: [{id: a}]",
        "goals: [{id: b}]",
        [("remove", "goals[a]", {"id": "a"}, None), ("add", "goals[b]", None, {"id": "b"})],
    ),
    (
        "goals",
        "goals: [{id: a, title: T}, {id: b, title: T}]",
        "goals: [{id: c, title: T}]",
        [
            ("remove", "goals[a]", {"id": "a", "title": "T"}, None),
            ("remove", "goals[b]", {"id": "b", "title": "T"}, None),
            ("add", "goals[c]", None, {"id": "c", "title": "T"}),
        ],
    ),
    # without an identity, or with one that stands twice, items are compared as wholes
    (
        "goals",
        "goals: [{title: A}]",
        "goals: [{title: B}]",
        [("add", "goals[#1]", None, {"title": "B"}), ("remove", "goals[#1]", {"title": "A"}, None)],
    ),
    (
        "goals",
        "goals: [{id: a, title: A}, {id: a, title: B}]",
        "goals: [{id: a, title: B}]",
        [("remove", "goals[a]", A, None)],
    ),
    (
        "goals",
        "goals: [{id: a, title: A}, {id: a, title: A}]",
        "goals: [{id: a, title: A}]",
        [("remove", "goals[#2]", A, None)],
    ),
    ("goals", "goals: [text]", "goals: [other]", [("change", "goals", ["text"], ["other"])]),
    # what is not of the shape it should have
    ("goals", "goals: [{id: a}]", "goals: none", [("change", "goals", [{"id": "a"}], "none")]),
    ("account", "plan: soon", "plan: {from: 2026-01-01}", [("change", "plan", "soon", {"from": "2026-01-01"})]),
    (
        "metrics",
        "series: {acv: 5}",
        "series: {acv: {points: {2026-Q1: 5}}}",
        [("change", "series[acv]", 5, {"points": {"2026-Q1": 5}})],
    ),
    # a file that came or went
    ("goals", None, "goals: [{id: a, title: A}]", [("add", "goals[a]", None, A)]),
    ("goals", "goals: [{id: a, title: A}]", None, [("remove", "goals[a]", A, None)]),
    ("account", "x-own: {a: 1}", "x-own: {a: 2}", [("change", "x-own.a", 1, 2)]),
]


@pytest.mark.parametrize(("name", "before", "after", "found"), SOME)
def test_changes(name, before, after, found):
    assert changed(name, before, after) == sorted(found, key=lambda one: (one[1], one[0]))


def test_a_file_that_cannot_be_read_is_one_change_not_a_removal_of_everything():
    good, broken = "goals: [{id: a, title: A}]", "goals:\n  - id: [\n"
    assert changed("goals", good, broken) == [("change", "", None, None)]
    assert changed("goals", broken, good) == [("change", "", None, None)]
    assert changed("goals", broken, broken + "  - id: b\n") == []


def test_item_and_field_of_a_change():
    def document(text):
        return read_document("metrics", "acme/metrics.yaml", "acme", text.encode())[0]

    before, after = "series: {acv: {points: {2026-Q1: 1}}}", "series: {acv: {points: {2026-Q1: 2}}}"
    (change,) = compare_documents(kind("metrics"), document(before), document(after))
    assert (change.account, change.document, change.item, change.field) == (
        "acme", "metrics", "series[acv]", "points.2026-Q1",
    )  # fmt: skip


def test_a_flood_of_new_ids_takes_no_time():
    before = "goals:\n" + "".join(f"  - {{id: a{n}, title: T{n}}}\n" for n in range(3000))
    after = before.replace("id: a", "id: b")
    assert len(changed("goals", before, after)) == 6000
