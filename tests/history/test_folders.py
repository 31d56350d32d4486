"""An account under a new folder name is the same account: its history goes on under the old name."""

import pytest

from kamplans.history.timeline import Timeline
from kamplans.repository.repository import discover

LONG = "understanding:\n" + "".join(f"  x-line-{number}: Some line of text {number}\n" for number in range(12))
ACME = "name: Acme\ntier: key\nstatus: active\n" + LONG
OTHER = "name: Zenith\ntier: growth\nstatus: prospect\nregion: Far away\nindustry: Quite another one\n"
GOALS = "goals:\n  - {id: losses, title: Halve losses, due: 2027-06-30}\n"
RENAME = "Account folder renamed from {} to {}"


@pytest.fixture
def plans(recorded):
    recorded.commit({"plans/portfolio.yaml": "name: A\n"}, "Portfolio", "01-01")
    recorded.commit({"plans/old/account.yaml": ACME, "plans/old/goals.yaml": GOALS}, "Begin", "01-02")
    recorded.commit({"plans/old/goals.yaml": GOALS.replace("06-30", "07-30")}, "Delay", "01-03")
    return recorded


def moved(plans, old, new, files=None, day="02-01"):
    plans.git("mv", f"plans/{old}", f"plans/{new}")
    return plans.commit(files or {}, f"{old} to {new}", day)


def history(plans, account=None, start=None):
    revisions = Timeline(discover(plans.top), "plans/", account, start).revisions()
    return [f"{one.commit.summary} | {one.account}: {'; '.join(c.sentence for c in one.changes)}" for one in revisions]


STORY = [
    "Delay | old: Halve losses slips 30 days to 30 July 2027",
    "Begin | old: New account: Acme (key, active); Goals: 1 goal",
]


def test_git_finds_the_account_that_is_alike(plans):
    moved(plans, "old", "new", {"plans/new/account.yaml": ACME.replace("Acme", "Apex")})
    renamed = f"old to new | new: {RENAME.format('old', 'new')}; Acme is now called Apex"
    assert history(plans, "new") == [renamed, *STORY]
    assert history(plans)[:3] == [renamed, *STORY]
    assert history(plans, "old")[1:] == STORY


def test_the_plan_itself_says_who_it_was_however_little_is_alike(plans):
    moved(plans, "old", "new", {"plans/new/account.yaml": f"{OTHER}formerly: [older, old]\n"})
    newest, *rest = history(plans, "new")
    assert newest.startswith(f"old to new | new: {RENAME.format('old', 'new')}; ")
    assert rest == STORY


def test_an_account_that_went_as_another_came_is_another(plans):
    plans.git("rm", "-rq", "plans/old")
    plans.commit({"plans/new/account.yaml": OTHER}, "Swap", "02-01")
    assert history(plans, "new") == ["Swap | new: New account: Zenith (growth, prospect)"]
    assert history(plans)[:2] == [
        "Swap | new: New account: Zenith (growth, prospect)",
        "Swap | old: Account removed: Acme; Goals removed: 1 goal",
    ]


def test_two_renames_are_followed_one_after_the_other(plans):
    moved(plans, "old", "mid")
    plans.commit({"plans/mid/goals.yaml": GOALS}, "Recovered", "02-02")
    moved(plans, "mid", "new", day="02-03")
    assert history(plans, "new") == [
        f"mid to new | new: {RENAME.format('mid', 'new')}",
        "Recovered | mid: Halve losses is pulled forward 30 days to 30 June 2027",
        f"old to mid | mid: {RENAME.format('old', 'mid')}",
        *STORY,
    ]
    assert history(plans)[:5] == history(plans, "new")


def test_a_name_that_another_account_had_before_tells_nothing_of_that_one(plans):
    plans.commit({"plans/new/account.yaml": OTHER}, "Another", "01-20")
    plans.git("rm", "-rq", "plans/new")
    plans.commit({}, "Gone", "01-21")
    moved(plans, "old", "new")
    plans.commit({"plans/old/account.yaml": OTHER}, "Old name again", "02-02")
    assert history(plans, "new") == [f"old to new | new: {RENAME.format('old', 'new')}", *STORY]
    assert history(plans)[:4] == [
        "Old name again | old: New account: Zenith (growth, prospect)",
        f"old to new | new: {RENAME.format('old', 'new')}",
        "Gone | new: Account removed: Zenith",
        "Another | new: New account: Zenith (growth, prospect)",
    ]


def test_documents_come_and_go_with_a_rename(plans):
    plans.git("rm", "-q", "plans/old/goals.yaml")
    moved(plans, "old", "new", {"plans/new/risks.yaml": "risks: [{id: dark, title: No access}]\n"})
    assert history(plans, "new")[0] == (
        f"old to new | new: {RENAME.format('old', 'new')}; New risk: No access; Goal dropped: Halve losses"
    )


def test_every_commit_told_alone_says_the_same(plans):
    moved(plans, "old", "new", {"plans/new/goals.yaml": GOALS})
    plans.commit({"plans/new/goals.yaml": GOALS.replace("Halve", "Stop")}, "Title", "02-02")
    timeline = Timeline(discover(plans.top), "plans/", "new")
    told = {one.commit.id: one.changes for one in timeline.revisions()}
    assert len(told) == 4
    assert {commit.id: timeline.changes(commit) for commit in timeline.commits()} == told


def test_a_rename_on_a_branch_is_followed_through_the_merge(plans):
    plans.git("checkout", "-q", "-b", "side")
    moved(plans, "old", "new")
    plans.git("checkout", "-q", "main")
    plans.commit({"plans/portfolio.yaml": "name: B\n"}, "Elsewhere", "02-02")
    plans.git("merge", "-q", "--no-ff", "-m", "Merge", "side")
    assert history(plans, "new") == [f"old to new | new: {RENAME.format('old', 'new')}", *STORY]


def test_a_clone_cut_at_the_rename_does_not_invent_one(plans, tmp_path):
    moved(plans, "old", "new", {"plans/new/goals.yaml": GOALS.replace("06-30", "08-30")})
    plans.git("clone", "-q", "--depth", "1", f"file://{plans.top}", str(tmp_path / "one"))
    plans.git("clone", "-q", "--depth", "2", f"file://{plans.top}", str(tmp_path / "two"))
    for name, texts in (("one", ["old to new"]), ("two", ["old to new", "Delay"])):
        timeline = Timeline(discover(tmp_path / name), "plans/", "new")
        revisions = timeline.revisions()
        assert [one.commit.summary for one in revisions] == texts
        assert revisions[-1].changes == ()
        assert "This clone is shallow" in (timeline.cut() or "")


@pytest.mark.parametrize("name", ["--output=canary", "-M", "a\x1b[2J", "ÿ b"])
def test_odd_names_are_names(plans, name):
    plans.git("mv", "plans/old", f"plans/{name}")
    plans.commit({}, "Odd", "02-01")
    assert history(plans, name) == [f"Odd | {name}: {RENAME.format('old', name)}", *STORY]
    assert not list(plans.top.rglob("canary"))
