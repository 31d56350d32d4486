"""An answer laid out for people: a title and blocks; `data` is the same for machines."""

from dataclasses import dataclass, field
from typing import Any

Cell = str | int | float | bool | None


@dataclass(frozen=True)
class Heading:
    """A heading of level 1–3."""

    text: str
    level: int = 2


@dataclass(frozen=True)
class Paragraph:
    """Sentences; `tone` is a grade, a severity or plain, and never the only carrier of meaning."""

    text: str
    tone: str = "plain"


@dataclass(frozen=True)
class Bullets:
    """A list of sentences."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Facts:
    """Names and values."""

    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Column:
    """A column of a table; numbers stand right."""

    title: str
    numeric: bool = False


@dataclass(frozen=True)
class Table:
    """Rows of text; `tones` gives one tone a row, or nothing."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    tones: tuple[str, ...] = ()


@dataclass(frozen=True)
class Preformatted:
    """Lines whose columns matter: a map, a source frame. `tones` gives one tone a line, or nothing."""

    lines: tuple[str, ...]
    tones: tuple[str, ...] = ()


Block = Heading | Paragraph | Bullets | Facts | Table | Preformatted


@dataclass(frozen=True)
class Report:
    """One answer, for people and for machines (`data`: dict, list, text, numbers, None)."""

    title: str
    blocks: tuple[Block, ...]
    data: Any = field(default=None, repr=False)
