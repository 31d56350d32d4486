"""How does one walk through many lines? A list that draws only the lines in sight, with a cursor that keeps its place."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from kamplans.model.clean import clean
from kamtui.actions.acting import Acting, Saying, bindings_of
from kamtui.text import Line, fit_line, line_width
from kamtui.widgets.palette import Palette

_CACHED_LINES = 2000
_MARK = "▌"


class Lines(Acting, ScrollView, can_focus=True):
    """A list of lines with a cursor.

    Subclasses give `count`, `row(index)`, `key(index)` and `header`. A row is drawn in the width of the pane; keys tell rows
    apart from one filling to the next, so that the cursor stays on what it was on.
    """

    PLACES = ("list",)
    BINDINGS = bindings_of("list")
    cursor: reactive[int] = reactive(0, always_update=False)

    @dataclass
    class Moved(Message):
        """The cursor came to another line."""

        lines: "Lines"
        """The list."""

        @property
        def control(self) -> "Lines":
            """The list."""
            return self.lines

    @dataclass
    class Chosen(Message):
        """A line was clicked that the cursor was on already."""

        lines: "Lines"
        """The list."""

        @property
        def control(self) -> "Lines":
            """The list."""
            return self.lines

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._strips: dict[tuple[int, bool], Strip] = {}
        self._palette: Palette | None = None

    # what subclasses give

    @property
    def count(self) -> int:
        """How many lines there are."""
        return 0

    @property
    def header(self) -> Line | None:
        """The line that stays above the others; None where there is none."""
        return None

    def row(self, index: int) -> Line:
        """Return a line."""
        raise NotImplementedError

    def key(self, index: int) -> object:
        """Return what tells a line apart."""
        return index

    def can_hold_cursor(self, index: int) -> bool:
        """Whether the cursor may stand on a line; it steps over the others."""
        return True

    def copied(self, index: int) -> str:
        """Return a line as text to take away."""
        return "".join(part.text for part in self.row(index)).strip()

    # filling

    @property
    def current(self) -> object | None:
        """The key of the line under the cursor; None where there is no line."""
        return self.key(self.cursor) if 0 <= self.cursor < self.count else None

    def refill(self, keep: object | None) -> None:
        """Draw anew after the lines changed, with the cursor on the key to keep, if it is still there."""
        found = next((index for index in range(self.count) if self.key(index) == keep), None) if keep is not None else None
        place = self._nearest(min(self.cursor, self.count - 1) if found is None else found, 1)
        self.set_reactive(Lines.cursor, place)
        self.redraw()
        self._show_cursor()
        self.post_message(self.Moved(self))

    def redraw(self) -> None:
        """Forget what was drawn and draw again."""
        self._strips.clear()
        self._palette = None
        self.virtual_size = Size(self._body_width, self.count + self._header_height)
        self.refresh()

    @property
    def _header_height(self) -> int:
        return 1 if self.header is not None else 0

    @property
    def _body_width(self) -> int:
        return self.scrollable_content_region.width

    # drawing

    def render_line(self, y: int) -> Strip:
        """Draw one line of the pane."""
        palette = self._palette = self._palette or Palette(self)
        header = self.header
        if header is not None:
            if y == 0:
                return self._strip(header, palette, "muted").simplify()
            y -= 1
        index = round(self.scroll_y) + y
        if index >= self.count:
            return Strip.blank(self.size.width, palette.base)
        place = (index, index == self.cursor)
        strip = self._strips.get(place)
        if strip is None:
            if len(self._strips) > _CACHED_LINES:
                self._strips.clear()
            strip = self._strips[place] = self._draw(index, palette)
        return strip

    def _draw(self, index: int, palette: Palette) -> Strip:
        line = self.row(index)
        if index != self.cursor:
            return self._strip(line, palette)
        whole = fit_line(line, self._text_width)
        if self.has_focus:
            text = clean("".join(part.text for part in whole))
            return Strip([Segment(_MARK + text, palette.bar)])
        marked = [Segment(_MARK, palette["accent"])]
        return Strip([*marked, *(Segment(clean(part.text), palette[part.tone] + palette.bold) for part in whole)])

    def _strip(self, line: Line, palette: Palette, tone: str = "") -> Strip:
        whole = fit_line(line, self._text_width)
        segments = [Segment(clean(part.text), palette[part.tone or tone]) for part in whole]
        return Strip([Segment(" ", palette.base), *segments])

    @property
    def _text_width(self) -> int:
        return max(0, self._body_width - 1)

    # what makes it draw again

    def on_resize(self, event: events.Resize) -> None:
        """Draw in the new width."""
        self.redraw()
        self._show_cursor()

    def on_focus(self) -> None:
        """Show the cursor as the one that moves."""
        self.redraw()

    def on_blur(self) -> None:
        """Show the cursor as one that rests."""
        self.redraw()

    def notify_style_update(self) -> None:
        """Take up the colours of a new theme."""
        super().notify_style_update()
        self._strips.clear()
        self._palette = None

    # moving

    def watch_cursor(self, old: int, new: int) -> None:
        """Draw the two lines that changed, and tell."""
        for index in (old, new):
            for resting in (True, False):
                self._strips.pop((index, resting), None)
        self.refresh()
        self._show_cursor()
        self.post_message(self.Moved(self))

    def _show_cursor(self) -> None:
        page = self.scrollable_content_region.height - self._header_height
        top = round(self.scroll_y)
        if page <= 0 or not self.count:
            return
        if self.cursor < top:
            self.scroll_to(y=0 if self._nearest(0, 1) == self.cursor else self.cursor, animate=False)
        elif self.cursor >= top + page:
            self.scroll_to(y=self.cursor - page + 1, animate=False)

    def move(self, steps: int) -> None:
        """Move the cursor so many lines, to the next that may hold it."""
        wanted = max(0, min(self.count - 1, self.cursor + steps))
        self.cursor = self._nearest(wanted, 1 if steps > 0 else -1)

    def _nearest(self, index: int, towards: int) -> int:
        if self.count == 0:
            return 0
        index = max(0, index)
        ahead = range(index, self.count) if towards > 0 else range(index, -1, -1)
        behind = range(index, -1, -1) if towards > 0 else range(index, self.count)
        return next((one for part in (ahead, behind) for one in part if self.can_hold_cursor(one)), index)

    def action_down(self) -> None:
        """One line down."""
        self.move(1)

    def action_up(self) -> None:
        """One line up."""
        self.move(-1)

    def action_first(self) -> None:
        """To the first line."""
        self.move(-self.count)

    def action_last(self) -> None:
        """To the last line."""
        self.move(self.count)

    def action_half_down(self) -> None:
        """Half a page down."""
        self.move(max(1, self.size.height // 2))

    def action_half_up(self) -> None:
        """Half a page up."""
        self.move(-max(1, self.size.height // 2))

    def no_line(self) -> str:
        """Why nothing can be copied."""
        return "" if self.count else "There is no line here to copy."

    def action_copy(self) -> None:
        """Take the line under the cursor away as text."""
        text = clean(self.copied(self.cursor))
        self.app.copy_to_clipboard(text)
        cast("Saying", self.app).say(f"Copied: {text}")

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the clicked line; choose it where it was there already."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        index = round(self.scroll_y) + offset.y - self._header_height
        if offset.y < self._header_height or not 0 <= index < self.count or not self.can_hold_cursor(index):
            return
        if index == self.cursor:
            self.post_message(self.Chosen(self))
        self.cursor = index


class TextLines(Lines):
    """Lines that are ready, each with its key."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._lines: Sequence[tuple[object, Line]] = ()

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    def row(self, index: int) -> Line:
        """Return a line."""
        return self._lines[index][1]

    def key(self, index: int) -> object:
        """Return what tells a line apart."""
        return self._lines[index][0]

    def can_hold_cursor(self, index: int) -> bool:
        """Lines without a key are headings."""
        return self._lines[index][0] is not None

    def fill(self, lines: Sequence[tuple[object, Line]]) -> None:
        """Show lines; those whose key is None are headings that the cursor steps over."""
        kept = self.current
        self._lines = lines
        self.refill(kept)

    @property
    def widest(self) -> int:
        """The cells of the widest line."""
        return max((line_width(one) for _, one in self._lines), default=0)
