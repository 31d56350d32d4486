"""b says of what the cursor is on who made it so: a goal, a person, the value a finding stands at."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kamplans import api
from kamplans.model.blame import BlamedValue, Origin
from kamplans.model.goals import Milestone
from kamplans.model.revision import Commit
from kamplans.model.workspace import Workspace
from kamtui.asking.days import BlameOf
from kamtui.asking.shelf import Shelf
from kamtui.wording.blame import blame_lines, blame_rows
from kamtui.wording.changes import title

ACCOUNT = "arctic-harvest"
SIZES = ((140, 45), (80, 24))


def commit(day: int, author: str = "Lena Fischer") -> Commit:
    return Commit(f"{day:040x}", (), author, "l@example.com", datetime(2026, 3, day, tzinfo=UTC), "Why")


def value(field: str, now: object, made: Commit | None, origin: Origin = Origin.COMMITTED) -> BlamedValue:
    return BlamedValue("goals", "goals[x]", field, now, made, None, origin)


def test_the_newest_stands_first_and_what_is_older_than_the_clone_last() -> None:
    values = [
        value("old", 1, commit(1)),
        value("cut", 2, None, Origin.CUT),
        value("new", [3, True], commit(9)),
        value("fresh", None, None, Origin.UNCOMMITTED),
    ]
    cells = [["".join(cell.text for cell in [part]) for part in row.cells] for row in blame_rows(values, "goals[x]")]
    assert cells == [
        ["fresh", "–", "–", "–", "not committed", "–"],
        ["new", "3, true", "–", "Lena", "9 Mar 2026", "0000000"],
        ["old", "1", "–", "Lena", "1 Mar 2026", "0000000"],
        ["cut", "2", "–", "–", "cut off", "–"],
    ]


def test_a_page_says_why_no_commit_is_known() -> None:
    assert "It stands in the file and in no commit yet." in str(
        list(blame_lines(value("x", 1, None, Origin.UNCOMMITTED)))
    )
    assert "this clone cuts" in str(list(blame_lines(value("x", 1, None, Origin.CUT))))


@pytest.mark.parametrize(
    ("path", "found_at"),
    [
        ("goals[fewer-claims].status", "goals[fewer-claims].status"),
        ("goals[fewer-claims].not_written", "goals[fewer-claims]"),
        ("goals[fewer-claims]", "goals[fewer-claims]"),
    ],
)
def test_a_field_that_is_not_written_is_blamed_by_its_item(workspace: Workspace, path: str, found_at: str) -> None:
    goals = {goal.id for goal in workspace.portfolio.accounts[ACCOUNT].goals.goals}
    one = sorted(goals)[0]
    path, found_at = path.replace("fewer-claims", one), found_at.replace("fewer-claims", one)
    at, values = BlameOf(ACCOUNT, path, "goals").answer(Shelf(workspace))
    assert at == found_at
    assert {one.document for one in values} == {"goals"}


@pytest.mark.parametrize("size", SIZES)
async def test_a_goal_says_who_turned_it(example: Path, visit, workspace: Workspace, size) -> None:
    (turned,) = [one for one in workspace.portfolio.accounts[ACCOUNT].goals.goals if one.status == "off_track"]
    newest = api.commits(workspace, ACCOUNT)[1]
    async with visit(example, *size) as walker:
        await walker.press("enter", "3")
        while walker.app.screen.tab.first.item is not turned:
            await walker.press("j")
        await walker.press("b")
        assert walker.here == "BlameScreen"
        head = next(place for place, text in enumerate(walker.lines) if " Was " in text)
        first = walker.lines[head + 1]
        assert "status" in first
        assert "off_track" in first
        assert "Paul" in first
        assert "9 Oct 2026" in first
        await walker.press("enter")
        for said in (title(newest), newest.summary, "at_risk", "off_track"):
            assert said in walker.frame
        await walker.press("escape", "escape")
        assert walker.here == "AccountScreen"


async def test_a_milestone_is_blamed_within_its_initiative(example: Path, visit, workspace: Workspace) -> None:
    async with visit(example) as walker:
        await walker.press("enter", "3")
        tree = walker.app.screen.tab.first
        while not isinstance(tree.item, Milestone):
            await walker.press("j")
        item = tree.item
        await walker.press("b")
        asked = walker.app.screen._written
        (holder,) = [one for one in workspace.portfolio.accounts[ACCOUNT].goals.initiatives if item in one.milestones]
        assert asked.path == f"initiatives[{holder.id}].milestones[{item.id}]"
        assert {one.field for one in api.blame(workspace, ACCOUNT, asked.path)} >= {"title", "due"}
        assert "Hanna" in next(text for text in walker.lines if "title" in text)


async def test_a_person_says_who_turned_them(example: Path, visit) -> None:
    async with visit(example) as walker:
        await walker.press("enter", "2")
        while walker.app.screen.tab.person != "gunnar-thorsby":
            await walker.press("j")
        await walker.press("b")
        line = next(text for text in walker.lines if "sentiment" in text)
        for said in ("opponent", "neutral", "Hanna", "27 Oct 2026"):
            assert said in line


async def test_a_finding_says_who_wrote_its_value(example: Path, visit, workspace: Workspace) -> None:
    async with visit(example) as walker:
        await walker.press("exclamation_mark", "b")
        asked = walker.app.screen._written
        values = api.blame(workspace, asked.account, asked.path)
        assert asked.called in walker.frame
        assert f"{len(values)} value" in walker.frame
        assert values[0].commit.id[:7] in walker.frame


async def test_a_value_of_another_day_is_blamed_as_of_that_day(example: Path, visit) -> None:
    async with visit(example) as walker:
        await walker.press("enter", "4", "j", "at", "2")
        while walker.app.screen.tab.person != "gunnar-thorsby":
            await walker.press("j")
        await walker.press("b")
        line = next(text for text in walker.lines if "sentiment" in text)
        assert "opponent" not in line
        assert "14 Sep 2026" in line


async def test_without_a_history_the_reason_is_said(tmp_path: Path, visit) -> None:
    root = tmp_path / "plans"
    shutil.copytree(api.example_portfolio(), root)
    async with visit(root) as walker:
        reason = walker.app.shelf.workspace.no_history
        assert reason
        await walker.press("enter", "3", "b")
        assert walker.here == "AccountScreen"
        assert walker.said[-1] == reason


async def test_what_lies_in_no_account_says_so(example: Path, visit, monkeypatch: pytest.MonkeyPatch) -> None:
    found = tuple(replace(one, account=None) for one in api.check(api.open_portfolio(example)))
    monkeypatch.setattr(api, "check", lambda held: found)
    async with visit(example) as walker:
        await walker.press("exclamation_mark", "b")
        assert walker.here == "ProblemsScreen"
        assert walker.said[-1].startswith("This stands in no account")
