"""Who they are, why they are key, who serves them, under which contracts: account.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from kamplans.model.place import Keys


class AccountStatus(StrEnum):
    """Where the account stands; only the active are graded."""

    PROSPECT = "prospect"
    ACTIVE = "active"
    LOST = "lost"
    EXITED = "exited"


@dataclass(frozen=True)
class Period:
    """A span of days, both ends included."""

    from_: date | None = None
    to: date | None = None
    at: Keys = ()


@dataclass(frozen=True)
class Link:
    """An address worth knowing."""

    title: str
    url: str
    at: Keys = ()


@dataclass(frozen=True)
class BusinessUnit:
    """A part of the customer that can buy on its own."""

    id: str
    name: str
    part_of: str | None = None
    at: Keys = ()


@dataclass(frozen=True)
class Competitor:
    """Who else serves them or wants to."""

    id: str
    name: str
    position: str | None = None
    at: Keys = ()


@dataclass(frozen=True)
class Swot:
    """Strengths and weaknesses of the relationship, opportunities and threats of their market."""

    strengths: tuple[str, ...] = ()
    weaknesses: tuple[str, ...] = ()
    opportunities: tuple[str, ...] = ()
    threats: tuple[str, ...] = ()
    at: Keys = ()


@dataclass(frozen=True)
class Understanding:
    """What we understand of their business."""

    business: str | None = None
    strategy: tuple[str, ...] = ()
    challenges: tuple[str, ...] = ()
    trends: tuple[str, ...] = ()
    competitors: tuple[Competitor, ...] = ()
    swot: Swot = Swot()
    at: Keys = ()


@dataclass(frozen=True)
class CriterionScore:
    """A score of 0–10 on one criterion of the selection model."""

    criterion: str
    score: float | None = None
    because: str | None = None
    at: Keys = ()


@dataclass(frozen=True)
class Selection:
    """Why this is a key account, and who said so."""

    decided_on: date | None = None
    approved_by: tuple[str, ...] = ()
    because: str | None = None
    scores: tuple[CriterionScore, ...] = ()
    at: Keys = ()


@dataclass(frozen=True)
class Seat:
    """One of ours in the account team; `allocation` is a share of their time."""

    person: str
    role: str | None = None
    responsible_for: str | None = None
    allocation: float | None = None
    backup: str | None = None
    at: Keys = ()


@dataclass(frozen=True)
class Resource:
    """What is set aside for the account; `amount` is money."""

    id: str
    title: str | None = None
    kind: str | None = None
    paid_by: str | None = None
    amount: int | None = None
    goals: tuple[str, ...] = ()
    at: Keys = ()


@dataclass(frozen=True)
class Contract:
    """A contract; `acv` is its yearly value in money."""

    id: str
    title: str | None = None
    start: date | None = None
    end: date | None = None
    notice_days: int | None = None
    renews_for_months: int | None = None
    acv: int | None = None
    pricing: str | None = None
    special_terms: tuple[str, ...] = ()
    outcome: str | None = None
    at: Keys = ()


@dataclass(frozen=True)
class Forum:
    """A standing meeting of both sides."""

    id: str
    level: str | None = None
    every_days: int | None = None
    owner: str | None = None
    ours: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()
    channel: str | None = None
    at: Keys = ()


@dataclass(frozen=True)
class EscalationStep:
    """Who talks to whom when a step before did not settle it."""

    step: int
    ours: str | None = None
    theirs: str | None = None
    at: Keys = ()


@dataclass(frozen=True)
class Governance:
    """How both sides work together."""

    forums: tuple[Forum, ...] = ()
    escalation: tuple[EscalationStep, ...] = ()
    at: Keys = ()


@dataclass(frozen=True)
class Profile:
    """The whole of account.yaml."""

    name: str | None = None
    tier: str | None = None
    status: AccountStatus | None = None
    since: date | None = None
    until: date | None = None
    industry: str | None = None
    region: str | None = None
    currency: str | None = None
    relationship_stage: str | None = None
    parent: str | None = None
    formerly: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    notes: str | None = None
    external_ids: Mapping[str, Any] = field(default_factory=dict)
    shared: bool = False
    plan: Period = Period()
    expected_value: tuple[str, ...] = ()
    business_units: tuple[BusinessUnit, ...] = ()
    understanding: Understanding = Understanding()
    selection: Selection = Selection()
    assumptions: Mapping[str, float] = field(default_factory=dict)
    team: tuple[Seat, ...] = ()
    resources: tuple[Resource, ...] = ()
    contracts: tuple[Contract, ...] = ()
    governance: Governance = Governance()
