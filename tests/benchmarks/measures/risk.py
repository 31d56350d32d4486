"""Risk: one map after the other, as a command would ask; held against networkx's node connectivity on the same maps."""

from datetime import date
from functools import partial
from pathlib import Path
from statistics import median

import networkx

from kamplans.model.portfolio import Account, Portfolio
from kamplans.network.assess import assess
from kamplans.reading.load import load
from kamplans.sources.memory import MemorySource

from generate import portfolio_files
from measures import Measure, timed

AS_OF = date(2026, 10, 31)
BUDGETS = {20: 0.002, 40: 0.006, 60: 0.012}


def risk_measures(room: Path, quick: bool) -> list[Measure]:
    """Measure the median map of 20, 40 and 60 people."""
    rows = []
    for people, budget in BUDGETS.items():
        portfolio = load(MemorySource(dict(portfolio_files(10 if quick else 40, people, seed=people))))
        accounts = portfolio.accounts.values()
        ours = median(timed(partial(risk_of, portfolio, account)) for account in accounts)
        peer = median(timed(partial(connectivity, account)) for account in accounts)
        rows.append(Measure(f"risk of a map of {people} people", ours, "networkx node connectivity", peer))
        rows.append(Measure(f"risk of a map of {people} people", ours, "its budget in seconds", budget, 1))
    return rows


def risk_of(portfolio: Portfolio, account: Account) -> object:
    """Assess one account without advice."""
    return assess(account, portfolio.team, portfolio.settings, AS_OF, advice=False)


def connectivity(account: Account) -> list[int]:
    """Return what networkx can say: how many people cut us from each decision maker, on the bare lines."""
    graph = networkx.DiGraph()
    plans = account.stakeholders
    graph.add_nodes_from(("us", *(person.id for person in plans.people)))
    for relationship in plans.relationships:
        graph.add_edge("us", relationship.ours)
        graph.add_edge(relationship.ours, relationship.theirs)
    for person in plans.people:
        if person.reports_to:
            graph.add_edge(person.id, person.reports_to)
            graph.add_edge(person.reports_to, person.id)
    graph.add_edges_from((line.from_, line.to) for line in plans.lines)
    deciders = [person.id for person in plans.people if person.is_decision_maker]
    return [networkx.node_connectivity(graph, "us", one) for one in deciders]
