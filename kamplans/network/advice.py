"""Whom to meet next? The contacts that better the grade first, then those that gain most for their effort."""

from collections.abc import Iterable, Sequence

from kamplans.model.access import Grades
from kamplans.model.risk import Grade, NextContact
from kamplans.network.candidates import Candidate
from kamplans.network.gains import Chances, Gains
from kamplans.network.grades import Outlook, grade_of, standing
from kamplans.network.survey import Survey

LISTED = 10
"""So many contacts are listed at least, where there are as many."""

LARGEST = 3
"""So many of the largest gains are listed whatever their effort."""

Weighed = tuple[Candidate, NextContact]


def next_contacts(
    survey: Survey,
    could_be: Iterable[Candidate],
    seats: Sequence[Outlook],
    expected: float,
    grade: Grade,
    grades: Grades,
    chances: Chances,
) -> tuple[NextContact, ...]:
    """Return the contacts worth making: first those that better the grade, then by gain per effort.

    Ten at least where there are as many, among them the largest gains, and the best for each of the ten people best
    to meet: whom to meet is sounder advice than who goes. `expected` is the expected access today. Whoever of ours is
    sure to leave gains nothing and betters no grade, though they could open a way today.
    """
    if not survey.graph.all_power:
        return ()
    gains, found = Gains(survey, chances), list[Weighed]()
    at_best = grade is Grade.LOW and all(seat.now.any for seat in seats)
    for one in could_be:
        gain, after = gains.gain(one), grade
        if gain > 0 and not at_best and grade is not Grade.NOT_RATED:
            after = grade_of(standing(gains.seats_with(one, seats), expected + gain), grades)
        known = None if grade is Grade.NOT_RATED else after
        found.append((one, NextContact(one.visitor.person, one.theirs, gain, one.kind, one.effort, known)))
    ranked = [contact for _, contact in sorted(found, key=lambda weighed: _order(weighed, grade))]
    kept = {*ranked[:LISTED], *_best_for_each(ranked)[:LISTED]}
    kept.update(sorted(ranked, key=lambda one: -one.gain)[:LARGEST])
    return tuple(one for one in ranked if one in kept)


def _order(weighed: Weighed, grade: Grade) -> tuple[int, float, bool, str, str]:
    """Order by the grade reached; none ranks lower for a seat newly within reach that hangs on one person."""
    one, contact = weighed
    rank = min(contact.grade.rank, grade.rank) if contact.grade else 0
    return rank, -round(_per_effort(contact), 12), not one.visitor.in_team, one.theirs, contact.ours


def _per_effort(one: NextContact) -> float:
    return one.gain / one.effort if one.effort > 0 else float("inf") if one.gain > 0 else 0.0


def _best_for_each(ranked: Sequence[NextContact]) -> list[NextContact]:
    best: dict[str, NextContact] = {}
    for one in ranked:
        if one.gain > 0:
            best.setdefault(one.theirs, one)
    return list(best.values())
