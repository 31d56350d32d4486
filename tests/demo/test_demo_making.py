"""The repository comes out the same whoever makes it and wherever, whole or not at all."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kamplans import api
from kamplans.demo import founding, making
from kamplans.demo.making import make
from kamplans.errors import NoGit, UsageError
from kamplans.model.demo import Demo
from kamplans.repository.plumbing import GitFailed
from kamplans.shipped import shipped

HOSTILE = """\
[user]
	name = Somebody Else
	email = else@example.com
[core]
	autocrlf = true
	hooksPath = {folder}/hooks
	fsmonitor = {folder}/hooks/trap
	quotePath = true
[commit]
	gpgSign = true
[gpg]
	program = {folder}/hooks/trap
[init]
	templateDir = {folder}/template
	defaultBranch = trunk
	defaultObjectFormat = sha256
[filter "spoil"]
	clean = {folder}/hooks/trap
	smudge = {folder}/hooks/trap
	required = true
[fastimport]
	unpackLimit = 1
"""


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_it_ends_with_the_shipped_plans(made: Demo) -> None:
    assert contents(made.plans) == contents(shipped("plans"))
    assert {path.name for path in made.folder.iterdir()} == {".git", "plans"}


def test_git_sees_a_clean_tree_on_main(made: Demo, git: Callable[..., str]) -> None:
    assert git(made.folder, "status", "--porcelain", "--branch") == "## main"
    assert git(made.folder, "rev-parse", "HEAD") == made.head
    assert git(made.folder, "fsck", "--strict", "--no-dangling") == ""
    assert git(made.folder, "for-each-ref", "--format=%(refname)") == "refs/heads/main"


def test_even_settings_that_turn_line_ends_leave_it_clean(made: Demo, git: Callable[..., str], tmp_path: Path) -> None:
    settings = tmp_path / "gitconfig"
    settings.write_text("[core]\n\tautocrlf = true\n")
    assert git(made.folder, "status", "--porcelain", GIT_CONFIG_GLOBAL=str(settings)) == ""


@pytest.fixture
def hostile_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user whose git settings, templates, attributes and environment would all leave a trace."""
    home = tmp_path / "home"
    (home / "hooks").mkdir(parents=True)
    trap = home / "hooks" / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {home}/ran\nexit 1\n")
    trap.chmod(0o755)
    for hook in ("reference-transaction", "post-index-change", "post-checkout"):
        shutil.copy(trap, home / "hooks" / hook)
    shutil.copytree(home / "hooks", home / "template" / "hooks")
    (home / "template" / "config").write_text("[core]\n\tautocrlf = true\n")
    (home / ".gitconfig").write_text(HOSTILE.format(folder=home))
    (home / "git").mkdir()
    (home / "git" / "attributes").write_text("* filter=spoil\n")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    for name, value in {
        "GIT_DIR": str(home / "elsewhere"),
        "GIT_AUTHOR_NAME": "Nobody",
        "GIT_COMMITTER_DATE": "2001-01-01T00:00:00Z",
        "GIT_DEFAULT_HASH": "sha256",
        "GIT_TEMPLATE_DIR": str(home / "template"),
        "TZ": "Pacific/Kiritimati",
        "LANG": "tr_TR.UTF-8",
        "LC_ALL": "tr_TR.UTF-8",
    }.items():
        monkeypatch.setenv(name, value)
    return home


def test_nobodys_settings_have_a_part_in_it(made: Demo, hostile_home: Path, tmp_path: Path) -> None:
    again = make(tmp_path / "again")
    assert again.head == made.head
    assert contents(again.plans) == contents(made.plans)
    assert not (hostile_home / "ran").exists()
    assert not (hostile_home / "elsewhere").exists()
    assert not (again.folder / ".git" / "hooks").exists()
    assert b"Somebody" not in b"".join(contents(again.folder / ".git").values())


@pytest.mark.usefixtures("told_once")
@pytest.mark.parametrize("name", ["new", "deep/er/new", "with space ‑ ünï", "-dash"])
def test_it_goes_into_a_new_or_an_empty_folder(tmp_path: Path, made: Demo, name: str) -> None:
    place = tmp_path / name
    if name == "new":
        place.mkdir()
    assert api.demo(place) == place.resolve()
    assert (place / "plans" / "portfolio.yaml").is_file()
    assert founding.newest(place) == made.head
    assert [path for path in place.parent.iterdir() if path != place] == []


@pytest.mark.usefixtures("told_once")
@pytest.mark.parametrize(
    "what", ["a file in it", "a file", "a link to nothing", "a circle of links", "no folder above"]
)
def test_where_something_is_nothing_is_written(tmp_path: Path, what: str) -> None:
    place = tmp_path / "place"
    if what == "a file in it":
        place.mkdir()
        (place / "mine.txt").write_text("mine")
    elif what == "a file":
        place.write_text("mine")
    elif what == "a link to nothing":
        place.symlink_to(tmp_path / "file" / "below")
        (tmp_path / "file").write_text("no folder")
    elif what == "a circle of links":
        place.symlink_to(place)
    else:
        place = tmp_path / "place" / "below"
        (tmp_path / "place").write_text("mine")
    before = contents(tmp_path)
    with pytest.raises(UsageError):
        make(place)
    assert contents(tmp_path) == before


def test_without_git_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoGit, match="git is not installed"):
        make(tmp_path / "new")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("told_once")
@pytest.mark.parametrize("stop", [KeyboardInterrupt(), GitFailed("fatal"), OSError(28, "No space left on device")])
def test_half_way_is_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: BaseException) -> None:
    """Whatever stops it after git has run leaves nothing behind, and becomes a sentence if it is no wish."""

    def stopped(*_: object) -> str:
        raise stop

    real = founding._recorded

    def half(*given: object) -> str:
        real(*given)  # type: ignore[arg-type]
        return stopped()

    monkeypatch.setattr(founding, "_recorded", half)
    with pytest.raises((KeyboardInterrupt, NoGit, UsageError)):
        make(tmp_path / "new")
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def cached(told_once: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The demo in a cache of its own."""
    monkeypatch.setenv("KAMPLANS_CACHE_DIR", str(tmp_path / "cache"))
    return api.demo_portfolio()


def test_the_screen_gets_it_from_the_cache(cached: Path, made: Demo, monkeypatch: pytest.MonkeyPatch) -> None:
    assert contents(cached) == contents(shipped("plans"))
    assert founding.newest(cached.parent) == made.head
    monkeypatch.setattr(making, "make", None)
    assert api.demo_portfolio() == cached, "what is there is not made again"


@pytest.mark.parametrize("harm", ["a file changed", "a file more", "a file less", "another commit", "no git folder"])
def test_what_was_touched_is_made_again(cached: Path, made: Demo, git: Callable[..., str], harm: str) -> None:
    team = cached / "team.yaml"
    if harm == "a file changed":
        team.write_text(team.read_text() + "# mine\n")
    elif harm == "a file more":
        (cached / "mine.yaml").write_text("name: Mine\n")
    elif harm == "a file less":
        team.unlink()
    elif harm == "another commit":
        git(cached.parent, "-c", "user.name=A", "-c", "user.email=a@b", "commit", "-q", "--allow-empty", "-m", "Mine")
    else:
        shutil.rmtree(cached.parent / ".git")
    assert api.demo_portfolio() == cached
    assert contents(cached) == contents(shipped("plans"))
    assert founding.newest(cached.parent) == made.head
