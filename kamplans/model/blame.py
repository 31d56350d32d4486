"""Where does a value come from? The commit that made it what it is, and what it was before."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kamplans.model.revision import Commit


class Origin(StrEnum):
    """How much is known of where a value comes from."""

    COMMITTED = "committed"
    UNCOMMITTED = "uncommitted"
    """It stands in the file and in no commit yet."""
    CUT = "cut"
    """It is older than the history at hand, which a shallow or partial clone cuts."""


@dataclass(frozen=True, slots=True)
class BlamedValue:
    """One value of an account and the commit it comes from, None unless it is committed and the commit known.

    A value is a scalar, or a whole list of words; `item` and `field` as in `Change`. `before` is what it was before
    that commit, None where there was nothing or nobody knows.
    """

    document: str
    item: str | None
    field: str | None
    value: Any
    commit: Commit | None
    before: Any
    origin: Origin

    @property
    def path(self) -> str:
        """The path of the value in plan words."""
        return ".".join(part for part in (self.item, self.field) if part)
