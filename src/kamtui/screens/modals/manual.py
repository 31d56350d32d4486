"""What does a rule ask for? The manual of its code, as the command line prints it."""

from typing import Any

from kamplans.model.finding import Finding
from kamtui.asking.questions import ManualOf, Question
from kamtui.screens.modals.page import PageScreen
from kamtui.text import Run, line
from kamtui.widgets.pane import title_pane
from kamtui.widgets.prose import Page, Prose
from kamtui.wording.reports import report_lines


class ManualScreen(PageScreen):
    """The manual of a finding's code."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(f"{finding.code} {finding.rule}", [line(Run("Looking it up…", "muted"))])
        self._code = finding.code

    def on_mount(self) -> None:
        """Ask for it."""
        self.ask(ManualOf(self._code))

    def answered(self, question: Question[Any], answer: Any) -> None:
        """Show it."""
        title_pane(self.query_one(Page), answer.title or self._title)
        self.query_one(Prose).show(report_lines(answer))

    def refused(self, question: Question[Any], sentence: str) -> None:
        """Say that there is no manual."""
        self.query_one(Prose).show([line(sentence)])
