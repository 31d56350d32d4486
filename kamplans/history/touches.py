"""Which plans did a commit touch? The files of one logged commit, sorted by account and document."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kamplans.model.revision import Commit
from kamplans.reading.kinds import kinds_by_file
from kamplans.repository.commits import LoggedCommit


@dataclass(frozen=True, slots=True)
class Place:
    """Which document a path is: its kind, its account (None for the portfolio's own), its path in the portfolio."""

    kind: str
    account: str | None
    path: str

    def within(self, folder: str) -> "Place":
        """Return the same document in another account's folder."""
        return Place(self.kind, folder, f"{folder}/{self.path.rpartition('/')[2]}")


@dataclass(frozen=True, slots=True)
class TouchedPlan:
    """A document in a commit, by the blobs before (one for each parent, None where it was not there) and after."""

    place: Place
    before: tuple[str | None, ...]
    after: str | None


@dataclass(frozen=True, slots=True)
class Touch:
    """A commit and the plans of one account that it touched; none where a shallow clone ends and nobody knows which.

    `was` is the name of the folder before, where the commit renamed it.
    """

    commit: Commit
    account: str | None
    plans: tuple[TouchedPlan, ...]
    is_cut: bool = False
    was: str | None = None


@cache
def place_of(path: str) -> Place | None:
    """Return which document a path in the portfolio folder is, None if it is none."""
    folder, slash, name = path.rpartition("/")
    kind = kinds_by_file(not slash).get(name)
    if kind is None or "/" in folder or folder.startswith("."):
        return None
    return Place(kind.name, folder if slash else None, path)


def touches(logged: LoggedCommit, prefix: str, account: str | None = None) -> Iterator[Touch]:
    """Yield what a commit touched, one account after the other, the portfolio's own files last.

    `prefix` is the portfolio's folder in the repository, with a slash behind or empty; `account` keeps that one alone.
    """
    if logged.is_cut:
        yield Touch(logged.commit, account, (), True)
        return
    found: dict[str | None, list[TouchedPlan]] = {}
    for file in logged.files:
        place = place_of(file.path.removeprefix(prefix)) if file.path.startswith(prefix) else None
        if place is not None and account in (None, place.account):
            found.setdefault(place.account, []).append(TouchedPlan(place, file.before, file.after))
    for id in sorted(found, key=lambda one: (one is None, one or "")):
        yield Touch(logged.commit, id, tuple(found[id]))
