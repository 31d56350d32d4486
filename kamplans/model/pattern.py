"""The values that a path of a schema means: `people[].owner` is one value for each person.

Keys are joined by `.`, `[]` stands for every item of a list, `*` for every key of a map.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from kamplans.model.place import Keys

_EACH = "[]"
_ANY = "*"


def values(data: Any, pattern: str) -> Iterator[tuple[Keys, Any]]:
    """Yield the keys and the value of everything the pattern meets; what has another shape is passed over."""
    return _walk(data, _steps(pattern), ())


@cache
def _steps(pattern: str) -> tuple[str, ...]:
    return tuple(step for step in pattern.replace("[]", ".[]").split(".") if step)


def _walk(value: Any, steps: tuple[str, ...], keys: Keys) -> Iterator[tuple[Keys, Any]]:
    if not steps:
        yield keys, value
        return
    step, rest = steps[0], steps[1:]
    if step == _EACH:
        if isinstance(value, list):
            for position, item in enumerate(value):
                yield from _walk(item, rest, (*keys, position))
    elif isinstance(value, Mapping):
        if step == _ANY:
            for key, item in value.items():
                yield from _walk(item, rest, (*keys, key))
        elif step in value:
            yield from _walk(value[step], rest, (*keys, step))
