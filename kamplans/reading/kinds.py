"""The document kinds, one per schema: read when first asked for, each once."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from kamplans.model.kind import Items, Kind
from kamplans.shipped import shipped

_ENDING = ".schema.json"


@cache
def names() -> tuple[str, ...]:
    """Return the names of all kinds, sorted, reading no schema."""
    return tuple(sorted(path.name.removesuffix(_ENDING) for path in shipped("schemas").glob(f"*{_ENDING}")))


@cache
def kind(name: str) -> Kind:
    """Return the kind of this name; KeyError if there is none."""
    if name not in names():
        raise KeyError(name)
    schema = json.loads((shipped("schemas") / f"{name}{_ENDING}").read_bytes())
    block = schema["x-kamplans"]
    return Kind(
        name=block["kind"],
        file=block["file"],
        scope=block["scope"],
        title=schema["title"],
        lists={path: _items(path, entry) for path, entry in block["lists"].items()},
        maps={path: _items(path, entry) for path, entry in block["maps"].items()},
        references=block["references"],
        personal=block["personal"],
        schema=schema,
    )


@cache
def kinds() -> Mapping[str, Kind]:
    """Return every kind by name."""
    return {name: kind(name) for name in names()}


@cache
def kinds_by_file(of_portfolio: bool) -> Mapping[str, Kind]:
    """Return the kinds by file name: those at the top of a portfolio, or those in an account's folder."""
    return {kind.file: kind for kind in kinds().values() if kind.of_portfolio is of_portfolio}


def _items(path: str, entry: Mapping[str, Any]) -> Items:
    return Items(
        path=path,
        key=tuple(entry.get("key", ())),
        one=entry["one"],
        title=entry.get("title"),
        defines=entry.get("defines"),
        columns=tuple(entry.get("columns", ())),
    )
