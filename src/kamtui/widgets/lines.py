"""How are many lines drawn? Only those in sight, under a header that stays, with the cursor as a bar."""

from collections.abc import Sequence

from rich.segment import Segment
from textual import events
from textual.geometry import Offset, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from kamplans.model.clean import clean
from kamtui.text import Line, fit_line
from kamtui.widgets.palette import Palette
from kamtui.widgets.walking import Walking

_CACHED_LINES = 2000
_MARK = "▌"


class Lines(ScrollView, Walking, can_focus=True):
    """A list of lines with a cursor.

    Subclasses give `count`, `row(index)`, `key(index)` and `header`. A row is drawn in the width of the pane; keys tell
    rows apart from one filling to the next, so that the cursor stays on what it was on.
    """

    # Said again here: the keys of a scrolling view would win over those of a walker, which come later in the order.
    BINDINGS = Walking.BINDINGS

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._strips: dict[tuple[int, bool], Strip] = {}
        self._palette: Palette | None = None
        self._prepared_for = -1

    @property
    def header(self) -> Line | None:
        """The line that stays above the others; None where there is none."""
        return None

    def row(self, index: int) -> Line:
        """Return a line."""
        raise NotImplementedError

    def copied(self, index: int) -> str:
        """Return a line as text to take away."""
        return "".join(part.text for part in self.row(index)).strip()

    # filling

    def refill(self, keep: object | None) -> None:
        """Draw anew after the lines changed, with the cursor on the key to keep, if it is still there."""
        self.place_cursor(keep)
        self.redraw()
        self.show_cursor()
        self.tell_moved()

    def redraw(self) -> None:
        """Forget what was drawn and draw again."""
        self._palette = None
        self._prepared_for = -1
        self.virtual_size = Size(1, self.count + self._header_height)  # lines are cut, never scrolled sideways
        self.refresh()

    def prepare(self, cells: int) -> None:
        """Prepare to draw lines of so many cells."""

    @property
    def _header_height(self) -> int:
        return 1 if self.header is not None else 0

    @property
    def _body_width(self) -> int:
        return self.scrollable_content_region.width

    @property
    def text_width(self) -> int:
        """The cells that a line has; one more is the cursor's."""
        return max(0, self._body_width - 1)

    # drawing

    def render_line(self, y: int) -> Strip:
        """Draw one line of the pane."""
        palette = self._palette = self._palette or Palette(self)
        if self._prepared_for != self.text_width:  # also when a scrollbar came or went
            self._strips.clear()
            self._prepared_for = self.text_width
            self.prepare(self.text_width)
        header = self.header
        if header is not None:
            if y == 0:
                return self._strip(header, palette, "muted")
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
        if index != self.cursor or not self.can_hold_cursor(index):
            return self._strip(line, palette)
        whole = fit_line(line, self.text_width)
        if self.has_focus:
            text = clean("".join(part.text for part in whole))
            return Strip([Segment(_MARK + text, palette.bar)])
        marked = [Segment(_MARK, palette["accent"])]
        return Strip([*marked, *(Segment(clean(part.text), palette[part.tone] + palette.bold) for part in whole)])

    def _strip(self, line: Line, palette: Palette, tone: str = "") -> Strip:
        whole = fit_line(line, self.text_width)
        segments = [Segment(clean(part.text), palette[part.tone or tone]) for part in whole]
        return Strip([Segment(" ", palette.base), *segments])

    # what makes it draw again

    def on_resize(self, event: events.Resize) -> None:
        """Draw in the new width."""
        self.redraw()
        self.show_cursor()

    def on_focus(self) -> None:
        """Show the cursor as the one that moves."""
        self.redraw()
        self.show_cursor()

    def on_blur(self) -> None:
        """Show the cursor as one that rests."""
        self.redraw()

    def notify_style_update(self) -> None:
        """Take up the colours of a new theme."""
        super().notify_style_update()
        self._strips.clear()
        self._palette = None

    def watch_cursor(self, old: int, new: int) -> None:
        """Draw the two lines that changed, and tell."""
        for index in (old, new):
            for resting in (True, False):
                self._strips.pop((index, resting), None)
        self.refresh()
        self.show_cursor()
        self.tell_moved()

    def show_cursor(self) -> None:
        """Bring the line under the cursor into sight; with the first one, what stands above it."""
        page = self.scrollable_content_region.height - self._header_height
        top = round(self.scroll_y)
        if page <= 0 or not self.count:
            return
        if self.cursor < top:
            top = 0 if self.nearest(0, 1) == self.cursor else self.cursor
        elif self.cursor >= top + page:
            top = self.cursor - page + 1
        self.scroll_to(y=top, animate=False)
        if self.has_focus:  # magnifiers and Braille lines follow the terminal's own cursor
            down = self.cursor - top + self._header_height
            self.app.cursor_position = self.content_region.offset + Offset(0, down)

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
    """Lines that are ready, each with its key; those whose key is None are headings."""

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
        """Headings are stepped over."""
        return self._lines[index][0] is not None

    def fill(self, lines: Sequence[tuple[object, Line]]) -> None:
        """Show lines."""
        kept = self.current
        self._lines = lines
        self.refill(kept)
