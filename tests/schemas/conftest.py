"""What the tests of the schemas share: the ten schemas, their fields by path, and the snippets of plans."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor

from kamplans.catalog import names

HERE = Path(__file__).parent
FOLDER = HERE.parent.parent / "schemas"
SCOPES = {"portfolio": ("portfolio", "team")}
SCOPES["account"] = ("account", "stakeholders", "goals", "opportunities", "metrics", "engagement", "risks", "value")
KINDS = SCOPES["portfolio"] + SCOPES["account"]
SCHEMAS = {kind: json.loads((FOLDER / f"{kind}.schema.json").read_text("utf-8")) for kind in KINDS}

Schema = dict[str, Any]


class _DatesAreText(SafeConstructor):
    """YAML 1.2 values, dates left as they are written."""


_DatesAreText.add_constructor("tag:yaml.org,2002:timestamp", _DatesAreText.construct_yaml_str)


def load_yaml(text: str) -> Any:
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = _DatesAreText
    return yaml.load(text)


def resolved(node: Schema, whole: Schema) -> Schema:
    """A subschema with the definition it refers to; what stands beside the reference wins."""
    if "$ref" not in node:
        return node
    return {**resolved(whole["$defs"][node["$ref"].removeprefix("#/$defs/")], whole), **node}


def walk(node: Schema, whole: Schema, path: str = "") -> Iterator[tuple[str, Schema]]:
    """Every field, list item (`[]`) and map value (`*`) below a node, by path."""
    node = resolved(node, whole)
    if path:
        yield path, node
    stem = f"{path}." if path else ""
    for key, child in node.get("properties", {}).items():
        yield from walk(child, whole, stem + key)
    if isinstance(node.get("additionalProperties"), dict):
        yield from walk(node["additionalProperties"], whole, f"{stem}*")
    if "items" in node:
        yield from walk(node["items"], whole, f"{path}[]")


def subschemas(node: Any, place: str = "") -> Iterator[tuple[str, Schema]]:
    """Every object of a schema file that is a schema itself, with the place where it stands."""
    yield place, node
    for word in ("properties", "patternProperties", "$defs"):
        for key, child in node.get(word, {}).items():
            if isinstance(child, dict):
                yield from subschemas(child, f"{place}/{word}/{key}")
    for word in ("additionalProperties", "propertyNames", "items", "not"):
        if isinstance(node.get(word), dict):
            yield from subschemas(node[word], f"{place}/{word}")


def snippets(folder: str) -> Iterator[tuple[str, str, str]]:
    """(kind, heading, text) of every snippet: files of the folder, parted by `---`, headed by a comment."""
    for file in sorted((HERE / folder).glob("*.yaml")):
        for text in file.read_text("utf-8").split("---\n"):
            yield file.stem, text.partition("\n")[0].removeprefix("# "), text


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def schema(kind: str) -> Schema:
    return SCHEMAS[kind]


@pytest.fixture
def block(schema: Schema) -> Schema:
    return schema["x-kamplans"]


@pytest.fixture
def fields(schema: Schema) -> dict[str, Schema]:
    return dict(walk(schema, schema))


@pytest.fixture
def schemas() -> dict[str, Schema]:
    return SCHEMAS


@pytest.fixture
def scopes() -> dict[str, tuple[str, ...]]:
    return SCOPES


@pytest.fixture
def subschemas_of(schema: Schema) -> list[tuple[str, Schema]]:
    return list(subschemas(schema))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for `flagged` or `good` runs once for every snippet of that folder."""
    for folder in ("flagged", "good"):
        if folder in metafunc.fixturenames:
            rows = list(snippets(folder))
            metafunc.parametrize(folder, rows, ids=[f"{kind}: {heading}" for kind, heading, _ in rows])


@pytest.fixture
def judge() -> Any:
    """kind, text of a plan → the faults jsonschema sees, as (path, keyword)."""

    def faults(kind: str, text: str) -> list[tuple[str, str]]:
        found = Draft202012Validator(SCHEMAS[kind]).iter_errors(load_yaml(text))
        return [(".".join(map(str, e.absolute_path)) or "(document)", e.validator) for e in found]

    return faults


@pytest.fixture
def parsed() -> Any:
    return load_yaml


@pytest.fixture(scope="session")
def fields_by_kind() -> dict[str, dict[str, Schema]]:
    return {kind: dict(walk(schema, schema)) for kind, schema in SCHEMAS.items()}


@pytest.fixture(scope="session")
def rules_as_text() -> dict[str, str]:
    """The files of the rule pack by the rule's name."""
    files = (FOLDER.parent / "kamplans" / "rules" / "pack").glob("[!_]*.py")
    return {file.stem.replace("_", "-"): file.read_text("utf-8") for file in files}


@pytest.fixture(scope="session")
def rule_codes(rules_as_text: dict[str, str]) -> set[str]:
    """The codes of all rules: a rule states its own once, where it makes its value."""
    return {code for text in rules_as_text.values() for code in re.findall(r'Rule\(\s*"(R[0-9]{3})"', text)}


@pytest.fixture(scope="session")
def verbs() -> set[str]:
    return set(names("kamplans.cli.verbs"))
