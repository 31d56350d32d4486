"""Whom to meet next? Every contact we could make or wake, by what it adds to the expected access.

The chance to reach a decision maker is linear in the chance that one new contact works, so its gain is q · (access with
the contact certain − access without it), and the person of ours either stays or not: both are taken out as factors,
which lets colleagues who are new to the map share one computation. Gains are exact while the map is not too dense.
"""

from collections.abc import Iterator, Sequence
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
    """Whoever can say how likely at least one of some sets of elements holds."""

    def access(self, masks: Sequence[int]) -> float:
        """Return the chance (0–1)."""


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
    """Tells the gain of contacts on one map; `power` is the weight of all seats."""

    def __init__(self, survey: Survey, chances: Chances) -> None:
        self.survey = survey
        self.chances = chances
        self.power = survey.graph.all_power
        self._given: dict[tuple[str, int], tuple[list[int], float]] = {}

    def gain(self, one: Candidate) -> float:
        """Return what the contact would add to the expected access (0–1)."""
        graph, bits = self.survey.graph, self.survey.bits
        added = 0.0
        for seat in graph.seats:
            ways_on = self.survey.tails[seat.person].get(one.theirs)
            if ways_on:
                masks, access = self._with(seat.person, bits.ours[one.ours])
                added += seat.weight * (self.chances.access(masks + [way.mask for way in ways_on]) - access)
        return graph.ours[one.ours] * one.works * added / self.power

    def _with(self, seat: str, me: int) -> tuple[list[int], float]:
        """Return the routes to a seat once one of ours is there for certain, and their chance."""
        if (seat, me) not in self._given:
            masks = [route.mask & ~me for route in self.survey.routes[seat]]
            self._given[seat, me] = masks, self.chances.access(masks)
        return self._given[seat, me]

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

    Ten at least where there are as many, among them the largest gains. `expected` is the expected access today.
    """
    if not survey.graph.all_power:
        return ()
    adviser, found = Adviser(survey, chances), []
    for one in candidates(survey, settings):
        gain = adviser.gain(one)
        after = None
        if grade is not Grade.NOT_RATED:
            after = grade_of(standing(adviser.standing_with(one, seats), expected + gain), settings.grades)
        found.append(NextContact(one.ours, one.theirs, gain, one.kind, one.effort, after))
    ranked = sorted(found, key=lambda one: (_rank(one), -_per_effort(one), one.theirs, one.ours))
    largest = sorted(found, key=lambda one: (-one.gain, one.theirs, one.ours))[:LARGEST]
    kept = {*ranked[:LISTED], *largest}
    return tuple(one for one in ranked if one in kept)


def _rank(one: NextContact) -> int:
    return one.grade.rank if one.grade else 0


def _per_effort(one: NextContact) -> float:
    return one.gain / one.effort if one.effort > 0 else float("inf") if one.gain > 0 else 0.0
