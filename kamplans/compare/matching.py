"""Which item is which? The items of two lists are matched by what identifies them, never by where they stand.

An item whose id is new and whose content is not was renamed. Where an id stands twice, or nothing identifies an item,
items can only be compared as wholes: equal ones cancel out, and the others went or came.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kamplans.compare.sameness import essence, is_nothing
from kamplans.model.value_path import identity

ALIKE = 0.8
"""The share of fields, the id aside, in which an item must equal another to be the same under a new id."""

_MOST_COMPARISONS = 100_000


@dataclass(frozen=True, slots=True)
class Matched:
    """Positions in the list before and after: items found in both, renamed ones, those that went, those that came."""

    both: list[tuple[int, int]] = field(default_factory=list)
    renamed: list[tuple[int, int]] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)
    come: list[int] = field(default_factory=list)


def matched(key: tuple[str, ...], before: list[Any], after: list[Any]) -> Matched:
    """Match the items of two lists keyed by `key`; every position of either list is in the answer or cancelled out."""
    if (pairs := _paired(key, before, after)) is not None:
        return Matched(pairs)
    olds, news = _by_identity(key, before), _by_identity(key, after)
    found, gone, come = Matched(), [], []
    for name in dict.fromkeys([*news, *olds]):
        there, here = olds.get(name, []), news.get(name, [])
        if name is None or len(there) > 1 or len(here) > 1:
            rest_gone, rest_come = _uncancelled(before, there, after, here)
            found.gone.extend(rest_gone)
            found.come.extend(rest_come)
        elif there and here:
            found.both.append((there[0], here[0]))
        else:
            gone += there
            come += here
    if key == ("id",):
        found.renamed.extend(_renamed(before, gone, after, come))
    old_names, new_names = {old for old, _ in found.renamed}, {new for _, new in found.renamed}
    found.gone.extend(position for position in gone if position not in old_names)
    found.come.extend(position for position in come if position not in new_names)
    return found


def _paired(key: tuple[str, ...], before: list[Any], after: list[Any]) -> list[tuple[int, int]] | None:
    """Return the positions of the same items where both lists hold the same, each identified and there once."""
    if len(before) != len(after) or any(map(is_nothing, before)) or any(map(is_nothing, after)):
        return None
    olds = {identity(key, item): position for position, item in enumerate(before)}
    news = {identity(key, item): position for position, item in enumerate(after)}
    if len(news) < len(after) or None in news or olds.keys() != news.keys():
        return None
    return [(olds[name], position) for name, position in news.items()]


def _by_identity(key: tuple[str, ...], items: list[Any]) -> dict[tuple[str, ...] | None, list[int]]:
    found: dict[tuple[str, ...] | None, list[int]] = {}
    for position, item in enumerate(items):
        if not is_nothing(item):
            found.setdefault(identity(key, item), []).append(position)
    return found


def _uncancelled(
    before: list[Any], there: Iterable[int], after: list[Any], here: Iterable[int]
) -> tuple[list[int], list[int]]:
    left: dict[Any, list[int]] = {}
    for position in there:
        left.setdefault(essence(before[position]), []).append(position)
    come = []
    for position in here:
        equals = left.get(essence(after[position]))
        if equals:
            equals.pop(0)
        else:
            come.append(position)
    return [position for positions in left.values() for position in positions], come


def _renamed(before: list[Any], gone: list[int], after: list[Any], come: list[int]) -> list[tuple[int, int]]:
    """Pair what went with what came where each is the other's only likeness."""
    if len(gone) * len(come) > _MOST_COMPARISONS:
        return []
    olds = {position: _content(before[position]) for position in gone}
    news = {position: _content(after[position]) for position in come}
    pairs = [(old, new) for old in gone for new in come if _is_alike(olds[old], news[new])]
    olds_paired, news_paired = [old for old, _ in pairs], [new for _, new in pairs]
    return [(old, new) for old, new in pairs if olds_paired.count(old) == 1 and news_paired.count(new) == 1]


def _content(item: Mapping[str, Any]) -> dict[str, Hashable]:
    return {name: inner for name, raw in item.items() if name != "id" and (inner := essence(raw)) is not None}


def _is_alike(one: dict[str, Hashable], other: dict[str, Hashable]) -> bool:
    names = one.keys() | other.keys()
    if not names:
        return False
    equal = sum(one.get(name) == other.get(name) for name in names)
    return equal >= ALIKE * len(names)
