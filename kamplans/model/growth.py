"""White space, opportunities and tailored solutions: opportunities.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kamplans.model.place import Keys


@dataclass(frozen=True)
class WhiteSpace:
    """Who serves a need today; spends and potential are yearly money."""

    offering: str
    business_unit: str | None = None
    incumbent: str | None = None
    competitor: str | None = None
    competitor_contract_ends: date | None = None
    our_spend: int | None = None
    total_spend: int | None = None
    potential: int | None = None
    checked_on: date | None = None
    at: Keys = ()


@dataclass(frozen=True)
class Opportunity:
    """Something they may buy; `acv` is yearly, `one_off` is not, `probability` is 0–1."""

    id: str
    title: str
    type: str | None = None
    stage: str | None = None
    acv: int | None = None
    one_off: int | None = None
    probability: float | None = None
    close: date | None = None
    offering: str | None = None
    business_unit: str | None = None
    contract: str | None = None
    owner: str | None = None
    theirs: tuple[str, ...] = ()
    meddpicc: Mapping[str, int] = field(default_factory=dict)
    at: Keys = ()

    @property
    def is_open(self) -> bool:
        """Whether it can still be won."""
        return self.stage not in ("won", "lost")


@dataclass(frozen=True)
class Solution:
    """What we made for them; `price_premium` is a share over the list price."""

    id: str
    title: str
    kind: str | None = None
    answers: tuple[str, ...] = ()
    offerings: tuple[str, ...] = ()
    owner: str | None = None
    price_premium: float | None = None
    reviewed_on: date | None = None
    at: Keys = ()


@dataclass(frozen=True)
class Growth:
    """The whole of opportunities.yaml."""

    white_space: tuple[WhiteSpace, ...] = ()
    opportunities: tuple[Opportunity, ...] = ()
    solutions: tuple[Solution, ...] = ()
