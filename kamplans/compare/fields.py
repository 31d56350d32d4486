"""What is a field, by its schema: its title for a sentence, the sort of value it holds, what it refers to."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kamplans.model.kind import Kind
from kamplans.model.place import Keys


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the format, or one of the user's own.

    `sort` is the schema's word for the value (`date`, `money`, `share`, `text`, `ids`), else its JSON type; `target` is
    what an id in it refers to.
    """

    title: str
    sort: str
    target: str | None = None
    is_word: bool = False

    @property
    def in_sentence(self) -> str:
        """The title as it stands inside a sentence: only names and abbreviations keep their capitals."""
        first, rest = self.title[:1], self.title[1:]
        return self.title if rest[:1].isupper() or rest[:1] == "-" else first.lower() + rest


def field_at(kind: Kind, keys: Keys, where: str | None = None) -> Field:
    """Return the field that `keys` lead to; `where` is its path in the schema, for what it refers to."""
    schema: Mapping[str, Any] = kind.schema
    sort = "object"
    for key in keys:
        schema, sort = _resolved(kind, _inside(schema, key))
    items = schema.get("items")
    inner, inner_sort = _resolved(kind, items) if isinstance(items, Mapping) else (schema, sort)
    target = None if where is None else kind.references.get(where) or kind.references.get(f"{where}[]")
    title = schema.get("title") or own_words(str(keys[-1]) if keys else kind.title)
    return Field(title, inner_sort if sort == "array" else sort, target, "enum" in inner)


def fits(kind: Kind, where: str, value: Any) -> bool:
    """Whether a value has the JSON type its field asks for; lists must hold text, fields no schema knows any scalar."""
    wanted = _types.get((kind.name, where)) or _type(kind, where)
    if wanted == "string":
        return isinstance(value, str)
    if wanted == "array":
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    if wanted in ("integer", "number"):
        return isinstance(value, int | float) and not isinstance(value, bool)
    return isinstance(value, _PYTHON.get(wanted, (str, int, float, bool)))


_PYTHON: dict[str, Any] = {"boolean": bool, "object": Mapping}
_types: dict[tuple[str, str], str] = {}


def _type(kind: Kind, where: str) -> str:
    """Return the JSON type of a field by its path in the schema (`people[].roles`), `any` if no schema knows it."""
    schema: Mapping[str, Any] = kind.schema
    for name in where.split("."):
        schema, _ = _resolved(kind, _inside(schema, name.removesuffix("[]")))
        if name.endswith("[]"):
            schema, _ = _resolved(kind, schema.get("items", {}))
    return _types.setdefault((kind.name, where), str(schema.get("type", "any")))


def own_words(key: str, capital: bool = True) -> str:
    """Return a key that no schema knows as words: `x-crm_owner` reads `Crm owner`, or `crm owner`."""
    words = " ".join(key.removeprefix("x-").replace("_", " ").replace("-", " ").split()) or "field"
    return words[:1].upper() + words[1:] if capital else words


def _inside(schema: Mapping[str, Any], key: str | int) -> Any:
    if isinstance(key, int):
        return schema.get("items", {})
    if key in schema.get("properties", {}):
        return schema["properties"][key]
    for pattern, inner in schema.get("patternProperties", {}).items():
        if re.search(pattern, key):
            return inner
    return schema.get("additionalProperties", {})


def _resolved(kind: Kind, schema: Any) -> tuple[Mapping[str, Any], str]:
    """Follow `$ref` inside the schema (what stands beside it wins) and name the sort of value by the first one met."""
    if not isinstance(schema, Mapping):
        return {}, "any"
    sort = ""
    while "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        sort = sort or name
        schema = {**kind.schema["$defs"][name], **{key: value for key, value in schema.items() if key != "$ref"}}
    return schema, sort or str(schema.get("type", "any"))
