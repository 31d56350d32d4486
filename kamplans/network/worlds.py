"""How likely, where an exact answer would take too long? Sixteen thousand worlds drawn at once, a bit each.

In every world each element holds or fails by its own chance; a set of elements holds in the worlds in which all of them
do. The seed is fixed, so that the same plan gives the same figures. Standard error of a chance: at most 0.4 points.
"""

import random
from collections.abc import Callable, Sequence

from kamplans.network.routes import elements

WORLDS = 1 << 14
EVERYWHERE = (1 << WORLDS) - 1
FINENESS = 16
"""Bits to which a chance is drawn: to 1 in 65,536."""


class Worlds:
    """The drawn worlds of one numbering of elements; answers like `Factoring`, within the standard error."""

    def __init__(self, chances: Sequence[float]) -> None:
        self.chances = chances
        self._drawn: dict[int, int] = {}
        self._holds: dict[int, int] = {}

    def element(self, bit: int) -> int:
        """Return the worlds in which an element holds.

        The chance is spelled in binary from its last digit on: for a one a coin adds worlds, for a zero it thins them.
        """
        if bit not in self._drawn:
            coins, worlds = random.Random(bit), 0  # noqa: S311 - a simulation, no secret
            parts = round(self.chances[bit] * (1 << FINENESS))
            for digit in range(FINENESS):
                coin = coins.getrandbits(WORLDS)
                worlds = worlds | coin if parts >> digit & 1 else worlds & coin
            self._drawn[bit] = EVERYWHERE if parts >> FINENESS else worlds
        return self._drawn[bit]

    def access(self, masks: Sequence[int]) -> float:
        """Return the share of worlds in which at least one of the sets of elements holds."""
        return self._any(masks).bit_count() / WORLDS

    def opened(self, masks: Sequence[int], more: Sequence[int]) -> Callable[[int, float], float]:
        """Return how likely one of `more` holds but none of `masks`, with a person who stays by a known chance."""
        worlds = self._any(more) & ~self._any(masks)

        def with_one(person: int, stays: float) -> float:
            bit = person.bit_length() - 1
            if bit < len(self.chances):
                return (worlds & self.element(bit)).bit_count() / WORLDS
            return stays * worlds.bit_count() / WORLDS

        return with_one

    def importance(self, masks: Sequence[int], among: int = -1) -> dict[int, float]:
        """Return for the elements of `among` in the sets the share of worlds that hang on each."""
        together = 0
        for mask in masks:
            together |= mask & among
        found = {}
        for bit in elements(together):
            without = [mask for mask in masks if not mask >> bit & 1]
            holds = self._any([mask & ~(1 << bit) for mask in masks])
            found[bit] = (holds & ~self._any(without)).bit_count() / WORLDS
        return found

    def _any(self, masks: Sequence[int]) -> int:
        worlds = 0
        for mask in masks:
            worlds |= self._all(mask)
        return worlds

    def _all(self, mask: int) -> int:
        if mask not in self._holds:
            worlds = EVERYWHERE
            for bit in elements(mask):
                worlds &= self.element(bit)
            self._holds[mask] = worlds
        return self._holds[mask]
