"""How does one find a word in a list and still see what stands around it? It is searched, match by match."""

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from kamtui.actions.acting import bindings_of
from kamtui.screens.tabs.tab import Tab
from kamtui.widgets.entry import Entry
from kamtui.wording.search import Search


class Searching(Tab):
    """A tab whose lines are searched; it says how in `no_story`, `ask_story`, `look` and `step`.

    The line one types in is there only while one types; esc ends the search.
    """

    PLACES: ClassVar[tuple[str, ...]] = ("search",)
    BINDINGS = bindings_of("search")

    def __init__(self, account: str) -> None:
        super().__init__(account)
        self.search = Search()
        self._left: Widget | None = None
        """What had the focus before one typed."""

    def no_story(self) -> str:
        """Why nothing can be searched."""
        return ""

    def ask_story(self) -> None:
        """Ask for what is searched, if it is not known yet."""

    def look(self) -> None:
        """Find anew what is searched for, and show where it stands first."""

    def step(self, steps: int) -> None:
        """Show the next match (1), or the one before (−1)."""

    def nothing_sought(self) -> str:
        """Why there is no match to go to."""
        if not self.search.typed:
            return "Nothing is searched for: / begins."
        return "" if self.search.matches else f"“{self.search.typed}” does not stand in this history."

    async def action_search(self) -> None:
        """Type what to search for."""
        if not self.query(Entry):
            self._left = self.screen.focused
            entry = Entry(self.search.typed, placeholder="words of a commit or of what it changed")
            await self.mount(entry)
            entry.focus()
            self.ask_story()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self.search = replace(self.search, typed=event.value.strip(), at=-1)
        self.look()

    @on(Input.Submitted)
    async def _done(self) -> None:
        """Back to the lines."""
        await self.query(Entry).remove()
        (self._left if self._left is not None and self._left.is_attached else self.first).focus()

    def action_next_match(self) -> None:
        """To the next match."""
        self.step(1)

    def action_previous_match(self) -> None:
        """To the match before."""
        self.step(-1)

    async def step_back(self) -> bool:
        """End the search."""
        if not self.search.typed and not self.query(Entry):
            return False
        await self._done()
        self.search = Search()
        self.look()
        return True
