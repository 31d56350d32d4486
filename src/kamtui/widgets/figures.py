"""How does a small table stand on a page? Rows in columns without a cursor, as high as it has rows."""

from collections.abc import Sequence

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from kamplans.model.clean import clean
from kamtui.text import Run, fit_line
from kamtui.widgets.palette import Palette
from kamtui.wording.columns import Cell, Column, compose, lay_out, needed


class Figures(Widget):
    """A table to read."""

    def __init__(self, columns: Sequence[Column], *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._columns = tuple(columns)
        self._rows: Sequence[Sequence[Cell]] = ()

    def show(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Show rows; without rows the table takes no room."""
        self._rows = rows
        self.display = bool(rows)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line for the titles, one for each row."""
        return len(self._rows) + 1 if self._rows else 0

    def render_line(self, y: int) -> Strip:
        """Draw the titles or a row."""
        palette, cells = Palette(self), self.size.width
        if y > len(self._rows):
            return Strip.blank(cells, palette.base)
        layout = lay_out(self._columns, needed(self._columns, self._rows), cells)
        row = [Run(column.title, "muted") for column in self._columns] if y == 0 else self._rows[y - 1]
        line = fit_line(compose(row, self._columns, layout), cells)
        return Strip([Segment(clean(part.text), palette[part.tone]) for part in line])
