"""The origin of every value of an account, a table for each document."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from kamplans.model.blame import BlamedValue, Origin
from kamplans.model.figures import UNKNOWN, count, short_day
from kamplans.model.report import Block, Column, Heading, Paragraph, Report, Table

_COLUMNS = (Column("value"), Column("is"), Column("was"), Column("since"), Column("by"), Column("commit"))
_SHOWN = 48
"""Characters of a long value that a table shows; the data holds all of it."""

_WITHOUT_COMMIT = {Origin.UNCOMMITTED: "not committed yet", Origin.CUT: "older than this clone knows"}


def blame_report(values: Sequence[BlamedValue], cut: str | None = None) -> Report:
    """Return who made what; `cut` is the sentence that says where the history of this clone ends."""
    blocks: list[Block] = []
    for document, group in groupby(values, key=lambda one: one.document):
        blocks.append(Heading(f"{document}.yaml"))
        blocks.append(_table(group))
    blocks.append(Paragraph(count(len(values), "value") if values else "This account says nothing", "dim"))
    if cut is not None:
        blocks.append(Paragraph(cut, "warning"))
    return Report("", tuple(blocks), {"values": [_data(one) for one in values], "cut": cut})


def _table(values: Iterable[BlamedValue]) -> Table:
    rows, tones = [], []
    for one in values:
        commit = one.commit
        made = (
            (UNKNOWN, _WITHOUT_COMMIT[one.origin], UNKNOWN)
            if commit is None
            else (short_day(commit.date.date()), commit.author, commit.id[:7])
        )
        before = UNKNOWN if one.before is None else _shown(one.before)
        rows.append((one.path, _shown(one.value), before, *made))
        tones.append("plain" if commit else "warning")
    return Table(_COLUMNS, tuple(rows), tuple(tones))


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        text = ", ".join(f"{name}: {_shown(inner)}" for name, inner in value.items())
    elif isinstance(value, list):
        text = ", ".join(_shown(one) for one in value)
    else:
        text = str(value).lower() if isinstance(value, bool) else str(value)
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1].rstrip()}…"


def _data(one: BlamedValue) -> dict[str, Any]:
    """Return one value as data; the date with its offset, null with commit and author where no commit is known."""
    commit = one.commit
    return {
        "document": one.document,
        "item": one.item,
        "field": one.field,
        "value": one.value,
        "commit": commit.id if commit else None,
        "date": commit.date if commit else None,
        "author": commit.author if commit else None,
        "before": one.before,
        "origin": one.origin.value,
    }
