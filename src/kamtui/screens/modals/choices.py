"""How does one choose from a list? Type a few letters, the list narrows, enter takes what the cursor is on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Input

from kamtui.actions.acting import bindings_of
from kamtui.screens.modals.overlay import Overlay
from kamtui.text import run
from kamtui.wording.columns import Column
from kamtui.widgets.entry import Entry
from kamtui.widgets.lines import Lines
from kamtui.widgets.pane import title_pane
from kamtui.widgets.table import RowTable
from kamtui.wording.columns import Row


@dataclass(frozen=True)
class Choice:
    """Something to choose: what is shown of it, and what it does. `why_not` says why it does nothing now."""

    key: str
    label: str
    note: str
    do: Callable[[], object]
    why_not: str = ""

    @property
    def found_by(self) -> str:
        """What is searched when one types."""
        return f"{self.label} {self.key} {self.note}".casefold()


class Choices(Overlay):
    """A list to choose from."""

    PLACES = ("choices", "screen")
    BINDINGS = bindings_of("choices")

    def __init__(self, title: str, choices: Sequence[Choice], *, note: str = "type to find") -> None:
        super().__init__()
        self._title = title
        self._choices = choices
        self._note = note

    def body(self) -> ComposeResult:
        """A line to type in, and the list."""
        columns = (Column("What", most=34), Column("Keys", most=16), Column("", most=100, grows=True, rank=1))
        with Vertical(classes="box"):
            yield Entry(placeholder=self._note)
            yield RowTable(columns)

    def on_mount(self) -> None:
        """Show all choices."""
        title_pane(self.query_one(Vertical), self._title)
        self.query_one(RowTable).can_focus = False
        self.query_one(Entry).focus()
        self._narrow("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._narrow(event.value)

    def _narrow(self, typed: str) -> None:
        words = typed.casefold().split()
        fitting = [choice for choice in self._choices if all(word in choice.found_by for word in words)]
        self._fitting = sorted(fitting, key=lambda choice: not choice.label.casefold().startswith(typed.casefold()))
        rows = [
            Row(place, (run(one.label, "muted" if one.why_not else ""), run(one.key, "accent"), run(one.note, "muted")))
            for place, one in enumerate(self._fitting)
        ]
        table = self.query_one(RowTable)
        table.fill(rows)
        table.action_first()
        title_pane(self.query_one(Vertical), self._title, f"{len(rows)} of {len(self._choices)}")

    @on(Input.Submitted)
    def action_take(self) -> None:
        """Take what the cursor is on."""
        place = self.query_one(RowTable).current
        if isinstance(place, int):
            self.dismiss(self._fitting[place])

    @on(Lines.Chosen)
    def _chosen(self) -> None:
        self.action_take()

    def action_into_list(self) -> None:
        """One line down."""
        self.query_one(RowTable).action_down()

    def action_up_list(self) -> None:
        """One line up."""
        self.query_one(RowTable).action_up()


def choose(screen: Screen[object], title: str, choices: Sequence[Choice], *, note: str = "type to find") -> None:
    """Let somebody choose over a screen, and do what was chosen once the list is closed."""

    def chosen(choice: object) -> None:
        if isinstance(choice, Choice):
            screen.call_later(choice.do)

    screen.app.push_screen(Choices(title, choices, note=note), chosen)
