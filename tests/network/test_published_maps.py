"""Twenty maps with known answers, written as plans and read back from their text."""

import json
from pathlib import Path
from typing import Any

import pytest

from kamplans.model.risk import RiskMap

MAPS = json.loads((Path(__file__).parent.parent / "data" / "account_maps.json").read_text(encoding="utf-8"))["maps"]
ALWAYS = "{down: 1, up: 1, advocate_up: 1, sceptic: 1, influence: {weak: 1, moderate: 1, strong: 1}}"
EXACT = 1e-9


def plan_files(given: dict[str, Any]) -> dict[str, str]:
    """Write a map as plan files: introductions always work, contacts by what is known of them."""
    leaves = given["leave_prob"]
    team = [f"  - {{id: {one}, name: {one}, leave_probability: {leaves[one]}}}" for one in given["ours"]]
    book = ["people:", *(_person(given, one) for one in given["theirs"]), "relationships:"]
    book += [f"  - {{ours: {ours}, theirs: {theirs}, works: {works}}}" for ours, theirs, works in given["contacts"]]
    book += ["lines:", *(f"  - {{from: {a}, to: {b}, kind: influences}}" for a, b in given["influences"])]
    return {
        "portfolio.yaml": f"format: 1\nname: Maps\ncurrency: EUR\naccess:\n  introductions: {ALWAYS}\n",
        "team.yaml": "\n".join(["people:", *team, ""]),
        f"{given['id']}/account.yaml": "name: Map\ntier: growth\nstatus: active\nteam: []\n",
        f"{given['id']}/stakeholders.yaml": "\n".join([*book, ""]),
    }


def _person(given: dict[str, Any], one: str) -> str:
    fields = [f"id: {one}", f"name: {one}", f"leave_probability: {given['leave_prob'][one]}"]
    fields += [f"reports_to: {boss}" for report, boss in given["reports_to"] if report == one]
    fields += ["sentiment: opponent"] if one in given["blockers"] else []
    if one in given["decision_makers"]:
        fields += ["decides: true", f"influence: {given['decision_makers'][one]}"]
    return f"  - {{{', '.join(fields)}}}"


@pytest.fixture(scope="module", params=MAPS, ids=lambda given: given["id"])
def case(request: pytest.FixtureRequest, plans: Any) -> tuple[RiskMap, dict[str, Any]]:
    given = request.param
    met_for_nothing = [one for one in given["blockers"] if one not in given["decision_makers"]]
    possible = len(given["ours"]) * (len(given["theirs"]) - len(met_for_nothing))
    possible -= sum(theirs not in met_for_nothing for _, theirs, _ in given["contacts"])
    return plans.assess(plans.read(plan_files(given))), {**given["expected"], "possible": possible}


def test_there_are_twenty() -> None:
    assert len(MAPS) == 20


def test_access_to_each_decision_maker(case: tuple[RiskMap, dict[str, Any]]) -> None:
    risk, expected = case
    found = {one.person: one.access or 0.0 for one in risk.decision_makers}
    assert found == pytest.approx(expected["access_reliability"], abs=EXACT)
    assert sorted(one.person for one in risk.decision_makers if one.reachable) == expected["reachable_today"]


def test_expected_access(case: tuple[RiskMap, dict[str, Any]]) -> None:
    risk, expected = case
    assert risk.expected_access == pytest.approx(expected["expected_access"], abs=EXACT)


def test_whom_a_leaver_cuts_off(case: tuple[RiskMap, dict[str, Any]]) -> None:
    risk, expected = case
    losing = {one.person: one for one in risk.people if one.loss > 0}
    assert {id: sorted(one.cuts_off) for id, one in losing.items()} == {
        id: sorted(lost["lost"]) for id, lost in expected["if_leaves"].items()
    }
    power = {id: lost["power"] for id, lost in expected["if_leaves"].items()}
    assert {id: one.loss for id, one in losing.items()} == pytest.approx(power, abs=EXACT)


def test_how_many_must_leave(case: tuple[RiskMap, dict[str, Any]]) -> None:
    risk, expected = case
    assert {one.person: one.ways_in for one in risk.decision_makers} == expected["people_that_must_leave_to_cut"]
    assert all(len(one.cut) == one.ways_in for one in risk.decision_makers)


def test_dangerous_pairs(case: tuple[RiskMap, dict[str, Any]]) -> None:
    risk, expected = case
    found = sorted((sorted(pair.people), sorted(pair.cuts_off)) for pair in risk.weakest_pairs)
    assert found == sorted((sorted(pair), sorted(lost)) for pair, lost in expected["dangerous_pairs"])


def test_importance(case: tuple[RiskMap, dict[str, Any]]) -> None:
    risk, expected = case
    found = {one.person: one.importance for one in risk.people if one.importance > EXACT}
    assert found == pytest.approx(expected["birnbaum"], abs=EXACT)


def test_best_new_contacts(case: tuple[RiskMap, dict[str, Any]]) -> None:
    risk, expected = case
    largest = sorted(risk.next_contacts, key=lambda one: -one.gain)[:3]
    gains = [gain for gain, _, _ in expected["best_new_contacts"]]
    assert [one.gain for one in largest] == pytest.approx(gains, abs=EXACT)
    listed = {(one.ours, one.theirs): one.gain for one in risk.next_contacts}
    for gain, ours, theirs in expected["best_new_contacts"]:
        assert listed[ours, theirs] == pytest.approx(gain, abs=EXACT)
    assert len(risk.next_contacts) >= min(10, expected["possible"])
