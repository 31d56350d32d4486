"""Where does a value come from? What it is, what it was, who made it so and when; the newest first."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from kamplans.model.blame import BlamedValue, Origin
from kamplans.model.figures import UNKNOWN, short_day
from kamtui.text import Line, Run, line, run
from kamtui.wording.changes import title
from kamtui.wording.columns import Column, Row
from kamtui.wording.figures import short_names

COLUMNS = (
    Column("Value", most=34, least=12),
    Column("Is", most=200, least=20, grows=True),
    Column("Was", most=24, least=6, rank=1),
    Column("By", most=16, least=6),
    Column("When", right=True),
    Column("Commit", rank=2),
)
_WITHOUT_COMMIT = {Origin.UNCOMMITTED: "not committed", Origin.CUT: "cut off"}
_WHY_NO_COMMIT = {
    Origin.UNCOMMITTED: "It stands in the file and in no commit yet.",
    Origin.CUT: "It is older than the history at hand, which this clone cuts.",
}


def blame_rows(values: Sequence[BlamedValue], below: str) -> list[Row]:
    """Return values newest first, named as they are called below a path."""
    authors = short_names({one.commit.author for one in values if one.commit}, {})
    return [Row(one, _cells(one, below, authors)) for one in sorted(values, key=_age, reverse=True)]


def _age(one: BlamedValue) -> tuple[bool, bool, datetime | None]:
    """Order by age: what is cut off is the oldest, what is not committed the newest."""
    return one.origin is Origin.UNCOMMITTED, one.commit is not None, one.commit.date if one.commit else None


def _cells(one: BlamedValue, below: str, authors: dict[str, str]) -> tuple[Run, ...]:
    commit = one.commit
    name = one.path.removeprefix(below).lstrip(".") or one.field or one.path
    was = Run(UNKNOWN, "muted") if one.before is None else run(shown(one.before), "muted")
    made = (
        (Run(UNKNOWN, "muted"), run(_WITHOUT_COMMIT[one.origin], "strong"), Run(UNKNOWN, "muted"))
        if commit is None
        else (run(authors[commit.author]), run(short_day(commit.date.date())), run(commit.id[:7], "muted"))
    )
    return (run(name), run(shown(one.value), "strong"), was, *made)


def shown(value: Any) -> str:
    """Return a value on one line."""
    if isinstance(value, dict):
        return ", ".join(f"{name}: {shown(inner)}" for name, inner in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(shown(one) for one in value)
    return str(value).lower() if isinstance(value, bool) else UNKNOWN if value is None else str(value)


def blame_lines(one: BlamedValue) -> Iterator[Line]:
    """Return all of one value: the whole of it, what it was, and the commit in its own words."""
    yield line(Run("Document  ", "muted"), one.document, Run("   Field  ", "muted"), one.path)
    for name, value in (("Is", one.value), ("Was", one.before)):
        yield ()
        yield line(Run(name, "title"))
        yield line(shown(value))
    yield ()
    yield line(Run("Since", "title"))
    if one.commit is None:
        yield line(_WHY_NO_COMMIT[one.origin])
    else:
        yield line(title(one.commit))
        yield line(one.commit.summary)
