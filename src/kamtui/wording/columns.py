"""How do columns share a width? Each gets what its cells need; where room is short, the least important go first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from kamtui.text import Line, Run, fit_line, line_width, width

Cell = Run | Line

GAP = 2
_SAMPLE = 500


@dataclass(frozen=True, slots=True)
class Column:
    """A column: numbers stand `right`; at most `most` cells; the one that `grows` takes the room that is left.

    Where room is short it may shrink to `least` cells; without that only the one that grows shrinks.

    `rank` tells what goes first where room is short: the highest; 0 always stays. `first` says what stands on top once
    the table is sorted by it, `falling` whether that is the highest.
    """

    title: str
    right: bool = False
    most: int = 40
    rank: int = 0
    grows: bool = False
    least: int = 0
    falling: bool = False
    first: str = "from a to z"


@dataclass(frozen=True, slots=True)
class Row:
    """A row: what tells it apart, its cells, and what each cell is sorted by (None, the unknown, always comes last)."""

    key: object
    cells: tuple[Cell, ...]
    order: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns that have room: which they are, and how many cells each takes."""

    shown: tuple[int, ...]
    widths: tuple[int, ...]


def needed(columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> list[int]:
    """Return the cells each column would like, by its title and a sample of its rows."""
    step = max(1, len(rows) // _SAMPLE)
    wanted = [max(width(column.title), column.least) for column in columns]
    for cells in rows[::step]:
        for place, cell in enumerate(cells):
            wanted[place] = max(wanted[place], cell_width(cell))
    return [min(want, max(column.most, width(column.title))) for want, column in zip(wanted, columns, strict=True)]


def lay_out(columns: Sequence[Column], wanted: Sequence[int], room: int) -> Layout:
    """Return the columns that fit into so many cells; those that can shrink do so before one is left out.

    A column without title and content is not shown.
    """
    shown = [place for place, want in enumerate(wanted) if want]
    while len(shown) > 1 and _total(_least(columns[place], wanted[place]) for place in shown) > room:
        dispensable = max(shown, key=lambda place: (columns[place].rank, place))
        if columns[dispensable].rank == 0:
            break
        shown.remove(dispensable)
    return Layout(tuple(shown), tuple(_shared(columns, wanted, shown, room)))


def _least(column: Column, wanted: int) -> int:
    if column.least:
        return min(wanted, column.least)
    return min(wanted, 8) if column.grows else wanted


def _total(widths: Iterable[int]) -> int:
    listed = list(widths)
    return sum(listed) + GAP * (len(listed) - 1)


def _shared(columns: Sequence[Column], wanted: Sequence[int], shown: Sequence[int], room: int) -> list[int]:
    """Give what is left to the column that grows; take what is lacking from it first, then from the others."""
    widths = {place: wanted[place] for place in shown}
    spare = room - _total(widths.values())
    for place in sorted(shown, key=lambda place: not columns[place].grows):
        if spare > 0 and columns[place].grows:
            widths[place] += spare
            spare = 0
        elif spare < 0:
            taken = min(-spare, widths[place] - _least(columns[place], wanted[place]))
            widths[place] -= taken
            spare += taken
    return [max(1, widths[place]) for place in shown]


def compose(cells: Sequence[Cell], columns: Sequence[Column], layout: Layout) -> Line:
    """Return the cells of a row as one line."""
    parts: list[Run] = []
    for place, cells_wide in zip(layout.shown, layout.widths, strict=True):
        if parts:
            parts.append(Run(" " * GAP))
        parts.extend(fit_line(as_line(cells[place]), cells_wide, right=columns[place].right))
    return tuple(parts)


def as_line(cell: Cell) -> Line:
    """Return a cell as a line."""
    return (cell,) if isinstance(cell, Run) else cell


def cell_width(cell: Cell) -> int:
    """Return the cells of a screen that a cell of a table takes."""
    return width(cell.text) if isinstance(cell, Run) else line_width(cell)
