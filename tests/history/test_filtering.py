"""The part of a history that is asked for: by path, person, day, author and words."""

from datetime import date

import pytest

from kamplans.history.about import is_about
from kamplans.history.filtering import filtered
from kamplans.history.timeline import Timeline
from kamplans.model.change import Change, Op
from kamplans.model.log_filter import LogFilter
from kamplans.repository.repository import discover

TEAM = "people:\n  - {id: hanna, name: Hanna Lindqvist}\n  - {id: diego, name: Diego Santos}\n"
PEOPLE = """people:
  - id: ingrid
    name: Ingrid Solheim
    roles: [champion]
    sentiment: supporter
    influence: 4
    email: ingrid@example.com
  - {id: olav, name: Olav Berg, reports_to: ingrid}
relationships:
  - {ours: hanna, theirs: ingrid, level: vendor}
"""
GOALS = """goals:
  - id: losses
    title: Halve losses
    status: on_track
    owner: hanna
    due: 2027-06-30
  - {id: nordics, title: Enter the Nordics, owner: diego}
"""
START = {
    "plans/portfolio.yaml": "name: Key accounts\ncurrency: EUR\n",
    "plans/team.yaml": TEAM,
    "plans/acme/account.yaml": "name: Acme Foods\ntier: key\nstatus: active\n",
    "plans/acme/stakeholders.yaml": PEOPLE,
    "plans/acme/goals.yaml": GOALS,
}


@pytest.fixture
def plans(recorded):
    def goals(old, new, message, day, **who):
        recorded.commit({"plans/acme/goals.yaml": recorded.goals.replace(old, new)}, message, day, **who)
        recorded.goals = recorded.goals.replace(old, new)

    recorded.goals = GOALS
    recorded.commit(START, "Begin", "01-05")
    goals("on_track", "at_risk", "Doubts\n\nThe sensors are late", "02-01", GIT_AUTHOR_NAME="Diego Santos")
    goals("owner: hanna", "owner: diego", "Handed over", "02-02")
    goals("2027-06-30", "2027-07-30", "Delay", "02-03")
    recorded.commit(
        {
            "plans/acme/stakeholders.yaml": PEOPLE.replace("supporter", "advocate").replace(
                "level: vendor", "level: trusted_advisor"
            ),
            "plans/beta/account.yaml": "name: Beta\ntier: key\nstatus: prospect\nteam: [{person: diego, role: kam}]\n",
        },
        "Visit",
        "02-04",
    )
    return recorded


def told(recorded, account="acme", limit=None, **asked):
    timeline = Timeline(discover(recorded.top), "plans/", account)
    revisions = filtered(timeline, LogFilter(**asked), limit)
    return [f"{one.commit.summary}: {'; '.join(change.path for change in one.changes)}" for one in revisions]


def summaries(*words, **asked):
    return [line.partition(":")[0] for line in told(*words, **asked)]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("goals[losses].status", ["Doubts: goals[losses].status", "Begin: "]),
        (
            "goals[losses]",
            ["Delay: goals[losses].due", "Handed over: goals[losses].owner", "Doubts: goals[losses].status", "Begin: "],
        ),
        ("goals[nordics]", ["Begin: "]),
        ("goal", []),
        ("goals[loss", []),
        ("people", ["Visit: people[ingrid].sentiment", "Begin: "]),
        ("people[ingrid].employer", []),
        ("tier", ["Begin: "]),
        ("--output=canary", []),
        ("\x1b[2J", []),
    ],
)  # fmt: skip
def test_path(plans, path, expected):
    assert told(plans, path=path) == expected
    assert not list(plans.top.rglob("canary"))


def test_a_path_is_followed_over_new_ids_and_folders(plans):
    renamed = plans.goals.replace("id: losses", "id: waste")
    plans.commit({"plans/acme/goals.yaml": renamed}, "New id", "03-01")
    plans.git("mv", "plans/acme", "plans/apex")
    plans.commit({}, "New folder", "03-02")
    plans.commit({"plans/apex/goals.yaml": renamed.replace("at_risk", "off_track")}, "Worse", "03-03")
    for account in ("apex", None):
        assert told(plans, account, path="goals[waste].status") == [
            "Worse: goals[waste].status",
            "New id: goals[waste]",
            "Doubts: goals[losses].status",
            "Begin: ",
        ]


def test_person(plans):
    assert told(plans, person="ingrid") == [
        "Visit: people[ingrid].sentiment; relationships[hanna,ingrid].level",
        "Begin: ",
    ]
    assert told(plans, person="hanna") == [
        "Visit: relationships[hanna,ingrid].level", "Handed over: goals[losses].owner", "Begin: ; ",
    ]  # fmt: skip
    assert told(plans, None, person="diego") == [
        "Visit: ",
        "Handed over: goals[losses].owner",
        "Begin: ",
        "Begin: people[diego]",
    ]
    assert told(plans, person="--output=canary") == []


def test_a_person_is_followed_over_a_new_id(plans):
    later = PEOPLE.replace("supporter", "advocate").replace("level: vendor", "level: trusted_advisor")
    plans.commit({"plans/acme/stakeholders.yaml": later.replace("ingrid\n", "inga\n")}, "New id", "03-01")
    assert summaries(plans, person="inga") == ["New id", "Visit", "Begin"]


def change(document, path, op, before, after):
    item, bracket, field = path.rpartition("]")
    return Change(None, document, item + bracket or None, field.lstrip(".") or None, op, before, after, "")


@pytest.mark.parametrize(
    ("one", "yes", "no"),
    [
        (change("goals", "goals[x].owner", Op.CHANGE, "a", "b"), "ab", "cx"),
        (change("goals", "goals[x].title", Op.CHANGE, "a", "b"), "", "abx"),
        (change("goals", "goals[x]", Op.ADD, None, {"id": "x", "owner": "a", "customer_owner": "b"}), "ab", "x"),
        (change("account", "governance.forums[f].theirs", Op.CHANGE, ["a", "b"], ["b", "c"]), "ac", "bf"),
        (change("account", "team[a].role", Op.CHANGE, "b", "c"), "a", "bc"),
        (change("stakeholders", "lines[a,b,c]", Op.REMOVE, {"from": "a", "to": "b", "kind": "c"}, None), "ab", "c"),
        (change("stakeholders", "people[a].evidence[d,b,n].note", Op.ADD, None, "c"), "ab", "cdn"),
        (change("engagement", "interactions[d,call,a+b,c].summary", Op.ADD, None, "x"), "abc", "dx"),
        (change("stakeholders", "people[a]", Op.RENAME, "b", "a"), "ab", "c"),
        (change("goals", "goals[a]", Op.RENAME, "b", "a"), "", "ab"),
        (change("team", "people[a].reports_to", Op.ADD, None, "b"), "ab", "c"),
    ],
)
def test_what_is_about_whom(one, yes, no):
    assert "".join(person for person in "abcdfnx" if is_about(one, {person})) == yes
    assert not any(is_about(one, {person}) for person in no)


def test_days_author_and_words(plans):
    every = ["Visit", "Delay", "Handed over", "Doubts", "Begin"]
    assert summaries(plans) == every
    assert summaries(plans, since=date(2026, 2, 2), until=date(2026, 2, 3)) == ["Delay", "Handed over"]
    assert summaries(plans, until=date(2026, 1, 5)) == ["Begin"]
    assert summaries(plans, since=date(2027, 1, 1)) == []
    assert summaries(plans, author="DIEGO") == ["Doubts"]
    assert summaries(plans, author="lena@example") == every
    assert summaries(plans, author="d.*o") == []
    assert summaries(plans, grep="SENSORS are") == ["Doubts"]
    assert summaries(plans, grep="slips 30 days") == ["Delay"]
    assert summaries(plans, grep="--output=canary") == []
    assert summaries(plans, grep="e", author="lena fischer", path="goals[losses]", since=date(2026, 1, 6)) == [
        "Delay", "Handed over",
    ]  # fmt: skip


def test_at_most_so_many_commits_that_fit(plans):
    assert summaries(plans, "acme", 2, path="goals") == ["Delay", "Handed over"]
    assert summaries(plans, None, 1) == ["Visit", "Visit"]
    assert summaries(plans, None, 3, until=date(2026, 2, 3)) == ["Delay", "Handed over", "Doubts"]


def test_a_hostile_author_is_found_as_text(plans):
    plans.goals = plans.goals.replace("at_risk", "off_track")
    plans.commit({"plans/acme/goals.yaml": plans.goals}, "Odd", "03-01", GIT_AUTHOR_NAME="Lena \x1b[2J --output=canary")
    assert summaries(plans, author="\x1b[2J --OUTPUT=canary") == ["Odd"]
    assert not list(plans.top.rglob("canary"))
