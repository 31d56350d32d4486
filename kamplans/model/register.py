"""The risk register: risks.yaml."""

from dataclasses import dataclass
from datetime import date

from kamplans.model.place import Keys


@dataclass(frozen=True)
class RegisteredRisk:
    """Something that may go wrong; likelihood and impact are 1–5."""

    id: str
    title: str
    category: str | None = None
    likelihood: int | None = None
    impact: int | None = None
    owner: str | None = None
    customer_owner: str | None = None
    identified_with: tuple[str, ...] = ()
    mitigation: str | None = None
    contingency: str | None = None
    warning_sign: str | None = None
    review_on: date | None = None
    status: str | None = None
    goals: tuple[str, ...] = ()
    contracts: tuple[str, ...] = ()
    opportunities: tuple[str, ...] = ()
    at: Keys = ()

    @property
    def score(self) -> int | None:
        """Likelihood times impact, 1–25; None while either is unknown."""
        if self.likelihood is None or self.impact is None:
            return None
        return self.likelihood * self.impact


@dataclass(frozen=True)
class Register:
    """The whole of risks.yaml."""

    risks: tuple[RegisteredRisk, ...] = ()
