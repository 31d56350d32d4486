"""What a format is: a name and a function from a report to text."""

from collections.abc import Callable
from dataclasses import dataclass

from kamplans.model.report import Report


@dataclass(frozen=True, slots=True)
class Canvas:
    """Where text will stand: its width in cells, whether colours are wanted, and whether tables must fit the width."""

    width: int = 100
    color: bool = False
    is_narrow: bool = False


@dataclass(frozen=True, slots=True)
class Format:
    """One output format; `render` returns text that ends with a line end, or nothing."""

    name: str
    render: Callable[[Report, Canvas], str]
