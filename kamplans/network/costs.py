"""What does each seat rest on, and what does each departure cost? The parts of the answer about one account."""

from kamplans.model.risk import ContactState, DecisionMaker, PersonRisk, StaleContact, WeakPair
from kamplans.network.cuts import dangerous_pairs, losses, single_points, smallest_cut
from kamplans.network.odds import Odds
from kamplans.network.routes import elements
from kamplans.network.strength import best_by_pair
from kamplans.network.survey import Survey


def decision_makers(found: Survey, odds: Odds) -> tuple[DecisionMaker, ...]:
    """Return all who decide, the most powerful first."""
    bits, power = found.bits, found.graph.all_power
    made = []
    for seat, ways in zip(found.graph.seats, found.ways, strict=True):
        shown = found.shown[seat.person]
        cut = smallest_cut(bits.order(route.steps) for route in shown)
        made.append(
            DecisionMaker(
                person=seat.person,
                power=seat.weight / power if power else 0.0,
                reachable=bool(shown),
                access=odds.access[seat.person] if shown else None,
                ways_in=cut.bit_count(),
                single_points=bits.members(single_points(ways.masks)),
                routes=tuple(route.steps for route in shown),
                cut=bits.members(cut),
                seat_empty=seat.is_empty,
                leaves=1.0 - found.graph.theirs[seat.person] if seat.is_there else None,
            )
        )
    return tuple(sorted(made, key=lambda one: (-one.power, one.person)))


def people_on_ways(found: Survey, odds: Odds) -> tuple[PersonRisk, ...]:
    """Return everybody who stands on a way, the costliest first."""
    lost, power = losses(found.ways), found.graph.all_power
    on_ways = 0
    for routes in found.routes.values():
        for route in routes:
            on_ways |= route.people
    made = []
    for bit in elements(on_ways):
        cut = lost.get(1 << bit, [])
        made.append(
            PersonRisk(
                person=found.bits.names[bit],
                side="ours" if found.bits.is_ours(bit) else "theirs",
                loss=sum(seat.weight for seat in cut) / power if power else 0.0,
                cuts_off=tuple(seat.person for seat in cut),
                importance=odds.importance.get(bit, 0.0),
            )
        )
    return tuple(sorted(made, key=lambda one: (-one.loss, -one.importance, one.person)))


def weakest_pairs(found: Survey) -> tuple[WeakPair, ...]:
    """Return the pairs who cut somebody off only together, the costliest first."""
    power = found.graph.all_power
    pairs = []
    for mask, seats in dangerous_pairs(found.ways).items():
        first, second = found.bits.members(mask)
        loss = sum(seat.weight for seat in seats) / power if power else 0.0
        pairs.append(WeakPair((first, second), loss, tuple(seat.person for seat in seats)))
    return tuple(sorted(pairs, key=lambda pair: (-pair.loss, pair.people)))


def stale_contacts(found: Survey) -> tuple[StaleContact, ...]:
    """Return the contacts too weak to open a way, between people who are there."""
    best = best_by_pair(found.contacts).values()
    return tuple(
        StaleContact(one.ours, one.theirs, one.last_contact, one.goes_stale_on)
        for one in best
        if one.state is ContactState.STALE
    )
