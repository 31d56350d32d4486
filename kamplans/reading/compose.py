"""A close look at the YAML of a plan: its tree with all spans, and every fault of structure and notation."""

from dataclasses import dataclass
from itertools import islice
from typing import Any

from kamplans.model.code import Code
from kamplans.model.place import Keys
from kamplans.reading.characters import without_unwelcome
from kamplans.reading.comments import ScalarSpan, comment_faults
from kamplans.reading.fault import Fault
from kamplans.reading.limits import MAX_DEPTH, MAX_FAULTS, MAX_VALUES
from kamplans.reading.parser import (
    AliasEvent,
    CParser,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
    YAMLError,
)
from kamplans.reading.plain import plain, quoted
from kamplans.reading.syntax import syntax_fault
from kamplans.reading.tabs import tab_faults
from kamplans.reading.text import character_fault, first_unwelcome
from kamplans.reading.text_codes import EMPTY, SEVERAL, TOO_DEEP, TOO_MANY
from kamplans.reading.tree import Node, Span
from kamplans.reading.value_faults import key_fault, shorten, value_fault
from kamplans.reading.yaml_codes import (
    ALIAS,
    ANCHOR,
    COMPLEX_KEY,
    DIRECTIVE,
    DUPLICATE_KEY,
    MERGE_KEY,
    NOT_A_MAPPING,
    TAG,
)


class _Stopped(Exception):
    """Reading on would cost too much."""

    def __init__(self, code: Code, message: str, at: int) -> None:
        super().__init__(message)
        self.fault = Fault(code, message, at, at + 1)


@dataclass(frozen=True, slots=True)
class Composed:
    """The tree of a text, None where it cannot be read, and the faults found on the way."""

    root: Node | None
    faults: list[Fault]


def compose(text: str) -> Composed:
    """Return the tree and the faults of a text, which need not be in order in any respect."""
    composer = _Composer(text)
    try:
        root = composer.document()
    except _Stopped as stopped:
        return Composed(None, [*composer.faults, stopped.fault])
    except YAMLError as error:
        tabs = islice(tab_faults(text, composer.scalars), MAX_FAULTS)
        return Composed(None, [*composer.faults, *tabs, syntax_fault(error, text)])
    tabs = islice(tab_faults(text, composer.scalars), MAX_FAULTS)
    comments = islice(comment_faults(text, composer.scalars), MAX_FAULTS)
    return Composed(root, [*composer.faults, *tabs, *comments])


class _Composer:
    """Reads the events of one text once. `last` is the end of the last thing that says something."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.faults: list[Fault] = []
        self.scalars: list[ScalarSpan] = []
        self.last = 0
        self.count = 0
        self.get = CParser(without_unwelcome(text).encode("utf-8", "replace")).get_event

    def document(self) -> Node | None:
        """Return the tree of the first document."""
        self.get()
        start = self.get()
        if isinstance(start, StreamEndEvent):
            self._fault(EMPTY, "The file says nothing", 0, 0)
            return None
        if start.version or start.tags:
            self._fault(DIRECTIVE, "A line that begins with % is no part of a plan", *_span(start))
        event = self.get()
        if isinstance(event, ScalarEvent) and not event.style and not event.value:
            self._fault(EMPTY, "The file says nothing", 0, 0)
            return None
        if not isinstance(event, MappingStartEvent):
            self._fault(
                NOT_A_MAPPING, "A plan consists of keys with values", event.start_mark.index, event.start_mark.index + 1
            )
            return None
        root = self._node(event, (), 1, (0, 0))
        self.get()
        after = self.get()
        if not isinstance(after, StreamEndEvent):
            self._fault(SEVERAL, "A second document begins here; it is not read", *_span(after))
        return root

    def _node(self, event: Any, keys: Keys, depth: int, around: Span) -> Node | None:
        """Return the node that begins with this event; `around` is where a value without width is said to stand."""
        self._count(event)
        start, end = _span(event)
        if isinstance(event, AliasEvent):
            self.last = end
            self._fault(ALIAS, f"{self.text[start:end]} repeats another value", start, end, keys)
            return None
        self._properties(event, keys)
        if isinstance(event, ScalarEvent):
            return self._scalar(event, keys, around)
        if depth > MAX_DEPTH:
            raise _Stopped(TOO_DEEP, f"Values are nested more than {MAX_DEPTH} levels deep", start)
        fill = self._fill_map if isinstance(event, MappingStartEvent) else self._fill_list
        node = Node(start, start, {} if isinstance(event, MappingStartEvent) else [])
        closing = _span(fill(node, keys, depth))
        if closing[0] < closing[1]:
            self.last = closing[1]
        node.end = max(self.last, start)
        return node

    def _fill_map(self, node: Node, keys: Keys, depth: int) -> Any:
        while not isinstance(event := self.get(), MappingEndEvent):
            name = self._key(event, node, keys, depth)
            around = node.names[name] if name is not None else _span(event)
            child = self._node(self.get(), keys if name is None else (*keys, name), depth + 1, around)
            if name is not None and child is not None:
                node.children[name] = child
                node.value[name] = child.value
        return event

    def _fill_list(self, node: Node, keys: Keys, depth: int) -> Any:
        while not isinstance(event := self.get(), SequenceEndEvent):
            position = len(node.value)
            dash = max(0, self.text.rfind("-", 0, event.start_mark.index))
            child = self._node(event, (*keys, position), depth + 1, (dash, dash + 1))
            if child is not None:
                node.children[position] = child
                node.value.append(child.value)
        return event

    def _key(self, event: Any, node: Node, keys: Keys, depth: int) -> str | None:
        """Return the name of a key that counts, None for one whose value is dropped."""
        start, end = _span(event)
        if not isinstance(event, ScalarEvent):
            self._node(event, keys, depth + 1, (start, end))
            self._fault(COMPLEX_KEY, "A key is a word, not a list, a map or an alias", start, self.last, keys)
            return None
        self._count(event)
        self._properties(event, keys)
        self._note(event)
        name = str(without_unwelcome(event.value))
        if not event.style and name == "<<":
            self._fault(MERGE_KEY, "<< copies another map in here", start, end, keys)
            return None
        value = name if event.style else plain(name)[0]
        if not isinstance(value, str):
            self._add(key_fault(name, value, (start, max(end, start + 1)), (*keys, name)))
        if name in node.names:
            first = self._said_at(node.names[name][0])
            self._fault(DUPLICATE_KEY, f"{shorten(name)} stands twice, first {first}", start, end, (*keys, name))
            return None
        node.names[name] = (start, end)
        return name

    def _scalar(self, event: Any, keys: Keys, around: Span) -> Node | None:
        start, end = self._note(event)
        word = event.value
        value, code = quoted(word) if event.style else plain(word)
        if code is not None:
            self._add(value_fault(code, word, value, (start, end) if start < end else around, keys))
        if value is None:
            return None
        return Node(start, end, without_unwelcome(value) if isinstance(value, str) else value)

    def _note(self, event: Any) -> Span:
        """Remember where a scalar stands; return its span, that of a block text ended with its last line."""
        start, end = _span(event)
        self.scalars.append(ScalarSpan(start, end, not event.style))
        if event.style in ("|", ">"):
            end = start + len(self.text[start:end].rstrip())
        elif (
            event.style == '"' and (character := first_unwelcome(event.value)) and character not in self.text[start:end]
        ):
            self._add(character_fault(character, start, end))
        self.last = max(self.last, end)
        return start, end

    def _properties(self, event: Any, keys: Keys) -> None:
        if event.anchor is not None:
            at = self.text.find(f"&{event.anchor}", event.start_mark.index)
            self._fault(
                ANCHOR, f"The anchor &{event.anchor} has no place in a plan", at, at + 1 + len(event.anchor), keys
            )
        if event.tag is not None:
            at = self.text.find("!", event.start_mark.index)
            tag = self.text[at:].split(maxsplit=1)[0]
            self._fault(TAG, f"The tag {shorten(tag)} has no place in a plan", at, at + len(tag), keys)

    def _count(self, event: Any) -> None:
        self.count += 1
        if self.count > MAX_VALUES:
            raise _Stopped(TOO_MANY, f"The file holds more than {MAX_VALUES:,} keys and values", event.start_mark.index)

    def _fault(self, code: Code, message: str, start: int, end: int, keys: Keys | None = None) -> None:
        self._add(Fault(code, message, start, end, keys))

    def _add(self, fault: Fault) -> None:
        if len(self.faults) < MAX_FAULTS:
            self.faults.append(fault)

    def _said_at(self, offset: int) -> str:
        line = self.text.count("\n", 0, offset) + 1
        return f"on line {line}, column {offset - self.text.rfind(chr(10), 0, offset)}"


def _span(event: Any) -> Span:
    return event.start_mark.index, event.end_mark.index
