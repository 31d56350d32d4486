"""Ways in, cuts and the bus factor: against networkx, against trying, and why routes end at four links."""

import random
from collections.abc import Iterable
from itertools import combinations
from typing import Any

import networkx as nx
import pytest

from kamplans.network.busfactor import PATIENCE, bus_factor
from kamplans.network.cuts import Ways, dangerous_pairs, losses, single_points, smallest_cut
from kamplans.network.digraph import US, digraph, graphml
from kamplans.network.routes import minimal

FIVE_LINKS = ["s x y c a t", "s u v b a t", "s b c z w t"]
"""Eleven nodes: with five links any two routes meet, and yet no single node stands in all three."""


def paths(arcs: Iterable[tuple[str, str]], links: int) -> list[frozenset[str]]:
    """Return the inner nodes of every path from s to t of at most so many links."""
    found = nx.all_simple_paths(nx.DiGraph(arcs), "s", "t", cutoff=links)
    return list({frozenset(path[1:-1]) for path in found})


def most_apart(routes: list[frozenset[str]]) -> int:
    if not routes:
        return 0
    first, *rest = routes
    return max(most_apart(rest), 1 + most_apart([one for one in rest if not one & first]))


def fewest_leavers(routes: list[frozenset[str]]) -> int:
    people = sorted(frozenset().union(*routes))
    sizes = range(len(people) + 1)
    return next(k for k in sizes for gone in combinations(people, k) if all(one & set(gone) for one in routes))


@pytest.mark.parametrize(("links", "apart", "leavers"), [(4, 1, 1), (5, 1, 2)])
def test_with_five_links_separate_routes_and_leavers_differ(links: int, apart: int, leavers: int) -> None:
    arcs = [arc for line in FIVE_LINKS for arc in zip(line.split(), line.split()[1:], strict=False)]
    assert len({node for arc in arcs for node in arc}) == 11
    found = paths(arcs, links)
    assert (most_apart(found), fewest_leavers(found)) == (apart, leavers)


def random_book(dice: random.Random, people: int, contacts: int, lines: int) -> dict[str, Any]:
    """Return a plan in which every introduction works both ways and nobody leaves."""
    them, us = [f"st{i}" for i in range(people)], ["us1", "us2", "us3", "us4"]
    book = [
        {"id": one, "name": one, "roles": ["approver"], "influence": 1}
        | ({"reports_to": them[dice.randrange(i)]} if i and dice.random() < 0.7 else {})
        for i, one in enumerate(them)
    ]
    pairs = dice.sample([(a, b) for a in us for b in them], contacts)
    between = [(a, b) for a in them for b in them if a < b]
    ends = dice.sample(between, min(lines, len(between)))
    return {
        "team": [{"id": one, "name": one} for one in us],
        "people": book,
        "relationships": [{"ours": a, "theirs": b, "works": 1.0} for a, b in pairs],
        "lines": [{"from": a, "to": b, "kind": "collaborates_with"} for a, b in ends],
    }


def test_ways_in_are_the_connectivity_where_no_way_is_too_long(plans: Any) -> None:
    dice, checked = random.Random(4), 0
    for _ in range(120):
        portfolio = plans.made(plans.sketch(**random_book(dice, dice.randrange(2, 7), dice.randrange(2, 7), 2)))
        account = portfolio.accounts["cruz"]
        risk = plans.assess(portfolio, advice=False)
        graph = digraph(account, portfolio.team, portfolio.settings, plans.as_of)
        dominators = nx.immediate_dominators(graph, US)
        for seat in risk.decision_makers:
            node = f"theirs/{seat.person}"
            ways = nx.all_simple_paths(graph, US, node)
            if node not in dominators or any(len(way) - 1 > 4 for way in ways):
                continue
            checked += 1
            assert seat.ways_in == nx.node_connectivity(graph, US, node)
            assert set(seat.single_points) == {one.split("/")[1] for one in _above(dominators, node)}
    assert checked >= 200


def _above(dominators: dict[str, str], node: str) -> list[str]:
    """Return all dominators of a node but us and itself."""
    found = []
    while dominators[node] not in (node, US):
        node = dominators[node]
        found.append(node)
    return found


def test_ways_in_hold_with_the_limit_of_four_links(plans: Any) -> None:
    """On larger maps the limit bites; then all simple paths of four links are the measure."""
    dice, bites = random.Random(5), 0
    for _ in range(60):
        portfolio = plans.made(plans.sketch(**random_book(dice, 9, 8, 5)))
        risk = plans.assess(portfolio, advice=False)
        graph = digraph(portfolio.accounts["cruz"], portfolio.team, portfolio.settings, plans.as_of)
        for seat in risk.decision_makers:
            found = nx.all_simple_paths(graph, US, f"theirs/{seat.person}", cutoff=4)
            routes = list({frozenset(node.split("/")[1] for node in path[1:-1]) for path in found})
            least = [one for one in routes if not any(other < one for other in routes)]
            assert {frozenset(route) for route in seat.routes} == set(least)
            assert seat.ways_in == fewest_leavers(least)
            bites += bool(routes) and seat.ways_in < nx.node_connectivity(graph, US, f"theirs/{seat.person}")
    assert bites >= 20


def drawn_seats(dice: random.Random, seats: int, people: int) -> list[Ways]:
    """Return seats with random layered ways: one of ours (bits 0–3), then up to two of theirs."""
    found = []
    for number in range(seats):
        own = 1 << (4 + number)
        others = [1 << bit for bit in range(4, people) if 1 << bit != own]
        masks = []
        for _ in range(dice.randrange(7)):
            masks.append(1 << dice.randrange(4) | sum(dice.sample(others, dice.randrange(3))))
        found.append(Ways(str(number), own, dice.randrange(1, 6), minimal(masks)))
    return found


def test_bus_factor_pairs_and_losses_are_those_found_by_trying() -> None:
    dice = random.Random(6)
    for _ in range(200):
        seats = drawn_seats(dice, 4, 10)
        everybody = [1 << bit for bit in range(10)]

        def lost(leavers: int, seats: list[Ways] = seats) -> set[str]:
            return {s.person for s in seats if s.masks and not s.bit & leavers and all(m & leavers for m in s.masks)}

        assert {bit: {one.person for one in cut} for bit, cut in losses(seats).items()} == {
            bit: lost(bit) for bit in everybody if lost(bit)
        }
        pairs = {a | b: lost(a | b) for a, b in combinations(everybody, 2) if lost(a | b) - lost(a) - lost(b)}
        assert {pair: {one.person for one in cut} for pair, cut in dangerous_pairs(seats).items()} == pairs
        weight = {one.person: one.weight for one in seats if one.masks}
        enough = (
            size
            for size in range(1, 11)
            for gone in combinations(everybody, size)
            if 2 * sum(weight[one] for one in lost(sum(gone))) > sum(weight.values())
        )
        found, smallest = bus_factor(seats)
        assert smallest
        assert found.bit_count() == (next(enough) if weight else 0)
        assert not weight or 2 * sum(weight[one] for one in lost(found)) > sum(weight.values())


def test_a_bus_factor_that_takes_too_long_is_greedy_and_says_so() -> None:
    """Sixty equal seats with three separate ways each."""
    seats = [Ways(str(i), 1 << (200 + i), 1, tuple(1 << (3 * i + way) for way in range(3))) for i in range(60)]
    assert sum(len(seat.masks) for seat in seats) * 2_000 > PATIENCE
    found, smallest = bus_factor(seats)
    assert not smallest
    assert 2 * sum(seat.cut_by(found) for seat in seats) > 60


@pytest.mark.parametrize(
    ("ways", "cut"),
    [
        ([], 0),
        ([[0]], 0b1),
        ([[0, 5], [1, 5]], 0b100000),
        ([[0, 4, 5], [1, 6, 5], [0, 6, 7]], 2),
        ([[0], [1], [2]], 0b111),
    ],
)
def test_smallest_cuts(ways: list[list[int]], cut: int) -> None:
    """A cut as such, or where several are smallest its size."""
    found = smallest_cut(ways)
    assert found == cut or (cut == 2 and found.bit_count() == 2)
    assert all(any(found >> person & 1 for person in way) for way in ways)


def test_no_way_has_no_single_point() -> None:
    assert single_points([]) == 0


def test_graphml_is_xml_whatever_the_names(plans: Any) -> None:
    name = 'A <b>&amp; "Cruz" \x1b[31m\x00'
    sketch = plans.sketch(
        team=[{"id": "nora", "name": "Nora"}],
        people=[{"id": "ana", "name": name, "roles": ["approver"], "influence": 5}],
        relationships=[{"ours": "nora", "theirs": "ana", "works": 0.5}],
    )
    portfolio = plans.made(sketch)
    text = graphml(portfolio.accounts["cruz"], portfolio.team, portfolio.settings, plans.as_of)
    read = nx.parse_graphml(text)
    assert read.edges["ours/nora", "theirs/ana"]["works"] == 0.5
    assert read.nodes["theirs/ana"]["power"] == 1.0
    assert read.nodes["theirs/ana"]["name"] == 'A <b>&amp; "Cruz" ␛[31m␀'
