"""What a schema says about its documents beyond their shape: identities, references, personal data, columns."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any


@dataclass(frozen=True, slots=True)
class Items:
    """A list of objects (`key` names what identifies an item) or a map with free keys (`key` is empty)."""

    path: str
    key: tuple[str, ...]
    one: str
    title: str | None = None
    defines: str | None = None
    columns: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kind:
    """A document kind, read from the `x-kamplans` block of its schema.

    Paths join keys with `.`, `[]` follows a list, `*` stands for the free key of a map: `people[].evidence[].by`.
    """

    name: str
    file: str
    scope: str
    title: str
    lists: Mapping[str, Items]
    maps: Mapping[str, Items]
    references: Mapping[str, str]
    personal: Mapping[str, str]
    schema: Mapping[str, Any] = field(repr=False, compare=False)

    @cached_property
    def named(self) -> tuple[Items, ...]:
        """The lists whose items define, by their `id`, what others refer to."""
        return tuple([items for items in self.lists.values() if items.defines is not None and items.key == ("id",)])

    @property
    def of_portfolio(self) -> bool:
        """Whether the file belongs to the portfolio, not to an account."""
        return self.scope == "portfolio"
