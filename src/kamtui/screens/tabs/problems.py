"""What was found in these plans? Each finding with its place, the lines of the file, and what the rule asks for."""

from typing import Any

from textual.app import ComposeResult

from kamtui.asking.questions import FindingsOf, Question
from kamtui.screens.problems_pane import ProblemsPane
from kamtui.screens.tabs.tab import Tab


class ProblemsTab(Tab):
    """The findings of one account."""

    TAB = "problems"
    TITLE = "Problems"

    def compose(self) -> ComposeResult:
        """List and detail."""
        yield ProblemsPane()

    def plans_changed(self) -> None:
        """Ask for the findings."""
        self.ask(FindingsOf(self.account))

    def answered(self, question: Question[Any], answer: Any) -> None:
        """Show them."""
        self.query_one(ProblemsPane).show(answer)
