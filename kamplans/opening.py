"""A portfolio is opened: from its files or from a commit, on a day, in its repository."""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kamplans.errors import KamplansError, NoGit, NoSuchAccount, UsageError
from kamplans.model.closest import closest
from kamplans.model.portfolio import Account, Portfolio
from kamplans.model.workspace import Workspace
from kamplans.reading.load import load
from kamplans.sources.folder import FolderSource

if TYPE_CHECKING:
    from kamplans.course.over_time import Past
    from kamplans.history.timeline import Timeline
    from kamplans.repository.repository import Repository


def open_portfolio(root: Path, *, at: str | None, as_of: date | None, with_state: bool) -> Workspace:
    """Read the portfolio in `root`; see `kamplans.api.open_portfolio`."""
    if at is not None:
        return _opened_at(root, at, as_of)
    portfolio = load(FolderSource(root), prefix=finding_prefix(root))
    day = as_of or portfolio.settings.as_of or date.today()
    if not with_state:
        return Workspace(root, portfolio, day)
    from kamplans.history.uncommitted import uncommitted
    from kamplans.repository.repository import discover

    try:
        repository = discover(root)
        state = repository.state()
    except NoGit as reason:
        return Workspace(root, portfolio, day, no_history=sentence(reason))
    branch = "detached" if state.is_detached else state.branch
    if state.is_unborn:
        return Workspace(root, portfolio, day, branch, None, state.notices[0])
    is_clean = not uncommitted(repository, repository.prefix(root), FolderSource(root).files())
    return Workspace(root, portfolio, day, branch, is_clean)


def _opened_at(root: Path, at: str, as_of: date | None) -> Workspace:
    from kamplans.repository.repository import discover

    repository = discover(root)
    commit = repository.commit(repository.resolve(at))
    portfolio = _portfolio_of(repository, root, commit.id)
    state = repository.state()
    branch = "detached" if state.is_detached else state.branch
    return Workspace(root, portfolio, as_of or commit.date.date(), branch, None, "", commit)


def portfolio_at(workspace: Workspace, revision: str) -> Portfolio:
    """Return the values of the portfolio at a revision, not judged by the schema. Raises NoGit and BadRevision."""
    from kamplans.repository.repository import discover

    repository = discover(workspace.root)
    return _portfolio_of(repository, workspace.root, repository.resolve(revision), judged=False)


def both_sides(
    workspace: Workspace, before: str | None, after: str | None, accounts: Sequence[str]
) -> tuple[Portfolio, Portfolio]:
    """Return the plans at two revisions, by default those of the last commit and those opened.

    Raises NoSuchAccount for one of `accounts` that is in neither.
    """
    old = portfolio_at(workspace, before or "HEAD")
    new = workspace.portfolio if after is None else portfolio_at(workspace, after)
    for id in accounts:
        if id not in old.accounts:
            account(new, id)
    return old, new


def account(portfolio: Portfolio, id: str) -> Account:
    """Return an account. Raises NoSuchAccount with the nearest id."""
    if id in portfolio.accounts:
        return portfolio.accounts[id]
    near = closest(id, portfolio.accounts)
    raise NoSuchAccount(
        f"There is no account “{id}”", f"did you mean “{near}”?" if near else "`kamplans list` shows them"
    )


def _portfolio_of(repository: "Repository", root: Path, commit: str, judged: bool = True) -> Portfolio:
    from kamplans.sources.revision import RevisionSource

    prefix = repository.prefix(root)
    return load(RevisionSource(repository, commit, prefix), prefix=prefix, judged=judged)


def timeline_of(workspace: Workspace, account: str | None) -> "Timeline":
    """Return the history of an account, or of all plans. Raises NoGit where there is none."""
    from kamplans.history.timeline import Timeline
    from kamplans.repository.repository import discover

    repository = discover(workspace.root)
    start = workspace.at
    return Timeline(repository, repository.prefix(workspace.root), account, start.id if start else None)


def past_of(workspace: Workspace) -> "Past":
    """Return the history in which accounts are judged over time. Raises NoGit where there is none."""
    from kamplans.course.over_time import Past
    from kamplans.repository.repository import discover

    repository = discover(workspace.root)
    start = workspace.at
    return Past(repository, repository.prefix(workspace.root), start.id if start else None)


def finding_prefix(root: Path) -> str:
    """Return what stands before a plan's path in findings: its folder from the repository's top, else from its parent.

    The top is where a `.git` lies; git itself need not be asked, or installed.
    """
    place = root.resolve()
    top = next((folder for folder in (place, *place.parents) if (folder / ".git").exists()), place.parent)
    return "" if place == top else f"{place.relative_to(top).as_posix()}/"


def sentence(problem: KamplansError) -> str:
    """Return a problem as one sentence with its hint."""
    return f"{problem.message} ({problem.hint})" if problem.hint else problem.message


def new_portfolio(folder: Path, name: str) -> Path:
    """Write portfolio.yaml and team.yaml of a portfolio without accounts; see `kamplans.api.new_portfolio`."""
    if not name.strip() or not name.isprintable():
        raise UsageError("A portfolio needs a name", "one line of text")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise UsageError(f"{folder} is not empty", "choose a new folder; nothing was written")
        _write(folder / "portfolio.yaml", f"format: 1\nname: {_quoted(name)}\ncurrency: EUR\n")
        _write(folder / "team.yaml", "people: []\n")
    except OSError as problem:
        raise UsageError(f"Cannot write to {folder}: {problem.strerror}") from None
    return folder.resolve()


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _write(path: Path, text: str) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644), "w", encoding="utf-8") as file:
        file.write(text)
