"""Without git everything but history works, and history says in one sentence why not."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
HISTORY = [
    ("log",),
    ("blame", "acme"),
    ("diff",),
    ("risk", "--over-time"),
    ("list", "--at", "HEAD"),
    ("map", "acme", "--at", "2026-10-01"),
]
REST = [("list",), ("show", "acme"), ("check", "--exit-zero"), ("map", "acme"), ("risk",)]


@pytest.mark.parametrize("words", HISTORY, ids=" ".join)
def test_no_repository(run: Run, small: Path, words: tuple[str, ...]) -> None:
    done = run(*words, folder=small)
    assert (done.status, done.err.count("\n")) == (2, 1)
    assert "is not in a git repository" in done.err


@pytest.mark.parametrize("words", HISTORY, ids=" ".join)
def test_no_git(run: Run, with_history: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    done = run(*words, folder=with_history)
    assert (done.status, done.err.count("\n")) == (2, 1)
    assert "git is not installed" in done.err


@pytest.mark.parametrize("words", REST, ids=" ".join)
def test_the_rest_needs_no_git(
    run: Run, with_history: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    with_git = run(*words, folder=with_history)
    monkeypatch.setenv("PATH", "")
    assert run(*words, folder=with_history) == with_git
    assert with_git.status == 0


@pytest.mark.parametrize("words", HISTORY, ids=" ".join)
def test_an_unborn_branch(run: Run, small: Path, words: tuple[str, ...]) -> None:
    import subprocess

    subprocess.run(["git", "init", "-q", str(small)], check=True)
    done = run(*words, folder=small)
    assert (done.status, done.err.count("\n")) == (2, 1)
    assert "Nothing has been committed yet" in done.err


def test_a_detached_head_has_a_history(run: Run, with_history: Path) -> None:
    import subprocess

    subprocess.run(["git", "checkout", "-q", "HEAD~1"], cwd=with_history, check=True)
    done = run("log", folder=with_history)
    assert done.status == 0
    assert "Begin" in done.out
    assert "Bo liked the pilot" not in done.out
