"""Which grade, and why? The first rule that fires, told with the person, the side and the share it fired on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kamplans.model.access import Grades
from kamplans.model.risk import Grade
from kamplans.network.cuts import Ways, single_points
from kamplans.network.routes import elements
from kamplans.network.survey import Survey

SOON_DAYS = 30
"""How far the grade looks ahead for contacts that go stale by themselves."""


@dataclass(frozen=True, slots=True)
class Shared:
    """Whether any way leads to a seat, and the people on every one of them."""

    any: bool
    people: int

    @classmethod
    def of(cls, masks: Sequence[int]) -> "Shared":
        """Sum up the sets of people that lead to a seat."""
        return cls(bool(masks), single_points(masks))

    def with_ways(self, masks: Iterable[int]) -> "Shared":
        """Sum up again with more ways."""
        any_, people = self.any, self.people
        for mask in masks:
            any_, people = True, people & mask if any_ else mask
        return Shared(any_, people)

    @property
    def ways_in(self) -> int:
        """0, 1, or 2 for two and more."""
        return 0 if not self.any else 1 if self.people else 2


@dataclass(frozen=True, slots=True)
class Outlook:
    """One seat today and in a month, if nobody calls."""

    seat: Ways
    now: Shared
    soon: Shared

    @property
    def thins(self) -> bool:
        """Whether time alone brings the seat from two ways in to one or none."""
        return self.now.ways_in == 2 > self.soon.ways_in


@dataclass(frozen=True, slots=True)
class Standing:
    """What a grade rests on: weights of the decision makers, and the expected access (0–1).

    `lost` is by the bit position of each single point the weight that person's leaving cuts off.
    """

    lost: Mapping[int, int]
    unreached: int
    power: int
    expected: float
    thinning: tuple[Ways, ...]

    @property
    def largest_loss(self) -> float:
        """The largest share of the power that one departure cuts off."""
        return max(self.lost.values(), default=0) / self.power

    @property
    def unreached_share(self) -> float:
        """The share of the power that no way leads to."""
        return self.unreached / self.power


def outlooks(survey: Survey, as_of: date) -> tuple[Outlook, ...]:
    """Return every seat with its ways today and in thirty days."""
    later = as_of + timedelta(days=min(SOON_DAYS, (date.max - as_of).days))
    live = [one for one in survey.contacts if one.is_live]
    lasting = [one for one in live if one.goes_stale_on is None or one.goes_stale_on > later]
    found = []
    for seat in survey.ways:
        now = Shared.of(seat.masks)
        soon = now if len(lasting) == len(live) else Shared.of(survey.people_on_ways(seat.person, lasting))
        found.append(Outlook(seat, now, soon))
    return tuple(found)


def standing(seats: Sequence[Outlook], expected: float) -> Standing:
    """Weigh the seats; `expected` is the expected access (0–1)."""
    lost: dict[int, int] = {}
    for one in seats:
        for bit in elements(one.now.people):
            lost[bit] = lost.get(bit, 0) + one.seat.weight
    return Standing(
        lost=lost,
        unreached=sum(one.seat.weight for one in seats if not one.now.any),
        power=sum(one.seat.weight for one in seats),
        expected=expected,
        thinning=tuple(one.seat for one in seats if one.thins),
    )


def grade_of(standing: Standing, grades: Grades) -> Grade:
    """Return the grade of the first rule that fires, the worst first. Raises ZeroDivisionError without any power."""
    worst = max(standing.largest_loss, standing.unreached_share)
    if worst and worst >= grades.critical:
        return Grade.CRITICAL
    if worst and worst >= grades.high:
        return Grade.HIGH
    if standing.largest_loss > 0 or standing.expected < grades.thin_access or standing.thinning:
        return Grade.MODERATE
    return Grade.LOW
