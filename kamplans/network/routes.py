"""By which ways do we reach a decision maker? Every route of at most four links, from us to the seat.

A route is us → one of ours → their contact → up to two introductions → the decision maker. Four links are the most for
which the number of people who must leave equals the number of separate ways in (Lovász, Neumann-Lara, Plummer 1978),
and the most for which exact answers stay cheap. Sets of people and arcs are whole numbers, one bit each.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kamplans.network.graph import AccessGraph, Arcs


@dataclass(frozen=True, slots=True)
class Route:
    """One way: the people from ours to the last before the decision maker; `works` if all of them stay.

    `mask` has a bit for each of the people and for each arc that may fail; `people` the bits of the people alone.
    """

    steps: tuple[str, ...]
    people: int
    mask: int
    works: float


@dataclass
class Bits:
    """Numbers people and uncertain arcs: `chances[i]` is the chance that element i holds, `names[i]` whom bit i means.

    The people come first, ours before theirs, each side by id; only elements below `people` are people.
    """

    people: int
    names: tuple[str, ...]
    chances: list[float]
    ours: dict[str, int]
    theirs: dict[str, int]
    arcs: dict[tuple[int, str, str], int] = field(default_factory=dict)

    @classmethod
    def of(cls, graph: AccessGraph) -> "Bits":
        """Number the people of a graph."""
        names = (*graph.ours, *graph.theirs)
        ours = {id: 1 << bit for bit, id in enumerate(graph.ours)}
        theirs = {id: 1 << bit for bit, id in enumerate(graph.theirs, len(ours))}
        return cls(len(names), names, [*graph.ours.values(), *graph.theirs.values()], ours, theirs)

    def arc(self, ours: bool, giver: str, to: str, works: float) -> int:
        """Return the bit of an arc, 0 for one that always works."""
        if works >= 1:
            return 0
        key = (int(ours), giver, to)
        if key not in self.arcs:
            self.arcs[key] = 1 << len(self.chances)
            self.chances.append(works)
        return self.arcs[key]

    @property
    def nobody(self) -> int:
        """A bit that no element has: somebody who is not on the map."""
        return 1 << len(self.chances)

    def order(self, steps: tuple[str, ...]) -> list[int]:
        """Return the positions of the people of a route, in its order."""
        ours, *theirs = steps
        return [mask.bit_length() - 1 for mask in (self.ours[ours], *[self.theirs[person] for person in theirs])]

    def members(self, mask: int) -> tuple[str, ...]:
        """Return the people of a set, ours first, each side by id."""
        return tuple(self.names[bit] for bit in elements(mask) if bit < self.people)

    def is_ours(self, bit: int) -> bool:
        """Whether the person of this bit is one of ours."""
        return bit < len(self.ours)


def elements(mask: int) -> Iterator[int]:
    """Yield the positions of the bits of a set, lowest first."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def minimal(masks: Iterable[int]) -> tuple[int, ...]:
    """Return the sets that contain no other one, sorted."""
    kept: list[int] = []
    for mask in sorted(set(masks), key=lambda mask: (mask.bit_count(), mask)):
        if all(one & mask != one for one in kept):
            kept.append(mask)
    return tuple(sorted(kept))


@dataclass(frozen=True)
class Tail:
    """How a contact leads on to a decision maker: the steps after us, and their bits."""

    steps: tuple[str, ...]
    people: int
    mask: int
    works: float


def backwards(introductions: Arcs) -> Arcs:
    """Return the introductions by whom they lead to."""
    turned: Arcs = {}
    for giver, targets in introductions.items():
        for to, works in targets.items():
            turned.setdefault(to, {})[giver] = works
    return turned


def tails(target: str, before: Arcs, bits: Bits) -> dict[str, list[Tail]]:
    """Return for every person from whom two introductions or fewer lead to `target` the ways from there."""
    found: dict[str, list[Tail]] = {target: [Tail((), 0, 0, 1.0)]}
    for last, works in before.get(target, {}).items():
        arc = bits.arc(False, last, target, works)
        near = Tail((last,), bits.theirs[last], bits.theirs[last] | arc, works)
        found.setdefault(last, []).append(near)
        for first, leads in before.get(last, {}).items():
            if first != target:
                mask = bits.theirs[first] | bits.arc(False, first, last, leads) | near.mask
                people = bits.theirs[first] | near.people
                found.setdefault(first, []).append(Tail((first, last), people, mask, leads * works))
    return found


def routes(contacts: Arcs, ways_on: Mapping[str, list[Tail]], bits: Bits) -> list[Route]:
    """Return every route over `contacts` to the decision maker whose tails are `ways_on`."""
    found = []
    for ours, known in contacts.items():
        me = bits.ours[ours]
        for theirs, works in known.items():
            if theirs in ways_on:
                head = me | bits.arc(True, ours, theirs, works)
                for tail in ways_on[theirs]:
                    found.append(Route((ours, *tail.steps), me | tail.people, head | tail.mask, works * tail.works))
    return found


def by_people(found: Sequence[Route]) -> list[Route]:
    """Return one route for each minimal set of people, the likeliest of those with the same people; shortest first."""
    best: dict[int, Route] = {}
    for route in sorted(found, key=lambda route: (-route.works, route.steps)):
        best.setdefault(route.people, route)
    kept = [best[people] for people in minimal(best)]
    return sorted(kept, key=lambda route: (len(route.steps), -route.works, route.steps))
