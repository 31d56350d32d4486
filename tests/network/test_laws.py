"""Laws that hold on every map, whatever its figures; each counted on at least 200 maps on which it says something."""

from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from itertools import combinations
from math import prod
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kamplans.model.risk import RiskMap
from kamplans.network.survey import survey

ENOUGH = 200
MAPS = {"ours": 4, "theirs": 8, "contacts": 8, "lines": 4}
TINY = 1e-9

law = settings(
    max_examples=420, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
)


@pytest.fixture
def counted() -> Iterator[Counter[str]]:
    """Count the maps on which a law says something; one count for all the maps of a test."""
    tally: Counter[str] = Counter()
    yield tally
    assert tally["maps"] >= ENOUGH


def access(risk: RiskMap) -> dict[str, float]:
    return {one.person: one.access or 0.0 for one in risk.decision_makers}


def reached(risk: RiskMap) -> bool:
    return any(one.reachable for one in risk.decision_makers)


@law
@given(data=st.data())
def test_a_new_contact_never_lowers_any_access(data: st.DataObject, plans: Any, counted: Counter[str]) -> None:
    sketch = data.draw(plans.sketches(**MAPS))
    on_record = {(one["ours"], one["theirs"]) for one in sketch.relationships}
    pairs = {(one["id"], other["id"]) for one in sketch.team for other in sketch.people} - on_record
    if not pairs:
        return
    pair = data.draw(st.sampled_from(sorted(pairs)))
    met = [*sketch.relationships, {"ours": pair[0], "theirs": pair[1], "works": data.draw(st.floats(0, 1))}]
    before, after = (plans.sketched(one, advice=False) for one in (sketch, replace(sketch, relationships=met)))
    counted["maps"] += 1
    assert all(access(after)[one] >= chance - TINY for one, chance in access(before).items())
    assert all(a.ways_in >= b.ways_in for a, b in _paired(after, before))
    opened = any(a.reachable > b.reachable for a, b in _paired(after, before))
    if before.expected_access is not None and not opened:  # a seat newly within reach may hang on one person
        assert after.grade.rank <= before.grade.rank


def _paired(one: RiskMap, other: RiskMap) -> Iterator[tuple[Any, Any]]:
    found = {seat.person: seat for seat in other.decision_makers}
    return ((seat, found[seat.person]) for seat in one.decision_makers)


@law
@given(data=st.data())
def test_a_departure_never_raises_any_access(data: st.DataObject, plans: Any, counted: Counter[str]) -> None:
    sketch = data.draw(plans.sketches(**MAPS))
    sketch = replace(sketch, people=[{key: one[key] for key in one if key != "succeeds"} for one in sketch.people])
    before = plans.sketched(sketch, advice=False)
    if not before.people:
        return
    gone = data.draw(st.sampled_from(before.people)).person
    after = plans.sketched(_changed(sketch, gone, status="left"), advice=False)
    counted["maps"] += 1
    assert {one.person: one.power for one in after.decision_makers} == {
        one.person: one.power for one in before.decision_makers
    }, "a seat that decides must not vanish with who sits there"
    assert all(access(after)[one] <= chance + TINY for one, chance in access(before).items())
    (leaver,) = (one for one in before.people if one.person == gone)
    was, left = ({one.person for one in risk.decision_makers if one.reachable} for risk in (before, after))
    assert was - left - {gone} == set(leaver.cuts_off)


def _changed(sketch: Any, person: str, **fields: Any) -> Any:
    team, people = deepcopy(sketch.team), deepcopy(sketch.people)
    for one in (*team, *people):
        if one["id"] == person:
            one.pop("leaves_on", None)
            one.update(fields)
    return replace(sketch, team=team, people=people)


@law
@given(data=st.data())
def test_access_is_the_mean_over_one_persons_fate(data: st.DataObject, plans: Any, counted: Counter[str]) -> None:
    sketch = data.draw(plans.sketches(**MAPS))
    risk = plans.sketched(sketch, advice=False)
    if not risk.people:
        return
    leaver = data.draw(st.sampled_from(risk.people))
    chance = data.draw(st.sampled_from([0.05, 0.2, 0.5, 0.9]))
    now, stays, leaves = (
        plans.sketched(_changed(sketch, leaver.person, leave_probability=p), advice=False) for p in (chance, 0.0, 1.0)
    )
    counted["maps"] += 1
    for seat, value in access(now).items():
        assert value == pytest.approx((1 - chance) * access(stays)[seat] + chance * access(leaves)[seat], abs=TINY)
    weights = {one.person: one.power for one in risk.decision_makers}
    hangs = sum(weights[seat] * (access(stays)[seat] - access(leaves)[seat]) for seat in weights)
    (again,) = (one for one in now.people if one.person == leaver.person)
    assert again.importance == pytest.approx(hangs, abs=TINY)
    for seat in now.decision_makers:
        if leaver.person in seat.single_points:
            assert access(leaves)[seat.person] == 0
            assert seat.access <= 1 - chance + TINY


@law
@given(data=st.data())
def test_all_that_hangs_on_a_single_point(data: st.DataObject, plans: Any, counted: Counter[str]) -> None:
    """With one decision maker, a single point's importance is access / (1 − p)."""
    sketch = data.draw(plans.sketches(**MAPS))
    seats = [one.person for one in plans.sketched(sketch, advice=False).decision_makers if one.ways_in == 1]
    if not seats:
        return
    only = data.draw(st.sampled_from(seats))
    people = [{**one, "decides": one["id"] == only} for one in sketch.people]
    risk = plans.sketched(replace(sketch, people=people), advice=False)
    (seat,) = risk.decision_makers
    counted["maps"] += 1
    fates = _stays(plans, replace(sketch, people=people))
    for one in risk.people:
        if one.person in seat.single_points:
            assert one.loss == 1
            assert seat.access == pytest.approx(fates[one.person] * one.importance, abs=TINY)


def _stays(plans: Any, sketch: Any) -> dict[str, float]:
    portfolio = plans.made(sketch)
    graph = survey(portfolio.accounts["cruz"], portfolio.team, portfolio.settings, plans.as_of).graph
    return {**graph.ours, **graph.theirs}


@law
@given(data=st.data())
def test_where_all_is_certain_access_is_reach(data: st.DataObject, plans: Any, counted: Counter[str]) -> None:
    risk = plans.sketched(data.draw(plans.sketches(**MAPS, certain=True)), advice=False)
    counted["maps"] += reached(risk)
    certain = {one.person: 1.0 if one.reachable else 0.0 for one in risk.decision_makers}
    assert access(risk) == pytest.approx(certain, abs=TINY)


@law
@given(data=st.data())
def test_names_and_order_mean_nothing(data: st.DataObject, plans: Any, counted: Counter[str]) -> None:
    sketch = data.draw(plans.sketches(**MAPS))
    ids = [one["id"] for one in (*sketch.team, *sketch.people)]
    new = dict(zip(ids, data.draw(st.permutations([f"p{number}" for number in range(len(ids))])), strict=True))
    shuffled = {
        name: data.draw(st.permutations([_renamed(one, new) for one in getattr(sketch, name)]))
        for name in ("team", "people", "relationships", "lines", "interactions", "reviews")
    }
    one, other = plans.sketched(sketch), plans.sketched(replace(sketch, **shuffled))
    counted["maps"] += reached(one)
    assert {new[id]: value for id, value in access(one).items()} == pytest.approx(access(other), abs=TINY)
    assert (one.grade, len(one.bus_factor)) == (other.grade, len(other.bus_factor))
    hangs = {person.person: (person.loss, person.importance) for person in other.people}
    for person in one.people:
        assert (person.loss, person.importance) == pytest.approx(hangs[new[person.person]], abs=TINY)
    pairs = {frozenset(pair.people): pair.loss for pair in other.weakest_pairs}
    assert {frozenset(new[id] for id in pair.people): pair.loss for pair in one.weakest_pairs} == pytest.approx(pairs)
    gains = sorted(contact.gain for contact in one.next_contacts)[-3:]
    assert gains == pytest.approx(sorted(contact.gain for contact in other.next_contacts)[-3:], abs=TINY)


def _renamed(value: Any, new: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: item if key in ("kind", "name") else _renamed(item, new) for key, item in value.items()}
    if isinstance(value, list):
        return [_renamed(item, new) for item in value]
    return new.get(value, value) if isinstance(value, str) else value


@law
@given(data=st.data())
def test_access_lies_between_routes_and_cuts(data: st.DataObject, plans: Any, counted: Counter[str]) -> None:
    sketch = data.draw(plans.sketches(**MAPS))
    portfolio = plans.made(sketch)
    found = survey(portfolio.accounts["cruz"], portfolio.team, portfolio.settings, plans.as_of)
    stays = {**found.graph.ours, **found.graph.theirs}
    risk = plans.sketched(sketch, advice=False)
    for seat in risk.decision_makers:
        if not seat.reachable:
            continue
        counted["maps"] += 1
        apart, taken = [], set[str]()
        for route in sorted(found.shown[seat.person], key=lambda route: len(route.steps)):
            if not taken & set(route.steps):
                taken |= set(route.steps)
                apart.append(route.works * prod(stays[person] for person in route.steps))
        assert seat.access >= 1 - prod(1 - chance for chance in apart) - TINY
        assert seat.access <= 1 - prod(1 - stays[person] for person in seat.cut) + TINY


@law
@given(data=st.data())
def test_as_many_leavers_as_separate_routes(data: st.DataObject, plans: Any, counted: Counter[str]) -> None:
    risk = plans.sketched(data.draw(plans.sketches(**MAPS)), advice=False)
    for seat in risk.decision_makers:
        if seat.reachable:
            counted["maps"] += 1
            routes = [frozenset(route) for route in seat.routes]
            assert _most_apart(routes) == seat.ways_in == len(seat.cut)
            assert all(route & set(seat.cut) for route in routes)
            assert set(seat.single_points) == frozenset.intersection(*routes)
            assert not any(one < other for one, other in combinations(routes, 2))


def _most_apart(routes: list[frozenset[str]]) -> int:
    """Return the most routes that share nobody, by trying."""
    if not routes:
        return 0
    first, *rest = routes
    return max(_most_apart(rest), 1 + _most_apart([one for one in rest if not one & first]))
