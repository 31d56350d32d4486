"""The customer's people, how they are tied to each other, and which of us they know: stakeholders.yaml."""

from dataclasses import dataclass
from datetime import date as Day
from enum import StrEnum

from kamplans.model.place import Keys


class Sentiment(StrEnum):
    """Where a person stands towards us, best first."""

    ADVOCATE = "advocate"
    SUPPORTER = "supporter"
    NEUTRAL = "neutral"
    SCEPTIC = "sceptic"
    OPPONENT = "opponent"


class Status(StrEnum):
    """Whether a person of theirs is there; only the active introduce and are reached."""

    ACTIVE = "active"
    ON_LEAVE = "on_leave"
    MOVED = "moved"
    LEFT = "left"
    PLACEHOLDER = "placeholder"


class LineKind(StrEnum):
    """What an informal line says."""

    INFLUENCES = "influences"
    CONFLICTS_WITH = "conflicts_with"
    COLLABORATES_WITH = "collaborates_with"


class Strength(StrEnum):
    """How strong an informal line is."""

    WEAK = "weak"
    MODERATE = "moderate"
    STRONG = "strong"


class ContactLevel(StrEnum):
    """How far one of ours has come with one of theirs."""

    NONE = "none"
    VENDOR = "vendor"
    CREDIBLE_SOURCE = "credible_source"
    PROBLEM_SOLVER = "problem_solver"
    TRUSTED_ADVISOR = "trusted_advisor"


class Quality(StrEnum):
    """How a relationship goes at present."""

    GOOD = "good"
    WORKING_ON = "working_on"
    BAD = "bad"


DECIDING_ROLES = frozenset({"economic_buyer", "decision_maker", "approver"})


@dataclass(frozen=True)
class Evidence:
    """What we know about a person, from when and whom."""

    date: Day
    by: str
    note: str
    at: Keys = ()


@dataclass(frozen=True)
class Stakeholder:
    """One of their people. `influence` and `interest` are 1–5, `leave_probability` is yearly, 0–1."""

    id: str
    name: str
    title: str | None = None
    level: str | None = None
    department: str | None = None
    location: str | None = None
    email: str | None = None
    employer: str | None = None
    business_unit: str | None = None
    reports_to: str | None = None
    roles: tuple[str, ...] = ()
    influence: int | None = None
    interest: int | None = None
    sentiment: Sentiment | None = None
    status: Status = Status.ACTIVE
    owner: str | None = None
    backup: str | None = None
    contact_every_days: int | None = None
    leaves_on: Day | None = None
    leave_probability: float | None = None
    succeeds: str | None = None
    decides: bool | None = None
    prefers: str | None = None
    responsible_for: str | None = None
    aims: str | None = None
    evidence: tuple[Evidence, ...] = ()
    at: Keys = ()

    @property
    def is_decision_maker(self) -> bool:
        """Whether the person decides: `decides` if it is said, else by role."""
        if self.decides is not None:
            return self.decides
        return not DECIDING_ROLES.isdisjoint(self.roles)


@dataclass(frozen=True)
class Line:
    """An informal line between two of theirs."""

    from_: str
    to: str
    kind: LineKind
    strength: Strength | None = None
    at: Keys = ()


@dataclass(frozen=True)
class Relationship:
    """One of ours knows one of theirs. `works` (0–1) replaces level, quality and age."""

    ours: str
    theirs: str
    level: ContactLevel | None = None
    target: ContactLevel | None = None
    quality: Quality | None = None
    last_contact: Day | None = None
    contact_every_days: int | None = None
    works: float | None = None
    at: Keys = ()


@dataclass(frozen=True)
class Stakeholders:
    """The whole of stakeholders.yaml."""

    people: tuple[Stakeholder, ...] = ()
    lines: tuple[Line, ...] = ()
    relationships: tuple[Relationship, ...] = ()
