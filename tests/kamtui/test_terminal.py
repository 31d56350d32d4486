"""In a real terminal: it starts, walks, follows the size, and leaves the terminal as it was."""

import os
import shlex
import shutil
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from kamplans import api

pytestmark = pytest.mark.terminal
PATIENCE = 30  # seconds


class Terminal:
    """A tmux server of its own with one window."""

    def __init__(self, width: int, height: int) -> None:
        self.socket = f"kamtui-{uuid.uuid4().hex[:8]}"
        self.tmux("new-session", "-d", "-x", str(width), "-y", str(height), "env", "-i", *self.environment(), "sh")

    def environment(self) -> list[str]:
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "VIRTUAL_ENV") if name in os.environ}
        return [
            f"{name}={value}"
            for name, value in {**kept, "TERM": "screen-256color", "LANG": "C.UTF-8", "PS1": "$ "}.items()
        ]

    def tmux(self, *words: str) -> str:
        command = ["tmux", "-L", self.socket, "-f", os.devnull, *words]
        return subprocess.run(command, check=True, capture_output=True, text=True, timeout=PATIENCE).stdout

    def type(self, text: str) -> None:
        self.tmux("send-keys", "-l", text)

    def press(self, *keys: str) -> None:
        self.tmux("send-keys", *keys)

    @property
    def frame(self) -> str:
        return self.tmux("capture-pane", "-p")

    def wait_for(self, text: str) -> str:
        """Return the frame once a text stands on it."""
        end = time.monotonic() + PATIENCE
        while text not in (frame := self.frame):
            assert time.monotonic() < end, f"{text!r} did not come:\n{frame}"
            time.sleep(0.05)
        return frame

    def close(self) -> None:
        self.tmux("kill-server")


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed: nothing can stand for a real terminal")
    opened = Terminal(80, 24)
    yield opened
    opened.close()


def start(terminal: Terminal, *words: str) -> None:
    terminal.wait_for("$")
    terminal.type(f"{shlex.join([sys.executable, '-m', 'kamtui', *words])}; echo ended $?\n")


def test_a_manager_reads_walks_and_leaves(terminal: Terminal) -> None:
    start(terminal, "--demo")
    terminal.wait_for("single point")
    worst = max(
        api.overview(api.open_portfolio(api.example_portfolio()), ()),
        key=lambda row: (row.grade.rank, row.exposed or 0),
    )
    assert worst.name in terminal.frame.splitlines()[3]
    terminal.press("Enter")
    terminal.wait_for("Who decides")
    terminal.press("2")
    terminal.wait_for("Their people")
    terminal.tmux("resize-window", "-x", "140", "-y", "45")
    terminal.wait_for("of 5")
    terminal.tmux("resize-window", "-x", "40", "-y", "10")
    terminal.wait_for("Enlarge the terminal")
    terminal.tmux("resize-window", "-x", "80", "-y", "24")
    terminal.wait_for("Their people")
    terminal.press("Q")
    terminal.wait_for("ended 0")
    terminal.type("stty -a | head -1\n")
    assert "80" in terminal.wait_for("columns")
    assert terminal.tmux("display-message", "-p", "#{alternate_on} #{mouse_any_flag} #{cursor_flag}").split() == [
        "0",
        "0",
        "1",
    ]


def test_a_bad_revision_is_one_sentence_on_the_terminal(terminal: Terminal, example: Path) -> None:
    start(terminal, "--portfolio", str(example), "--at", "no-such-branch")
    frame = terminal.wait_for("ended 2")
    assert "no-such-branch" in frame.split("echo ended")[-1]
    assert "Traceback" not in frame


def test_hostile_names_do_not_reach_the_terminal(terminal: Terminal, example: Path, tmp_path: Path) -> None:
    """A plan written with escapes: the window keeps its title, the screen shows what stands there."""
    root = tmp_path / "plans"
    shutil.copytree(example, root)
    plan = root / "arctic-harvest" / "account.yaml"
    text = plan.read_text(encoding="utf-8").replace(
        "name: Arctic Harvest Seafood", 'name: "A\\e]2;PWNED\\a\\e[31m[/]"', 1
    )
    plan.write_text(text, encoding="utf-8")
    start(terminal, "--portfolio", str(root))
    terminal.wait_for("single point")
    assert "PWNED" not in terminal.tmux("display-message", "-p", "#{pane_title}")
    terminal.press("Q")
    terminal.wait_for("ended 0")
