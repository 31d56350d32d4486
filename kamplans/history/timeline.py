"""How did a plan get here? The commits that touched it, newest first, and what each of them changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from kamplans.history.telling import moment, told
from kamplans.history.touches import Touch, touches
from kamplans.model.change import Change
from kamplans.model.figures import day
from kamplans.model.revision import Commit, Revision
from kamplans.repository.commits import LoggedCommit
from kamplans.repository.repository import Repository


@dataclass(frozen=True)
class Timeline:
    """The history of one account, or (None) of all plans, in the portfolio folder `prefix` of a repository.

    `prefix` has a slash behind or is empty; `start` is the id of the newest commit to look at. The commits alone cost
    one `git log`; what they changed costs one `git cat-file` more, and is read as it is asked for. Every method raises
    NoGit before the first commit. A merge is listed if it decided something itself; a commit that changed no value (a
    comment, the layout) is listed and has no changes.
    """

    repository: Repository
    prefix: str = ""
    account: str | None = None
    start: str | None = None

    def commits(self, limit: int | None = None) -> tuple[Commit, ...]:
        """Return the commits, at most so many."""
        return tuple(group[0].commit for group in islice(self._groups(), limit))

    def changes(self, commit: Commit) -> tuple[Change, ...]:
        """Return what one commit changed, the weightiest first within each account; nothing if it touched no plan."""
        logged = next(self.repository.log(self._paths, commit.id), None)
        if logged is None or logged.commit.id != commit.id:
            return ()
        return tuple(change for _, changes in self._told([*self._touches(logged)], commit.id) for change in changes)

    def revisions(self, limit: int | None = None) -> tuple[Revision, ...]:
        """Return the commits with their changes, one revision for each account; at most so many commits."""
        return tuple(self.each_revision(limit))

    def each_revision(self, limit: int | None = None) -> Iterator[Revision]:
        """Yield the revisions one by one, each as soon as it is known."""
        listed = [touch for group in islice(self._groups(), limit) for touch in group]
        for touch, changes in self._told(listed, self.start or self.repository.head()):
            yield Revision(touch.commit, touch.account, tuple(changes))

    def cut(self) -> str | None:
        """Return the sentence that says where a shallow clone ends; None if the history is whole."""
        known = [logged.commit.date for logged in self._log() if logged.is_cut]
        if not known:
            return None
        last = day(min(known).date())
        return f"This clone is shallow: what was before {last} is missing; `git fetch --unshallow` brings it"

    @property
    def _paths(self) -> tuple[str, ...]:
        path = f"{self.prefix}{self.account}" if self.account else self.prefix.rstrip("/")
        return (path,) if path else ()

    def _log(self) -> Iterator[LoggedCommit]:
        return self.repository.log(self._paths, self.start)

    def _touches(self, logged: LoggedCommit) -> Iterator[Touch]:
        return touches(logged, self.prefix, self.account)

    def _groups(self) -> Iterator[list[Touch]]:
        """Yield what each listed commit touched."""
        for logged in self._log():
            group = list(self._touches(logged))
            if group and (len(logged.commit.parents) < 2 or self._decided_something(group)):
                yield group

    def _decided_something(self, merge: list[Touch]) -> bool:
        return any(changes for _, changes in self._told(merge, merge[0].commit.id))

    def _told(self, listed: list[Touch], commit: str) -> Iterator[tuple[Touch, list[Change]]]:
        if not listed:
            return iter(())
        return told(self.repository, listed, moment(self.repository, self.prefix, commit, self.account))
