"""What is an item called in a sentence? By the field that names it to a person, else by what identifies it."""

from collections.abc import Mapping
from typing import Any

from kamplans.compare.differences import Around
from kamplans.compare.fields import Field, field_at, own_words
from kamplans.compare.names import Names, as_words
from kamplans.compare.wording._values import quoted, say, shortened
from kamplans.model.kind import Items, Kind

_PROSE = frozenset({"text", "note", "summary"})


def called(kind: Kind, names: Names, around: Around) -> str:
    """Return what an item, or an entry of a map, is called."""
    if around.name is not None:
        return _entry(kind, around)
    items, item = items_of(kind, around.where), content(around)
    named = item.get(items.title) if items.title else None
    if not isinstance(named, str):
        return _by_key(kind, names, around.where, items.key, item) or items.one
    target = kind.references.get(f"{around.where}.{items.title}")
    if target is not None:
        return names.call(target, named)
    if items.title == "id":
        return as_words(items.defines or "", named)
    return quoted(named) if items.title in _PROSE else shortened(named)


def name_field(kind: Kind, where: str) -> str | None:
    """Return the field that names an item to a person; None if there is none, or it is prose or a reference."""
    title = items_of(kind, where).title
    return None if title in _PROSE or f"{where}.{title}" in kind.references else title


def items_of(kind: Kind, where: str) -> Items:
    """Return what the schema says of the items of a list, or the entries of a map."""
    return kind.maps[where.removesuffix(".*")] if where.endswith(".*") else kind.lists[where.removesuffix("[]")]


def content(around: Around) -> Mapping[str, Any]:
    """Return the fields of an item as it is, else as it was; none where it is no map."""
    if isinstance(around.after, Mapping):
        return around.after
    return around.before if isinstance(around.before, Mapping) else {}


def _by_key(kind: Kind, names: Names, where: str, key: tuple[str, ...], item: Mapping[str, Any]) -> str:
    if key == ("id",):
        return as_words("", str(item["id"])) if "id" in item else ""
    parts = []
    for name in key:
        value = item.get(name)
        target = kind.references.get(f"{where}.{name}") or kind.references.get(f"{where}.{name}[]")
        if isinstance(value, str | int | float | list) and not isinstance(value, bool):
            parts.append(say(value, Field(name, "id", target, target is None), names))
    return ", ".join(parts)


def _entry(kind: Kind, around: Around) -> str:
    own, name = content(around).get("title"), around.name or ""
    if isinstance(own, str):
        return shortened(own)
    known = field_at(kind, (*around.where.removesuffix(".*").split("."), name))
    return known.title if known.sort != "any" else own_words(name)
