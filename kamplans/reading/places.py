"""Where the values and keys of one document stand, found by reading its text a second time."""

from collections.abc import Iterator
from threading import Lock

from kamplans.model.place import Keys, Place
from kamplans.reading.compose import compose
from kamplans.reading.grow import grow
from kamplans.reading.lines import Lines
from kamplans.reading.tree import OPEN, Node, Span, nearest


class TreePlaces:
    """The places of one text, a `kamplans.model.document.Places`; of an unreadable text all at its start.

    `growth` completes a tree that is still open; several threads may ask, one after the other they let it grow.
    """

    def __init__(self, root: Node | None, lines: Lines, growth: Iterator[None]) -> None:
        self._root = root or Node(0, 0, {})
        self._growth = growth
        self._growing = Lock()
        self.lines = lines

    def value(self, keys: Keys) -> Place:
        """Return the place of the value at `keys`, or of the nearest thing around it that exists."""
        return self.lines.place(*self.value_span(keys))

    def key(self, keys: Keys) -> Place:
        """Return the place of the key that leads to `keys` (of the item itself in a list)."""
        return self.lines.place(*self.key_span(keys))

    def value_span(self, keys: Keys) -> Span:
        """Return the offsets of the value at `keys`, or of the nearest thing around it that exists."""
        with self._growing:
            return self._completed(nearest(self._root, keys, self._growth)[0])

    def key_span(self, keys: Keys) -> Span:
        """Return the offsets of the key that leads to `keys`, of the item itself in a list."""
        with self._growing:
            parent, found = nearest(self._root, keys[:-1], self._growth)
            if found + 1 != len(keys):
                return self._completed(parent)
            node, _ = nearest(parent, keys[-1:], self._growth)
            return parent.names.get(keys[-1]) or self._completed(node)

    def _completed(self, node: Node) -> Span:
        while node.end == OPEN:
            next(self._growth)
        return node.span


def locate(text: str) -> TreePlaces:
    """Return the places of a text."""
    return TreePlaces(compose(text).root, Lines(text), iter(()))


def locate_in_order(text: str) -> TreePlaces:
    """Return the places of a text that is in order, which is read no further than they are asked for."""
    root, growth = grow(text)
    return TreePlaces(root, Lines(text), growth)


def first_line(place: Place, text: str) -> Place:
    """Return the place, ended where its first line says its last word: what a finding points at."""
    if place.line == place.end_line:
        return place
    line = text.split("\n", place.line)[place.line - 1]
    return Place(place.line, place.column, place.line, max(place.column, len(line.rstrip()) + 1))
