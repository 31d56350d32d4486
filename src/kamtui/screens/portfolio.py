"""Which account must one worry about, and why? All accounts in one table, the brief of one beside it."""

from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.timer import Timer
from textual.widgets import Input

from kamplans import api
from kamplans.errors import UsageError
from kamplans.model.overview import AccountRow
from kamplans.model.workspace import Workspace
from kamtui.actions.acting import bindings_of
from kamtui.asking.asker import sentence_of
from kamtui.asking.questions import Question, Rows, WholeRisk
from kamtui.screens.brief_pane import BriefPane
from kamtui.screens.house import HouseScreen
from kamtui.screens.modals.choices import choose
from kamtui.screens.modals.page import BriefScreen
from kamtui.screens.modals.sorting import sort_choices
from kamtui.screens.problems import ProblemsScreen
from kamtui.text import Run, line
from kamtui.widgets.bars import Sentence, TitleBar
from kamtui.widgets.entry import Entry
from kamtui.widgets.lines import Lines
from kamtui.widgets.pane import title_pane
from kamtui.widgets.table import Order, RowTable
from kamtui.wording import accounts
from kamtui.wording.columns import Column, Row
from kamtui.wording.place import standing

GRADE = 3


def _columns(currency: str | None) -> tuple[Column, ...]:
    name, tier, owner, grade, access, exposed, acv, review, findings = accounts.titles(currency)
    return (
        Column(name, most=32, least=20, grows=True),
        Column(tier, most=12, rank=4, falling=True, first="strategic first"),
        Column(owner, most=18, rank=5),
        Column(grade, falling=True, first="worst first"),
        Column(access, right=True, rank=1, first="lowest first"),
        Column(exposed, right=True, rank=6, falling=True, first="highest first"),
        Column(acv, right=True, rank=3, falling=True, first="highest first"),
        Column(review, right=True, rank=2, first="soonest first"),
        Column(findings, rank=2, falling=True, first="most first"),
    )


class PortfolioScreen(HouseScreen):
    """All accounts; the worst grade first."""

    PLACES: ClassVar[tuple[str, ...]] = ("portfolio", "screen")
    BINDINGS = bindings_of("portfolio")

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[AccountRow, ...] = ()
        self._filter = ""
        self._filter_before = ""
        self._settling: Timer | None = None

    def body(self) -> ComposeResult:
        """Table, brief, filter, and two lines about the whole."""
        with Horizontal(id="middle"):
            table = RowTable(_columns(None), id="accounts", order=Order(GRADE, falling=True))
            table.add_class("pane")
            yield table
            yield BriefPane(id="side")
        yield Entry(id="filter", placeholder="acme  !acme  tier:key  grade:high  owner:name  acv:>1m  due:<30d")
        yield Sentence(id="tally")
        yield Sentence(id="key-people")

    def on_mount(self) -> None:
        """Show the frame; the plans follow."""
        self.query_one("#filter").display = False
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
            settings = self.host.shelf.workspace.portfolio.settings
            self.table.columns = _columns(settings.currency)
            self.ask(Rows(checked=False))

    def loading_failed(self, sentence: str) -> None:
        """Say why there are no plans."""
        self.query_one(TitleBar).show(line("kamtui"), line(Run("nothing read", "muted")))
        self.query_one("#tally", Sentence).show(line(Run(sentence, "strong")))

    def refused(self, question: Question[Any], sentence: str) -> None:
        """Say why there are no rows, or what about them is not known."""
        if isinstance(question, Rows) and not question.checked:
            self.loading_failed(sentence)
        else:
            self.query_one("#key-people", Sentence).show(line(Run(sentence, "strong")))

    def answered(self, question: Question[Any], answer: Any) -> None:
        """Show rows and risk as they come."""
        shelf = self.host.shelf
        if shelf is None:
            return
        if isinstance(question, Rows):
            self._rows = answer
            self._show_rows(shelf.workspace, checked=question.checked)
            self.ask(WholeRisk() if question.checked else Rows(checked=True))
        elif isinstance(question, WholeRisk):
            names = api.names(shelf.workspace)
            currency = shelf.workspace.portfolio.settings.currency
            self.query_one("#key-people", Sentence).show(accounts.key_people(answer, names, currency))

    def _show_rows(self, held: Workspace, *, checked: bool) -> None:
        currency = held.portfolio.settings.currency
        rows = [
            Row(row.account, accounts.cells(row, held.as_of, checked=checked), accounts.orders(row))
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
        parts = [f"/{self._filter}" if self._filter else "", sorted_by]
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

    def _settle(self) -> None:
        side = self.query_one("#side", BriefPane)
        row = self.row
        wanted = row.account if row else None
        if side.display and (side.account != wanted or wanted is None):
            side.show_account(wanted, row.name if row else "")

    @on(Lines.Chosen, "#accounts")
    def _chosen(self) -> None:
        self.action_open()

    @on(RowTable.Sorted)
    def _sorted(self) -> None:
        self._title()

    @on(RowTable.SortAsked)
    def _sort_asked(self) -> None:
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
        row = self.row
        if row is not None:
            self.app.push_screen(BriefScreen(row.account, row.name))

    def action_problems(self) -> None:
        """Show what was found in all plans."""
        self.app.push_screen(ProblemsScreen())

    # the filter

    @property
    def _entry(self) -> Entry:
        return self.query_one("#filter", Entry)

    def action_filter(self) -> None:
        """Type a filter."""
        self._filter_before = self._filter
        self._entry.display = True
        self._entry.value = self._filter
        self._entry.focus()

    @on(Input.Changed, "#filter")
    def _typed(self, event: Input.Changed) -> None:
        if self._entry.display:
            self._filter = event.value.strip()
            self._narrow()

    @on(Input.Submitted, "#filter")
    def _submitted(self) -> None:
        self._entry.display = False
        self.table.focus()

    def nothing_behind(self) -> str:
        """Why there is no way back."""
        return "" if self._filter or self._entry.display else super().nothing_behind()

    def action_back(self) -> None:
        """Leave the filter as it was, or show all accounts again."""
        if self._entry.display:
            self._filter = self._filter_before
            self._submitted()
        else:
            self._filter = ""
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
