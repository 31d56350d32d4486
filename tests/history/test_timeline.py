"""The history of plans, from real commits."""

import pytest

from kamplans.errors import NoGit
from kamplans.history.timeline import Timeline
from kamplans.repository.repository import discover

TEAM = "people:\n  - {id: hanna, name: Hanna Lindqvist}\n  - {id: diego, name: Diego Santos}\n"
PEOPLE = """people:
  - id: ingrid
    name: Ingrid Solheim
    roles: [champion]
    sentiment: supporter
    owner: hanna
"""
GOALS = """goals:
  - id: losses
    title: Halve losses
    owner: hanna
    customer_owner: ingrid
    due: 2027-06-30
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
    recorded.commit(START, "The first plan", "01-05")
    return recorded


def history(recorded, account=None, limit=None, **settings):
    """Each revision as `message | account: sentences`."""
    revisions = Timeline(discover(recorded.top), "plans/", account, **settings).revisions(limit)
    return [f"{one.commit.summary} | {one.account}: {'; '.join(c.sentence for c in one.changes)}" for one in revisions]


def test_an_account_tells_its_story_newest_first(plans):
    plans.commit({"plans/acme/stakeholders.yaml": PEOPLE.replace("supporter", "advocate")}, "Visit in Tromsø", "02-03")
    plans.commit({"plans/acme/goals.yaml": GOALS.replace("2027-06-30", "2027-07-30")}, "Delay", "03-04")
    plans.commit({"README.md": "Not a plan"}, "Readme", "03-05")
    plans.commit({"plans/acme/notes.md": "Not a plan"}, "Notes", "03-06")
    assert history(plans, "acme") == [
        "Delay | acme: Halve losses slips 30 days to 30 July 2027",
        "Visit in Tromsø | acme: Ingrid Solheim turned from supporter to advocate",
        "The first plan | acme: New account: Acme Foods (key, active); Goals: 1 goal; Stakeholders: 1 stakeholder",
    ]
    assert [c.summary for c in Timeline(discover(plans.top), "plans/", "acme").commits()] == [
        "Delay", "Visit in Tromsø", "The first plan",
    ]  # fmt: skip


def test_all_plans_give_a_revision_for_each_account(plans):
    plans.commit(
        {
            "plans/team.yaml": TEAM.replace("Santos}", "Santos, status: left}"),
            "plans/acme/goals.yaml": GOALS.replace("owner: hanna", "owner: diego"),
            "plans/beta/account.yaml": "name: Beta\ntier: growth\nstatus: prospect\n",
        },
        "All at once",
        "02-03",
    )
    assert history(plans, limit=1) == [
        "All at once | acme: Diego Santos now answers for Halve losses (before: Hanna Lindqvist)",
        "All at once | beta: New account: Beta (growth, prospect)",
        "All at once | None: Diego Santos has left us",
    ]
    assert [one.split(" | ")[1].split(":")[0] for one in history(plans)] == ["acme", "beta", "None", "acme", "None"]


def test_names_are_those_of_the_day(plans):
    plans.commit(
        {"plans/acme/goals.yaml": GOALS.replace("customer_owner: ingrid\n", "customer_owner: olav-berg\n")},
        "To Olav",
        "02-01",
    )
    plans.commit(
        {"plans/acme/stakeholders.yaml": "people:\n  - {id: olav-berg, name: Olav H. Berg}\n"},
        "Ingrid is gone",
        "02-02",
    )
    plans.commit({"plans/acme/goals.yaml": GOALS.replace("    customer_owner: ingrid\n", "")}, "Nobody", "02-03")
    assert history(plans, "acme")[:3] == [
        "Nobody | acme: Halve losses, customer owner: no longer given (before: Olav H. Berg)",
        "Ingrid is gone | acme: Ingrid Solheim was taken off the map; New on the map: Olav H. Berg",
        "To Olav | acme: Halve losses, customer owner: Ingrid Solheim → Olav Berg",
    ]


def test_the_changes_of_one_commit_are_those_of_the_whole_history(plans):
    plans.commit({"plans/acme/stakeholders.yaml": PEOPLE.replace("supporter", "opponent")}, "Turned", "02-01")
    plans.commit({"plans/acme/goals.yaml": GOALS.replace("losses", "waste")}, "Renamed", "02-02")
    plans.commit({"plans/acme/goals.yaml": None}, "No goals", "02-03")
    for account in ("acme", None):
        timeline = Timeline(discover(plans.top), "plans/", account)
        by_commit: dict[str, tuple] = {}
        for revision in timeline.revisions():
            by_commit[revision.commit.id] = by_commit.get(revision.commit.id, ()) + revision.changes
        assert {commit.id: timeline.changes(commit) for commit in timeline.commits()} == by_commit
        assert all(by_commit.values())


def test_a_commit_that_changed_no_value_is_listed_and_says_nothing(plans):
    plans.commit({"plans/acme/goals.yaml": "# tidied\n" + GOALS}, "Tidy", "02-01")
    assert history(plans, "acme", 1) == ["Tidy | acme: "]


def test_an_account_that_went_is_one_change_and_its_documents(plans):
    plans.git("rm", "-rq", "plans/acme")
    plans.commit({}, "Acme is sold", "02-01")
    assert history(plans, "acme", 1) == [
        "Acme is sold | acme: Account removed: Acme Foods; Goals removed: 1 goal; Stakeholders removed: 1 stakeholder"
    ]


def test_a_document_that_came_later_is_told_by_its_items(plans):
    plans.commit({"plans/acme/risks.yaml": "risks: [{id: dark, title: No access}]\n"}, "Risks", "02-01")
    assert history(plans, "acme", 1) == ["Risks | acme: New risk: No access"]


def test_a_file_that_cannot_be_read_does_not_remove_everything(plans):
    plans.commit({"plans/acme/goals.yaml": "goals: [\n"}, "Broken", "02-01")
    plans.commit({"plans/acme/goals.yaml": GOALS.replace("Halve", "Stop")}, "Mended", "02-02")
    assert history(plans, "acme", 2) == [
        "Mended | acme: Goals: it can be read again",
        "Broken | acme: Goals: nothing in it can be read any more",
    ]


def branched(plans, ours, theirs):
    plans.git("checkout", "-q", "-b", "side")
    plans.commit({"plans/acme/goals.yaml": theirs}, "Theirs", "02-01", GIT_AUTHOR_NAME="Diego Santos")
    plans.git("checkout", "-q", "main")
    plans.commit({"plans/acme/goals.yaml": ours}, "Ours", "02-02")


def merge(plans, text, day="02-03"):
    plans.git("merge", "-q", "--no-ff", "--no-commit", "-s", "ours", "side")
    plans.commit({"plans/acme/goals.yaml": text}, "Merge", day)


OURS, THEIRS = GOALS.replace("Halve", "Stop"), GOALS.replace("2027-06-30", "2027-07-30")
BOTH = OURS.replace("2027-06-30", "2027-07-30")


def test_a_merge_that_only_brings_both_sides_together_is_not_listed(plans):
    branched(plans, OURS, THEIRS)
    merge(plans, BOTH)
    assert [one.split(" | ")[0] for one in history(plans, "acme")] == ["Ours", "Theirs", "The first plan"]
    assert [one.summary for one in Timeline(discover(plans.top), "plans/", "acme").commits()] == [
        "Ours", "Theirs", "The first plan",
    ]  # fmt: skip


def test_a_merge_that_decided_something_tells_that_alone(plans):
    branched(plans, OURS, THEIRS)
    merge(plans, BOTH.replace("owner: hanna", "owner: diego"))
    assert history(plans, "acme", 1) == [
        "Merge | acme: Diego Santos now answers for Stop losses (before: Hanna Lindqvist)"
    ]


def test_a_merge_that_changed_what_came_from_the_other_side_tells_the_finest_change(plans):
    added = GOALS + "  - {id: nordics, title: Enter the Nordics}\n"
    branched(plans, OURS, added)
    merge(plans, added.replace("Halve", "Stop").replace("Enter", "Leave"))
    assert history(plans, "acme", 1) == ["Merge | acme: Enter the Nordics is now called Leave the Nordics"]


def test_a_shallow_clone_says_where_it_ends_and_invents_nothing(plans, tmp_path):
    for number in range(1, 4):
        plans.commit(
            {"plans/acme/goals.yaml": GOALS.replace("2027-06-30", f"2027-07-0{number}")},
            f"Step {number}",
            f"02-0{number}",
        )
    plans.git("clone", "-q", "--depth", "2", f"file://{plans.top}", str(tmp_path / "shallow"))
    timeline = Timeline(discover(tmp_path / "shallow"), "plans/", "acme")
    assert [(one.commit.summary, len(one.changes)) for one in timeline.revisions()] == [("Step 3", 1), ("Step 2", 0)]
    assert (
        timeline.cut()
        == "This clone is shallow: what was before 2 February 2026 is missing; `git fetch --unshallow` brings it"
    )
    assert Timeline(discover(plans.top), "plans/", "acme").cut() is None


def test_a_timeline_can_begin_in_the_past(plans):
    first = plans.git("rev-parse", "HEAD")
    plans.commit({"plans/acme/goals.yaml": OURS}, "Later", "02-01")
    assert len(history(plans, "acme", start=first)) == 1


def test_a_portfolio_at_the_top_of_its_repository(recorded):
    recorded.commit(
        {"portfolio.yaml": "name: A\n", "acme/account.yaml": "name: Acme\ntier: key\nstatus: active\n"}, "First"
    )
    recorded.commit({"acme/account.yaml": "name: Acme\ntier: strategic\nstatus: active\n"}, "Up", "02-01")
    for account in ("acme", None):
        newest = Timeline(discover(recorded.top), "", account).revisions(1)
        assert [change.sentence for change in newest[0].changes] == ["Acme moves up from key to strategic"]


def test_one_account_does_not_answer_for_another_with_a_longer_name(plans):
    plans.commit(
        {"plans/acme-nordics/account.yaml": "name: Acme Nordics\ntier: key\nstatus: active\n"}, "Beside", "02-01"
    )
    assert len(history(plans, "acme")) == 1


def test_nobody_knows_an_account_that_never_was(plans):
    assert history(plans, "nobody") == []
    assert Timeline(discover(plans.top), "plans/", "--output=canary").revisions() == ()
    assert not (plans.top / "canary").exists()


def test_before_the_first_commit(recorded):
    timeline = Timeline(discover(recorded.top), "plans/")
    for ask in (timeline.commits, timeline.revisions):
        with pytest.raises(NoGit, match="Nothing has been committed yet"):
            ask()


def test_identical_files_of_two_accounts_keep_their_places(plans):
    plans.commit({f"plans/{id}/risks.yaml": "risks: []\n" for id in ("acme", "beta")}, "Empty", "02-01")
    plans.commit(
        {f"plans/{id}/risks.yaml": "risks: [{id: dark, title: Dark}]\n" for id in ("acme", "beta")}, "Risks", "02-02"
    )
    plans.commit({f"plans/{id}/risks.yaml": "risks: []\n" for id in ("acme", "beta")}, "Empty again", "02-03")
    assert history(plans, limit=2) == [
        "Empty again | acme: Risk dropped from the register: Dark",
        "Empty again | beta: Risk dropped from the register: Dark",
        "Risks | acme: New risk: Dark",
        "Risks | beta: New risk: Dark",
    ]
    assert {c.account for one in Timeline(discover(plans.top), "plans/").revisions(1) for c in one.changes} == {
        "acme",
        "beta",
    }
