"""What changed in an account since a day? How much in a cell, the weightiest of it in the pane beside."""

from collections.abc import Iterator

from kamplans.model.figures import count, short_day
from kamtui.asking.days import Since
from kamtui.text import Line, Run, line
from kamtui.wording.changes import GLYPHS, turn
from kamtui.wording.columns import Column

COLUMN = Column("Δ", right=True, falling=True, first="most changes first")
_TOLD = 6
"""Changes that the pane tells; the others are counted."""


def cell(since: Since, account: str) -> Line:
    """Return how many values changed, and how the grade turned: 65 ◆→■."""
    number = len(since.changes.get(account, ()))
    counted = Run(str(number)) if number else Run("none", "muted")
    grades = since.turns.get(account)
    return (Run("     ") if grades is None else Run(""), *(turn(grades) if grades else ()), Run("  "), counted)


def lines(since: Since, account: str) -> Iterator[Line]:
    """Return the weightiest changes of an account."""
    changes = since.changes.get(account, ())
    yield line(Run(f"C{said(since)[1:]}", "title"))
    for change in changes[:_TOLD]:
        yield line(Run(f"{GLYPHS[change.op]} ", "accent"), change.sentence)
    if len(changes) > _TOLD:
        yield line(Run(f"and {count(len(changes) - _TOLD, 'change')} more", "muted"))
    elif not changes:
        yield line(Run("Nothing.", "muted"))


def said(since: Since) -> str:
    """Return what is compared: changed since 30 Sep 2026 · ea5dc9a."""
    return f"changed since {short_day(since.commit.date.date())} · {since.commit.id[:7]}"
