"""What a rule is: one file of the pack that asks one question and flags what does not hold.

A file of `kamplans/rules/pack` is named as the rule is (`reporting_cycle.py` is `reporting-cycle`), ends in `RULE =
Rule("R008", …)`, and its docstring is the rule's manual: first the rule as a sentence, after it `Why:`, `Flagged:`,
`Clean:` and `Settings:`. Several files may share a code; they are a family. A rule only says what is wrong and where:
code, severity, file and line are added by the engine.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from kamplans.model.document import Document
from kamplans.model.finding import Severity
from kamplans.model.kind import Kind
from kamplans.model.place import Keys
from kamplans.model.portfolio import Account, Portfolio
from kamplans.model.profile import AccountStatus
from kamplans.rules._known import Known

if TYPE_CHECKING:
    from kamplans.model.risk import RiskMap

OF_PORTFOLIO = "portfolio"
UNKNOWN_STATUS = "unknown"

_STATUSES = frozenset(AccountStatus)

ACTIVE = frozenset({"active"})
"""Accounts that are served now."""

SERVED = frozenset({"active", "prospect"})
"""Accounts that somebody works for, those being courted included."""

PORTFOLIO = frozenset({OF_PORTFOLIO})
"""portfolio.yaml and team.yaml."""

EVERYWHERE = frozenset({*AccountStatus, UNKNOWN_STATUS, OF_PORTFOLIO})
"""Every account, whatever its status, and the files of the portfolio: what must hold in any plan."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """A number of `thresholds:` at which a rule begins to speak; `unit` says what it counts."""

    name: str
    default: float
    unit: str


@dataclass(frozen=True, slots=True)
class Flag:
    """What a rule found in one document.

    `keys` lead to the value meant, or to one that is missing (then what is around it is shown); `on_key` means the
    key, not the value. `severity` is the rule's judgement of this case, None for the rule's usual one; what
    portfolio.yaml says wins over both. `account` is the account at hand unless another is named.
    """

    message: str
    document: str
    keys: Keys = ()
    hint: str = ""
    on_key: bool = False
    severity: Severity | None = None
    account: str | None = None


@dataclass(frozen=True)
class Context:
    """What a rule may ask: the whole portfolio, the day, and the account at hand (None: the portfolio's own files)."""

    portfolio: Portfolio
    as_of: date
    kinds: Mapping[str, Kind]
    at_hand: Account | None = None
    whole: "Context | None" = field(default=None, repr=False)
    """The context of the portfolio's own files, seen from an account."""

    def about(self, account: Account) -> "Context":
        """Return the same question asked about one account."""
        return Context(self.portfolio, self.as_of, self.kinds, account, self)

    @property
    def account(self) -> Account:
        """The account at hand; LookupError where the portfolio's own files are judged."""
        if self.at_hand is None:
            raise LookupError("the rule judges the portfolio's own files: there is no account at hand")
        return self.at_hand

    @property
    def documents(self) -> Mapping[str, Document]:
        """The documents at hand, by kind."""
        return self.at_hand.documents if self.at_hand else self.portfolio.documents

    @property
    def subject(self) -> str:
        """What is judged: the status of the account (`unknown` where none is said), or `portfolio`."""
        if self.at_hand is None:
            return OF_PORTFOLIO
        status = self.account.data("account").get("status")
        return status if isinstance(status, str) and status in _STATUSES else UNKNOWN_STATUS

    @property
    def tier(self) -> str | None:
        """The tier of the account at hand."""
        tier = self.account.data("account").get("tier") if self.at_hand else None
        return tier if isinstance(tier, str) else None

    def threshold(self, threshold: Threshold) -> float:
        """Return the number that holds here: the tier's, else the portfolio's, else the rule's own."""
        return self.portfolio.settings.threshold(threshold.name, threshold.default, self.tier)

    def is_readable(self, kind: str) -> bool:
        """Whether a document could be read, or was never written: only then may its silence be held against it."""
        documents = self.portfolio.documents if self.kinds[kind].of_portfolio else self.documents
        return kind not in documents or bool(documents[kind].data)

    @cached_property
    def known(self) -> Known:
        """The ids that may be named here."""
        if self.whole:
            return Known(self.kinds, self.documents, self.is_readable, self.whole.known)
        return Known(self.kinds, self.documents, self.is_readable, accounts=self.portfolio.accounts)

    @cached_property
    def risk_map(self) -> "RiskMap":
        """The relationship map of the account at hand, with its risk."""
        from kamplans.network.assess import assess

        return assess(self.account, self.portfolio.team, self.portfolio.settings, self.as_of, advice=False)


Check = Callable[[Context], Iterator[Flag]]


@dataclass(frozen=True)
class Rule:
    """One rule.

    `judges` names what it is asked about: statuses of accounts, `portfolio`. `reads` are the documents it cannot
    judge without: where one of them is unreadable, it keeps silent. `by_tier` holds the tiers whose usual severity is
    another one.
    """

    code: str
    check: Check
    severity: Severity = Severity.WARNING
    by_tier: Mapping[str, Severity] = field(default_factory=dict)
    judges: frozenset[str] = ACTIVE
    reads: tuple[str, ...] = ()
    settings: tuple[Threshold, ...] = ()

    def usual_severity(self, tier: str | None) -> Severity:
        """Return how bad a case of this rule usually is in a tier."""
        return self.by_tier.get(tier or "", self.severity)
