"""A repository that holds plans, and the questions that can be asked of it.

Every revision a person wrote is resolved to a commit id first; all other questions take that id. Each method raises
NoGit, with one sentence, if git fails; none writes anything.
"""

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kamplans.errors import NoGit
from kamplans.model.revision import Commit
from kamplans.repository.commits import LoggedCommit, logged_commits, one_commit
from kamplans.repository.discovery import found, names
from kamplans.repository.objects import Blob, Entry, blobs, tree
from kamplans.repository.plumbing import Git, GitFailed
from kamplans.repository.resolving import commit_id, resolved
from kamplans.repository.state import State, state
from kamplans.repository.trees import Folder, folders


@dataclass(frozen=True)
class Repository:
    """One repository, seen from one of its working trees; `top` is where that tree begins."""

    git: Git
    top: Path
    folder: Path
    shared: Path

    def prefix(self, folder: Path) -> str:
        """Return a folder's path from the top, POSIX, with a slash behind; empty for the top itself."""
        try:
            inside = folder.resolve().relative_to(self.top.resolve())
        except ValueError:
            raise NoGit(f"{folder} does not lie in the repository at {self.top}", "") from None
        return "" if inside == Path() else inside.as_posix() + "/"

    def state(self) -> State:
        """Return how the repository stands now."""
        with _one_sentence():
            return state(self.git, self.folder, bool(self.cut))

    def head(self) -> str:
        """Return the id of the newest commit; NoGit before the first."""
        with _one_sentence():
            newest = commit_id(self.git, "HEAD")
        if newest is None:
            raise NoGit("Nothing has been committed yet, so there is no history", "commit the plans first")
        return newest

    def resolve(self, text: str) -> str:
        """Return the commit id of a revision, else of a day (YYYY-MM-DD): the last commit of that day or before.

        Raises BadRevision where there is no such commit, with the closest name as hint; NoGit before the first commit.
        """
        with _one_sentence():
            if text != "HEAD":
                self.head()
            return self.head() if text == "HEAD" else resolved(self.git, text, lambda: names(self.top))

    def commit(self, id: str) -> Commit:
        """Return what git knows of one commit."""
        with _one_sentence():
            return one_commit(self.git, id)

    def tree(self, commit: str, *paths: str) -> list[Entry]:
        """Return the files and links at or below `paths` at a commit (folders with a slash behind; all for none)."""
        with _one_sentence():
            return tree(self.git, commit, paths)

    def folders(self, ids: Sequence[str]) -> list[Folder | None]:
        """Return folders by their ids, or the tops of commits (`ID^{tree}`); None for what is no folder, or missing."""
        with _one_sentence():
            return [*folders(self.git, ids, self.is_partial)]

    def blobs(self, ids: Iterable[str]) -> Generator[Blob, None, None]:
        """Yield blobs in the order of their ids, read by one process while the caller works."""
        with _one_sentence():
            yield from blobs(self.git, ids, self.is_partial)

    def log(self, paths: Sequence[str] = (), start: str | None = None) -> Iterator[LoggedCommit]:
        """Yield the commits that touched one of `paths` (from the top; folders count with all in them), newest first.

        `start` is the id of the commit to begin with, the newest one by default.
        """
        try:
            yield from logged_commits(self.git, start or "HEAD", paths, self.cut)
        except GitFailed as failure:
            self.head()
            raise _failed(failure) from None

    @cached_property
    def cut(self) -> frozenset[str]:
        """The commits at which a shallow clone ends; empty for a whole one."""
        boundary = self.shared / "shallow"
        return frozenset(boundary.read_text("ascii", "replace").split()) if boundary.is_file() else frozenset()

    @cached_property
    def is_partial(self) -> bool:
        """Whether some blobs or trees stayed on the server (a partial clone)."""
        packs = self.shared / "objects" / "pack"
        return any(packs.glob("*.promisor"))


def discover(path: Path) -> Repository:
    """Return the repository that `path` lies in.

    Raises NoGit, with one sentence and what to do: git is not installed, the folder is in no repository, the repository
    is bare, belongs to somebody else, or cannot be read.
    """
    where = found(path)
    return Repository(where.git, where.top, where.folder, where.shared)


@contextmanager
def _one_sentence() -> Iterator[None]:
    try:
        yield
    except GitFailed as failure:
        raise _failed(failure) from None


def _failed(failure: GitFailed) -> NoGit:
    return NoGit(f"git could not read the history: {failure.reason}", "")
