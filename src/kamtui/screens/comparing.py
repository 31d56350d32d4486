"""What changed since a day? The plans are compared with those of then, for a list that shows it by account."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from kamtui.asking.days import ChangedSince
from kamtui.screens.house import HouseScreen

if TYPE_CHECKING:
    from kamtui.asking.days import Since
    from kamtui.text import Line
    from kamtui.wording.columns import Column

_OFFERED = timedelta(days=30)


class Comparing(HouseScreen):
    """A screen that can be compared with an earlier day; `comparison_changed` shows it anew."""

    def __init__(self) -> None:
        super().__init__()
        self.since: Since | None = None

    def comparison_changed(self) -> None:
        """Show what changed, or what there is without it."""

    def no_then(self) -> str:
        """Why there is nothing to compare with."""
        shelf = self.host.shelf
        return shelf.workspace.no_history if shelf else self.host.busy or "There are no plans to compare."

    def action_since(self) -> None:
        """Ask since when; thirty days ago is offered."""
        from kamtui.screens.modals.since import SinceScreen

        shelf = self.host.shelf
        if shelf is not None:
            self.app.push_screen(SinceScreen((shelf.workspace.as_of - _OFFERED).isoformat()), self._since_when)

    def _since_when(self, typed: object) -> None:
        if isinstance(typed, str):
            self.ask(ChangedSince(typed))

    def compare(self, since: Since | None) -> None:
        """Show what changed since; None shows the plans by themselves again."""
        self.since = since
        self.comparison_changed()

    def compare_again(self) -> None:
        """Compare plans that were read anew with the same commit."""
        if self.since is not None:
            self.ask(ChangedSince(self.since.commit.id))

    # what a list shows of it; nothing while nothing is compared

    @property
    def compared(self) -> str:
        """What the plans are compared with."""
        if self.since is None:
            return ""
        from kamtui.wording.since import said

        return said(self.since)

    def delta_column(self) -> tuple[Column, ...]:
        """Return the column of changes."""
        if self.since is None:
            return ()
        from kamtui.wording.since import COLUMN

        return (COLUMN,)

    def delta(self, account: str) -> tuple[Line, ...]:
        """Return the cell of an account in that column."""
        if self.since is None:
            return ()
        from kamtui.wording.since import cell

        return (cell(self.since, account),)

    def delta_order(self, account: str) -> int | None:
        """Return how many values of an account changed."""
        return None if self.since is None else len(self.since.changes.get(account, ()))

    def told(self, account: str | None) -> list[Line]:
        """Return the weightiest changes of an account."""
        if self.since is None or account is None:
            return []
        from kamtui.wording.since import lines

        return list(lines(self.since, account))
