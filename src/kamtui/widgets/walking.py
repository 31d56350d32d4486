"""How does a cursor walk? Over the lines that may hold it; it stays on what it was on when the lines change."""

from dataclasses import dataclass
from typing import ClassVar, cast

from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from kamplans.model.clean import clean
from kamtui.actions.acting import Acting, Saying, bindings_of


class Walking(Widget, Acting):
    """Lines with a cursor; `count` and `key` say what there is to walk over."""

    PLACES: ClassVar[tuple[str, ...]] = ("list",)
    BINDINGS = bindings_of("list")
    cursor: reactive[int] = reactive(0)

    @dataclass
    class Moved(Message):
        """The cursor came to another line, or the lines changed."""

        lines: "Walking"
        """The list."""

        @property
        def control(self) -> "Walking":
            """The list."""
            return self.lines

    @dataclass
    class Chosen(Message):
        """A line was clicked that the cursor was on already."""

        lines: "Walking"
        """The list."""

        @property
        def control(self) -> "Walking":
            """The list."""
            return self.lines

    # what there is to walk over

    @property
    def count(self) -> int:
        """How many lines there are."""
        return 0

    def key(self, index: int) -> object:
        """Return what tells a line apart."""
        return index

    def can_hold_cursor(self, index: int) -> bool:
        """Whether the cursor may stand on a line; it steps over the others."""
        return True

    def copied(self, index: int) -> str:
        """Return a line as text to take away."""
        return str(self.key(index))

    def show_cursor(self) -> None:
        """Bring the line under the cursor into sight."""

    # the cursor

    @property
    def current(self) -> object | None:
        """The key of the line under the cursor; None where there is no line."""
        return self.key(self.cursor) if 0 <= self.cursor < self.count else None

    def tell_moved(self) -> None:
        """Tell everybody above, also where one of them made the cursor move: Textual stops a message at its sender."""
        self.post_message(self.Moved(self).set_sender(self))

    def find(self, key: object | None) -> int | None:
        """Return the line with a key."""
        return None if key is None else next((one for one in range(self.count) if self.key(one) == key), None)

    def place_cursor(self, keep: object | None) -> None:
        """Put the cursor on a key after the lines changed; if it is gone, on the line that took its place."""
        found = self.find(keep)
        place = self.nearest(min(self.cursor, self.count - 1), 1) if found is None else found
        self.set_reactive(Walking.cursor, place)

    def move(self, steps: int) -> None:
        """Move the cursor so many lines, to the next that may hold it."""
        wanted = max(0, min(self.count - 1, self.cursor + steps))
        self.cursor = self.nearest(wanted, 1 if steps > 0 else -1)

    def nearest(self, index: int, towards: int) -> int:
        """Return the nearest line that may hold the cursor, looking down (1) or up (−1) first."""
        if self.count == 0:
            return 0
        index = max(0, index)
        below, above = range(index, self.count), range(index, -1, -1)
        order = (below, above) if towards > 0 else (above, below)
        return next((one for part in order for one in part if self.can_hold_cursor(one)), index)

    # actions

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
