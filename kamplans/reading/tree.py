"""A plan as a tree: every value with the span of text where it stands, every key with its own.

Spans are offsets of code points in the text, the end exclusive. That of a block list or map ends with its last line
that says something. What says nothing or is at fault as a whole (nulls, aliases, second keys) has no node, so that
positions in lists are those of the values.
"""

from dataclasses import dataclass, field
from typing import Any

from kamplans.model.place import Keys

Span = tuple[int, int]


@dataclass(slots=True)
class Node:
    """A value with its span; `children` by key or position, `names` holds the spans of a map's keys."""

    start: int
    end: int
    value: Any
    children: dict[str | int, "Node"] = field(default_factory=dict)
    names: dict[str, Span] = field(default_factory=dict)

    @property
    def span(self) -> Span:
        """Start and end."""
        return self.start, self.end


def nearest(root: Node, keys: Keys) -> tuple[Node, int]:
    """Return the node at `keys`, or the last one on the way that exists, and how many keys led to it."""
    node = root
    for depth, key in enumerate(keys):
        child = node.children.get(key)
        if child is None:
            return node, depth
        node = child
    return node, len(keys)
