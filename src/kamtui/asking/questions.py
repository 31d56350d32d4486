"""What can be asked? Each question is a value with its answer: the same question is asked of the engine only once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from kamplans import api

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kamplans.model.brief import Brief
    from kamplans.model.change import Change
    from kamplans.model.course import Course
    from kamplans.model.finding import Finding
    from kamplans.model.orgchart import OrgChart
    from kamplans.model.overview import AccountRow
    from kamplans.model.portfolio import Account
    from kamplans.model.report import Report
    from kamplans.model.revision import Commit
    from kamplans.model.risk import PortfolioRisk, RiskMap
    from kamtui.asking.shelf import Shelf

T = TypeVar("T")


class Question(Generic[T]):
    """Something to ask of the engine; `answer` may take long and runs in a worker.

    An answer is kept on the shelf, so that it is found once; one too large for that is not.
    """

    is_kept: ClassVar[bool] = True

    def answer(self, shelf: Shelf) -> T:
        """Find out. Raises KamplansError for what stops it."""
        raise NotImplementedError


@dataclass(frozen=True)
class Rows(Question["tuple[AccountRow, ...]"]):
    """A row for every account; before the plans are `checked`, the numbers of findings in it are not counted."""

    checked: bool

    def answer(self, shelf: Shelf) -> tuple[AccountRow, ...]:
        """Ask the overview."""
        return api.overview(shelf.workspace, shelf.findings() if self.checked else ())


@dataclass(frozen=True)
class WholeRisk(Question["PortfolioRisk"]):
    """The risk over all accounts."""

    def answer(self, shelf: Shelf) -> PortfolioRisk:
        """Ask the network."""
        return api.portfolio_risk(shelf.workspace)


@dataclass(frozen=True)
class BriefOf(Question["Brief"]):
    """One page about an account."""

    account: str

    def answer(self, shelf: Shelf) -> Brief:
        """Ask the brief."""
        return api.brief(shelf.workspace, self.account, shelf.findings())


@dataclass(frozen=True)
class PeopleOf:
    """Their people as rows, the risk of the map, everybody's names, and the plans themselves."""

    chart: OrgChart
    risk: RiskMap
    names: Mapping[str, str]
    account: Account


@dataclass(frozen=True)
class PeopleIn(Question["PeopleOf"]):
    """The relationship map of an account."""

    account: str

    def answer(self, shelf: Shelf) -> PeopleOf:
        """Ask chart, risk and names."""
        held = shelf.workspace
        return PeopleOf(
            api.org_chart(held, self.account),
            api.assess(held, self.account),
            api.names(held, self.account),
            api.account(held, self.account),
        )


@dataclass(frozen=True)
class CommitsOf(Question["tuple[Commit, ...]"]):
    """The commits that touched an account; at most so many."""

    account: str
    most: int | None = None

    def answer(self, shelf: Shelf) -> tuple[Commit, ...]:
        """Ask the history."""
        return api.commits(shelf.workspace, self.account, self.most)


@dataclass(frozen=True)
class CourseOf(Question["Course"]):
    """How an account stood after each of its commits."""

    account: str

    def answer(self, shelf: Shelf) -> Course:
        """Ask rules and network about the past."""
        return api.over_time(shelf.workspace, self.account)


@dataclass(frozen=True)
class ChangesIn(Question["tuple[Change, ...]"]):
    """What one commit changed in an account."""

    account: str
    commit: Commit

    def answer(self, shelf: Shelf) -> tuple[Change, ...]:
        """Ask the history."""
        return api.changes_of(shelf.workspace, self.commit, self.account)


@dataclass(frozen=True)
class LastChange(Question["tuple[Commit, tuple[Change, ...]] | None"]):
    """The newest commit of an account and what it changed; None where no commit touched it."""

    account: str

    def answer(self, shelf: Shelf) -> tuple[Commit, tuple[Change, ...]] | None:
        """Ask the history."""
        newest = api.commits(shelf.workspace, self.account, 1)
        return (newest[0], api.changes_of(shelf.workspace, newest[0], self.account)) if newest else None


@dataclass(frozen=True)
class FindingsOf(Question["tuple[Finding, ...]"]):
    """What was found in an account; None: in everything, portfolio and team included."""

    account: str | None

    def answer(self, shelf: Shelf) -> tuple[Finding, ...]:
        """Ask the rules."""
        return tuple(one for one in shelf.findings() if self.account is None or one.account == self.account)


@dataclass(frozen=True)
class FrameOf(Question["tuple[tuple[int, str], ...]"]):
    """The lines of a file around a finding."""

    finding: Finding
    around: int = 8

    def answer(self, shelf: Shelf) -> tuple[tuple[int, str], ...]:
        """Ask the source."""
        return api.source_frame(shelf.workspace, self.finding, self.around)


@dataclass(frozen=True)
class ManualOf(Question["Report"]):
    """What a code means."""

    word: str

    def answer(self, shelf: Shelf) -> Report:
        """Ask the manual."""
        return api.explain(self.word)
