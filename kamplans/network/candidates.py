"""Who could meet whom? Every contact we could make or wake, with its effort."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kamplans.model.access import AccessSettings
from kamplans.model.portfolio import Account
from kamplans.model.team import OurStatus, Team
from kamplans.network.leaving import stays
from kamplans.network.strength import best_by_pair, chance
from kamplans.network.survey import Survey

NEWCOMERS = 10
"""So many colleagues without any relationship to the account are thought of; more would only repeat the same advice."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """One of ours who could go: the chance to stay until the horizon, and whether the account is theirs already."""

    person: str
    stays: float
    in_team: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """A contact that could be: the chance `works` that it would, whether it is `new` or a `refresh`, its effort."""

    visitor: Visitor
    theirs: str
    works: float
    kind: str
    effort: float


def visitors(account: Account, team: Team, survey: Survey, settings: AccessSettings, as_of: date) -> list[Visitor]:
    """Return those of ours who could go: all who know somebody there, and ten of the others.

    Of colleagues who know nobody there, all that counts is how likely they stay, so the likeliest are taken, members
    of the account's team before others.
    """
    members = {seat.person for seat in account.profile.team}
    active = {one.id: one for one in team.people if one.status is OurStatus.ACTIVE}
    known = [Visitor(id, chance, id in members) for id, chance in survey.graph.ours.items()]
    others = [
        Visitor(id, stays(one, settings, as_of), id in members)
        for id, one in active.items()
        if id not in survey.graph.ours
    ]
    others.sort(key=lambda one: (-one.stays, not one.in_team, one.person))
    return known + others[:NEWCOMERS]


def candidates(survey: Survey, ours: list[Visitor], settings: AccessSettings) -> Iterator[Candidate]:
    """Yield every pair of active people without a live contact that is worth the thought.

    A relationship on record is woken to its own strength; one that would be too weak even then is left alone. An
    opponent is met only for their own decision.
    """
    graph, on_record = survey.graph, best_by_pair(survey.contacts)
    deciding = {seat.person for seat in graph.seats}
    warm = within_reach(survey)
    for visitor in ours:
        for theirs in graph.theirs:
            known = on_record.get((visitor.person, theirs))
            if (known and known.is_live) or (theirs in graph.opponents and theirs not in deciding):
                continue
            if known is None:
                effort = settings.effort_of("warm" if theirs in warm else "cold")
                yield Candidate(visitor, theirs, chance(settings.new_contact), "new", effort)
            elif 0 < known.fresh >= settings.live_from:
                yield Candidate(visitor, theirs, known.fresh, "refresh", settings.effort_of("refresh"))


def within_reach(survey: Survey) -> set[str]:
    """Return those of theirs whom somebody we know could introduce, in two steps at most, and those we know."""
    known = {theirs for contacts in survey.graph.contacts.values() for theirs in contacts}
    reach, edge = set(known), known
    for _ in range(2):
        edge = {to for giver in edge for to in survey.graph.introductions.get(giver, ())} - reach
        reach |= edge
    return reach
