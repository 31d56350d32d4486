"""How does one choose from a list? Type a few letters, the list narrows, enter takes what the cursor is on."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Input

from kamtui.actions.acting import bindings_of
from kamtui.screens.modals.overlay import Overlay
from kamtui.text import run
from kamtui.widgets.entry import Entry
from kamtui.widgets.lines import Lines
from kamtui.widgets.pane import title_pane
from kamtui.widgets.sheet import Sheet
from kamtui.wording.columns import Column, Row


@dataclass(frozen=True)
class Choice:
    """Something to choose: what is shown of it, and what it does.

    `why_not` says why it does nothing now; choices of one `group` stand under it as long as nothing was typed.
    """

    key: str
    label: str
    note: str
    do: Callable[[], object]
    why_not: str = ""
    group: str = ""

    @property
    def found_by(self) -> str:
        """What is searched when one types."""
        return f"{self.label} {self.key} {self.note}".casefold()


class Choices(Overlay):
    """A list to choose from."""

    PLACES: ClassVar[tuple[str, ...]] = ("choices", "screen")
    BINDINGS = bindings_of("choices")

    def __init__(self, title: str, choices: Sequence[Choice], *, note: str = "type to find") -> None:
        super().__init__()
        self._title = title
        self._choices = choices
        self._note = note

    def body(self) -> ComposeResult:
        """A line to type in, and the list."""
        columns = (Column("", most=34), Column("", most=16), Column("", most=100, grows=True, rank=1))
        with Vertical(classes="box"):
            yield Entry(placeholder=self._note)
            yield Sheet(columns, titled=False)

    def on_mount(self) -> None:
        """Show all choices."""
        title_pane(self.query_one(Vertical), self._title)
        self.query_one(Sheet).can_focus = False
        self.query_one(Entry).focus()
        self._narrow("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._narrow(event.value)

    def _narrow(self, typed: str) -> None:
        words = typed.casefold().split()
        fitting = [choice for choice in self._choices if all(word in choice.found_by for word in words)]
        if words:
            fitting.sort(key=lambda choice: not choice.label.casefold().startswith(words[0]))
        sheet = self.query_one(Sheet)
        sheet.fill(list(_rows(fitting, headed=not words)))
        sheet.action_first()
        title_pane(self.query_one(Vertical), self._title, f"{len(fitting)} of {len(self._choices)}")

    @on(Input.Submitted)
    def action_take(self) -> None:
        """Take what the cursor is on."""
        chosen = self.query_one(Sheet).current
        if isinstance(chosen, Choice):
            self.dismiss(chosen)

    @on(Lines.Chosen)
    def _chosen(self) -> None:
        self.action_take()

    def action_into_list(self) -> None:
        """One line down."""
        self.query_one(Sheet).action_down()

    def action_up_list(self) -> None:
        """One line up."""
        self.query_one(Sheet).action_up()


def _rows(choices: Sequence[Choice], *, headed: bool) -> Iterator[Row]:
    group = ""
    for one in choices:
        if headed and one.group != group:
            group = one.group
            yield Row(None, (run(group, "title"),))
        label = run(f"{'  ' if headed and group else ''}{one.label}", "muted" if one.why_not else "")
        yield Row(one, (label, run(one.key, "accent"), run(one.why_not or one.note, "muted")))


def choose(screen: Screen[object], title: str, choices: Sequence[Choice], *, note: str = "type to find") -> None:
    """Let somebody choose over a screen, and do what was chosen once the list is closed."""

    def chosen(choice: object) -> None:
        if isinstance(choice, Choice):
            screen.call_later(choice.do)

    screen.app.push_screen(Choices(title, choices, note=note), chosen)
