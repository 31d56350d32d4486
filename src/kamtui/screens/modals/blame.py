"""Who made it so? The values of an item with the commits they come from, in a list over the screen."""

from dataclasses import dataclass
from typing import Any, ClassVar

from textual.app import ComposeResult

from kamplans.model.blame import BlamedValue
from kamplans.model.figures import count
from kamtui.actions.acting import Acting, bindings_of
from kamtui.asking.asker import Asking
from kamtui.asking.days import BlameOf
from kamtui.asking.questions import Question
from kamtui.screens.modals.overlay import Overlay
from kamtui.screens.modals.page import PageScreen
from kamtui.text import Run, run, wrap
from kamtui.widgets.lines import Lines
from kamtui.widgets.pane import title_pane
from kamtui.widgets.sheet import Sheet
from kamtui.wording import blame as words
from kamtui.wording.columns import Row

_FRAME = 3
"""Lines of the list that hold no value: its border and its header."""


@dataclass(frozen=True)
class Written:
    """Something that somebody wrote into the plans of an account: its path in plan words, and what a person calls it.

    `document` names the file it stands in, where the path alone could mean several.
    """

    account: str
    path: str
    called: str
    document: str | None = None


class Blaming(Acting, Asking):
    """A part of the screen whose cursor stands on something written."""

    PLACES: ClassVar[tuple[str, ...]] = ("written",)
    BINDINGS = bindings_of("written")

    def written(self) -> Written | str:
        """Return what the cursor is on, or why that is nothing somebody wrote."""
        raise NotImplementedError

    def no_blame(self) -> str:
        """Why nobody can be named."""
        shelf = self.host.shelf
        if shelf is None:
            return "The plans are being read."
        found = shelf.workspace.no_history or self.written()
        return found if isinstance(found, str) else ""

    def action_blame(self) -> None:
        """Show who made it so."""
        found = self.written()
        if isinstance(found, Written):
            self.app.push_screen(BlameScreen(found))


class Blamed(Sheet):
    """Values with their commits."""

    PLACES: ClassVar[tuple[str, ...]] = ("blamed", "list")
    BINDINGS = bindings_of("blamed")

    @property
    def value(self) -> BlamedValue | None:
        """The value under the cursor."""
        return self.current if isinstance(self.current, BlamedValue) else None

    def no_value(self) -> str:
        """Why there is nothing to look at."""
        return "" if self.value else "There is no value here."

    def action_origin(self) -> None:
        """Show all of it."""
        if self.value is not None:
            self.app.push_screen(PageScreen("Where it comes from", list(words.blame_lines(self.value))))


class BlameScreen(Overlay):
    """The values of an item, the newest first."""

    def __init__(self, written: Written) -> None:
        super().__init__()
        self._written = written

    def body(self) -> ComposeResult:
        """The list."""
        yield Blamed(words.COLUMNS)

    def on_mount(self) -> None:
        """Ask for the values."""
        sheet = self.query_one(Blamed)
        sheet.add_class("box", "whole", "listed")
        title_pane(sheet, f"Blame  {self._written.called}")
        sheet.focus()
        sheet.fill([Row(None, (Run("Asking the history…", "muted"),))])
        self.plans_changed()

    def plans_changed(self) -> None:
        """Ask again."""
        self.ask(BlameOf(self._written.account, self._written.path, self._written.document))

    def answered(self, question: Question[Any], answer: Any) -> None:
        """Show the values."""
        path, values = answer
        sheet = self.query_one(Blamed)
        sheet.fill(words.blame_rows(values, path))
        sheet.styles.height = len(values) + _FRAME
        title_pane(sheet, f"Blame  {self._written.called}", count(len(values), "value"))

    def refused(self, question: Question[Any], sentence: str) -> None:
        """Say why nobody can be named."""
        self.query_one(Blamed).fill([Row(None, (run(part),)) for part in wrap(sentence, 70)])

    def on_lines_chosen(self, message: Lines.Chosen) -> None:
        """Show the value that was clicked."""
        self.query_one(Blamed).action_origin()
