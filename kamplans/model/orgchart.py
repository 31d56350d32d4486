"""Their organisation as rows to draw: an indented tree, one row a person, what has no contact folded away."""

from dataclasses import dataclass
from enum import StrEnum


class RowKind(StrEnum):
    """What one row of the chart shows."""

    PERSON = "person"
    FOLDED = "folded"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One row, from top to bottom.

    `prefix` holds the glyphs of the tree (`│  ├─ `), three cells a level. A PERSON row names its `person`; a FOLDED row
    stands for `folded`, people below `manager` without contact, and its `label` says how many; a HEADING has its
    `label` alone. `manager` is the person one level up in the drawing, None at the top.
    """

    kind: RowKind
    depth: int
    prefix: str
    person: str | None = None
    manager: str | None = None
    label: str = ""
    folded: tuple[str, ...] = ()


@dataclass(frozen=True)
class OrgChart:
    """The chart of one account.

    `cycles` are closed chains of `reports_to`: each starts with the person drawn on top, whose own line was cut,
    followed by manager after manager. `without_any_line` are people there today with neither a contact nor an informal
    line.
    """

    rows: tuple[ChartRow, ...]
    cycles: tuple[tuple[str, ...], ...] = ()
    without_any_line: tuple[str, ...] = ()

    @property
    def people(self) -> tuple[str, ...]:
        """The people drawn on a row of their own, from top to bottom."""
        return tuple(row.person for row in self.rows if row.person is not None)
