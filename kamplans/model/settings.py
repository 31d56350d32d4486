"""What portfolio.yaml settles: currency, tiers, thresholds, selection, the rules' severities, the clock."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kamplans.model.access import AccessSettings
from kamplans.model.metrics import Series
from kamplans.model.place import Keys

TIERS = ("strategic", "key", "growth", "standard")
"""The tiers of the format, highest first."""


@dataclass(frozen=True)
class Offering:
    """Something we sell."""

    id: str
    name: str
    at: Keys = ()


@dataclass(frozen=True)
class Tier:
    """How accounts of one tier are served; days are the longest that may pass."""

    id: str
    name: str | None = None
    min_contacts: int | None = None
    review_every_days: int | None = None
    contact_every_days: int | None = None
    silent_after_days: int | None = None
    thresholds: Mapping[str, float] = field(default_factory=dict)
    rules: Mapping[str, str] = field(default_factory=dict)
    at: Keys = ()


@dataclass(frozen=True)
class Criterion:
    """One criterion of the selection model; weights sum to 100."""

    id: str
    kind: str | None = None
    axis: str | None = None
    weight: float | None = None
    at: Keys = ()


@dataclass(frozen=True)
class SelectionModel:
    """How key accounts are chosen."""

    qualifies_at: float | None = None
    places: int | None = None
    criteria: tuple[Criterion, ...] = ()
    at: Keys = ()


@dataclass(frozen=True)
class Settings:
    """The whole of portfolio.yaml, each with its default where it is not said."""

    format: int = 1
    name: str | None = None
    currency: str | None = None
    as_of: date | None = None
    exchange_rates: Mapping[str, float] = field(default_factory=dict)
    fiscal_year_starts: int = 1
    offerings: tuple[Offering, ...] = ()
    tiers: tuple[Tier, ...] = ()
    thresholds: Mapping[str, float] = field(default_factory=dict)
    selection: SelectionModel = SelectionModel()
    health: Mapping[str, float] = field(default_factory=dict)
    assumptions: Mapping[str, float] = field(default_factory=dict)
    series: Mapping[str, Series] = field(default_factory=dict)
    programme: Mapping[str, Any] = field(default_factory=dict)
    access: AccessSettings = AccessSettings()
    rules: Mapping[str, str] = field(default_factory=dict)

    def tier(self, id: str | None) -> Tier:
        """Return the settings of a tier; an empty one where portfolio.yaml does not name it."""
        return next((tier for tier in self.tiers if tier.id == id), Tier(id or ""))

    def threshold(self, name: str, default: float, tier: str | None = None) -> float:
        """Return a rule's threshold: the tier's own, else the portfolio's, else the default."""
        of_tier = self.tier(tier).thresholds
        return of_tier[name] if name in of_tier else self.thresholds.get(name, default)
