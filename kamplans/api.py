"""What one can do with plans: the one door for the command line and the terminal UI.

Every function takes a `Workspace` and returns frozen values. Rooms are imported where they are used: a question loads
only what answers it. What takes longer than a screen may wait belongs in a worker there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kamplans.errors import NoPortfolio, UsageError
from kamplans.shipped import shipped

if TYPE_CHECKING:
    from kamplans.model.blame import BlamedValue
    from kamplans.model.brief import Brief
    from kamplans.model.change import Change
    from kamplans.model.course import Course
    from kamplans.model.demo import Demo
    from kamplans.model.finding import Finding
    from kamplans.model.log_filter import LogFilter
    from kamplans.model.orgchart import OrgChart
    from kamplans.model.overview import AccountRow
    from kamplans.model.portfolio import Account
    from kamplans.model.report import Report
    from kamplans.model.revision import Commit, Revision
    from kamplans.model.risk import PortfolioRisk, RiskMap
    from kamplans.model.workspace import Workspace


def find_portfolio(start: Path, named: Path | None = None) -> Path:
    """Return the portfolio's folder: the one named, else the first upwards from `start`, else the one below it.

    Raises NoPortfolio where there is none, or several below.
    """
    if named is not None:
        folder = named if named.is_absolute() else start / named
        if (folder / "portfolio.yaml").is_file():
            return folder.resolve()
        raise NoPortfolio(
            f"There is no portfolio.yaml in {folder}", "name a folder that holds one, or write one with `kamplans init`"
        )
    for folder in (start, *start.resolve().parents):
        if (folder / "portfolio.yaml").is_file():
            return folder.resolve()
    below = sorted({path.parent for depth in ("*", "*/*") for path in start.glob(f"{depth}/portfolio.yaml")})
    if len(below) == 1:
        return below[0].resolve()
    if below:
        listed = ", ".join(str(folder.relative_to(start)) for folder in below[:8])
        raise NoPortfolio(f"There are several portfolios here: {listed}", "choose one with --portfolio")
    raise NoPortfolio(
        f"There is no portfolio in {start} or above it",
        "a portfolio is a folder with a portfolio.yaml; try `kamtui --demo`",
    )


def example_portfolio() -> Path:
    """Return the folder of the example portfolio that is shipped."""
    return shipped("plans")


def open_portfolio(
    root: Path, *, at: str | None = None, as_of: date | None = None, with_state: bool = True
) -> Workspace:
    """Read a portfolio: its files as they are, or as they were at a revision or date.

    The clock is `as_of`; else, with `at`, the author date of that commit; else the portfolio's own `as_of`; else today.
    `with_state` also asks git how the repository stands, which a command that prints no branch can spare. Raises NoGit
    and BadRevision for `at` alone.
    """
    from kamplans.opening import open_portfolio as opened

    return opened(root, at=at, as_of=as_of, with_state=with_state)


def account(workspace: Workspace, id: str) -> Account:
    """Return an account. Raises NoSuchAccount with the nearest id."""
    from kamplans.opening import account as chosen

    return chosen(workspace.portfolio, id)


def account_names(workspace: Workspace) -> dict[str, str]:
    """Return the names of all accounts by id."""
    return {id: account.name for id, account in workspace.portfolio.accounts.items()}


def names(workspace: Workspace, account_id: str | None = None) -> Mapping[str, str]:
    """Return the names of our people and, with an account, of theirs, by id."""
    from kamplans.programme.brief import names as named

    return named(workspace.portfolio, None if account_id is None else account(workspace, account_id))


def check(workspace: Workspace, *, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Finding, ...]:
    """Return all findings by file and place. Raises UsageError for a code that is none."""
    from kamplans.rules.check import check as checked

    return tuple(checked(workspace.portfolio, workspace.as_of, select=select, ignore=ignore))


def assess(workspace: Workspace, account_id: str, *, advice: bool = True) -> RiskMap:
    """Return the relationship map of one account with its risk; computed once for each workspace.

    Without `advice`, which takes longer than the rest, `next_contacts` may be empty.
    """
    from kamplans.network.assess import assess as assessed

    known = workspace.maps.get((account_id, True)) or workspace.maps.get((account_id, advice))
    if known is None:
        plans = workspace.portfolio
        known = assessed(account(workspace, account_id), plans.team, plans.settings, workspace.as_of, advice=advice)
        workspace.maps[account_id, advice] = known
    return known


def portfolio_risk(workspace: Workspace) -> PortfolioRisk:
    """Return the risk of all accounts, and of our people across them."""
    from kamplans.network.across import portfolio_risk as across
    from kamplans.programme.yearly_value import yearly_values

    maps = [assess(workspace, id, advice=False) for id in workspace.portfolio.accounts]
    return across(workspace.portfolio, maps, yearly_values(workspace.portfolio, workspace.as_of))


def org_chart(workspace: Workspace, account_id: str) -> OrgChart:
    """Return their organisation as rows to draw."""
    from kamplans.network.chart import chart

    return chart(account(workspace, account_id), assess(workspace, account_id, advice=False))


def overview(workspace: Workspace, findings: Sequence[Finding] | None = None) -> tuple[AccountRow, ...]:
    """Return a row for every account; checks the plans unless their findings are given."""
    from kamplans.programme.overview import overview as rows

    maps = {id: assess(workspace, id, advice=False) for id in workspace.portfolio.accounts}
    return rows(workspace.portfolio, maps, check(workspace) if findings is None else findings, workspace.as_of)


def filter_accounts(workspace: Workspace, rows: Iterable[AccountRow], text: str) -> tuple[AccountRow, ...]:
    """Return the rows that fit a filter (`tier:strategic acv:>1m`). Raises UsageError for words that are none."""
    from kamplans.model.filter import filter_rows

    return filter_rows(rows, text, workspace.as_of)


def brief(workspace: Workspace, account_id: str, findings: Sequence[Finding] | None = None) -> Brief:
    """Return one page about one account; checks the plans unless their findings are given."""
    from kamplans.programme.brief import brief as made
    from kamplans.programme.overview import one_row

    chosen = account(workspace, account_id)
    risk = assess(workspace, account_id)
    found = check(workspace) if findings is None else findings
    row = one_row(workspace.portfolio, chosen, risk, found, workspace.as_of)
    return made(workspace.portfolio, chosen, risk, row, workspace.as_of)


def commits(workspace: Workspace, account_id: str | None = None, limit: int | None = None) -> tuple[Commit, ...]:
    """Return the commits that touched an account (or any plan), newest first. Raises NoGit without a history."""
    from kamplans.opening import timeline_of

    return timeline_of(workspace, account_id).commits(limit)


def changes_of(workspace: Workspace, commit: Commit, account_id: str | None = None) -> tuple[Change, ...]:
    """Return what one commit changed in an account (or in any plan), the weightiest first."""
    from kamplans.opening import timeline_of

    changes = timeline_of(workspace, account_id).changes(commit)
    return tuple(sorted(changes, key=lambda change: (-change.weight, change.document, change.path)))


def log(
    workspace: Workspace,
    account_id: str | None = None,
    *,
    limit: int | None = None,
    only: LogFilter | None = None,
) -> tuple[Revision, ...]:
    """Return the history of an account (or of all plans), newest first; with `only`, the part that fits.

    Raises NoGit where there is none, NoSuchAccount for an account that neither is nor was, UsageError for a person whom
    nothing knows.
    """
    from kamplans.history.filtering import filtered, known_person
    from kamplans.opening import timeline_of

    timeline = timeline_of(workspace, account_id)
    revisions = timeline.revisions(limit) if only is None else tuple(filtered(timeline, only, limit))
    if not revisions and account_id is not None and (only is None or not timeline.commits(1)):
        account(workspace, account_id)
    if not revisions and only is not None and only.person:
        known_person(workspace.portfolio, only.person)
    return revisions


def over_time(workspace: Workspace, account_id: str) -> Course:
    """Return how an account stood after each of its commits, and stands today.

    Raises NoGit without a history, NoSuchAccount.
    """
    return courses(workspace, (account_id,))[0]


def courses(workspace: Workspace, accounts: Sequence[str] = ()) -> tuple[Course, ...]:
    """Return the course of several accounts, of all for none: cheaper than one after the other. Raises as `over_time`.

    Past standings are kept in the user's cache folder by the blobs they depend on.
    """
    from kamplans.opening import past_of

    chosen = [account(workspace, id) for id in accounts or workspace.portfolio.accounts]
    return past_of(workspace).courses(chosen, workspace.portfolio, workspace.as_of)


def blame(workspace: Workspace, account_id: str, path: str = "") -> tuple[BlamedValue, ...]:
    """Return where each value of an account comes from, or each at or below `path` (`goals[cut-losses].status`).

    Raises NoGit where there is no history, NoSuchAccount, UsageError for a path that leads to no value.
    """
    from kamplans.history.blame import blame as blamed
    from kamplans.opening import timeline_of

    return blamed(timeline_of(workspace, account_id), account(workspace, account_id), path)


def history_cut(workspace: Workspace, account_id: str | None = None) -> str | None:
    """Return the sentence that says where a shallow clone ends the history; None if it is whole. Raises NoGit."""
    from kamplans.opening import timeline_of

    return timeline_of(workspace, account_id).cut()


def diff(
    workspace: Workspace, before: str | None = None, after: str | None = None, accounts: Sequence[str] = ()
) -> tuple[Change, ...]:
    """Return what changed from one revision (default: the last commit) to another (default: the plans as opened)."""
    from kamplans.compare.portfolios import compare_portfolios
    from kamplans.opening import both_sides

    return tuple(compare_portfolios(*both_sides(workspace, before, after, accounts), accounts))


def json_patch(
    workspace: Workspace, before: str | None = None, after: str | None = None, accounts: Sequence[str] = ()
) -> dict[str, list[dict[str, Any]]]:
    """Return what makes one revision from another as operations of RFC 6902, by the path of the document.

    The path is that in the portfolio, the sides are those of `diff`; a document that is not there is null.
    """
    from kamplans.compare.patching import patches
    from kamplans.opening import both_sides

    return patches(*both_sides(workspace, before, after, accounts), accounts)


def within(workspace: Workspace, findings: Iterable[Finding], paths: Sequence[Path]) -> tuple[Finding, ...]:
    """Return the findings that lie in the given files or folders. Raises UsageError for one outside the portfolio."""
    root = workspace.root.resolve()
    kept: list[str] = []
    for path in paths:
        place = path.resolve()
        if place == root or place in root.parents:
            return tuple(findings)
        if root not in place.parents:
            raise UsageError(f"{path} does not lie in the portfolio {workspace.root}")
        kept.append(workspace.portfolio.prefix + place.relative_to(root).as_posix())
    folders = tuple(f"{path}/" for path in kept)
    return tuple(one for one in findings if one.path in kept or one.path.startswith(folders))


def source_frame(workspace: Workspace, finding: Finding, around: int = 3) -> tuple[tuple[int, str], ...]:
    """Return the lines of the file around a finding, with their numbers; nothing where the file cannot be read."""
    path = finding.path.removeprefix(workspace.portfolio.prefix)
    for document in workspace.portfolio.all_documents:
        if document.path == path:
            lines = document.text.split("\n")
            first, last = max(1, finding.place.line - around), finding.place.end_line + around
            return tuple((number, lines[number - 1]) for number in range(first, min(last, len(lines)) + 1))
    return ()


def explain(word: str) -> Report:
    """Return the manual of a code, a rule's slug or a field. Raises UsageError with the nearest word."""
    from kamplans.reports.manual import explain as explained

    return explained(word)


def explain_all() -> Report:
    """Return the manual of every code."""
    from kamplans.reports.manual import explain_all as explained

    return explained()


def new_portfolio(folder: Path, name: str) -> Path:
    """Write a portfolio of no accounts into a new or empty folder and return it. Raises UsageError if there is more."""
    from kamplans.opening import new_portfolio as written

    return written(folder, name)


def demo(folder: Path) -> Path:
    """Write the example with its history into a new or empty folder and return it. Raises UsageError and NoGit."""
    return make_demo(folder).folder


def make_demo(folder: Path) -> Demo:
    """Write the example with its history into a new or empty folder and return what was made: see `demo`."""
    from kamplans.demo.making import make

    return make(folder)


def demo_portfolio() -> Path:
    """Return the portfolio folder of the example with its history, kept in the user's cache and made when needed.

    Without git, or where nothing can be written, it is the shipped example, which has no history.
    """
    from kamplans.demo.making import kept

    return kept()
