"""Are faulty plans refused at the right place, and sound ones accepted, by every judge alike?"""

import re
from collections import Counter

import jsonschema_rs
import pytest
from jsonschema import Draft202012Validator

HEADING = re.compile(r"refused at (\S+) by (\w+): .+")


def test_a_faulty_snippet_is_refused_where_and_why_it_says(flagged, judge):
    kind, heading, text = flagged
    place, keyword = HEADING.fullmatch(heading).groups()
    assert judge(kind, text) == [(place, keyword)]


def test_a_sound_snippet_is_accepted(good, judge):
    kind, heading, text = good
    assert heading.startswith("accepted: ")
    assert judge(kind, text) == []


def test_the_fast_judge_agrees_on_faulty_snippets(flagged, parsed, schemas):
    kind, heading, text = flagged
    found = list(jsonschema_rs.validator_for(schemas[kind]).iter_errors(parsed(text)))
    places = {".".join(map(str, fault.instance_path)) or "(document)" for fault in found}
    assert places == {HEADING.fullmatch(heading).group(1)}


def test_the_fast_judge_agrees_on_sound_snippets(good, parsed, schemas):
    kind, _, text = good
    assert jsonschema_rs.validator_for(schemas[kind]).is_valid(parsed(text))


def test_each_document_has_its_share_of_faults(request, schemas):
    folder = request.path.parent / "flagged"
    counted = Counter({file.stem: file.read_text("utf-8").count("# refused at ") for file in folder.glob("*.yaml")})
    assert set(counted) == set(schemas)
    assert min(counted.values()) >= 5
    assert counted.total() >= 60


def test_a_document_made_of_all_examples_is_accepted(schema):
    whole = _assembled(schema, schema)
    assert not list(Draft202012Validator(schema).iter_errors(whole))
    assert jsonschema_rs.validator_for(schema).is_valid(whole)


def test_a_misspelled_key_is_refused_everywhere(schema):
    whole = _assembled(schema, schema)
    for place, node in _objects(whole, schema, schema):
        node["mispelt"] = "a value"
        assert not jsonschema_rs.validator_for(schema).is_valid(whole), place
        del node["mispelt"]
        node["x-mispelt"] = "a value"
        assert jsonschema_rs.validator_for(schema).is_valid(whole), place
        del node["x-mispelt"]


@pytest.mark.parametrize("value", [None, [], {}, "", True])
def test_no_field_accepts_an_empty_value_of_another_type(schema, value):
    whole = _assembled(schema, schema)
    for place, node in _objects(whole, schema, schema):
        for key in list(node):
            kept, node[key] = node[key], value
            if type(value) is not type(kept):
                assert not Draft202012Validator(schema).is_valid(whole), f"{place}.{key}"
            node[key] = kept


def _assembled(node, schema):
    """A document that uses every field once: objects of all their properties, lists of one item."""
    node = _resolved(node, schema)
    if "properties" in node and node.get("type") == "object":
        made = {key: _assembled(child, schema) for key, child in node["properties"].items()}
        if isinstance(node["additionalProperties"], dict):
            made["of-ones-own"] = _assembled(node["additionalProperties"], schema)
        return made
    if node.get("type") == "array" and "properties" in _resolved(node["items"], schema):
        return [_assembled(node["items"], schema)]
    return node["examples"][0]


def _objects(value, node, schema, place=""):
    """Every closed object of a document with its place; maps with free keys are walked, not given."""
    node = _resolved(node, schema)
    if isinstance(value, dict):
        free = node["additionalProperties"]
        if not isinstance(free, dict):
            yield place or "(document)", value
        for key, child in list(value.items()):
            below = node.get("properties", {}).get(key, free)
            yield from _objects(child, below, schema, f"{place}.{key}") if isinstance(below, dict) else ()
    if isinstance(value, list):
        for index, child in enumerate(value):
            yield from _objects(child, node["items"], schema, f"{place}.{index}")


def _resolved(node, schema):
    if "$ref" not in node:
        return node
    return {**schema["$defs"][node["$ref"].removeprefix("#/$defs/")], **node}
