"""Is each schema a sound, self-contained and portable JSON Schema?"""

import re

import jsonschema_rs
import pytest
from jsonschema import Draft202012Validator

PORTABLE = re.compile(r"^[\^$\[\]{}|()a-zA-Z0-9,:/@ _\-*+?\n.]*$")
"""Characters of patterns that ECMAScript, Rust and Python read alike: no escapes, classes by range."""


def test_it_is_valid_draft_2020_12(schema):
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)
    jsonschema_rs.meta.validate(schema)


def test_its_id_is_stable(schema, kind):
    assert schema["$id"] == f"https://kamplans.dev/schemas/1/{kind}.schema.json"


def test_it_stands_alone(schema, subschemas_of):
    referred = {node["$ref"] for _, node in subschemas_of if "$ref" in node}
    assert referred == {f"#/$defs/{name}" for name in schema["$defs"]}


def test_every_object_is_closed_but_for_keys_of_ones_own(subschemas_of):
    for place, node in subschemas_of:
        if node.get("type") != "object":
            continue
        if isinstance(node["additionalProperties"], dict):
            assert "propertyNames" in node, f"{place}: a map says how its keys are spelled"
        else:
            assert node["additionalProperties"] is False, place
            assert node["patternProperties"] == {"^x-": True}, place


def test_every_text_list_and_number_has_bounds(subschemas_of):
    for place, node in subschemas_of:
        if "enum" in node:
            continue
        match node.get("type"):
            case "string":
                assert "maxLength" in node or not re.search("[*+]", node["pattern"]), place
                assert "pattern" in node or node["minLength"] == 1, f"{place}: a sentence has at least one character"
            case "array":
                assert "maxItems" in node, place
            case "integer" | "number":
                assert "maximum" in node, place
                assert "minimum" in node or "exclusiveMinimum" in node, place


def test_every_list_of_words_is_a_set(fields):
    for path, field in fields.items():
        if field.get("type") == "array" and f"{path}[]" in fields and fields[f"{path}[]"]["type"] == "string":
            assert field["uniqueItems"] is True, path


def test_patterns_are_read_alike_everywhere(subschemas_of):
    patterns = [(place, node["pattern"]) for place, node in subschemas_of if "pattern" in node]
    for place, pattern in patterns:
        assert PORTABLE.match(pattern), f"{place}: {pattern}"
        assert "(?" not in pattern, f"{place}: no look-around"
        assert not re.search(r"[*+?}][+]", pattern), f"{place}: no possessive repetition"


def test_a_pattern_leaves_no_line_break_at_the_end_to_chance(subschemas_of):
    """`$` stands before a last line break in Python but not in Rust, so a second pattern decides."""
    for place, node in subschemas_of:
        if "pattern" in node and node["pattern"] != "\n":
            assert node["not"] == {"type": "string", "pattern": "\n"}, place


def test_no_keyword_that_tools_judge_differently(subschemas_of):
    for place, node in subschemas_of:
        assert node.keys().isdisjoint({"format", "$dynamicRef", "oneOf", "anyOf", "if", "unevaluatedProperties"}), place


@pytest.mark.parametrize(
    ("kind", "required"),
    [("portfolio", ["format"]), ("team", []), ("account", ["name", "tier", "status", "team"])]
    + [(kind, []) for kind in ("stakeholders", "goals", "opportunities", "metrics", "engagement", "risks", "value")],
)
def test_a_document_asks_only_for_what_identifies(schemas, kind, required):
    assert schemas[kind].get("required", []) == required


def test_top_level_keys_of_an_account_are_unique_over_its_documents(schemas, scopes):
    keys = [key for kind in scopes["account"] for key in schemas[kind]["properties"]]
    assert sorted(keys) == sorted(set(keys))
