"""How does something open over a screen? In a box on the dimmed screen; esc and q close it."""

from textual.app import ComposeResult

from kamtui.screens.house import HouseScreen
from kamtui.widgets.bars import KeyLine, TooSmall


class Overlay(HouseScreen):
    """A box over the screen one came from."""

    CSS_PATH = "overlay.tcss"

    def compose(self) -> ComposeResult:
        """The box, with the keys below."""
        yield from self.body()
        yield KeyLine()
        yield TooSmall()
