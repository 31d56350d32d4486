"""What holds the terminal UI together? One app: it holds the plans, reads them in a worker, and shows the screens.

The frame comes first: what it does not need is imported where it is used.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.message import Message
from textual.screen import Screen
from textual.worker import Worker, WorkerState, get_current_worker

from kamplans import api
from kamplans.errors import BadRevision, KamplansError, NoGit, UsageError
from kamplans.model.clean import clean_lines
from kamtui.actions.acting import Acting, bindings_of
from kamtui.asking.asker import sentence_of
from kamtui.asking.past import Past
from kamtui.asking.shelf import Shelf
from kamtui.asking.undisturbed import undisturbed
from kamtui.screens.house import HouseScreen
from kamtui.screens.portfolio import PortfolioScreen
from kamtui.screens.themes import DARK, LIGHT
from kamtui.widgets.bars import TooSmall

if TYPE_CHECKING:
    from datetime import date

    from kamplans.model.workspace import Workspace
    from kamtui.asking.asker import Where

_WIDTHS: list[tuple[int, str]] = [(0, "-tiny"), (TooSmall.WIDTH, "-narrow"), (100, "-wide")]
_HEIGHTS: list[tuple[int, str]] = [(0, "-flat"), (TooSmall.HEIGHT, "-high")]
_READING = "The plans are being read."


@dataclass
class PlansRead(Message):
    """The plans were read."""

    workspace: Workspace
    """What was read."""


@dataclass
class PlansRefused(Message):
    """The plans could not be read."""

    error: KamplansError
    """Why."""


class KamtuiApp(App[None], Acting):
    """The app.

    `root` is the portfolio's folder, or what finds it, asked in a worker; None opens the first screen, which says the
    `reason`.
    `at` is a revision or date to read the plans at, `as_of` the day on which all that depends on a date is asked.
    """

    TITLE = "kamtui"
    PLACES: ClassVar[tuple[str, ...]] = ("everywhere",)
    BINDINGS = bindings_of("everywhere")
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = _WIDTHS
    VERTICAL_BREAKPOINTS = _HEIGHTS
    NOTIFICATION_TIMEOUT = 6

    def __init__(
        self,
        root: Where | None,
        at: str | None = None,
        as_of: date | None = None,
        *,
        reason: str = "Nothing was named.",
    ) -> None:
        first = "welcome" if root is None else "portfolio"  # Textual reads the styles of every screen but the first
        super().__init__(css_path=["screens/house.tcss", f"screens/{first}.tcss"])
        self.shelf: Shelf | None = None
        self.busy = ""
        self.settling = 0.05
        self.refusal = ""
        """The sentence that the program ends with, where it could not begin."""
        self._root, self._at, self._as_of, self._reason = root, at, as_of, reason
        self.animation_level = "none"
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = DARK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give the colours of the house to themes that do not know them."""
        return DARK.variables

    def get_default_screen(self) -> Screen[object]:
        """Show the frame at once; the plans follow."""
        if self._root is not None:
            return PortfolioScreen()
        from kamtui.screens.welcome import WelcomeScreen

        return WelcomeScreen(self._reason)

    def on_mount(self) -> None:
        """Begin to read once the frame stands."""
        if self._root is not None:
            self.busy = _READING
            self.call_after_refresh(self.read_again)

    # reading

    def read_again(self) -> None:
        """Read the plans in a worker."""
        if self._root is None:
            self.say("Nothing is open that could be read.")
            return
        self.busy = _READING
        self.run_worker(
            partial(self._read, self._root), thread=True, group="reading", exclusive=True, exit_on_error=False
        )

    def _read(self, root: Where) -> None:
        worker = get_current_worker()
        import_module("kamtui.wording.accounts")  # here, for an import would hold up the screen
        try:
            folder = root() if callable(root) else root
            with undisturbed():
                workspace = api.open_portfolio(folder, at=self._at, as_of=self._as_of)
        except KamplansError as error:
            self.post_message(PlansRefused(error))
        else:
            if not worker.is_cancelled:
                self.post_message(PlansRead(workspace))
            for needed_next in ("kamtui.screens.account", "kamtui.widgets.entry", "kamtui.screens.modals.choices"):
                import_module(needed_next)

    def on_plans_read(self, message: PlansRead) -> None:
        """Hold what was read, and let every screen take it up."""
        self.busy = ""
        self.shelf = Shelf(message.workspace)
        for screen in self._house_screens():
            screen.plans_changed()

    def on_plans_refused(self, message: PlansRefused) -> None:
        """Say why; where it lies in how the program was called, leave."""
        self.busy = ""
        sentence = sentence_of(message.error)
        if self.shelf is None and isinstance(message.error, BadRevision | NoGit | UsageError):
            self.refusal = sentence
            self.exit(return_code=2)
            return
        self.say(sentence, serious=True)
        for screen in self._house_screens():
            screen.loading_failed(sentence)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what went wrong inside the program, so that it does not end in silence."""
        if event.state is WorkerState.ERROR:
            self.busy = ""
            sentence = f"kamtui could not read the plans: {type(event.worker.error).__name__}: {event.worker.error}"
            self.say(sentence, serious=True)
            for screen in self._house_screens():
                screen.loading_failed(sentence)

    def _house_screens(self) -> list[HouseScreen]:
        return [screen for screen in self.screen_stack if isinstance(screen, HouseScreen)]

    def open_folder(self, folder: Where) -> None:
        """Read the portfolio in a folder, or in the one that is found, and show it."""
        self._root, self.shelf = folder, None
        self.push_screen(PortfolioScreen())
        self.read_again()

    def open_account(self, account: str, name: str, then: Shelf | None = None) -> None:
        """Show an account over where one is; with the plans of another day, as it was `then`."""
        from kamtui.screens.account import AccountScreen

        self.push_screen(AccountScreen(account, name, None if then is None else Past(then, self)))

    # talking

    def say(self, sentence: str, *, serious: bool = False) -> None:
        """Show a sentence for a moment; never as markup."""
        self.notify(
            clean_lines(sentence),
            severity="error" if serious else "information",
            markup=False,
            timeout=12 if serious else 4,
        )

    # what always works

    def action_help(self) -> None:
        """Show everything one can do here."""
        if isinstance(self.screen, HouseScreen):
            from kamtui.screens.modals.choices import choose
            from kamtui.screens.modals.finding_actions import help_choices

            choose(self.screen, "Help", help_choices(self.screen), note="type to find, enter does it")

    def action_palette(self) -> None:
        """Find an action or an account."""
        if isinstance(self.screen, HouseScreen):
            from kamtui.screens.modals.choices import choose
            from kamtui.screens.modals.finding_actions import palette_choices

            choose(self.screen, "Go to", palette_choices(self.screen), note="an account or an action")

    def still_reading(self) -> str:
        """Why the plans cannot be read again just now."""
        return self.busy

    def action_reload(self) -> None:
        """Read the plans again."""
        self.read_again()

    def action_leave(self) -> None:
        """Leave the program."""
        self.exit()
