"""The History tab shows how the grade went: a strip in the title, and each turn beside the commit that made it."""

from datetime import date
from pathlib import Path

import pytest

from kamplans import api
from kamplans.errors import NoGit
from kamplans.model.course import Course, Moment, Standing
from kamplans.model.grades import GLYPHS
from kamplans.model.risk import Grade
from kamplans.model.workspace import Workspace
from kamtui.wording import changes


def strip(workspace: Workspace, account: str = "arctic-harvest") -> str:
    return "".join(GLYPHS[moment.grade] for moment in api.over_time(workspace, account).moments)


async def test_the_title_holds_the_grades_oldest_first(example: Path, visit, workspace: Workspace) -> None:
    grades = strip(workspace)
    assert len(grades) == 4, "three commits and today"
    async with visit(example) as walker:
        await walker.press("enter", "4")
        assert f"History  3 commits  {grades} " in walker.lines[2]


async def test_the_commit_that_turned_the_grade_says_so(example: Path, visit, workspace: Workspace) -> None:
    (turned,) = api.over_time(workspace, "arctic-harvest").turns().items()
    commit, (before, after) = turned
    (summary,) = [one.summary for one in api.commits(workspace, "arctic-harvest") if one.id == commit]
    shown = f"{GLYPHS[before]}→{GLYPHS[after]}"
    for size in ((140, 45), (80, 24)):
        async with visit(example, *size) as walker:
            await walker.press("enter", "4")
            assert [summary[:20] in text for text in walker.lines if shown in text] == [True]


@pytest.mark.parametrize("cells", [20, 25, 26, 40, 80, 200])
def test_the_title_fits_its_border_and_hides_no_bad_spell(cells: int) -> None:
    grades = [Grade.LOW] * 60 + [Grade.CRITICAL] + [Grade.LOW] * 39
    moments = [Moment(date(2026, 1, 1), None, Standing(grade, None, None, (), {}, 0, 0, 0)) for grade in grades]
    title = changes.commits_title(99, Course("acme", tuple(moments)), cells)
    assert len(title) + 6 <= cells or title == "History  99 commits"
    assert ("■" in title) == (title != "History  99 commits") == (cells >= 40)


async def test_a_larger_terminal_gives_the_strip_its_room(example: Path, visit) -> None:
    async with visit(example, 60, 15) as walker:
        await walker.press("enter", "4")
        await walker.pilot.resize_terminal(140, 45)
        await walker.settle()
        assert "History  3 commits  ◆◆■■ " in walker.lines[2]


async def test_commits_stay_where_their_grades_are_not_known(
    example: Path, visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(workspace: Workspace, account: str) -> None:
        raise NoGit("git could not read the history: it is tired", "")

    monkeypatch.setattr(api, "over_time", refuse)
    async with visit(example) as walker:
        await walker.press("enter", "4")
        assert "History  3 commits ─" in walker.lines[2]
        assert "Procurement turned against us" in walker.frame
        assert any("it is tired" in sentence for sentence in walker.said)
