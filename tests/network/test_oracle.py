"""Every state of people and arcs, counted out: a second way to the same figures, written from the meaning of a plan.

Nothing of the engine is used here but its answer. A state says of each uncertain person and arc whether it holds; all
states are kept at once as the bits of whole numbers, so that 2^16 of them take a moment.
"""

from collections.abc import Iterable
from datetime import date
from functools import cache
from itertools import combinations
from typing import Any

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

EXAMPLES = 320
MOST_ELEMENTS = 16
LEVELS = {"none": 0.35, "vendor": 0.55, "credible_source": 0.75, "problem_solver": 0.90, "trusted_advisor": 0.97}
QUALITIES = {"good": 1.0, "working_on": 0.8, "bad": 0.0}
STRENGTHS = {"weak": 0.5, "moderate": 0.7, "strong": 0.9}
DECIDING = {"economic_buyer", "decision_maker", "approver"}
Arc = tuple[str, str]


class Oracle:
    """One sketch, from its plain data."""

    def __init__(self, sketch: Any, as_of: date) -> None:
        self.as_of = as_of
        self.people = {one["id"]: one for one in sketch.people}
        self.ours = [one["id"] for one in sketch.team if one.get("status", "active") == "active"]
        self.theirs = [id for id, one in self.people.items() if one.get("status", "active") == "active"]
        self.stays = {one["id"]: self._stays(one) for one in (*sketch.team, *sketch.people)}
        self.contacts = self._contacts(sketch)
        self.arcs = self._introductions(sketch)
        taken = {one["succeeds"] for one in sketch.people if one.get("succeeds") not in (None, one["id"])}
        deciding = [id for id, one in self.people.items() if one.get("decides", not DECIDING.isdisjoint(one["roles"]))]
        self.weights = {
            id: self.people[id].get("influence", 3) for id in deciding if id in self.theirs or id not in taken
        }
        self.all_weight = sum(self.weights.values())

    def _stays(self, one: dict[str, Any]) -> float:
        leaves_on = one.get("leaves_on")
        if leaves_on is not None and date.fromisoformat(leaves_on) <= self.as_of.replace(year=self.as_of.year + 1):
            return 0.0
        return 1.0 - one.get("leave_probability", 0.20)

    def _contacts(self, sketch: Any) -> dict[Arc, float]:
        found: dict[Arc, float] = {}
        for one in sketch.relationships:
            pair = (one["ours"], one["theirs"])
            works = one["works"] if "works" in one else self._aged(one, sketch)
            if works is not None and works >= 0.25 and pair[0] in self.ours and pair[1] in self.theirs:
                found[pair] = max(works, found.get(pair, 0.0))
        return found

    def _aged(self, one: dict[str, Any], sketch: Any) -> float | None:
        days = [date.fromisoformat(one["last_contact"])] if "last_contact" in one else []
        for meeting in sketch.interactions:
            if meeting["kind"] in ("call", "meeting", "visit"):
                days += self._day(one, meeting, meeting["date"])
        for review in sketch.reviews:
            days += self._day(one, review, review["held"]) if "held" in review else []
        if not days:
            return None
        rhythm = one.get("contact_every_days", self.people[one["theirs"]].get("contact_every_days", 90))
        overdue = max(0, (self.as_of - max(days)).days - rhythm)
        fresh = LEVELS[one.get("level", "vendor")] * QUALITIES[one.get("quality", "good")]
        return fresh * 0.5 ** (overdue / 90)

    @staticmethod
    def _day(one: dict[str, Any], meeting: dict[str, Any], day: str) -> list[date]:
        both = one["ours"] in meeting["ours"] and one["theirs"] in meeting["theirs"]
        return [date.fromisoformat(day)] if both else []

    def _introductions(self, sketch: Any) -> dict[Arc, float]:
        offers: list[tuple[str, str, float]] = []
        for id in self.theirs:
            boss = self.people[id].get("reports_to")
            if boss in self.theirs:
                up = 0.8 if self.people[id].get("sentiment") == "advocate" else 0.6
                offers += [(boss, id, 0.9), (id, boss, up)]
        for line in sketch.lines:
            along = (line["from"], line["to"], STRENGTHS[line.get("strength", "moderate")])
            if line["kind"] != "conflicts_with":
                offers.append(along)
            if line["kind"] == "collaborates_with":
                offers.append((along[1], along[0], along[2]))
        found: dict[Arc, float] = {}
        for giver, to, works in offers:
            sentiment = self.people[giver].get("sentiment")
            factor = {"opponent": 0.0, "sceptic": 0.5}.get(sentiment, 1.0)
            if giver in self.theirs and to in self.theirs and factor * works > 0:
                found[giver, to] = max(factor * works, found.get((giver, to), 0.0))
        return found

    # structure: people removed, then a plain search

    def reached(self, gone: Iterable[str] = ()) -> set[str]:
        """Return who of theirs is within four links of us without some people (a leaver's own seat stays)."""
        away = set(gone)
        edge = {theirs for (ours, theirs) in self.contacts if ours not in away}
        found = set(edge)
        for _ in range(2):
            edge = {to for giver, to in self.arcs if giver in edge and giver not in away}
            found |= edge
        return found & self.weights.keys()

    def lost_without(self, gone: tuple[str, ...]) -> set[str]:
        return self.reached() - self.reached(gone) - set(gone)

    def ways_in(self, seat: str) -> int:
        """Return the size of a smallest set of others without whom the seat is out of reach."""
        if seat not in self.reached():
            return 0
        others = [one for one in (*self.ours, *self.theirs) if one != seat]
        sizes = (
            size
            for size in range(1, len(others) + 1)
            if any(seat not in self.reached(gone) for gone in combinations(others, size))
        )
        return next(sizes)

    def bus_factor(self) -> int:
        reached, everybody = self.reached(), (*self.ours, *self.theirs)
        half = sum(self.weights[one] for one in reached) / 2
        for size in range(len(everybody) + 1):
            for gone in combinations(everybody, size):
                if sum(self.weights[one] for one in self.lost_without(gone)) > half:
                    return size
        return 0

    # chances: every state of the elements that could matter

    def elements(self, extra: dict[Arc, float] | None = None) -> dict[Any, float]:
        """Return the chance of every person and arc on the way from us that is neither sure nor impossible."""
        contacts = {**self.contacts, **(extra or {})}
        known = {theirs for _, theirs in contacts}
        for _ in range(2):
            known |= {to for giver, to in self.arcs if giver in known}
        people = {one: self.stays[one] for one in {*(ours for ours, _ in contacts), *known}}
        arcs = {arc: works for arc, works in {**contacts, **self.arcs}.items() if arc[0] in people and arc[1] in people}
        return {**people, **arcs}

    def expected(
        self, fixed: dict[str, float] | None = None, extra: dict[Arc, float] | None = None
    ) -> dict[str, float]:
        """Return for each decision maker the chance that we reach them, given that they stay."""
        chances = self.elements(extra) | (fixed or {})
        uncertain = sorted((key for key, c in chances.items() if 0 < c < 1), key=str)
        size = 1 << len(uncertain)
        everywhere = (1 << size) - 1
        holds = {key: everywhere if chance == 1 else 0 for key, chance in chances.items() if chance in (0, 1)}
        holds |= {key: _pattern(place, size) for place, key in enumerate(uncertain)}
        weigh = _Weigher(tuple(chances[key] for key in uncertain))
        contacts = {**self.contacts, **(extra or {})}
        return {seat: weigh.weight(self._arrivals(seat, holds, contacts)) for seat in self.weights}

    def _arrivals(self, seat: str, holds: dict[Any, int], contacts: dict[Arc, float]) -> int:
        """Return the states in which somebody at most three links away leads to the seat."""
        if seat not in self.theirs:
            return 0
        arrivals = 0
        edge: dict[str, int] = {}
        for (ours, theirs), _ in contacts.items():
            met = holds[ours] & holds[ours, theirs]
            arrivals |= met if theirs == seat else 0
            edge[theirs] = edge.get(theirs, 0) | met & holds[theirs]
        for _ in range(2):
            after: dict[str, int] = {}
            for giver, to in self.arcs:
                if edge.get(giver):
                    led = edge[giver] & holds[giver, to]
                    arrivals |= led if to == seat else 0
                    after[to] = after.get(to, 0) | led & holds[to]
            edge = after
        return arrivals

    def total(self, **change: Any) -> float:
        """Return the expected access."""
        access = self.expected(**change)
        return sum(weight * access[seat] for seat, weight in self.weights.items()) / self.all_weight


@cache
def _pattern(place: int, size: int) -> int:
    """Return the states in which the element at a place holds: 2^place noes, 2^place yeses, and so on."""
    block = ((1 << (1 << place)) - 1) << (1 << place)
    period = 2 << place
    while period < size:
        block |= block << period
        period *= 2
    return block & ((1 << size) - 1)


class _Weigher:
    """Adds the chances of states."""

    def __init__(self, chances: tuple[float, ...]) -> None:
        self.chances = chances

    def weight(self, states: int, places: int | None = None) -> float:
        places = len(self.chances) if places is None else places
        if not states:
            return 0.0
        if states == (1 << (1 << places)) - 1:
            return 1.0
        half = 1 << (places - 1)
        chance = self.chances[places - 1]
        low, high = states & ((1 << half) - 1), states >> half
        return chance * self.weight(high, places - 1) + (1 - chance) * self.weight(low, places - 1)


def close(value: float) -> Any:
    return pytest.approx(value, abs=1e-9)


@pytest.fixture(scope="module")
def tally() -> Any:
    """Count the examples, and those with a decision maker within reach."""
    return {"examples": 0, "reachable": 0, "gains": 0}


@seed(20261031)
@settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_all_figures_against_every_state(data: st.DataObject, plans: Any, tally: dict[str, int]) -> None:
    sketch = data.draw(plans.sketches())
    oracle = Oracle(sketch, plans.as_of)
    if sum(0 < chance < 1 for chance in oracle.elements().values()) > MOST_ELEMENTS or not oracle.weights:
        return
    risk = plans.assess(plans.read(sketch.files()))
    tally["examples"] += 1
    tally["reachable"] += bool(oracle.reached())
    _same_chances(risk, oracle)
    _same_structure(risk, oracle)
    for one in risk.next_contacts[:4]:
        works = _works_once_made(one, sketch)
        extra = {(one.ours, one.theirs): works}
        if sum(0 < chance < 1 for chance in oracle.elements(extra).values()) <= MOST_ELEMENTS:
            assert one.gain == close(oracle.total(extra=extra) - oracle.total())
            tally["gains"] += 1


def test_there_were_enough_examples(tally: dict[str, int]) -> None:
    print(tally)
    assert tally["examples"] >= 200
    assert 2 * tally["reachable"] >= tally["examples"]
    assert tally["gains"] >= 400


def _same_chances(risk: Any, oracle: Oracle) -> None:
    access = oracle.expected()
    assert {one.person: one.access or 0.0 for one in risk.decision_makers} == close(access)
    if risk.expected_access is not None:
        assert risk.expected_access == close(oracle.total())
    found = {one.person: one.importance for one in risk.people}
    for person in (*oracle.ours, *oracle.theirs):
        if person in oracle.elements():
            hangs = oracle.total(fixed={person: 1.0}) - oracle.total(fixed={person: 0.0})
            assert found.get(person, 0.0) == close(hangs)


def _same_structure(risk: Any, oracle: Oracle) -> None:
    assert {one.person for one in risk.decision_makers if one.reachable} == oracle.reached()
    assert {one.person: one.ways_in for one in risk.decision_makers} == {
        seat: oracle.ways_in(seat) for seat in oracle.weights
    }
    everybody = (*oracle.ours, *oracle.theirs)
    alone = {one: lost for one in everybody if (lost := oracle.lost_without((one,)))}
    assert {one.person: set(one.cuts_off) for one in risk.people if one.cuts_off} == alone
    weight = {one: sum(oracle.weights[seat] for seat in lost) / oracle.all_weight for one, lost in alone.items()}
    assert {one.person: one.loss for one in risk.people if one.loss} == close(weight)
    pairs = {
        frozenset(pair): lost
        for pair in combinations(everybody, 2)
        if (lost := oracle.lost_without(pair)) - alone.get(pair[0], set()) - alone.get(pair[1], set())
    }
    assert {frozenset(pair.people): set(pair.cuts_off) for pair in risk.weakest_pairs} == pairs
    assert len(risk.bus_factor) == oracle.bus_factor()
    assert {(one.ours, one.theirs) for one in risk.contacts if one.is_live} == {
        arc for arc, works in oracle.contacts.items() if works > 0
    }


def _works_once_made(one: Any, sketch: Any) -> float:
    if one.kind == "new":
        return 0.8
    known = next(r for r in sketch.relationships if (r["ours"], r["theirs"]) == (one.ours, one.theirs))
    return LEVELS[known.get("level", "vendor")] * QUALITIES[known.get("quality", "good")]
