"""The same history by libraries: GitPython and dulwich bring the commits of one plan and the bytes of its versions."""

from pathlib import Path

import git
from dulwich.repo import Repo

from kamplans import api

from generate import write_history
from measures import Measure, timed
from measures.history import first_log

PLAN = "plans/acc-0001/stakeholders.yaml"


def peer_measures(room: Path, quick: bool) -> list[Measure]:
    """Measure one account; ours tells what changed in plan words, theirs only bring the bytes."""
    commits = 60 if quick else 220
    folder = room / "peers"
    write_history(folder, accounts=1, people=20, seed=1, commits=commits, touched=1)
    workspace = api.open_portfolio(folder / "plans")
    first_log(workspace, "acc-0001")
    ours = timed(lambda: first_log(workspace, "acc-0001"))
    what = f"first log of one plan, {commits} commits, in plan words"
    return [
        Measure(what, ours, "GitPython: commits and bytes alone", timed(lambda: by_gitpython(folder, commits))),
        Measure(what, ours, "dulwich: commits and bytes alone", timed(lambda: by_dulwich(folder, commits))),
    ]


def by_gitpython(folder: Path, commits: int) -> int:
    """Return the bytes of every version as GitPython reads them."""
    with git.Repo(folder) as repo:
        found = [(commit.tree / PLAN).data_stream.read() for commit in repo.iter_commits(paths=PLAN)]
    assert len(found) == commits
    return sum(map(len, found))


def by_dulwich(folder: Path, commits: int) -> int:
    """Return the bytes of every version as dulwich reads them."""
    with Repo(str(folder)) as repo:
        walked = [entry.commit for entry in repo.get_walker(paths=[PLAN.encode()])]
        found = []
        for commit in walked:
            tree = repo[commit.tree]
            _, blob = tree.lookup_path(repo.__getitem__, PLAN.encode())
            found.append(repo[blob].data)
    assert len(found) == commits
    return sum(map(len, found))
