"""Where is the repository, how does it stand, and one sentence where there is none."""

import shutil
from pathlib import Path

import pytest

from kamplans.errors import NoGit
from kamplans.repository import plumbing
from kamplans.repository.repository import discover


def refused(path: Path) -> str:
    with pytest.raises(NoGit) as caught:
        discover(path)
    assert "\n" not in caught.value.message
    return caught.value.message


def test_a_folder_inside_finds_the_repository_around_it(recorded):
    recorded.commit({"plans/portfolio.yaml": "name: A\n"})
    found = discover(recorded.top / "plans")
    assert (found.top, found.prefix(recorded.top / "plans")) == (recorded.top, "plans/")
    assert found.prefix(recorded.top) == ""


def test_a_folder_outside_has_no_prefix(recorded, tmp_path):
    recorded.commit({})
    with pytest.raises(NoGit, match="does not lie in the repository"):
        discover(recorded.top).prefix(tmp_path)


def test_without_git_one_sentence(recorded, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert refused(recorded.top) == "git is not installed"


def test_outside_of_a_repository_one_sentence(tmp_path):
    assert refused(tmp_path) == f"{tmp_path} is not in a git repository"


def test_no_folder_one_sentence(tmp_path):
    assert refused(tmp_path / "nowhere") == f"There is no folder {tmp_path}/nowhere"


def test_a_bare_repository_one_sentence(recorded, tmp_path):
    recorded.commit({})
    recorded.git("clone", "-q", "--bare", ".", str(tmp_path / "bare.git"))
    assert "lies in a bare repository" in refused(tmp_path / "bare.git")


def test_a_repository_of_somebody_else_one_sentence(recorded, monkeypatch):
    monkeypatch.setitem(plumbing._SET, "GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert refused(recorded.top) == f"git does not trust {recorded.top}, because it belongs to another user"


@pytest.mark.parametrize(
    "config", ["[core\nbroken", "[core]\n\trepositoryformatversion = 99\n", "[extensions]\n\tunheardof = 1\n"]
)
def test_a_repository_git_refuses_one_sentence(recorded, config):
    (recorded.top / ".git" / "config").write_text(config)
    recorded_format = "[core]\n\trepositoryformatversion = 1\n" if "extensions" in config else ""
    (recorded.top / ".git" / "config").write_text(recorded_format + config)
    assert "cannot" in refused(recorded.top)


@pytest.mark.parametrize("text", ["gitdir: /nowhere", "gitdir: ", "nonsense", ""])
def test_a_git_file_that_leads_nowhere_one_sentence(tmp_path, text):
    (tmp_path / ".git").write_text(text)
    assert refused(tmp_path)


@pytest.mark.parametrize(
    "name", ["GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY", "GIT_INDEX_FILE"]
)
def test_the_environment_of_a_hook_is_ignored(recorded, monkeypatch, tmp_path, name):
    head = recorded.commit({"plans/portfolio.yaml": "name: A\n"})
    monkeypatch.setenv(name, str(tmp_path / "elsewhere"))
    found = discover(recorded.top)
    assert (found.top, found.head()) == (recorded.top, head)
    assert found.state().branch == "main"


def test_a_second_working_tree_has_its_own_branch_and_the_shared_history(recorded, tmp_path):
    head = recorded.commit({"plans/portfolio.yaml": "name: A\n"})
    recorded.git("worktree", "add", "-q", "-b", "side", str(tmp_path / "second"))
    found = discover(tmp_path / "second")
    assert (found.top, found.state().branch, found.head()) == (tmp_path / "second", "side", head)
    assert found.shared == recorded.top / ".git"


def test_before_the_first_commit(recorded):
    found = discover(recorded.top)
    state = found.state()
    assert (state.branch, state.head, state.is_unborn) == ("main", None, True)
    assert state.notices == ("Nothing has been committed yet, so there is no history.",)
    for ask in (found.head, lambda: found.resolve("main"), lambda: found.resolve("HEAD"), lambda: list(found.log())):
        with pytest.raises(NoGit, match="Nothing has been committed yet"):
            ask()


def test_a_detached_head_says_so(recorded):
    first = recorded.commit({"a": "1"})
    recorded.commit({"a": "2"})
    recorded.git("checkout", "-q", first)
    state = discover(recorded.top).state()
    assert (state.is_detached, state.head) == (True, first)
    assert state.notices == ("No branch is checked out: HEAD is detached.",)


def test_a_merge_under_way_says_so(recorded):
    recorded.commit({"a": "1"})
    recorded.git("checkout", "-q", "-b", "side")
    recorded.commit({"b": "1"})
    recorded.git("checkout", "-q", "main")
    recorded.git("merge", "-q", "--no-ff", "--no-commit", "side")
    assert discover(recorded.top).state().notices == ("A merge is under way in this repository.",)


def test_a_shallow_clone_says_so(recorded, tmp_path):
    for number in range(4):
        recorded.commit({"a": str(number)})
    recorded.git("clone", "-q", "--depth", "2", f"file://{recorded.top}", str(tmp_path / "shallow"))
    state = discover(tmp_path / "shallow").state()
    assert state.is_shallow
    assert "older history is missing" in state.notices[0]


def test_nothing_is_left_running(recorded):
    recorded.commit({"a": "1"})
    found = discover(recorded.top)
    found.state()
    assert shutil.which("git")
    blobs = found.blobs([recorded.git("rev-parse", "HEAD:a")] * 5000)
    next(blobs)
    blobs.close()
    tasks = Path("/proc/self/task")
    if tasks.is_dir():
        children = [child for task in tasks.iterdir() for child in (task / "children").read_text().split()]
        assert children == []


def test_a_repository_is_asked_for_its_folders_once(recorded, monkeypatch):
    recorded.commit({"a": "1"})
    first = discover(recorded.top)
    monkeypatch.setattr(plumbing.Git, "output", lambda *_: 1 / 0)
    again = discover(recorded.top)
    assert (again.top, again.folder, again.shared) == (first.top, first.folder, first.shared)


def test_a_repository_that_changed_is_asked_again(recorded, tmp_path):
    recorded.commit({"a": "1"})
    assert discover(recorded.top).folder == recorded.top / ".git"
    elsewhere = (recorded.top / ".git").rename(tmp_path / "elsewhere")
    (recorded.top / ".git").write_text(f"gitdir: {elsewhere}\n", encoding="utf-8")
    assert discover(recorded.top).folder == elsewhere
    (recorded.top / ".git").unlink()
    assert refused(recorded.top) == f"{recorded.top} is not in a git repository"
    elsewhere.rename(recorded.top / ".git")
    (recorded.top / ".git" / "config").write_text("[core]\n\trepositoryformatversion = 99\n", encoding="utf-8")
    assert "repo version" in refused(recorded.top)
