"""No size of the terminal breaks a screen, and growing again brings back where one was."""

from pathlib import Path

import pytest
from rich.cells import cell_len

SIZES = [(1, 1), (2, 3), (5, 40), (59, 15), (60, 14), (60, 15), (72, 20), (80, 24), (99, 30), (100, 15), (200, 60)]
THUMB = str.maketrans("▁▂▃▄▅▆▇", "       ")  # the ends of a scrollbar's thumb, which rounds as it may
WAYS = {
    "portfolio": (),
    "filter": ("slash",),
    "help": ("question_mark",),
    "overview": ("enter",),
    "people": ("enter", "2"),
    "people-table": ("enter", "2", "t"),
    "goals": ("enter", "3"),
    "history": ("enter", "4"),
    "problems": ("enter", "5"),
    "lines": ("enter", "5", "enter"),
}


@pytest.mark.parametrize("way", WAYS)
async def test_every_screen_stands_every_size(example: Path, visit, way: str) -> None:
    async with visit(example, 80, 24) as walker:
        await walker.press(*WAYS[way])
        before = walker.frame.translate(THUMB)
        for width, height in SIZES:
            await walker.pilot.resize_terminal(width, height)
            await walker.pilot.pause()
            assert len(walker.lines) == height
            assert max(map(cell_len, walker.lines)) <= width
            is_small = width < 60 or height < 15
            assert ("Enlarge" in walker.frame.replace("\n", "") or width * height < 8) == is_small
        await walker.pilot.resize_terminal(80, 24)
        await walker.settle()
        assert walker.frame.translate(THUMB) == before
