"""How is one thing read by itself? As a page in a box: a brief, a person, a goal, the values before and after."""

from collections.abc import Sequence

from textual.app import ComposeResult

from kamtui.screens.brief_pane import BriefPane
from kamtui.screens.modals.overlay import Overlay
from kamtui.text import Line
from kamtui.widgets.pane import title_pane
from kamtui.widgets.prose import Page, Prose


class PageScreen(Overlay):
    """Lines to read."""

    def __init__(self, title: str, lines: Sequence[Line]) -> None:
        super().__init__()
        self._title = title
        self._lines = lines

    def body(self) -> ComposeResult:
        """A page."""
        with Page(classes="box"):
            yield Prose()

    def on_mount(self) -> None:
        """Show the lines."""
        title_pane(self.query_one(Page), self._title)
        self.query_one(Prose).show(self._lines)
        self.query_one(Page).focus()


class BriefScreen(Overlay):
    """The brief of an account, where the screen has no room for it beside the table."""

    def __init__(self, account: str, name: str, above: Sequence[Line] = ()) -> None:
        super().__init__()
        self._account = account
        self._called = name
        self._above = above

    def body(self) -> ComposeResult:
        """The pane that stands beside the table elsewhere."""
        pane = BriefPane()
        pane.set_classes("box")
        yield pane

    def on_mount(self) -> None:
        """Ask for the brief."""
        pane = self.query_one(BriefPane)
        pane.show_account(self._account, self._called, self._above)
        pane.focus()
