"""Arrow and page keys walk as letters do, in every list."""

from pathlib import Path

import pytest

from kamtui.app import KamtuiApp
from kamtui.widgets.lines import Lines

PLANS = Path(__file__).resolve().parents[2] / "plans"
SAME = (("down", "j"), ("up", "k"), ("home", "g"), ("end", "G"), ("pagedown", "ctrl+d"), ("pageup", "ctrl+u"))


@pytest.mark.parametrize("where", [(), ("enter", "2"), ("enter", "3"), ("enter", "4"), ("enter", "5")], ids="-".join)
async def test_arrows_walk_as_letters_do(where: tuple[str, ...]) -> None:
    app = KamtuiApp(PLANS)
    async with app.run_test(size=(100, 30)) as pilot:
        await app.workers.wait_for_complete()
        for key in where:
            await pilot.press(key)
            await app.workers.wait_for_complete()
            await pilot.pause()
        lines = app.screen.focused
        assert isinstance(lines, Lines)
        for arrow, letter in SAME:
            places = []
            for key in (arrow, letter):
                await pilot.press("g", "j", "j", key)
                await pilot.pause()
                places.append(lines.cursor)
            assert places[0] == places[1], f"{arrow} and {letter}"
