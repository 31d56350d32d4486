"""How few people must leave before most of the decision power we reach today is out of reach?

The bus factor, as for software projects (Avelino et al. 2016: more than half is lost), here with the smallest set and
not a greedy one. The search asks of one seat after the other: is it cut off, and then by whom of its first open way, or
is it given up, as long as what is given up stays below half.
"""

from collections.abc import Sequence

from kamplans.network.cuts import Ways, single_points
from kamplans.network.routes import elements

PATIENCE = 300_000
"""So many routes are looked at; a search that needs more ends with a greedy set."""


class _Impatient(Exception):
    """The search looked often enough."""


class _Search:
    """The seats within reach, the heaviest first."""

    def __init__(self, seats: Sequence[Ways]) -> None:
        self.seats = sorted((s for s in seats if s.masks and s.weight), key=lambda seat: (-seat.weight, seat.bit))
        self.total = sum(seat.weight for seat in self.seats)
        self.effort = sum(len(seat.masks) for seat in self.seats)
        self.looked = 0

    def cut(self, leavers: int) -> int:
        """Return the weight that these leavers cut off."""
        return sum(seat.weight for seat in self.seats if seat.cut_by(leavers))

    def one_more(self, leavers: int) -> int:
        """Return `leavers` and the one more who cuts off most, if that is more than half; else 0."""
        self.looked += self.effort
        if self.looked > PATIENCE:
            raise _Impatient
        candidates = 0
        for seat in self.seats:
            candidates |= single_points([mask for mask in seat.masks if not mask & leavers])
        cut = {leavers | 1 << bit: self.cut(leavers | 1 << bit) for bit in elements(candidates)}
        best = max(cut, key=lambda mask: (cut[mask], -mask), default=0)
        return best if 2 * cut.get(best, 0) > self.total else 0

    def of_size(self, size: int, leavers: int = 0, given_up: int = 0, lost: int = 0) -> int:
        """Return leavers and at most `size` more that cut off more than half; 0 if no such set spares `given_up`.

        `lost` is the weight of the seats given up.
        """
        if size == 1:
            return self.one_more(leavers)
        for seat in self.seats:
            if seat.bit & (given_up | leavers) or seat.cut_by(leavers):
                continue
            way = next(mask for mask in seat.masks if not mask & leavers)
            for bit in elements(way):
                found = self.of_size(size - 1, leavers | 1 << bit, given_up, lost)
                if found:
                    return found
            given_up, lost = given_up | seat.bit, lost + seat.weight
            if 2 * lost >= self.total:
                return 0
        return leavers if 2 * self.cut(leavers) > self.total else 0

    def greedy(self) -> int:
        """Return leavers chosen one by one, each in most of what is still open; none of them decides."""
        leavers, deciders = 0, sum(seat.bit for seat in self.seats)
        while 2 * self.cut(leavers) <= self.total:
            counts: dict[int, int] = {}
            for seat in self.seats:
                for mask in seat.masks:
                    for bit in elements(0 if mask & leavers else mask & ~deciders):
                        counts[bit] = counts.get(bit, 0) + seat.weight
            leavers |= 1 << max(counts, key=lambda bit: (counts[bit], -bit))
        return leavers


def bus_factor(seats: Sequence[Ways]) -> tuple[int, bool]:
    """Return a set of people whose leaving cuts off more than half of the weight within reach, and if it is a smallest.

    A leaver's own seat does not count as cut off. 0 where nothing is within reach.
    """
    search = _Search(seats)
    if not search.seats:
        return 0, True
    try:
        size = 1
        while not (found := search.of_size(size)):
            size += 1
    except _Impatient:
        return search.greedy(), False
    return found, True
