"""How do rows in a given order stand in columns? A list with headings between, as wide as its pane."""

from collections.abc import Sequence

from kamtui.text import Line, Run
from kamtui.widgets.lines import Lines
from kamtui.wording.columns import Column, Layout, Row, as_line, compose, lay_out, needed


class Sheet(Lines):
    """Rows in columns, as they came. A row with one cell is a heading as wide as the pane; it holds no cursor."""

    def __init__(self, columns: Sequence[Column], *, titled: bool = True, id: str | None = None) -> None:
        super().__init__(id=id)
        self.columns = tuple(columns)
        self._titled = titled
        self._rows: Sequence[Row] = ()
        self._layout = Layout((), ())

    @property
    def count(self) -> int:
        """How many rows there are, headings included."""
        return len(self._rows)

    @property
    def header(self) -> Line | None:
        """The titles of the columns, where they are shown."""
        if not self._titled:
            return None
        return compose([Run(column.title) for column in self.columns], self.columns, self._layout)

    def row(self, index: int) -> Line:
        """Return a row as one line."""
        cells = self._rows[index].cells
        return as_line(cells[0]) if len(cells) == 1 else compose(cells, self.columns, self._layout)

    def key(self, index: int) -> object:
        """Return what tells a row apart."""
        return self._rows[index].key

    def can_hold_cursor(self, index: int) -> bool:
        """Headings have no key."""
        return self._rows[index].key is not None

    def copied(self, index: int) -> str:
        """Return all cells of a row, also those without room."""
        return "  ".join(
            "".join(part.text for part in as_line(cell)).strip() for cell in self._rows[index].cells
        ).strip()

    def fill(self, rows: Sequence[Row]) -> None:
        """Show rows; the cursor stays on its row."""
        kept = self.current
        self._rows = rows
        self.refill(kept)

    def prepare(self, cells: int) -> None:
        """Share the width among the columns."""
        wanted = needed(self.columns, [row.cells for row in self._rows if len(row.cells) > 1])
        self._layout = lay_out(self.columns, wanted, cells)
