"""Who reports to whom, and who moves whom? Their tree from left to right, with the lines of one person."""

from kamplans.model.orgchart import ChartRow, RowKind
from kamtui.text import run
from kamtui.widgets.sheet import Sheet
from kamtui.wording.columns import Row
from kamtui.wording.people import NOBODY, People
from kamtui.wording.people_map import map_rows


class OrgMap(Sheet):
    """One row a person; arrows show the lines of the one under the cursor."""

    _people: People | None = None
    _selected: str | None = None

    def show(self, people: People) -> None:
        """Show a map."""
        self._people = people
        self.fill(map_rows(people, self._selected) or [Row(None, (run(NOBODY),))])
        self._draw_lines()

    def watch_cursor(self, old: int, new: int) -> None:
        """Draw the lines of another person."""
        super().watch_cursor(old, new)
        self._draw_lines()

    def _draw_lines(self) -> None:
        if self._people is not None and self.selected != self._selected:
            self._selected = self.selected
            self._rows = map_rows(self._people, self._selected)
            self.redraw()

    @property
    def _chart(self) -> tuple[ChartRow, ...]:
        return self._people.chart.rows if self._people else ()

    @property
    def selected(self) -> str | None:
        """The person under the cursor."""
        return self._chart[self.cursor].person if self.cursor < len(self._chart) else None

    def go_to(self, person: str | None) -> None:
        """Put the cursor on a person, or on the row they are folded into."""
        found = (n for n, row in enumerate(self._chart) if person is not None and person in (row.person, *row.folded))
        self.step_to(next(found, None))

    def step_to(self, place: int | None) -> None:
        """Put the cursor on a row."""
        if place is not None:
            self.cursor = place

    @property
    def boss(self) -> int | None:
        """The row one level up."""
        if not self._chart:
            return None
        manager = self._chart[self.cursor].manager
        return next((n for n, row in enumerate(self._chart) if row.person == manager), None) if manager else None

    @property
    def report(self) -> int | None:
        """The first row one level down."""
        if self.cursor + 1 >= len(self._chart) or self.selected is None:
            return None
        below = self._chart[self.cursor + 1]
        return self.cursor + 1 if below.manager == self.selected and below.kind is not RowKind.HEADING else None

    def beside(self, step: int) -> int | None:
        """The row after (1) or before (−1) with the same boss."""
        if not self._chart:
            return None
        manager = self._chart[self.cursor].manager
        same = [n for n, row in enumerate(self._chart) if row.manager == manager and row.kind is not RowKind.HEADING]
        place = same.index(self.cursor) + step if self.cursor in same else -1
        return same[place] if 0 <= place < len(same) else None
