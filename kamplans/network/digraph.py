"""The access graph for other tools: as a networkx graph, and as GraphML text.

Only here is networkx imported, and only when asked: commands that draw nothing do not pay for it.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kamplans.model.clean import clean
from kamplans.model.portfolio import Account
from kamplans.model.settings import Settings
from kamplans.model.team import Team
from kamplans.network.names import names_of
from kamplans.network.survey import survey

if TYPE_CHECKING:
    from networkx import DiGraph

US = "us"
"""The node every way begins at."""


def digraph(account: Account, team: Team, settings: Settings, as_of: date) -> DiGraph:
    """Return what opens ways today: nodes `us`, `ours/<id>` and `theirs/<id>`, arcs in the direction of access.

    Nodes carry `name`, `side`, `stays` (0–1) and for decision makers `power` (0–1); arcs carry `works` (0–1).
    """
    from networkx import DiGraph

    graph, names = survey(account, team, settings, as_of).graph, names_of(account, team)
    power = {seat.person: seat.weight / graph.all_power for seat in graph.seats if graph.all_power}
    drawn = DiGraph(account=account.id, as_of=as_of.isoformat())
    drawn.add_node(US, name="us", side="ours", stays=1.0)
    for person, stays in graph.ours.items():
        drawn.add_node(f"ours/{person}", name=clean(names[person]), side="ours", stays=stays)
        drawn.add_edge(US, f"ours/{person}", works=1.0)
    for person, stays in graph.theirs.items():
        drawn.add_node(f"theirs/{person}", name=clean(names[person]), side="theirs", stays=stays)
    for seat in graph.seats:
        if seat.is_there:
            drawn.nodes[f"theirs/{seat.person}"]["power"] = power.get(seat.person, 0.0)
    for giver_side, arcs in (("ours", graph.contacts), ("theirs", graph.introductions)):
        for giver, targets in arcs.items():
            for to, works in targets.items():
                drawn.add_edge(f"{giver_side}/{giver}", f"theirs/{to}", works=works)
    return drawn


def graphml(account: Account, team: Team, settings: Settings, as_of: date) -> str:
    """Return the access graph as GraphML."""
    from networkx import generate_graphml

    return "\n".join(generate_graphml(digraph(account, team, settings, as_of))) + "\n"
