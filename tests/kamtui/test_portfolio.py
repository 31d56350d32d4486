"""The list of accounts: filtered and sorted as one types, and left as it was when one comes back."""

from pathlib import Path

import pytest

from kamplans import api
from kamplans.model.workspace import Workspace
from kamtui.widgets.table import RowTable


def table_of(walker) -> RowTable:
    return walker.app.screen.query_one("#accounts", RowTable)


def shown(walker) -> list[object]:
    table = table_of(walker)
    return [table.key(index) for index in range(table.count)]


@pytest.mark.parametrize(
    "text", ["food", "!food", "tier:strategic", "grade:critical", "owner:diego", "acv:>1m", "due:<30d"]
)
async def test_the_filter_speaks_the_language_of_the_command_line(
    example: Path, visit, workspace: Workspace, text: str
) -> None:
    expected = {row.account for row in api.filter_accounts(workspace, api.overview(workspace, ()), text)}
    assert expected, "the example has something for every word of the language"
    async with visit(example) as walker:
        await walker.press("slash")
        await walker.type(text)
        assert set(shown(walker)) == expected
        assert f"Accounts {len(expected)} of 8" in walker.lines[1]


async def test_a_filter_that_says_nothing_is_explained(example: Path, visit) -> None:
    async with visit(example, 120, 30) as walker:
        await walker.press("slash")
        await walker.type("teir:key")
        assert "did you mean “tier”?" in walker.frame
        await walker.press("escape")
        assert len(shown(walker)) == 8


async def test_escape_leaves_the_filter_as_it_was(example: Path, visit) -> None:
    async with visit(example) as walker:
        await walker.press("slash")
        await walker.type("tier:key")
        await walker.press("enter", "slash")
        await walker.type(" zzz")
        assert shown(walker) == []
        await walker.press("escape")
        assert set(shown(walker)) == {"estuary-retail", "dunmore-logistics"}
        await walker.press("escape")
        assert len(shown(walker)) == 8
        assert walker.app.is_running


@pytest.mark.parametrize("title", ["ACV", "Review", "Account", "Exposed"])
async def test_every_column_can_order_the_list(example: Path, visit, workspace: Workspace, title: str) -> None:
    rows = {row.account: row for row in api.overview(workspace, ())}
    values = {
        "ACV": lambda row: None if row.yearly_value is None else -row.yearly_value,
        "Review": lambda row: row.review_due,
        "Account": lambda row: row.name.casefold(),
        "Exposed": lambda row: None if row.exposed is None else -row.exposed,
    }
    async with visit(example) as walker:
        await walker.press("s")
        await walker.type(title)
        await walker.press("enter")
        keys = [values[title](rows[account]) for account in shown(walker)]
        known = [key for key in keys if key is not None]
        assert known == sorted(known)
        assert keys[len(known) :] == [None] * (len(keys) - len(known))
        assert f"by {title.lower()}" in walker.lines[1]


async def test_coming_back_finds_everything_as_it_was(example: Path, visit) -> None:
    async with visit(example) as walker:
        await walker.press("slash")
        await walker.type("owner:hanna")
        await walker.press("enter", "less_than_sign", "S", "j", "j")
        before = (shown(walker), table_of(walker).current, table_of(walker).order, walker.lines[1])
        await walker.press("enter", "4", "escape")
        assert (shown(walker), table_of(walker).current, table_of(walker).order, walker.lines[1]) == before


async def test_the_side_pane_follows_the_cursor(example: Path, visit, workspace: Workspace) -> None:
    async with visit(example) as walker:
        await walker.press("G")
        account = table_of(walker).current
        name = workspace.portfolio.accounts[account].name
        side = walker.app.screen.query_one("#side")
        assert side.account == account
        assert name in str(side.border_title)
        await walker.press("g")
        assert side.account == table_of(walker).current != account


async def test_a_second_click_opens_the_account(example: Path, visit) -> None:
    async with visit(example) as walker:
        await walker.pilot.click("#accounts", offset=(8, 5))
        await walker.settle()
        assert table_of(walker).cursor == 3
        assert walker.here == "PortfolioScreen"
        await walker.pilot.click("#accounts", offset=(8, 5))
        await walker.settle()
        assert walker.here == "AccountScreen"


async def test_the_foot_of_the_screen_can_be_clicked(example: Path, visit) -> None:
    async with visit(example, 80, 24) as walker:
        await walker.pilot.click("KeyLine", offset=(walker.lines[-1].index("help"), 0))
        await walker.settle()
        assert walker.here == "Choices"


async def test_escape_never_leaves_the_program(example: Path, visit) -> None:
    async with visit(example) as walker:
        await walker.press("escape", "escape", "q", "escape")
        assert walker.app.is_running
        await walker.press("Q")
        await walker.pilot.pause()
        assert not walker.app.is_running


async def test_ctrl_c_leaves_even_while_one_types(example: Path, visit) -> None:
    async with visit(example) as walker:
        await walker.press("slash", "a", "ctrl+c")
        await walker.pilot.pause()
        assert not walker.app.is_running
