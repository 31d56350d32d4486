"""Whom to meet next? Every contact we could make or wake, by what it adds to the expected access.

The chance to reach a decision maker is linear in every single chance. So what a person of theirs would open is computed
once for all of ours, with its slope by each of them, and the gain of any pair follows. Gains are exact while the map is
not too dense.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from kamplans.model.access import AccessSettings
from kamplans.model.risk import Grade, NextContact
from kamplans.network.grades import Outlook, grade_of, standing
from kamplans.network.strength import best_by_pair, chance
from kamplans.network.survey import Survey

LISTED = 10
"""So many contacts are listed at least, where there are as many."""

LARGEST = 3
"""So many of the largest gains are listed whatever their effort."""


class Chances(Protocol):
    """Whoever can say how likely at least one of some sets of elements holds, and what hangs on each element."""

    def access(self, masks: Sequence[int]) -> float:
        """Return the chance (0–1)."""

    def importance(self, masks: Sequence[int], among: int) -> Mapping[int, float]:
        """Return the chance with an element for certain less that without it, for those of `among` in the sets."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A contact that could be: the chance `works` that it would, whether it is known already, and its effort."""

    ours: str
    theirs: str
    works: float
    kind: str
    effort: float


def candidates(survey: Survey, settings: AccessSettings) -> Iterator[Candidate]:
    """Yield every pair of active people without a live contact that is worth the thought.

    A relationship on record is woken to its own strength; one that would be too weak even then is left alone. An
    opponent is met only for their own decision.
    """
    graph, on_record = survey.graph, best_by_pair(survey.contacts)
    deciding = {seat.person for seat in graph.seats}
    warm = within_reach(survey)
    for ours in graph.ours:
        for theirs in graph.theirs:
            known = on_record.get((ours, theirs))
            if (known and known.is_live) or (theirs in graph.opponents and theirs not in deciding):
                continue
            if known is None:
                effort = settings.effort_of("warm" if theirs in warm else "cold")
                yield Candidate(ours, theirs, chance(settings.new_contact), "new", effort)
            elif 0 < known.fresh >= settings.live_from:
                yield Candidate(ours, theirs, known.fresh, "refresh", settings.effort_of("refresh"))


def within_reach(survey: Survey) -> set[str]:
    """Return those of theirs whom somebody we know could introduce, in two steps at most, and those we know."""
    known = {theirs for contacts in survey.graph.contacts.values() for theirs in contacts}
    reach, edge = set(known), known
    for _ in range(2):
        edge = {to for giver in edge for to in survey.graph.introductions.get(giver, ())} - reach
        reach |= edge
    return reach


class Adviser:
    """Tells the gain of contacts on one map."""

    def __init__(self, survey: Survey, chances: Chances) -> None:
        self.survey = survey
        self.chances = chances
        self._ours = sum(survey.bits.ours.values())
        self._now: dict[str, tuple[float, Mapping[int, float]]] = {}
        self._added: dict[tuple[str, str], tuple[float, dict[int, float]]] = {}

    def gain(self, one: Candidate) -> float:
        """Return what the contact would add to the expected access (0–1), q · P(we stay, and only this way holds).

        What opens only by the new contact is a chance h, linear in the chance p that our person stays:
        P(stays and h) = p · (h + (1 − p) · dh/dp).
        """
        graph, bits = self.survey.graph, self.survey.bits
        stays, me = graph.ours[one.ours], bits.ours[one.ours].bit_length() - 1
        total = 0.0
        for seat in graph.seats:
            if one.theirs in self.survey.tails[seat.person]:
                opened, slopes = self._opened(seat.person, one.theirs)
                total += seat.weight * (opened + (1.0 - stays) * slopes.get(me, 0.0))
        return max(0.0, stays * one.works * total / graph.all_power)

    def _opened(self, seat: str, theirs: str) -> tuple[float, dict[int, float]]:
        """Return how likely only meeting `theirs` leads to a seat, were that certain, and the slope by each of ours."""
        if (seat, theirs) not in self._added:
            masks = [way.mask for way in self.survey.tails[seat][theirs]]
            (before, without), (after, with_it) = self._today(seat), self._judged([*self._masks(seat), *masks])
            slopes = {bit: with_it.get(bit, 0.0) - without.get(bit, 0.0) for bit in {*with_it, *without}}
            self._added[seat, theirs] = after - before, slopes
        return self._added[seat, theirs]

    def _masks(self, seat: str) -> list[int]:
        return [route.mask for route in self.survey.routes[seat]]

    def _today(self, seat: str) -> tuple[float, Mapping[int, float]]:
        if seat not in self._now:
            self._now[seat] = self._judged(self._masks(seat))
        return self._now[seat]

    def _judged(self, masks: Sequence[int]) -> tuple[float, Mapping[int, float]]:
        return self.chances.access(masks), self.chances.importance(masks, self._ours)

    def standing_with(self, one: Candidate, seats: Sequence[Outlook]) -> tuple[Outlook, ...]:
        """Return the seats as they would stand with the contact made."""
        me = self.survey.bits.ours[one.ours]
        found = []
        for seat in seats:
            more = [me | way.people for way in self.survey.tails[seat.seat.person].get(one.theirs, ())]
            found.append(Outlook(seat.seat, seat.now.with_ways(more), seat.soon.with_ways(more)) if more else seat)
        return tuple(found)


def next_contacts(
    survey: Survey, seats: Sequence[Outlook], expected: float, grade: Grade, settings: AccessSettings, chances: Chances
) -> tuple[NextContact, ...]:
    """Return the contacts worth making: first those that better the grade, then by gain per effort.

    Ten at least where there are as many, among them the largest gains. `expected` is the expected access today. Whoever
    of ours is sure to leave gains nothing and betters no grade, though they could open a way today.
    """
    if not survey.graph.all_power:
        return ()
    adviser, found = Adviser(survey, chances), []
    for one in candidates(survey, settings):
        gain, after = adviser.gain(one), grade
        if gain > 0 and grade.rank > Grade.LOW.rank:
            after = grade_of(standing(adviser.standing_with(one, seats), expected + gain), settings.grades)
        known = None if grade is Grade.NOT_RATED else after
        found.append(NextContact(one.ours, one.theirs, gain, one.kind, one.effort, known))
    ranked = sorted(found, key=lambda one: (_rank(one), -_per_effort(one), one.theirs, one.ours))
    largest = sorted(found, key=lambda one: (-one.gain, one.theirs, one.ours))[:LARGEST]
    kept = {*ranked[:LISTED], *largest}
    return tuple(one for one in ranked if one in kept)


def _rank(one: NextContact) -> int:
    return one.grade.rank if one.grade else 0


def _per_effort(one: NextContact) -> float:
    return one.gain / one.effort if one.effort > 0 else float("inf") if one.gain > 0 else 0.0
