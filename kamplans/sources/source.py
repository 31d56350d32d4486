"""What a source of plans gives: the files that could be plans, each of them readable, or refused for a reason.

A source lists by name alone and judges nothing else; which file is which document, and what is wrong with a name, is
decided by `reading`, the same way for a folder, a commit and memory. A source never raises for what it finds: a refusal
is a value.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

MAX_BYTES = 1 << 20
"""The largest plan file that is read, in bytes: 1 MiB."""

SUFFIXES = (".yaml", ".yml")

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Refused(StrEnum):
    """Why the bytes of a file are not handed out."""

    LINK = "link"
    NOT_A_FILE = "not_a_file"
    TOO_LARGE = "too_large"
    NO_PERMISSION = "no_permission"
    UNREADABLE = "unreadable"
    NOT_FETCHED = "not_fetched"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that is not read; `detail` is what the system says about it (`Input/output error`), may be empty."""

    why: Refused
    detail: str = ""


@dataclass(frozen=True, slots=True)
class PlanFile:
    """One file that could be a plan.

    `path` is relative to the portfolio folder, POSIX, without surrogates. `read` gives the bytes, at most MAX_BYTES, or
    a refusal; it never blocks and never follows a link. `blob` is the git id of the bytes where the source knows it
    without reading.
    """

    path: str
    read: Callable[[], bytes | Refusal]
    blob: str | None = None


class Source(Protocol):
    """The files of one portfolio at one moment."""

    @property
    def label(self) -> str:
        """Say where the files come from: `working tree`, a commit id, `memory`."""

    def files(self) -> Iterable[PlanFile]:
        """Return the files for which `could_be_plan` holds and the links for which `could_be_account` does, by path."""


def could_be_plan(path: str) -> bool:
    """Whether a file of this path is listed: YAML at the top of the portfolio or one folder below, nothing hidden."""
    parts = path.split("/")
    return len(parts) <= 2 and parts[-1].endswith(SUFFIXES) and not any(part.startswith(".") for part in parts)


def could_be_account(name: str) -> bool:
    """Whether a link of this name at the top is listed, for it may stand for an account's folder: the name is an id."""
    return _ID.fullmatch(name) is not None
