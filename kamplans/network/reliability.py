"""How likely is it that one route at least holds? Exact, with the weight of every element, by factoring.

The routes are sets of independent elements (people who stay, arcs that work). A set of routes is taken apart: what all
share is a product; what shares nothing is independent; else it is split on the most frequent element, p · (element
holds) + (1 − p) · (element fails). Equal parts are met again and computed once. One pass backwards over the parts gives
the derivative by every element, which for a person is E(stays) − E(leaves), Birnbaum's importance.
"""

from collections.abc import Callable, Sequence
from functools import reduce
from math import prod
from operator import and_
from typing import NamedTuple

from kamplans.network.routes import elements, minimal

NEVER, ALWAYS = 0, 1
"""The first two parts: no route at all, and a route without any element left."""

DEEPEST = 300
"""How deep parts may nest; each level takes two frames of the interpreter's thousand."""


class TooDense(Exception):
    """There are too many parts for an exact answer in reasonable time."""


class Part(NamedTuple):
    """One part: `any` of the parts holds, or a `split` on the bits: what remains if all of them hold, and if not."""

    kind: str
    bits: tuple[int, ...]
    parts: tuple[int, ...]


class Factoring:
    """A workshop for one numbering of elements: parts once taken apart are kept for all later questions.

    `chances[i]` is the chance that element i holds; elements may be added while the workshop lives, not changed.
    `limit` bounds the number of parts, and so the time; beyond it questions raise TooDense.
    """

    def __init__(self, chances: Sequence[float], limit: int = 20_000) -> None:
        self.chances = chances
        self.limit = limit
        self._parts = [Part("any", (), ()), Part("any", (), ())]
        self._values = [0.0, 1.0]
        self._slopes: dict[int, dict[int, float]] = {}
        self._known: dict[tuple[int, ...], int] = {(): NEVER, (0,): ALWAYS}

    def access(self, masks: Sequence[int]) -> float:
        """Return the chance that at least one of the sets of elements holds."""
        return self._values[self._part(minimal(masks), 0)]

    def opened(self, masks: Sequence[int], more: Sequence[int]) -> Callable[[int, float], float]:
        """Return how likely one of `more` holds but none of `masks`, with a person who stays by a known chance.

        That only `more` holds is a chance h, linear in the chance p that the person stays, so that
        P(stays and only more) = p · (h + (1 − p) · dh/dp), for everybody at once.
        """
        both = [*masks, *more]
        opens = self.access(both) - self.access(masks)
        after, before = self.importance(both), self.importance(masks)
        slopes = {bit: after.get(bit, 0.0) - before.get(bit, 0.0) for bit in {*after, *before}}

        def with_one(person: int, stays: float) -> float:
            return stays * (opens + (1.0 - stays) * slopes.get(person.bit_length() - 1, 0.0))

        return with_one

    def importance(self, masks: Sequence[int], among: int = -1) -> dict[int, float]:
        """Return for the elements of `among` in the sets the chance with each for certain less the chance without it.

        The chance is linear in each element, so this is its derivative, gathered backwards over the parts.
        """
        root = self._part(minimal(masks), 0)
        if root not in self._slopes:
            weight = {root: 1.0}
            found = self._slopes[root] = {}
            for number in self._below(root):
                self._pass_on(number, weight[number], weight, found)
        return {bit: hangs for bit, hangs in self._slopes[root].items() if among >> bit & 1}

    def _below(self, root: int) -> list[int]:
        """Return a part and all it is made of; what is made of others has the higher number and stands before them."""
        met, ahead = {NEVER, ALWAYS, root}, [root] if root > ALWAYS else []
        for number in ahead:
            for part in self._parts[number].parts:
                if part not in met:
                    met.add(part)
                    ahead.append(part)
        return sorted(ahead, reverse=True)

    def _pass_on(self, number: int, given: float, weight: dict[int, float], found: dict[int, float]) -> None:
        kind, bits, parts = self._parts[number]
        values, chances = self._values, self.chances
        if kind == "any":
            shares = _without_each([1.0 - values[part] for part in parts])
        else:
            *of_bits, together = _without_each([*[chances[bit] for bit in bits], 1.0])
            by_holding = given * (values[parts[0]] - values[parts[1]])
            for bit, others in zip(bits, of_bits, strict=True):
                found[bit] = found.get(bit, 0.0) + by_holding * others
            shares = [together, 1.0 - together]
        for part, share in zip(parts, shares, strict=True):
            weight[part] = weight.get(part, 0.0) + given * share

    def _part(self, masks: tuple[int, ...], depth: int) -> int:
        found = self._known.get(masks)
        if found is None:
            if len(self._values) > self.limit or depth > DEEPEST:
                raise TooDense
            found = self._known[masks] = self._take_apart(masks, depth + 1)
        return found

    def _take_apart(self, masks: tuple[int, ...], depth: int) -> int:
        groups = _groups(masks)
        if len(groups) > 1:
            parts = tuple([self._part(group, depth) for group in groups])
            return self._add(Part("any", (), parts), 1.0 - prod([1.0 - self._values[part] for part in parts]))
        bit = _most_frequent(masks)
        unit = reduce(and_, [mask for mask in masks if mask & bit])  # whatever else stood elsewhere were more frequent
        holds = self._part(given(masks, unit), depth)
        fails = self._part(tuple([mask for mask in masks if not mask & unit]), depth)
        bits = tuple(elements(unit))
        chance = prod([self.chances[bit] for bit in bits])
        value = chance * self._values[holds] + (1.0 - chance) * self._values[fails]
        return self._add(Part("split", bits, (holds, fails)), value)

    def _add(self, part: Part, value: float) -> int:
        self._parts.append(part)
        self._values.append(value)
        return len(self._values) - 1


def given(masks: Sequence[int], unit: int) -> tuple[int, ...]:
    """Return the minimal sets that remain once the elements of `unit`, which stand together or not at all, hold."""
    eased = [mask ^ unit for mask in masks if mask & unit]
    others = [mask for mask in masks if not mask & unit]
    kept = [mask for mask in others if not any(one & mask == one for one in eased)]
    return tuple(sorted(eased + kept))


def _most_frequent(masks: Sequence[int]) -> int:
    """Return the element that stands in most sets, the lowest of equals.

    All elements are counted at once: `digits[i]` holds the i-th binary digit of every element's count.
    """
    digits: list[int] = []
    for mask in masks:
        for place, digit in enumerate(digits):
            digits[place] = digit ^ mask
            mask &= digit
            if not mask:
                break
        if mask:
            digits.append(mask)
    best = -1
    for digit in reversed(digits):
        best = best & digit or best
    return best & -best


def _groups(masks: Sequence[int]) -> list[tuple[int, ...]]:
    """Return the sets in groups that share no element with each other, each in the order given."""
    groups, left = [], masks
    while left:
        union, before = left[0], 0
        while union != before:
            before = union
            for mask in left:
                if mask & union:
                    union |= mask
        groups.append(tuple([mask for mask in left if mask & union]))
        left = [mask for mask in left if not mask & union]
    return groups


def _without_each(factors: Sequence[float]) -> list[float]:
    """Return for each factor the product of all others; no division, for a factor may be zero."""
    before, after = [1.0], [1.0]
    for factor in factors[:-1]:
        before.append(before[-1] * factor)
    for factor in reversed(factors[1:]):
        after.append(after[-1] * factor)
    return [left * right for left, right in zip(before, reversed(after), strict=True)]
