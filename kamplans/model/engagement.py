"""Reviews, interactions, feedback and actions: engagement.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Day
from enum import StrEnum

from kamplans.model.place import Keys


class ActionStatus(StrEnum):
    """How an action stands."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    BLOCKED = "blocked"
    DONE = "done"
    DROPPED = "dropped"

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self not in (ActionStatus.DONE, ActionStatus.DROPPED)


@dataclass(frozen=True)
class Decision:
    """What a review decided."""

    id: str
    text: str
    theirs: tuple[str, ...] = ()
    at: Keys = ()


@dataclass(frozen=True)
class Review:
    """A review of the business; held once `held` is there. Ratings are scores of 0–10 by topic."""

    id: str
    kind: str | None = None
    forum: str | None = None
    planned: Day | None = None
    held: Day | None = None
    owner: str | None = None
    ours: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()
    ratings: Mapping[str, float] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()
    at: Keys = ()


@dataclass(frozen=True)
class Interaction:
    """A meeting, call, visit, event or mail."""

    date: Day
    kind: str
    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    initiated_by: str | None = None
    summary: str | None = None
    at: Keys = ()


@dataclass(frozen=True)
class Feedback:
    """What somebody of theirs said about us; `score` is 0–10."""

    date: Day
    told_by: str
    text: str
    score: float | None = None
    review: str | None = None
    at: Keys = ()


@dataclass(frozen=True)
class Action:
    """Something one of ours will do."""

    id: str
    title: str
    owner: str | None = None
    due: Day | None = None
    status: ActionStatus | None = None
    done_on: Day | None = None
    goal: str | None = None
    risk: str | None = None
    opportunity: str | None = None
    contract: str | None = None
    review: str | None = None
    theirs: tuple[str, ...] = ()
    asked_by: str | None = None
    promised_to: tuple[str, ...] = ()
    at: Keys = ()


@dataclass(frozen=True)
class Engagement:
    """The whole of engagement.yaml."""

    reviews: tuple[Review, ...] = ()
    interactions: tuple[Interaction, ...] = ()
    feedback: tuple[Feedback, ...] = ()
    actions: tuple[Action, ...] = ()
