"""How an account stood after each of its commits: real git, and the same answer as asking for each commit alone."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kamplans import api
from kamplans.course import known
from kamplans.errors import NoGit, NoSuchAccount
from kamplans.model.course import Course, Moment, Standing
from kamplans.model.finding import Severity
from kamplans.model.risk import Grade
from kamplans.model.workspace import Workspace

TEAM = "people:\n  - {id: ada, name: Ada Berg}\n  - {id: ove, name: Ove Lie}\n"
ACCOUNT = "name: Acme\ntier: key\nstatus: active\nteam:\n  - {person: ada, role: kam}\n"
PEOPLE = """people:
  - id: bo
    name: Bo Lund
    roles: [decision_maker]
    influence: 5
    sentiment: supporter
relationships:
  - {ours: ada, theirs: bo, level: problem_solver, last_contact: 2026-01-01}
"""
SECOND = "  - {ours: ove, theirs: bo, level: problem_solver, last_contact: 2026-01-01}\n"
GOALS = "goals:\n  - {id: grow, title: Grow, owner: ada, status: on_track}\n  - {id: hold, title: Hold}\n"
START = {
    "plans/portfolio.yaml": "format: 1\nname: Small\ncurrency: EUR\nas_of: 2026-10-31\n",
    "plans/team.yaml": TEAM,
    "plans/acme/account.yaml": ACCOUNT,
    "plans/acme/stakeholders.yaml": PEOPLE + SECOND,
    "plans/acme/goals.yaml": GOALS,
}


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("KAMPLANS_CACHE_DIR", str(folder))
    return folder


@pytest.fixture
def plans(recorded):
    recorded.commit(START, "Two know him", "01-05")
    recorded.commit({"plans/acme/stakeholders.yaml": PEOPLE}, "One is left", "02-03")
    recorded.commit({"plans/acme/goals.yaml": GOALS.replace("on_track", "off_track")}, "It slips", "03-04")
    return recorded


def opened(recorded, **how) -> Workspace:
    return api.open_portfolio(recorded.top / "plans", with_state=False, **how)


def course(recorded, account="acme", **how) -> Course:
    return api.over_time(opened(recorded, **how), account)


def keys_of(name: str) -> list[str]:
    """The keys that are kept."""
    with closing(sqlite3.connect(Path(os.environ["KAMPLANS_CACHE_DIR"]) / name)) as database:
        return [row[0] for row in database.execute("SELECT key FROM standing")]


def said(moment: Moment) -> str:
    """A moment as `day grade goals | summary`."""
    now = moment.standing
    goals = ", ".join(f"{number} {status}" for status, number in sorted(now.goals.items())) if now else ""
    what = moment.commit.summary if moment.commit else "today"
    return f"{moment.date:%m-%d} {now.grade.value if now else 'nobody knows'}: {goals} | {what}"


def asked_alone(recorded, commit: str) -> Standing:
    """What the verbs of today say of one commit."""
    then = opened(recorded, at=commit)
    risk = api.assess(then, "acme", advice=False)
    found = [one.severity for one in api.check(then) if one.account == "acme"]
    goals = [goal.status.value if goal.status else "unknown" for goal in api.account(then, "acme").goals.goals]
    worst = risk.largest_loss
    return Standing(
        risk.grade,
        risk.expected_access,
        None if risk.expected_access is None else worst.loss if worst else 0.0,
        risk.single_points,
        {status: goals.count(status) for status in goals},
        *(found.count(severity) for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO)),
    )


def test_an_account_is_judged_on_the_day_of_each_commit_and_today(plans) -> None:
    assert [said(moment) for moment in course(plans).moments] == [
        "01-05 low: 1 on_track, 1 unknown | Two know him",
        "02-03 critical: 1 on_track, 1 unknown | One is left",
        "03-04 critical: 1 off_track, 1 unknown | It slips",
        "10-31 critical: 1 off_track, 1 unknown | today",
    ]
    assert course(plans).moments[1].standing.hangs_on == "ada"


def test_every_moment_says_what_the_verbs_say_at_its_commit(plans) -> None:
    plans.commit({"plans/acme/goals.yaml": "goals: nonsense\n", "plans/acme/stray.yaml": "a: 1\n"}, "Broken", "03-05")
    plans.commit({"plans/other/account.yaml": "name: Other\ntier: key\nstatus: prospect\n"}, "Another", "03-06")
    plans.commit({"plans/acme/account.yaml": ACCOUNT + "parent: other\n"}, "Part of another", "03-07")
    plans.commit({"plans/acme/account.yaml": ACCOUNT + "parent: othr\n"}, "Part of none", "03-08")
    told = course(plans).moments[:-1]
    assert [moment.commit.summary for moment in told][-3:] == ["Broken", "Part of another", "Part of none"]
    for moment in told:
        assert moment.standing == asked_alone(plans, moment.commit.id), moment.commit.summary
    assert told[-1].standing.errors == told[-2].standing.errors + 1, "the rules know which accounts there were"


def test_team_and_portfolio_count_as_they_were_at_the_commit(plans) -> None:
    plans.commit({"plans/team.yaml": TEAM.replace("Ada Berg}", "Ada Berg, status: left}")}, "Ada left", "04-01")
    plans.commit({"plans/acme/goals.yaml": GOALS}, "Back on track", "04-02")
    grades = [moment.grade for moment in course(plans).moments]
    assert grades[1:3] == [Grade.CRITICAL] * 2
    assert course(plans).moments[3].standing == asked_alone(plans, "HEAD")
    assert len(grades) == 5, "a commit that touched team.yaml alone is none of the account's"


def test_what_is_not_committed_is_today(plans) -> None:
    plans.write({"plans/acme/stakeholders.yaml": PEOPLE + SECOND})
    assert said(course(plans).moments[-1]).startswith("10-31 ")
    assert len(course(plans).moments[-1].standing.single_points) < len(course(plans).moments[-2].standing.single_points)


def test_at_a_revision_the_course_ends_there(plans) -> None:
    assert [said(moment)[:14] for moment in course(plans, at="HEAD~1").moments] == [
        "01-05 low: 1 o",
        "02-03 critical",
        "02-03 critical",
    ]


def test_an_account_is_followed_over_the_names_its_folder_had(plans) -> None:
    plans.git("mv", "plans/acme", "plans/apex")
    plans.commit({"plans/apex/account.yaml": ACCOUNT + "formerly: [acme]\n"}, "A new name", "05-01")
    plans.commit({"plans/acme/account.yaml": ACCOUNT}, "Somebody else of that name", "05-02")
    told = [moment.commit.summary for moment in course(plans, "apex").moments[:-1]]
    assert told == ["Two know him", "One is left", "It slips", "A new name"]
    assert all(moment.standing for moment in course(plans, "apex").moments)


def test_a_new_name_that_nobody_wrote_down_is_followed_too(plans) -> None:
    plans.git("mv", "plans/acme", "plans/apex")
    plans.commit({}, "A new name", "05-01")
    told = course(plans, "apex").moments
    assert [moment.commit.summary for moment in told[:-1]] == ["Two know him", "One is left", "It slips", "A new name"]
    assert told[0].standing == asked_alone(plans, "HEAD~3")


def test_plans_deep_in_a_repository_and_not_always_there(recorded) -> None:
    recorded.commit({"sales": "a file where the folder will be\n"}, "Before", "01-01")
    deep = {f"sales/north/{path}": text for path, text in START.items()}
    recorded.commit({"sales": None} | deep, "Here", "01-05")
    found = api.over_time(api.open_portfolio(recorded.top / "sales/north/plans", with_state=False), "acme")
    assert [said(moment)[:9] for moment in found.moments] == ["01-05 low", "10-31 cri"]


def test_while_an_account_was_gone_nobody_knows(plans) -> None:
    held = {path: None for path in START if "acme" in path}
    plans.commit(held, "Gone", "05-01")
    plans.commit({path: START[path] for path in held}, "Back", "05-02")
    assert [said(one) for one in course(plans).moments[3:5]] == [
        "05-01 nobody knows:  | Gone",
        "05-02 low: 1 on_track, 1 unknown | Back",
    ]


def test_a_portfolio_at_the_top_of_its_repository(recorded) -> None:
    recorded.commit({path.removeprefix("plans/"): text for path, text in START.items()}, "All", "01-05")
    found = api.over_time(api.open_portfolio(recorded.top, with_state=False), "acme")
    assert found.moments[0].grade is Grade.LOW


def test_a_link_and_a_file_too_large_are_findings_then_as_now(plans) -> None:
    (plans.top / "plans/acme/value.yaml").symlink_to("/etc/passwd")
    plans.commit({"plans/acme/risks.yaml": "risks: []\n#" + "x" * (1 << 20)}, "Odd files", "04-01")
    assert course(plans).moments[3].standing == asked_alone(plans, "HEAD")
    assert course(plans).moments[3].standing.errors >= 2


def test_a_shallow_clone_says_where_it_ends(plans, tmp_path: Path) -> None:
    plans.git("clone", "-q", "--depth", "2", f"file://{plans.top}", str(tmp_path / "shallow"))
    found = api.over_time(api.open_portfolio(tmp_path / "shallow" / "plans", with_state=False), "acme")
    assert [said(moment)[:14] for moment in found.moments[:2]] == ["02-03 critical", "03-04 critical"]
    assert found.cut is not None
    assert "shallow" in found.cut


def test_in_a_partial_clone_nobody_knows_what_stayed_away(plans, tmp_path: Path) -> None:
    plans.git("config", "uploadpack.allowFilter", "true")
    plans.git("clone", "-q", "--filter=blob:none", f"file://{plans.top}", str(tmp_path / "partial"))
    found = api.over_time(api.open_portfolio(tmp_path / "partial" / "plans", with_state=False), "acme")
    assert [said(moment)[:14] for moment in found.moments] == [
        "01-05 nobody k",
        "02-03 nobody k",
        "03-04 critical",
        "10-31 critical",
    ]
    assert len(known.recall(keys_of(known.FILE))) == 1, "what nobody knows is not kept"


def test_each_blob_is_read_once(plans, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[tuple[str, str | None]] = []
    from kamplans.reading import load

    genuine = load.read_document
    held = opened(plans)

    def counted(kind, path, account, data, **how):
        read.append((path, how["blob"]))
        return genuine(kind, path, account, data, **how)

    monkeypatch.setattr(load, "read_document", counted)
    api.courses(held)
    assert len(read) == len(set(read)) == 2 + 1 + 2 + 2, "portfolio, team, account; two versions of people and of goals"
    read.clear()
    api.courses(held)
    assert read == [], "the second time nothing is read"


def test_all_accounts_are_one_after_the_other(plans) -> None:
    plans.commit({"plans/other/account.yaml": "name: Other\ntier: key\nstatus: prospect\n"}, "Another", "03-06")
    held = opened(plans)
    assert [one.account for one in api.courses(held)] == ["acme", "other"]
    assert api.courses(held, ["other"])[0].moments[0].grade is Grade.NOT_RATED


def test_without_history_or_account_a_sentence_says_so(plans, tmp_path: Path) -> None:
    with pytest.raises(NoSuchAccount, match="acmee"):
        course(plans, "acmee")
    plans.git("init", "-q", str(tmp_path / "none"))
    (tmp_path / "none" / "portfolio.yaml").write_text("format: 1\nname: N\ncurrency: EUR\n", "utf-8")
    (tmp_path / "none" / "acme").mkdir()
    (tmp_path / "none" / "acme" / "account.yaml").write_text(ACCOUNT, "utf-8")
    with pytest.raises(NoGit):
        api.over_time(api.open_portfolio(tmp_path / "none", with_state=False), "acme")
