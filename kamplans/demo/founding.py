"""A repository is founded in one go: beside the place asked for, with nobody's settings, and moved there when whole."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from kamplans.errors import NoGit, UsageError
from kamplans.repository.plumbing import Git, GitFailed

_NOBODYS = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_ATTR_NOSYSTEM": "1",
}


def found(place: Path, commits: Iterable[bytes], files: Mapping[str, bytes]) -> str:
    """Make a repository at `place` of a fast-import stream and return the id of its newest commit.

    `files` are what that commit holds, by path; they are written as they are. The place must not exist, or be an empty
    folder. Raises UsageError and NoGit with one sentence; whatever stops it, nothing is left behind.
    """
    program = shutil.which("git")
    if program is None:
        raise NoGit("git is not installed, and the example's history is a git repository", "install git")
    place = _free(place)
    with _staged(place) as folder:
        try:
            head = _recorded(_git(folder, program), commits, folder, files)
        except GitFailed as failure:
            raise NoGit(f"git could not write the repository: {failure.reason}", "") from None
    return head


def newest(folder: Path) -> str | None:
    """Return the id of the newest commit of a repository founded here; None where git knows none."""
    program = shutil.which("git")
    if program is None or not (folder / ".git").is_dir():
        return None
    try:
        return _git(folder, program).output("rev-parse", "--verify", "HEAD").decode("ascii").strip()
    except GitFailed:
        return None


def _git(folder: Path, program: str) -> Git:
    return Git(folder, program, own={**_NOBODYS, "HOME": str(folder), "XDG_CONFIG_HOME": str(folder)})


def _free(place: Path) -> Path:
    try:
        place = place.resolve()
        if place.is_dir() and not any(place.iterdir()):
            return place
    except OSError as problem:
        raise UsageError(f"Cannot read {place}: {problem.strerror}") from None
    except RuntimeError:
        raise UsageError(f"Cannot read {place}: its links lead in a circle") from None
    if place.exists():
        what = "is not empty" if place.is_dir() else "is no folder"
        raise UsageError(f"{place} {what}", "choose a new folder; nothing was written")
    return place


@contextmanager
def _staged(place: Path) -> Iterator[Path]:
    """Hand out a folder beside the place; it is moved there at the end, and removed if anything goes wrong."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f".{place.name}-", dir=place.parent))
    except OSError as problem:
        raise UsageError(f"Cannot write to {place.parent}: {problem.strerror}") from None
    try:
        folder = beside / place.name
        folder.mkdir()
        yield folder
        folder.rename(place)
    except OSError as problem:
        raise UsageError(f"Cannot write {place}: {problem.strerror}") from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _recorded(git: Git, commits: Iterable[bytes], folder: Path, files: Mapping[str, bytes]) -> str:
    git.output("init", "--quiet", "--template=", "--initial-branch=main", "--object-format=sha1")
    git.output("config", "core.autocrlf", "false")
    with git.streaming("-c", "core.logAllRefUpdates=false", "fast-import", "--quiet", feed=commits) as told:
        told.read()
    for path, data in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    git.output("read-tree", "HEAD")
    git.output("update-index", "-q", "--refresh")
    return git.output("rev-parse", "--verify", "HEAD").decode("ascii").strip()
