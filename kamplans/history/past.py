"""The plans of a moment, stepped back commit by commit: versions to compare, and the names of the day."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kamplans.compare.names import Names
from kamplans.history.held import Held, read_whole, step
from kamplans.history.touches import Place, Touch, TouchedPlan, place_of
from kamplans.model.document import Document
from kamplans.reading.kinds import kinds
from kamplans.repository.repository import Repository

Moment = dict[str | None, dict[Place, str]]
"""The blob of each plan at one moment, by account."""


def moment(repository: Repository, prefix: str, commit: str, account: str | None) -> Moment:
    """Return the plans at a commit: those of the portfolio, and of one account or of all."""
    tops = [f"{prefix}{kind.file}" for kind in kinds().values() if kind.of_portfolio]
    paths = [prefix] if account is None else [f"{prefix}{account}/", *tops]
    found: Moment = {}
    for entry in repository.tree(commit, *paths):
        place = place_of(entry.path.removeprefix(prefix)) if entry.is_file else None
        if place is not None:
            found.setdefault(place.account, {})[place] = entry.blob
    return found


class Past:
    """The plans after one commit, beginning with the newest of `touches`; `step_back` leads to the one before.

    Where branches ran side by side, this is the line of first parents; a version of another line is fetched apart.
    Blobs come from one process of git, in the order in which they will be needed, each once.
    """

    def __init__(self, repository: Repository, touches: Sequence[Touch], now: Moment) -> None:
        self._now = {account: dict(plans) for account, plans in now.items()}
        self._uses = Counter(_fetches(touches, now))
        self._blobs = repository.blobs(list(self._uses))
        self._bytes: dict[str, bytes] = {}
        self._missing: set[str | None] = set()
        self._held: dict[Place, Held] = {}
        self._before: dict[Place, Held] = {}
        self._names: dict[str | None, Names] = {}

    def plans(self, account: str | None) -> Mapping[Place, str]:
        """Return the plans of an account as they are now."""
        return self._now.setdefault(account, {})

    def names(self, account: str | None) -> Names:
        """Return what is called what now, in an account and in the portfolio."""
        known = self._names.get(account)
        if known is None:
            accounts = (account,) if account is None else (account, None)
            held = (self._current(place, blob) for one in accounts for place, blob in self.plans(one).items())
            known = self._names[account] = Names(*(one.names for one in held if one.names))
        return known

    def versions(self, plan: TouchedPlan) -> list[tuple[Document | None, Document | None]]:
        """Return a touched plan before and after, for each parent."""
        place = plan.place
        after = None if plan.after is None else self._current(place, plan.after)
        found: list[tuple[Document | None, Document | None]] = []
        for number, blob in enumerate(plan.before):
            if blob is None:
                found.append((None, after.document if after else None))
            elif after is None:
                before = read_whole(place, blob, self._fetched(blob))
                found.append((before.document, None))
            else:
                before, *documents = step(after, blob, self._fetched(blob))
                found.append((documents[0], documents[1]))
            if blob is not None and number == 0:
                self._before[place] = before
        return found

    def is_missing(self, plan: TouchedPlan) -> bool:
        """Whether a version of a plan, which was asked for, is not in this clone: then nobody can say what changed."""
        return not self._missing.isdisjoint((plan.after, *plan.before))

    def step_back(self, touch: Touch) -> None:
        """Go to the moment before a commit whose versions were asked for."""
        plans = self._now.setdefault(touch.account, {})
        for plan in touch.plans:
            after = self._held.pop(plan.place, None)
            if plan.before[0] is None:
                plans.pop(plan.place, None)
                self._names.clear()
                continue
            before = self._held[plan.place] = self._before.pop(plan.place)
            plans[plan.place] = plan.before[0]
            if after is None or after.names is not before.names:
                self._names.clear()
        if touch.was is not None:
            self._move(plans, touch.was)

    def _move(self, plans: dict[Place, str], folder: str) -> None:
        """Give plans back to the folder in which they lay before it was renamed."""
        self._names.clear()
        for place, blob in [*plans.items()]:
            there = place.within(folder)
            self._now.setdefault(folder, {})[there] = blob
            held = self._held.pop(place, None)
            if held is not None:
                self._held[there] = replace(held, place=there)
        plans.clear()

    def close(self) -> None:
        """End the process of git, if it still runs."""
        self._blobs.close()

    def _current(self, place: Place, blob: str) -> Held:
        held = self._held.get(place)
        if held is None or held.blob != blob:
            held = read_whole(place, blob, self._fetched(blob))
            if self._now.get(place.account, {}).get(place) == blob:
                self._held[place] = held
        return held

    def _fetched(self, blob: str) -> bytes:
        """Return the bytes of a blob; none for one that is too large or not in this clone."""
        while blob not in self._bytes:
            answer = next(self._blobs)
            self._bytes[answer.id] = answer.data or b""
            if answer.size is None:
                self._missing.add(answer.id)
        self._uses[blob] -= 1
        return self._bytes[blob] if self._uses[blob] > 0 else self._bytes.pop(blob)


def _fetches(touches: Sequence[Touch], now: Moment) -> Iterator[str]:
    """Yield the blobs in the order in which they will be fetched, each as often."""
    at: dict[Place, str | None] = {}
    seen: set[str | None] = set()
    for touch in touches:
        for account in (touch.account, None):
            if account not in seen:
                seen.add(account)
                at.update(now.get(account, {}))
                yield from now.get(account, {}).values()
        for plan in touch.plans:
            if plan.after is not None and at.get(plan.place) != plan.after:
                yield plan.after
            yield from (blob for blob in plan.before if blob is not None)
            at[plan.place] = plan.before[0]
            if touch.was is not None:
                at[plan.place.within(touch.was)] = plan.before[0]
