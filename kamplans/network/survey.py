"""What does the map of one account hold? Contacts, graph, and every route to every seat: what all answers rest on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kamplans.model.portfolio import Account
from kamplans.model.risk import LiveContact
from kamplans.model.settings import Settings
from kamplans.model.team import Team
from kamplans.network.cuts import Ways
from kamplans.network.graph import AccessGraph, access_graph, contact_arcs
from kamplans.network.routes import Bits, Route, Tail, backwards, by_people, routes, tails
from kamplans.network.strength import contacts


@dataclass(frozen=True)
class Survey:
    """One account on one day. `tails` and `routes` are by decision maker, `shown` are the routes minimal in people."""

    contacts: tuple[LiveContact, ...]
    graph: AccessGraph
    bits: Bits
    tails: Mapping[str, Mapping[str, list[Tail]]]
    routes: Mapping[str, list[Route]]
    shown: Mapping[str, list[Route]]

    @property
    def ways(self) -> tuple[Ways, ...]:
        """The seats with the sets of people that lead there, in the order of the graph's seats."""
        return tuple(
            Ways(
                person=seat.person,
                bit=self.bits.theirs.get(seat.person, 0),
                weight=seat.weight,
                masks=tuple(route.people for route in self.shown[seat.person]),
            )
            for seat in self.graph.seats
        )

    def people_on_ways(self, seat: str, contacts: Iterable[LiveContact]) -> list[int]:
        """Return the sets of people that would lead to a seat if only these contacts stood."""
        found = routes(contact_arcs(contacts), self.tails[seat], self.bits)
        return [route.people for route in found]


def survey(account: Account, team: Team, settings: Settings, as_of: date) -> Survey:
    """Survey one account on a day."""
    known = contacts(account, team, settings, as_of)
    graph = access_graph(account, team, settings, as_of, known)
    bits, before = Bits.of(graph), backwards(graph.introductions)
    ways_on = {seat.person: tails(seat.person, before, bits) if seat.is_there else {} for seat in graph.seats}
    found = {seat: routes(graph.contacts, ways, bits) for seat, ways in ways_on.items()}
    shown = {seat: by_people(ways) for seat, ways in found.items()}
    return Survey(known, graph, bits, ways_on, found, shown)
