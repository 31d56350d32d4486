"""What is known to say what: the values of the pieces of a plan that were read, by their text."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from kamplans.history.pieces import Section, Sections, is_closed
from kamplans.model.value_path import identity
from kamplans.reading.plain import plain
from kamplans.reading.values import read_values

_FIELD_OF_ITEM = re.compile(r"    ([A-Za-z_]+): ([A-Za-z0-9][A-Za-z0-9_.-]{0,39})")
"""A line of an item that gives one field one word; no other line of an item stands four spaces in."""


_plain = lru_cache(4096)(plain)


class Known:
    """The values of pieces. A piece of a list is known as its item, any other text as the value of its field."""

    def __init__(self) -> None:
        self._values: dict[str, Any] = {}
        self._identities: dict[tuple[str, ...], _Identities] = {}

    def learn(self, sections: Sections, data: dict[str, Any]) -> bool:
        """Take the values of sections from what their text was read as; whether the two fit together."""
        for name, section in sections.items():
            value = data.get(name)
            pieces = section.pieces or (section.head,)
            if not section.pieces:
                values = [value]
            elif section.is_list:
                values = value if isinstance(value, list) else []
            else:
                values = list(value.values()) if isinstance(value, dict) else []
            if len(values) != len(pieces):
                return False
            self._values.update(zip(pieces, values, strict=True))
        return data.keys() == sections.keys()

    def data(self, sections: Sections, like: Sections | None = None) -> dict[str, Any] | None:
        """Return what sections say, reading those pieces that are not known yet; None if they cannot be read.

        `like` are known sections that these may differ from in a word or two.
        """
        if like is not None:
            self._learn_words(sections, like)
        unknown = {name: new for name, section in sections.items() if (new := self._unknown(section))}
        if unknown:
            if not all(is_closed(piece) for new in unknown.values() for piece in new.pieces):
                return None
            text = "".join([f"{line}\n" for new in unknown.values() for line in (new.head, *new.pieces)])
            read = read_values(text.encode())
            if read is None or not self.learn(unknown, read[1]):
                return None
        return {name: self._value(section) for name, section in sections.items()}

    def identities(self, key: tuple[str, ...], pieces: Iterable[str]) -> list[tuple[str, ...] | None]:
        """Return what identifies the items that known pieces are, by the fields of `key`."""
        known = self._identities.get(key) or self._identities.setdefault(key, _Identities(key, self._values))
        return [known[piece] for piece in pieces]

    def _learn_words(self, sections: Sections, like: Sections) -> None:
        for name, section in sections.items():
            other = like.get(name)
            if section.is_list and other and other.is_list and len(section.pieces) == len(other.pieces):
                for piece, known in zip(section.pieces, other.pieces, strict=True):
                    if piece not in self._values and (item := _altered(self._values.get(known), known, piece)):
                        self._values[piece] = item

    def _unknown(self, section: Section) -> Section | None:
        if not section.pieces:
            return None if section.head in self._values else section
        pieces = tuple([piece for piece in section.pieces if piece not in self._values])
        return Section(section.head, pieces, section.is_list) if pieces else None

    def _value(self, section: Section) -> Any:
        if not section.pieces:
            return self._values[section.head]
        if section.is_list:
            return [self._values[piece] for piece in section.pieces]
        return {piece.strip().partition(":")[0]: self._values[piece] for piece in section.pieces}


class _Identities(dict[str, tuple[str, ...] | None]):
    """What identifies the items that pieces are, found when it is first asked for."""

    def __init__(self, key: tuple[str, ...], values: dict[str, Any]) -> None:
        super().__init__()
        self._key, self._values = key, values

    def __missing__(self, piece: str) -> tuple[str, ...] | None:
        found = self[piece] = identity(self._key, self._values[piece])
        return found


def _altered(item: Any, known: str, piece: str) -> dict[str, Any] | None:
    """Return the item of a piece whose lines are those of a known item, but for the words of some fields; else None."""
    if not isinstance(item, dict) or known.count("\n") != piece.count("\n"):
        return None
    found = dict(item)
    for line, other in zip(piece.split("\n"), known.split("\n"), strict=True):
        if line == other:
            continue
        new, old = _FIELD_OF_ITEM.fullmatch(line), _FIELD_OF_ITEM.fullmatch(other)
        if not new or not old or new[1] != old[1]:
            return None
        (value, doubt), before = _plain(new[2]), _plain(old[2])[0]
        if value is None or doubt or item.get(new[1]) != before:
            return None
        found[new[1]] = value
    return found
