"""What would one more contact add? The gain in expected access, and how the seats would stand.

The chance to reach a decision maker is linear in every single chance. So what a person of theirs would open is computed
once for all of ours, with its slope by each of them, and the gain of any pair follows.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

from kamplans.network.candidates import Candidate
from kamplans.network.grades import Outlook
from kamplans.network.survey import Survey

Judgement = tuple[float, Mapping[int, float]]
"""How likely, and what hangs on each of ours."""


class Chances(Protocol):
    """Whoever can say how likely at least one of some sets of elements holds, and what hangs on each element."""

    def access(self, masks: Sequence[int]) -> float:
        """Return the chance (0–1)."""

    def importance(self, masks: Sequence[int], among: int) -> Mapping[int, float]:
        """Return the chance with an element for certain less that without it, for those of `among` in the sets."""


class Gains:
    """Tells what contacts would add on one map."""

    def __init__(self, survey: Survey, chances: Chances) -> None:
        self._survey = survey
        self._chances = chances
        self._ours = sum(survey.bits.ours.values())
        self._today: dict[str, Judgement] = {}
        self._added: dict[tuple[str, str], Judgement] = {}

    def gain(self, one: Candidate) -> float:
        """Return what the contact would add to the expected access (0–1): q · P(we stay, and only this way holds).

        That only the new contact opens a way is a chance h, linear in the chance p that our person stays:
        P(stays and h) = p · (h + (1 − p) · dh/dp).
        """
        graph, stays = self._survey.graph, one.visitor.stays
        me = self._survey.bits.ours.get(one.visitor.person, 0).bit_length() - 1
        total = 0.0
        for seat in graph.seats:
            if one.theirs in self._survey.tails[seat.person]:
                opened, slopes = self._opened(seat.person, one.theirs)
                total += seat.weight * (opened + (1.0 - stays) * slopes.get(me, 0.0))
        return max(0.0, stays * one.works * total / graph.all_power)

    def _opened(self, seat: str, theirs: str) -> Judgement:
        """Return how likely only meeting `theirs` leads to a seat, were that certain, and the slope by each of ours."""
        if (seat, theirs) not in self._added:
            masks = [route.mask for route in self._survey.routes[seat]]
            if seat not in self._today:
                self._today[seat] = self._judged(masks)
            before, without = self._today[seat]
            after, with_it = self._judged([*masks, *(way.mask for way in self._survey.tails[seat][theirs])])
            slopes = {bit: with_it.get(bit, 0.0) - without.get(bit, 0.0) for bit in {*with_it, *without}}
            self._added[seat, theirs] = after - before, slopes
        return self._added[seat, theirs]

    def _judged(self, masks: Sequence[int]) -> Judgement:
        return self._chances.access(masks), self._chances.importance(masks, self._ours)

    def seats_with(self, one: Candidate, seats: Sequence[Outlook]) -> list[Outlook]:
        """Return the seats as they would stand with the contact made."""
        bits, tails = self._survey.bits, self._survey.tails
        me = bits.ours.get(one.visitor.person, bits.nobody)
        found = []
        for seat in seats:
            more = [me | way.people for way in tails[seat.seat.person].get(one.theirs, ())]
            found.append(Outlook(seat.seat, seat.now.with_ways(more), seat.soon.with_ways(more)) if more else seat)
        return found
