"""How is a page of words shown? Lines in tones that wrap in the width of the pane, and pages that scroll."""

from collections.abc import Iterable
from typing import ClassVar

from textual.containers import VerticalScroll
from textual.widgets import Static

from kamtui.actions.acting import Acting, bindings_of
from kamtui.text import Line, content


class Prose(Static):
    """Lines that wrap; never markup."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__("", markup=False, id=id, classes=classes)

    def show(self, lines: Iterable[Line]) -> None:
        """Show lines of runs."""
        self.update(content(lines))
        if not self.is_laid_out:
            # Filled before the first layout, a height worked out for another width would stay.
            self.call_after_refresh(self.refresh, layout=True)

    @property
    def is_laid_out(self) -> bool:
        """Whether the place on the screen is known."""
        return self.size.width > 0


class Page(VerticalScroll, Acting):
    """A part of the screen that scrolls as a whole."""

    PLACES: ClassVar[tuple[str, ...]] = ("page",)
    BINDINGS = bindings_of("page")
