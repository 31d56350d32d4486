"""The values that a path of a schema means: `people[].owner` is one value for each person.

Keys are joined by `.`, `[]` stands for every item of a list, `*` for every key of a map. Several patterns are
looked for in one walk.
"""

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from kamplans.model.place import Keys

_EACH = "[]"
_ANY = "*"


@dataclass(slots=True)
class _Step:
    """Where patterns part: what ends here, and what comes next by key."""

    ends: list[str] = field(default_factory=list)
    each: "_Step | None" = None
    any_key: "_Step | None" = None
    by_key: dict[str, "_Step"] = field(default_factory=dict)

    def next(self, step: str) -> "_Step":
        if step == _EACH:
            self.each = self.each or _Step()
            return self.each
        if step == _ANY:
            self.any_key = self.any_key or _Step()
            return self.any_key
        return self.by_key.setdefault(step, _Step())


Match = tuple[str, Keys, Any]
"""A pattern, the keys that lead to one of its values, and the value."""


def values(data: Any, pattern: str) -> list[tuple[Keys, Any]]:
    """Return the keys and the value of everything a pattern meets, in order; what has another shape is passed over."""
    return [(keys, value) for _, keys, value in matches(data, (pattern,))]


def matches(data: Any, patterns: tuple[str, ...]) -> list[Match]:
    """Return what any of the patterns meets."""
    found: list[Match] = []
    _walk(data, _compiled(patterns), (), found)
    return found


@cache
def _compiled(patterns: tuple[str, ...]) -> _Step:
    root = _Step()
    for pattern in patterns:
        step = root
        for name in pattern.replace(_EACH, f".{_EACH}").split("."):
            step = step.next(name) if name else step
        step.ends.append(pattern)
    return root


def _walk(value: Any, step: _Step, keys: Keys, found: list[Match]) -> None:
    for pattern in step.ends:
        found.append((pattern, keys, value))
    if isinstance(value, dict):
        for key, following in step.by_key.items():
            if key in value:
                _walk(value[key], following, (*keys, key), found)
        if step.any_key is not None:
            for key, item in value.items():
                _walk(item, step.any_key, (*keys, key), found)
    elif step.each is not None and isinstance(value, list):
        for position, item in enumerate(value):
            _walk(item, step.each, (*keys, position), found)
