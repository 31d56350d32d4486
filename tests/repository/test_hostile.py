"""A repository that comes with its own programs runs none of them, and nothing is written."""

import os
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest

from kamplans.errors import BadRevision
from kamplans.repository.repository import discover
from kamplans.sources.revision import RevisionSource

ESCAPE = "\x1b[2J"


@pytest.fixture
def trap(recorded, tmp_path):
    """A repository each of whose settings would touch a canary; the settings are armed after its history is made."""
    recorded.commit({"plans/portfolio.yaml": "name: A\n", "plans/acme/goals.yaml": "goals: []\n"}, day="01-01")
    recorded.commit(
        {".gitattributes": "* diff=evil filter=evil textconv=evil\n", "plans/acme/goals.yaml": "goals: [x]\n"},
        f"{ESCAPE} --output=canary",
        "01-02",
        GIT_AUTHOR_NAME=f"--output=canary {ESCAPE}",
    )
    canaries = tmp_path / "canaries"
    canaries.mkdir()
    program = tmp_path / "evil"
    program.write_text(f'#!/bin/sh\nprintf x > "{canaries}/ran-$$"\ncat\n')
    program.chmod(0o755)
    hooks = recorded.top / ".git" / "hooks"
    hooks.mkdir(exist_ok=True)
    for hook in ("post-checkout", "pre-auto-gc", "post-index-change", "reference-transaction", "fsmonitor-watchman"):
        (hooks / hook).write_bytes(program.read_bytes())
        (hooks / hook).chmod(0o755)
    keys = [
        "core.fsmonitor", "core.pager", "pager.log", "pager.diff", "pager.ls-tree", "core.editor", "core.askPass",
        "core.sshCommand", "core.gitProxy", "core.alternateRefsCommand", "diff.external", "diff.evil.command",
        "diff.evil.textconv", "filter.evil.clean", "filter.evil.smudge", "filter.evil.process", "gpg.program",
        "gpg.ssh.program", "credential.helper", "sequence.editor", "uploadpack.packObjectsHook", "alias.log",
        "alias.rev-parse", "interactive.diffFilter", "trailer.evil.cmd", "remote.origin.uploadpack",
    ]  # fmt: skip
    for key in keys:
        recorded.git("config", key, f"!{program}" if key.startswith("alias") else str(program))
    for key, value in {
        "core.hooksPath": str(hooks), "core.useBuiltinFSMonitor": "true", "log.showSignature": "true",
        "color.ui": "always",
        "log.follow": "true", "log.showRoot": "false", "log.diffMerges": "off", "diff.relative": "true",
        "diff.renames": "copies",
        "diff.orderFile": str(tmp_path / "nowhere"), "log.date": "human", "core.quotePath": "true", "core.abbrev": "4",
        "i18n.logOutputEncoding": "UTF-16", "blame.ignoreRevsFile": "nowhere", "diff.submodule": "log",
        "filter.evil.required": "true", "extensions.partialClone": "origin", "remote.origin.promisor": "true",
        "remote.origin.url": f"ext::{program}", "protocol.ext.allow": "always",
    }.items():  # fmt: skip
        recorded.git("config", key, value)
    return recorded, canaries


def snapshot(top: Path) -> dict[str, tuple[int, bytes]]:
    files = (Path(folder, name) for folder, _, names in os.walk(top) for name in names)
    return {str(path): (path.stat().st_mtime_ns, path.read_bytes()) for path in files}


def ask_everything(top: Path) -> list[str]:
    found = discover(top)
    found.state()
    summaries = [logged.commit.summary for logged in found.log(["plans"])]
    for revision in ("HEAD", "main", "HEAD~1", "2026-01-01"):
        source = RevisionSource(found, found.resolve(revision), "plans/")
        assert [file.read() for file in source.files()]
    for revision in ("--output=canary", "-o", "nobranch", "--upload-pack=touch canary", "--help", "@{upstream}"):
        with pytest.raises(BadRevision):
            found.resolve(revision)
    list(found.blobs(["--output=canary", "0" * 40, "1" * 40]))
    return summaries


def test_nothing_runs_and_nothing_is_written(trap):
    recorded, canaries = trap
    before = snapshot(recorded.top)
    assert ask_everything(recorded.top) == [f"{ESCAPE} --output=canary", "A change"]
    assert list(canaries.iterdir()) == []
    assert snapshot(recorded.top) == before


def test_the_trap_works(trap):
    """Plain git does run what the traps name, so an empty cage above means something."""
    recorded, canaries = trap
    with suppress(subprocess.CalledProcessError):
        recorded.git("status")
    assert list(canaries.iterdir())
