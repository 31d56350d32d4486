"""Does each schema explain every field to a salesperson, with an example that holds?"""

import re
from collections import defaultdict

import jsonschema_rs
from jsonschema import Draft202012Validator


def test_every_field_has_a_title_a_description_and_examples(fields):
    for path, field in fields.items():
        if path.endswith("[]") and field["type"] != "object":
            continue
        assert field["title"].strip(), path
        assert field["title"][0].isupper() or not field["title"][0].isalpha(), path
        assert len(field["title"]) <= 40, path
        assert field["description"].strip(), path
        assert field["examples"], path


def test_descriptions_say_more_than_the_key(subschemas_of):
    for place, node in subschemas_of:
        if "description" not in node:
            continue
        text, key = node["description"], place.rsplit("/", 1)[-1]
        assert len(text) >= 40, f"{place}: {text}"
        assert text[-1] in ".?", f"{place}: a whole sentence"
        said = set(re.findall(r"[a-z]+", text.lower())) - set(re.findall(r"[a-z]+", key.lower()))
        assert len(said) >= 6, f"{place} merely repeats its key: {text}"


def test_words_of_an_enumeration_are_explained(fields):
    for path, field in fields.items():
        for word in field.get("enum", ()):
            said = field.get("description") or fields[path.removesuffix("[]")]["description"]
            assert re.search(rf"\b{word}\b", said), f"{path} does not explain {word}"


def test_no_description_serves_two_fields(schemas):
    """Only a shared definition may be said again, in the same words, in another file."""
    places = defaultdict(set)
    for kind, schema in schemas.items():
        for place, node in _described(schema):
            places[node["description"]].add(place if place.startswith("/$defs/") else f"{kind}{place}")
    assert [sorted(found) for found in places.values() if len(found) > 1] == []


def test_every_example_holds(schema, subschemas_of):
    for place, node in subschemas_of:
        whole = schema if node is schema else {**node, "$defs": schema["$defs"]}
        slow, fast = Draft202012Validator(whole), jsonschema_rs.validator_for(whole)
        for example in node.get("examples", ()):
            assert not list(slow.iter_errors(example)), f"{place}: {example}"
            assert fast.is_valid(example), f"{place}: {example}"


def test_defaults_are_values_of_their_field(schema, subschemas_of):
    for place, node in subschemas_of:
        if "default" in node:
            whole = {**node, "$defs": schema["$defs"]}
            assert Draft202012Validator(whole).is_valid(node["default"]), place


def _described(node, place=""):
    if isinstance(node, dict):
        if isinstance(node.get("description"), str):
            yield place, node
        for key, child in node.items():
            if key not in ("examples", "x-kamplans"):
                yield from _described(child, f"{place}/{key}")
