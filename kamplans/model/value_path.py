r"""How a value is called: `goals[cut-losses].status` for people, keys and positions for the tree, and the way between.

An item of a list is called by what identifies it (`relationships[lena-fischer,dana-ruiz]`), and so is an entry of a map
that defines something (`series[acv]`); the entries of other maps and all fields follow a dot, as in
`series[acv].points.2026-Q1`. Where nothing identifies an item, or an earlier one has the same name, its number in the
list stands in: `goals[#3]`. A list of words or sentences is one value, so the path ends at the list. A backslash stands
before a bracket, comma, dot, `#` or backslash that belongs to a name.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from kamplans.model.kind import Items, Kind
from kamplans.model.place import Keys

_IN_BRACKETS = re.compile(r"([\\\[\],#])")
_AFTER_DOT = re.compile(r"([\\\[\].])")
_STEP = re.compile(r"\[((?:[^\\\]]|\\.)*)\]|\.?((?:[^\\.\[\]]|\\.)+)", re.DOTALL)
_LAST = re.compile(r"(.*?)\[(?:[^\\\]\[]|\\.)*\]$", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def identity(key: tuple[str, ...], item: Any) -> tuple[str, ...] | None:
    """Return what identifies an item of a list keyed by `key`, one text a field; None if it says nothing of it.

    A field that is not there is an empty text; a list of ids, being a set, is sorted and joined by `+`.
    """
    if not isinstance(item, dict):
        return None
    parts = tuple([value if (value := item.get(name)).__class__ is str else _part(value) for name in key])
    return parts if any(parts) else None


def value_path(kind: Kind, data: Any, keys: Keys) -> str:
    """Return the path in plan words of what stands at `keys` of a document; `` for the document itself."""
    return _path(kind, data, keys, _item_name)


def value_paths(kind: Kind, data: Any) -> Callable[[Keys], str]:
    """Return `value_path` for many paths of one document: the items of each list are named once."""
    known: dict[int, list[str]] = {}

    def name(items: Items | None, values: list[Any], position: int) -> str:
        if id(values) not in known:
            known[id(values)] = _item_names(items, values)
        return known[id(values)][position]

    return lambda keys: _path(kind, data, keys, name)


def _path(kind: Kind, data: Any, keys: Keys, name_of: Callable[[Items | None, list[Any], int], str]) -> str:
    path, where, value = "", "", data
    for key in keys:
        if isinstance(key, int):
            if not isinstance(value, list) or not (0 <= key < len(value)) or not isinstance(value[key], Mapping):
                return path
            path += f"[{name_of(kind.lists.get(where), value, key)}]"
            where += "[]"
        elif _in_brackets(kind, where):
            path += f"[{_escaped(key)}]"
            where += ".*"
        else:
            path += ("." if path else "") + (key if key.isidentifier() else _AFTER_DOT.sub(r"\\\1", key))
            where += _field(kind, where, key)
        value = _inside(value, key)
    return path


def resolve(kind: Kind, data: Any, text: str) -> Keys | None:
    """Return the keys of a path in plan words, None if the document has no such value. The inverse of `value_path`."""
    keys: list[str | int] = []
    where, value = "", data
    for bracketed, name in _steps(text):
        if bracketed is None or _in_brackets(kind, where):
            key: str | int | None = _plain(name if bracketed is None else bracketed)
        else:
            key = _position(kind.lists.get(where), value, bracketed)
        if key is None or _inside(value, key) is None:
            return None
        where += "[]" if isinstance(key, int) else _field(kind, where, key)
        keys.append(key)
        value = _inside(value, key)
    return tuple(keys)


def split(path: str) -> tuple[str | None, str | None]:
    """Return the item (`goals[cut-losses]`, None for a value of the document) and the field (None for a whole item)."""
    item, bracket, field = path.rpartition("]")
    return (item + bracket) or None, field.removeprefix(".") or None


def is_inside(path: str, other: str) -> bool:
    """Whether a path is another one, or that of something in it; everything is inside the document (``)."""
    return not other or path == other or path.startswith((f"{other}.", f"{other}["))


def with_id(path: str, id: str) -> str:
    """Return the path of an item (`goals[cut-losses]`) as it is under another id."""
    item = _LAST.match(path)
    return f"{item[1]}[{_escaped(id)}]" if item else path


def _part(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "+".join(sorted(_part(one) for one in value))
    return "" if value is None else str(value)


def _in_brackets(kind: Kind, where: str) -> bool:
    entries = kind.maps.get(where)
    return entries is not None and entries.defines is not None


def _field(kind: Kind, where: str, key: str) -> str:
    name = "*" if where in kind.maps else key
    return f".{name}" if where else name


def _inside(value: Any, key: str | int) -> Any:
    if isinstance(key, str):
        return value.get(key) if isinstance(value, Mapping) else None
    return value[key] if isinstance(value, list) and 0 <= key < len(value) else None


def _name(items: Items | None, item: Any) -> str | None:
    found = identity(items.key, item) if items else None
    if found is None:
        return None
    while not found[-1]:
        found = found[:-1]
    return ",".join(map(_escaped, found))


def _item_name(items: Items | None, values: list[Any], position: int) -> str:
    name = _name(items, values[position])
    taken = name is None or any(_name(items, other) == name for other in values[:position])
    return f"#{position + 1}" if name is None or taken else name


def _item_names(items: Items | None, values: list[Any]) -> list[str]:
    found, taken = [], set()
    for position, item in enumerate(values, 1):
        name = _name(items, item)
        found.append(f"#{position}" if name is None or name in taken else name)
        taken.add(name)
    return found


def _position(items: Items | None, values: Any, name: str) -> int | None:
    if not isinstance(values, list):
        return None
    if name.startswith("#"):
        return int(name[1:]) - 1 if name[1:].isdecimal() and len(name) < 10 else None
    return next((position for position, item in enumerate(values) if _name(items, item) == name), None)


def _steps(text: str) -> Iterator[tuple[str | None, str]]:
    end = 0
    for step in _STEP.finditer(text):
        if step.start() != end:
            break
        yield step[1], step[2] or ""
        end = step.end()
    if end != len(text):
        yield "", ""


def _escaped(name: str) -> str:
    return _IN_BRACKETS.sub(r"\\\1", name)


def _plain(text: str) -> str:
    return _ESCAPED.sub(r"\1", text)
