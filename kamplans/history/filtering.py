"""The part of a history that is asked for, told newest first; items and people are followed to the ids they had."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from kamplans.errors import UsageError
from kamplans.history.about import is_about, renamed_person
from kamplans.history.timeline import Timeline
from kamplans.model.change import Change, Op
from kamplans.model.closest import closest
from kamplans.model.log_filter import LogFilter
from kamplans.model.portfolio import Portfolio
from kamplans.model.revision import Revision
from kamplans.model.value_path import is_inside, resolve, with_id
from kamplans.reading.kinds import kind


def filtered(timeline: Timeline, only: LogFilter, limit: int | None = None) -> Iterator[Revision]:
    """Yield the revisions that fit, with those of their changes that fit; at most so many commits.

    Commits older than the last that can fit are not told. Raises NoGit before the first commit.
    """
    fitting = [commit.id for commit in timeline.commits() if only.fits(commit)]
    wanted, last = set(fitting), fitting[-1] if fitting else ""
    sieve = _Sieve(only)
    listed: dict[str, None] = {}
    passed = False
    for revision in timeline.each_revision() if fitting else ():
        id = revision.commit.id
        if passed and id != last:
            return
        passed = id == last
        kept = sieve.kept(revision)
        if kept is None or id not in wanted:
            continue
        if id not in listed and len(listed) == limit:
            return
        listed[id] = None
        yield kept


def known_person(portfolio: Portfolio, id: str) -> None:
    """Raise UsageError, with the nearest id, for one that is nobody's, ours or theirs, in the plans as they are."""
    theirs = {one.id for account in portfolio.accounts.values() for one in account.stakeholders.people}
    known = theirs | {one.id for one in portfolio.team.people}
    if id not in known:
        near = closest(id, known)
        raise UsageError(f"Nobody is called “{id}”", f"did you mean “{near}”?" if near else "people are named by ids")


class _Sieve:
    """Keeps what fits; must see every revision on its way, because renames change what fits the older ones."""

    def __init__(self, only: LogFilter) -> None:
        self._only = only
        self._paths: dict[str | None, str] = {}
        self._people = {only.person}

    def kept(self, revision: Revision) -> Revision | None:
        """Return the revision with the changes that fit, None if it does not."""
        only = self._only
        path = self._paths.get(revision.account, only.path)
        changes = revision.changes
        if only.path:
            changes = tuple(change for change in changes if _covers(change, path))
        if only.person:
            changes = tuple(change for change in changes if is_about(change, self._people))
        self._follow(revision, path)
        commit, sentences = revision.commit, [change.sentence for change in changes]
        if (only.of_changes and not changes) or not only.says(commit.summary, commit.body, *sentences):
            return None
        return replace(revision, changes=changes)

    def _follow(self, revision: Revision, path: str) -> None:
        for change in revision.changes:
            if change.op is not Op.RENAME:
                continue
            if change.item is None:
                self._paths[str(change.before)] = self._paths.get(revision.account, path)
            elif self._only.path and is_inside(path, change.path):
                path = with_id(change.path, str(change.before)) + path.removeprefix(change.path)
                self._paths[revision.account] = path
            person = renamed_person(change)
            if person is not None and person[1] in self._people:
                self._people.add(person[0])


def _covers(change: Change, path: str) -> bool:
    """Whether a change is at or below a path, or of something that holds a value there."""
    if change.path and is_inside(change.path, path):
        return True
    if not is_inside(path, change.path):
        return False
    if not change.path:
        return change.op is not Op.RENAME and _in_document(change, path)
    return change.op is Op.RENAME or any(_in_item(change, path, side) for side in (change.before, change.after))


def _in_document(change: Change, path: str) -> bool:
    of = kind(change.document)
    sides = [side for side in (change.before, change.after) if isinstance(side, dict)]
    if not sides:  # the file could not be read, or can be again
        return path.partition("[")[0].partition(".")[0] in of.schema["properties"]
    return any(resolve(of, side, path) is not None for side in sides)


def _in_item(change: Change, path: str, side: Any) -> bool:
    field = path.removeprefix(change.path).removeprefix(".").partition("[")[0].partition(".")[0]
    return isinstance(side, dict) and field in side
