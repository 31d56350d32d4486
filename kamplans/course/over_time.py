"""How did accounts get on? Each is judged after each of its commits, on that day, by the plans of that commit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice

from kamplans.course.known import key, recall, remember
from kamplans.course.snapshots import Snapshot, Snapshots, SnapshotSource
from kamplans.course.standings import standings
from kamplans.history.timeline import Timeline
from kamplans.model.course import Course, Moment, Standing
from kamplans.model.pause import collection_paused
from kamplans.model.portfolio import Account, Portfolio
from kamplans.model.revision import Commit
from kamplans.reading.load import Known, load
from kamplans.repository.objects import Blob
from kamplans.repository.repository import Repository

_AT_ONCE = 50
"""Accounts whose past is read together: few processes of git, and what was judged is kept now and then."""

Named = tuple[Commit, str | None]
"""A commit, and the name an account's folder had after it."""


@dataclass
class Past:
    """The history of a portfolio up to the commit `start` (the newest one by default).

    `prefix` is the portfolio's folder in the repository, with a slash behind or empty. What the accounts share,
    portfolio.yaml and team.yaml, is read once for all of them.
    """

    repository: Repository
    prefix: str
    start: str | None = None
    _documents: Known = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._snapshots = Snapshots(self.repository, self.prefix)

    def courses(self, accounts: Sequence[Account], portfolio: Portfolio, as_of: date) -> tuple[Course, ...]:
        """Return the courses of accounts, which end in `portfolio` on the day `as_of`. Raises NoGit."""
        today = [Moment(as_of, None, one) for one in standings(portfolio, accounts, as_of)]
        found: list[Course] = []
        for start in range(0, len(accounts), _AT_ONCE):
            ids = [account.id for account in accounts[start : start + _AT_ONCE]]
            found += self._together([Timeline(self.repository, self.prefix, id, self.start) for id in ids])
            self._documents = {key: value for key, value in self._documents.items() if "/" not in key[0]}
        return tuple(replace(one, moments=(*one.moments, now)) for one, now in zip(found, today, strict=True))

    def _together(self, timelines: Sequence[Timeline]) -> list[Course]:
        """Return the courses of some accounts up to their newest commits."""
        named = [timeline.names()[::-1] for timeline in timelines]
        moments = iter(self._moments([one for account in named for one in account]))
        return [
            Course(timeline.account or "", tuple(islice(moments, len(account))), timeline.cut())
            for timeline, account in zip(timelines, named, strict=True)
        ]

    def _moments(self, named: Sequence[Named]) -> list[Moment]:
        commits = [commit for commit, _ in named]
        found = self._snapshots.of([(commit.id, name or "") for commit, name in named])
        asked = [
            _Asked(key(self.prefix, snapshot, commit.date.date()), snapshot, commit.date.date()) if snapshot else None
            for commit, snapshot in zip(commits, found, strict=True)
        ]
        known = self._judged([one for one in asked if one])
        return [
            Moment(commit.date.date(), commit, known.get(one.key) if one else None)
            for commit, one in zip(commits, asked, strict=True)
        ]

    def _judged(self, asked: Sequence["_Asked"]) -> Mapping[str, Standing]:
        """Return the standings by key: those that are kept, and the others, which are kept from now on."""
        known = recall([one.key for one in asked])
        missing = list({one.key: one for one in asked if one.key not in known}.values())
        # the newest first, for in a partial clone git may answer up to the first that is missing
        wanted = dict.fromkeys(blob for one in reversed(missing) for blob in one.snapshot.blobs)
        blobs = {blob.id: blob for blob in self.repository.blobs(wanted)} if wanted else {}
        with collection_paused():
            new = {one.key: made for one in missing if (made := self._judge(one, blobs)) is not None}
        remember(new)
        return known | new

    def _judge(self, one: "_Asked", blobs: Mapping[str, Blob]) -> Standing | None:
        """Return the standing in one snapshot; None where it cannot be known."""
        if any(blobs[id].data is None and blobs[id].size is None for id in one.snapshot.blobs):
            return None
        plans = load(SnapshotSource(one.snapshot, blobs), prefix=self.prefix, known=self._documents)
        account = plans.accounts.get(one.snapshot.account)
        if account is None:
            return None
        others = {name: Account(name, {}) for name in one.snapshot.top.folders}
        whole = replace(plans, accounts={**others, account.id: account})
        return standings(whole, (account,), one.day)[0]


@dataclass(frozen=True)
class _Asked:
    """One question: how does the account of a snapshot stand on a day?"""

    key: str
    snapshot: Snapshot
    day: date
