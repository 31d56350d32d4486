"""Maps too dense to take apart are sampled, and said to be; what others write into a plan breaks nothing."""

import random
import time
from datetime import date
from typing import Any

import pytest

from kamplans.model.risk import Grade
from kamplans.network.reliability import Factoring, TooDense
from kamplans.network.worlds import WORLDS, Worlds


def random_sets(dice: random.Random, elements: int, sets: int) -> tuple[list[float], list[int]]:
    chances = [dice.choice([0.0, 0.2, 0.5, 0.8, 0.97, 1.0, dice.random()]) for _ in range(elements)]
    return chances, [sum(1 << bit for bit in dice.sample(range(elements), dice.randrange(1, 6))) for _ in range(sets)]


def test_sampled_chances_lie_within_their_error() -> None:
    """Five standard errors of at most 0.4 points; 60 maps, every element."""
    dice = random.Random(7)
    five_errors = 5 * 0.5 / WORLDS**0.5
    for _ in range(60):
        chances, masks = random_sets(dice, 14, 9)
        exact, sampled = Factoring(chances), Worlds(chances)
        assert sampled.access(masks) == pytest.approx(exact.access(masks), abs=five_errors)
        hangs = exact.importance(masks)
        for bit, value in sampled.importance(masks).items():
            assert value == pytest.approx(hangs.get(bit, 0.0), abs=five_errors)


def test_factoring_is_the_sum_over_all_states() -> None:
    dice = random.Random(8)
    for _ in range(60):
        chances, masks = random_sets(dice, 9, 6)
        total = 0.0
        for state in range(1 << 9):
            if any(mask & state == mask for mask in masks):
                weight = 1.0
                for bit, chance in enumerate(chances):
                    weight *= chance if state >> bit & 1 else 1 - chance
                total += weight
        assert Factoring(chances).access(masks) == pytest.approx(total, abs=1e-12)


@pytest.mark.parametrize(("masks", "chance"), [([], 0.0), ([0], 1.0), ([0b1], 0.5), ([0b1, 0b11], 0.5), ([1, 0], 1.0)])
def test_none_all_and_needless_sets(masks: list[int], chance: float) -> None:
    assert Factoring([0.5, 0.5]).access(masks) == chance


def test_too_many_parts_are_refused() -> None:
    dice = random.Random(9)
    chances, masks = random_sets(dice, 40, 60)
    with pytest.raises(TooDense):
        Factoring(chances, limit=20).access(masks)


def crowd(people: int, contacts: int, lines: int) -> dict[str, Any]:
    dice = random.Random(10)
    us, them = [f"us{i}" for i in range(12)], [f"st{i}" for i in range(people)]
    pairs = dice.sample([(a, b) for a in us for b in them], contacts)
    ends = dice.sample([(a, b) for a in them for b in them if a < b], lines)
    return {
        "team": [{"id": one, "name": one} for one in us],
        "people": [
            {"id": one, "name": one, "influence": 3, "decides": place < 8}
            | ({"reports_to": them[(place - 1) // 4]} if place else {})
            for place, one in enumerate(them)
        ],
        "relationships": [{"ours": a, "theirs": b, "level": "vendor", "last_contact": "2026-10-01"} for a, b in pairs],
        "lines": [{"from": a, "to": b, "kind": "collaborates_with"} for a, b in ends],
    }


def test_a_crowd_is_sampled_in_good_time_and_said_to_be(plans: Any) -> None:
    sketch = plans.sketch(**crowd(60, 300, 120))
    started = time.process_time()
    risk = plans.sketched(sketch)
    assert time.process_time() - started < 20
    assert not risk.is_exact
    assert risk.grade is Grade.LOW
    assert any("too dense" in one for one in risk.assumptions)
    assert len(risk.next_contacts) >= 10
    again = plans.sketched(sketch)
    assert (again.expected_access, again.next_contacts) == (risk.expected_access, risk.next_contacts)


ODD = [
    {"access": {"half_life_days": 0, "live_from": 0}},
    {"access": {"half_life_days": float("inf"), "live_from": -1}},
    {"access": {"half_life_days": float("nan"), "horizon_months": float("nan")}},
    {"access": {"horizon_months": 1e300, "new_contact": 17, "effort": {"warm": 0, "cold": 0, "refresh": -1}}},
    {"access": {"horizon_months": -5, "contact": {"vendor": 9}, "quality": {"good": -3}}},
    {"access": {"introductions": {"down": 5, "up": -1, "sceptic": 100}, "turnover": {"theirs": 2, "ours": -2}}},
    {"access": {"grades": {"critical": 0, "high": 0, "thin_access": 5}}},
    {"access": {"contact": {"vendor": float("nan")}, "turnover": {"ours": float("nan")}}},
    {"access": "nonsense"},
]


@pytest.mark.parametrize("settings", ODD, ids=str)
def test_numbers_no_schema_would_pass_break_nothing(plans: Any, settings: dict[str, Any]) -> None:
    sketch = plans.sketch(**crowd(6, 6, 2), access=settings["access"])
    risk = plans.sketched(sketch)
    assert 0 <= risk.expected_access <= 1
    assert all(0 <= one.access <= 1 for one in risk.decision_makers if one.access is not None)
    assert all(0 <= one.importance <= 1 and 0 <= one.loss <= 1 for one in risk.people)
    assert all(one.gain >= 0 for one in risk.next_contacts)


def test_people_nobody_could_be_break_nothing(plans: Any) -> None:
    sketch = plans.sketch(
        team=[{"id": "same", "name": "Ours"}, {"id": "same", "name": "Twin", "status": "left"}],
        people=[
            {"id": "same", "name": "Theirs", "decides": True, "influence": 10**400, "reports_to": "same"},
            {"id": "same", "name": "Twin", "decides": True, "influence": -4},
            {"id": "a", "name": "A", "decides": True, "reports_to": "ghost", "succeeds": "a", "contact_every_days": -9},
            {"id": "b", "name": "B", "reports_to": "a", "leave_probability": 44, "contact_every_days": 10**400},
        ],
        relationships=[
            {"ours": "same", "theirs": "same", "works": 3},
            {"ours": "same", "theirs": "b", "last_contact": "0001-01-01"},
            {"ours": "same", "theirs": "b", "last_contact": "2026-10-31"},
            {"ours": "same", "theirs": "a", "last_contact": "9999-12-31"},
            {"ours": "ghost", "theirs": "a", "works": 1},
            {"ours": "same", "theirs": "ghost", "works": 1},
        ],
        lines=[{"from": "a", "to": "a", "kind": "influences"}, {"from": "ghost", "to": "a", "kind": "influences"}],
    )
    for day in (date.min, date(2026, 10, 31), date.max):
        risk = plans.sketched(sketch, day)
        assert {one.person for one in risk.decision_makers} == {"same", "a"}
        assert len(risk.contacts) == 4


def test_equally_weightless_deciders_are_not_rated(plans: Any) -> None:
    sketch = plans.sketch(
        team=[{"id": "us", "name": "Us"}],
        people=[{"id": "a", "name": "A", "decides": True, "influence": 0}],
        relationships=[{"ours": "us", "theirs": "a", "works": 1}],
    )
    risk = plans.sketched(sketch)
    assert (risk.grade, risk.expected_access, risk.unreached_power) == (Grade.NOT_RATED, None, None)
    assert risk.next_contacts == ()
