"""Every value knows the commit that made it what it is, whatever happened to its line, its folder or its id since."""

import random
import re

import pytest

from kamplans import api
from kamplans.errors import NoSuchAccount, UsageError

TEAM = "people:\n  - {id: hanna, name: Hanna Lindqvist}\n"
PEOPLE = """people:
  - id: ingrid
    name: Ingrid Solheim
    roles: [champion]
    sentiment: supporter
    influence: 4
    email: ingrid@example.com
"""
GOALS = """goals:
  - id: losses
    title: Halve losses
    owner: hanna
    due: 2027-06-30
  - id: nordics
    title: Enter the Nordics
    due: 2028-06-30
"""
START = {
    "plans/portfolio.yaml": "format: 1\nname: Key accounts\ncurrency: EUR\n",
    "plans/team.yaml": TEAM,
    "plans/acme/account.yaml": "name: Acme Foods\ntier: key\nstatus: active\n",
    "plans/acme/stakeholders.yaml": PEOPLE,
    "plans/acme/goals.yaml": GOALS,
}


@pytest.fixture
def plans(recorded):
    recorded.commit(START, "Begin", "01-05")
    return recorded


def blamed(recorded, path="", account="acme", at=None):
    """Each value as `path: message < before`; the origin in capitals where there is no commit."""
    values = api.blame(api.open_portfolio(recorded.top / "plans", at=at), account, path)
    return {
        one.path: f"{one.commit.summary if one.commit else one.origin.upper()}"
        + (f" < {one.before}" if one.before is not None else "")
        for one in values
    }


def test_a_value_keeps_its_commit_though_its_line_moved(plans):
    first, second = GOALS.split("  - id: nordics")
    plans.commit(
        {"plans/acme/goals.yaml": f"# turned round\ngoals:\n  - id: nordics{second}{first.removeprefix('goals:')[1:]}"},
        "Turn",
        "02-01",
        GIT_AUTHOR_NAME="Diego Santos",
    )
    assert set(blamed(plans, "goals").values()) == {"Begin"}


def test_each_value_has_its_own_commit_and_what_it_was_before(plans):
    plans.commit({"plans/acme/goals.yaml": GOALS.replace("2027-06-30", "2027-07-30")}, "Delay", "02-01")
    plans.commit({"plans/acme/goals.yaml": GOALS.replace("2027-06-30", "2027-08-30")}, "Again", "02-02")
    later = PEOPLE.replace("supporter", "advocate").replace("[champion]", "[champion, user_buyer]")
    plans.commit({"plans/acme/stakeholders.yaml": later}, "Visit", "02-03")
    assert blamed(plans) == {
        "name": "Begin",
        "tier": "Begin",
        "status": "Begin",
        "goals[losses].id": "Begin",
        "goals[losses].title": "Begin",
        "goals[losses].owner": "Begin",
        "goals[losses].due": "Again < 2027-07-30",
        "goals[nordics].id": "Begin",
        "goals[nordics].title": "Begin",
        "goals[nordics].due": "Begin",
        "people[ingrid].id": "Begin",
        "people[ingrid].name": "Begin",
        "people[ingrid].roles": "Visit < ['champion']",
        "people[ingrid].sentiment": "Visit < supporter",
        "people[ingrid].influence": "Begin",
        "people[ingrid].email": "Begin",
    }
    assert blamed(plans, "goals[losses].due", at="HEAD~2") == {"goals[losses].due": "Delay < 2027-06-30"}


def test_a_value_that_came_back_is_of_the_commit_that_brought_it_back(plans):
    plans.commit({"plans/acme/goals.yaml": GOALS.replace("    owner: hanna\n", "")}, "Nobody", "02-01")
    plans.commit({"plans/acme/goals.yaml": GOALS}, "Hanna again", "02-02")
    assert blamed(plans, "goals[losses]") == {
        "goals[losses].id": "Begin",
        "goals[losses].title": "Begin",
        "goals[losses].owner": "Hanna again",
        "goals[losses].due": "Begin",
    }


def test_the_account_is_followed_over_a_new_folder_name(plans):
    plans.git("mv", "plans/acme", "plans/apex")
    plans.commit(
        {"plans/apex/account.yaml": "name: Apex\ntier: key\nstatus: active\nformerly: [acme]\n"}, "Apex", "02-01"
    )
    plans.commit({"plans/apex/goals.yaml": GOALS.replace("Halve", "Stop")}, "Stop", "02-02")
    found = blamed(plans, account="apex")
    assert {path: made for path, made in found.items() if made != "Begin"} == {
        "name": "Apex < Acme Foods",
        "formerly": "Apex",
        "goals[losses].title": "Stop < Halve losses",
    }


def test_an_item_is_followed_over_a_new_id(plans):
    plans.commit({"plans/acme/stakeholders.yaml": PEOPLE.replace("supporter", "sceptic")}, "Doubt", "02-01")
    plans.commit(
        {"plans/acme/stakeholders.yaml": PEOPLE.replace("supporter", "sceptic").replace("id: ingrid", "id: inga")},
        "New id",
        "02-02",
    )
    assert blamed(plans, "people[inga]") == {
        "people[inga].id": "New id < ingrid",
        "people[inga].name": "Begin",
        "people[inga].roles": "Begin",
        "people[inga].sentiment": "Doubt < supporter",
        "people[inga].influence": "Begin",
        "people[inga].email": "Begin",
    }


def test_what_is_not_committed_is_told_apart(plans):
    plans.write(
        {
            "plans/acme/goals.yaml": GOALS.replace("Halve", "Stop"),
            "plans/acme/risks.yaml": "risks: [{id: dark, title: Dark}]\n",
        }
    )
    found = blamed(plans)
    assert {path: made for path, made in found.items() if made != "Begin"} == {
        "goals[losses].title": "UNCOMMITTED < Halve losses",
        "risks[dark].id": "UNCOMMITTED",
        "risks[dark].title": "UNCOMMITTED",
    }
    assert set(blamed(plans, at="HEAD").values()) == {"Begin"}


def test_a_shallow_clone_does_not_call_its_boundary_an_origin(plans, tmp_path):
    plans.commit({"plans/acme/goals.yaml": GOALS.replace("Halve", "Stop")}, "Stop", "02-01")
    plans.commit({"plans/acme/goals.yaml": GOALS.replace("Halve", "End")}, "End", "02-02")
    plans.git("clone", "-q", "--depth", "2", f"file://{plans.top}", str(tmp_path / "shallow"))
    workspace = api.open_portfolio(tmp_path / "shallow/plans")
    found = {one.path: one for one in api.blame(workspace, "acme", "goals")}
    assert found.pop("goals[losses].title").commit.summary == "End"
    assert {(one.commit, one.before, one.origin.value) for one in found.values()} == {(None, None, "cut")}
    assert "what was before 1 February 2026 is missing" in api.history_cut(workspace, "acme")
    assert api.history_cut(api.open_portfolio(plans.top / "plans"), "acme") is None


def test_breaking_and_mending_a_file_makes_nobody_an_author(plans):
    plans.commit({"plans/acme/goals.yaml": "goals: [\n"}, "Broken", "02-01")
    plans.commit({"plans/acme/goals.yaml": "goals: {{\n"}, "Worse", "02-02")
    plans.commit({"plans/acme/goals.yaml": GOALS.replace("Halve", "Stop")}, "Mended", "02-03")
    found = blamed(plans, "goals")
    assert found.pop("goals[losses].title") == "Mended < Halve losses"
    assert set(found.values()) == {"Begin"}
    plans.write({"plans/acme/goals.yaml": "goals: [\n"})
    plans.commit({}, "Broken again", "02-04")
    plans.write({"plans/acme/goals.yaml": GOALS.replace("Halve", "Stop").replace("2028", "2029")})
    found = blamed(plans, "goals")
    assert found["goals[losses].title"] == "Mended < Halve losses"
    assert found["goals[nordics].due"] == "UNCOMMITTED < 2028-06-30"


def test_a_merge_is_the_origin_only_of_what_it_decided(plans):
    plans.git("checkout", "-q", "-b", "side")
    plans.commit({"plans/acme/goals.yaml": GOALS.replace("2027-06-30", "2027-07-30")}, "Theirs", "02-01")
    plans.git("checkout", "-q", "main")
    plans.commit({"plans/acme/goals.yaml": GOALS.replace("2027-06-30", "2027-09-30")}, "Ours", "02-02")
    plans.git("merge", "-q", "--no-ff", "--no-commit", "-s", "ours", "side")
    plans.commit(
        {"plans/acme/goals.yaml": GOALS.replace("2027-06-30", "2027-07-30").replace("2028", "2029")}, "Merge", "02-03"
    )
    found = blamed(plans, "goals")
    assert found["goals[losses].due"] == "Theirs < 2027-06-30"  # the newer commit lost
    assert found["goals[nordics].due"] == "Merge < 2028-06-30"
    assert found["goals[nordics].title"] == "Begin"


def test_items_that_nothing_tells_apart_are_known_by_what_they_say(plans):
    path = "plans/acme/stakeholders.yaml"
    one, two = "lines:\n  - {strength: weak}\n", "lines:\n  - {strength: strong}\n  - {strength: weak}\n"
    plans.commit({path: PEOPLE + one}, "One", "02-01")
    plans.commit({path: PEOPLE + two}, "Two", "02-02")
    assert blamed(plans, "lines") == {"lines[#1].strength": "Two", "lines[#2].strength": "One"}


def test_a_random_history_is_told_as_a_search_through_all_versions_tells_it(plans):
    """The origin is the oldest version from which on the value stayed what it is."""
    chance = random.Random(7)
    values = {f"goals[{id}].{field}": "x" for id in "abcd" for field in ("title", "due", "owner")}
    told = []
    for number in range(25):
        for path in chance.sample(sorted(values), 3):
            values[path] = chance.choice(["x", "y", "z", ""])
        ids = chance.sample("abcd", 4)
        lines = [
            f"  - id: {id}\n"
            + "".join(f"    {field}: '{values[f'goals[{id}].{field}']}'\n" for field in ("title", "due", "owner"))
            for id in ids
        ]
        plans.commit({"plans/acme/goals.yaml": "goals:\n" + "".join(lines)}, f"Step {number}", f"02-{number + 1:02}")
        told.append(dict(values))
    expected = {}
    for path, value in values.items():
        since = len(told) - 1
        while since and told[since - 1][path] == value:
            since -= 1
        expected[path] = f"Step {since}" + (f" < {told[since - 1][path]}" if since else "")
    found = {path: made for path, made in blamed(plans, "goals").items() if not path.endswith(".id")}
    assert found == expected


def test_the_demo_knows_every_value(tmp_path):
    folder = api.demo(tmp_path / "demo")
    workspace = api.open_portfolio(folder / "plans" if (folder / "plans").is_dir() else folder)
    for account in ("estuary-retail", "dunmore-logistics"):
        values = api.blame(workspace, account)
        assert len(values) > 300
        assert all(one.commit for one in values)
        old = [one for one in values if one.commit.date.date().isoformat() < "2025-03-01"]
        assert len(old) > 50, "values older than the new folder name keep their commits"


@pytest.mark.parametrize("path", ["goals[lossess].title", "--output=canary", "\x1b[2J", "goals[", "]" * 500, "team"])
def test_a_path_to_nothing_is_one_sentence(plans, path):
    with pytest.raises(UsageError, match=re.escape(f"acme has no value “{path}”")) as stop:
        blamed(plans, path)
    assert stop.value.hint
    assert not list(plans.top.rglob("canary"))


def test_nobody_is_nobody(plans):
    with pytest.raises(NoSuchAccount):
        blamed(plans, account="--output=canary")


def test_odd_names_come_through_as_text(plans):
    odd = "goals:\n  - {id: --output=canary, title: '$(touch canary) [bold]x'}\n  - {id: 'a]b[c,d#.e\\', title: Odd}\n"
    plans.commit({"plans/acme/goals.yaml": odd}, "Odd \x1b[2J", "02-01", GIT_AUTHOR_NAME="Lena \x1b[2J Fischer")
    plans.commit({"plans/acme/goals.yaml": odd.replace("Odd", "Odder")}, "Odder", "02-02")
    found = blamed(plans, "goals")
    assert found["goals[--output=canary].title"] == "Odd \x1b[2J"
    assert list(found.values()) == ["Odd \x1b[2J"] * 3 + ["Odder < Odd"]
    assert not list(plans.top.rglob("canary"))


def test_a_partial_clone_tells_nothing_of_what_it_does_not_hold(plans, tmp_path):
    risks = "risks: [{id: dark, title: Dark}]\n"
    plans.commit({"plans/acme/risks.yaml": risks}, "Risks", "02-01")
    plans.commit({"plans/acme/risks.yaml": risks.replace("title: Dark", "title: Darker")}, "Darker", "02-02")
    plans.git("config", "uploadpack.allowFilter", "true")
    plans.git("clone", "-q", "--filter=blob:none", f"file://{plans.top}", str(tmp_path / "part"))
    workspace = api.open_portfolio(tmp_path / "part/plans")
    values = {one.path: one for one in api.blame(workspace, "acme")}
    assert {one.origin.value for path, one in values.items() if path.startswith("risks")} == {"cut"}
    assert values["name"].commit.summary == "Begin"
    told = [[change.sentence for change in one.changes] for one in api.log(workspace, "acme")]
    assert told[:2] == [["Risks: this clone does not hold what changed"]] * 2
    assert "This clone is partial" in api.history_cut(workspace, "acme")
