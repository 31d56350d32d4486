"""Insights, goals, initiatives, milestones and the roadmap: goals.yaml."""

from dataclasses import dataclass
from datetime import date as Day
from enum import StrEnum

from kamplans.model.place import Keys


class GoalStatus(StrEnum):
    """How a goal stands."""

    NOT_STARTED = "not_started"
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    OFF_TRACK = "off_track"
    DEFERRED = "deferred"
    ACHIEVED = "achieved"
    PARTLY_ACHIEVED = "partly_achieved"
    MISSED = "missed"
    CANCELED = "canceled"

    @property
    def is_open(self) -> bool:
        """Whether somebody still works for it."""
        return self in (GoalStatus.NOT_STARTED, GoalStatus.ON_TRACK, GoalStatus.AT_RISK, GoalStatus.OFF_TRACK)


@dataclass(frozen=True)
class Phase:
    """A stretch of the roadmap."""

    id: str
    title: str
    from_: Day | None = None
    to: Day | None = None
    at: Keys = ()


@dataclass(frozen=True)
class Roadmap:
    """Where both want to be in three to five years."""

    from_: Day | None = None
    to: Day | None = None
    ambition: str | None = None
    phases: tuple[Phase, ...] = ()
    at: Keys = ()


@dataclass(frozen=True)
class Insight:
    """What somebody of theirs told us about their goals, pressures, initiatives or obstacles."""

    id: str
    text: str
    kind: str | None = None
    told_by: str | None = None
    date: Day | None = None
    status: str | None = None
    leads_to: tuple[str, ...] = ()
    at: Keys = ()


@dataclass(frozen=True)
class Goal:
    """What is to be reached; `baseline`, `target` and `current` are in `unit`."""

    id: str
    title: str
    side: str | None = None
    type: str | None = None
    owner: str | None = None
    customer_owner: str | None = None
    metric: str | None = None
    unit: str | None = None
    baseline: float | None = None
    target: float | None = None
    series: str | None = None
    current: float | None = None
    measured_on: Day | None = None
    done_when: str | None = None
    due: Day | None = None
    status: GoalStatus | None = None
    priority: str | None = None
    insights: tuple[str, ...] = ()
    at: Keys = ()


@dataclass(frozen=True)
class Milestone:
    """A dated step of an initiative; done once `done_on` is there."""

    id: str
    title: str
    due: Day | None = None
    done_on: Day | None = None
    owner: str | None = None
    at: Keys = ()


@dataclass(frozen=True)
class Initiative:
    """Work that serves a goal."""

    id: str
    title: str
    goal: str | None = None
    kind: str | None = None
    owner: str | None = None
    customer_owner: str | None = None
    depends_on: tuple[str, ...] = ()
    start: Day | None = None
    end: Day | None = None
    status: str | None = None
    milestones: tuple[Milestone, ...] = ()
    at: Keys = ()


@dataclass(frozen=True)
class Goals:
    """The whole of goals.yaml."""

    roadmap: Roadmap = Roadmap()
    insights: tuple[Insight, ...] = ()
    goals: tuple[Goal, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
