"""How do commits and changes read? Day, author, summary; each change as a sentence, the weightiest first."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from kamplans.model.change import Change, Op
from kamplans.model.course import Course
from kamplans.model.figures import UNKNOWN, count, short_day
from kamplans.model.grades import GLYPHS as GRADES
from kamplans.model.revision import Commit
from kamplans.model.risk import Grade
from kamtui.text import Line, Run, line, run, wrap
from kamtui.wording.columns import Column, Row
from kamtui.wording.figures import short_names
from kamtui.wording.search import marked

COLUMNS = (
    Column("Date", right=True),
    Column("Author", most=16, rank=1),
    Column(""),
    Column("What", grows=True, most=200, least=20),
)
_BORDER = 8
"""Cells of a border's line that a title leaves to its corners, its blanks and the space before the strip."""
_LEAST = 5
"""The fewest cells in which a strip says something."""
GLYPHS = {Op.ADD: "+", Op.REMOVE: "−", Op.CHANGE: "~", Op.RENAME: "→", Op.MOVE: "→"}


def commit_rows(
    commits: Sequence[Commit], course: Course | None = None, sought: re.Pattern[str] | None = None
) -> list[Row]:
    """Return commits, newest first as they came; with the course of the account, how its grade turned at each.

    What is `sought` is marked.
    """
    turns = course.turns() if course else {}
    authors = short_names({commit.author for commit in commits}, {})
    return [
        Row(
            commit,
            (
                run(short_day(commit.date.date())),
                marked(authors[commit.author], sought),
                turn(turns[commit.id]) if commit.id in turns else Run(""),
                marked(commit.summary or "(without a word)", sought),
            ),
        )
        for commit in commits
    ]


def turn(grades: tuple[Grade, Grade]) -> Line:
    """Return how a grade turned: ◆→■."""
    before, after = grades
    return (Run(GRADES[before], before.value), Run("→", "muted"), Run(GRADES[after], after.value))


def commits_title(number: int, course: Course | None, cells: int, searched: str = "") -> str:
    """Return what stands over the commits: how many there are, what is `searched`, the grades over time."""
    counted = f"History  {count(number, 'commit')}{f'  {searched}' if searched else ''}"
    room = cells - len(counted) - _BORDER
    if course is None or room < _LEAST:
        return counted
    return f"{counted}  {''.join(GRADES[grade] if grade else UNKNOWN for grade in course.strip(room))}"


def title(commit: Commit) -> str:
    """Return a commit as a title: 9 Oct 2026 · Lena Fischer · a91f3c2."""
    return f"{short_day(commit.date.date())} · {commit.author} · {commit.id[:7]}"


def change_lines(
    changes: Sequence[Change], cells: int, sought: re.Pattern[str] | None = None
) -> list[tuple[object, Line]]:
    """Return changes as sentences wrapped to so many cells, what is sought marked; lines that continue have no key."""
    lines: list[tuple[object, Line]] = []
    for change in changes:
        glyph = Run(f"{GLYPHS[change.op]} ", "accent")
        for number, part in enumerate(wrap(change.sentence, cells - 2)):
            said = marked(part, sought)
            lines.append((change, (glyph, *said)) if number == 0 else (None, (Run("  "), *said)))
    return lines


def raw_lines(change: Change) -> Iterator[Line]:
    """Return the values before and after, as the plan holds them."""
    yield line(change.sentence)
    yield ()
    yield line(Run("Document  ", "muted"), change.document, Run("   Field  ", "muted"), change.path or UNKNOWN)
    for name, value in (("Before", change.before), ("After", change.after)):
        yield ()
        yield line(Run(name, "title"))
        yield from (line(part) for part in _value(value, ""))


def _value(value: Any, indent: str) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if isinstance(inner, dict | list | tuple):
                yield f"{indent}{key}:"
                yield from _value(inner, indent + "  ")
            else:
                yield f"{indent}{key}: {_plain(inner)}"
    elif isinstance(value, list | tuple):
        for inner in value:
            first, *rest = list(_value(inner, "")) or ["nothing"]
            yield f"{indent}- {first}"
            yield from (f"{indent}  {part}" for part in rest)
    else:
        yield f"{indent}{_plain(value)}"


def _plain(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, date):
        return value.isoformat()
    return str(value).lower() if isinstance(value, bool) else str(value)
