"""Which values does a document hold? The same ones whose change is told, each with its path in plan words."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kamplans.compare.sameness import holds_items, is_nothing
from kamplans.model.kind import Kind
from kamplans.model.place import Keys
from kamplans.model.value_path import identity, value_paths


@dataclass(frozen=True, slots=True)
class Leaf:
    """A scalar, or a list of words, of a document.

    `loose` is the outermost item around it (or itself) that no identity tells from its neighbours, with the path of
    its list; its own path holds a number that may have been another one before.
    """

    path: str
    value: Any
    loose: tuple[str, Any] | None = None


def leaves(kind: Kind, data: Mapping[str, Any]) -> Iterator[Leaf]:
    """Yield the values of a document in its order, those that say nothing left out."""
    name = value_paths(kind, data)
    for keys, value, loose in _inside(kind, "", data, (), None):
        list_path = None if loose is None else name(loose[0])
        yield Leaf(name(keys), value, None if loose is None else (list_path or "", loose[1]))


Loose = tuple[Keys, Any] | None


def _inside(kind: Kind, where: str, value: Any, keys: Keys, loose: Loose) -> Iterator[tuple[Keys, Any, Loose]]:
    if is_nothing(value):
        return
    if isinstance(value, dict):
        for name, inner in value.items():
            inside = "*" if where in kind.maps else name
            yield from _inside(kind, f"{where}.{inside}" if where else inside, inner, (*keys, name), loose)
    elif isinstance(value, list) and where in kind.lists and holds_items(value):
        key = kind.lists[where].key
        names = [identity(key, item) for item in value]
        often = Counter(names)
        for position, item in enumerate(value):
            is_loose = loose is None and (names[position] is None or often[names[position]] > 1)
            outer = (keys, item) if is_loose else loose
            yield from _inside(kind, f"{where}[]", item, (*keys, position), outer)
    else:
        yield keys, value, loose
