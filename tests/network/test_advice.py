"""Whom to meet next: who is asked, what it gains, and in which order it is said."""

from itertools import pairwise
from typing import Any

import pytest

from kamplans.model.risk import Grade

TEAM = """\
people:
  - {id: nora, name: Nora Berg}
  - {id: olaf, name: Olaf Lund}
  - {id: paul, name: Paul Ek, status: left}
"""
BOOK = """\
people:
  - {id: boss, name: Ida Boss, roles: [approver], influence: 5}
  - {id: rep, name: Rita Rep, reports_to: boss}
  - {id: foe, name: Finn Foe, sentiment: opponent, reports_to: boss}
  - {id: judge, name: Jan Judge, sentiment: opponent, roles: [approver], influence: 1}
  - {id: gone, name: Gil Gone, status: moved, roles: [approver], influence: 1}
relationships:
  - {ours: nora, theirs: rep, level: trusted_advisor, last_contact: 2026-10-01}
  - {ours: olaf, theirs: rep, level: problem_solver, last_contact: 2025-10-01}
  - {ours: olaf, theirs: judge, level: trusted_advisor, quality: bad, last_contact: 2026-10-01}
  - {ours: nora, theirs: judge, level: problem_solver}
"""


@pytest.fixture
def advised(plans: Any) -> dict[tuple[str, str], Any]:
    return {(one.ours, one.theirs): one for one in plans.map(BOOK, team=TEAM).next_contacts}


def test_who_is_thought_of(advised: dict[tuple[str, str], Any]) -> None:
    """Not the live contact, not Paul who left, not Gil who moved, not Finn who only blocks, not where it is spoilt."""
    assert set(advised) == {("nora", "boss"), ("olaf", "boss"), ("olaf", "rep"), ("nora", "judge")}


@pytest.mark.parametrize(
    ("pair", "kind", "effort"),
    [
        (("olaf", "rep"), "refresh", 0.5),  # stale
        (("nora", "judge"), "refresh", 0.5),  # known, but nobody knows since when
        (("nora", "boss"), "new", 1.0),  # Rita could introduce us
    ],
)
def test_kind_and_effort(advised: dict[tuple[str, str], Any], pair: tuple[str, str], kind: str, effort: float) -> None:
    assert (advised[pair].kind, advised[pair].effort) == (kind, effort)


@pytest.mark.parametrize(("person", "effort"), [("known", 1.0), ("near", 1.0), ("next", 1.0), ("third", 2.0)])
def test_two_introductions_make_it_warm(plans: Any, person: str, effort: float) -> None:
    chain = ("known", "near", "next", "third")
    people = [f"  - {{id: {one}, name: X, roles: [approver], influence: 1}}\n" for one in chain]
    lines = [f"  - {{from: {a}, to: {b}, kind: influences}}\n" for a, b in pairwise(chain)]
    book = "people:\n" + "".join(people) + "lines:\n" + "".join(lines)
    book += "relationships:\n  - {ours: nora, theirs: known, works: 1}\n"
    advised = {(one.ours, one.theirs): one for one in plans.map(book, team=TEAM).next_contacts}
    assert advised["olaf", person].effort == effort


def test_a_stranger_is_cold(plans: Any) -> None:
    book = BOOK.replace("relationships:", "  - {id: far, name: Far, roles: [approver], influence: 2}\nrelationships:")
    advised = {(one.ours, one.theirs): one for one in plans.map(book, team=TEAM).next_contacts}
    assert advised["nora", "far"].effort == 2.0


def test_gains_by_hand(advised: dict[tuple[str, str], Any]) -> None:
    """Boss has 5/7 of the power, judge 1/7; nora reaches rep with 0.97, rep stays with 0.8 and leads up with 0.6."""
    through_rep = 0.8 * 0.97 * 0.8 * 0.6
    assert advised["nora", "boss"].gain == pytest.approx(5 / 7 * (0.8 * 0.8 - 0.8 * 0.97 * 0.8 * 0.6 * 0.8))
    assert advised["olaf", "boss"].gain == pytest.approx(5 / 7 * 0.8 * 0.8 * (1 - through_rep))
    assert advised["olaf", "rep"].gain == pytest.approx(5 / 7 * 0.8 * 0.6 * 0.8 * 0.9 * (1 - 0.8 * 0.97))
    assert advised["nora", "judge"].gain == pytest.approx(
        1 / 7 * 0.8 * 0.9
    )  # to its own strength, not that of a new one


def test_the_grade_after_a_contact_is_that_of_the_map_with_it(plans: Any) -> None:
    before = plans.map(BOOK, team=TEAM)
    for one in before.next_contacts:
        if one.kind == "new":
            after = plans.map(BOOK + f"  - {{ours: {one.ours}, theirs: {one.theirs}, works: 0.8}}\n", team=TEAM)
            assert after.grade == one.grade
            assert after.expected_access == pytest.approx(before.expected_access + one.gain)


def test_contacts_that_better_the_grade_come_first(plans: Any) -> None:
    """Boss hangs on nora alone: to meet her betters the grade, though waking olaf's contact to Cy gains more."""
    book = """
        people:
          - {id: boss, name: Boss, roles: [approver], influence: 3}
          - {id: cy, name: Cy, roles: [approver], influence: 5}
          - {id: di, name: Di, roles: [approver], influence: 5}
        relationships:
          - {ours: nora, theirs: boss, works: 0.95}
          - {ours: nora, theirs: cy, works: 0.7}
          - {ours: paul, theirs: cy, works: 0.7}
          - {ours: olaf, theirs: cy, level: trusted_advisor, last_contact: 2024-01-01}
          - {ours: nora, theirs: di, works: 0.9}
          - {ours: olaf, theirs: di, works: 0.9}
        """
    team = "people:\n" + "".join(
        f"  - {{id: {one}, name: X, leave_probability: 0}}\n" for one in ("nora", "olaf", "paul")
    )
    advised = plans.map(book, team=team).next_contacts
    assert plans.map(book, team=team).grade is Grade.MODERATE
    ranks = [one.grade.rank for one in advised]
    assert ranks == sorted(ranks)
    assert (advised[0].theirs, advised[0].grade) == ("boss", Grade.LOW)
    best_value = max(advised, key=lambda one: one.gain / one.effort)
    assert (best_value.ours, best_value.theirs) == ("olaf", "cy")
    assert best_value.grade is Grade.MODERATE


def test_whoever_is_sure_to_leave_is_no_remedy(plans: Any) -> None:
    team = TEAM.replace("Olaf Lund", "Olaf Lund, leaves_on: 2026-12-31")
    advised = {(one.ours, one.theirs): one for one in plans.map(BOOK, team=team).next_contacts}
    assert advised["olaf", "boss"].gain == 0
    assert advised["olaf", "boss"].grade is plans.map(BOOK, team=team).grade


@pytest.mark.parametrize("colleagues", [0, 3, 40])
def test_ten_are_listed_with_the_largest_gain_however_many_colleagues(plans: Any, colleagues: int) -> None:
    team = TEAM + "".join(f"  - {{id: c{i:02}, name: C{i:02}}}\n" for i in range(colleagues))
    team += "  - {id: rock, name: Rock, leave_probability: 0.01}\n"
    people = "people:\n  - {id: boss, name: Boss, roles: [approver], influence: 5}\n"
    people += "".join(f"  - {{id: p{i}, name: P{i}, reports_to: boss}}\n" for i in range(12))
    risk = plans.map(people + "relationships:\n  - {ours: nora, theirs: p1, works: 0.5}\n", team=team)
    assert len(risk.next_contacts) >= 10
    best = max(risk.next_contacts, key=lambda one: one.gain)
    assert (best.ours, best.theirs) == ("rock", "boss")
    assert risk.whom_to_meet[0].theirs == "boss"
    assert len({one.theirs for one in risk.whom_to_meet}) == len(risk.whom_to_meet) >= 8


def test_of_equals_the_accounts_own_team_goes_first(plans: Any) -> None:
    team = "people: [{id: anna, name: Anna}, {id: zoe, name: Zoe}]\n"
    account = "name: A\ntier: growth\nstatus: active\nteam:\n  - {person: zoe, role: kam}\n"
    book = "people:\n  - {id: boss, name: Boss, roles: [approver], influence: 5}\n"
    risk = plans.map(book, team=team, account=account)
    assert [(one.ours, one.theirs) for one in risk.next_contacts] == [("zoe", "boss"), ("anna", "boss")]


def test_advice_can_be_left_out(plans: Any) -> None:
    portfolio = plans.portfolio(BOOK, team=TEAM)
    assert plans.assess(portfolio, advice=False).next_contacts == ()
    assert plans.assess(portfolio, advice=False).grade == plans.assess(portfolio).grade


def test_effort_and_the_strength_of_a_new_contact_are_settings(plans: Any) -> None:
    access = "access:\n  new_contact: 0.5\n  effort: {refresh: 3, warm: 4, cold: 5}\n"
    advised = {(one.ours, one.theirs): one for one in plans.map(BOOK, team=TEAM, access=access).next_contacts}
    assert [advised[pair].effort for pair in (("olaf", "rep"), ("nora", "boss"))] == [3, 4]
    assert advised["nora", "boss"].gain == pytest.approx(5 / 7 * 0.5 * (0.8 - 0.8 * 0.97 * 0.8 * 0.6))


def test_without_anybody_who_decides_there_is_nothing_to_gain(plans: Any) -> None:
    assert plans.map("people: [{id: ana, name: Ana}]\n").next_contacts == ()
