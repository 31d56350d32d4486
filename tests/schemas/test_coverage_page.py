"""Does docs/coverage.md give every demand S01–S99 a home that exists?"""

import re

import pytest

ROW = re.compile(r"^\| (S[0-9]{2}) \| (.+?) \| (.+) \|$", re.MULTILINE)
FIELD = re.compile(r"`([a-z]+): ([^`]+)`")
VERB = re.compile(r"`([a-z]+)`")


@pytest.fixture(scope="module")
def rows(request) -> list[tuple[str, str, str]]:
    return ROW.findall((request.config.rootpath / "docs" / "coverage.md").read_text("utf-8"))


def test_each_demand_has_one_row(rows):
    assert [number for number, _, _ in rows] == [f"S{number:02}" for number in range(1, 100)]


def test_each_demand_is_said_in_its_own_words(rows):
    asked = [text for _, text, _ in rows]
    assert len(set(asked)) == 99
    assert all(len(text) > 12 for text in asked)


def test_each_demand_has_a_field_a_computation_or_a_stated_no(rows):
    homeless = [
        number
        for number, _, home in rows
        if not FIELD.search(home) and "criterion" not in home and "folder" not in home and not home.startswith("No: ")
    ]
    assert homeless == []


def test_every_field_named_exists(rows, fields_by_kind):
    named = [(number, kind, path) for number, _, home in rows for kind, path in FIELD.findall(home)]
    assert len(named) > 150
    assert [row for row in named if row[2] not in fields_by_kind.get(row[1], ())] == []


def test_every_check_named_is_shipped(rows, rule_codes):
    assert {code for _, _, home in rows for code in re.findall(r"\bR[0-9]{3}\b", home)} <= rule_codes


def test_every_verb_named_is_shipped(rows, verbs):
    named = {verb for _, _, home in rows for verb in VERB.findall(home)} - {"shared"}
    assert named
    assert named <= verbs


def test_every_check_that_a_description_names_is_shipped(schemas, rule_codes):
    said = {code for schema in schemas.values() for code in re.findall(r"\bR[0-9]{3}\b", str(_words(schema)))}
    assert said
    assert said <= rule_codes


def _words(node):
    """Every description in a schema."""
    if isinstance(node, dict):
        here = [node["description"]] if isinstance(node.get("description"), str) else []
        return here + [text for key, child in node.items() if key != "examples" for text in _words(child)]
    return [text for child in node for text in _words(child)] if isinstance(node, list) else []


def test_every_rule_and_threshold_in_an_example_is_shipped(fields_by_kind, rules_as_text, rule_codes):
    thresholds = {name for text in rules_as_text.values() for name in re.findall(r'Threshold\(\s*"([a-z_]+)"', text)}
    for stem in ("", "tiers[]."):
        (rules,) = fields_by_kind["portfolio"][f"{stem}rules"]["examples"]
        assert set(rules) <= rules_as_text.keys() | rule_codes
        (settings,) = fields_by_kind["portfolio"][f"{stem}thresholds"]["examples"]
        assert set(settings) <= thresholds
