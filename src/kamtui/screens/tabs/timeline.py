"""Which lists has a history? Its commits, and the changes of one of them."""

import re
from collections.abc import Sequence
from typing import ClassVar

from textual import events

from kamplans.model.change import Change
from kamplans.model.revision import Commit
from kamtui.actions.acting import bindings_of
from kamtui.screens.modals.page import PageScreen
from kamtui.text import line, wrap
from kamtui.widgets.lines import TextLines
from kamtui.widgets.sheet import Sheet
from kamtui.wording import changes as words


class Commits(Sheet):
    """The commits, newest first."""

    PLACES: ClassVar[tuple[str, ...]] = ("history", "list")
    BINDINGS = bindings_of("history")

    def __init__(self) -> None:
        super().__init__(words.COLUMNS, titled=False, id="commits")
        self.add_class("pane")

    @property
    def commit(self) -> Commit | None:
        """The commit under the cursor."""
        return self.current if isinstance(self.current, Commit) else None

    def no_commit(self) -> str:
        """Why there are no changes to look at."""
        return "" if self.commit else "There is no commit here."

    def action_changes(self) -> None:
        """Into the changes."""
        self.screen.query_one(Changes).focus()


class Changes(TextLines):
    """The changes of one commit."""

    PLACES: ClassVar[tuple[str, ...]] = ("changes", "list")
    BINDINGS = bindings_of("changes")

    def __init__(self) -> None:
        super().__init__(id="changes", classes="pane")
        self._changes: Sequence[Change] = ()
        self._instead = ""
        self._sought: re.Pattern[str] | None = None

    def show(self, changes: Sequence[Change], instead: str) -> None:
        """Show changes; where there are none, the sentence that stands for them."""
        self._changes, self._instead = changes, instead
        self._wrap()
        self.move(-self.count)

    def mark(self, sought: re.Pattern[str] | None) -> None:
        """Mark what is searched for."""
        self._sought = sought
        self._wrap()

    def _wrap(self) -> None:
        room = max(20, self.size.width - 3)
        said = [(None, line(part)) for part in wrap(self._instead, room)]
        self.fill(words.change_lines(self._changes, room, self._sought) or said)

    def on_resize(self, event: events.Resize) -> None:
        """Wrap anew."""
        self._wrap()

    def no_change(self) -> str:
        """Why there are no values to look at."""
        return "" if isinstance(self.current, Change) else "There is no change here."

    def action_raw(self) -> None:
        """Show the values before and after."""
        if isinstance(self.current, Change):
            self.app.push_screen(PageScreen("Before and after", list(words.raw_lines(self.current))))

    def action_commits(self) -> None:
        """Back to the commits."""
        self.screen.query_one(Commits).focus()
