"""What if there is no portfolio? A first screen: look at the example, begin a new one, or name another folder."""

from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from kamplans import api
from kamplans.errors import KamplansError
from kamtui.actions.acting import bindings_of
from kamtui.asking.asker import sentence_of
from kamtui.screens.house import HouseScreen
from kamtui.screens.modals.choices import Choice, choose
from kamtui.text import Run, line
from kamtui.widgets.bars import TitleBar
from kamtui.widgets.entry import Entry
from kamtui.widgets.lines import Lines, TextLines
from kamtui.widgets.pane import title_pane
from kamtui.widgets.prose import Prose

DEMO, NEW, OTHER = "demo", "new", "other"
_OFFERS = (
    (DEMO, line(Run("Look at the example", "strong"), Run("     eight accounts to walk through", "muted"))),
    (NEW, line(Run("Begin a new portfolio", "strong"), Run("   two small files, a folder of your choice", "muted"))),
    (OTHER, line(Run("Open another folder", "strong"), Run("     one with a portfolio.yaml", "muted"))),
)
_EXPLAINED = {
    DEMO: "A copy with two years of history is laid out in your cache folder. Its clock stands on 31 October 2026.",
    NEW: "portfolio.yaml will hold format: 1 and the name of the portfolio, team.yaml an empty list of our people. "
    "Everything else has a default. The folder must be empty or new; you are asked before anything is written.",
    OTHER: "Any folder with a portfolio.yaml is a portfolio; one below it is found as well.",
}


class WelcomeScreen(HouseScreen):
    """Nothing is open yet."""

    PLACES: ClassVar[tuple[str, ...]] = ("welcome", "screen")
    BINDINGS = bindings_of("welcome")
    CSS_PATH = "welcome.tcss"

    def __init__(self, reason: str) -> None:
        super().__init__()
        self._reason = reason

    def body(self) -> ComposeResult:
        """Why one is here, what one can do, and a line to name a folder in."""
        with Vertical(id="offer", classes="pane"):
            yield Prose(id="reason")
            yield TextLines(id="offers")
            yield Prose(id="explained")
            yield Entry(id="folder", placeholder="a folder")

    def on_mount(self) -> None:
        """Offer."""
        self.query_one(TitleBar).show(line("kamtui"))
        title_pane(self.query_one("#offer"), "No portfolio is open")
        self.query_one("#reason", Prose).show([line(self._reason), ()])
        self.query_one("#folder").display = False
        offers = self.query_one(TextLines)
        offers.fill(_OFFERS)
        offers.focus()

    @property
    def _wanted(self) -> object:
        return self.query_one(TextLines).current

    @on(Lines.Moved)
    def _moved(self) -> None:
        self.query_one("#explained", Prose).show([(), line(Run(_EXPLAINED.get(str(self._wanted), ""), "muted"))])

    @on(Lines.Chosen)
    def action_choose(self) -> None:
        """Take what the cursor is on."""
        if self._wanted == DEMO:
            self.host.open_folder(api.demo_portfolio)
            return
        entry = self.query_one(Entry)
        entry.display = True
        entry.value = str(Path.cwd() / "plans") if self._wanted == NEW else str(Path.cwd())
        entry.focus()

    def nothing_behind(self) -> str:
        """Why there is no way back."""
        return "" if self.query_one(Entry).display else super().nothing_behind()

    async def action_back(self) -> None:
        """Away from the line one types in."""
        self.query_one(Entry).display = False
        self.query_one(TextLines).focus()

    @on(Input.Submitted)
    def _named(self, event: Input.Submitted) -> None:
        folder = Path(event.value).expanduser().absolute()
        if self._wanted == OTHER:
            self._open(folder)
            return
        choose(
            self,
            f"Write a new portfolio into {folder}?",
            [
                Choice("", "Do not write", "change nothing", lambda: None),
                Choice("", "Write it", "portfolio.yaml and team.yaml", partial(self._write, folder)),
            ],
        )

    def _open(self, folder: Path) -> None:
        try:
            root = api.find_portfolio(folder, folder if (folder / "portfolio.yaml").is_file() else None)
        except (KamplansError, OSError) as error:
            self._refuse(error)
        else:
            self.host.open_folder(root)

    def _write(self, folder: Path) -> None:
        try:
            root = api.new_portfolio(folder, folder.name or "Our key accounts")
        except (KamplansError, OSError) as error:
            self._refuse(error)
        else:
            self.host.open_folder(root)

    def _refuse(self, error: KamplansError | OSError) -> None:
        sentence = sentence_of(error) if isinstance(error, KamplansError) else f"{error.strerror}: {error.filename}."
        self.query_one("#explained", Prose).show([(), line(Run(sentence, "strong"))])
