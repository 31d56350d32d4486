"""The example with its history is made: at a place somebody names, or once for this machine."""

import hashlib
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from kamplans import __version__
from kamplans.cache import cache_folder
from kamplans.demo.chronicle import chronicle
from kamplans.demo.fast_import import stream
from kamplans.demo.founding import found, newest
from kamplans.demo.step import STORY, story
from kamplans.errors import KamplansError
from kamplans.model.demo import Demo
from kamplans.shipped import shipped

PLANS = "plans/"
"""Where the plans lie in the repository."""
_MARK = ".git/kamplans-demo"
"""The file of a demo in the cache that holds the id of its newest commit."""


def make(place: Path) -> Demo:
    """Write the example as a git repository into a new or empty folder. Raises UsageError and NoGit."""
    told, plans = story(), _plans()
    moments = chronicle({path: data.decode() for path, data in plans.items()}, told)
    commits = list(stream(moments, told.authors, PLANS))
    head = found(place, commits, {f"{PLANS}{path}": data for path, data in plans.items()})
    folder, authors = place.resolve(), tuple(who.partition(" <")[0] for who in told.authors.values())
    return Demo(folder, folder / PLANS, head, len(moments), authors)


def kept() -> Path:
    """Return the portfolio folder of a demo in the user's cache, made if it is not there or was touched.

    Where git is missing or the cache cannot be written, it is the shipped example without its history.
    """
    try:
        folder = cache_folder() / f"demo-{_key()}"
    except RuntimeError:  # this user has no home
        return shipped("plans")
    if not _is_intact(folder):
        own = folder.with_name(f"{folder.name}.{os.getpid()}")
        try:
            (own / _MARK).write_text(make(own).head, "ascii")
            if not _is_intact(folder):
                shutil.rmtree(folder, ignore_errors=True)
                own.rename(folder)
        except (KamplansError, OSError):
            return folder / PLANS if _is_intact(folder) else shipped("plans")
        finally:
            shutil.rmtree(own, ignore_errors=True)
    return folder / PLANS


def _is_intact(folder: Path) -> bool:
    """Whether a demo is as it was made: its newest commit, and every file of its plans."""
    try:
        head = (folder / _MARK).read_text("ascii")
        found = {path.relative_to(folder / PLANS).as_posix(): path.read_bytes() for path in _files(folder / PLANS)}
    except (OSError, UnicodeDecodeError):
        return False
    return found == _plans() and newest(folder) == head


def _plans() -> dict[str, bytes]:
    root = shipped("plans")
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*.yaml"))}


def _files(root: Path) -> Iterable[Path]:
    return sorted(path for path in root.rglob("*") if path.is_file())


def _key() -> str:
    """Return a word that is another one whenever the demo would be: of the version, the story and the plans."""
    digest = hashlib.sha256(__version__.encode())
    for path in (*_files(STORY), *_files(shipped("plans"))):
        digest.update(f"\0{path.name}\0".encode() + path.read_bytes())
    return digest.hexdigest()[:12]
