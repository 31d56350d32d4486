"""Value promised and delivered, on both sides, and references given: value.yaml."""

from dataclasses import dataclass
from datetime import date as Day

from kamplans.model.place import Keys


@dataclass(frozen=True)
class ValueItem:
    """A benefit for us, them or both; promised and delivered are money in all."""

    id: str
    title: str
    beneficiary: str | None = None
    type: str | None = None
    promised: int | None = None
    delivered: int | None = None
    due: Day | None = None
    confirmed_by: str | None = None
    confirmed_on: Day | None = None
    confidence: str | None = None
    source: str | None = None
    goal: str | None = None
    at: Keys = ()


@dataclass(frozen=True)
class Reference:
    """A good word they put in for us."""

    id: str
    title: str
    kind: str | None = None
    given_by: str | None = None
    date: Day | None = None
    result: str | None = None
    at: Keys = ()


@dataclass(frozen=True)
class Worth:
    """The whole of value.yaml."""

    value: tuple[ValueItem, ...] = ()
    references: tuple[Reference, ...] = ()
