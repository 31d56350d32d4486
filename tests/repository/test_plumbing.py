"""A git that hangs, floods or fails is ended, and one sentence is left."""

import os
import time
from pathlib import Path

import pytest

from kamplans.repository.plumbing import Git, GitFailed, environment


def pretended(tmp_path: Path, script: str, patience: float = 60.0) -> Git:
    """A program that stands in for git."""
    program = tmp_path / "git"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return Git(tmp_path, str(program), patience)


def test_a_git_that_hangs_is_ended_with_its_children(tmp_path):
    git = pretended(tmp_path, f"sleep 300 & echo $! > {tmp_path}/child; echo begun; wait", patience=0.2)
    started = time.monotonic()
    with pytest.raises(GitFailed, match=r"git did not answer within 0\.2 seconds"):
        git.output("log")
    assert time.monotonic() - started < 5
    child = int((tmp_path / "child").read_text())
    assert ended(child)


def ended(process: int) -> bool:
    for _ in range(100):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        if Path(f"/proc/{process}/stat").is_file() and ") Z " in Path(f"/proc/{process}/stat").read_text():
            return True
        time.sleep(0.02)
    return False


def test_patience_counts_waiting_not_the_time_of_the_caller(tmp_path):
    git = pretended(tmp_path, "echo one; echo two", patience=0.2)
    with git.streaming("log") as stream:
        assert stream.line() == b"one\n"
        time.sleep(0.5)
        assert stream.line() == b"two\n"


def test_a_flood_of_complaints_does_not_block_the_answer(tmp_path):
    git = pretended(tmp_path, "head -c 3000000 /dev/zero | tr '\\0' 'e' >&2; echo answer")
    assert git.output("log") == b"answer\n"


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("echo 'fatal: bad object x' >&2; exit 128", "bad object x"),
        ("echo 'warning: w' >&2; echo 'error: e' >&2; echo 'hint: h' >&2; exit 1", "e"),
        ("printf 'fatal: \\033[2J\\n' >&2; exit 128", "␛[2J"),
        ("exit 3", ""),
    ],
)
def test_a_git_that_fails_leaves_its_last_word(tmp_path, script, reason):
    with pytest.raises(GitFailed) as caught:
        pretended(tmp_path, script).output("log")
    assert caught.value.reason == reason


def test_a_git_that_cannot_start(tmp_path):
    with pytest.raises(GitFailed, match="git could not be started"):
        Git(tmp_path, str(tmp_path / "nowhere")).output("log")
    with pytest.raises(GitFailed, match="git could not be started"):
        pretended(tmp_path, "exit 0").output("a\0b")


def test_who_leaves_early_ends_git(tmp_path):
    git = pretended(tmp_path, f"echo $$ > {tmp_path}/itself; while :; do echo more; done")
    with git.streaming("log") as stream:
        assert stream.line() == b"more\n"
    assert ended(int((tmp_path / "itself").read_text()))


def test_a_reader_that_fails_ends_git_and_keeps_its_own_error(tmp_path):
    git = pretended(tmp_path, "while :; do echo more; done")
    with pytest.raises(KeyError), git.streaming("log"):
        raise KeyError


def test_the_environment_is_a_short_list(monkeypatch):
    for name in (
        "GIT_DIR",
        "GIT_CONFIG_COUNT",
        "GIT_SSH_COMMAND",
        "GIT_EXTERNAL_DIFF",
        "GIT_TRACE",
        "PAGER",
        "LD_PRELOAD",
    ):
        monkeypatch.setenv(name, "x")
    given = environment()
    assert {name for name in given if name.startswith("GIT_")} == {
        "GIT_TERMINAL_PROMPT",
        "GIT_OPTIONAL_LOCKS",
        "GIT_NO_LAZY_FETCH",
        "GIT_ALLOW_PROTOCOL",
    }
    assert {"PAGER", "LD_PRELOAD"}.isdisjoint(given)
