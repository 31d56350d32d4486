"""The first screen: look at the example, begin something new, or go to another folder."""

from pathlib import Path

import pytest

from kamplans import api


async def enter_folder(walker, folder: Path) -> None:
    entry = walker.app.screen.query_one("Entry")
    entry.value = str(folder)
    await walker.press("enter")


async def test_the_example_opens_with_its_history(visit, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KAMPLANS_CACHE_DIR", str(tmp_path))
    async with visit(None, reason="Nothing is here.") as walker:
        assert "Nothing is here." in walker.frame
        await walker.press("enter")
        assert walker.here == "PortfolioScreen"
        assert walker.app.shelf.workspace.root == api.demo_portfolio()
        assert walker.app.shelf.workspace.root != api.example_portfolio()


async def test_a_new_portfolio_is_written_after_a_yes(visit, tmp_path: Path) -> None:
    folder = tmp_path / "ours"
    async with visit(None) as walker:
        await walker.press("j", "enter")
        assert "portfolio.yaml" in walker.frame
        await enter_folder(walker, folder)
        assert walker.here == "Choices"
        assert not folder.exists()
        await walker.press("enter")
        assert walker.here == "WelcomeScreen"
        assert not folder.exists(), "the first choice writes nothing"
        await enter_folder(walker, folder)
        await walker.press("down", "enter")
        assert walker.here == "PortfolioScreen"
        assert (folder / "portfolio.yaml").read_text().startswith("format: 1")
        assert "There is no account yet" in walker.frame


async def test_a_folder_that_holds_something_is_left_alone(visit, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("mine")
    async with visit(None) as walker:
        await walker.press("j", "enter")
        await enter_folder(walker, tmp_path)
        await walker.press("down", "enter")
        assert walker.here == "WelcomeScreen"
        assert "is not empty" in " ".join(walker.frame.replace("│", " ").split())
        assert sorted(path.name for path in tmp_path.iterdir()) == ["note.txt"]


@pytest.mark.parametrize("below", ["", ".."])
async def test_another_folder_is_opened(visit, example: Path, below: str) -> None:
    async with visit(None) as walker:
        await walker.press("j", "j", "enter")
        await enter_folder(walker, example / below)
        assert walker.here == "PortfolioScreen"
        assert walker.app.shelf.workspace.root.resolve() == example.resolve()


@pytest.mark.parametrize("folder", ["/no/such/folder", "/dev/null", "~nobody/x"])
async def test_a_folder_without_plans_is_explained(visit, tmp_path: Path, folder: str) -> None:
    async with visit(None) as walker:
        await walker.press("j", "j", "enter")
        await enter_folder(walker, Path(folder))
        assert walker.here == "WelcomeScreen"
        assert walker.app.is_running
        await walker.press("escape")
        assert walker.app.focused.id == "offers"
