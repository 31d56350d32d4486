"""How did a plan get here? The commits that touched it, newest first, and what each of them changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from kamplans.history.folders import followed
from kamplans.history.past import moment
from kamplans.history.remembered import REMEMBERED, Key
from kamplans.history.telling import told
from kamplans.history.touches import Touch
from kamplans.model.change import Change
from kamplans.model.figures import day
from kamplans.model.revision import Commit, Revision
from kamplans.repository.commits import LoggedCommit
from kamplans.repository.repository import Repository

_PARTIAL = "This clone is partial: what stayed on the server is not told; a clone without `--filter` holds everything"
_NO_FOLDERS = ("", ".", "..")


@dataclass(frozen=True)
class Timeline:
    """The history of one account, or (None) of all plans, in the portfolio folder `prefix` of a repository.

    `prefix` has a slash behind or is empty; `start` is the id of the newest commit to look at. The commits alone cost
    one `git log`; what they changed costs one `git cat-file` more, and is read as it is asked for. Every method raises
    NoGit before the first commit. An account whose folder was renamed is followed to its old names. A merge is listed
    if it decided something itself; a commit that changed no value (a comment, the layout) is listed and has no changes.
    """

    repository: Repository
    prefix: str = ""
    account: str | None = None
    start: str | None = None

    def commits(self, limit: int | None = None) -> tuple[Commit, ...]:
        """Return the commits, at most so many."""
        return tuple(group[0].commit for group in islice(self._groups(), limit))

    def names(self) -> tuple[tuple[Commit, str | None], ...]:
        """Return the commits, each with the name the account's folder had after it."""
        return tuple((group[0].commit, group[0].account) for group in self._groups())

    def changes(self, commit: Commit) -> tuple[Change, ...]:
        """Return what one commit changed, the weightiest first within each account; nothing if it touched no plan."""
        group = self._at(commit.id) or next((one for one in self._logged() if one[0].commit.id == commit.id), [])
        told = self._told(group, commit.id)
        return tuple(change for revision in told for change in revision.changes)

    def revisions(self, limit: int | None = None) -> tuple[Revision, ...]:
        """Return the commits with their changes, one revision for each account; at most so many commits."""
        return tuple(self.each_revision(limit))

    def each_revision(self, limit: int | None = None) -> Iterator[Revision]:
        """Yield the revisions one by one, each as soon as it is known."""
        return self._told([touch for group in islice(self._groups(), limit) for touch in group], self.start or "HEAD")

    def cut(self) -> str | None:
        """Return the sentence that says where a shallow or partial clone cuts the history; None if it is whole."""
        if not self.repository.cut:
            return _PARTIAL if self.repository.is_partial else None
        known = [group[0].commit.date for group in self._logged() if group[0].is_cut]
        if not known:
            return None
        last = day(min(known).date())
        return f"This clone is shallow: what was before {last} is missing; `git fetch --unshallow` brings it"

    def _log(self, account: str | None, start: str | None) -> Iterator[LoggedCommit]:
        if account is not None and ("/" in account or account in _NO_FOLDERS):
            return iter(())
        path = self.prefix.rstrip("/") if account is None else f"{self.prefix}{account}"
        return self.repository.log((path,) if path else (), start)

    def _at(self, commit: str) -> list[Touch]:
        """Return what one commit touched under the name that is asked for."""
        logged = next(self._log(self.account, commit), None)
        if logged is None or logged.commit.id != commit:
            return []
        return followed(self.repository, self.prefix, logged, self.account)

    def _logged(self) -> Iterator[list[Touch]]:
        """Yield what each commit touched; one account is followed to the names its folder had before."""
        account, start = self.account, self.start
        while True:
            for logged in self._log(account, start):
                group = followed(self.repository, self.prefix, logged, account)
                if group:
                    yield group
                if account is not None and group and group[0].was is not None:
                    account, start = group[0].was, logged.commit.parents[0]
                    break
            else:
                return

    def _groups(self) -> Iterator[list[Touch]]:
        """Yield what each listed commit touched."""
        for group in self._logged():
            if len(group[0].commit.parents) < 2 or self._decided_something(group):
                yield group

    def _decided_something(self, merge: list[Touch]) -> bool:
        return any(revision.changes for revision in self._told(merge, merge[0].commit.id))

    def _told(self, listed: list[Touch], start: str) -> Iterator[Revision]:
        """Yield a revision for each touch; told anew are only those before the last that nobody asked for yet."""
        known = [() if touch.is_cut else REMEMBERED.get(self._key(touch)) for touch in listed]
        untold = max((number for number, changes in enumerate(known, 1) if changes is None), default=0)
        if untold:
            account = None if self.account is None else listed[0].account
            now = moment(self.repository, self.prefix, start, account)
            for touch, changes in told(self.repository, listed[:untold], now):
                if not touch.is_cut and not self.repository.is_partial:
                    REMEMBERED.put(self._key(touch), tuple(changes))
                yield Revision(touch.commit, touch.account, tuple(changes))
        for touch, remembered in zip(listed[untold:], known[untold:], strict=True):
            yield Revision(touch.commit, touch.account, remembered or ())

    def _key(self, touch: Touch) -> Key:
        return touch.commit.id, self.prefix, touch.account
