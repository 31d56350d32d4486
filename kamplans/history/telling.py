"""What did a commit change? Touched plans are read before and after, compared, and told with the names of their day.

Commits are told newest first. The teller remembers which blob each plan had after the commit at hand, and steps back
with it; so names, and whether an account was new, are those of the moment. Where branches ran side by side the moment
is the line's that was told, which may give somebody a name from another branch.
"""

from collections.abc import Iterable, Iterator, Sequence

from kamplans.compare.documents import compare_documents
from kamplans.compare.names import Names
from kamplans.compare.wholes import accounts_whole
from kamplans.history.touches import Place, Touch, TouchedPlan, place_of
from kamplans.history.versions import Version, Versions
from kamplans.model.change import Change
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


def told(repository: Repository, touches: Sequence[Touch], now: Moment) -> Iterator[tuple[Touch, list[Change]]]:
    """Yield each touch with its changes, the weightiest first; `now` holds the plans after the newest of them."""
    versions = Versions(repository, _uses(touches, now))
    try:
        for touch in touches:
            plans = now.setdefault(touch.account, {})
            yield touch, _changes(versions, touch, plans, now.get(None, {}))
            for plan in touch.plans:
                if plan.before[0] is None:
                    plans.pop(plan.place, None)
                else:
                    plans[plan.place] = plan.before[0]
    finally:
        versions.close()


def _uses(touches: Iterable[Touch], now: Moment) -> Iterator[tuple[Version, int]]:
    """Yield every version in the order of its use, and how often: the names around first, then each plan and before."""
    seen: set[str | None] = set()
    for touch in touches:
        for account in (touch.account, None):
            if account not in seen:
                seen.add(account)
                yield from ((version, 0) for version in now.get(account, {}).items())
        for plan in touch.plans:
            if plan.after is not None:
                yield (plan.place, plan.after), len(plan.before)
            yield from (((plan.place, blob), 1) for blob in plan.before if blob is not None)


def _changes(versions: Versions, touch: Touch, plans: dict[Place, str], shared: dict[Place, str]) -> list[Change]:
    if touch.is_cut:
        return []
    whole = _came_or_went(touch, plans)
    names = Names() if whole else _names(versions, touch, plans, shared)
    if whole:
        sides = [_side(versions, touch, 0), _side(versions, touch, None)]
        return accounts_whole(kinds(), *sides)
    changes = [change for plan in touch.plans for change in _of_plan(versions, plan, names)]
    return sorted(changes, key=lambda change: -change.weight)


def _came_or_went(touch: Touch, plans: dict[Place, str]) -> bool:
    """Whether the account had no plan at all before the commit, or has none after it."""
    if touch.account is None or any(len(plan.before) > 1 for plan in touch.plans):
        return False
    came = all(plan.before == (None,) for plan in touch.plans) and plans.keys() <= {plan.place for plan in touch.plans}
    return came or not plans


def _side(versions: Versions, touch: Touch, parent: int | None) -> dict[str, Document]:
    """Return the touched documents by kind, at a parent or (None) after the commit."""
    found = {}
    for plan in touch.plans:
        blob = plan.after if parent is None else plan.before[parent]
        if blob is not None:
            found[plan.place.kind] = versions.document((plan.place, blob))
    return found


def _names(versions: Versions, touch: Touch, plans: dict[Place, str], shared: dict[Place, str]) -> Names:
    """Return what was called what after the commit, and what it took away."""
    before = [(plan.place, plan.before[0]) for plan in touch.plans if plan.before[0] is not None]
    return Names.joined(versions.names(version) for version in (*plans.items(), *shared.items(), *before))


def _of_plan(versions: Versions, plan: TouchedPlan, names: Names) -> list[Change]:
    """Return what changed in one document; of a merge, only what is as in none of its parents."""
    kind = kinds()[plan.place.kind]
    sides = []
    for blob in plan.before:
        before = None if blob is None else versions.document((plan.place, blob))
        after = None if plan.after is None else versions.document((plan.place, plan.after))
        sides.append(compare_documents(kind, before, after, names))
    return sides[0] if len(sides) == 1 else _decided_here(sides)


def _decided_here(sides: Sequence[list[Change]]) -> list[Change]:
    """Return the changes that hold against every parent: the same path, or one inside what another parent lacks."""
    found: dict[str, Change] = {}
    paths = [{change.path for change in changes} for changes in sides]
    for changes in sides:
        for change in changes:
            if all(any(_is_inside(change.path, path) for path in of_parent) for of_parent in paths):
                found.setdefault(change.path, change)
    return list(found.values())


def _is_inside(path: str, other: str) -> bool:
    return path == other or path.startswith((f"{other}.", f"{other}["))
