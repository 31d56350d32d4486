"""How does one see thousands of rows at once? A table that composes only the rows in sight."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.message import Message

from kamtui.actions.acting import bindings_of
from kamtui.text import Line, Run, width
from kamtui.widgets.lines import Lines
from kamtui.wording.columns import Column, Layout, Row, as_line, compose, lay_out, needed


@dataclass(frozen=True, slots=True)
class Order:
    """How a table is sorted: by the column of that place, the highest first or last."""

    column: int
    falling: bool = False


class RowTable(Lines):
    """Rows under a header; `columns` say what stands in them, `order` how they are sorted, None as they came."""

    PLACES: ClassVar[tuple[str, ...]] = ("list", "table")
    BINDINGS = bindings_of("table")

    @dataclass
    class Sorted(Message):
        """The table was sorted otherwise."""

        table: "RowTable"
        """The table."""

    @dataclass
    class SortAsked(Message):
        """Somebody wants to choose the order."""

        table: "RowTable"
        """The table."""

    def __init__(self, columns: Sequence[Column], *, id: str | None = None, order: Order | None = None) -> None:
        super().__init__(id=id)
        self.columns = tuple(columns)
        self.order = order
        self._rows: Sequence[Row] = ()
        self._keep: Callable[[Row], bool] | None = None
        self._index: list[int] = []
        self._wanted: list[int] = [0] * len(self.columns)
        self._layout = Layout((), ())

    # what a list of lines asks for

    @property
    def count(self) -> int:
        """How many rows are shown."""
        return len(self._index)

    @property
    def header(self) -> Line:
        """The titles; the sorted column carries the direction."""
        return compose([Run(self._title(place)) for place in range(len(self.columns))], self.columns, self._layout)

    def row(self, index: int) -> Line:
        """Return a row as one line."""
        return compose(self._rows[self._index[index]].cells, self.columns, self._layout)

    def key(self, index: int) -> object:
        """Return what tells a row apart."""
        return self._rows[self._index[index]].key

    def copied(self, index: int) -> str:
        """Return all cells of a row, also those without room."""
        cells = self._rows[self._index[index]].cells
        return "  ".join("".join(part.text for part in as_line(cell)).strip() for cell in cells)

    def prepare(self, cells: int) -> None:
        """Share the width among the columns."""
        self._layout = lay_out(self.columns, self._wanted, cells)

    # filling, narrowing, sorting

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Show other columns, of rows that are filled in next."""
        self.columns = tuple(columns)
        self._layout = Layout((), ())

    @property
    def total(self) -> int:
        """How many rows there are, shown or not."""
        return len(self._rows)

    def fill(self, rows: Sequence[Row]) -> None:
        """Show rows; filter, order and the row under the cursor stay."""
        kept = self.current
        self._rows = rows
        self._wanted = self._measure()
        self._arrange(kept)

    def narrow(self, keep: Callable[[Row], bool] | None) -> None:
        """Show only the rows to keep; None shows all."""
        kept = self.current
        self._keep = keep
        self._arrange(kept)

    def sort_by(self, order: Order | None) -> None:
        """Order the rows anew; the cursor stays on its row."""
        kept = self.current
        self.order = order
        self._wanted = self._measure()
        self._arrange(kept)
        self.post_message(self.Sorted(self))

    def _measure(self) -> list[int]:
        wanted = needed(self.columns, [row.cells for row in self._rows])
        return [max(want, width(self._title(place))) for place, want in enumerate(wanted)]

    def _arrange(self, kept: object | None) -> None:
        keep = self._keep
        index = [place for place, row in enumerate(self._rows) if keep is None or keep(row)]
        order = self.order
        if order is not None:
            known = [place for place in index if self._rows[place].order[order.column] is not None]
            unknown = [place for place in index if self._rows[place].order[order.column] is None]
            known.sort(key=lambda place: self._rows[place].order[order.column], reverse=order.falling)
            index = known + unknown
        self._index = index
        self.refill(kept)

    def _is_sorted(self, place: int) -> bool:
        return self.order is not None and self.order.column == place

    def _title(self, place: int) -> str:
        title = self.columns[place].title
        return f"{title} {self.arrow}" if self._is_sorted(place) else title

    @property
    def arrow(self) -> str:
        """The direction of the order: ▼ the highest first, ▲ the lowest."""
        return "" if self.order is None else "▼" if self.order.falling else "▲"

    # actions

    def action_sort(self) -> None:
        """Ask for the column."""
        self.post_message(self.SortAsked(self))

    def action_sort_left(self) -> None:
        """Order by the column to the left."""
        self._sort_beside(-1)

    def action_sort_right(self) -> None:
        """Order by the column to the right."""
        self._sort_beside(1)

    def _sort_beside(self, step: int) -> None:
        place = (self.order.column + step if self.order else 0) % len(self.columns)
        self.sort_by(self.natural(place))

    def natural(self, place: int) -> Order:
        """Return the order by a column that one means when one names it."""
        return Order(place, self.columns[place].falling)

    def action_sort_turn(self) -> None:
        """Turn the order round."""
        order = self.order or Order(0)
        self.sort_by(Order(order.column, not order.falling))

    def on_click(self, event: events.Click) -> None:
        """Order by the column whose title was clicked; again, the other way round."""
        offset = event.get_content_offset(self)
        if offset is None or offset.y != 0:
            return
        event.prevent_default()
        left = 1
        for place, wide in zip(self._layout.shown, self._layout.widths, strict=True):
            if left <= offset.x < left + wide:
                if self._is_sorted(place):
                    self.action_sort_turn()
                else:
                    self.sort_by(self.natural(place))
            left += wide + 2
