"""Since when? A day or a revision to compare with, typed into a box over the portfolio."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from kamtui.screens.modals.overlay import Overlay
from kamtui.text import Run, line
from kamtui.widgets.entry import Entry
from kamtui.widgets.pane import title_pane
from kamtui.widgets.prose import Prose

_HELP = "A day (2026-06-30), a tag, a branch or a commit; enter compares, esc leaves it."


class SinceScreen(Overlay):
    """Asks since when; dismissed with what was typed, or None."""

    def __init__(self, offered: str) -> None:
        super().__init__()
        self._offered = offered

    def body(self) -> ComposeResult:
        """A line to type in, and what may be typed."""
        with Vertical(classes="box"):
            yield Entry(self._offered)
            yield Prose()

    def on_mount(self) -> None:
        """Offer a day."""
        title_pane(self.query_one(Vertical), "Changed since")
        self.query_one(Prose).show([line(Run(_HELP, "muted"))])
        self.query_one(Entry).focus()

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip() or None)
