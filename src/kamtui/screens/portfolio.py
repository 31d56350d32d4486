"""Which account must one worry about, and why? All accounts in one table, the brief of one beside it.

This is the first screen: what its frame does not need is imported where it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.timer import Timer

from kamplans import api
from kamplans.errors import UsageError
from kamtui.actions.acting import bindings_of
from kamtui.asking.asker import sentence_of
from kamtui.asking.days import ChangedSince
from kamtui.asking.questions import Question, Rows, WholeRisk
from kamtui.screens.brief_pane import BriefPane
from kamtui.screens.comparing import Comparing
from kamtui.text import Run, line
from kamtui.widgets.bars import Sentence, TitleBar
from kamtui.widgets.lines import Lines
from kamtui.widgets.pane import title_pane
from kamtui.widgets.table import Order, RowTable
from kamtui.wording.account_columns import GRADE, account_columns
from kamtui.wording.columns import Row

if TYPE_CHECKING:
    from textual.widgets import Input

    from kamplans.model.overview import AccountRow
    from kamplans.model.workspace import Workspace

_EXAMPLES = "acme  !acme  tier:key  grade:high  owner:name  acv:>1m  due:<30d"


class PortfolioScreen(Comparing):
    """All accounts; the worst grade first."""

    PLACES: ClassVar[tuple[str, ...]] = ("portfolio", "screen")
    BINDINGS = bindings_of("portfolio")
    CSS_PATH = "portfolio.tcss"

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[AccountRow, ...] = ()
        self._filter = ""
        self._filter_before = ""
        self._are_checked = False
        self._settling: Timer | None = None

    def body(self) -> ComposeResult:
        """Table, brief, and two lines about the whole."""
        with Horizontal(id="middle"):
            table = RowTable(account_columns(None), id="accounts", order=Order(GRADE, falling=True))
            table.add_class("pane")
            yield table
            yield BriefPane(id="side")
        yield Sentence(id="tally")
        yield Sentence(id="key-people")

    def on_mount(self) -> None:
        """Show the frame; the plans follow."""
        self.table.focus()
        self.query_one(TitleBar).show(line("kamtui"), line(Run("reading the plans…", "muted")))
        title_pane(self.table, "Accounts", "")
        self.plans_changed()

    @property
    def table(self) -> RowTable:
        """The table of accounts."""
        return self.query_one("#accounts", RowTable)

    # what the plans say

    def plans_changed(self) -> None:
        """Ask for the rows: first without findings, which take longer."""
        if self.host.shelf is not None:
            self._set_columns(self.host.shelf.workspace)
            self.ask(Rows(checked=False))
            self.compare_again()

    def _set_columns(self, held: Workspace) -> None:
        columns = account_columns(held.portfolio.settings.currency)
        self.table.show_columns((*columns, *self.delta_column()))
        if self.table.order is not None and self.table.order.column >= len(self.table.columns):
            self.table.order = Order(GRADE, falling=True)

    def loading_failed(self, sentence: str) -> None:
        """Say why there are no plans."""
        self.query_one(TitleBar).show(line("kamtui"), line(Run("nothing read", "muted")))
        self.query_one("#tally", Sentence).show(line(Run(sentence, "strong")))

    def refused(self, question: Question[Any], sentence: str) -> None:
        """Say why there are no rows, or what about them is not known."""
        if isinstance(question, Rows) and not question.checked:
            self.loading_failed(sentence)
        elif isinstance(question, ChangedSince):
            self.host.say(sentence, serious=True)
        else:
            self.query_one("#key-people", Sentence).show(line(Run(sentence, "strong")))

    def answered(self, question: Question[Any], answer: Any) -> None:
        """Show rows and risk as they come."""
        shelf = self.host.shelf
        if shelf is None:
            return
        if isinstance(question, Rows):
            self._rows, self._are_checked = answer, question.checked
            self._show_rows(shelf.workspace)
            self.ask(WholeRisk() if question.checked else Rows(checked=True))
        elif isinstance(question, ChangedSince):
            self.compare(answer)
        elif isinstance(question, WholeRisk):
            from kamtui.wording import accounts

            names = api.names(shelf.workspace)
            currency = shelf.workspace.portfolio.settings.currency
            self.query_one("#key-people", Sentence).show(accounts.key_people(answer, names, currency))

    def _show_rows(self, held: Workspace) -> None:
        from kamtui.wording import accounts
        from kamtui.wording.place import standing

        currency = held.portfolio.settings.currency
        rows = [
            Row(
                row.account,
                (*accounts.cells(row, held.as_of, checked=self._are_checked), *self.delta(row.account)),
                (*accounts.orders(row), self.delta_order(row.account)),
            )
            for row in self._rows
        ]
        self.table.fill(rows)
        self._narrow()
        whole, place = accounts.summary(self._rows, currency), standing(held)
        rights = (line(Run(text, "muted")) for text in (f"{whole} · {place}", place))
        self.query_one(TitleBar).show(line(f"kamtui · {held.portfolio.settings.name or held.root.name}"), *rights)
        self.query_one("#tally", Sentence).show(accounts.tally(self._rows, currency))
        if not self._rows:
            self.query_one("#tally", Sentence).show(line("There is no account yet: `kamplans new` makes the first."))
        self._settle()

    def _title(self) -> None:
        table = self.table
        order = table.order
        sorted_by = f"by {table.columns[order.column].title.lower()} {table.arrow}" if order else ""
        parts = [f"/{self._filter}" if self._filter else "", sorted_by, self.compared]
        title_pane(
            table, f"Accounts {table.count} of {table.total}  {'   '.join(part for part in parts if part)}".rstrip()
        )

    # the account under the cursor

    @property
    def row(self) -> AccountRow | None:
        """The account under the cursor."""
        return next((row for row in self._rows if row.account == self.table.current), None)

    @on(Lines.Moved, "#accounts")
    def _moved(self) -> None:
        if self._settling is not None:
            self._settling.stop()
        self._settling = self.set_timer(self.host.settling, self._settle)

    def comparison_changed(self) -> None:
        """Show the rows with what changed, or without."""
        shelf = self.host.shelf
        if shelf is not None:
            self._set_columns(shelf.workspace)
            self.query_one("#side", BriefPane).account = None
            self._show_rows(shelf.workspace)

    def _settle(self) -> None:
        side = self.query_one("#side", BriefPane)
        row = self.row
        wanted = row.account if row else None
        if side.display and (side.account != wanted or wanted is None):
            side.show_account(wanted, row.name if row else "", self.told(wanted))

    @on(Lines.Chosen, "#accounts")
    def _chosen(self) -> None:
        self.action_open()

    @on(RowTable.Sorted)
    def _sorted(self) -> None:
        self._title()

    @on(RowTable.SortAsked)
    def _sort_asked(self) -> None:
        from kamtui.screens.modals.choices import choose
        from kamtui.screens.modals.sorting import sort_choices

        choose(self, "Sort by", sort_choices(self.table))

    def no_account(self) -> str:
        """Why no account can be opened."""
        if self.row is not None:
            return ""
        return (
            "No account matches the filter: esc shows all." if self._rows else self.host.busy or "There is no account."
        )

    def action_open(self) -> None:
        """Open the account under the cursor."""
        row = self.row
        if row is not None:
            self.host.open_account(row.account, row.name)

    def action_brief(self) -> None:
        """Show the brief by itself."""
        from kamtui.screens.modals.page import BriefScreen

        row = self.row
        if row is not None:
            self.app.push_screen(BriefScreen(row.account, row.name, self.told(row.account)))

    def action_problems(self) -> None:
        """Show what was found in all plans."""
        from kamtui.screens.problems import ProblemsScreen

        self.app.push_screen(ProblemsScreen())

    # the filter: its line is there only while one types

    @property
    def _is_typing(self) -> bool:
        return bool(self.query("#filter"))

    async def action_filter(self) -> None:
        """Type a filter."""
        from kamtui.widgets.entry import Entry

        if not self._is_typing:
            self._filter_before = self._filter
            entry = Entry(self._filter, id="filter", placeholder=_EXAMPLES)
            await self.mount(entry, after="#middle")
            entry.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list to what was typed so far."""
        self._filter = event.value.strip()
        self._narrow()

    async def on_input_submitted(self) -> None:
        """Back to the list."""
        self.table.focus()
        await self.query("#filter").remove()
        self.show_keys()

    def nothing_behind(self) -> str:
        """Why there is no way back."""
        return "" if self._filter or self._is_typing or self.since else super().nothing_behind()

    async def action_back(self) -> None:
        """Leave the filter as it was, or show all accounts again; else back to where one came from."""
        if self._is_typing:
            self._filter = self._filter_before
            await self.on_input_submitted()
        elif self._filter:
            self._filter = ""
        elif self.since is not None:
            self.compare(None)
        else:
            await super().action_back()
        self._narrow()

    def _narrow(self) -> None:
        shelf = self.host.shelf
        if shelf is None:
            return
        try:
            fitting = {row.account for row in api.filter_accounts(shelf.workspace, self._rows, self._filter)}
        except UsageError as error:
            title_pane(self.table, f"Accounts  /{self._filter}", sentence_of(error))
            return
        self.table.narrow((lambda row: row.key in fitting) if self._filter else None)
        self._title()
        self.show_keys()
