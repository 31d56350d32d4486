"""Who and what counts: one table row for each decision of the model."""

from typing import Any

import pytest

BOSS = "  - {id: boss, name: Boss, roles: [approver], influence: 5}\n"
REPORT = "  - {id: rep, name: Rep, reports_to: boss}\n"


def book(*people: str, met: str = "", lines: str = "") -> str:
    text = "people:\n" + "".join(people)
    text += f"relationships:\n{met}" if met else ""
    return text + (f"lines:\n{lines}" if lines else "")


def met(theirs: str, ours: str = "nora", works: float = 1) -> str:
    return f"  - {{ours: {ours}, theirs: {theirs}, works: {works}}}\n"


STAYS = ", leave_probability: 0"
TEAM = f"people:\n  - {{id: nora, name: Nora{STAYS}}}\n  - {{id: olaf, name: Olaf{STAYS}}}\n"


@pytest.mark.parametrize(
    ("person", "decides"),
    [
        ("roles: [economic_buyer]", True),
        ("roles: [decision_maker]", True),
        ("roles: [approver, user_buyer]", True),
        ("roles: [champion, executive_sponsor]", False),
        ("roles: [user_buyer], decides: true", True),
        ("roles: [approver], decides: false", False),
    ],
)
def test_who_decides(plans: Any, person: str, decides: bool) -> None:
    risk = plans.map(book(f"  - {{id: ana, name: Ana, influence: 2, {person}}}\n", BOSS))
    assert ("ana" in {one.person for one in risk.decision_makers}) is decides


def test_missing_influence_weighs_three_and_is_said(plans: Any) -> None:
    risk = plans.map(book("  - {id: ana, name: Ana, roles: [approver]}\n", BOSS))
    assert {one.person: one.power for one in risk.decision_makers} == {"boss": 5 / 8, "ana": 3 / 8}
    assert any("Ana" in said and "3 of 5" in said for said in risk.assumptions)


def test_missing_level_is_said_but_not_beside_a_stated_chance(plans: Any) -> None:
    text = book(BOSS, met="  - {ours: nora, theirs: boss, last_contact: 2026-10-01}\n" + met("boss", "olaf", 0.9))
    said = [one for one in plans.map(text).assumptions if "vendor" in one]
    assert len(said) == 1
    assert "Nora" in said[0] and "Boss" in said[0]


@pytest.mark.parametrize(("status", "reached"), [("active", True), ("on_leave", False), ("left", False)])
def test_our_people_count_while_active_in_the_team_of_the_account_or_not(
    plans: Any, status: str, reached: bool
) -> None:
    team = f"people:\n  - {{id: nora, name: Nora}}\n  - {{id: olaf, name: Olaf, status: {status}}}\n"
    risk = plans.map(book(BOSS, met=met("boss", "olaf")), team=team)
    assert [one.reachable for one in risk.decision_makers] == [reached]


@pytest.mark.parametrize("status", ["active", "on_leave", "left", "moved", "placeholder"])
def test_of_theirs_only_the_active_are_reached_and_introduce(plans: Any, status: str) -> None:
    there = status == "active"
    seat = plans.map(book(BOSS.replace("influence", f"status: {status}, influence"), met=met("boss")))
    assert [(one.reachable, one.power) for one in seat.decision_makers] == [(there, 1.0)]
    assert [one.seat_empty for one in seat.decision_makers] == [status in ("left", "moved")]
    giver = plans.map(book(BOSS, REPORT.replace("name", f"status: {status}, name"), met=met("rep")))
    assert [one.reachable for one in giver.decision_makers] == [there]


@pytest.mark.parametrize(
    ("status", "heir", "seats"),
    [
        ("left", "", {"boss", "ana"}),
        ("left", "succeeds: boss, roles: [approver], influence: 4", {"heir", "ana"}),
        ("moved", "succeeds: boss, decides: true", {"heir", "ana"}),
        ("left", "succeeds: boss", {"ana"}),
        ("left", "succeeds: heir", {"boss", "ana"}),
        ("left, succeeds: boss", "", {"boss", "ana"}),
        ("active", "succeeds: boss, roles: [approver]", {"boss", "heir", "ana"}),
        ("placeholder", "succeeds: boss, roles: [approver]", {"heir", "ana"}),
    ],
)
def test_a_seat_stays_until_somebody_else_succeeds(plans: Any, status: str, heir: str, seats: set[str]) -> None:
    people = [BOSS.replace("influence", f"status: {status}, influence"), f"  - {{id: heir, name: Heir, {heir}}}\n"]
    people.append("  - {id: ana, name: Ana, roles: [approver], influence: 1}\n")
    risk = plans.map(book(*[one.replace(", }", "}") for one in people]))
    assert {one.person for one in risk.decision_makers} == seats


def test_power_that_a_successor_does_not_take_over_is_said(plans: Any) -> None:
    gone = BOSS.replace("influence", "status: left, influence")
    risk = plans.map(book(gone, "  - {id: heir, name: Heir, succeeds: boss}\n"))
    assert any("Heir succeeds Boss" in said for said in risk.assumptions)


@pytest.mark.parametrize(
    ("rep", "lines", "chance"),
    [
        ("", "", 0.6),  # a report leads up
        (", sentiment: advocate", "", 0.8),
        (", sentiment: sceptic", "", 0.3),
        (", sentiment: opponent", "", None),
        ("", "  - {from: rep, to: boss, kind: influences, strength: weak}\n", 0.6),  # the better of two lines
        ("", "  - {from: rep, to: boss, kind: influences, strength: strong}\n", 0.9),
        ("", "  - {from: rep, to: boss, kind: influences}\n", 0.7),  # moderate where nothing is said
        (", sentiment: sceptic", "  - {from: rep, to: boss, kind: influences, strength: strong}\n", 0.45),
        (", sentiment: advocate", "  - {from: rep, to: boss, kind: influences, strength: strong}\n", 0.9),
    ],
)
def test_introductions_up_the_line(plans: Any, rep: str, lines: str, chance: float | None) -> None:
    risk = plans.map(book(BOSS, REPORT.replace("}", f"{STAYS}{rep}}}"), met=met("rep"), lines=lines), team=TEAM)
    assert [one.access for one in risk.decision_makers] == [None if chance is None else pytest.approx(chance)]


@pytest.mark.parametrize(("up", "advocate_up", "chance"), [(0.9, 0.5, 0.9), (0.2, 0.4, 0.4)])
def test_an_advocate_never_leads_up_less_readily(plans: Any, up: float, advocate_up: float, chance: float) -> None:
    access = f"access:\n  introductions: {{up: {up}, advocate_up: {advocate_up}}}\n"
    advocate = REPORT.replace("}", f"{STAYS}, sentiment: advocate}}")
    risk = plans.map(book(BOSS, advocate, met=met("rep")), team=TEAM, access=access)
    assert [one.access for one in risk.decision_makers] == [pytest.approx(chance)]


@pytest.mark.parametrize(
    ("line", "chance"),
    [
        ("{from: ana, to: boss, kind: influences, strength: strong}", 0.9),
        ("{from: boss, to: ana, kind: influences, strength: strong}", None),  # never backwards
        ("{from: ana, to: boss, kind: collaborates_with, strength: weak}", 0.5),
        ("{from: boss, to: ana, kind: collaborates_with, strength: weak}", 0.5),
        ("{from: ana, to: boss, kind: conflicts_with, strength: strong}", None),
    ],
)
def test_informal_lines(plans: Any, line: str, chance: float | None) -> None:
    ana = f"  - {{id: ana, name: Ana{STAYS}}}\n"
    risk = plans.map(book(BOSS, ana, met=met("ana"), lines=f"  - {line}\n"), team=TEAM)
    assert [one.access for one in risk.decision_makers] == [None if chance is None else pytest.approx(chance)]


def test_a_manager_leads_down_and_an_opponent_is_a_target(plans: Any) -> None:
    chief = f"  - {{id: chief, name: Chief{STAYS}}}\n"
    boss = BOSS.replace("influence", "reports_to: chief, sentiment: opponent, influence")
    risk = plans.map(book(chief, boss, met=met("chief")), team=TEAM)
    assert [one.access for one in risk.decision_makers] == [pytest.approx(0.9)]


@pytest.mark.parametrize(("steps", "reached"), [(1, True), (2, True), (3, False)])
def test_two_introductions_are_the_most(plans: Any, steps: int, reached: bool) -> None:
    chain = ["boss", "a", "b", "c"]
    people = [f"  - {{id: {chain[i]}, name: X, reports_to: {chain[i - 1]}}}\n" for i in range(1, 4)]
    risk = plans.map(book(BOSS, *people, met=met(chain[steps])))
    assert [one.reachable for one in risk.decision_makers] == [reached]
    if reached:
        assert risk.decision_makers[0].routes == (("nora", *reversed(chain[1 : steps + 1])),)


@pytest.mark.parametrize(
    ("fields", "horizon", "stays"),
    [
        ("", 12, 0.8),
        ("", 24, 0.64),
        (", leave_probability: 0.5", 12, 0.5),
        (", leave_probability: 0.5", 6, 0.5**0.5),
        (", leaves_on: 2027-10-31", 12, 0.0),
        (", leaves_on: 2027-11-01", 12, 0.8),
        (", leaves_on: 2027-11-01, leave_probability: 0", 13, 0.0),
        (", leaves_on: 2026-11-30", 1, 0.0),
        (", leaves_on: 2026-12-01", 1, 0.8 ** (1 / 12)),
    ],
)
def test_leaving_is_yearly_and_scaled_to_the_horizon(plans: Any, fields: str, horizon: int, stays: float) -> None:
    team = f"people:\n  - {{id: nora, name: Nora{fields}}}\n"
    access = f"access: {{horizon_months: {horizon}}}\n"
    risk = plans.map(book(BOSS, met=met("boss")), team=team, access=access)
    assert [one.access for one in risk.decision_makers] == [pytest.approx(stays)]
    assert [one.ways_in for one in risk.decision_makers] == [1], "who leaves later still opens a way today"


@pytest.mark.parametrize(("level", "stays"), [("c_level", 0.9), ("vp", 0.7), ("manager", 0.6)])
def test_turnover_by_side_and_level(plans: Any, level: str, stays: float) -> None:
    access = "access:\n  turnover: {ours: 0, theirs: 0.4, c_level: 0.1, vp: 0.3}\n  introductions: {up: 1}\n"
    risk = plans.map(book(BOSS, REPORT.replace("name", f"level: {level}, name"), met=met("rep")), access=access)
    assert [one.access for one in risk.decision_makers] == [pytest.approx(stays)]


def test_access_is_given_that_the_decision_maker_stays(plans: Any) -> None:
    risk = plans.map(book(BOSS.replace("influence", "leaves_on: 2026-12-31, influence"), met=met("boss")), team=TEAM)
    assert risk.expected_access == 1
    assert [one.leaves for one in risk.decision_makers] == [1.0]
    assert any("Boss leaves on 31 December 2026" in said for said in risk.sentences)


def test_a_leavers_own_seat_is_not_lost_with_them(plans: Any) -> None:
    """Ana, who decides, is the only way to Boss: her leaving costs Boss's power, not her own."""
    ana = "  - {id: ana, name: Ana, reports_to: boss, roles: [economic_buyer], influence: 3}\n"
    risk = plans.map(book(BOSS, ana, met=met("ana")))
    losses = {one.person: (one.loss, one.cuts_off) for one in risk.people}
    assert losses == {"nora": (1.0, ("ana", "boss")), "ana": (5 / 8, ("boss",))}


def test_the_bus_factor_is_over_what_is_within_reach(plans: Any) -> None:
    """Half of all power is out of reach; of the rest one person holds all."""
    far = "  - {id: far, name: Far, roles: [approver], influence: 5}\n"
    risk = plans.map(book(BOSS, far, met=met("boss")))
    assert risk.bus_factor == ("nora",)
    assert risk.unreached_power == 0.5


def test_a_dangerous_pair_needs_both(plans: Any) -> None:
    risk = plans.map(book(BOSS, met=met("boss") + met("boss", "olaf")))
    (pair,) = risk.weakest_pairs
    assert (pair.people, pair.loss, pair.cuts_off) == (("nora", "olaf"), 1.0, ("boss",))
    one_holds_all = plans.map(book(BOSS, REPORT, met=met("boss") + met("rep")))
    assert [pair.people for pair in one_holds_all.weakest_pairs] == []
