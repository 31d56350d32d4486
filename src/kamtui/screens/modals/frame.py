"""Where in the file is it? The lines around a finding, with their numbers; the line meant is marked."""

from typing import Any

from textual.app import ComposeResult

from kamplans.model.finding import Finding
from kamtui.asking.questions import FrameOf, Question
from kamtui.screens.modals.overlay import Overlay
from kamtui.text import line
from kamtui.widgets.lines import TextLines
from kamtui.widgets.pane import title_pane
from kamtui.wording.problems import frame_lines


class FrameScreen(Overlay):
    """The lines of a file around a finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__()
        self._finding = finding

    def body(self) -> ComposeResult:
        """The lines."""
        yield TextLines(classes="box whole")

    def on_mount(self) -> None:
        """Ask for them."""
        lines = self.query_one(TextLines)
        title_pane(
            lines, f"{self._finding.path}:{self._finding.place.line}", f"{self._finding.code} {self._finding.rule}"
        )
        lines.focus()
        self.ask(FrameOf(self._finding))

    def answered(self, question: Question[Any], answer: Any) -> None:
        """Show them, with the cursor on the line meant."""
        lines = self.query_one(TextLines)
        if not answer:
            lines.fill([(None, line("This file cannot be shown: it was not read as text."))])
            return
        lines.fill(frame_lines(answer, self._finding))
        lines.refill(self._finding.place.line)
