"""The portfolio as a list, a row an account."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from kamplans.errors import UsageError
from kamplans.model.closest import closest
from kamplans.model.figures import UNKNOWN, distance, money, percent, word
from kamplans.model.grades import grade_label
from kamplans.model.overview import AccountRow
from kamplans.model.report import Column, Paragraph, Report, Table

Show = Callable[[AccountRow, date], str]
Key = Callable[[AccountRow], Any]

_COLUMNS: dict[str, tuple[str, bool, Show, Key]] = {
    "account": ("Account", False, lambda row, day: row.account, lambda row: row.account),
    "name": ("Name", False, lambda row, day: row.name, lambda row: row.name.casefold()),
    "tier": ("Tier", False, lambda row, day: word(row.tier), lambda row: row.tier),
    "status": ("Status", False, lambda row, day: word(row.status), lambda row: row.status),
    "owner": ("Owner", False, lambda row, day: row.owner_name or row.owner or UNKNOWN, lambda row: row.owner),
    "grade": ("Grade", False, lambda row, day: grade_label(row.grade), lambda row: -row.grade.rank),
    "access": ("Access", True, lambda row, day: percent(row.access), lambda row: row.access),
    "exposed": ("Exposed", True, lambda row, day: money(row.exposed), lambda row: _falling(row.exposed)),
    "acv": ("ACV", True, lambda row, day: money(row.yearly_value), lambda row: _falling(row.yearly_value)),
    "review": ("Next review", True, lambda row, day: distance(row.review_due, day), lambda row: row.review_due),
    "findings": (
        "Findings",
        True,
        lambda row, day: _findings(row),
        lambda row: (-row.errors, -row.warnings, -row.infos),
    ),
}
COLUMNS = tuple(_COLUMNS)
STANDARD = ("account", "tier", "owner", "grade", "access", "exposed", "acv", "review", "findings")


def accounts_report(
    rows: Sequence[AccountRow],
    as_of: date,
    currency: str | None,
    columns: Sequence[str] = STANDARD,
    sort: str = "exposed",
) -> Report:
    """Return the list with the columns asked for. Raises UsageError for a column that is none."""
    chosen = [_COLUMNS[_column(name)] for name in columns]
    ordered = sort_rows(rows, sort)
    table = Table(
        tuple(Column(title, numeric) for title, numeric, _, _ in chosen),
        tuple(tuple(show(row, as_of) for _, _, show, _ in chosen) for row in ordered),
        tuple(row.grade.value for row in ordered),
    )
    foot = f"{len(rows)} accounts as of {as_of}; exposed and ACV a year in {currency or 'the portfolio’s currency'}"
    return Report(
        "",
        (table, Paragraph(foot, "dim")),
        {"as_of": as_of, "accounts": [row_data(row) for row in ordered]},
    )


def sort_rows(rows: Sequence[AccountRow], sort: str) -> list[AccountRow]:
    """Return the rows by a column; a `-` before it turns the order round; what is unknown comes last either way."""
    key = _COLUMNS[_column(sort.removeprefix("-"))][3]
    known = [row for row in rows if key(row) is not None]
    unknown = [row for row in rows if key(row) is None]
    return sorted(known, key=key, reverse=sort.startswith("-")) + unknown


def row_data(row: AccountRow) -> dict[str, Any]:
    """Return one row as data."""
    return {
        "account": row.account,
        "name": row.name,
        "tier": row.tier,
        "status": row.status.value if row.status else None,
        "owner": row.owner,
        "grade": row.grade.value,
        "access": row.access,
        "exposed": row.exposed,
        "acv": row.yearly_value,
        "next_review": row.review_due.isoformat() if row.review_due else None,
        "review_planned": row.review_planned,
        "findings": {"errors": row.errors, "warnings": row.warnings, "infos": row.infos},
    }


def _falling(value: float | None) -> float | None:
    return None if value is None else -value


def _findings(row: AccountRow) -> str:
    parts = [
        f"{number} {sign}" for number, sign in ((row.errors, "E"), (row.warnings, "W"), (row.infos, "I")) if number
    ]
    return " ".join(parts) or "0"


def _column(name: str) -> str:
    if name in _COLUMNS:
        return name
    near = closest(name, _COLUMNS)
    raise UsageError(
        f"There is no column “{name}”", f"did you mean “{near}”?" if near else f"columns: {', '.join(_COLUMNS)}"
    )
