"""Where the values and keys of one document stand, found by reading its text a second time."""

from kamplans.model.place import Keys, Place
from kamplans.reading.compose import compose
from kamplans.reading.lines import Lines
from kamplans.reading.tree import Node, Span, nearest


class TreePlaces:
    """The places of one text, a `kamplans.model.document.Places`; of an unreadable text all at its start."""

    def __init__(self, root: Node | None, lines: Lines) -> None:
        self._root = root or Node(0, 0, {})
        self.lines = lines

    def value(self, keys: Keys) -> Place:
        """Return the place of the value at `keys`, or of the nearest thing around it that exists."""
        return self.lines.place(*self.value_span(keys))

    def key(self, keys: Keys) -> Place:
        """Return the place of the key that leads to `keys` (of the item itself in a list)."""
        return self.lines.place(*self.key_span(keys))

    def value_span(self, keys: Keys) -> Span:
        """Return the offsets of the value at `keys`, or of the nearest thing around it that exists."""
        return nearest(self._root, keys)[0].span

    def key_span(self, keys: Keys) -> Span:
        """Return the offsets of the key that leads to `keys`, of the item itself in a list."""
        if not keys:
            return self._root.span
        parent, found = nearest(self._root, keys[:-1])
        if found < len(keys) - 1:
            return parent.span
        name = keys[-1]
        if isinstance(name, str) and name in parent.names:
            return parent.names[name]
        return nearest(parent, keys[-1:])[0].span


def locate(text: str) -> TreePlaces:
    """Return the places of a text."""
    return TreePlaces(compose(text).root, Lines(text))


def first_line(place: Place, text: str) -> Place:
    """Return the place, ended where its first line says its last word: what a finding points at."""
    if place.line == place.end_line:
        return place
    line = text.split("\n", place.line)[place.line - 1]
    return Place(place.line, place.column, place.line, max(place.column, len(line.rstrip()) + 1))
