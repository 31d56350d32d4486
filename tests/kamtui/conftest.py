"""A copy of the example in a repository of its own, and a walker that goes through the app as a person would."""

import os
import shutil
import subprocess
import unicodedata
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import cache
from pathlib import Path

import pytest
from textual import events
from textual.keys import _character_to_key, _get_unicode_name_from_key
from textual.pilot import Pilot

from kamplans import api
from kamplans.model.finding import Finding
from kamplans.model.workspace import Workspace
from kamtui.app import KamtuiApp


class Walker:
    """A person at the keyboard; after every key everything that was asked has been answered."""

    def __init__(self, app: KamtuiApp, pilot: Pilot) -> None:
        self.app = app
        self.pilot = pilot

    async def settle(self) -> None:
        """Wait until nothing is being asked any more."""
        quiet = 0
        while quiet < 3:
            await self.pilot.pause(0.006)
            asking = self.app.busy or any(not worker.is_finished for worker in self.app.workers)
            quiet = 0 if asking else quiet + 1

    async def press(self, *keys: str) -> "Walker":
        """Press keys by their names; Pilot.press would wait sixty milliseconds for each."""
        for key in keys:
            try:
                character = unicodedata.lookup(_get_unicode_name_from_key(key))
            except KeyError:
                character = key if len(key) == 1 else None
            event = events.Key(key, character)
            event.set_sender(self.app)
            self.app._driver.send_message(event)
            await self.settle()
        return self

    async def type(self, text: str) -> "Walker":
        """Type a text."""
        names = (key if key.isalnum() else _character_to_key(key) for key in text)
        return await self.press(*names)

    @property
    def lines(self) -> list[str]:
        """What stands on the terminal, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]

    @property
    def frame(self) -> str:
        return "\n".join(self.lines)

    @property
    def here(self) -> str:
        """The name of the screen."""
        return type(self.app.screen).__name__

    @property
    def said(self) -> list[str]:
        """What toasts said."""
        return [notification.message for notification in self.app._notifications]


Visit = Callable[..., AbstractAsyncContextManager[Walker]]


@pytest.fixture
def visit(example: Path, workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Visit:
    """Open the app on a portfolio: `async with visit(root, 140, 45) as walker`.

    The example, which most tests walk through and none changes, is read and checked once for all of them.
    """
    opened_really, checked_really = api.open_portfolio, api.check

    def open_portfolio(root: Path, **how: object) -> Workspace:
        as_it_is = root == example and not any(how.values())
        return workspace if as_it_is else opened_really(root, **how)

    @cache
    def findings() -> tuple[Finding, ...]:
        return checked_really(workspace)

    monkeypatch.setattr(api, "open_portfolio", open_portfolio)
    monkeypatch.setattr(api, "check", lambda held: findings() if held is workspace else checked_really(held))

    @asynccontextmanager
    async def opened(root: Path | None, width: int = 140, height: int = 45, **how: str) -> AsyncIterator[Walker]:
        app = KamtuiApp(root, **how)
        app.settling = 0.001
        async with app.run_test(size=(width, height)) as pilot:
            walker = Walker(app, pilot)
            await walker.settle()
            yield walker

    return opened


def git(folder: Path, *words: str, day: str = "2026-10-01T09:00:00+02:00", who: str = "Hanna Lindqvist") -> str:
    """Run git with a fixed person and clock, and without the settings of this machine."""
    mail = f"{who.split()[0].lower()}@vidar.example"
    fixed = {
        "GIT_AUTHOR_NAME": who,
        "GIT_AUTHOR_EMAIL": mail,
        "GIT_COMMITTER_NAME": who,
        "GIT_COMMITTER_EMAIL": mail,
        "GIT_AUTHOR_DATE": day,
        "GIT_COMMITTER_DATE": day,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
    }
    done = subprocess.run(
        ["git", "-C", str(folder), *words], env={**os.environ, **fixed}, check=True, capture_output=True, text=True
    )
    return done.stdout


def replaced(path: Path, old: str, new: str) -> str:
    """Replace a text that must be there; return what the file held before."""
    before = path.read_text(encoding="utf-8")
    assert old in before, f"{path.name} does not say {old!r}"
    path.write_text(before.replace(old, new, 1), encoding="utf-8")
    return before


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with three commits: an older state, a goal that turned, and the plans as they are shipped."""
    top = tmp_path_factory.mktemp("example")
    root = top / "plans"
    shutil.copytree(api.example_portfolio(), root)
    git(top, "init", "-q", "-b", "main")
    stakeholders, goals = root / "arctic-harvest" / "stakeholders.yaml", root / "arctic-harvest" / "goals.yaml"
    last = replaced(stakeholders, "sentiment: opponent", "sentiment: neutral")
    turned = replaced(goals, "status: off_track", "status: at_risk")
    git(top, "add", "-A")
    git(top, "commit", "-q", "-m", "Plans of the autumn", day="2026-09-14T09:00:00+02:00")
    goals.write_text(turned, encoding="utf-8")
    git(
        top,
        "commit",
        "-qam",
        "The finance chief keeps his door shut",
        day="2026-10-09T16:30:00+02:00",
        who="Paul Achterberg",
    )
    stakeholders.write_text(last, encoding="utf-8")
    git(top, "commit", "-qam", "Procurement turned against us", day="2026-10-27T11:15:00+01:00")
    return root


@pytest.fixture(scope="session")
def workspace(example: Path) -> Workspace:
    """The example, read: what the screens must say is asserted from its values."""
    return api.open_portfolio(example)
