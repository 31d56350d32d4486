"""What was told once is not told again, and is still true."""

import subprocess
import sys

from kamplans.history import timeline
from kamplans.history.remembered import Remembered
from kamplans.history.timeline import Timeline
from kamplans.repository.repository import discover

ACCOUNT = "name: Acme\ntier: key\nstatus: active\n"


def test_the_one_asked_for_longest_ago_is_forgotten():
    held = Remembered(most=2)
    held.put(("a", "", None), ())
    held.put(("b", "", None), ())
    assert held.get(("a", "", None)) == ()
    held.put(("c", "", None), ())
    assert (held.get(("b", "", None)), held.get(("a", "", None)), held.get(("c", "", None))) == (None, (), ())


def test_new_commits_are_told_and_old_ones_remembered(recorded, monkeypatch):
    monkeypatch.setattr(timeline, "REMEMBERED", Remembered())
    recorded.commit({"plans/acme/account.yaml": ACCOUNT}, "First", "01-01")
    repository = discover(recorded.top)
    assert len(Timeline(repository, "plans/", "acme").revisions()) == 1
    recorded.commit({"plans/acme/account.yaml": ACCOUNT.replace("key", "strategic")}, "Second", "01-02")
    fresh = Timeline(repository, "plans/", "acme").revisions()
    monkeypatch.setattr(timeline, "told", lambda *_: 1 / 0)
    assert Timeline(repository, "plans/", "acme").revisions() == fresh
    assert [[change.sentence for change in one.changes] for one in fresh] == [
        ["Acme moves up from key to strategic"],
        ["New account: Acme (key, active)"],
    ]


def test_where_a_shallow_clone_ends_nothing_is_remembered(recorded, tmp_path, monkeypatch):
    monkeypatch.setattr(timeline, "REMEMBERED", Remembered())
    recorded.commit({"plans/acme/account.yaml": ACCOUNT}, "First", "01-01")
    recorded.commit({"plans/acme/account.yaml": ACCOUNT.replace("key", "strategic")}, "Second", "01-02")
    clone = tmp_path / "clone"
    recorded.git("clone", "-q", "--depth", "1", f"file://{recorded.top}", str(clone))
    assert [len(one.changes) for one in Timeline(discover(clone), "plans/", "acme").revisions()] == [0]
    recorded.git("-C", str(clone), "fetch", "-q", "--unshallow")
    assert [len(one.changes) for one in Timeline(discover(clone), "plans/", "acme").revisions()] == [1, 1]


def test_gitpython_is_loaded_only_when_a_repository_is_looked_for():
    modules = "import kamplans.history.timeline, kamplans.sources.revision, kamplans.compare.portfolios, sys"
    done = subprocess.run(
        [sys.executable, "-c", f"{modules}; print('git' in sys.modules)"], capture_output=True, text=True
    )
    assert done.stdout.strip() == "False", done.stderr
