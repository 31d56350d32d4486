"""When does it happen? A strip of cells over the days of a plan: work as a bar, due days as diamonds, today a line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kamtui.text import Line, Run

CELLS = 20
_QUARTERS = 91


@dataclass(frozen=True, slots=True)
class Span:
    """The days a strip covers, both ends included, and where today is."""

    start: date
    end: date
    today: date

    def cell(self, when: date) -> int:
        """Return the cell of a day, the nearest one for a day outside."""
        days = max(1, (self.end - self.start).days)
        return max(0, min(CELLS - 1, (when - self.start).days * CELLS // (days + 1)))

    @property
    def scale(self) -> str:
        """The years, each over its first cell; the one already running only where it leaves the next one room."""
        cells = [" "] * CELLS
        for year in (*range(self.start.year + 1, self.end.year + 1), self.start.year):
            place = self.cell(max(self.start, date(year, 1, 1)))
            around = cells[max(0, place - 1) : place + 5]
            if place + 4 <= CELLS and all(cell == " " for cell in around):
                cells[place : place + 4] = str(year)
        return "".join(cells)


def span_of(days: Sequence[date], today: date) -> Span:
    """Return the span that holds all days and today, with a little room at both ends."""
    first, last = min([*days, today]), max([*days, today])
    return Span(first - timedelta(days=14), max(last, first + timedelta(days=_QUARTERS)) + timedelta(days=14), today)


def strip(
    span: Span, start: date | None, end: date | None, marks: Sequence[tuple[date, bool]], *, is_done: bool = False
) -> Line:
    """Return one strip: of a piece of work the time gone is full, the rest light; `marks` are days, done or not."""
    cells = [Run(" ")] * CELLS
    now = span.cell(span.today)
    cells[now] = Run("│", "accent")
    if start is not None and end is not None and start <= end:
        for place in range(span.cell(start), span.cell(end) + 1):
            gone = place < now or is_done
            cells[place] = Run("│" if place == now else "▓" if gone else "░", "accent" if place == now else "muted")
    elif end is not None:
        cells[span.cell(end)] = Run("◇" if is_done else "◆", "muted" if is_done else "strong")
    for when, done in marks:
        cells[span.cell(when)] = Run("◇" if done else "◆", "muted" if done else "strong")
    return tuple(cells)
