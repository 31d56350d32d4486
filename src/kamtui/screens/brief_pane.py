"""What should one know before opening an account? The brief of the one under the cursor, and who changed it last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult

from kamtui.asking.asker import Asking
from kamtui.asking.questions import BriefOf, LastChange, Question
from kamtui.text import Line, Run, line
from kamtui.widgets.pane import title_pane
from kamtui.widgets.prose import Page, Prose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kamplans.model.brief import Brief


class BriefPane(Page, Asking):
    """The brief of one account; it asks when it is told which."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, classes="pane")
        self.account: str | None = None
        self._brief: Brief | None = None
        self._changed: list[Line] = []
        self._above: list[Line] = []

    def compose(self) -> ComposeResult:
        """One text."""
        yield Prose()

    def show_account(self, account: str | None, name: str, above: Iterable[Line] = ()) -> None:
        """Show the brief of an account below the lines `above`; None empties the pane."""
        self.account = account
        self._above = list(above)
        if self._above:
            self._above.append(())
        self._brief, self._changed = None, []
        title_pane(self, name)
        self.scroll_home(animate=False)
        if account is None:
            self.query_one(Prose).show([])
            return
        self.query_one(Prose).show([*self._above, line(Run("Asking the plans…", "muted"))])
        self.ask(BriefOf(account))
        self._ask_history(account)

    def _ask_history(self, account: str) -> None:
        shelf = self.host.shelf
        if shelf is not None and shelf.workspace.no_history:
            self._changed = [line(Run(shelf.workspace.no_history, "muted"))]
        else:
            self.ask(LastChange(account))

    def answered(self, question: Question[Any], answer: Any) -> None:
        """Show what came back, if it is still about the account to show."""
        shelf = self.host.shelf
        if shelf is None or getattr(question, "account", None) != self.account:
            return
        from kamtui.wording.briefing import brief_lines, last_change

        if isinstance(question, BriefOf):
            self._brief = answer
        elif isinstance(question, LastChange):
            changed = last_change(answer, shelf.workspace.as_of)
            self._changed = [line(Run("Changed  ", "muted"), changed)]
        if self._brief is not None:
            lines = brief_lines(self._brief, shelf.workspace.as_of)
            self.query_one(Prose).show([*self._above, *lines, *self._changed])

    def refused(self, question: Question[Any], sentence: str) -> None:
        """Say in the pane why something is not known."""
        if isinstance(question, LastChange):
            self._changed = [line(Run(sentence, "muted"))]
        else:
            self.query_one(Prose).show([line(sentence)])
