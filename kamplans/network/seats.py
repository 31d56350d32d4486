"""Whose word decides? The decision makers, the weight of each, and the seats that nobody fills."""

from collections.abc import Sequence
from dataclasses import dataclass

from kamplans.model.stakeholder import Stakeholder, Status

ASSUMED_INFLUENCE = 3
"""The weight of a decision maker whose influence the plan does not state."""

EMPTY = frozenset({Status.LEFT, Status.MOVED})


@dataclass(frozen=True, slots=True)
class Seat:
    """A decision maker: `weight` is their influence (1–5); only if `is_there` can they be reached.

    `is_empty` says that the person left or moved and nobody succeeds them.
    """

    person: str
    weight: int
    is_there: bool
    is_empty: bool
    is_assumed: bool


def seats(people: Sequence[Stakeholder]) -> tuple[Seat, ...]:
    """Return the seats that decide, ordered by id.

    Whoever is away keeps seat and weight, out of reach, until another person `succeeds` them: losing somebody who
    decides must never make the picture better.
    """
    taken_over = {one.succeeds for one in people if one.succeeds and one.succeeds != one.id}
    found = {
        one.id: Seat(
            person=one.id,
            weight=ASSUMED_INFLUENCE if one.influence is None else max(0, one.influence),
            is_there=one.status is Status.ACTIVE,
            is_empty=one.status in EMPTY,
            is_assumed=one.influence is None,
        )
        for one in people
        if one.is_decision_maker and (one.status is Status.ACTIVE or one.id not in taken_over)
    }
    return tuple(found[id] for id in sorted(found))
