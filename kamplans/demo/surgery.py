"""How are values cut out of a plan, changed or put in, without touching a character of the rest?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from kamplans.demo.notation import block, item_lines, notation
from kamplans.model.document import Document
from kamplans.model.place import Keys
from kamplans.reading.places import TreePlaces

Span = tuple[int, int, str]
"""A part of a text, from and to, and what stands there instead."""


@dataclass
class Cuts:
    """What is to happen to a document: `keys` are cut out, `values` changed, `fields` put in, `items` put into lists.

    What is to be put in stands under the keys of the thing that gets it.
    """

    keys: set[Keys] = field(default_factory=set)
    values: dict[Keys, Any] = field(default_factory=dict)
    fields: dict[Keys, dict[str, Any]] = field(default_factory=dict)
    items: dict[Keys, list[tuple[int, Mapping[str, Any]]]] = field(default_factory=dict)


def operated(document: Document, cuts: Cuts) -> str:
    """Return the text of a document after all cuts; ValueError where one cannot be made."""
    places = cast("TreePlaces", document.places)
    body = _Body(document, places)
    keys = body.with_emptied(cuts.keys, {*cuts.items, *cuts.fields})
    gone = [body.lines_of(one) for one in keys]
    spans = [(start, end, "") for start, end in gone]
    spans += [body.replaced(one, value) for one, value in cuts.values.items() if not body.within(one, keys)]
    for parent, added in cuts.fields.items():
        if not body.within(parent, keys):
            spans.append(body.with_fields(parent, added))
    for parent, items in cuts.items.items():
        spans += [body.with_item(parent, position, item) for position, item in items]
    return _spliced(document.text, spans)


class _Body:
    """A document that knows where its lines begin and end."""

    def __init__(self, document: Document, places: TreePlaces) -> None:
        self.data, self.text, self.places = document.data, document.text, places

    def with_emptied(self, keys: set[Keys], filled: set[Keys]) -> set[Keys]:
        """Return the keys and those of everything empty without them that gets nothing new, the outermost only."""
        found = set(keys)
        while more := self._emptied(found) - found - filled:
            found |= more
        return {one for one in found if not self.within(one[:-1], found)}

    def _emptied(self, gone: set[Keys]) -> set[Keys]:
        return {one[:-1] for one in gone if len(one) > 1 and self._is_emptied(one[:-1], gone)}

    def _is_emptied(self, parent: Keys, gone: set[Keys]) -> bool:
        value = _inside(self.data, parent)
        children = value if isinstance(value, dict) else range(len(value))
        return all((*parent, child) in gone for child in children)

    def within(self, keys: Keys, gone: set[Keys]) -> bool:
        """Whether these keys, or something around them, are gone."""
        return any(keys[: length + 1] in gone for length in range(len(keys)))

    def lines_of(self, keys: Keys) -> tuple[int, int]:
        """Return the offsets of the whole lines that a value takes with its key."""
        start, end = self.places.key_span(keys)[0], self.places.value_span(keys)[1]
        first = self.text.rfind("\n", 0, start) + 1
        last = self.text.find("\n", end) + 1
        before = self.text[first:start].strip()
        if before not in ("", "-") or (before == "-" and isinstance(keys[-1], str)):
            raise ValueError(f"{keys} stands in braces or begins its item, and cannot be cut out alone")
        return first, last

    def replaced(self, keys: Keys, value: Any) -> Span:
        """Return the value written in the place of the one that stands there."""
        start, end = self.places.value_span(keys)
        line = self.text.rfind("\n", 0, start) + 1
        if self.text[line:start].strip():
            return start, end, notation(value)
        indent = start - line
        return line, end, block(value, indent).removesuffix("\n")

    def with_fields(self, parent: Keys, added: Mapping[str, Any]) -> Span:
        """Return the fields written behind the last line of what gets them."""
        start, end = self.places.value_span(parent)
        if self.text[start] == "{":
            raise ValueError(f"{parent} stands in braces and gets no field")
        indent = start - self.text.rfind("\n", 0, start) - 1
        last = self.text.find("\n", end) + 1
        return last, last, block(added, indent)

    def with_item(self, parent: Keys, position: int, item: Mapping[str, Any]) -> Span:
        """Return an item of a list written before the one at a position, or behind the last."""
        siblings: Sequence[Any] = _inside(self.data, parent)
        first = self.places.value_span((*parent, 0))[0]
        indent = first - self.text.rfind("\n", 0, first) - 1
        at, end = self.lines_of((*parent, min(position, len(siblings) - 1)))
        at = end if position >= len(siblings) else at
        return at, at, item_lines(item, indent - 2)


def _inside(data: Any, keys: Keys) -> Any:
    for key in keys:
        data = data[key]
    return data


def _spliced(text: str, spans: list[Span]) -> str:
    parts: list[str] = []
    done = 0
    for start, end, instead in sorted(spans, key=lambda span: span[:2]):
        if start < done:
            raise ValueError(f"two changes meet at {text[start:end][:80]!r}")
        parts += [text[done:start], instead]
        done = end
    return "".join([*parts, text[done:]])
