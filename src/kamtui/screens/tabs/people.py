"""Who decides, and who of ours reaches them? Their organisation as a map or as a table, and one person beside it."""

from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal

from kamplans.model.orgchart import ChartRow
from kamplans.model.value_path import with_id
from kamtui.actions.acting import bindings_of
from kamtui.asking.questions import PeopleIn, PeopleOf, Question
from kamtui.screens.modals.blame import Blaming, Written
from kamtui.screens.modals.page import PageScreen
from kamtui.screens.tabs.tab import Tab
from kamtui.text import Line, Run, line
from kamtui.widgets.bars import Sentence
from kamtui.widgets.lines import Lines
from kamtui.widgets.org_map import OrgMap
from kamtui.widgets.pane import title_pane
from kamtui.widgets.prose import Page, Prose
from kamtui.widgets.table import Order, RowTable
from kamtui.wording.people import LEGEND, NOBODY, People
from kamtui.wording.people_list import LIST_COLUMNS, list_rows
from kamtui.wording.people_map import MAP_COLUMNS, pane_title
from kamtui.wording.person import person_lines


class PeopleTab(Tab, Blaming):
    """The relationship map."""

    TAB = "people"
    TITLE = "People"
    PLACES: ClassVar[tuple[str, ...]] = ("people", "written")
    BINDINGS = bindings_of("people")

    def __init__(self, account: str) -> None:
        super().__init__(account)
        self._people: People | None = None

    def compose(self) -> ComposeResult:
        """Map and table, one of them shown; the person; what the marks mean."""
        with Horizontal():
            yield OrgMap(MAP_COLUMNS, id="map")
            yield RowTable(LIST_COLUMNS, id="list", order=Order(4, falling=True))
            with Page(id="person", classes="pane"):
                yield Prose()
        yield Sentence(id="legend")

    def on_mount(self) -> None:
        """Show the map first."""
        self.query_one("#list").display = False
        for pane in (self.query_one("#map"), self.query_one("#list")):
            pane.add_class("pane")
            title_pane(pane, "People")
        self.query_one("#legend", Sentence).show(line(Run(LEGEND, "muted")))

    def plans_changed(self) -> None:
        """Ask for the map."""
        self.ask(PeopleIn(self.account))

    def answered(self, question: Question[Any], answer: PeopleOf) -> None:
        """Show the map; an account without people says what to do."""
        self._people = People(answer.chart, answer.risk, answer.names, answer.account.stakeholders)
        title = pane_title(self._people)
        for pane in (self._map, self._list):
            title_pane(pane, title)
        self._map.show(self._people)
        self._list.fill(list_rows(self._people))

    @property
    def _map(self) -> OrgMap:
        return self.query_one("#map", OrgMap)

    @property
    def _list(self) -> RowTable:
        return self.query_one("#list", RowTable)

    @property
    def first(self) -> Lines:
        """The map or the table, whichever is shown."""
        return self._map if self._map.display else self._list

    @property
    def person(self) -> str | None:
        """The person under the cursor."""
        current = self.first.current
        return current.person if isinstance(current, ChartRow) else current if isinstance(current, str) else None

    def written(self) -> Written | str:
        """The person under the cursor."""
        if self._people is None or self.person is None:
            return self.no_person() or "These are several people: the table, t, shows them one by one."
        return Written(self.account, with_id("people[]", self.person), self._people.name(self.person), "stakeholders")

    @on(Lines.Moved)
    def _moved(self, message: Lines.Moved) -> None:
        if message.lines is self.first and self._people is not None:
            title, lines = self._page(self._people)
            pane = self.query_one("#person", Page)
            title_pane(pane, title)
            pane.query_one(Prose).show(lines)
            pane.scroll_home(animate=False)

    def _page(self, people: People) -> tuple[str, list[Line]]:
        current = self.first.current
        if isinstance(current, ChartRow) and current.person is None:
            return "Without contact", [line(people.name(one)) for one in current.folded]
        if self.person is None:
            return "", [line(NOBODY)] if not people.theirs.people else []
        return people.name(self.person), list(person_lines(people, self.person))

    def nobody(self) -> str:
        """Why there is nothing to arrange."""
        return "" if self._people and self._people.theirs.people else "Nobody is recorded in this account yet."

    def no_person(self) -> str:
        """Why there is no page."""
        return "" if self.first.current is not None else "Nobody is recorded in this account yet."

    def action_person(self) -> None:
        """Show the person by itself."""
        if self._people is not None:
            self.app.push_screen(PageScreen(*self._page(self._people)))

    @on(Lines.Chosen)
    def _chosen(self) -> None:
        self.action_person()

    def action_twin(self) -> None:
        """Map or table; the person under the cursor stays."""
        person = self.person
        shown, hidden = (self._map, self._list) if self._map.display else (self._list, self._map)
        shown.display, hidden.display = False, True
        hidden.focus()
        if hidden is self._list:
            self._list.refill(person)
        else:
            self._map.go_to(person)

    # along the lines of the chart

    def _steps(self, found: int | None, sentence: str) -> str:
        if not self._map.display:
            return "Only the map has a boss and reports: t shows it."
        return "" if found is not None else sentence

    def no_boss(self) -> str:
        """Why there is no boss to go to."""
        return self._steps(self._map.boss, "Nobody is recorded above.")

    def no_report(self) -> str:
        """Why there is no report to go to."""
        return self._steps(self._map.report, "Nobody is recorded below.")

    def no_next(self) -> str:
        """Why there is nobody after."""
        return self._steps(self._map.beside(1), "That was the last with this boss.")

    def no_previous(self) -> str:
        """Why there is nobody before."""
        return self._steps(self._map.beside(-1), "That was the first with this boss.")

    def action_boss(self) -> None:
        """To the boss."""
        self._map.step_to(self._map.boss)

    def action_report(self) -> None:
        """To the first report."""
        self._map.step_to(self._map.report)

    def action_next_sibling(self) -> None:
        """To the next with the same boss."""
        self._map.step_to(self._map.beside(1))

    def action_previous_sibling(self) -> None:
        """To the one before."""
        self._map.step_to(self._map.beside(-1))
