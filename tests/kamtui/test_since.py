"""c in the portfolio: how much changed since a day by account, which grades turned, and the weightiest beside it."""

import shutil
from pathlib import Path

import pytest

from kamplans import api
from kamplans.model.workspace import Workspace
from kamtui.asking.days import ChangedSince
from kamtui.asking.shelf import Shelf

OLDEST = 2


def test_the_weightiest_stands_first_and_turned_grades_are_told(workspace: Workspace) -> None:
    oldest = api.commits(workspace)[OLDEST]
    since = ChangedSince(oldest.id[:10]).answer(Shelf(workspace))
    assert since.commit == oldest
    assert set(since.changes) == {"arctic-harvest"}
    weights = [change.weight for change in since.changes["arctic-harvest"]]
    assert weights == sorted(weights, reverse=True)
    assert len(weights) == len(api.diff(workspace, oldest.id)) == 2
    assert since.turns["arctic-harvest"] == ("high", "critical")
    then = api.open_portfolio(workspace.root, at=oldest.id)
    for id in workspace.portfolio.accounts:
        grades = (api.assess(then, id).grade, api.assess(workspace, id).grade)
        assert since.turns.get(id, (grades[0], grades[0])) == grades, "contacts grow old also where nothing is written"


@pytest.mark.parametrize("size", [(140, 45), (80, 24)])
async def test_changes_stand_in_the_list_until_escape(example: Path, visit, workspace: Workspace, size) -> None:
    async with visit(example, *size) as walker:
        before = walker.lines[:-1]
        await walker.press("c")
        assert "2026-10-01" in walker.frame, "thirty days before the clock of the example"
        await walker.press("enter")
        assert "changed since 14 Sep 2026 · " in walker.lines[1]
        row = next(text for text in walker.lines if "Arctic Harvest" in text[:40])
        assert "◆→■  2 " in row
        assert "none" in next(text for text in walker.lines if "Castellan" in text[:40])
        await walker.press("i")
        assert "Gunnar Thorsby turned from neutral to opponent" in " ".join(
            " ".join(walker.frame.translate(str.maketrans(dict.fromkeys("│╭╮╰╯─▌", " "))).split()).split()
        )
        await walker.press("escape", "escape")
        assert walker.lines[:-1] == before
        await walker.press("escape")
        assert walker.said[-1] == "This is the first view: Q leaves kamtui."


async def test_the_list_is_sorted_by_changes_and_forgets_it_with_them(example: Path, visit) -> None:
    async with visit(example) as walker:
        await walker.press("c", "enter", "less_than_sign", "less_than_sign", "less_than_sign", "less_than_sign")
        assert "by δ ▼" in walker.lines[1]
        assert "Arctic Harvest" in walker.lines[3]
        await walker.press("R")
        assert "changed since" in walker.lines[1]
        await walker.press("escape")
        assert "by grade ▼" in walker.lines[1]


async def test_what_names_no_commit_is_refused_with_a_reason(example: Path, visit) -> None:
    async with visit(example) as walker:
        await walker.press("c", "ctrl+a", "ctrl+k")
        await walker.type("[b]nowhere")
        await walker.press("enter")
        assert "nowhere" in walker.said[-1]
        assert "changed since" not in walker.lines[1]
        await walker.press("c", "escape")
        assert walker.here == "PortfolioScreen"


async def test_without_a_history_the_reason_is_said(tmp_path: Path, visit) -> None:
    root = tmp_path / "plans"
    shutil.copytree(api.example_portfolio(), root)
    async with visit(root) as walker:
        await walker.press("c")
        assert walker.here == "PortfolioScreen"
        assert walker.said[-1] == walker.app.shelf.workspace.no_history != ""
