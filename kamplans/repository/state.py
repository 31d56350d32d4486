"""How does the repository stand? Branch, newest commit, an operation under way, where its history is cut."""

from dataclasses import dataclass
from pathlib import Path

from kamplans.repository.plumbing import Git, GitFailed
from kamplans.repository.resolving import commit_id

_UNDER_WAY = {
    "MERGE_HEAD": "a merge",
    "rebase-merge": "a rebase",
    "rebase-apply": "a rebase",
    "CHERRY_PICK_HEAD": "a cherry-pick",
    "REVERT_HEAD": "a revert",
    "BISECT_LOG": "a bisection",
}


@dataclass(frozen=True, slots=True)
class State:
    """What a screen says about the repository.

    `branch` is None where HEAD points at a commit itself, `head` is None before the first commit. `under_way` names an
    operation that waits for its end (`a merge`).
    """

    branch: str | None
    head: str | None
    under_way: str | None
    is_shallow: bool

    @property
    def is_detached(self) -> bool:
        """Whether HEAD points at a commit, not at a branch."""
        return self.branch is None

    @property
    def is_unborn(self) -> bool:
        """Whether nothing has been committed yet."""
        return self.head is None

    @property
    def notices(self) -> tuple[str, ...]:
        """What a reader of the history should know, a sentence each."""
        said = []
        if self.is_unborn:
            said.append("Nothing has been committed yet, so there is no history.")
        if self.is_detached:
            said.append("No branch is checked out: HEAD is detached.")
        if self.under_way:
            said.append(f"{self.under_way.capitalize()} is under way in this repository.")
        if self.is_shallow:
            said.append("This clone is shallow: older history is missing; `git fetch --unshallow` brings it.")
        return tuple(said)


def state(git: Git, folder: Path, is_shallow: bool) -> State:
    """Read the state; `folder` is the git folder of this working tree."""
    under_way = next((words for name, words in _UNDER_WAY.items() if (folder / name).exists()), None)
    return State(_branch(git), commit_id(git, "HEAD"), under_way, is_shallow)


def _branch(git: Git) -> str | None:
    try:
        return git.output("symbolic-ref", "--quiet", "--short", "HEAD").decode("utf-8", "replace").strip() or None
    except GitFailed:
        return None
