"""The story, the plans it ends with, and the repository it makes: each made once for all tests."""

import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from kamplans.demo import making
from kamplans.demo.chronicle import Moment, chronicle
from kamplans.demo.making import make
from kamplans.demo.step import Story, story
from kamplans.model.demo import Demo
from kamplans.shipped import shipped


@pytest.fixture
def git() -> Callable[..., str]:
    """Run git as somebody would who has no settings, or those given."""

    def run(folder: Path, *words: str, **environment: str) -> str:
        settings = {"PATH": os.environ["PATH"], "HOME": str(folder.parent), "GIT_CONFIG_NOSYSTEM": "1", **environment}
        done = subprocess.run(["git", *words], cwd=folder, env=settings, capture_output=True, check=True)
        return done.stdout.decode("utf-8").strip()

    return run


@pytest.fixture(scope="session")
def told() -> Story:
    return story()


@pytest.fixture(scope="session")
def plans() -> Mapping[str, str]:
    root = shipped("plans")
    return {path.relative_to(root).as_posix(): path.read_bytes().decode() for path in root.rglob("*.yaml")}


@pytest.fixture(scope="session")
def moments(told: Story, plans: Mapping[str, str]) -> list[Moment]:
    return chronicle(plans, told)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    return make(tmp_path_factory.mktemp("demo") / "example")


@pytest.fixture
def told_once(monkeypatch: pytest.MonkeyPatch, moments: list[Moment]) -> None:
    """Spare a test, to which it makes no difference, walking the story again."""
    monkeypatch.setattr(making, "chronicle", lambda *_: moments)
