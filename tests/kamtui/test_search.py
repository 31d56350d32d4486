"""History is searched, not narrowed: the cursor goes from match to match, and what stands around stays in sight."""

from pathlib import Path

import pytest

from kamplans import api
from kamplans.model.workspace import Workspace
from kamtui.screens.tabs.timeline import Changes, Commits
from kamtui.text import Run
from kamtui.wording.search import Search, marked, matches

OPENED = ("enter", "4", "slash")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("door", [("The finance chief keeps his door shut", None)]),
        ("DOOR shut", [("The finance chief keeps his door shut", None)]),
        ("achterberg 2026", [("The finance chief keeps his door shut", None)]),
        ("thorsby opponent", [("Procurement turned against us", "Gunnar Thorsby")]),
        ("turned", [("Procurement turned against us", None), ("Procurement turned against us", "Gunnar Thorsby")]),
        ("door opponent", []),
        (".*", []),
        ("", []),
        ("   ", []),
    ],
)
def test_every_word_stands_in_the_line_of_a_commit_or_in_one_change(
    workspace: Workspace, typed: str, found: list[tuple[str, str | None]]
) -> None:
    story = [one for one in api.log(workspace, "arctic-harvest") if one.commit.parents]
    places = matches(story, typed)
    assert [(match.commit.summary, match.change is not None) for match in places] == [
        (summary, change is not None) for summary, change in found
    ]
    for match, (_, words) in zip(places, found, strict=True):
        assert match.change is None or words in match.change.sentence


def test_a_commit_is_found_by_the_first_letters_of_its_id(workspace: Workspace) -> None:
    story = api.log(workspace, "arctic-harvest")
    commit = story[1].commit
    assert [match.commit for match in matches(story, commit.id[:7].upper())] == [commit]


def test_what_is_sought_is_marked_and_clean() -> None:
    pattern = Search("cf off").pattern
    assert marked("CFO is off\x1b[2J", pattern) == (
        Run("CF", "title"),
        Run("O is "),
        Run("off", "title"),
        Run(marked("\x1b[2J", None)[0].text),
    )
    assert marked("[b]CFO[/b]", None) == (Run("[b]CFO[/b]"),)


async def test_typing_goes_to_the_first_match_and_says_how_many(example: Path, visit, workspace: Workspace) -> None:
    async with visit(example) as walker:
        await walker.press(*OPENED)
        await walker.type("door")
        assert "History  3 commits  /door  1 of 1" in walker.lines[2]
        assert walker.app.screen.query_one(Commits).commit.summary == "The finance chief keeps his door shut"
        assert "Procurement turned against us" in walker.frame, "what does not match stays in sight"


async def test_n_goes_round_over_commits_and_their_changes(example: Path, visit) -> None:
    async with visit(example) as walker:
        await walker.press(*OPENED)
        await walker.type("an")
        await walker.press("enter")
        assert walker.app.focused.id == "commits"
        number = len(walker.app.screen.tab.search.matches)
        assert number > 2
        seen = []
        for place in range(1, number + 1):
            assert f"/an  {place} of {number}" in walker.lines[2]
            match = walker.app.screen.tab.search.match
            assert walker.app.screen.query_one(Commits).commit == match.commit
            assert match.change in (None, walker.app.screen.query_one(Changes).current)
            seen.append(match)
            await walker.press("n")
        assert f"/an  1 of {number}" in walker.lines[2]
        await walker.press("N")
        assert walker.app.screen.tab.search.match == seen[-1]


async def test_n_begins_at_the_cursor(example: Path, visit) -> None:
    async with visit(example) as walker:
        await walker.press(*OPENED)
        await walker.type("hanna")
        await walker.press("enter", "j")
        assert walker.app.screen.query_one(Commits).commit.author == "Paul Achterberg"
        await walker.press("n")
        assert walker.app.screen.query_one(Commits).commit.summary == "Plans of the autumn"
        await walker.press("k", "N")
        assert walker.app.screen.query_one(Commits).commit.summary == "Procurement turned against us"


async def test_escape_ends_the_search_before_it_leads_back(example: Path, visit) -> None:
    async with visit(example) as walker:
        await walker.press(*OPENED)
        await walker.type("door")
        await walker.press("enter", "escape")
        assert walker.here == "AccountScreen"
        assert "/door" not in walker.frame
        await walker.press("slash")
        await walker.type("q")
        await walker.press("escape")
        assert "/q" not in walker.frame
        assert walker.app.focused.id == "commits"
        await walker.press("escape")
        assert walker.here == "PortfolioScreen"


async def test_what_is_not_found_says_so(example: Path, visit) -> None:
    async with visit(example) as walker:
        await walker.press("enter", "4", "n")
        assert walker.said[-1] == "Nothing is searched for: / begins."
        await walker.press("slash")
        await walker.type("[b]zebra")
        assert "/[b]zebra  not found" in walker.lines[2]
        await walker.press("enter", "n")
        assert walker.said[-1] == "“[b]zebra” does not stand in this history."


async def test_without_a_history_there_is_nothing_to_search(tmp_path: Path, visit) -> None:
    async with visit(api.new_portfolio(tmp_path / "new", "New")) as walker:
        walker.app.open_account("none", "None")
        await walker.settle()
        await walker.press("4", "slash")
        assert walker.said[-1] == "There is no history to search."
