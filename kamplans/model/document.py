"""One plan file of one moment: its values, its text, and the place of everything in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol

from kamplans.model.place import Keys, Place


class Places(Protocol):
    """Tells where the values of one document stand."""

    def value(self, keys: Keys) -> Place:
        """Return the place of the value at `keys`, or of the nearest thing around it that exists."""

    def key(self, keys: Keys) -> Place:
        """Return the place of the key that leads to `keys` (of the item itself in a list)."""


@dataclass(frozen=True)
class Document:
    """One file of a portfolio.

    `kind` is the schema's name (account, stakeholders, …, portfolio, team); `path` is relative to the portfolio folder,
    POSIX (`arctic-harvest/goals.yaml`); `account` is the folder, None for the two files of the portfolio. `data` holds
    plain values (dict, list, str, int, float, bool; {} where the file could not be read). Places are found on demand,
    by reading the text again.
    """

    kind: str
    path: str
    account: str | None
    data: Mapping[str, Any]
    text: str
    locate: Callable[[str], Places] = field(repr=False, compare=False)
    blob: str | None = None
    """The git blob id of the bytes, where the source knows it."""

    @cached_property
    def places(self) -> Places:
        """Where everything stands; costs one more pass over the text."""
        return self.locate(self.text)
