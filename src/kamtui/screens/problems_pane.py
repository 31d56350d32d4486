"""What was found, and what does it say exactly? The list of findings, and all of the one under the cursor."""

from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from kamplans.model.finding import Finding
from kamtui.actions.acting import bindings_of
from kamtui.screens.modals.blame import Blaming, Written
from kamtui.screens.modals.frame import FrameScreen
from kamtui.screens.modals.manual import ManualScreen
from kamtui.text import line
from kamtui.widgets.lines import Lines
from kamtui.widgets.pane import title_pane
from kamtui.widgets.prose import Prose
from kamtui.widgets.sheet import Sheet
from kamtui.wording import problems


class FindingList(Sheet):
    """Findings, by rule or by file."""

    PLACES: ClassVar[tuple[str, ...]] = ("problems", "list")
    BINDINGS = bindings_of("problems")

    def __init__(self) -> None:
        super().__init__(problems.COLUMNS, titled=False)
        self.add_class("pane")
        self._findings: Sequence[Finding] = ()
        self._by_rule = True

    def show(self, findings: Sequence[Finding]) -> None:
        """Show findings."""
        self._findings = findings
        of_one = len({finding.account for finding in findings}) == 1
        rows = problems.grouped(findings, of_one_account=of_one) if self._by_rule else problems.listed(findings)
        self.fill(rows)
        title_pane(self, f"Problems  {problems.totals(findings)}", "by rule" if self._by_rule else "by file")

    @property
    def finding(self) -> Finding | None:
        """The finding under the cursor."""
        return self.current if isinstance(self.current, Finding) else None

    def no_problem(self) -> str:
        """Why there is nothing to look at."""
        return "" if self.finding else "Nothing was found here."

    def action_source(self) -> None:
        """Show the lines of the file."""
        if self.finding:
            self.app.push_screen(FrameScreen(self.finding))

    def action_explain(self) -> None:
        """Show what the rule asks for."""
        if self.finding:
            self.app.push_screen(ManualScreen(self.finding))

    def action_group(self) -> None:
        """By rule, or by file."""
        self._by_rule = not self._by_rule
        self.show(self._findings)


class ProblemsPane(Vertical, Blaming):
    """The list above, the finding under the cursor below."""

    def compose(self) -> ComposeResult:
        """List and detail."""
        yield FindingList()
        yield Prose(classes="pane detail")

    def show(self, findings: Sequence[Finding]) -> None:
        """Show findings."""
        self.query_one(FindingList).show(findings)

    def written(self) -> Written | str:
        """The value that the finding under the cursor stands at."""
        finding = self.query_one(FindingList).finding
        if finding is None:
            return "Nothing was found here."
        if finding.account is None:
            return "This stands in no account: the values of accounts alone can be asked who made them."
        if not finding.at:
            return "This is found in a whole file: there is no value to ask about."
        return Written(finding.account, finding.at, finding.at, PurePosixPath(finding.path).stem)

    @on(Lines.Moved)
    def _moved(self) -> None:
        finding = self.query_one(FindingList).finding
        nothing = [line("Nothing to put right was found in these plans.")]
        self.query_one(Prose).show(problems.detail(finding) if finding else nothing)

    @on(Lines.Chosen)
    def _chosen(self) -> None:
        self.query_one(FindingList).action_source()
