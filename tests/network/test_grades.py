"""Each rule of the grades on its threshold, and what it says of itself."""

from datetime import date
from typing import Any

import pytest

from kamplans.model.access import Grades
from kamplans.model.risk import Grade
from kamplans.network.grades import Standing, grade_of

TEAM = """\
people:
  - {id: nora, name: Nora Berg, leave_probability: 0}
  - {id: olaf, name: Olaf Lund, leave_probability: 0}
  - {id: paul, name: Paul Ek, leave_probability: 0}
"""


def deciders(**influence: int) -> str:
    rows = (f"  - {{id: {id}, name: {id.title()}, roles: [approver], influence: {n}}}\n" for id, n in influence.items())
    return "people:\n" + "".join(rows)


def met(*pairs: str, works: float = 1) -> str:
    """Return relationships from words like `nora-ana`."""
    rows = (f"  - {{ours: {pair.split('-')[0]}, theirs: {pair.split('-')[1]}, works: {works}}}\n" for pair in pairs)
    return "relationships:\n" + "".join(rows)


TWO = ("nora-ana", "olaf-ana", "nora-bo", "olaf-bo", "nora-cy", "olaf-cy")


@pytest.mark.parametrize(
    ("influence", "contacts", "grade"),
    [
        # one departure cuts off a share of the power
        ({"ana": 4, "bo": 4, "cy": 1}, ["nora-ana", "olaf-bo", "nora-cy", "olaf-cy"], "high"),
        ({"ana": 4, "bo": 4}, ["nora-ana", "olaf-bo"], "critical"),  # exactly half
        ({"ana": 5, "bo": 4}, ["olaf-ana", "nora-bo", "olaf-bo"], "critical"),
        ({"ana": 2, "bo": 3, "cy": 3}, ["nora-ana", *TWO[2:]], "high"),  # exactly a quarter
        ({"ana": 1, "bo": 5, "cy": 5}, ["nora-ana", *TWO[2:]], "moderate"),  # less than a quarter
        # a share of the power is out of reach
        ({"ana": 4, "bo": 4}, ["nora-bo", "olaf-bo"], "critical"),
        ({"ana": 2, "bo": 3, "cy": 3}, TWO[2:], "high"),
        ({"ana": 1, "bo": 5, "cy": 5}, TWO[2:], "low"),  # nobody's leaving cuts anybody off, and access is 10/11
        # nothing hangs on anybody
        ({"ana": 3, "bo": 3, "cy": 3}, TWO, "low"),
    ],
)
def test_losses_and_gaps(plans: Any, influence: dict[str, int], contacts: list[str], grade: str) -> None:
    assert plans.map(deciders(**influence) + met(*contacts), team=TEAM).grade == grade


@pytest.mark.parametrize(("works", "grade"), [(0.5, "moderate"), (0.552, "moderate"), (0.554, "low"), (0.9, "low")])
def test_thin_access(plans: Any, works: float, grade: str) -> None:
    """Two separate ways of chance w reach with 1 − (1 − w)²: 80 % from w = 0.5528."""
    risk = plans.map(deciders(ana=3) + met("nora-ana", "olaf-ana", works=works), team=TEAM)
    assert risk.grade == grade


@pytest.mark.parametrize(
    ("days_ago", "grade", "said"),
    [
        (236, "low", ""),  # fresh 0.97 lives 90 + 177 days: 31 days from now
        (237, "moderate", "every way to Ana goes through Nora Berg from 30 November 2026 on"),
        (260, "moderate", "from 7 November 2026 on"),
    ],
)
def test_time_alone_within_thirty_days(plans: Any, days_ago: int, grade: str, said: str) -> None:
    last = date.fromordinal(date(2026, 10, 31).toordinal() - days_ago)
    book = (
        deciders(ana=3)
        + met("nora-ana")
        + f"  - {{ours: olaf, theirs: ana, level: trusted_advisor, last_contact: {last}}}\n"
    )
    risk = plans.map(book, team=TEAM)
    assert risk.grade == grade
    assert said in risk.because


def test_time_alone_may_close_the_last_way(plans: Any) -> None:
    fading = "level: trusted_advisor, last_contact: 2026-02-20"
    book = (
        deciders(ana=3)
        + f"relationships:\n  - {{ours: olaf, theirs: ana, {fading}}}\n  - {{ours: nora, theirs: ana, {fading}}}\n"
    )
    access = "access:\n  grades: {thin_access: 0}\n"
    risk = plans.map(book, team=TEAM, access=access)
    assert (risk.grade, risk.because) == (
        Grade.MODERATE,
        "If nobody calls, no way leads to Ana from 14 November 2026 on.",
    )


@pytest.mark.parametrize(
    ("account", "book", "because"),
    [
        (
            "status: prospect",
            deciders(ana=3) + met("nora-ana"),
            "Only active accounts are rated; this one is a prospect.",
        ),
        ("status: lost", deciders(ana=3) + met("nora-ana"), "Only active accounts are rated; this one is lost."),
        ("status: exited", deciders(ana=3) + met("nora-ana"), "Only active accounts are rated; this one is exited."),
        ("status: active", "people: [{id: ana, name: Ana}]\n" + met("nora-ana"), "Nobody who decides is on record"),
        ("status: active", deciders(ana=3), "No relationship has a date or a stated chance"),
        (
            "status: active",
            deciders(ana=3) + "relationships:\n  - {ours: nora, theirs: ana, level: trusted_advisor}\n",
            "No relationship has a date or a stated chance",
        ),
    ],
)
def test_not_rated_and_why(plans: Any, account: str, book: str, because: str) -> None:
    risk = plans.map(book, team=TEAM, account=f"name: A\ntier: key\n{account}\nteam: []\n")
    assert risk.grade is Grade.NOT_RATED
    assert risk.because.startswith(because)
    assert risk.expected_access is None
    assert risk.sentences[0] == risk.because


def test_a_map_is_drawn_for_an_account_without_grade(plans: Any) -> None:
    risk = plans.map(deciders(ana=3) + met("nora-ana"), account="name: A\ntier: key\nstatus: prospect\nteam: []\n")
    assert [(one.access, one.ways_in) for one in risk.decision_makers] == [(0.8, 1)]
    assert [one.grade for one in risk.next_contacts] == [None] * len(risk.next_contacts)


@pytest.mark.parametrize(
    ("book", "because"),
    [
        (
            deciders(ana=4, bo=4, cy=1) + met("nora-ana", "olaf-bo", "nora-cy", "olaf-cy"),
            "A single departure cuts off 44 % of the decision power: Nora Berg or Olaf Lund on our side.",
        ),
        (
            "people:\n  - {id: ana, name: Ana, roles: [approver], influence: 5}\n"
            "  - {id: rep, name: Rep, reports_to: ana}\n" + met("nora-rep", "olaf-rep"),
            "A single departure cuts off 100 % of the decision power: Rep on their side.",
        ),
        (
            deciders(ana=5, bo=5) + met("nora-bo"),
            "A single departure cuts off 50 % of the decision power: Nora Berg on our side."
            " There is no way to 50 % of the decision power: Ana.",
        ),
        (
            deciders(ana=1, bo=5, cy=5) + met(*TWO[2:]),
            "Whoever leaves alone cuts nobody off, but there is no way to 9 % of the decision power: Ana.",
        ),
        (deciders(ana=1) + met("nora-ana", "olaf-ana"), "Whoever leaves alone cuts nobody off."),
        (
            deciders(ana=1) + met("nora-ana", "olaf-ana", works=0.5),
            "Whoever leaves alone cuts nobody off, but the expected access of 75 % is below 80 %.",
        ),
    ],
)
def test_the_rule_that_fired_is_told(plans: Any, book: str, because: str) -> None:
    assert plans.map(book, team=TEAM).because == because


def test_thresholds_are_settings(plans: Any) -> None:
    book = deciders(ana=3, bo=7 - 4) + met("nora-ana", "olaf-bo")
    for grades, grade in (
        ("critical: 0.51", "high"),
        ("critical: 0.9, high: 0.6", "moderate"),
        ("high: 0.1", "critical"),
    ):
        assert plans.map(book, team=TEAM, access=f"access:\n  grades: {{{grades}}}\n").grade == grade


@pytest.mark.parametrize(("part", "of", "threshold"), [(3, 10, 0.3), (1, 10, 0.1), (7, 10, 0.7), (1, 4, 0.25)])
def test_a_share_on_the_threshold_counts(part: int, of: int, threshold: float) -> None:
    standing = Standing({0: part}, 0, of, 1.0, ())
    assert grade_of(standing, Grades(critical=threshold, high=threshold)) is Grade.CRITICAL
