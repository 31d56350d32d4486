"""What is wrong with this account, and what comes next? Sentences first, then who decides and what is due."""

from typing import Any

from textual.app import ComposeResult
from textual.containers import Container, Vertical

from kamplans.model.brief import Brief
from kamtui.asking.questions import BriefOf, LastChange, Question
from kamtui.screens.tabs.tab import Tab
from kamtui.text import Line, Run, line
from kamtui.widgets.figures import Figures
from kamtui.widgets.pane import title_pane
from kamtui.widgets.prose import Page, Prose
from kamtui.wording import deciders, duties
from kamtui.wording.briefing import headlines, last_change

_CONTACTS = 5
_HEADLINES = 2


class OverviewTab(Tab):
    """The first page of an account."""

    TAB = "overview"
    TITLE = "Overview"

    def compose(self) -> ComposeResult:
        """Two columns where there is room, one below the other elsewhere."""
        with Page():
            yield Prose(id="wrong", classes="pane")
            with Container(id="columns"):
                with Vertical(id="left"):
                    yield Figures(deciders.DECIDERS, id="deciders", classes="pane")
                    yield Figures(deciders.CONTACTS, id="contacts", classes="pane")
                    yield Prose(id="last", classes="pane")
                with Vertical(id="right"):
                    yield Figures(duties.GOALS, id="goals", classes="pane")
                    yield Figures(duties.ACTIONS, id="actions", classes="pane")
                    yield Figures(duties.RENEWALS, id="renewals", classes="pane")
            yield Prose(id="more", classes="pane")

    def on_mount(self) -> None:
        """Hide what is not known yet."""
        for figures in self.query(Figures):
            figures.show([])
        self.query_one("#wrong", Prose).show([line(Run("Asking the plans…", "muted"))])
        for id in ("last", "more"):
            self.query_one(f"#{id}").display = False

    def plans_changed(self) -> None:
        """Ask for the brief and the last change."""
        shelf = self.host.shelf
        self.ask(BriefOf(self.account))
        if shelf is not None and not shelf.workspace.no_history:
            self.ask(LastChange(self.account))

    def answered(self, question: Question[Any], answer: Any) -> None:
        """Show what came back."""
        shelf = self.host.shelf
        if shelf is not None and isinstance(question, LastChange):
            self._show_prose("last", "Last change", [line(last_change(answer, shelf.workspace.as_of))])
        elif isinstance(question, BriefOf):
            self._show(answer)

    def _show_prose(self, id: str, title: str, lines: list[Line]) -> None:
        prose = self.query_one(f"#{id}", Prose)
        prose.display = bool(lines)
        prose.show(lines)
        title_pane(prose, title)

    def _show(self, brief: Brief) -> None:
        today, names, risk = brief.risk.as_of, brief.names, brief.risk
        self._show_prose(
            "wrong", "What is wrong" if risk.grade.rank > 1 else "How it stands", headlines(brief, _HEADLINES)
        )
        self._show_prose("more", "In full", [line(sentence) for sentence in risk.sentences[_HEADLINES:]])
        for id, title, rows in (
            ("deciders", "Who decides", deciders.decider_rows(risk, names)),
            ("contacts", "Contacts that help most", deciders.contact_rows(risk.next_contacts, risk, names, _CONTACTS)),
            ("goals", "Goals", duties.goal_rows(brief.goals, names, today)),
            ("actions", "Late and due within 30 days", duties.action_rows(brief, today)),
            ("renewals", "Contracts that end", duties.renewal_rows(brief.renewals, brief.currency)),
        ):
            figures = self.query_one(f"#{id}", Figures)
            figures.show(rows)
            title_pane(figures, duties.titled(title, len(rows)))
