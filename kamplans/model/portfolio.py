"""The portfolio of one moment: every account, our people and the settings, with what was found while reading."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from kamplans.model.document import Document
from kamplans.model.engagement import Engagement
from kamplans.model.finding import Finding
from kamplans.model.goals import Goals
from kamplans.model.growth import Growth
from kamplans.model.metrics import Metrics
from kamplans.model.profile import AccountStatus, Profile
from kamplans.model.register import Register
from kamplans.model.settings import Settings
from kamplans.model.stakeholder import Stakeholders
from kamplans.model.team import Team
from kamplans.model.typed import typed
from kamplans.model.worth import Worth

Whole = TypeVar("Whole")


@dataclass(frozen=True)
class Account:
    """One key account: its documents by kind, and each of them as typed values, made when first asked for."""

    id: str
    documents: Mapping[str, Document]

    def data(self, kind: str) -> Mapping[str, Any]:
        """Return the plain values of one document; {} where there is none."""
        document = self.documents.get(kind)
        return document.data if document else {}

    def _typed(self, cls: type[Whole], kind: str) -> Whole:
        value = typed(cls, self.data(kind))
        return cls() if value is None else value

    @cached_property
    def profile(self) -> Profile:
        """account.yaml."""
        return self._typed(Profile, "account")

    @cached_property
    def stakeholders(self) -> Stakeholders:
        """stakeholders.yaml."""
        return self._typed(Stakeholders, "stakeholders")

    @cached_property
    def goals(self) -> Goals:
        """goals.yaml."""
        return self._typed(Goals, "goals")

    @cached_property
    def growth(self) -> Growth:
        """opportunities.yaml."""
        return self._typed(Growth, "opportunities")

    @cached_property
    def metrics(self) -> Metrics:
        """metrics.yaml."""
        return self._typed(Metrics, "metrics")

    @cached_property
    def engagement(self) -> Engagement:
        """engagement.yaml."""
        return self._typed(Engagement, "engagement")

    @cached_property
    def register(self) -> Register:
        """risks.yaml."""
        return self._typed(Register, "risks")

    @cached_property
    def worth(self) -> Worth:
        """value.yaml."""
        return self._typed(Worth, "value")

    @property
    def name(self) -> str:
        """The account's name; its id while it has none."""
        return self.profile.name or self.id

    @property
    def is_active(self) -> bool:
        """Whether the account is served now: only such accounts are graded."""
        return self.profile.status is AccountStatus.ACTIVE

    @property
    def kam(self) -> str | None:
        """The account's owner: the id of the first key account manager in its team."""
        return next((seat.person for seat in self.profile.team if seat.role == "kam"), None)


@dataclass(frozen=True)
class Portfolio:
    """All plans of one moment.

    `documents` holds portfolio.yaml and team.yaml by kind; `accounts` is ordered by id; `findings` are those of reading
    (text, profile, shape), of every file. `label` says where it was read from (`working tree`, a commit id, `memory`).
    """

    documents: Mapping[str, Document]
    accounts: Mapping[str, Account]
    findings: tuple[Finding, ...] = ()
    label: str = "working tree"
    prefix: str = field(default="")
    """What stands before a document's path in a finding: the portfolio folder, relative to the repository, with a
    slash."""

    @cached_property
    def settings(self) -> Settings:
        """portfolio.yaml."""
        value = typed(Settings, self.documents["portfolio"].data) if "portfolio" in self.documents else None
        return value or Settings()

    @cached_property
    def team(self) -> Team:
        """team.yaml."""
        value = typed(Team, self.documents["team"].data) if "team" in self.documents else None
        return value or Team()

    @property
    def all_documents(self) -> list[Document]:
        """Every document, those of the portfolio first, then by account and kind."""
        of_accounts = [doc for account in self.accounts.values() for doc in account.documents.values()]
        return [*self.documents.values(), *of_accounts]
