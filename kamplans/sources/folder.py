"""Plans from a folder of the file system, read as if somebody hostile had filled it.

Nothing is read that is not a regular file of bounded size, no link is followed, and nothing that is opened can block.
"""

import errno
import os
import stat
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from kamplans.sources.source import MAX_BYTES, PlanFile, Refusal, Refused, could_be_account, could_be_plan

_SAFE = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
_WHY = {
    errno.ELOOP: Refused.LINK,
    errno.EACCES: Refused.NO_PERMISSION,
    errno.EPERM: Refused.NO_PERMISSION,
    errno.ENXIO: Refused.NOT_A_FILE,
}


class FolderSource:
    """The plans of one portfolio folder as they lie on the disk now."""

    def __init__(self, root: Path, label: str = "working tree") -> None:
        self.root = root
        self._label = label

    @property
    def label(self) -> str:
        """Where the files come from."""
        return self._label

    def files(self) -> list[PlanFile]:
        """Return the files that could be plans, and the links that could be accounts, by path."""
        return sorted(self._listed(), key=lambda file: file.path)

    def _listed(self) -> Iterator[PlanFile]:
        entries, refusal = _entries(self.root)
        if refusal is not None:
            yield PlanFile("portfolio.yaml", _refused(refusal))
        for entry in entries:
            name = _printable(entry.name)
            if entry.is_symlink() and could_be_account(name):
                yield PlanFile(name, _refused(Refusal(Refused.LINK)))
            elif entry.is_dir(follow_symlinks=False) and not name.startswith("."):
                yield from _below(entry.path, name)
            elif could_be_plan(name):
                yield PlanFile(name, partial(read_safely, entry.path))


def _below(folder: str, name: str) -> Iterator[PlanFile]:
    entries, refusal = _entries(folder)
    if refusal is not None:
        yield PlanFile(name, _refused(refusal))
    for entry in entries:
        path = f"{name}/{_printable(entry.name)}"
        if could_be_plan(path):
            yield PlanFile(path, partial(read_safely, entry.path))


def read_safely(path: str | Path) -> bytes | Refusal:
    """Return the bytes of a regular file of at most MAX_BYTES, or why it is not read."""
    if not hasattr(os, "O_NOFOLLOW") and Path(path).is_symlink():
        return Refusal(Refused.LINK)
    try:
        descriptor = os.open(path, _SAFE)
    except OSError as error:
        return _refusal(error)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            return Refusal(Refused.NOT_A_FILE)
        data = _content(descriptor, status.st_size)
    except OSError as error:
        return _refusal(error)
    finally:
        os.close(descriptor)
    if len(data) > MAX_BYTES:
        return Refusal(Refused.TOO_LARGE, f"{max(status.st_size, len(data)):,} bytes")
    return data


def _content(descriptor: int, size: int) -> bytes:
    """Return the bytes to the end of a file of about `size` bytes, though little more than MAX_BYTES of them."""
    step = min(max(size, 4096), MAX_BYTES) + 1
    data = os.read(descriptor, step)
    while len(data) <= MAX_BYTES and (more := os.read(descriptor, step)):
        data += more
    return data


def _entries(folder: str | Path) -> tuple[list["os.DirEntry[str]"], Refusal | None]:
    try:
        with os.scandir(folder) as entries:
            return list(entries), None
    except OSError as error:
        return [], _refusal(error)


def _refusal(error: OSError) -> Refusal:
    known = _WHY.get(error.errno or 0)
    return Refusal(known) if known else Refusal(Refused.UNREADABLE, error.strerror or "")


def _refused(refusal: Refusal) -> Callable[[], bytes | Refusal]:
    return lambda: refusal


def _printable(name: str) -> str:
    """Return a file name without surrogates: bytes that are no UTF-8 are shown as escapes."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
