"""One commit that touched plans."""

from dataclasses import dataclass
from datetime import datetime

from kamplans.model.change import Change


@dataclass(frozen=True, slots=True)
class Commit:
    """What git knows of a commit; `date` is the author's, with its offset.

    Texts are as written: clean them before a terminal.
    """

    id: str
    parents: tuple[str, ...]
    author: str
    email: str
    date: datetime
    summary: str
    body: str = ""


@dataclass(frozen=True)
class Revision:
    """A commit seen from one account (None: portfolio.yaml, team.yaml): what it changed there."""

    commit: Commit
    account: str | None
    changes: tuple[Change, ...]
