"""How is one state of a document made from another? Operations on its values, as RFC 6902 writes them.

Items are matched as everywhere, by what identifies them, so a patch says nothing about order: applied to the document
before, it gives one that means the same as the document after. What is replaced or removed is tested first, so that a
patch fails on a document that has moved on.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from kamplans.compare.documents import compare_documents
from kamplans.compare.matching import matched
from kamplans.compare.sameness import holds_items, same
from kamplans.errors import UsageError
from kamplans.model.change import Op
from kamplans.model.document import Document
from kamplans.model.kind import Items, Kind
from kamplans.model.portfolio import Portfolio
from kamplans.reading.kinds import kind

Operation = dict[str, Any]
"""`op` (test, add, remove, replace), `path` (a JSON pointer) and, but for remove, `value`."""


def patch(of: Kind, before: Document | None, after: Document | None) -> list[Operation]:
    """Return the operations that make `after` from `before`; a document that is not there is null."""
    if before is None or after is None:
        if before is after:
            return []
        return _replaced("", dict(before.data) if before else None, dict(after.data) if after else None)
    return list(_fields(of, "", "", before.data, after.data))


def _fields(of: Kind, where: str, at: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Operation]:
    """Yield what makes one map from another; `where` is its path in the schema, `at` its pointer."""
    for name in dict.fromkeys([*before, *after]):
        was, now = before.get(name), after.get(name)
        if same(was, now):
            continue
        inside = ".".join(part for part in (where, "*" if where in of.maps else name) if part)
        pointer = f"{at}/{name.replace('~', '~0').replace('/', '~1')}"
        if name not in before:
            yield {"op": "add", "path": pointer, "value": now}
        elif name not in after:
            yield from _removed(pointer, was)
        else:
            yield from _value(of, inside, pointer, was, now)


def _value(of: Kind, where: str, at: str, was: Any, now: Any) -> Iterator[Operation]:
    if isinstance(was, dict) and isinstance(now, dict):
        yield from _fields(of, where, at, was, now)
    elif where in of.lists and _are_lists(was, now) and (holds_items(was) or holds_items(now)):
        yield from _items(of, of.lists[where], at, was, now)
    else:
        yield from _replaced(at, was, now)


def _items(of: Kind, items: Items, at: str, before: list[Any], after: list[Any]) -> Iterator[Operation]:
    """Yield what makes one list of items from another: what changes in place, what goes (last first), what comes."""
    found = matched(items.key, before, after)
    for was, now in (*found.both, *found.renamed):
        yield from _fields(of, f"{items.path}[]", f"{at}/{was}", before[was], after[now])
    for position in sorted(found.gone, reverse=True):
        yield from _removed(f"{at}/{position}", before[position])
    for position in sorted(found.come):
        yield {"op": "add", "path": f"{at}/-", "value": after[position]}


def _are_lists(was: Any, now: Any) -> bool:
    return isinstance(was, list) and isinstance(now, list)


def _replaced(at: str, was: Any, now: Any) -> list[Operation]:
    return [{"op": "test", "path": at, "value": was}, {"op": "replace", "path": at, "value": now}]


def _removed(at: str, was: Any) -> list[Operation]:
    return [{"op": "test", "path": at, "value": was}, {"op": "remove", "path": at}]


def patches(before: Portfolio, after: Portfolio, accounts: Collection[str] = ()) -> dict[str, list[Operation]]:
    """Return the patch of every document that differs, of `accounts` alone if there are any, by its path.

    Raises UsageError for a document that cannot be read on one side alone: what it held there is unknown.
    """
    olds, news = (
        {one.path: one for one in side.all_documents if not accounts or one.account in accounts}
        for side in (before, after)
    )
    found = {path: _between(path, olds.get(path), news.get(path)) for path in sorted({*olds, *news})}
    return {path: operations for path, operations in found.items() if operations}


def _between(path: str, before: Document | None, after: Document | None) -> list[Operation]:
    document = before or after
    if document is None or (before is not None and after is not None and before.text == after.text):
        return []
    of = kind(document.kind)
    if any(change.op is Op.CHANGE and not change.path for change in compare_documents(of, before, after)):
        raise UsageError(f"{path} cannot be read on one side, so no patch leads to the other", "see `kamplans check`")
    return patch(of, before, after)
