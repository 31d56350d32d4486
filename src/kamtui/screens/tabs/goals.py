"""What do we want to reach together, and is it going well? Goals, what is done for them, and the days they are due."""

from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal

from kamplans.model.goals import Goal, Initiative, Milestone
from kamtui.actions.acting import bindings_of
from kamtui.asking.questions import PeopleIn, PeopleOf, Question
from kamtui.screens.modals.blame import Blaming, Written
from kamtui.screens.modals.page import PageScreen
from kamtui.screens.tabs.tab import Tab
from kamtui.text import line, run
from kamtui.widgets.lines import Lines
from kamtui.widgets.pane import title_pane
from kamtui.widgets.prose import Page, Prose
from kamtui.widgets.sheet import Sheet
from kamtui.wording import goals as words
from kamtui.wording.columns import Row

_NONE = "No goal is written yet: write into goals.yaml what they want and what we do for it."


class GoalTree(Sheet):
    """Goals, initiatives, milestones; what one does not want to see folds away."""

    PLACES: ClassVar[tuple[str, ...]] = ("goals", "list")
    BINDINGS = bindings_of("goals")

    def __init__(self) -> None:
        super().__init__(words.COLUMNS, id="tree")
        self.add_class("pane")
        self._folded: set[str] = set()
        self.plan: words.Plan | None = None

    def show(self, plan: words.Plan) -> None:
        """Show a plan."""
        self.plan = plan
        self.columns = words.columns(plan)
        self.fill(words.rows(plan, self._folded) or [Row(None, (run(_NONE),))])

    def key(self, index: int) -> object:
        """Items are told apart by what they are and their id, so that one stays itself when its plan changes."""
        item = self._rows[index].key
        return (type(item).__name__, item.id) if isinstance(item, Goal | Initiative | Milestone) else None

    @property
    def item(self) -> object | None:
        """The goal, initiative or milestone under the cursor."""
        return self._rows[self.cursor].key if self.cursor < self.count else None

    def _refold(self) -> None:
        if self.plan is not None:
            self.fill(words.rows(self.plan, self._folded))

    def no_goal(self) -> str:
        """Why there is nothing to look at."""
        return "" if self.item is not None else "No goal is written yet: goals.yaml holds them."

    def nothing_inside(self) -> str:
        """Why there is nothing to unfold."""
        item = self.item
        return "" if isinstance(item, Goal | Initiative) and item.id in self._folded else "Nothing is folded away here."

    def action_unfold(self) -> None:
        """Show what belongs to it."""
        if isinstance(self.item, Goal | Initiative):
            self._folded.discard(self.item.id)
            self._refold()

    def action_fold(self) -> None:
        """Hide what belongs to it; from within, go up."""
        item, below = self.item, self.cursor + 1
        has_inside = below < self.count and _depth(self._rows[below].key) > _depth(item)
        if isinstance(item, Goal | Initiative) and has_inside:
            self._folded.add(item.id)
            self._refold()
            return
        above = (n for n in range(self.cursor - 1, -1, -1) if _depth(self._rows[n].key) < _depth(item))
        self.cursor = next(above, self.cursor)

    def action_goal(self) -> None:
        """Show it by itself."""
        if self.plan is not None and isinstance(self.item, Goal | Initiative | Milestone):
            self.app.push_screen(PageScreen(type(self.item).__name__, words.details(self.plan, self.item)))


def _depth(item: object) -> int:
    return (
        0 if isinstance(item, Goal) else 1 if isinstance(item, Initiative) else 2 if isinstance(item, Milestone) else 3
    )


class GoalsTab(Tab, Blaming):
    """The goals of one account."""

    TAB = "goals"
    TITLE = "Goals"

    def compose(self) -> ComposeResult:
        """Tree, and all about one line of it."""
        with Horizontal():
            yield GoalTree()
            with Page(id="goal", classes="pane"):
                yield Prose()

    def plans_changed(self) -> None:
        """Ask for the plans of the account."""
        title_pane(self._tree, "Goals")
        self.ask(PeopleIn(self.account))

    @property
    def _tree(self) -> GoalTree:
        return self.query_one("#tree", GoalTree)

    def answered(self, question: Question[Any], answer: PeopleOf) -> None:
        """Show the goals; an account without any says what to do."""
        account = answer.account
        plan = words.Plan(account.goals, account.metrics, answer.names, answer.risk.as_of)
        self._tree.show(plan)
        ambition = account.goals.roadmap.ambition
        title_pane(self._tree, f"Goals {len(account.goals.goals)}", ambition or "")
        if self._tree.item is None:
            self.query_one("#goal Prose", Prose).show([line(_NONE)])

    def written(self) -> Written | str:
        """The goal, initiative or milestone under the cursor."""
        item, plan = self._tree.item, self._tree.plan
        if plan is None or not isinstance(item, Goal | Initiative | Milestone):
            return "No goal is written yet: goals.yaml holds them."
        return Written(self.account, words.path(plan, item), item.title, "goals")

    @on(Lines.Moved, "#tree")
    def _moved(self) -> None:
        tree = self._tree
        if tree.plan is not None and isinstance(tree.item, Goal | Initiative | Milestone):
            pane = self.query_one("#goal", Page)
            title_pane(pane, type(tree.item).__name__)
            pane.query_one(Prose).show(words.details(tree.plan, tree.item))
            pane.scroll_home(animate=False)

    @on(Lines.Chosen, "#tree")
    def _chosen(self) -> None:
        self._tree.action_goal()
