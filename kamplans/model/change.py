"""One difference between two states of a plan, in plan words."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Op(StrEnum):
    """What happened to the value."""

    ADD = "add"
    REMOVE = "remove"
    CHANGE = "change"
    RENAME = "rename"
    MOVE = "move"


@dataclass(frozen=True)
class Change:
    """A value or an item that came, went or became another.

    `item` is the path up to the last `]` (`goals[cut-losses]`, None for a scalar of the document), `field` the rest
    (None for a whole item); `before` and `after` are plain values, None where there was nothing. `weight` orders
    changes by what they mean, high first.
    """

    account: str | None
    document: str
    item: str | None
    field: str | None
    op: Op
    before: Any
    after: Any
    sentence: str
    weight: int = 0

    @property
    def path(self) -> str:
        """The path of the value in plan words."""
        return ".".join(part for part in (self.item, self.field) if part)
