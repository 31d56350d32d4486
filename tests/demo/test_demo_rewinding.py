"""One file, one commit back: values restored, items taken out and put in, not a character of the rest touched."""

from datetime import date

import pytest

from kamplans.demo.chronicle import Unfaithful, chronicle
from kamplans.demo.contacts import last_met
from kamplans.demo.facts import not_yet
from kamplans.demo.notation import notation
from kamplans.demo.rewind import rewound
from kamplans.demo.step import ABSENT, Contacts, Step, Story
from kamplans.demo.surgery import Cuts, operated
from kamplans.model.document import Document
from kamplans.reading.document import read_document

GOALS = """\
# a comment that stays
goals:
  - id: cut-losses
    title: Halve the losses  # in Rotterdam
    due: 2027-03-31
    status: at_risk
    insights: [losses, retailers]
  - {id: grow, title: Grow, status: on_track}
insights:
  - id: losses
    text: Losses must halve
    date: 2026-03-02
    leads_to: [retailers]
  - id: retailers
    text: Retailers refuse warm trucks
    date: 2026-05-06
"""

ENGAGEMENT = """\
reviews:
  - id: qbr-1
    planned: 2026-06-18
    held: 2026-06-18
    ratings: {delivery: 8}
    decisions:
      - id: alerts
        text: Fewer alerts
  - {id: qbr-2, planned: 2026-12-10}
interactions:
  - {date: 2026-06-11, kind: call}
actions:
  - id: group-alerts
    title: Group the alerts
    due: 2026-09-15
    status: done
    done_on: 2026-09-24
    review: qbr-1
"""

MAP = """\
relationships:
  - ours: ada
    theirs: bo
    level: vendor
  - ours: ada
    theirs: cy
    last_contact: 2026-09-30
"""


def document(kind: str, text: str) -> Document:
    read, findings = read_document(kind, f"acme/{kind}.yaml", "acme", text.encode())
    assert findings == []
    return read


@pytest.mark.parametrize(
    ("was", "now", "before"),
    [
        ({"goals[cut-losses].status": "on_track"}, "    status: at_risk\n", "    status: on_track\n"),
        ({"goals[grow].status": "not_started"}, "status: on_track}", "status: not_started}"),
        ({"goals[cut-losses].title": "Losses: halve"}, "Halve the losses  #", '"Losses: halve"  #'),
        ({"goals[cut-losses].insights": ["losses"]}, "[losses, retailers]\n  - {", "[losses]\n  - {"),
        ({"goals[cut-losses].due": ABSENT}, "    due: 2027-03-31\n", ""),
        ({"goals[grow]": ABSENT}, "  - {id: grow, title: Grow, status: on_track}\n", ""),
        ({"goals[cut-losses].metric": "Loss rate"}, "retailers]\n  - {", "retailers]\n    metric: Loss rate\n  - {"),
    ],
)
def test_a_value_is_what_it_was(was: dict[str, object], now: str, before: str) -> None:
    read = document("goals", GOALS)
    assert GOALS.count(now) == 1
    assert operated(read, rewound(read, was, {})) == GOALS.replace(now, before)


def test_what_was_dropped_stands_in_its_place_again() -> None:
    read = document("goals", GOALS)
    item = {"id": "dock", "title": "A dock door", "insights": ["losses"], "status": "achieved"}
    text = operated(read, rewound(read, {}, {"goals": [item]}))
    block = "  - id: dock\n    title: A dock door\n    insights: [losses]\n    status: achieved\n"
    assert text == GOALS.replace("  - {id: grow", block + "  - {id: grow")


def test_a_list_whose_last_item_goes_goes_with_it() -> None:
    read = document("goals", GOALS)
    text = operated(read, rewound(read, {"insights[losses]": ABSENT, "insights[retailers]": ABSENT}, {}))
    assert text == GOALS[: GOALS.index("insights:\n")]


@pytest.mark.parametrize(
    ("was", "dropped", "reason"),
    [
        ({"goals[cut-loses].status": "on_track"}, {}, "has no goals[cut-loses].status"),
        ({"goals[cut-losses].metric": ABSENT}, {}, "has no goals[cut-losses].metric"),
        ({}, {"goals": [{"id": "grow", "title": "Grow"}]}, "or it has no name"),
        ({}, {"goals": [{"title": "Grow"}]}, "or it has no name"),
        ({"goals[grow].status": ABSENT}, {}, "stands in braces"),
        ({"goals[grow].metric": "Share"}, {}, "stands in braces"),
    ],
)
def test_what_does_not_fit_is_refused(
    was: dict[str, object], dropped: dict[str, list[dict[str, str]]], reason: str
) -> None:
    read = document("goals", GOALS)
    with pytest.raises(ValueError, match=reason.replace("[", r"\[")):
        operated(read, rewound(read, was, dropped))


@pytest.mark.parametrize(
    ("day", "had", "rests_on", "leads_to"),
    [
        (date(2026, 5, 6), ["losses", "retailers"], ["losses", "retailers"], ["retailers"]),
        (date(2026, 5, 5), ["losses"], ["losses"], None),
        (date(2026, 3, 1), None, None, None),
    ],
)
def test_an_insight_comes_on_its_day_and_nothing_names_it_before(
    day: date, had: list[str] | None, rests_on: list[str] | None, leads_to: list[str] | None
) -> None:
    read = document("goals", GOALS)
    data = document("goals", operated(read, not_yet(read, day))).data
    insights = data.get("insights")
    assert (insights and [one["id"] for one in insights]) == had
    assert data["goals"][0].get("insights") == rests_on
    assert (insights and insights[0].get("leads_to")) == leads_to


@pytest.mark.parametrize(
    ("day", "there", "gone"),
    [
        (date(2026, 9, 24), ["done_on", "status: done", "held", "2026-06-11"], ["qbr-2"]),
        (date(2026, 9, 23), ["status: in_progress", "held"], ["done_on"]),
        (date(2026, 6, 17), ["planned: 2026-06-18", "2026-06-11"], ["held", "ratings", "Fewer alerts", "group-alerts"]),
        (date(2026, 4, 18), [], ["qbr-1", "interactions", "group-alerts"]),
        (date(2026, 12, 1), ["qbr-2"], []),
    ],
)
def test_reviews_talks_and_actions_come_in_their_time(day: date, there: list[str], gone: list[str]) -> None:
    read = document("engagement", ENGAGEMENT)
    text = operated(read, not_yet(read, day))
    assert [word for word in there if word not in text] == []
    assert [word for word in gone if word in text] == []


@pytest.mark.parametrize(
    ("day", "bo", "cy"),
    [
        (date(2026, 1, 1), None, None),
        (date(2026, 3, 5), "2026-03-05", "2026-02-02"),
        (date(2026, 8, 1), "2026-06-01", "2026-02-02"),
        (date(2026, 9, 1), None, "2026-02-02"),
        (date(2026, 9, 30), None, "2026-09-30"),
    ],
)
def test_two_people_met_when_they_had_met_by_then(day: date, bo: str | None, cy: str | None) -> None:
    contacts: Contacts = {"ada,bo": ["2026-03-05", "2026-06-01", "until 2026-09-01"], "ada,cy": ["2026-02-02"]}
    read, cuts = document("stakeholders", MAP), Cuts()
    last_met(read, day, contacts, cuts)
    found = document("stakeholders", operated(read, cuts)).data["relationships"]
    assert [pair.get("last_contact") for pair in found] == [bo, cy]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Loss rate", "Loss rate"),
        ("2026-03-02", "2026-03-02"),
        ("no", "no"),
        ("010", '"010"'),
        ("true", '"true"'),
        ("a: b", '"a: b"'),
        ("#1", '"#1"'),
        (True, "true"),
        (0.35, "0.35"),
        (["economic_buyer", "cfo-1"], "[economic_buyer, cfo-1]"),
        ({"delivery": 8}, "{delivery: 8}"),
    ],
)
def test_a_value_is_written_as_plans_write_it(value: object, text: str) -> None:
    assert notation(value) == text


def told(*steps: Step) -> Story:
    return Story(steps, {"ada": "Ada Berg <ada@example.com>"}, {})


@pytest.mark.parametrize(
    ("steps", "reason"),
    [
        ([], r"No commit brings acme/goals\.yaml"),
        ([{"acme/risks.yaml": {}}], r"The plans have no acme/risks\.yaml"),
        ([{"acme/goals.yaml": {}}, {"acme/goals.yaml": {}}], r"'2' changes nothing in it"),
        ([{"acme/goals.yaml": {"goals[grow].status": "missed"}}], "nothing stood there before the first commit"),
        ([{"acme/goals.yaml": {}}, {"acme/goals.yaml": {"goals[grow].due": ABSENT}}], r"has no goals\[grow\]\.due"),
    ],
)
def test_a_story_that_does_not_fit_the_plans_says_where(steps: list[dict[str, dict[str, str]]], reason: str) -> None:
    told_steps = [Step(f"2026-06-0{day} 12:00 +0200", "ada", str(day), was) for day, was in enumerate(steps, 1)]
    with pytest.raises(Unfaithful, match=reason):
        chronicle({"acme/goals.yaml": GOALS}, told(*told_steps))
