"""One line about each account: what a manager sees first."""

from dataclasses import dataclass
from datetime import date

from kamplans.model.finding import Severity
from kamplans.model.profile import AccountStatus
from kamplans.model.risk import Grade


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account in the portfolio list; None is unknown.

    `access` is the expected access (0–1), `exposed` the yearly value times the largest loss and `yearly_value` the same
    money, both in the portfolio's currency. `review_due` is the day of the next review (a planned one, else the day by
    which the tier asks for one).
    """

    account: str
    name: str
    tier: str | None
    status: AccountStatus | None
    owner: str | None
    owner_name: str | None
    grade: Grade
    access: float | None
    exposed: float | None
    yearly_value: float | None
    review_due: date | None
    review_planned: bool
    errors: int
    warnings: int
    infos: int

    @property
    def worst(self) -> Severity | None:
        """The severity of the worst finding; None where there is none."""
        if self.errors:
            return Severity.ERROR
        if self.warnings:
            return Severity.WARNING
        return Severity.INFO if self.infos else None
