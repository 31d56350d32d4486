"""Is there a repository here? GitPython finds it and names its branches and tags; git says whether it may be read.

GitPython is imported only here and only when asked; it starts no git for these questions. Its view of the environment
is narrowed to ours for the moment of the question, because a `GIT_DIR` left over from a hook would show it another
repository.
"""

import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock
from types import ModuleType

from kamplans.errors import NoGit
from kamplans.model.clean import clean
from kamplans.repository.plumbing import Git, GitFailed

_environment = Lock()
_WITHOUT = "all but history works without it"


@dataclass(frozen=True, slots=True)
class Found:
    """A readable repository: the top of its working tree, its git folder, the one shared by all its working trees."""

    git: Git
    top: Path
    folder: Path
    shared: Path


def found(path: Path) -> Found:
    """Return the repository that `path` lies in; NoGit, with one sentence, where there is none that can be read."""
    program = shutil.which("git")
    if program is None:
        raise NoGit("git is not installed", f"install git; {_WITHOUT}")
    top = _top(path)
    git = Git(top, program)
    try:
        lines = _folders(top, program, _stamp(top))
    except GitFailed as failure:
        raise _refused(top, failure.reason) from None
    if len(lines) != 3:
        raise NoGit(f"git does not say where the repository of {clean(str(path))} lies", _WITHOUT)
    return Found(git, Path(lines[0]), Path(lines[1]), (top / lines[2]).resolve())


@lru_cache(maxsize=16)
def _folders(top: Path, program: str, stamp: tuple[int, ...]) -> tuple[str, ...]:
    """Ask git for the three folders; what it said is kept for as long as `stamp` is the same. Raises GitFailed."""
    written = Git(top, program).output("rev-parse", "--show-toplevel", "--absolute-git-dir", "--git-common-dir")
    return tuple(os.fsdecode(written).splitlines())


def _stamp(top: Path) -> tuple[int, ...]:
    """Return what changes when another repository comes to lie here, or another owner or configuration to it."""
    found: list[int] = []
    for place in (top, top / ".git", top / ".git" / "config"):
        try:
            known = place.stat()
        except OSError:
            continue
        found += [known.st_dev, known.st_ino, known.st_uid, known.st_mode]
        if not stat.S_ISDIR(known.st_mode):
            found += [known.st_mtime_ns, known.st_size]
    return tuple(found)


def names(top: Path) -> list[str]:
    """Return the branches, remote branches and tags of the repository at `top`, sorted; [] if they cannot be read."""
    git = _gitpython()
    try:
        with _our_environment(), git.Repo(top, expand_vars=False) as repo:
            return sorted({ref.path.removeprefix("refs/").split("/", 1)[-1] for ref in repo.references})
    except (git.GitError, OSError, ValueError):
        return []


def _top(path: Path) -> Path:
    git = _gitpython()
    shown = clean(str(path))
    try:
        with _our_environment(), git.Repo(path.resolve(), search_parent_directories=True, expand_vars=False) as repo:
            top, is_bare = repo.working_tree_dir, repo.bare
    except git.NoSuchPathError:
        raise NoGit(f"There is no folder {shown}", "name one that exists") from None
    except git.InvalidGitRepositoryError:
        raise NoGit(f"{shown} is not in a git repository", f"`git init` there begins a history; {_WITHOUT}") from None
    except (git.GitError, OSError, ValueError) as error:
        raise NoGit(f"The git repository of {shown} cannot be read ({clean(str(error))[:200]})", _WITHOUT) from None
    if is_bare or top is None:
        raise NoGit(f"{shown} lies in a bare repository, which has no plan files", "clone it and work in the clone")
    return Path(top)


def _refused(top: Path, reason: str) -> NoGit:
    shown = clean(str(top))
    if "dubious ownership" in reason:
        return NoGit(
            f"git does not trust {shown}, because it belongs to another user",
            f"if you do: git config --global --add safe.directory {shown}",
        )
    return NoGit(f"git cannot read the repository at {shown}: {reason}", _WITHOUT)


@contextmanager
def _our_environment() -> Iterator[None]:
    """Take what begins with `GIT_` out of the environment for a moment; nothing happens where there is nothing."""
    with _environment:
        taken = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("GIT_")}
        try:
            yield
        finally:
            os.environ.update(taken)


def _gitpython() -> ModuleType:
    with _our_environment():
        import git
    return git
