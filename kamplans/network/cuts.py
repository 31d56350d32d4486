"""How many people must leave before a decision maker is out of reach, and who? Single points, smallest cuts, pairs.

Everything here is structure: routes as sets of people, whatever the chances. A set of people cuts a decision maker off
when it meets every route; the decision maker's own bit never stands in the own routes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kamplans.network.routes import elements


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways to one seat: its minimal sets of people, its weight, and the bit of the person in it."""

    person: str
    bit: int
    weight: int
    masks: tuple[int, ...]

    def cut_by(self, leavers: int) -> bool:
        """Whether these leavers close every way; a seat that is out of reach, or one of theirs, is not cut off."""
        return bool(self.masks) and not self.bit & leavers and all(mask & leavers for mask in self.masks)


def single_points(masks: Sequence[int]) -> int:
    """Return the people who stand in every set; none where there is no set."""
    if not masks:
        return 0
    shared = masks[0]
    for mask in masks:
        shared &= mask
    return shared


def smallest_cut(ways: Iterable[Sequence[int]]) -> int:
    """Return a smallest set of people that stands in every way; 0 where there is none.

    `ways` are minimal routes as the bits of their people from ours to the last. As many people are needed as there are
    ways that share nobody (Menger): unit flows are pushed through the people until none fits. Whatever one pieces
    together from parts of minimal routes of four links is a route of four links again, so the limit changes nothing.
    """
    free: dict[int, dict[int, int]] = {}
    for way in ways:
        nodes = [_FROM, *[side for person in way for side in (2 * person, 2 * person + 1)], _TO]
        for position, (one, other) in enumerate(pairwise(nodes)):
            free.setdefault(one, {})[other] = 1 if position % 2 else _ENDLESS
            free.setdefault(other, {}).setdefault(one, 0)
    while True:
        came_from = _flooded(free)
        if _TO not in came_from:
            entered = [node for node in came_from if node >= 0 and node % 2 == 0]
            return sum(1 << node // 2 for node in entered if node + 1 not in came_from)
        node = _TO
        while node != _FROM:
            before = came_from[node]
            free[before][node] -= 1
            free[node][before] += 1
            node = before


_FROM, _TO, _ENDLESS = -1, -2, 1 << 30


def _flooded(free: dict[int, dict[int, int]]) -> dict[int, int]:
    """Return every node that one more unit can reach from us, with the node before it."""
    came_from = {_FROM: _FROM}
    ahead = [_FROM]
    for node in ahead:
        for after, room in free.get(node, {}).items():
            if room and after not in came_from:
                came_from[after] = node
                ahead.append(after)
    return came_from


def losses(seats: Sequence[Ways]) -> dict[int, list[Ways]]:
    """Return by the bit of each single point the seats whose every way goes through that person."""
    lost: dict[int, list[Ways]] = {}
    for seat in seats:
        for bit in elements(single_points(seat.masks)):
            lost.setdefault(1 << bit, []).append(seat)
    return lost


def dangerous_pairs(seats: Sequence[Ways]) -> dict[int, list[Ways]]:
    """Return by the bits of two people all seats they cut off together, if one of these neither cuts off alone.

    Every such pair meets the first set of the seat; for each person in it the partners are those in all sets left.
    """
    pairs: set[int] = set()
    for seat in seats:
        alone = single_points(seat.masks)
        for bit in elements(seat.masks[0] & ~alone if seat.masks else 0):
            left = [mask for mask in seat.masks if not mask >> bit & 1]
            pairs.update(1 << bit | 1 << other for other in elements(single_points(left) & ~alone))
    return {pair: [seat for seat in seats if seat.cut_by(pair)] for pair in sorted(pairs)}
