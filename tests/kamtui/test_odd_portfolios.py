"""Half-broken, empty, without git, changed under one's feet: the screens stand and say what to do."""

import shutil
from pathlib import Path

import pytest

from kamplans import api

MINIMAL = {"portfolio.yaml": "format: 1\nname: Ours\ncurrency: EUR\n", "team.yaml": "people: []\n"}


def written(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


async def test_a_portfolio_without_accounts_says_how_to_begin(tmp_path: Path, visit) -> None:
    async with visit(written(tmp_path, MINIMAL), 80, 24) as walker:
        assert "There is no account yet" in walker.frame
        await walker.press("enter", "i", "s", "escape", "slash", "escape", "exclamation_mark", "escape")
        assert walker.app.is_running
        assert "There is no account." in walker.said


async def test_an_account_of_nothing_says_what_to_do_next(tmp_path: Path, visit) -> None:
    account = "name: Thin\ntier: key\nstatus: active\nteam: []\n"
    async with visit(written(tmp_path, MINIMAL | {"thin/account.yaml": account}), 100, 40) as walker:
        await walker.press("enter")
        assert "Nobody who decides is recorded" in walker.frame
        await walker.press("2")
        assert "Nobody is recorded yet" in walker.frame
        await walker.press("t", "enter", "h", "y")
        assert "Nobody is recorded in this account yet." in walker.said
        await walker.press("3")
        assert "No goal is written yet" in walker.frame
        await walker.press("4", "5", "enter", "escape", "x", "escape")
        assert walker.app.is_running


async def test_without_git_the_history_says_why(tmp_path: Path, visit) -> None:
    root = tmp_path / "plans"
    shutil.copytree(api.example_portfolio(), root)
    sentence = api.open_portfolio(root).no_history
    assert sentence, "the copy lies in no repository"
    async with visit(root, 120, 40) as walker:
        await walker.press("enter", "4")
        assert sentence.split(":")[0][:40] in " ".join(walker.frame.split())
        await walker.press("1")
        assert "Who decides" in walker.frame


BROKEN = {
    "not text": "\x00\x01\x02",
    "not YAML": "name: [unclosed\n  - : :\n",
    "a list": "- just\n- a list\n",
    "empty": "",
    "wrong types": "name: {a: 1}\ntier: [x]\nstatus: 7\nteam: soup\ncontracts: {}\n",
    "deep": "name: " + "[" * 300 + "]" * 300 + "\n",
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
async def test_a_broken_file_is_a_problem_not_an_end(example: Path, tmp_path: Path, visit, text: str) -> None:
    root = tmp_path / "plans"
    shutil.copytree(example, root)
    for name in ("account.yaml", "stakeholders.yaml", "goals.yaml"):
        (root / "estuary-retail" / name).write_text(text, encoding="utf-8")
    async with visit(root, 120, 40) as walker:
        assert "Arctic Harvest Seafood" in walker.frame
        walker.app.open_account("estuary-retail", "Estuary Retail")
        await walker.settle()
        for tab in "12345":
            await walker.press(tab)
        assert not [said for said in walker.said if "failed" in said]
        await walker.press("enter")
        assert walker.app.is_running


async def test_a_portfolio_that_is_gone_says_so(tmp_path: Path, visit) -> None:
    async with visit(tmp_path / "nowhere", 100, 30) as walker:
        assert walker.app.is_running
        assert walker.here == "PortfolioScreen"


async def test_reloading_keeps_where_one_is(example: Path, tmp_path: Path, visit) -> None:
    root = tmp_path / "plans"
    shutil.copytree(example, root)
    async with visit(root, 140, 45) as walker:
        await walker.press("slash")
        await walker.type("tier:strategic")
        await walker.press("enter", "j")
        account = walker.app.screen.table.current
        path = root / account / "account.yaml"
        path.write_text(path.read_text().replace("name: ", "name: Renamed ", 1), encoding="utf-8")
        await walker.press("R")
        assert walker.app.screen.table.current == account
        assert walker.app.screen.table.count == 3
        assert "Renamed" in walker.frame


async def test_an_account_that_is_gone_says_so(example: Path, tmp_path: Path, visit) -> None:
    root = tmp_path / "plans"
    shutil.copytree(example, root)
    async with visit(root, 140, 45) as walker:
        await walker.press("enter", "2", "3")
        shutil.rmtree(root / walker.app.screen.account)
        await walker.press("R")
        assert "no longer in the plans" in walker.lines[0]
        assert walker.app.is_running
        await walker.press("4", "escape")
        assert "Accounts 7 of 7" in walker.frame


async def test_the_plans_at_a_commit_say_so(example: Path, visit) -> None:
    async with visit(example, 140, 45, at="HEAD~1") as walker:
        assert " · at " in walker.lines[0]
        walker.app.open_account("arctic-harvest", "Arctic Harvest Seafood")
        await walker.press("4")
        assert "History 2 commits" in " ".join(walker.frame.split())


async def test_a_revision_that_is_none_ends_with_a_sentence(example: Path, visit) -> None:
    async with visit(example, 80, 24, at="no-such-branch") as walker:
        assert walker.app.return_code == 2
        assert "no-such-branch" in walker.app.refusal
