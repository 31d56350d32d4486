"""How does one account stand? Its tabs: what is wrong, who decides, what we want, what changed, what was found."""

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.containers import Container

from kamplans.model.brief import Brief
from kamplans.model.figures import percent
from kamtui.actions.acting import bindings_of
from kamtui.asking.past import Past
from kamtui.asking.questions import BriefOf, Question
from kamtui.screens.house import HouseScreen
from kamtui.screens.tabs.goals import GoalsTab
from kamtui.screens.tabs.history import HistoryTab
from kamtui.screens.tabs.overview import OverviewTab
from kamtui.screens.tabs.people import PeopleTab
from kamtui.screens.tabs.problems import ProblemsTab
from kamtui.screens.tabs.tab import Tab
from kamtui.text import Run, line
from kamtui.widgets.bars import Bar, Sentence, TabStrip, TitleBar
from kamtui.wording import marks
from kamtui.wording.figures import priced
from kamtui.wording.place import as_of

TABS: tuple[type[Tab], ...] = (OverviewTab, PeopleTab, GoalsTab, HistoryTab, ProblemsTab)


class AccountScreen(HouseScreen):
    """One account."""

    PLACES: ClassVar[tuple[str, ...]] = ("account", "screen")
    BINDINGS = bindings_of("account")
    CSS_PATH = "account.tcss"

    def __init__(self, account: str, name: str, past: Past | None = None) -> None:
        super().__init__()
        if past is not None:
            self.past = past
        self.account = account
        self._called = name
        self._shown = TABS[0]

    def body(self) -> ComposeResult:
        """Tabs, and the one shown; the others are made when they are first looked at. Another day is said above."""
        if self.past is not None:
            yield Sentence(id="as-of")
        yield TabStrip([(tab.TAB, str(place), tab.TITLE) for place, tab in enumerate(TABS, 1)])
        yield Container(id="tabs")

    async def on_mount(self) -> None:
        """Show the first tab."""
        self.query_one(TitleBar).show(line(Run("Accounts › ", "muted"), self._called))
        self._say_day()
        await self.show_tab(TABS[0])
        self.ask(BriefOf(self.account))

    def _say_day(self) -> None:
        shelf = self.past.shelf if self.past is not None else None
        if shelf is not None:
            self.query_one("#as-of", Sentence).show(line(Run(as_of(shelf.workspace), "strong")))

    def plans_changed(self) -> None:
        """Ask anew, in every tab that was looked at; an account that is gone says so."""
        shelf = self.host.shelf
        if shelf is not None and self.account not in shelf.workspace.portfolio.accounts:
            self.query_one(TitleBar).show(
                line(Run("Accounts › ", "muted"), self._called), line(Run("no longer in the plans", "strong"))
            )
            return
        self.ask(BriefOf(self.account))
        for tab in self.query(Tab):
            tab.plans_changed()

    def answered(self, question: Question[Any], answer: Brief) -> None:
        """Show grade, access and value above the tabs."""
        row = answer.row
        value = f" · {priced(row.yearly_value, answer.currency)} a year" if row.yearly_value is not None else ""
        facts = Run(f"   access {percent(row.access)}{value}", "muted")
        self.query_one(TitleBar).show(line(Run("Accounts › ", "muted"), row.name), line(marks.grade(row.grade), facts))
        strip = self.query_one(TabStrip)
        strip.note("problems", str(row.errors + row.warnings + row.infos) if row.worst else "")

    # tabs

    @property
    def tab(self) -> Tab:
        """The tab that is shown."""
        return self.query_one(f"#{self._shown.TAB}", Tab)

    async def show_tab(self, kind: type[Tab]) -> None:
        """Show a tab; what one left in the others stays."""
        self._shown = kind
        self.query_one(TabStrip).show(kind.TAB)
        tabs = self.query_one("#tabs")
        for tab in tabs.query_children(Tab):
            tab.display = tab.TAB == kind.TAB
        if not tabs.query_children(f"#{kind.TAB}"):
            await tabs.mount(kind(self.account))
        self.tab.first.focus()

    async def _beside(self, step: int) -> None:
        await self.show_tab(TABS[(TABS.index(self._shown) + step) % len(TABS)])

    async def action_next_tab(self) -> None:
        """The tab to the right."""
        await self._beside(1)

    async def action_previous_tab(self) -> None:
        """The tab to the left."""
        await self._beside(-1)

    async def action_tab_overview(self) -> None:
        """What is wrong and what comes next."""
        await self.show_tab(OverviewTab)

    async def action_tab_people(self) -> None:
        """Who decides, and who reaches them."""
        await self.show_tab(PeopleTab)

    async def action_tab_goals(self) -> None:
        """What we want to reach."""
        await self.show_tab(GoalsTab)

    async def action_tab_history(self) -> None:
        """Who changed what."""
        await self.show_tab(HistoryTab)

    async def action_tab_problems(self) -> None:
        """What was found."""
        await self.show_tab(ProblemsTab)

    async def action_back(self) -> None:
        """End what is open within the tab; else back to where one was."""
        if not await self.tab.step_back():
            await super().action_back()

    async def on_bar_pressed(self, message: Bar.Pressed) -> None:
        """Show the tab that was clicked."""
        kind = next((tab for tab in TABS if message.what == tab.TAB), None)
        if isinstance(message.bar, TabStrip) and kind is not None:
            await self.show_tab(kind)
