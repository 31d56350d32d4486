"""What is a tab? A part of the account screen that asks for itself once it is first looked at."""

from textual.containers import Vertical
from textual.widget import Widget

from kamtui.actions.acting import Acting
from kamtui.asking.asker import Asking


class Tab(Vertical, Acting, Asking):
    """One question about one account."""

    TAB = ""
    TITLE = ""

    def __init__(self, account: str) -> None:
        super().__init__(id=self.TAB)
        self.account = account

    def plans_changed(self) -> None:
        """Ask, now and whenever the plans were read anew."""

    async def step_back(self) -> bool:
        """End what is open within the tab, such as a search; return whether something was."""
        return False

    def on_mount(self) -> None:
        """Ask for the first time."""
        self.plans_changed()

    @property
    def first(self) -> Widget:
        """What takes the focus when the tab is shown."""
        return next(widget for widget in self.query("*") if widget.can_focus)
