"""A plan as a tree: every value with the span of text where it stands, every key with its own.

Spans are offsets of code points in the text, the end exclusive. That of a block list or map ends with its last line
that says something. What says nothing or is at fault as a whole (nulls, aliases, second keys) has no node, so that
positions in lists are those of the values.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from kamplans.model.place import Keys

Span = tuple[int, int]

OPEN = -1
"""The end of a node whose end has not been read yet."""


@dataclass(slots=True)
class Node:
    """A value with its span; `children` by key or position, `names` holds the spans of a map's keys."""

    start: int
    end: int
    value: Any
    children: dict[str | int, "Node"] = field(default_factory=dict)
    names: dict[str | int, Span] = field(default_factory=dict)

    @property
    def span(self) -> Span:
        """Start and end."""
        return self.start, self.end


def nearest(root: Node, keys: Keys, growth: Iterator[None]) -> tuple[Node, int]:
    """Return the node at `keys`, or the last one on the way that exists, and how many keys led to it.

    The tree may still be growing; then it grows until it is known what exists.
    """
    node = root
    for depth, key in enumerate(keys):
        while key not in node.children and node.end == OPEN:
            next(growth)
        if key not in node.children:
            return node, depth
        node = node.children[key]
    return node, len(keys)
