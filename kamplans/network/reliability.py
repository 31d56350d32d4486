"""How likely is it that one route at least holds? Exact, with the weight of every element, by factoring.

The routes are sets of independent elements (people who stay, arcs that work). A set of routes is taken apart: what all
share is a product; what shares nothing is independent; else it is split on the most frequent element, p · (element
holds) + (1 − p) · (element fails). Equal parts are met again and computed once. One pass backwards over the parts gives
the derivative by every element, which for a person is E(stays) − E(leaves), Birnbaum's importance.
"""

from collections.abc import Sequence
from math import prod
from typing import NamedTuple

from kamplans.network.routes import elements, minimal

NEVER, ALWAYS = 0, 1
"""The first two parts: no route at all, and a route without any element left."""

DEEPEST = 300
"""How deep parts may nest; each level takes two frames of the interpreter's thousand."""


class TooDense(Exception):
    """There are too many parts for an exact answer in reasonable time."""


class Part(NamedTuple):
    """One part: `all` of the bits and the one part hold, `any` of the parts holds, or it is `split` on the one bit.

    The parts of a split are what remains if the element holds, and if it fails.
    """

    kind: str
    bits: tuple[int, ...]
    parts: tuple[int, ...]


class Factoring:
    """A workshop for one numbering of elements: parts once taken apart are kept for all later questions.

    `chances[i]` is the chance that element i holds; elements may be added while the workshop lives, not changed.
    `limit` bounds the number of parts, and so the time; beyond it questions raise TooDense.
    """

    def __init__(self, chances: Sequence[float], limit: int = 30_000) -> None:
        self.chances = chances
        self.limit = limit
        self._parts = [Part("all", (), ()), Part("all", (), ())]
        self._values = [0.0, 1.0]
        self._known: dict[tuple[int, ...], int] = {(): NEVER, (0,): ALWAYS}

    def access(self, masks: Sequence[int]) -> float:
        """Return the chance that at least one of the sets of elements holds."""
        return self._values[self._part(minimal(masks), 0)]

    def importance(self, masks: Sequence[int]) -> dict[int, float]:
        """Return for every element in the sets the chance with it for certain less the chance without it.

        The chance is linear in each element, so this is its derivative, gathered backwards over the parts.
        """
        root = self._part(minimal(masks), 0)
        weight = {root: 1.0}
        found: dict[int, float] = {}
        for number in range(root, ALWAYS, -1):
            if number in weight:
                self._pass_on(number, weight[number], weight, found)
        return found

    def _pass_on(self, number: int, given: float, weight: dict[int, float], found: dict[int, float]) -> None:
        kind, bits, parts = self._parts[number]
        values, chances = self._values, self.chances
        if kind == "split":
            (bit,), (holds, fails) = bits, parts
            shares = [chances[bit], 1.0 - chances[bit]]
            found[bit] = found.get(bit, 0.0) + given * (values[holds] - values[fails])
        elif kind == "all":
            factors = [chances[bit] for bit in bits] + [values[parts[0]]]
            *of_bits, of_rest = _without_each(factors)
            for bit, others in zip(bits, of_bits, strict=True):
                found[bit] = found.get(bit, 0.0) + given * others
            shares = [of_rest]
        else:
            shares = _without_each([1.0 - values[part] for part in parts])
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
        shared = masks[0]
        for mask in masks:
            shared &= mask
        if shared:
            return self._all(tuple(elements(shared)), self._part(tuple([mask ^ shared for mask in masks]), depth))
        groups = _groups(masks)
        if len(groups) > 1:
            return self._any(tuple([self._part(group, depth) for group in groups]))
        bit = _most_frequent(masks)
        fails = self._part(tuple([mask for mask in masks if not mask & bit]), depth)
        return self._split(bit.bit_length() - 1, self._part(given(masks, bit), depth), fails)

    def _all(self, bits: tuple[int, ...], rest: int) -> int:
        value = prod([self.chances[bit] for bit in bits]) * self._values[rest]
        return self._add(Part("all", bits, (rest,)), value)

    def _any(self, parts: tuple[int, ...]) -> int:
        return self._add(Part("any", (), parts), 1.0 - prod([1.0 - self._values[part] for part in parts]))

    def _split(self, bit: int, holds: int, fails: int) -> int:
        chance = self.chances[bit]
        value = chance * self._values[holds] + (1.0 - chance) * self._values[fails]
        return self._add(Part("split", (bit,), (holds, fails)), value)

    def _add(self, part: Part, value: float) -> int:
        self._parts.append(part)
        self._values.append(value)
        return len(self._values) - 1


def given(masks: Sequence[int], bit: int) -> tuple[int, ...]:
    """Return the minimal sets that remain once the element of `bit` holds for certain."""
    eased = [mask ^ bit for mask in masks if mask & bit]
    others = [mask for mask in masks if not mask & bit]
    kept = [mask for mask in others if not any(one & mask == one for one in eased)]
    return tuple(sorted(eased + kept))


def _most_frequent(masks: Sequence[int]) -> int:
    counts: dict[int, int] = {}
    for mask in masks:
        while mask:
            low = mask & -mask
            counts[low] = counts.get(low, 0) + 1
            mask ^= low
    return max(counts, key=lambda bit: (counts[bit], -bit))


def _groups(masks: Sequence[int]) -> list[tuple[int, ...]]:
    """Return the sets in groups that share no element with each other."""
    groups: list[tuple[int, list[int]]] = []
    for mask in masks:
        together = [group for group in groups if group[0] & mask]
        groups = [group for group in groups if not group[0] & mask]
        union, members = mask, [mask]
        for other, theirs in together:
            union |= other
            members += theirs
        groups.append((union, members))
    return [tuple(sorted(members)) for _, members in groups]


def _without_each(factors: Sequence[float]) -> list[float]:
    """Return for each factor the product of all others; no division, for a factor may be zero."""
    before, after = [1.0], [1.0]
    for factor in factors[:-1]:
        before.append(before[-1] * factor)
    for factor in reversed(factors[1:]):
        after.append(after[-1] * factor)
    return [left * right for left, right in zip(before, reversed(after), strict=True)]
