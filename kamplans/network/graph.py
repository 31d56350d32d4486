"""Who can lead us to whom? The access graph: our people, their contacts, and the introductions among theirs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kamplans.model.access import AccessSettings, Introductions
from kamplans.model.portfolio import Account
from kamplans.model.risk import LiveContact
from kamplans.model.settings import Settings
from kamplans.model.stakeholder import Line, LineKind, Sentiment, Stakeholder, Stakeholders, Status
from kamplans.model.team import OurStatus, Team
from kamplans.network.leaving import stays
from kamplans.network.seats import Seat, seats
from kamplans.network.strength import best_by_pair, chance

Arcs = dict[str, dict[str, float]]
"""From a person to those they lead us to, each with the chance that it works."""


@dataclass(frozen=True)
class AccessGraph:
    """What opens ways today.

    `theirs` are the people there, `ours` those of ours who are there and have a relationship with any of theirs on
    record; by id, each with the chance to stay until the horizon. `contacts` leads from ours to theirs, `introductions`
    from theirs to theirs; both hold only arcs that can work. `opponents` are those of theirs who introduce nobody.
    """

    ours: Mapping[str, float]
    theirs: Mapping[str, float]
    contacts: Arcs
    introductions: Arcs
    seats: tuple[Seat, ...]
    opponents: frozenset[str] = frozenset()

    @property
    def all_power(self) -> int:
        """The weight of all seats that decide, within reach or not."""
        return sum(seat.weight for seat in self.seats)


def access_graph(
    account: Account, team: Team, settings: Settings, as_of: date, contacts: Iterable[LiveContact]
) -> AccessGraph:
    """Build the graph of one account; `contacts` are its relationships as they stand on `as_of`."""
    book, access = account.stakeholders, settings.access
    contacts = tuple(contacts)
    known = {one.ours for one in contacts}
    there = {one.id: one for one in sorted(book.people, key=lambda one: one.id) if one.status is Status.ACTIVE}
    active = {one.id: one for one in team.people if one.status is OurStatus.ACTIVE and one.id in known}
    return AccessGraph(
        ours={id: stays(active[id], access, as_of) for id in sorted(active)},
        theirs={id: stays(one, access, as_of) for id, one in there.items()},
        contacts=contact_arcs(contacts),
        introductions=introductions(there, book, access),
        seats=seats(book.people),
        opponents=frozenset(id for id, one in there.items() if one.sentiment is Sentiment.OPPONENT),
    )


def contact_arcs(contacts: Iterable[LiveContact]) -> Arcs:
    """Return the contacts that open a way; of a pair recorded twice the better one counts."""
    arcs: Arcs = {}
    for (ours, theirs), one in sorted(best_by_pair(contacts).items()):
        if one.is_live and one.works:
            arcs.setdefault(ours, {})[theirs] = one.works
    return arcs


def introductions(there: Mapping[str, Stakeholder], book: Stakeholders, settings: AccessSettings) -> Arcs:
    """Return who of theirs introduces us to whom, with the best chance where several lines run in parallel.

    A manager leads down and a report up, an advocate up more readily. Influence works in its direction, collaboration
    both ways, a conflict not at all. A sceptic introduces half as well, an opponent nobody.
    """
    rules = settings.introductions
    arcs: Arcs = {id: {} for id in there}

    def offer(giver: Stakeholder, to: str, works: float) -> None:
        if giver.id == to or giver.sentiment is Sentiment.OPPONENT:
            return
        factor = rules.sceptic if giver.sentiment is Sentiment.SCEPTIC else 1.0
        best = max(chance(works * factor), arcs[giver.id].get(to, 0.0))
        if best > 0:
            arcs[giver.id][to] = best

    for one in there.values():
        manager = there.get(one.reports_to or "")
        if manager is not None:
            offer(manager, one.id, rules.down)
            offer(one, manager.id, _upwards(one, rules))
    for line in book.lines:
        for giver, to in _directions(line):
            if giver in there and to in there:
                offer(there[giver], to, rules.along(line.strength))
    return arcs


def _upwards(person: Stakeholder, rules: Introductions) -> float:
    return max(rules.up, rules.advocate_up) if person.sentiment is Sentiment.ADVOCATE else rules.up


def _directions(line: Line) -> tuple[tuple[str, str], ...]:
    if line.kind is LineKind.INFLUENCES:
        return ((line.from_, line.to),)
    if line.kind is LineKind.COLLABORATES_WITH:
        return ((line.from_, line.to), (line.to, line.from_))
    return ()
