"""Arrow and page keys walk as letters do, in every list."""

from pathlib import Path

import pytest

from kamtui.widgets.lines import Lines

SAME = (("down", "j"), ("up", "k"), ("home", "g"), ("end", "G"), ("pagedown", "ctrl+d"), ("pageup", "ctrl+u"))


@pytest.mark.parametrize("where", [(), ("enter", "2"), ("enter", "3"), ("enter", "4"), ("enter", "5")], ids="-".join)
async def test_arrows_walk_as_letters_do(example: Path, visit, where: tuple[str, ...]) -> None:
    async with visit(example, 100, 30) as walker:
        await walker.press(*where)
        lines = walker.app.screen.focused
        assert isinstance(lines, Lines)
        for arrow, letter in SAME:
            places = []
            for key in (arrow, letter):
                await walker.press("g", "j", key)
                places.append(lines.cursor)
            assert places[0] == places[1], f"{arrow} and {letter}"
