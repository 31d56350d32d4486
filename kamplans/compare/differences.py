"""Where do two states of a document differ? Fields are walked, items matched; the words come later.

A whole item that came or went is one difference, a field inside an item that stayed is one of its own. A list of words
or sentences is one value. `where` is the path of the schema: keys joined by `.`, `[]` after a list, `*` for a free key.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kamplans.compare.matching import matched
from kamplans.compare.sameness import holds_items, is_nothing, same
from kamplans.model.change import Op
from kamplans.model.kind import Items, Kind
from kamplans.model.place import Keys


@dataclass(frozen=True, slots=True)
class Around:
    """An item or an entry of a map that a difference lies in: where, and what it was and is; `name` is a free key."""

    where: str
    before: Any
    after: Any
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """One value or item that came, went or became another.

    `keys` lead to it in the document after, of what went in the document before. For a renamed item `before` and
    `after` are the ids. `around` is what it lies in, outermost first; a whole item is its own last `around`.
    """

    where: str
    op: Op
    keys: Keys
    before: Any
    after: Any
    around: tuple[Around, ...] = ()


def differences(kind: Kind, before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Difference]:
    """Return how a document differs from what it was, in its new order; nothing where it means the same."""
    return list(_Walk(kind).fields("", before, after, (), (), ()))


@dataclass(frozen=True, slots=True)
class _Walk:
    kind: Kind

    def fields(
        self,
        where: str,
        before: Mapping[str, Any],
        after: Mapping[str, Any],
        old: Keys,
        new: Keys,
        around: tuple[Around, ...],
    ) -> Iterator[Difference]:
        """Compare two maps of fields; `old` and `new` lead to them."""
        if before is after:
            return
        for name in {**after, **before}:
            was, now = before.get(name), after.get(name)
            if was is now or (was.__class__ is str and was == now):
                continue
            last = "*" if where in self.kind.maps else name
            inside = f"{where}.{last}" if where and last else where or last
            yield from self.value(inside, was, now, (*old, name), (*new, name), around)

    def value(
        self, where: str, was: Any, now: Any, old: Keys, new: Keys, around: tuple[Around, ...]
    ) -> Iterator[Difference]:
        """Compare two values of one field that are not the same text; None where there is none."""
        if was.__class__ is str and now.__class__ is str:
            yield Difference(where, Op.CHANGE, new, was, now, around)
            return
        came, went = is_nothing(was), is_nothing(now)
        if came and went:
            return
        if (
            where in self.kind.lists
            and (came or isinstance(was, list))
            and (went or isinstance(now, list))
            and _hold_items(was, now)
        ):
            yield from self.items(self.kind.lists[where], _list(was), _list(now), old, new, around)
        elif (came or isinstance(was, dict)) and (went or isinstance(now, dict)):
            yield from self.mapping(where, was, now, old, new, around)
        elif not same(was, now):
            op = Op.ADD if came else Op.REMOVE if went else Op.CHANGE
            yield Difference(where, op, old if went else new, None if came else was, None if went else now, around)

    def mapping(
        self, where: str, was: Any, now: Any, old: Keys, new: Keys, around: tuple[Around, ...]
    ) -> Iterator[Difference]:
        """Compare two maps: an entry with a free key comes and goes as a whole, other maps field by field."""
        if where.endswith(".*"):
            around = (*around, Around(where, was, now, str(new[-1])))
            if is_nothing(was) or is_nothing(now):
                yield _whole(where, was, now, old, new, around)
                return
        yield from self.fields(where, _fields(was), _fields(now), old, new, around)

    def items(
        self, items: Items, before: list[Any], after: list[Any], old: Keys, new: Keys, around: tuple[Around, ...]
    ) -> Iterator[Difference]:
        """Compare two lists of items by what identifies them."""
        where = f"{items.path}[]"
        found = matched(items.key, before, after)
        for was, now in found.both:
            inside = (*around, Around(where, before[was], after[now]))
            yield from self.fields(where, before[was], after[now], (*old, was), (*new, now), inside)
        for was, now in found.renamed:
            inside = (*around, Around(where, before[was], after[now]))
            ids = before[was]["id"], after[now]["id"]
            yield Difference(where, Op.RENAME, (*new, now), *ids, inside)
            same_id = {**before[was], "id": ids[1]}
            yield from self.fields(where, same_id, after[now], (*old, was), (*new, now), inside)
        for now in found.come:
            inside = (*around, Around(where, None, after[now]))
            yield _whole(where, None, after[now], old, (*new, now), inside)
        for was in found.gone:
            inside = (*around, Around(where, before[was], None))
            yield _whole(where, before[was], None, (*old, was), new, inside)


def _whole(where: str, was: Any, now: Any, old: Keys, new: Keys, around: tuple[Around, ...]) -> Difference:
    if is_nothing(was):
        return Difference(where, Op.ADD, new, None, now, around)
    return Difference(where, Op.REMOVE, old, was, None, around)


def _hold_items(was: Any, now: Any) -> bool:
    """Whether one of two values is a list that holds more than words."""
    return (isinstance(now, list) and holds_items(now)) or (isinstance(was, list) and holds_items(was))


def _fields(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
