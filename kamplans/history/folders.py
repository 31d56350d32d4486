"""Is a new account an old one under a new name? The folder is the id, so a rename is told by the account's plan.

A folder that came in the commit in which another went is that other one if its plan says so (`formerly`), or if git
finds the two account.yaml alike.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kamplans.history.touches import Touch, TouchedPlan, touches
from kamplans.reading.document import read_document
from kamplans.reading.kinds import kind
from kamplans.repository.commits import LoggedCommit
from kamplans.repository.renames import renamed_files
from kamplans.repository.repository import Repository

_HEAD = "account"


def followed(repository: Repository, prefix: str, logged: LoggedCommit, account: str | None) -> list[Touch]:
    """Return what a commit touched, as `touches`; a renamed folder is one touch, of the new name, that knows the old.

    Its plans have as versions before those of the old folder, which is not listed beside it.
    """
    found = list(touches(logged, prefix, account))
    came = [touch for touch in found if _head(touch) and _came(touch)]
    if not came or len(logged.commit.parents) != 1:
        return found
    every = found if account is None else _whole(repository, prefix, logged)
    went: dict[str | None, Touch] = {
        touch.account: touch for touch in every if touch.account is not None and _went(touch)
    }
    old_names = _old_names(repository, prefix, came, went) if went else {}
    renamed = {
        new: _joined(touch, went[old]) for new, old in old_names.items() for touch in came if touch.account == new
    }
    gone = set(old_names.values())
    return [renamed.get(touch.account or "", touch) for touch in found if touch.account not in gone]


def _whole(repository: Repository, prefix: str, logged: LoggedCommit) -> list[Touch]:
    top = prefix.rstrip("/")
    again = next(repository.log((top,) if top else (), logged.commit.id), None)
    return [] if again is None or again.commit.id != logged.commit.id else list(touches(again, prefix))


def _head(touch: Touch) -> TouchedPlan | None:
    return next((plan for plan in touch.plans if plan.place.kind == _HEAD and touch.account is not None), None)


def _came(touch: Touch) -> bool:
    head = _head(touch)
    return head is not None and not any(head.before) and head.after is not None


def _went(touch: Touch) -> bool:
    head = _head(touch)
    return head is not None and head.after is None


def _old_names(
    repository: Repository, prefix: str, came: list[Touch], went: Mapping[str | None, Touch]
) -> dict[str, str]:
    """Return the old name of each folder that was renamed, each old one once."""
    left = {name for name in went if name is not None}
    found: dict[str, str] = {}
    for new, old in [*_by_word(repository, came), *_by_likeness(repository, prefix, came, left)]:
        if new not in found and old in left:
            found[new] = old
            left.discard(old)
    return found


def _by_word(repository: Repository, came: list[Touch]) -> Iterator[tuple[str, str]]:
    """Yield the old names that the new plans themselves state, the latest first."""
    heads = [(touch, head) for touch in came if (head := _head(touch)) and head.after]
    blobs = repository.blobs([head.after for _, head in heads if head.after])
    for (touch, head), blob in zip(heads, blobs, strict=False):
        place = head.place
        document = read_document(place.kind, place.path, place.account, blob.data or b"", blob=blob.id)[0]
        named = document.data.get("formerly")
        for old in reversed(named) if isinstance(named, list) else ():
            if isinstance(old, str) and touch.account is not None:
                yield touch.account, old


def _by_likeness(repository: Repository, prefix: str, came: list[Touch], went: set[str]) -> Iterator[tuple[str, str]]:
    file = f"/{kind(_HEAD).file}"
    paths = [f"{prefix}{name}{file}" for name in (*went, *(touch.account for touch in came))]
    for new, old in renamed_files(repository, came[0].commit.id, paths).items():
        yield new.removeprefix(prefix).removesuffix(file), old.removeprefix(prefix).removesuffix(file)


def _joined(new: Touch, old: Touch) -> Touch:
    """Return one touch of both folders: each plan with its version in the old folder before."""
    before = {plan.place.kind: plan.before for plan in old.plans}
    after = {plan.place.kind: plan.after for plan in new.plans}
    places = {plan.place.kind: plan.place.within(new.account or "") for plan in (*old.plans, *new.plans)}
    plans = [TouchedPlan(place, before.get(name, (None,)), after.get(name)) for name, place in sorted(places.items())]
    return replace(new, plans=tuple(plans), was=old.account)
