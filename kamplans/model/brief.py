"""One page about one account: what is wrong, what comes next, what is due."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kamplans.model.engagement import Action
from kamplans.model.goals import Goal
from kamplans.model.overview import AccountRow
from kamplans.model.risk import RiskMap


@dataclass(frozen=True, slots=True)
class Renewal:
    """A running contract that ends: days count from the clock, negative once past; money a year."""

    contract: str
    title: str
    ends: date
    days: int
    notice_by: date | None
    notice_days: int | None
    renews: bool
    acv: int | None


@dataclass(frozen=True)
class Brief:
    """What one needs before a call. `names` gives the names of people of both sides by id."""

    row: AccountRow
    risk: RiskMap
    names: Mapping[str, str]
    goals: tuple[Goal, ...]
    overdue_actions: tuple[Action, ...]
    next_actions: tuple[Action, ...]
    renewals: tuple[Renewal, ...]
    currency: str | None
