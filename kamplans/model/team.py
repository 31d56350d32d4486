"""Our people: team.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as Day
from enum import StrEnum
from functools import cached_property

from kamplans.model.place import Keys


class OurStatus(StrEnum):
    """Whether one of ours is there; only the active open ways."""

    ACTIVE = "active"
    ON_LEAVE = "on_leave"
    LEFT = "left"


@dataclass(frozen=True)
class Training:
    """A course somebody of ours took."""

    date: Day
    course: str
    at: Keys = ()


@dataclass(frozen=True)
class Colleague:
    """One of our people. `leave_probability` is yearly, 0–1."""

    id: str
    name: str
    title: str | None = None
    reports_to: str | None = None
    succeeds: str | None = None
    function: str | None = None
    email: str | None = None
    location: str | None = None
    max_accounts: int | None = None
    skills: tuple[str, ...] = ()
    training: tuple[Training, ...] = ()
    status: OurStatus = OurStatus.ACTIVE
    leaves_on: Day | None = None
    leave_probability: float | None = None
    at: Keys = ()


@dataclass(frozen=True)
class Team:
    """The whole of team.yaml."""

    people: tuple[Colleague, ...] = ()

    @cached_property
    def absent(self) -> Mapping[str, Colleague]:
        """Who of ours is on leave or has left, by id; read for every account, so it is looked up once."""
        return {one.id: one for one in self.people if one.status is not OurStatus.ACTIVE}
