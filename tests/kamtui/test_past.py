"""The account as a commit left it: a screen of its own over the plans of that day, and esc leads back."""

from pathlib import Path

import pytest

from kamplans import api
from kamplans.model.workspace import Workspace
from kamtui.screens.tabs.timeline import Commits

SIZES = ((140, 45), (80, 24))


async def to_the_middle(walker) -> str:
    """Open the account as the commit in the middle left it; return what the banner must say."""
    await walker.press("enter", "4", "j")
    commit = walker.app.screen.query_one(Commits).commit
    await walker.press("at")
    return f"As of 9 October 2026 · {commit.id[:7]} · read only · esc returns"


@pytest.mark.parametrize("size", SIZES)
async def test_the_account_is_shown_as_the_commit_left_it(example: Path, visit, workspace: Workspace, size) -> None:
    then = api.open_portfolio(example, at=api.commits(workspace, "arctic-harvest")[1].id)
    assert api.assess(then, "arctic-harvest").grade == "high"
    async with visit(example, *size) as walker:
        banner = await to_the_middle(walker)
        assert walker.lines[1].strip() == banner
        assert "◆ high" in walker.lines[0]
        for tab in "2345":
            await walker.press(tab)
            assert walker.lines[1].strip() == banner
            assert not [said for said in walker.said if "failed" in said]
        await walker.press("4")
        assert "History  2 commits" in walker.frame
        await walker.press("escape")
        assert "■ critical" in walker.lines[0]
        assert "History  3 commits" in walker.lines[2]
        assert walker.app.screen.query_one(Commits).cursor == 1
        assert walker.app.focused.id == "commits"


async def test_other_accounts_opened_there_are_of_the_same_day(example: Path, visit) -> None:
    async with visit(example) as walker:
        banner = await to_the_middle(walker)
        await walker.press("ctrl+p")
        await walker.type("castellan")
        await walker.press("enter")
        assert "Castellan" in walker.lines[0]
        assert walker.lines[1].strip() == banner
        await walker.press("escape")
        assert "Arctic" in walker.lines[0]
        assert walker.lines[1].strip() == banner
        await walker.press("escape", "escape")
        assert walker.here == "PortfolioScreen"


async def test_the_lines_of_a_file_are_those_of_that_day(example: Path, visit) -> None:
    async with visit(example) as walker:
        await to_the_middle(walker)
        await walker.press("5", "enter")
        assert walker.here == "FrameScreen"
        assert walker.app.screen.host.shelf.workspace.at is not None


async def test_a_day_before_that_day(example: Path, visit) -> None:
    async with visit(example) as walker:
        await to_the_middle(walker)
        await walker.press("4", "j", "at")
        assert walker.lines[1].strip().startswith("As of 14 September 2026 · ")
        await walker.press("escape")
        assert walker.lines[1].strip().startswith("As of 9 October 2026 · ")


async def test_a_reload_of_today_leaves_that_day_as_it_was(example: Path, visit) -> None:
    async with visit(example) as walker:
        banner = await to_the_middle(walker)
        await walker.press("R")
        assert walker.lines[1].strip() == banner
        assert "◆ high" in walker.lines[0]
        assert walker.app.shelf.workspace.at is None


async def test_an_account_is_found_under_the_name_it_had(tmp_path: Path, visit) -> None:
    root = api.find_portfolio(api.demo(tmp_path / "demo"))
    async with visit(root) as walker:
        walker.app.open_account("dunmore-logistics", "Dunmore Logistics")
        await walker.settle()
        await walker.press("4", "G", "at")
        assert walker.app.screen.account == "dunmore-haulage"
        assert "Dunmore" in walker.lines[0]
        assert walker.lines[1].strip().startswith("As of ")


async def test_without_a_commit_there_is_no_other_day(tmp_path: Path, visit) -> None:
    async with visit(api.new_portfolio(tmp_path / "new", "New")) as walker:
        walker.app.open_account("none", "None")
        await walker.settle()
        await walker.press("4", "at")
        assert walker.said[-1] == "There is no commit here."
