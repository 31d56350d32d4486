"""Make the pictures of the documentation: the program's own screens as SVG, without outside addresses.

python tests/docs/pictures.py
"""

import asyncio
import re
from pathlib import Path
from tempfile import TemporaryDirectory

from kamplans import api
from kamtui.app import KamtuiApp

ROOT = Path(__file__).resolve().parents[2]
PICTURES = {"portfolio": (), "people": ("enter", "2"), "history": ("j", "j", "enter", "4")}
SIZE = (132, 34)


def without_addresses(svg: str) -> str:
    """Drop the fonts an exported screen would fetch; a viewer's own monospace font takes their place."""
    svg = re.sub(r"@font-face\s*\{.*?\}", "", svg, flags=re.DOTALL)
    svg = re.sub(r"font-family:\s*Fira Code\s*,\s*monospace", "font-family: monospace", svg)
    return re.sub(r"[ \t]+\n", "\n", svg.replace("<text ", '<text xml:space="preserve" '))


async def picture(plans: Path, keys: tuple[str, ...]) -> str:
    """Return one screen of the demo after some keys; each is given time to be answered."""
    app = KamtuiApp(plans)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(4)
        for key in keys:
            await pilot.press(key)
            await pilot.pause(3)
        return without_addresses(app.export_screenshot(title="kamtui"))


def main() -> None:
    """Write every picture into docs/."""
    with TemporaryDirectory() as room:
        plans = api.demo(Path(room) / "demo") / "plans"
        for name, keys in PICTURES.items():
            (ROOT / "docs" / f"{name}.svg").write_text(asyncio.run(picture(plans, keys)), encoding="utf-8")


if __name__ == "__main__":
    main()
