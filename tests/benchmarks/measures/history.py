"""History: one plan's log in plan words against `git log --raw` and `git cat-file --batch` of its blobs."""

import subprocess
from pathlib import Path

from kamplans import api

from generate import write_history
from measures import Measure, paired


def history_measures(room: Path, quick: bool) -> list[Measure]:
    """Measure one account with more than 200 commits of its own."""
    commits = 60 if quick else 220
    folder = room / "history"
    write_history(folder, accounts=1, people=20, seed=1, commits=commits, touched=1)
    workspace = api.open_portfolio(folder / "plans")
    found = api.log(workspace, "acc-0001")
    assert len(found) == commits, (len(found), commits)
    ours, limit = paired(lambda: api.log(workspace, "acc-0001"), lambda: plumbing(folder), 5)
    return [Measure(f"log of one plan, {commits} commits, in-process", ours, "`git log --raw` + `cat-file`", limit, 3)]


def plumbing(folder: Path) -> int:
    """Return the bytes git alone brings for the same question."""
    log = ["git", "-C", str(folder), "log", "--raw", "-z", "--no-abbrev", "--format=%H", "--", "plans/acc-0001"]
    raw = subprocess.run(log, capture_output=True, check=True).stdout
    blobs = {word for line in raw.split(b"\0") if b":" in line for word in line.split(b" ")[2:4] if set(word) != {48}}
    batch = ["git", "-C", str(folder), "cat-file", "--batch", "--buffer"]
    return len(subprocess.run(batch, input=b"\n".join(blobs), capture_output=True, check=True).stdout)
