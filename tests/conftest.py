"""What all tests share: in CI a skip is a failure, the cache is a folder of their own, and `recorded` is real git."""

import os
import subprocess
from collections.abc import Generator, Mapping
from pathlib import Path

import pytest


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Refuse skips in CI: what is not run there is not known to work."""
    report = yield
    if os.environ.get("CI") == "true" and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, which CI does not allow: {report.longrepr}"
    return report


@pytest.fixture(autouse=True, scope="session")
def cache_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Generator[None, None, None]:
    """Keep what is kept for the user away from the one who runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KAMPLANS_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield


class Recorded:
    """A repository that records what a test tells it; days are days of 2026, noon, UTC."""

    def __init__(self, top: Path) -> None:
        self.top = top
        top.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *words: str, **environment: str) -> str:
        settings = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.top),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_AUTHOR_NAME": "Lena Fischer",
            "GIT_AUTHOR_EMAIL": "lena@example.com",
            "GIT_COMMITTER_NAME": "Lena Fischer",
            "GIT_COMMITTER_EMAIL": "lena@example.com",
            **environment,
        }
        done = subprocess.run(["git", *words], cwd=self.top, env=settings, capture_output=True, check=True)
        return done.stdout.decode("utf-8", "surrogateescape").strip()

    def write(self, files: Mapping[str, str | None]) -> None:
        for path, text in files.items():
            target = self.top / path
            if text is None:
                target.unlink()
            else:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(text, encoding="utf-8")

    def commit(self, files: Mapping[str, str | None], message: str = "A change", day: str = "01-01", **who: str) -> str:
        self.write(files)
        when = f"2026-{day}T12:00:00+00:00"
        self.git("add", "--all")
        self.git("commit", "-q", "--allow-empty", "-m", message, GIT_AUTHOR_DATE=when, GIT_COMMITTER_DATE=when, **who)
        return self.git("rev-parse", "HEAD")


@pytest.fixture
def recorded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Recorded:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    return Recorded(tmp_path / "repository")
