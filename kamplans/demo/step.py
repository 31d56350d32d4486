"""What is a commit of the story, and in which order do they come?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from kamplans.reading.values import read_values

STORY = Path(__file__).parent / "story"
ABSENT = "absent"
"""Stands for the value before where there was none."""

_OF_PORTFOLIO = ("portfolio", "team")
_FORM = "%Y-%m-%d %H:%M %z"

Contacts = Mapping[str, Sequence[str]]
"""By pair (`ours,theirs`), the days on which they last met before what the plans say now, oldest first; `until DAY` at
the end is the day from which a talk on record says it."""

Before = Mapping[str, Any]
"""What stood in one file before the commit: values by their path in plan words, ABSENT for what was not there."""


@dataclass(frozen=True)
class Step:
    """One commit. `was` and `dropped` are by file, relative to the portfolio, as it is called at the end.

    `dropped` holds, by list, the items that this commit took out. A step on a `branch` is seen on the main line only
    once another one `merges` it. With `was_folder` the folder of its account had that name until then.
    """

    at: str
    by: str
    says: str
    was: Mapping[str, Before] = field(default_factory=dict)
    dropped: Mapping[str, Mapping[str, Sequence[Mapping[str, Any]]]] = field(default_factory=dict)
    more: str = ""
    branch: str | None = None
    merges: str | None = None
    was_folder: tuple[str, str] | None = None

    @cached_property
    def moment(self) -> datetime:
        """When it was committed, with the offset of the author's clock."""
        return datetime.strptime(self.at, _FORM)

    @property
    def day(self) -> date:
        """The author's day."""
        return self.moment.date()


@dataclass(frozen=True)
class Story:
    """All commits in their order, who the `authors` are (`Name <address>` by id), and the contacts of each account."""

    steps: tuple[Step, ...]
    authors: Mapping[str, str]
    contacts: Mapping[str, Contacts]


def story(folder: Path = STORY) -> Story:
    """Read the story: a folder for each account, one for the house. ValueError for a file that is not in order."""
    steps: list[Step] = []
    authors: dict[str, str] = {}
    contacts: dict[str, Contacts] = {}
    for path in sorted(folder.glob("*/*.yaml")):
        account = path.parent.name
        read = read_values(path.read_bytes())
        if read is None:
            raise ValueError(f"{account}/{path.name} is no YAML in order")
        told = read[1]
        authors.update(told.get("authors", {}))
        contacts[account] = {**contacts.get(account, {}), **told.get("contacts", {})}
        steps += [_step(entry, account) for entry in told.get("steps", ())]
    return Story(tuple(sorted(steps, key=lambda step: (step.moment, step.by, step.says))), authors, contacts)


def _step(entry: Mapping[str, Any], account: str) -> Step:
    values = dict(entry)
    for name in ("was", "dropped"):
        values[name] = {_path(key, account): value for key, value in values.get(name, {}).items()}
    if "was_folder" in values:
        values["was_folder"] = (str(values["was_folder"]), account)
    return Step(**values)


def _path(name: str, account: str) -> str:
    inside = "" if "/" in name or name in _OF_PORTFOLIO else f"{account}/"
    return f"{inside}{name}.yaml"
