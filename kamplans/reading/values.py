"""The values of a file that is in order, as fast as libyaml gives its events; of any other file, nothing.

This face of the reader only ever says "in order, and these are the values". It looks for the traces of everything that
could be wrong, and where it finds one it leaves the file to `survey`, which looks closely and finds the words.
"""

import re
from collections.abc import Callable
from typing import Any

from kamplans.reading.characters import UNWELCOME
from kamplans.reading.limits import MAX_DEPTH, MAX_VALUES
from kamplans.reading.parser import (
    CParser,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    YAMLError,
)
from kamplans.reading.plain import Plain, is_text_key, plain, quoted

_WELCOME_BYTES = b"\n" + bytes(range(0x20, 0x7F)) + bytes(range(0x80, 0x100))
_NODE_PROPERTY = re.compile(rb"(?:^|[\s\[{,:])(?:[&*]\S|!)")
_MOST_WORDS, _LONGEST_WORD = 20_000, 40

Next = Callable[[], Any]


class _Doubt(Exception):
    """Something here needs a closer look."""


class _Words(dict[str, Plain]):
    """The values of unquoted words met before; a doubtful word is never kept."""

    def __missing__(self, word: str) -> Plain:
        value, code = plain(word)
        if code is not None or value is None:
            raise _Doubt
        if len(word) <= _LONGEST_WORD:
            self[word] = value
        return value


class _Keys(dict[str, str]):
    """The keys met before, all of them text."""

    def __missing__(self, word: str) -> str:
        if not is_text_key(word):
            raise _Doubt
        if len(word) <= _LONGEST_WORD:
            self[word] = word
        return word


_words = _Words()
_keys = _Keys()


def read_values(data: bytes) -> tuple[str, dict[str, Any]] | None:
    """Return the text and the values of a file that is in order; None where a closer look is needed."""
    if _is_doubtful(data):
        return None
    if len(_words) > _MOST_WORDS or len(_keys) > _MOST_WORDS:
        _words.clear()
        _keys.clear()
    try:
        text = data.decode("utf-8")
        if not text.isascii() and UNWELCOME.search(text):
            return None
        return text, _document(CParser(data).get_event)
    except (_Doubt, UnicodeDecodeError, YAMLError):
        return None


def _is_doubtful(data: bytes) -> bool:
    odd = data.translate(None, _WELCOME_BYTES)
    return (
        (bool(odd) and (odd.strip(b"\r") != b"" or not data.count(b"\r\n") == data.count(b"\n") == len(odd)))
        or len(data) > MAX_VALUES
        or data.count(b"#") != data.count(b"# ")
        or b"\\" in data
        or b"<<<<<<<" in data
        or b">>>>>>>" in data
        or ((b"&" in data or b"*" in data or b"!" in data) and _NODE_PROPERTY.search(data) is not None)
    )


def _document(get: Next) -> dict[str, Any]:
    get()
    start = get()
    if start.__class__ is StreamEndEvent or start.version or start.tags or get().__class__ is not MappingStartEvent:
        raise _Doubt
    values = _mapping(get, 1)
    get()
    if get().__class__ is not StreamEndEvent:
        raise _Doubt
    return values


def _mapping(get: Next, depth: int) -> dict[str, Any]:
    if depth > MAX_DEPTH:
        raise _Doubt
    values: dict[str, Any] = {}
    key = get()
    while key.__class__ is ScalarEvent:
        name = _keys[key.value]
        if name in values:
            raise _Doubt
        event = get()
        shape = event.__class__
        if shape is ScalarEvent:
            values[name] = _quoted(event.value) if event.style else _words[event.value]
        elif shape is MappingStartEvent:
            values[name] = _mapping(get, depth + 1)
        elif shape is SequenceStartEvent:
            values[name] = _sequence(get, depth + 1)
        else:
            raise _Doubt
        key = get()
    if key.__class__ is not MappingEndEvent:
        raise _Doubt
    return values


def _sequence(get: Next, depth: int) -> list[Any]:
    if depth > MAX_DEPTH:
        raise _Doubt
    values: list[Any] = []
    while True:
        event = get()
        shape = event.__class__
        if shape is ScalarEvent:
            values.append(_quoted(event.value) if event.style else _words[event.value])
        elif shape is MappingStartEvent:
            values.append(_mapping(get, depth + 1))
        elif shape is SequenceStartEvent:
            values.append(_sequence(get, depth + 1))
        elif shape is SequenceEndEvent:
            return values
        else:
            raise _Doubt


def _quoted(text: str) -> str:
    value, code = quoted(text)
    if code is not None:
        raise _Doubt
    return value
