"""A repository and plans that mean harm: nothing runs, nothing is written, and every text comes through as text."""

import os
import stat

import pytest

from kamplans.compare.portfolios import compare_portfolios
from kamplans.errors import KamplansError
from kamplans.history.blame import blame
from kamplans.history.filtering import filtered
from kamplans.history.timeline import Timeline
from kamplans.model.log_filter import LogFilter
from kamplans.reading.load import load
from kamplans.repository.repository import discover
from kamplans.sources.folder import FolderSource
from kamplans.sources.revision import RevisionSource

ACCOUNT = "name: Acme\ntier: key\nstatus: active\n"
KEYS = [
    "core.fsmonitor", "core.pager", "pager.log", "diff.external", "diff.evil.textconv", "diff.evil.command",
    "filter.evil.clean", "filter.evil.smudge", "gpg.program", "core.sshCommand", "core.alternateRefsCommand",
]  # fmt: skip


@pytest.fixture
def trap(recorded, tmp_path):
    folder = "plans/--output=canary"
    recorded.commit({"plans/portfolio.yaml": "name: A\n", f"{folder}/account.yaml": ACCOUNT}, "First", "01-01")
    recorded.commit(
        {
            ".gitattributes": "* diff=evil filter=evil\n",
            f"{folder}/account.yaml": ACCOUNT.replace("key", "strategic"),
            f"{folder}/goals.yaml": "goals: [{id: --output=canary, title: '$(touch canary) [bold]x[/] `id`'}]\n",
        },
        "Odd \x1b[2J\x1b]0;PWNED\x07 --output=canary",
        "01-02",
        GIT_AUTHOR_NAME="Lena \x1b[2J Fischer",
        GIT_AUTHOR_EMAIL="--output=canary",
    )
    program = tmp_path / "evil"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\ncat\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    for key in KEYS:
        recorded.git("config", key, str(program))
    recorded.git("config", "log.showSignature", "true")
    return recorded


def state(top):
    return {
        os.path.join(folder, name): os.stat(os.path.join(folder, name)).st_mtime_ns
        for folder, _, names in os.walk(top)
        for name in names
    }


def test_history_runs_and_writes_nothing(trap, tmp_path):
    before = state(trap.top)
    repository = discover(trap.top)
    for account in (None, "--output=canary", "-h", "../..", ":(glob)**", ""):
        timeline = Timeline(repository, "plans/", account)
        for commit in timeline.commits():
            timeline.changes(commit)
        timeline.revisions()
        timeline.cut()
    now = load(FolderSource(trap.top / "plans"))
    then = load(RevisionSource(repository, repository.resolve("HEAD~1"), "plans/"))
    assert compare_portfolios(then, now)
    for revision in ("--output=canary", "\x1b[2J", "-p", "HEAD --output=canary"):
        with pytest.raises(KamplansError):
            repository.resolve(revision)
    assert not (tmp_path / "ran").exists()
    assert state(trap.top) == before


def test_texts_come_through_as_they_are_for_the_doors_to_clean(trap):
    newest = Timeline(discover(trap.top), "plans/", "--output=canary").revisions(1)[0]
    assert newest.commit.author == "Lena \x1b[2J Fischer"
    assert newest.commit.summary == "Odd \x1b[2J\x1b]0;PWNED\x07 --output=canary"
    assert [change.sentence for change in newest.changes] == [
        "Acme moves up from key to strategic",
        "New goal: $(touch canary) [bold]x[/] `id`",
    ]


def test_a_commit_with_a_damaged_date_has_a_date(recorded):
    recorded.commit({"plans/acme/account.yaml": ACCOUNT})
    tree = recorded.git("rev-parse", "HEAD^{tree}")
    raw = f"tree {tree}\nauthor A <a> 99999999999999999999 +9999\ncommitter A <a> 1 +0000\n\nOdd\n"
    (recorded.top / "raw").write_text(raw)
    odd = recorded.git("hash-object", "-t", "commit", "-w", "--literally", "raw")
    timeline = Timeline(discover(recorded.top), "plans/", "acme", start=odd)
    assert [commit.summary for commit in timeline.commits()] == ["Odd"]


def test_a_plan_of_a_hundred_thousand_brackets_is_one_sentence(recorded):
    recorded.commit({"plans/acme/account.yaml": ACCOUNT}, "First", "01-01")
    recorded.commit({"plans/acme/goals.yaml": "[" * 100_000}, "Brackets", "01-02")
    recorded.commit({"plans/acme/goals.yaml": "goals: " + "x" * (1 << 20)}, "Large", "01-03")
    revisions = Timeline(discover(recorded.top), "plans/", "acme").revisions(2)
    assert [[change.sentence for change in revision.changes] for revision in revisions] == [
        [],
        ["Goals: nothing in it can be read any more"],
    ]


def test_following_and_blaming_runs_and_writes_nothing(trap, tmp_path):
    trap.git("config", "diff.renames", "copies")
    trap.git("config", "diff.renameLimit", "1")
    trap.git("config", "blame.ignoreRevsFile", "missing")
    new = "plans/-M --output=canary"
    trap.git("-c", "filter.evil.clean=cat", "-c", "core.fsmonitor=false", "mv", "plans/--output=canary", new)
    trap.git("-c", "core.fsmonitor=false", "-c", "filter.evil.clean=cat", "commit", "-q", "-m", "Renamed")
    (tmp_path / "ran").unlink(missing_ok=True)
    before = state(trap.top)
    repository = discover(trap.top)
    account = load(FolderSource(trap.top / "plans")).accounts["-M --output=canary"]
    timeline = Timeline(repository, "plans/", account.id)
    assert [commit.summary[:7] for commit in timeline.commits()] == ["Renamed", "Odd \x1b[2", "First"]
    assert {one.commit.summary[:3] for one in blame(timeline, account)} == {"Odd", "Fir"}
    only = LogFilter("goals", "--output=canary", None, None, "\x1b[2J", "--output=canary")
    assert [*filtered(timeline, only)] == []
    assert [one.commit.summary[:3] for one in filtered(timeline, LogFilter(author="\x1b[2J"))] == ["Odd"]
    assert not (tmp_path / "ran").exists()
    assert state(trap.top) == before
