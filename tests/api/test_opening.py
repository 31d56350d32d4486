"""Opening: where the portfolio is, what day it is, and how its repository stands."""

import subprocess
from datetime import date
from pathlib import Path

import pytest

from kamplans import api
from kamplans.errors import NoPortfolio, NoSuchAccount, UsageError

PORTFOLIO = "format: 1\nname: Small\ncurrency: EUR\n"
ACCOUNT = "name: Acme\ntier: key\nstatus: prospect\nteam:\n  - {person: ada, role: kam}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    plans = tmp_path / "work" / "plans"
    (plans / "acme").mkdir(parents=True)
    (plans / "portfolio.yaml").write_text(PORTFOLIO)
    (plans / "team.yaml").write_text("people:\n  - {id: ada, name: Ada Berg, status: active}\n")
    (plans / "acme" / "account.yaml").write_text(ACCOUNT)
    return plans


def git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=Ada Berg", "-c", "user.email=ada@example.com", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(folder: Path) -> Path:
    top = folder.parent
    git(top, "init", "-q", "-b", "main")
    git(top, "add", ".")
    git(top, "commit", "-q", "-m", "Begin", "--date", "2026-05-04T10:00:00+02:00")
    return folder


@pytest.mark.parametrize("start", [".", "acme", "..", "../.."])
def test_the_portfolio_is_found_upwards_or_below(folder: Path, start: str) -> None:
    assert api.find_portfolio(folder / start) == folder.resolve()


def test_a_portfolio_can_be_named(folder: Path, tmp_path: Path) -> None:
    assert api.find_portfolio(tmp_path, Path("work/plans")) == folder.resolve()
    with pytest.raises(NoPortfolio, match="There is no portfolio.yaml in"):
        api.find_portfolio(tmp_path, Path("work"))


def test_the_clock_is_what_was_asked_else_frozen_else_today(folder: Path) -> None:
    assert api.open_portfolio(folder).as_of == date.today()
    (folder / "portfolio.yaml").write_text(PORTFOLIO + "as_of: 2026-10-31\n")
    assert api.open_portfolio(folder).as_of == date(2026, 10, 31)
    assert api.open_portfolio(folder, as_of=date(2027, 1, 1)).as_of == date(2027, 1, 1)


def test_at_a_commit_the_clock_is_its_author_date(repository: Path) -> None:
    workspace = api.open_portfolio(repository, at="HEAD")
    assert workspace.as_of == date(2026, 5, 4)
    assert workspace.at is not None
    assert workspace.at.summary == "Begin"
    assert api.open_portfolio(repository, at="HEAD", as_of=date(2027, 1, 1)).as_of == date(2027, 1, 1)


def test_without_a_repository_history_is_a_sentence(folder: Path) -> None:
    workspace = api.open_portfolio(folder)
    assert (workspace.branch, workspace.is_clean) == (None, None)
    assert "is not in a git repository" in workspace.no_history


def test_the_repository_says_branch_and_cleanness(repository: Path) -> None:
    workspace = api.open_portfolio(repository)
    assert (workspace.branch, workspace.is_clean, workspace.no_history) == ("main", True, "")
    (repository / "acme" / "account.yaml").write_text(ACCOUNT + "region: EMEA\n")
    assert api.open_portfolio(repository).is_clean is False
    git(repository, "checkout", "-q", "--", ".")
    (repository / "acme" / "goals.yaml").write_text("goals: []\n")
    assert api.open_portfolio(repository).is_clean is False
    (repository / "acme" / "goals.yaml").unlink()
    (repository / "team.yaml").unlink()
    assert api.open_portfolio(repository).is_clean is False


def test_an_unborn_branch_has_no_history_yet(folder: Path) -> None:
    git(folder, "init", "-q", "-b", "main")
    workspace = api.open_portfolio(folder)
    assert workspace.branch == "main"
    assert workspace.no_history.startswith("Nothing has been committed yet")


def test_findings_are_named_from_the_repository_or_the_parent(folder: Path, repository: Path) -> None:
    (folder / "acme" / "account.yaml").write_text("name: [\n")
    assert {finding.path for finding in api.check(api.open_portfolio(folder))} == {"plans/acme/account.yaml"}
    git(folder, "init", "-q")
    assert {finding.path for finding in api.check(api.open_portfolio(folder))} == {"acme/account.yaml"}


def test_findings_within_paths(folder: Path) -> None:
    (folder / "acme" / "account.yaml").write_text(ACCOUNT + "colour: red\n")
    workspace = api.open_portfolio(folder)
    findings = api.check(workspace)
    assert api.within(workspace, findings, [folder / "acme"]) == findings
    assert api.within(workspace, findings, [folder.parent]) == findings
    assert api.within(workspace, findings, [folder / "acme" / "account.yaml"]) == findings
    assert api.within(workspace, findings, [folder / "team.yaml"]) == ()
    with pytest.raises(UsageError):
        api.within(workspace, findings, [Path("/") / "elsewhere"])


def test_the_frame_shows_the_lines_around(folder: Path) -> None:
    (folder / "acme" / "account.yaml").write_text(ACCOUNT + "colour: red\n")
    workspace = api.open_portfolio(folder)
    (finding,) = (one for one in api.check(workspace) if one.place.line == 6)
    assert api.source_frame(workspace, finding, around=1) == (
        (5, "  - {person: ada, role: kam}"),
        (6, "colour: red"),
        (7, ""),
    )


def test_an_account_that_is_none(folder: Path) -> None:
    with pytest.raises(NoSuchAccount) as problem:
        api.assess(api.open_portfolio(folder), "acm")
    assert problem.value.hint == "did you mean “acme”?"


def test_a_new_portfolio_opens_and_is_sound(tmp_path: Path) -> None:
    root = api.new_portfolio(tmp_path / "new" / "plans", 'My "key" accounts: 2027')
    workspace = api.open_portfolio(root)
    assert workspace.portfolio.settings.name == 'My "key" accounts: 2027'
    assert api.check(workspace) == ()
    assert api.overview(workspace) == ()


@pytest.mark.parametrize("name", ["", "  ", "a\nb", "\x1b[2J"])
def test_a_portfolio_needs_a_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError):
        api.new_portfolio(tmp_path / "new", name)
    assert not (tmp_path / "new").exists()


def test_nothing_is_written_over(folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    with pytest.raises(UsageError, match="is not empty"):
        api.new_portfolio(folder, "Other")
    assert {path: path.read_bytes() for path in folder.rglob("*.yaml")} == before
