"""What did a commit change? Touched plans are compared before and after, and told with the names of their day."""

from collections.abc import Iterator, Sequence

from kamplans.compare.documents import compare_documents
from kamplans.compare.names import Names
from kamplans.compare.wholes import whole_account
from kamplans.history.past import Moment, Past
from kamplans.history.touches import Touch, TouchedPlan
from kamplans.model.change import Change, Op
from kamplans.model.document import Document
from kamplans.reading.kinds import kinds
from kamplans.repository.repository import Repository

_FOLDER = 97


def told(repository: Repository, touches: Sequence[Touch], now: Moment) -> Iterator[tuple[Touch, list[Change]]]:
    """Yield each touch with its changes, the weightiest first; `now` holds the plans after the newest of them."""
    past = Past(repository, touches, now)
    try:
        for touch in touches:
            yield touch, _changes(past, touch)
            past.step_back(touch)
    finally:
        past.close()


def _changes(past: Past, touch: Touch) -> list[Change]:
    names = past.names(touch.account)
    versions = [(plan, past.versions(plan)) for plan in touch.plans]
    missing = [plan for plan in touch.plans if past.is_missing(plan)]
    if missing:
        versions = [(plan, sides) for plan, sides in versions if plan not in missing]
    if not missing and _came_or_went(past, touch):
        before, after = ({plan.place.kind: sides[0][side] for plan, sides in versions} for side in (0, 1))
        return whole_account(kinds(), _known(before), _known(after))
    changes = [change for plan, sides in versions for change in _of_plan(plan, sides, names)]
    changes += [_untold(plan) for plan in missing]
    if touch.was is not None:
        changes.append(_renamed(touch))
    return sorted(changes, key=lambda change: -change.weight)


def _untold(plan: TouchedPlan) -> Change:
    kind = kinds()[plan.place.kind]
    sentence = f"{kind.title}: this clone does not hold what changed"
    return Change(plan.place.account, kind.name, None, None, Op.CHANGE, None, None, sentence)


def _renamed(touch: Touch) -> Change:
    sentence = f"Account folder renamed from {touch.was} to {touch.account}"
    return Change(touch.account, "account", None, None, Op.RENAME, touch.was, touch.account, sentence, _FOLDER)


def _came_or_went(past: Past, touch: Touch) -> bool:
    """Whether the account had no plan at all before the commit, or has none after it."""
    if touch.account is None or not touch.plans or any(len(plan.before) > 1 for plan in touch.plans):
        return False
    plans = past.plans(touch.account)
    came = all(plan.before == (None,) for plan in touch.plans) and plans.keys() <= {plan.place for plan in touch.plans}
    return came or not plans


def _known(documents: dict[str, Document | None]) -> dict[str, Document]:
    return {kind: document for kind, document in documents.items() if document is not None}


def _of_plan(plan: TouchedPlan, sides: Sequence[tuple[Document | None, Document | None]], names: Names) -> list[Change]:
    """Return what changed in one document; of a merge, only what is as in none of its parents."""
    kind = kinds()[plan.place.kind]
    told = [compare_documents(kind, before, after, names) for before, after in sides]
    return told[0] if len(told) == 1 else _decided_here(told)


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
