"""What was found in all plans? Every finding of the portfolio, its settings and our people included."""

from typing import Any

from textual.app import ComposeResult

from kamtui.asking.questions import FindingsOf, Question
from kamtui.screens.house import HouseScreen
from kamtui.screens.problems_pane import FindingList, ProblemsPane
from kamtui.text import Run, line
from kamtui.widgets.bars import TitleBar
from kamtui.wording.place import standing


class ProblemsScreen(HouseScreen):
    """Everything found."""

    CSS_PATH = "problems.tcss"

    def body(self) -> ComposeResult:
        """List and detail."""
        yield ProblemsPane()

    def on_mount(self) -> None:
        """Ask."""
        self.query_one(FindingList).focus()
        self.plans_changed()

    def plans_changed(self) -> None:
        """Ask for all findings."""
        shelf = self.host.shelf
        right = line(Run(standing(shelf.workspace), "muted")) if shelf else ()
        self.query_one(TitleBar).show(line("Accounts › all problems"), right)
        self.ask(FindingsOf(None))

    def answered(self, question: Question[Any], answer: Any) -> None:
        """Show them."""
        self.query_one(ProblemsPane).show(answer)
