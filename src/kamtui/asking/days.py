"""What can be asked about other days? The whole story, the plans of then, what changed since, and who made it so."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kamplans import api
from kamplans.errors import BadRevision, UsageError
from kamplans.model.value_path import split
from kamtui.asking.questions import Question
from kamtui.asking.undisturbed import undisturbed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kamplans.model.blame import BlamedValue
    from kamplans.model.change import Change
    from kamplans.model.revision import Commit, Revision
    from kamplans.model.risk import Grade
    from kamplans.model.workspace import Workspace
    from kamtui.asking.shelf import Shelf


@dataclass(frozen=True)
class StoryOf(Question["tuple[Revision, ...]"]):
    """The whole history of an account: each commit with its changes, the weightiest first."""

    account: str

    def answer(self, shelf: Shelf) -> tuple[Revision, ...]:
        """Ask the history."""
        told = api.log(shelf.workspace, self.account)
        return tuple(replace(one, changes=_weighed(one.changes)) for one in told)


def _weighed(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    return tuple(sorted(changes, key=lambda change: (-change.weight, change.document, change.path)))


@dataclass(frozen=True)
class BlameOf(Question["tuple[str, tuple[BlamedValue, ...]]"]):
    """Where the values at or below a path come from, and the path they were found at.

    Where nothing stands at the path, what was found is the item that it would be a field of.
    """

    account: str
    path: str
    document: str | None = None

    def answer(self, shelf: Shelf) -> tuple[str, tuple[BlamedValue, ...]]:
        """Ask the history."""
        path, item = self.path, split(self.path)[0]
        try:
            found = api.blame(shelf.workspace, self.account, path)
        except UsageError:
            if item is None or item == path:
                raise
            path, found = item, api.blame(shelf.workspace, self.account, item)
        return path, tuple(one for one in found if one.document == self.document) or found


@dataclass(frozen=True)
class AsOf(Question["tuple[Workspace, str]"]):
    """All plans as a commit left them, and the id that an account had then."""

    is_kept = False
    account: str
    commit: Commit

    def answer(self, shelf: Shelf) -> tuple[Workspace, str]:
        """Ask the history. Raises NoSuchAccount for an account that the commit removed."""
        told = api.log(shelf.workspace, self.account)
        then = next((one.account for one in told if one.commit == self.commit), None) or self.account
        with undisturbed():
            workspace = api.open_portfolio(shelf.workspace.root, at=self.commit.id)
        api.account(workspace, then)
        return workspace, then


@dataclass(frozen=True)
class Since:
    """What changed in each account since a commit, the weightiest first, and the grades that turned: then, now."""

    commit: Commit
    changes: Mapping[str, tuple[Change, ...]]
    turns: Mapping[str, tuple[Grade, Grade]]


@dataclass(frozen=True)
class ChangedSince(Question["Since"]):
    """What changed in all accounts since a day or a revision."""

    revision: str

    def answer(self, shelf: Shelf) -> Since:
        """Compare the plans with those of then, and judge both. Raises BadRevision and NoGit."""
        now = shelf.workspace
        with undisturbed():
            then = api.open_portfolio(now.root, at=self.revision)
        if then.at is None:
            raise BadRevision(f"“{self.revision}” names no commit")
        found: dict[str, list[Change]] = {}
        for change in api.diff(now, then.at.id):
            found.setdefault(change.account or "", []).append(change)
        turns = {}
        for id in now.portfolio.accounts.keys() & then.portfolio.accounts.keys():
            grades = tuple(api.assess(held, id, advice=False).grade for held in (then, now))
            if grades[0] != grades[1]:
                turns[id] = (grades[0], grades[1])
        return Since(then.at, {id: _weighed(tuple(changes)) for id, changes in found.items()}, turns)
