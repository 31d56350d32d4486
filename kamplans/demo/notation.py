"""How does a value look in a plan?

The layout of the shipped plans: one field a line, ids and words in brackets behind their key, sentences below it.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from kamplans.reading.plain import plain

_ID = re.compile(r"[a-z0-9][a-z0-9_-]*")
_NEEDS_QUOTES = re.compile(r"^[-?:,\[\]{}#&*!|>'\"%@`\s]|: | #|[:\s]$|\n")


def notation(value: Any) -> str:
    """Return a value as it stands behind its key, on one line; ValueError for what needs lines of its own."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, str):
        return (
            json.dumps(value, ensure_ascii=False) if _NEEDS_QUOTES.search(value) or plain(value)[0] != value else value
        )
    if _is_short(value):
        return "[" + ", ".join(notation(one) for one in value) + "]"
    if isinstance(value, Mapping) and all(isinstance(one, int | float) or _is_id(one) for one in value.values()):
        return "{" + ", ".join(f"{key}: {notation(one)}" for key, one in value.items()) + "}"
    raise ValueError(f"{value!r} does not fit on one line")


def block(value: Any, indent: int) -> str:
    """Return a mapping or a list as lines of their own, each with its end."""
    if isinstance(value, Mapping):
        return "".join(_field(key, one, indent) for key, one in value.items())
    if all(isinstance(one, str) for one in value):
        return "".join(f"{' ' * indent}- {notation(one)}\n" for one in value)
    return "".join(item_lines(one, indent) for one in value)


def item_lines(item: Mapping[str, Any], indent: int) -> str:
    """Return an item of a list as lines; its dash stands at `indent`."""
    lines = block(item, indent + 2)
    return f"{' ' * indent}- {lines[indent + 2 :]}"


def _field(key: str, value: Any, indent: int) -> str:
    start = f"{' ' * indent}{key}:"
    if isinstance(value, str | int | float) or _is_short(value) or (isinstance(value, Mapping) and _is_flat(value)):
        return f"{start} {notation(value)}\n"
    return f"{start}\n{block(value, indent + 2)}"


def _is_short(value: Any) -> bool:
    return isinstance(value, list) and all(_is_id(one) for one in value)


def _is_flat(value: Mapping[str, Any]) -> bool:
    return all(isinstance(one, int | float) for one in value.values())


def _is_id(value: Any) -> bool:
    return isinstance(value, str) and _ID.fullmatch(value) is not None
