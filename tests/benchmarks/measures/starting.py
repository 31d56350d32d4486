"""Starting: the words alone against a bare Python, the first paint against an empty Textual app."""

import sys
from pathlib import Path

from measures import Measure, paired, process

ROOT = Path(__file__).resolve().parents[3]
FIRST_PAINT = """
import asyncio, sys, time
sys.argv = sys.argv[:1] + sys.argv[2:]
{make}
async def paint():
    async with app.run_test(size=(140, 45)) as pilot:
        pass
asyncio.run(paint())
"""
EMPTY = "from textual.app import App\napp = App()"
OURS = "from pathlib import Path\nfrom kamtui.app import KamtuiApp\napp = KamtuiApp(Path({root!r}))"


def starting_measures(room: Path, quick: bool) -> list[Measure]:
    """Measure whole processes."""
    rounds = 5 if quick else 15
    python = sys.executable
    version, bare = paired(
        process([python, "-m", "kamplans", "--version"], ROOT), process([python, "-c", "pass"], ROOT), rounds
    )
    ours = FIRST_PAINT.format(make=OURS.format(root=str(ROOT / "plans")))
    app, empty = paired(
        process([python, "-c", ours, ""], ROOT),
        process([python, "-c", FIRST_PAINT.format(make=EMPTY), ""], ROOT),
        rounds,
    )
    return [
        Measure("`kamplans --version`, a process", version, "`python -c pass`", bare, 4),
        Measure("kamtui to its first paint, a process", app, "an empty Textual app", empty, 1.5),
    ]
