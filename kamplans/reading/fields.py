"""The fields of the format, each with its meaning, as the schemas tell it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kamplans.model.kind import Kind


@dataclass(frozen=True, slots=True)
class Field:
    """One field: `path` is its place in the document (`goals[].status`), `type` a phrase, `words` what it may say."""

    document: str
    path: str
    title: str
    description: str
    type: str
    required: bool
    words: tuple[str, ...]
    default: Any
    examples: tuple[Any, ...]
    refers_to: str | None
    personal: str | None


def fields_of(kind: Kind) -> tuple[Field, ...]:
    """Return every field of a document kind, outer ones first."""
    return tuple(_walk(kind, kind.schema, ""))


def _walk(kind: Kind, schema: Mapping[str, Any], path: str) -> Iterator[Field]:
    resolved = _resolved(kind, schema)
    required = set(resolved.get("required", ()))
    for name, raw in resolved.get("properties", {}).items():
        yield from _field(kind, raw, f"{path}.{name}" if path else name, name in required)
    for raw in _free_keys(resolved):
        yield from _field(kind, raw, f"{path}.*" if path else "*", False)


def _field(kind: Kind, raw: Mapping[str, Any], path: str, required: bool) -> Iterator[Field]:
    schema = _resolved(kind, raw)
    yield Field(
        document=kind.name,
        path=path,
        title=str(schema.get("title", path.rpartition(".")[2])),
        description=str(schema.get("description", "")),
        type=_type(kind, schema),
        required=required,
        words=tuple(str(word) for word in schema.get("enum", ())),
        default=schema.get("default"),
        examples=tuple(schema.get("examples", ())),
        refers_to=kind.references.get(path) or kind.references.get(f"{path}[]"),
        personal=kind.personal.get(path),
    )
    if "items" in schema:
        item = _resolved(kind, schema["items"])
        yield from _walk(kind, item, f"{path}[]")
    else:
        yield from _walk(kind, schema, path)


def _free_keys(schema: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    patterns = [sub for pattern, sub in schema.get("patternProperties", {}).items() if not pattern.startswith("^x-")]
    more = schema.get("additionalProperties")
    return [sub for sub in (*patterns, more) if isinstance(sub, Mapping)]


def _resolved(kind: Kind, schema: Any) -> Mapping[str, Any]:
    """Follow a `$ref` inside the schema; what stands beside it wins."""
    if not isinstance(schema, Mapping):
        return {}
    reference = schema.get("$ref")
    if not isinstance(reference, str):
        return schema
    name = reference.removeprefix("#/$defs/")
    return {
        **_resolved(kind, kind.schema["$defs"][name]),
        **{key: value for key, value in schema.items() if key != "$ref"},
    }


def _type(kind: Kind, schema: Mapping[str, Any]) -> str:
    if "enum" in schema:
        return "one of the words"
    if schema.get("type") == "array":
        return f"list of {_type(kind, _resolved(kind, schema.get('items', {})))}"
    plain = {
        "string": "text",
        "integer": "whole number",
        "number": "number",
        "boolean": "true or false",
        "object": "fields",
    }
    return plain.get(str(schema.get("type")), "any value") + _range(schema)


def _range(schema: Mapping[str, Any]) -> str:
    low, high = schema.get("minimum"), schema.get("maximum")
    if low is not None and high is not None:
        return f", {low} to {high}"
    return f", from {low}" if low is not None else f", up to {high}" if high is not None else ""


@cache
def plain_path(path: str) -> str:
    """Return a path without the names of items: `goals[cut-losses].status` reads `goals[].status`."""
    out, depth = "", 0
    for character in path:
        depth -= character == "]"
        out += character if depth == 0 else ""
        depth += character == "["
    return out
