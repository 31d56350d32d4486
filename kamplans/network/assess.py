"""Who, if they leave, cuts us off? The whole answer about one account, put together from the pieces of this room."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kamplans.model.portfolio import Account
from kamplans.model.risk import Grade, NextContact, RiskMap
from kamplans.model.settings import Settings
from kamplans.model.stakeholder import Sentiment
from kamplans.model.team import Team
from kamplans.network.advice import next_contacts
from kamplans.network.assumptions import assumptions
from kamplans.network.busfactor import bus_factor
from kamplans.network.candidates import candidates, visitors
from kamplans.network.costs import decision_makers, people_on_ways, stale_contacts, weakest_pairs
from kamplans.network.gains import Chances
from kamplans.network.grades import Outlook, grade_of, outlooks, standing
from kamplans.network.names import Names, names_of
from kamplans.network.odds import Odds, odds
from kamplans.network.reasons import Case, unrated
from kamplans.network.reliability import Factoring, TooDense
from kamplans.network.sentences import sentences
from kamplans.network.survey import Survey, survey
from kamplans.network.thin import without_any_line
from kamplans.network.worlds import Worlds

FOR_US = frozenset({Sentiment.ADVOCATE, Sentiment.SUPPORTER})
SAMPLED = "The map is too dense for exact chances: they are sampled, to within half a point. The structure is exact."
SAMPLED_GAINS = "The map is too dense for exact gains of new contacts: they are sampled, to within half a point."
NOT_SMALLEST = "The bus factor was not searched to the end: fewer people might do."
PARTS_OF_ADVICE = 40_000
"""How far a map is taken apart for advice before gains are sampled: about a second."""


def assess(account: Account, team: Team, settings: Settings, as_of: date, *, advice: bool = True) -> RiskMap:
    """Return the risk of one account's relationship map on a day.

    Every account has a map; only active ones with known contacts and decision makers have a grade. `advice` says
    whether `next_contacts` is wanted: it takes longer than all the rest, and lists of accounts do without.
    """
    found, names = survey(account, team, settings, as_of), names_of(account, team)
    chances, seats = odds(found), outlooks(found, as_of)
    grade, because = _verdict(account, settings, found, chances, seats, names, as_of)
    rated, power = grade is not Grade.NOT_RATED, found.graph.all_power
    leavers, smallest = bus_factor(found.ways)
    risk = RiskMap(
        account=account.id,
        as_of=as_of,
        horizon_months=settings.access.horizon_months,
        grade=grade,
        because=because,
        expected_access=chances.expected if rated else None,
        supported_access=_supported(found, chances, account) if rated else None,
        unreached_power=standing(seats, chances.expected).unreached_share if power else None,
        bus_factor=found.bits.members(leavers),
        decision_makers=decision_makers(found, chances),
        people=people_on_ways(found, chances),
        weakest_pairs=weakest_pairs(found),
        stale=stale_contacts(found),
        contacts=found.contacts,
        next_contacts=(),
        sentences=(),
        assumptions=assumptions(account, team, found, names, as_of),
        without_any_line=without_any_line(account.stakeholders),
        is_exact=chances.is_exact,
    )
    contacts, exact = _advice(account, team, settings, found, seats, risk, chances) if advice else ((), True)
    limits = {SAMPLED: not chances.is_exact, SAMPLED_GAINS: chances.is_exact and not exact, NOT_SMALLEST: not smallest}
    return replace(
        risk,
        next_contacts=contacts,
        sentences=sentences(risk, account, team, found, settings.access, names),
        assumptions=(*risk.assumptions, *[said for said, applies in limits.items() if applies]),
    )


def _verdict(
    account: Account,
    settings: Settings,
    found: Survey,
    chances: Odds,
    seats: Sequence[Outlook],
    names: Names,
    as_of: date,
) -> tuple[Grade, str]:
    """Return the grade, and why."""
    stands = standing(seats, chances.expected) if found.graph.all_power else None
    why_not = unrated(account, stands, found)
    if stands is None or why_not is not None:
        return Grade.NOT_RATED, why_not or ""
    grade = grade_of(stands, settings.access.grades)
    return grade, Case(grade, stands, found, settings.access.grades, names, as_of).because()


def _supported(found: Survey, chances: Odds, account: Account) -> float:
    """Return the expected access to those who are for us, as a share of all power."""
    for_us = {one.id for one in account.stakeholders.people if one.sentiment in FOR_US}
    reached = sum(seat.weight * chances.access[seat.person] for seat in found.graph.seats if seat.person in for_us)
    return reached / found.graph.all_power


def _advice(
    account: Account,
    team: Team,
    settings: Settings,
    found: Survey,
    seats: Sequence[Outlook],
    risk: RiskMap,
    chances: Odds,
) -> tuple[tuple[NextContact, ...], bool]:
    """Return the contacts worth making, and whether their gains are exact."""
    ours = visitors(account, team, found, settings.access, risk.as_of)
    could_be = list(candidates(found, ours, settings.access))

    def advised(judge: Chances) -> tuple[NextContact, ...]:
        return next_contacts(found, could_be, seats, chances.expected, risk.grade, settings.access.grades, judge)

    if chances.is_exact:
        try:
            return advised(Factoring(found.bits.chances, PARTS_OF_ADVICE)), True
        except TooDense:
            pass  # the gains are sampled instead, and said to be
    return advised(Worlds(found.bits.chances)), False
