"""Is a change about a person? Their own entry, whatever refers to them and did not before, or no longer does."""

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import Any

from kamplans.model.change import Change, Op
from kamplans.model.kind import Kind
from kamplans.reading.kinds import kind

_PEOPLE = ("stakeholder", "team")
_BRACKETS = re.compile(r"\[((?:[^\\\]]|\\.)*)\]", re.DOTALL)
_COMMA = re.compile(r"(?<!\\),")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def is_about(change: Change, people: Collection[str]) -> bool:
    """Whether a change is about one of these people: theirs or ours, by id."""
    where, named = _read(change)
    if named & set(people):
        return True
    before, after = set(_people(change, where, change.before)), set(_people(change, where, change.after))
    return any(person in before ^ after for person in people)


def renamed_person(change: Change) -> tuple[str, str] | None:
    """Return the id a person had before a change and has after it, None if it gave nobody a new one."""
    where, _ = _read(change)
    if change.op is not Op.RENAME or f"{where}.id" not in _fields(change.document):
        return None
    return str(change.before), str(change.after)


def _read(change: Change) -> tuple[str, set[str]]:
    """Return the path of a change in the schema, and the people whom the items on the way are of."""
    fields = _fields(change.document)
    named: set[str] = set()
    where, end = "", 0
    for step in _BRACKETS.finditer(change.path):
        where += change.path[end : step.start()] + "[]"
        end = step.end()
        items = kind(change.document).lists.get(where.removesuffix("[]"))
        parts = [_ESCAPED.sub(r"\1", part) for part in _COMMA.split(step[1])]
        for key, part in zip(items.key if items else (), parts, strict=False):
            if {f"{where}.{key}", f"{where}.{key}[]"} & fields:
                named.update(part.split("+"))
    return where + change.path[end:], named


def _people(change: Change, where: str, value: Any) -> Iterator[str]:
    """Yield the people that a value refers to; of a renamed person, the id."""
    if change.op is Op.RENAME:
        if renamed_person(change):
            yield str(value)
        return
    yield from _referred(_fields(change.document), where, value)


def _referred(fields: frozenset[str], where: str, value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _referred(fields, f"{where}.{name}" if where else str(name), inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _referred(fields, f"{where}[]", inner)
    elif isinstance(value, str) and where in fields:
        yield value


@cache
def _fields(document: str) -> frozenset[str]:
    """Return the fields of a document that hold the id of a person."""
    of: Kind = kind(document)
    own = {f"{path}[].id" for path, items in of.lists.items() if items.defines in _PEOPLE}
    return frozenset(own | {path for path, target in of.references.items() if target in _PEOPLE})
