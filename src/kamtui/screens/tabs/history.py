"""Who changed what, and when? The commits that touched this account, and the changes of one of them in plan words."""

from collections.abc import Sequence
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.timer import Timer

from kamplans.model.course import Course
from kamplans.model.revision import Commit, Revision
from kamplans.model.workspace import Workspace
from kamtui.actions.acting import bindings_of
from kamtui.asking.days import AsOf, StoryOf
from kamtui.asking.questions import ChangesIn, CommitsOf, CourseOf, Question
from kamtui.asking.shelf import Shelf
from kamtui.screens.tabs.searching import Searching
from kamtui.screens.tabs.timeline import Changes, Commits
from kamtui.widgets.lines import Lines
from kamtui.widgets.pane import title_pane
from kamtui.wording import changes as words
from kamtui.wording.search import Search, matches


class HistoryTab(Searching):
    """Timeline and changes."""

    TAB = "history"
    TITLE = "History"
    PLACES: ClassVar[tuple[str, ...]] = ("story", "search")
    BINDINGS = bindings_of("story")

    def __init__(self, account: str) -> None:
        super().__init__(account)
        self._settling: Timer | None = None
        self._commits: Sequence[Commit] = ()
        self._course: Course | None = None
        self._story: Sequence[Revision] | None = None

    def compose(self) -> ComposeResult:
        """Side by side where there is room, one above the other elsewhere."""
        with Container():
            yield Commits()
            yield Changes()

    def plans_changed(self) -> None:
        """Ask for the commits, or say why there are none."""
        shelf = self.host.shelf
        title_pane(self.query_one(Commits), "History")
        if shelf is not None and shelf.workspace.no_history:
            self._say(shelf.workspace.no_history)
        else:
            self.ask(CommitsOf(self.account))

    def _say(self, sentence: str) -> None:
        self.query_one(Commits).fill([])
        self.query_one(Changes).show((), sentence)

    def answered(self, question: Question[Any], answer: Any) -> None:
        """Show commits, and the changes of the one under the cursor."""
        commits = self.query_one(Commits)
        if isinstance(question, CommitsOf):
            self._commits, self._course, self._story = answer, None, None
            self._list_commits()
            if self.search.typed:
                self.ask_story()
            if answer:
                self.ask(CourseOf(self.account))
            else:
                self._say("No commit has touched this account yet: its plans are not saved in git.")
        elif isinstance(question, CourseOf):
            self._course = answer
            self._list_commits()
        elif isinstance(question, AsOf) and question.commit == commits.commit and self.screen.is_current:
            self._show_then(*answer)
        elif isinstance(question, StoryOf):
            self._story = answer
            self.look()
        elif isinstance(question, ChangesIn) and question.commit == commits.commit:
            changes = self.query_one(Changes)
            changes.show(answer, "Nothing that has a meaning changed: layout, comments or order.")
            title_pane(changes, words.title(commits.commit), f"{len(answer)} changed" if answer else "")
            self._point()

    def _list_commits(self) -> None:
        commits = self.query_one(Commits)
        commits.fill(words.commit_rows(self._commits, self._course, self.search.pattern))
        self._title_commits()

    def _title_commits(self) -> None:
        commits = self.query_one(Commits)
        searched = self.search.said if self._story is not None or not self.search.typed else "searching…"
        title = words.commits_title(len(self._commits), self._course, commits.outer_size.width, searched)
        title_pane(commits, title)

    def on_resize(self) -> None:
        """Give the strip the room there is now."""
        if self._commits:
            self.call_after_refresh(self._title_commits)

    # the account on another day

    def no_day(self) -> str:
        """Why there is no other day to look at."""
        return self.query_one(Commits).no_commit()

    def action_then(self) -> None:
        """Show the account as the commit under the cursor left it."""
        commit = self.query_one(Commits).commit
        if commit is not None:
            self.ask(AsOf(self.account, commit))

    def _show_then(self, workspace: Workspace, account: str) -> None:
        self.host.open_account(account, workspace.portfolio.accounts[account].name, Shelf(workspace))

    # searching

    def no_story(self) -> str:
        """Why nothing can be searched."""
        return "" if self._commits else "There is no history to search."

    def ask_story(self) -> None:
        """Ask for all changes of all commits."""
        if self._story is None:
            self.ask(StoryOf(self.account))

    def look(self) -> None:
        """Mark what is searched for, and go to where it stands from the cursor on."""
        found = matches(self._story or (), self.search.typed)
        self.search = Search(self.search.typed, found)
        self._list_commits()
        self.query_one(Changes).mark(self.search.pattern)
        if found:
            self.step(1)

    def step(self, steps: int) -> None:
        """Go to a match: to its commit, and there to its change."""
        commits = self.query_one(Commits)
        self.search = self.search.step(steps, self._commits, commits.cursor)
        match = self.search.match
        if match is not None:
            commits.cursor = commits.find(match.commit) or 0
            self._point()
        self._title_commits()

    def _point(self) -> None:
        """Put the cursor of the changes on the one that matches, if they are those of its commit."""
        changes, match = self.query_one(Changes), self.search.match
        if match is not None and match.change is not None:
            place = changes.find(match.change)
            if place is not None:
                changes.cursor = place

    def refused(self, question: Question[Any], sentence: str) -> None:
        """Say why there is no history; the commits stay where only their grades are not known."""
        if isinstance(question, CourseOf | AsOf):
            super().refused(question, sentence)
        else:
            self._say(sentence)

    @on(Lines.Moved, "#commits")
    def _moved(self) -> None:
        if self._settling is not None:
            self._settling.stop()
        self._settling = self.set_timer(self.host.settling, self._settle)

    def _settle(self) -> None:
        commit = self.query_one(Commits).commit
        if commit is not None:
            title_pane(self.query_one(Changes), words.title(commit), "asking…")
            self.ask(ChangesIn(self.account, commit))

    @on(Lines.Chosen, "#commits")
    def _chosen(self) -> None:
        self.query_one(Commits).action_changes()

    @on(Lines.Chosen, "#changes")
    def _change_chosen(self) -> None:
        self.query_one(Changes).action_raw()
