"""Starting: the words alone against a bare Python, the first paint against an empty Textual app."""

import sys
from pathlib import Path

from measures import Measure, paired, process

ROOT = Path(__file__).resolve().parents[3]
FIRST_PAINT = """
import asyncio, os
from textual.app import App
{make}
shown = App._display

def display(app, screen, renderable):
    shown(app, screen, renderable)
    strips = screen._compositor.render_strips() if screen.is_attached else ()
    if any("kamtui" in segment.text for strip in strips for segment in strip):
        os._exit(0)

App._display = display

async def paint():
    async with app.run_test(size=(140, 45)):
        await asyncio.sleep(60)

asyncio.run(paint())
"""
EMPTY = """
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("kamtui")
app = Empty()
"""
OURS = """
from pathlib import Path
from kamtui.app import KamtuiApp
app = KamtuiApp(Path({root!r}))
"""


def starting_measures(room: Path, quick: bool) -> list[Measure]:
    """Measure whole processes."""
    rounds = 5 if quick else 15
    python = sys.executable
    version, bare = paired(
        process([python, "-m", "kamplans", "--version"], ROOT), process([python, "-c", "pass"], ROOT), rounds
    )
    ours = FIRST_PAINT.format(make=OURS.format(root=str(ROOT / "plans")))
    theirs = FIRST_PAINT.format(make=EMPTY)
    app, empty = paired(process([python, "-c", ours], ROOT), process([python, "-c", theirs], ROOT), rounds)
    return [
        Measure("`kamplans --version`, a process", version, "`python -c pass`", bare, 4),
        Measure("kamtui to its first paint, a process", app, "an empty Textual app", empty, 1.5),
    ]
