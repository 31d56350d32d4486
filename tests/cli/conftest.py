"""How the tests of the command line run a command, and a small portfolio with a history."""

import io
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kamplans.cli.main import main

ROOT = Path(__file__).resolve().parent.parent.parent
EXAMPLE = ROOT / "plans"

SMALL = {
    "portfolio.yaml": "format: 1\nname: Small\ncurrency: EUR\nas_of: 2026-10-31\n",
    "team.yaml": "people:\n  - {id: ada, name: Ada Berg, status: active}\n",
    "acme/account.yaml": "name: Acme\ntier: key\nstatus: active\nteam:\n  - {person: ada, role: kam}\n",
    "acme/stakeholders.yaml": (
        "people:\n  - id: bo\n    name: Bo Lund\n    roles: [decision_maker]\n    influence: 5\n"
        "    sentiment: neutral\n    status: active\n"
        "relationships:\n  - ours: ada\n    theirs: bo\n    level: vendor\n    last_contact: 2026-10-01\n"
    ),
    "acme/goals.yaml": "goals:\n  - id: grow\n    title: Grow\n    status: on_track\n",
}


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run `kamplans` with words, in a folder (default: an empty one)."""

    def command(*words: str, folder: Path | None = None) -> Ran:
        out, err = io.StringIO(), io.StringIO()
        with monkeypatch.context() as patch:
            patch.chdir(folder or tmp_path)
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            status = main(list(words))
        return Ran(status, out.getvalue(), err.getvalue())

    return command


def write(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")


def git(folder: Path, *words: str, day: str = "2026-10-01") -> None:
    moment = f"{day}T12:00:00+00:00"
    environment = {
        "PATH": "/usr/local/bin:/usr/bin:/bin",
        "HOME": str(folder),
        "GIT_CONFIG_GLOBAL": "/dev/null",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_DATE": moment,
        "GIT_COMMITTER_DATE": moment,
    }
    who = ("-c", "user.name=Ada Berg", "-c", "user.email=ada@example.com")
    subprocess.run(["git", *who, *words], cwd=folder, env=environment, check=True, capture_output=True)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A portfolio of one account, without git."""
    folder = tmp_path / "small"
    write(folder, SMALL)
    return folder


@pytest.fixture
def with_history(tmp_path: Path) -> Path:
    """The same portfolio in a repository of two commits: Bo Lund turned from neutral to supporter."""
    top = tmp_path / "repository"
    write(top / "plans", SMALL)
    git(top, "init", "-q", "-b", "main")
    git(top, "add", ".")
    git(top, "commit", "-q", "-m", "Begin", day="2026-09-01")
    path = top / "plans/acme/stakeholders.yaml"
    path.write_text(path.read_text().replace("sentiment: neutral", "sentiment: supporter"))
    git(top, "commit", "-q", "-a", "-m", "Bo liked the pilot", day="2026-10-01")
    return top
