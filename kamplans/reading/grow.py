"""Where things stand in a text that is in order: its tree, grown only as far as somebody asks.

A finding mostly stands near something that is read soon, so that few files with findings are read to their end again.
"""

from collections.abc import Callable, Iterator
from typing import Any

from kamplans.reading.parser import (
    CParser,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from kamplans.reading.tree import OPEN, Node

_CLOSING = {MappingStartEvent: MappingEndEvent, SequenceStartEvent: SequenceEndEvent}


def grow(text: str) -> tuple[Node, Iterator[None]]:
    """Return the root of the tree and its growth, which pauses where a map or list begins and where it ends.

    The text is one for which `read_values` has values; the nodes have none.
    """
    get = CParser(text.encode("utf-8")).get_event
    get()
    get()
    root = Node(get().start_mark.index, OPEN, None)
    return root, _Growth(text, get).inside(root, MappingEndEvent)


class _Growth:
    """Takes the events of one text, one after the other; `last` is the end of the last thing that says something."""

    def __init__(self, text: str, get: Callable[[], Any]) -> None:
        self.text = text
        self.get = get
        self.last = 0

    def inside(self, node: Node, closing: type[Any]) -> Iterator[None]:
        """Let everything in a map or list grow, which ends with a `closing` event; then complete it."""
        while (event := self.get()).__class__ is not closing:
            name: str | int = len(node.children)
            if closing is MappingEndEvent:
                name = event.value
                node.names[name] = event.start_mark.index, event.end_mark.index
                event = self.get()
            child = node.children[name] = Node(event.start_mark.index, OPEN, None)
            if event.__class__ is ScalarEvent:
                child.end = self.last = self._end(event)
            else:
                yield
                yield from self.inside(child, _CLOSING[event.__class__])
        if event.start_mark.index < event.end_mark.index:
            self.last = event.end_mark.index
        node.end = max(self.last, node.start)
        yield

    def _end(self, scalar: Any) -> int:
        """Return the end of a scalar, that of a block text after its last line that says something."""
        start: int = scalar.start_mark.index
        end: int = scalar.end_mark.index
        return start + len(self.text[start:end].rstrip()) if scalar.style in ("|", ">") else end
