"""Who, if they leave, cuts us off? The whole answer about one account, put together from the pieces of this room."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from kamplans.model.access import AccessSettings
from kamplans.model.portfolio import Account
from kamplans.model.risk import (
    ContactState,
    DecisionMaker,
    Grade,
    NextContact,
    PersonRisk,
    RiskMap,
    StaleContact,
    WeakPair,
)
from kamplans.model.settings import Settings
from kamplans.model.stakeholder import Sentiment
from kamplans.model.team import Team
from kamplans.network.advice import next_contacts
from kamplans.network.assumptions import assumptions
from kamplans.network.busfactor import bus_factor
from kamplans.network.candidates import Visitor, candidates, visitors
from kamplans.network.cuts import dangerous_pairs, losses, single_points, smallest_cut
from kamplans.network.grades import Outlook, grade_of, outlooks, standing
from kamplans.network.names import names_of
from kamplans.network.reasons import Case, unrated
from kamplans.network.reliability import Factoring, TooDense
from kamplans.network.routes import elements
from kamplans.network.sentences import sentences
from kamplans.network.strength import best_by_pair
from kamplans.network.survey import Survey, survey
from kamplans.network.thin import without_any_line
from kamplans.network.worlds import Worlds

Judge = Factoring | Worlds
FAVOURABLE = frozenset({Sentiment.ADVOCATE, Sentiment.SUPPORTER})
SAMPLED = "The map is too dense for exact chances: they are sampled, to within half a point. The structure is exact."
NOT_SMALLEST = "The bus factor was not searched to the end: fewer people might do."


def assess(account: Account, team: Team, settings: Settings, as_of: date, *, advice: bool = True) -> RiskMap:
    """Return the risk of one account's relationship map on a day.

    Every account has a map; only active ones with known contacts and decision makers have a grade. `advice` says
    whether `next_contacts` is wanted: it takes longer than all the rest, and lists of accounts do without.
    """
    found, names = survey(account, team, settings, as_of), names_of(account, team)
    odds, grades = _odds(found), settings.access.grades
    seats = outlooks(found, as_of)
    stands = standing(seats, odds.expected) if found.graph.all_power else None
    why_not = unrated(account, stands, found)
    grade = grade_of(stands, grades) if stands and not why_not else Grade.NOT_RATED
    because = why_not or Case(grade, stands, found, grades, names, as_of).because() if stands else str(why_not)
    leavers, smallest = bus_factor(found.ways)
    ours = visitors(account, team, found, settings.access, as_of) if advice else []
    guesses = assumptions(account, team, found, names, as_of)
    risk = RiskMap(
        account=account.id,
        as_of=as_of,
        horizon_months=settings.access.horizon_months,
        grade=grade,
        because=because,
        expected_access=None if why_not else odds.expected,
        supported_access=None if why_not else _supported(found, odds, account),
        unreached_power=stands.unreached_share if stands else None,
        bus_factor=found.bits.members(leavers),
        decision_makers=_decision_makers(found, odds),
        people=_people(found, odds),
        weakest_pairs=_weakest_pairs(found),
        stale=_stale(found),
        contacts=found.contacts,
        next_contacts=_advice(found, ours, seats, odds, grade, settings.access),
        sentences=(),
        assumptions=(*guesses, *([] if odds.is_exact else [SAMPLED]), *([] if smallest else [NOT_SMALLEST])),
        without_any_line=without_any_line(account.stakeholders),
        is_exact=odds.is_exact,
    )
    return replace(risk, sentences=sentences(risk, account, team, found, settings.access, names))


@dataclass(frozen=True)
class _Odds:
    """The chance to reach each seat, the expected access, and by bit position how much of it hangs on each person."""

    access: Mapping[str, float]
    expected: float
    importance: Mapping[int, float]
    is_exact: bool


def _odds(found: Survey) -> _Odds:
    try:
        return _judged(found, Factoring(found.bits.chances))
    except TooDense:
        return _judged(found, Worlds(found.bits.chances))


def _judged(found: Survey, judge: Judge) -> _Odds:
    power, importance, access = found.graph.all_power, dict[int, float](), dict[str, float]()
    people = (1 << found.bits.people) - 1
    for seat in found.graph.seats:
        masks = [route.mask for route in found.routes[seat.person]]
        access[seat.person] = judge.access(masks)
        for bit, hangs in judge.importance(masks, people).items():
            if power:
                importance[bit] = importance.get(bit, 0.0) + seat.weight * hangs / power
    reached = sum(seat.weight * access[seat.person] for seat in found.graph.seats)
    return _Odds(access, reached / power if power else 0.0, importance, isinstance(judge, Factoring))


def _supported(found: Survey, odds: _Odds, account: Account) -> float:
    """Return the expected access to those who are for us, as a share of all power."""
    for_us = {one.id for one in account.stakeholders.people if one.sentiment in FAVOURABLE}
    reached = sum(seat.weight * odds.access[seat.person] for seat in found.graph.seats if seat.person in for_us)
    return reached / found.graph.all_power


def _decision_makers(found: Survey, odds: _Odds) -> tuple[DecisionMaker, ...]:
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
            )
        )
    return tuple(sorted(made, key=lambda one: (-one.power, one.person)))


def _people(found: Survey, odds: _Odds) -> tuple[PersonRisk, ...]:
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


def _weakest_pairs(found: Survey) -> tuple[WeakPair, ...]:
    power = found.graph.all_power
    pairs = []
    for mask, seats in dangerous_pairs(found.ways).items():
        first, second = found.bits.members(mask)
        loss = sum(seat.weight for seat in seats) / power if power else 0.0
        pairs.append(WeakPair((first, second), loss, tuple(seat.person for seat in seats)))
    return tuple(sorted(pairs, key=lambda pair: (-pair.loss, pair.people)))


def _stale(found: Survey) -> tuple[StaleContact, ...]:
    best = best_by_pair(found.contacts).values()
    return tuple(
        StaleContact(one.ours, one.theirs, one.last_contact, one.goes_stale_on)
        for one in best
        if one.state is ContactState.STALE
    )


def _advice(
    found: Survey, ours: list[Visitor], seats: tuple[Outlook, ...], odds: _Odds, grade: Grade, access: AccessSettings
) -> tuple[NextContact, ...]:
    could_be = list(candidates(found, ours, access))
    try:
        judge: Judge = Factoring(found.bits.chances)
        return next_contacts(found, could_be, seats, odds.expected, grade, access.grades, judge)
    except TooDense:
        judge = Worlds(found.bits.chances)
        return next_contacts(found, could_be, seats, odds.expected, grade, access.grades, judge)
