"""History in plan words against git alone: one plan's log, the first in a process and the next; the log of all plans.

What is held against the log of all plans reads every version's values too, which no history of values can do without.
"""

import subprocess
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from kamplans import api
from kamplans.history import timeline
from kamplans.history.remembered import Remembered
from kamplans.model.revision import Revision
from kamplans.model.workspace import Workspace
from kamplans.reading.values import read_values

from generate import write_history
from measures import Measure, paired, timed

GIT = "`git log --raw` + `cat-file`"


def history_measures(room: Path, quick: bool) -> list[Measure]:
    """Measure one account with more than 200 commits of its own, and a portfolio with 50."""
    return [*_one_plan(room / "history", 60 if quick else 220), *_all_plans(room / "histories", 30 if quick else 1000)]


def _one_plan(folder: Path, commits: int) -> list[Measure]:
    write_history(folder, accounts=1, people=20, seed=1, commits=commits, touched=1)
    workspace = api.open_portfolio(folder / "plans")
    found = first_log(workspace, "acc-0001")
    assert len(found) == commits, (len(found), commits)
    first = paired(lambda: first_log(workspace, "acc-0001"), lambda: plumbing(folder, "acc-0001"), 9)
    again = paired(lambda: api.log(workspace, "acc-0001"), lambda: plumbing(folder, "acc-0001"), 9)
    blamed = median(timed(lambda: api.blame(workspace, "acc-0001", "people")) for _ in range(5))
    return [
        Measure(f"first log of one plan, {commits} commits, in-process", first[0], GIT, first[1], 3),
        Measure(f"the same log again, {commits} commits, in-process", again[0], GIT, again[1], 1),
        Measure(f"blame of every stakeholder's values, {commits} versions", blamed, "its budget in seconds", 0.1, 1),
    ]


def _all_plans(folder: Path, accounts: int) -> list[Measure]:
    commits = 50
    write_history(folder, accounts=accounts, people=20, seed=1, commits=commits)
    workspace = api.open_portfolio(folder / "plans")
    found = {revision.commit.id for revision in first_log(workspace, None)}
    assert len(found) == commits, (len(found), commits)
    ours, theirs = paired(lambda: first_log(workspace, None), lambda: values_of_all(folder), 3)
    again = median(timed(lambda: api.log(workspace)) for _ in range(3))
    what = f"log of {accounts:,} plans, {commits} commits, in-process"
    return [
        Measure(f"first {what}", ours, f"{GIT}, values read", theirs, 1.5),
        Measure(f"second {what}", again, "its budget in seconds", 0.3, 1),
    ]


def first_log(workspace: Workspace, account: str | None) -> tuple[Revision, ...]:
    """Return a log as a process tells it that has told none before."""
    timeline.REMEMBERED = Remembered()
    return api.log(workspace, account)


def plumbing(folder: Path, account: str = "acc-0001") -> int:
    """Return the bytes git alone brings for the same question."""
    return len(_batch(folder, _blobs(folder, f"plans/{account}")))


def values_of_all(folder: Path) -> int:
    """Return how many versions of all plans git brings and the reader of values reads."""
    found, at = 0, 0
    data = _batch(folder, _blobs(folder, "plans"))
    while at < len(data):
        head, _, _ = data[at : at + 100].partition(b"\n")
        start = at + len(head) + 1
        at = start + int(head.split()[2]) + 1
        found += read_values(data[start : at - 1]) is not None
    return found


def _blobs(folder: Path, path: str) -> Sequence[bytes]:
    """Return the ids of all blobs a path ever had."""
    log = ["git", "-C", str(folder), "log", "--raw", "-z", "--no-abbrev", "--format=%H", "--", path]
    raw = subprocess.run(log, capture_output=True, check=True).stdout
    return [*{word for line in raw.split(b"\0") if b":" in line for word in line.split(b" ")[2:4] if set(word) != {48}}]


def _batch(folder: Path, blobs: Sequence[bytes]) -> bytes:
    batch = ["git", "-C", str(folder), "cat-file", "--batch", "--buffer"]
    return subprocess.run(batch, input=b"\n".join(blobs), capture_output=True, check=True).stdout
