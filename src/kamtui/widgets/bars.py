"""What frames every screen? A line that says where one is, tabs, and a line of the keys that matter now."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from kamplans.model.clean import clean
from kamtui.actions.action import Action
from kamtui.text import Line, Run, fit, fit_line, line_width, width
from kamtui.widgets.palette import Palette


class Bar(Widget):
    """One line as wide as the screen."""

    @dataclass
    class Pressed(Message):
        """A part of the bar was clicked."""

        bar: "Bar"
        """The bar."""
        what: str
        """The part's name."""

    def runs(self, cells: int) -> Line:
        """Return the line for so many cells."""
        raise NotImplementedError

    def pressable(self) -> Sequence[tuple[int, int, str]]:
        """Return what can be clicked: first cell, cell behind the last, name."""
        return ()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A bar is one line high."""
        return 1

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        palette = Palette(self)
        whole = fit_line(self.runs(self.size.width), self.size.width)
        return Strip([Segment(clean(part.text), palette[part.tone]) for part in whole])

    def on_click(self, event: events.Click) -> None:
        """Tell which part was clicked."""
        name = next((name for start, end, name in self.pressable() if start <= event.x < end), None)
        if name is not None:
            self.post_message(self.Pressed(self, name))


class TitleBar(Bar):
    """Where one is, and at the right what is known of it; the right part gives way first."""

    def __init__(self) -> None:
        super().__init__()
        self._left: Line = ()
        self._rights: tuple[Line, ...] = ()

    def show(self, left: Line, *rights: Line) -> None:
        """Show both parts; of the right ones the first that has room."""
        self._left, self._rights = left, rights
        self.refresh()

    def runs(self, cells: int) -> Line:
        """Return both parts, apart from each other; where room is short, the left one alone."""
        left = (Run(" "), *self._left)
        room = cells - line_width(left) - 3
        for right in self._rights:
            if line_width(right) <= room:
                return (*left, Run(" " * (room + 2 - line_width(right))), *right, Run(" "))
        return left


class TabStrip(Bar):
    """The tabs of a screen with their keys; the one shown is in reverse."""

    def __init__(self, tabs: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self._tabs = tabs
        self._active = ""
        self._notes: dict[str, str] = {}

    def show(self, active: str) -> None:
        """Mark a tab as the one shown."""
        self._active = active
        self.refresh()

    def note(self, tab: str, text: str) -> None:
        """Put a short word behind a tab's title."""
        self._notes[tab] = text
        self.refresh()

    def _labels(self) -> list[tuple[str, str]]:
        return [
            (tab, f" {key} {title}{' ' + self._notes[tab] if self._notes.get(tab) else ''} ")
            for tab, key, title in self._tabs
        ]

    def runs(self, cells: int) -> Line:
        """Return all tabs."""
        return tuple(Run(label, "active" if tab == self._active else "muted") for tab, label in self._labels())

    def pressable(self) -> Sequence[tuple[int, int, str]]:
        """Each tab."""
        parts, left = [], 0
        for tab, label in self._labels():
            parts.append((left, left + width(label), tab))
            left += width(label)
        return parts


class KeyLine(Bar):
    """The few keys that matter where one is; the others stand in the help."""

    MOST = 8

    def __init__(self) -> None:
        super().__init__()
        self._actions: Sequence[Action] = ()

    def show(self, actions: Sequence[Action]) -> None:
        """Show actions, those first that stand first in the list of actions."""
        self._actions = sorted((one for one in actions if one.footer), key=lambda one: one.footer)[: self.MOST]
        self.refresh()

    def runs(self, cells: int) -> Line:
        """Return keys and labels, as many as there is room for."""
        parts: list[Run] = [Run(" ")]
        for action in self._actions:
            item = (Run(action.first_key, "accent"), Run(f" {action.label.lower()}  "))
            if line_width((*parts, *item)) > cells + 1:
                break
            parts.extend(item)
        return tuple(parts)

    def pressable(self) -> Sequence[tuple[int, int, str]]:
        """Each key with its label."""
        parts, left = [], 1
        for action in self._actions:
            taken = width(f"{action.first_key} {action.label.lower()}")
            parts.append((left, left + taken, action.id))
            left += taken + 2
        return parts


class Sentence(Bar):
    """One sentence; it is cut where it has no room."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._line: Line = ()

    def show(self, line: Line) -> None:
        """Show a line."""
        self._line = line
        self.refresh()

    def runs(self, cells: int) -> Line:
        """Return the line."""
        return (
            (Run(" "), *self._line) if line_width(self._line) < cells else (Run(" "), *fit_line(self._line, cells - 1))
        )


class TooSmall(Widget):
    """Covers everything where the terminal has too little room for it."""

    WIDTH, HEIGHT = 60, 15

    def render_line(self, y: int) -> Strip:
        """Draw the one sentence in the first lines."""
        palette = Palette(self)
        size = self.app.size
        sentence = (
            f"Enlarge the terminal: {self.WIDTH}×{self.HEIGHT} cells are needed, it has {size.width}×{size.height}."
        )
        cells = max(1, self.size.width)
        text = sentence[y * cells : (y + 1) * cells]
        return Strip([Segment(fit(text, cells), palette.base)])
