"""What would one more contact add? The gain in expected access, and how the seats would stand."""

from collections.abc import Callable, Sequence
from typing import Protocol

from kamplans.network.candidates import Candidate
from kamplans.network.grades import Outlook
from kamplans.network.survey import Survey

Opened = Callable[[int, float], float]
"""From the bit of one of ours and the chance that they stay: how likely they stay and only the new ways lead there."""


class Chances(Protocol):
    """Whoever can say what more sets of elements would open."""

    def opened(self, masks: Sequence[int], more: Sequence[int]) -> Opened:
        """Return how likely one of `more` holds but none of `masks`, once somebody of ours stays."""


class Gains:
    """Tells what contacts would add on one map."""

    def __init__(self, survey: Survey, chances: Chances) -> None:
        self._survey = survey
        self._chances = chances
        self._known: dict[tuple[str, str], Opened] = {}

    def gain(self, one: Candidate) -> float:
        """Return what the contact would add to the expected access (0–1): q · P(we stay, and only this way holds)."""
        graph, bits = self._survey.graph, self._survey.bits
        me = bits.ours.get(one.visitor.person, bits.nobody)
        opened = sum(
            seat.weight * self._opened(seat.person, one.theirs)(me, one.visitor.stays)
            for seat in graph.seats
            if one.theirs in self._survey.tails[seat.person]
        )
        return max(0.0, one.works * opened / graph.all_power)

    def _opened(self, seat: str, theirs: str) -> Opened:
        """Return what meeting one of theirs would open to a seat, once for all of ours."""
        if (seat, theirs) not in self._known:
            masks = [route.mask for route in self._survey.routes[seat]]
            more = [way.mask for way in self._survey.tails[seat][theirs]]
            self._known[seat, theirs] = self._chances.opened(masks, more)
        return self._known[seat, theirs]

    def seats_with(self, one: Candidate, seats: Sequence[Outlook]) -> list[Outlook]:
        """Return the seats as they would stand with the contact made."""
        bits, tails = self._survey.bits, self._survey.tails
        me = bits.ours.get(one.visitor.person, bits.nobody)
        found = []
        for seat in seats:
            more = [me | way.people for way in tails[seat.seat.person].get(one.theirs, ())]
            found.append(Outlook(seat.seat, seat.now.with_ways(more), seat.soon.with_ways(more)) if more else seat)
        return found
