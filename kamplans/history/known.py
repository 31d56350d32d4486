"""What is known to say what: the values of the pieces of a plan that were read, by their text."""

from typing import Any

from kamplans.history.pieces import Section, Sections
from kamplans.reading.values import read_values


class Known:
    """The values of pieces. A piece of a list is known as its item, any other text as the value of its field."""

    def __init__(self) -> None:
        self._values: dict[str, Any] = {}

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

    def data(self, sections: Sections) -> dict[str, Any] | None:
        """Return what sections say, reading those pieces that are not known yet; None if they cannot be read."""
        unknown = {name: new for name, section in sections.items() if (new := self._unknown(section))}
        if unknown:
            text = "".join(f"{line}\n" for new in unknown.values() for line in (new.head, *new.pieces))
            read = read_values(text.encode())
            if read is None or not self.learn(unknown, read[1]):
                return None
        return {name: self._value(section) for name, section in sections.items()}

    def _unknown(self, section: Section) -> Section | None:
        if not section.pieces:
            return None if section.head in self._values else section
        pieces = tuple(piece for piece in section.pieces if piece not in self._values)
        return Section(section.head, pieces, section.is_list) if pieces else None

    def _value(self, section: Section) -> Any:
        if not section.pieces:
            return self._values[section.head]
        if section.is_list:
            return [self._values[piece] for piece in section.pieces]
        return {piece.strip().partition(":")[0]: self._values[piece] for piece in section.pieces}
