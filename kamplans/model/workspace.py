"""A portfolio on the table: as of one day, at one commit, with what is known of its repository."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kamplans.model.portfolio import Portfolio

if TYPE_CHECKING:
    from kamplans.model.revision import Commit
    from kamplans.model.risk import RiskMap


@dataclass(frozen=True)
class Workspace:
    """What both front doors hold. `at` is the commit the plans were read at, None for the working tree.

    `branch` is a name, `detached`, or None without a repository; `no_history` is empty, or one sentence that says
    why there is none.
    """

    root: Path
    portfolio: Portfolio
    as_of: date
    branch: str | None = None
    is_clean: bool | None = None
    no_history: str = ""
    at: "Commit | None" = None
    maps: "dict[tuple[str, bool], RiskMap]" = field(default_factory=dict, compare=False, repr=False)
    """Relationship maps already computed, by account and whether advice was asked for."""
