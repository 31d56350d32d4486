"""What do all screens share? A frame, keys that always work, and a sentence where the terminal is too small."""

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

from textual.app import ComposeResult
from textual.screen import Screen

from kamtui.actions.acting import Acting, bindings_of
from kamtui.actions.action import Action
from kamtui.asking.asker import Asking
from kamtui.asking.past import Past
from kamtui.widgets.bars import Bar, KeyLine, TitleBar, TooSmall


class HouseScreen(Screen[object], Acting, Asking):
    """A screen of the house: title above, keys below, and between them what `body` gives."""

    PLACES: ClassVar[tuple[str, ...]] = ("screen",)
    BINDINGS = bindings_of("screen")

    @cached_property
    def past(self) -> Past | None:
        """The day this screen looks at, if it is not today: its own, or that of the screen it opened over."""
        stack = self.app.screen_stack
        below = stack[stack.index(self) - 1] if self in stack[1:] else None
        return below.past if isinstance(below, HouseScreen) else None

    def compose(self) -> ComposeResult:
        """Frame first: it is on the screen before anything was read."""
        yield TitleBar()
        yield from self.body()
        yield KeyLine()
        yield TooSmall()

    def body(self) -> ComposeResult:
        """What stands between title and keys."""
        yield from ()

    def plans_changed(self) -> None:
        """Take up plans that were read, or read anew."""

    def loading_failed(self, sentence: str) -> None:
        """Take the reason why the plans could not be read."""

    # the keys that matter now

    def acting(self) -> Iterator[tuple[Acting, Action]]:
        """Yield every action that can be reached from where the focus is, with the part that offers it."""
        for node in (self.focused or self).ancestors_with_self:
            if isinstance(node, Acting):
                yield from ((node, action) for action in node.offered)

    def on_descendant_focus(self) -> None:
        """Show the keys of what has the focus now."""
        self.show_keys()

    def on_screen_resume(self) -> None:
        """Show the keys when coming back."""
        self.show_keys()

    def on_walking_moved(self) -> None:
        """Show the keys of what the cursor is on now."""
        self.show_keys()

    def show_keys(self) -> None:
        """Draw the line of keys anew."""
        self.query_one(KeyLine).show([action for part, action in self.acting() if not part.why_not(action)])

    async def on_bar_pressed(self, message: Bar.Pressed) -> None:
        """Do what was clicked in the line of keys."""
        if not isinstance(message.bar, KeyLine):
            return
        part = next((part for part, action in self.acting() if action.id == message.what), None)
        if part is not None:
            await part.action_act(message.what)

    # what always works

    def nothing_behind(self) -> str:
        """Why there is no way back."""
        return "" if len(self.app.screen_stack) > 1 else "This is the first view: Q leaves kamtui."

    async def action_back(self) -> None:
        """Back to where one was; never out of the program."""
        if len(self.app.screen_stack) > 1:
            self.dismiss(None)

    async def action_close(self) -> None:
        """Close this view."""
        await self.action_back()

    def action_next_pane(self) -> None:
        """To the next part of the screen."""
        self.focus_next()

    def action_previous_pane(self) -> None:
        """To the part before."""
        self.focus_previous()
