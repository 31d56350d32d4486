"""What a schema refuses stands on the line and columns where it is, in words a person can act on."""

from dataclasses import replace

import pytest

from kamplans.model.document import Document
from kamplans.reading import shape
from kamplans.reading.document import read_document
from kamplans.reading.shape import shape_findings
from kamplans.reading.wording import SchemaError, said

Row = tuple[str, str, list[tuple[str, int, int, int, str, str]]]

GOAL = "goals:\n  - id: a\n    title: x\n    "
REFUSED: list[Row] = [
    ("goals", "gaols: []\n", [("S001", 1, 1, 6, "The key 'gaols' is not known here", "did you mean goals?")]),
    ("goals", GOAL + "statsu: at_risk\n", [("S001", 4, 5, 11, "'statsu'", "did you mean status?")]),
    ("goals", GOAL + "'colour': red\n", [("S001", 4, 5, 13, "'colour'", "keys of your own begin with x-")]),
    ("goals", "goals:\n  - {title: x}\n", [("S002", 2, 5, 15, "'id' is a required property", "")]),
    ("goals", "goals:\n  - id: a\n    owner: b\n", [("S002", 2, 5, 10, "'title' is a required property", "")]),
    ("account", "# x\nname: a\ntier: key\nstatus: active\n", [("S002", 2, 1, 8, "'team' is a required property", "")]),
    ("goals", GOAL + "target: two\n", [("S003", 4, 13, 16, "'two' is not a number", "")]),
    (
        "goals",
        GOAL + "title2: x\n    unit: 5\n",
        [("S001", 4, 5, 11, "", "title?"), ("S003", 5, 11, 12, "5 is not text", "quotes")],
    ),
    ("goals", GOAL + "insights: losses\n", [("S003", 4, 15, 21, "'losses' is not a list", "")]),
    ("goals", "goals:\n  a: 1\n  b: 2\n", [("S003", 2, 3, 7, "A map is not a list", "")]),
    ("goals", "goals:\n  - [a]\n", [("S003", 2, 5, 8, "A list is not a map of fields", "")]),
    ("goals", GOAL + "shared: 1\n", [("S003", 4, 13, 14, "1 is not true or false", "")]),
    ("metrics", "series: {acv: {points: {2026-Q1: 1.5}}}\n", [("S003", 1, 34, 37, "1.5 is not a whole number", "")]),
    (
        "goals",
        GOAL + "status: on_trak\n",
        [("S004", 4, 13, 20, "'on_trak' is not one of not_started, on_track", "on_track?")],
    ),
    ("goals", GOAL + "status: banana\n", [("S004", 4, 13, 19, "'banana' is not one of", "")]),
    ("goals", GOAL + "priority: 1\n", [("S004", 4, 15, 16, "1 is not one of low, medium, high", "")]),
    ("goals", GOAL + "due: 30.6.2027\n", [("S005", 4, 10, 19, "is not written as a date", "write it like 20")]),
    (
        "goals",
        "goals:\n  - {id: Cut Losses, title: x}\n",
        [("S005", 2, 10, 20, "is not written as an id", "write it like")],
    ),
    (
        "account",
        "name: a\ntier: key\nstatus: active\nteam: []\ncurrency: euro\n",
        [("S005", 5, 11, 15, "a currency", "EUR")],
    ),
    (
        "metrics",
        "series: {acv: {points: {2026-Q5: 1}}}\n",
        [("S005", 1, 25, 32, "The key '2026-Q5' is not written as a quarter", "")],
    ),
    (
        "risks",
        "risks:\n  - {id: a, title: x, impact: 9}\n",
        [("S006", 2, 31, 32, "9 is greater than the maximum of 5", "")],
    ),
    (
        "risks",
        "risks:\n  - {id: a, title: x, impact: 0}\n",
        [("S006", 2, 31, 32, "0 is less than the minimum of 1", "")],
    ),
    ("goals", "goals:\n  - {id: a, title: ''}\n", [("S007", 2, 20, 22, "'' is empty", "leave the field out")]),
    (
        "goals",
        f"goals:\n  - {{id: {'a' * 65}, title: x}}\n",
        [("S007", 2, 10, 75, "has 65 characters, at most 64 are", "")],
    ),
    ("goals", GOAL + "insights: [b, c, b]\n", [("S008", 4, 22, 23, "'b' stands twice in the list", "keep one")]),
    ("goals", GOAL + 'owner: "b\\n"\n', [("S009", 4, 12, 17, "'b⏎' must stand on one line", "")]),
    (
        "goals",
        GOAL + "owner: |\n      Two\n      lines\n    due: soon\n",
        [("S005", 4, 12, 13, "'Two⏎lines⏎' is not written as an id", ""), ("S005", 7, 10, 14, "'soon'", "")],
    ),
]


@pytest.mark.parametrize(("kind", "text", "expected"), REFUSED)
def test_refused(kind: str, text: str, expected: list[tuple[str, int, int, int, str, str]]) -> None:
    document, findings = read_document(kind, f"a/{kind}.yaml", "a", text.encode())
    assert findings == []
    found = shape_findings(document, "plans/")
    assert [(one.code, one.place.line, one.place.column, one.place.end_column) for one in found] == [
        row[:4] for row in expected
    ]
    for one, (*_, message, hint) in zip(found, expected, strict=True):
        assert message in one.message
        assert hint in one.hint
        assert one.path == f"plans/a/{kind}.yaml"
        assert (one.message + one.hint).isprintable()


def test_the_value_is_named_in_plan_words() -> None:
    text = "goals:\n  - {id: cut-losses, title: x, due: soon, external_ids: {crm: 5}}\n  - {title: x}\n"
    document, _ = read_document("goals", "a/goals.yaml", "a", text.encode())
    assert [finding.at for finding in shape_findings(document)] == [
        "goals[cut-losses].due",
        "goals[cut-losses].external_ids.crm",
        "goals[#2].id",
    ]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("goals", "x-own: {any: [thing, 1]}\n"),
        ("goals", "goals:\n  - {id: a, title: x, x-own: 1}\n"),
        ("metrics", "series: {own: {title: Own, unit: tons, points: {2026-Q1: 1e3}}}\n"),
    ],
)
def test_good(kind: str, text: str) -> None:
    document, findings = read_document(kind, f"a/{kind}.yaml", "a", text.encode())
    assert findings == shape_findings(document) == []


def test_a_refusal_that_finds_no_words_keeps_those_of_the_fast_judge(monkeypatch: pytest.MonkeyPatch) -> None:
    class Silent:
        def iter_errors(self, data: object) -> list[object]:
            return []

    document, _ = read_document("goals", "a/goals.yaml", "a", b"goals: 5\n")
    monkeypatch.setattr(shape, "_wording_judge", lambda kind: Silent())
    (finding,) = shape_findings(document)
    assert (finding.code, finding.place.column, finding.message) == ("S009", 8, '5 is not of type "array"')


def test_of_alternatives_the_nearest_is_worded(monkeypatch: pytest.MonkeyPatch) -> None:
    from jsonschema import Draft202012Validator

    schema = {"properties": {"goals": {"oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "integer"}}]}}}
    document, _ = read_document("goals", "a/goals.yaml", "a", b"goals:\n  - 1\n  - x\n")
    monkeypatch.setattr(shape, "_fast_judge", lambda kind: shape._wording_judge(kind))
    monkeypatch.setattr(shape, "_wording_judge", lambda kind: Draft202012Validator(schema))
    (finding,) = shape_findings(document)
    assert (finding.code, finding.place.line, finding.message) == ("S003", 3, "'x' is not a whole number")


def test_a_thousand_errors_are_enough() -> None:
    goals = [{"id": f"g{number}", "titel": "x"} for number in range(3000)]
    document, _ = read_document("goals", "a/goals.yaml", "a", b"x-a: 1\n")
    crowded: Document = replace(document, data={"goals": goals})
    assert len(shape_findings(crowded)) <= 1000


@pytest.mark.parametrize(
    ("keyword", "value", "rule", "sentence"),
    [
        ("const", "b", "a", "'a' was expected"),
        ("minItems", ["a"], 2, "A list has 1 entries, at least 2 are allowed"),
        ("maxProperties", {"a": 1, "b": 2}, 1, "A map has 2 entries, at most 1 are allowed"),
        ("pattern", "x", "^a", "'x' does not match '^a'"),
    ],
)
def test_words_of_rare_refusals(keyword: str, value: object, rule: object, sentence: str) -> None:
    from jsonschema import Draft202012Validator

    (error,) = Draft202012Validator({keyword: rule}).iter_errors(value)
    (one,) = said(SchemaError(keyword, ("a",), value, rule, {keyword: rule}, error.message))
    assert one.message == sentence
