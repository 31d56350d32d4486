"""One account: its tabs are made when they are looked at, keep what one left in them, and walk along the chart."""

from pathlib import Path

import pytest

from kamplans import api
from kamplans.model.workspace import Workspace
from kamtui.screens.account import TABS
from kamtui.screens.tabs.tab import Tab


async def test_a_tab_is_made_when_it_is_first_looked_at(example: Path, visit) -> None:
    async with visit(example) as walker:
        await walker.press("enter")
        assert [tab.TAB for tab in walker.app.screen.query(Tab)] == ["overview"]
        await walker.press("3")
        assert [tab.TAB for tab in walker.app.screen.query(Tab)] == ["overview", "goals"]
        assert walker.app.screen.tab.TAB == "goals"


async def test_brackets_go_round_the_tabs(example: Path, visit) -> None:
    async with visit(example) as walker:
        await walker.press("enter")
        for tab in [*TABS[1:], TABS[0]]:
            await walker.press("right_square_bracket")
            assert walker.app.screen.tab.TAB == tab.TAB
        await walker.press("left_square_bracket")
        assert walker.app.screen.tab.TAB == TABS[-1].TAB


async def test_tabs_can_be_clicked(example: Path, visit) -> None:
    async with visit(example) as walker:
        await walker.press("enter")
        await walker.pilot.click("TabStrip", offset=(walker.lines[1].index("Goals"), 0))
        await walker.settle()
        assert walker.app.screen.tab.TAB == "goals"


async def test_what_one_left_in_a_tab_stays(example: Path, visit) -> None:
    async with visit(example) as walker:
        await walker.press("enter", "2", "j", "j", "t", "j")
        person = walker.app.screen.tab.person
        await walker.press("5", "2")
        assert walker.app.screen.tab.person == person
        assert walker.app.screen.tab.first.id == "list"
        assert walker.app.focused.id == "list"


async def test_the_keys_walk_along_the_chart(example: Path, visit, workspace: Workspace) -> None:
    people = {person.id: person for person in workspace.portfolio.accounts["arctic-harvest"].stakeholders.people}
    async with visit(example) as walker:
        await walker.press("enter", "2")
        tab = walker.app.screen.tab
        while tab.person != "ingrid-solheim":
            await walker.press("j")
        await walker.press("h")
        assert tab.person == people["ingrid-solheim"].reports_to
        await walker.press("l")
        assert people[tab.person].reports_to == people["ingrid-solheim"].reports_to
        first = tab.person
        await walker.press("J")
        assert people[tab.person].reports_to == people[first].reports_to
        assert tab.person != first
        await walker.press("K")
        assert tab.person == first
        await walker.press("K")
        assert walker.said[-1] == "That was the first with this boss."


async def test_the_lines_of_a_person_are_arrows_on_the_map(example: Path, visit, workspace: Workspace) -> None:
    lines = workspace.portfolio.accounts["arctic-harvest"].stakeholders.lines
    names = api.names(workspace, "arctic-harvest")
    line = next(one for one in lines if one.kind == "influences" and one.from_ == "torbjorn-hauge")
    async with visit(example) as walker:
        await walker.press("enter", "2")
        while walker.app.screen.tab.person != line.from_:
            await walker.press("j")
        row = next(text for text in walker.lines[3:] if names[line.to] in text[:60])
        assert "→" in row[:5]
        while walker.app.screen.tab.person != line.to:
            await walker.press("k")
        row = next(text for text in walker.lines[3:] if names[line.from_] in text[:60])
        assert "←" in row[:5]


async def test_map_and_table_keep_the_person(example: Path, visit) -> None:
    async with visit(example) as walker:
        await walker.press("enter", "2", "j", "j", "j")
        person = walker.app.screen.tab.person
        await walker.press("t")
        assert walker.app.screen.tab.person == person
        await walker.press("j", "t")
        assert walker.app.screen.tab.first.id == "map"


async def test_goals_fold_and_unfold(example: Path, visit) -> None:
    async with visit(example) as walker:
        await walker.press("enter", "3")
        tree = walker.app.screen.tab.first
        before = tree.count
        await walker.press("h")
        assert tree.count < before
        await walker.press("l")
        assert tree.count == before
        await walker.press("l")
        assert walker.said[-1] == "Nothing is folded away here."
        await walker.press("j", "j", "h", "h")
        assert tree.cursor < 2


async def test_history_opens_the_values_and_leads_back(example: Path, visit) -> None:
    async with visit(example) as walker:
        await walker.press("enter", "4", "j")
        assert "CFO" in walker.frame or "finance" in walker.frame
        await walker.press("enter")
        assert walker.app.focused.id == "changes"
        await walker.press("enter")
        assert walker.here == "PageScreen"
        assert "at_risk" in walker.frame
        assert "off_track" in walker.frame
        await walker.press("escape", "h")
        assert walker.app.focused.id == "commits"


async def test_problems_show_the_lines_and_the_manual(example: Path, visit, workspace: Workspace) -> None:
    async with visit(example) as walker:
        await walker.press("enter", "5", "j", "enter")
        finding = walker.app.screen._finding
        marked = next(text for text in walker.lines[2:] if "›" in text)
        assert str(finding.place.line) in marked
        await walker.press("escape", "x")
        assert finding.code in walker.frame
        await walker.press("escape", "t")
        assert "by file" in walker.frame


async def test_a_prospect_says_why_it_is_not_rated(example: Path, visit, workspace: Workspace) -> None:
    async with visit(example) as walker:
        await walker.press("ctrl+p")
        await walker.type("greystone")
        await walker.press("enter")
        assert api.assess(workspace, "greystone-hospitals").because in walker.frame
        assert "○ not rated" in walker.lines[0]
        for tab in "2345":
            await walker.press(tab)


@pytest.mark.parametrize("account", sorted(path.name for path in api.example_portfolio().iterdir() if path.is_dir()))
async def test_every_account_of_the_example_opens_in_every_tab(
    example: Path, visit, workspace: Workspace, account: str
) -> None:
    name = workspace.portfolio.accounts[account].name
    async with visit(example, 80, 24) as walker:
        walker.app.open_account(account, name)
        await walker.settle()
        for tab in "12345":
            await walker.press(tab)
            assert name in walker.lines[0]
            assert not [said for said in walker.said if "failed" in said]
