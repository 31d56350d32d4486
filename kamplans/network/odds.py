"""How likely do we still reach each decision maker, and how much of that hangs on each person?"""

from collections.abc import Mapping
from dataclasses import dataclass

from kamplans.network.reliability import Factoring, TooDense
from kamplans.network.survey import Survey
from kamplans.network.worlds import Worlds


@dataclass(frozen=True)
class Odds:
    """The chance to reach each seat, the expected access, and by bit position how much of it hangs on each person.

    All are 0–1, of seats that stay; without any power the expected access is 0. `is_exact` is False if sampled.
    """

    access: Mapping[str, float]
    expected: float
    importance: Mapping[int, float]
    is_exact: bool


def odds(found: Survey) -> Odds:
    """Return the odds of one map: exact, or sampled where that would take too long."""
    try:
        return _judged(found, Factoring(found.bits.chances))
    except TooDense:
        return _judged(found, Worlds(found.bits.chances))


def _judged(found: Survey, judge: Factoring | Worlds) -> Odds:
    power, importance, access = found.graph.all_power, dict[int, float](), dict[str, float]()
    people = (1 << found.bits.people) - 1
    for seat in found.graph.seats:
        masks = [route.mask for route in found.routes[seat.person]]
        access[seat.person] = judge.access(masks)
        for bit, hangs in judge.importance(masks, people).items():
            if power:
                importance[bit] = importance.get(bit, 0.0) + seat.weight * hangs / power
    reached = sum(seat.weight * access[seat.person] for seat in found.graph.seats)
    return Odds(access, reached / power if power else 0.0, importance, isinstance(judge, Factoring))
