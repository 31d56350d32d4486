"""The sentences a map tells, and when each is told."""

from typing import Any

import pytest

TEAM = """\
people:
  - {id: nora, name: Nora Berg}
  - {id: olaf, name: Olaf Lund}
  - {id: paul, name: Paul Ek}
"""
HANGING = """\
people:
  - {id: boss, name: Ida Boss, roles: [approver], influence: 5}
  - {id: cfo, name: Carl Fo, roles: [economic_buyer], influence: 3, reports_to: boss}
  - {id: rep, name: Rita Rep, reports_to: cfo}
  - {id: far, name: Finn Far, roles: [decision_maker], influence: 2}
relationships:
  - {ours: nora, theirs: rep, level: trusted_advisor, last_contact: 2026-10-01}
"""


def told(plans: Any, book: str, start: str, **other: str) -> list[str]:
    """Return the sentences that begin so."""
    return [one for one in plans.map(book, team=other.pop("team", TEAM), **other).sentences if one.startswith(start)]


def test_who_leaves_with_whom(plans: Any) -> None:
    assert told(plans, HANGING, "Without") == [
        "Without Nora Berg of ours nobody leads us to 2 of 3 decision makers, who hold 80 % of the power:"
        " Ida Boss and Carl Fo.",
        "Without Rita Rep nobody leads us to 2 of 3 decision makers, who hold 80 % of the power: Ida Boss and Carl Fo.",
        "Without Carl Fo nobody leads us to 1 of 3 decision makers, who holds 50 % of the power: Ida Boss.",
    ]


def test_the_one_way_with_its_last_contact_and_chance(plans: Any) -> None:
    """0.97 · 0.8² · 0.6 for the CFO; with the second step up 0.6 · 0.8 more."""
    assert told(plans, HANGING, "The one way") == [
        "The one way to Ida Boss is Nora Berg → Rita Rep → Carl Fo; last contact 30 days ago."
        " The chance that Ida Boss is within reach in 12 months is 18 %, and 51 % at most while that is so.",
        "The one way to Carl Fo is Nora Berg → Rita Rep; last contact 30 days ago."
        " The chance that Carl Fo is within reach in 12 months is 37 %, and 64 % at most while that is so.",
    ]


def test_several_ways_through_one_person(plans: Any) -> None:
    two = HANGING + "  - {ours: olaf, theirs: rep, level: trusted_advisor, last_contact: 2026-10-01}\n"
    (boss, cfo) = told(plans, two, "Every way")
    assert boss.startswith("Every way to Ida Boss goes through Carl Fo and Rita Rep. The chance")
    assert cfo.startswith("Every way to Carl Fo goes through Rita Rep. The chance")


@pytest.mark.parametrize(
    ("person", "relationship", "sentence"),
    [
        ("", "", "Finn Far (20 % of the power) is out of our reach."),
        (
            ", status: left",
            "",
            "Finn Far (20 % of the power) is out of our reach: the person left and nobody succeeds them.",
        ),
        (
            ", status: moved",
            "",
            "Finn Far (20 % of the power) is out of our reach: the person moved on and nobody succeeds them.",
        ),
        (", status: on_leave", "", "Finn Far (20 % of the power) is out of our reach: the person is on leave."),
        (
            ", status: placeholder",
            "",
            "Finn Far (20 % of the power) is out of our reach: nobody is known to sit there.",
        ),
        (
            "",
            "level: vendor, last_contact: 2026-03-05",
            "Finn Far (20 % of the power) is out of our reach."
            " A way opens again once Paul Ek and Finn Far speak; they last did 240 days ago.",
        ),
        (
            "",
            "level: vendor, quality: bad, last_contact: 2026-10-05",
            "Finn Far (20 % of the power) is out of our reach.",
        ),
    ],
)
def test_who_is_out_of_reach_and_what_would_help(plans: Any, person: str, relationship: str, sentence: str) -> None:
    book = HANGING.replace("influence: 2", f"influence: 2{person}")
    book += f"  - {{ours: paul, theirs: far, {relationship}}}\n" if relationship else ""
    assert told(plans, book, "Finn Far (") == [sentence]


PAIR = """\
people:
  - {id: boss, name: Ida Boss, roles: [approver], influence: 5}
relationships:
  - {ours: nora, theirs: boss, works: 1}
  - {ours: olaf, theirs: boss, works: 1}
"""


def test_the_weakest_pair_where_nobody_cuts_us_off_alone(plans: Any) -> None:
    assert told(plans, PAIR, "Nobody") == [
        "Nobody cuts us off by leaving alone. The weakest pair are Nora Berg and Olaf Lund:"
        " 100 % of the power is in their hands together."
    ]
    assert told(plans, PAIR + "  - {ours: paul, theirs: boss, works: 1}\n", "Nobody") == [
        "Nobody cuts us off by leaving, nor do any two people together."
    ]
    assert told(plans, HANGING, "Nobody") == []


def test_a_known_leaver(plans: Any) -> None:
    team = TEAM.replace("Nora Berg", "Nora Berg, leaves_on: 2027-03-12")
    book = PAIR.replace("influence: 5", "influence: 5, leaves_on: 2027-10-31")
    assert [one for one in plans.map(book, team=team).sentences if " leaves on " in one] == [
        "Nora Berg leaves on 12 March 2027: no way through them counts at the horizon.",
        "Ida Boss leaves on 31 October 2027: 100 % of the power passes to somebody we may not know.",
    ]
    late = PAIR.replace("influence: 5", "influence: 5, leaves_on: 2027-11-01")
    assert [one for one in plans.map(late).sentences if " leaves on " in one] == []


def test_who_is_against_us(plans: Any) -> None:
    book = PAIR.replace("influence: 5", "influence: 5, sentiment: opponent")
    assert told(plans, book, "Ida Boss is against") == [
        "Ida Boss is against us: within reach, but we count on no introduction from there."
    ]
    unreached = HANGING.replace("influence: 2", "influence: 2, sentiment: opponent")
    assert told(plans, unreached, "Finn Far is against") == []


def test_expected_access_and_that_with_friends(plans: Any) -> None:
    book = (
        PAIR.replace("influence: 5", "influence: 5, sentiment: supporter") + "  - {ours: paul, theirs: x, works: 1}\n"
    )
    book = book.replace("relationships", "  - {id: x, name: X, roles: [approver], influence: 5}\nrelationships")
    assert told(plans, book, "If nothing") == [
        "If nothing is done, we expect to reach 88 % of the decision power in 12 months; 48 % is with people for us."
    ]


def test_how_thin_the_map_is(plans: Any) -> None:
    book = HANGING + "  - {ours: olaf, theirs: boss, level: vendor}\n"
    risk = plans.map(book)
    assert risk.without_any_line == ("cfo", "far")
    assert told(plans, book, "Of ") == [
        "Of 2 of 4 people neither a contact nor a line is on record; the risk may look worse than it is."
    ]
    assert told(plans, book, "1 relationship") == ["1 relationship has no date and opens no way until one is known."]


def test_horizon_turnover_and_date_are_always_told(plans: Any) -> None:
    for book in (HANGING, PAIR, "people: []\n"):
        assert plans.map(book).sentences[-1].startswith("As of 31 October 2026, for 12 months ahead, on ")
    assert plans.map(PAIR).sentences[-1] == (
        "As of 31 October 2026, for 12 months ahead, on 2 relationships and 0 lines on record;"
        " where the plan says nothing else, 20 % leave within a year."
    )
    access = "access: {horizon_months: 6, turnover: {ours: 0.1}}\n"
    assert plans.map(PAIR, access=access).sentences[-1].endswith("10 % of ours and 20 % of theirs leave within a year.")


def test_nobody_is_ever_said_to_be_lost(plans: Any) -> None:
    for book in (HANGING, PAIR):
        assert not any("lost" in one or "lose" in one for one in plans.map(book).sentences)


def test_names_are_told_as_they_are_written(plans: Any) -> None:
    book = PAIR.replace("Ida Boss", '"[b]Ida[/b] <Boss> %s {0}"')
    assert any(
        "[b]Ida[/b] <Boss> %s {0}" in one
        for one in plans.map(book.replace("influence: 5", "influence: 5, sentiment: opponent")).sentences
    )


def test_what_is_assumed(plans: Any) -> None:
    book = """
        people:
          - {id: boss, name: Ida Boss, roles: [approver], leaves_on: 2026-10-01}
          - {id: rep, name: Rita Rep}
        lines:
          - {from: rep, to: boss, kind: influences}
          - {from: boss, to: rep, kind: conflicts_with}
        relationships:
          - {ours: nora, theirs: rep, last_contact: 2026-10-01}
        """
    assert plans.map(book).assumptions == (
        "The influence of Ida Boss, who decides, is not stated: taken as 3 of 5.",
        "The level between Nora Berg and Rita Rep is not stated: taken as vendor.",
        "The strength of the line between Rita Rep and Ida Boss is not stated: taken as moderate.",
        "Ida Boss was to leave on 1 October 2026 but is on record as active: there today, gone at the horizon.",
    )
