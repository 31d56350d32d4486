"""Are two values the same? As YAML 1.2 and the format mean it: 1 is 1.0, true is not 1, order says nothing.

Lists of words or sentences are sets, other lists are bags; what is empty says as much as what is not there.
"""

from collections import Counter
from collections.abc import Hashable
from typing import Any

_NOTHING = None
_HOLDERS = (dict, list)


def same(one: Any, other: Any) -> bool:
    """Whether two plain values mean the same."""
    return one is other or essence(one) == essence(other)


def is_nothing(value: Any) -> bool:
    """Whether a value says nothing: it is not there, or empty, or holds only what is."""
    if value.__class__ is str:
        return False
    if isinstance(value, dict):
        return all(map(is_nothing, value.values()))
    if isinstance(value, list):
        return all(map(is_nothing, value))
    return value is None


def essence(value: Any) -> Hashable:
    """Return what a value means, hashable: equal for values that mean the same, None for nothing."""
    if isinstance(value, dict):
        inside = {key: inner for key, raw in value.items() if (inner := essence(raw)) is not _NOTHING}
        return ("fields", frozenset(inside.items())) if inside else _NOTHING
    if isinstance(value, list):
        return _of_list([inner for raw in value if (inner := essence(raw)) is not _NOTHING])
    if isinstance(value, bool):
        return ("truth", value)
    known: Hashable = value
    return known


def holds_items(values: list[Any]) -> bool:
    """Whether a list holds more than words and numbers."""
    return any(not is_nothing(value) for value in values if isinstance(value, _HOLDERS))


def _of_list(values: list[Hashable]) -> Hashable:
    if not values:
        return _NOTHING
    if any(isinstance(value, tuple) and value[0] in ("fields", "bag", "set") for value in values):
        return ("bag", frozenset(Counter(values).items()))
    return ("set", frozenset(values))
