"""Settings of the relationship risk: `access:` of portfolio.yaml, with the defaults of the model."""

from collections.abc import Mapping
from dataclasses import dataclass, field

TURNOVER = {"ours": 0.20, "theirs": 0.20, "c_level": 0.20}
CONTACT = {"none": 0.35, "vendor": 0.55, "credible_source": 0.75, "problem_solver": 0.90, "trusted_advisor": 0.97}
QUALITY = {"good": 1.0, "working_on": 0.8, "bad": 0.0}
INFLUENCE = {"weak": 0.5, "moderate": 0.7, "strong": 0.9}
EFFORT = {"refresh": 0.5, "warm": 1.0, "cold": 2.0}


@dataclass(frozen=True)
class Introductions:
    """The chance (0–1) that somebody introduces us down or up the line, or along an influence line."""

    down: float = 0.9
    up: float = 0.6
    advocate_up: float = 0.8
    sceptic: float = 0.5
    influence: Mapping[str, float] = field(default_factory=dict)

    def along(self, strength: str | None) -> float:
        """Return the chance along an influence line; a line without a strength counts as moderate."""
        return {**INFLUENCE, **self.influence}[strength or "moderate"]


@dataclass(frozen=True)
class Grades:
    """Where grades begin: shares of the decision power, and the expected access below which access is thin."""

    critical: float = 0.5
    high: float = 0.25
    thin_access: float = 0.8


@dataclass(frozen=True)
class AccessSettings:
    """All numbers of the risk model.

    Chances are 0–1, `turnover` is yearly, `half_life_days` counts beyond the agreed rhythm.
    """

    horizon_months: float = 12
    turnover: Mapping[str, float] = field(default_factory=dict)
    contact: Mapping[str, float] = field(default_factory=dict)
    quality: Mapping[str, float] = field(default_factory=dict)
    half_life_days: float = 90
    live_from: float = 0.25
    new_contact: float = 0.8
    effort: Mapping[str, float] = field(default_factory=dict)
    introductions: Introductions = Introductions()
    grades: Grades = Grades()

    def yearly_turnover(self, side: str, level: str | None) -> float:
        """Return the yearly chance that somebody of `side` (ours, theirs) and `level` leaves."""
        turnover = {**TURNOVER, **self.turnover}
        if side == "theirs" and level in turnover:
            return turnover[level]
        return turnover[side]

    def contact_works(self, level: str) -> float:
        """Return the chance that a fresh contact of this level works."""
        return {**CONTACT, **self.contact}[level]

    def quality_factor(self, quality: str | None) -> float:
        """Return the factor of a relationship's quality; not stated counts as good."""
        return {**QUALITY, **self.quality}[quality or "good"]

    def effort_of(self, kind: str) -> float:
        """Return the effort of a new contact: refresh, warm or cold."""
        return {**EFFORT, **self.effort}[kind]
