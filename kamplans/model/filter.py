"""The one filter language: `acme`, `!acme`, `tier:strategic`, `acv:>1m`, `due:<30d`.

Words are joined by "and". A bare word is looked for in the names; `!` turns a word round; `field:value` asks one field;
numbers take `<`, `>`, `<=`, `>=`, with `k`, `m` or `%` behind, days a `d`. Quotes keep spaces together.
"""

import shlex
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kamplans.errors import UsageError
from kamplans.model.closest import closest
from kamplans.model.overview import AccountRow

FIELDS = ("access", "account", "acv", "due", "exposed", "findings", "grade", "name", "owner", "status", "tier")
_FACTORS = {"k": 1e3, "m": 1e6, "%": 0.01, "d": 1.0}
_ORDERS = ("<=", ">=", "<", ">")


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a filter; `field` is None for a bare word, `order` empty where the value is a word."""

    field: str | None
    order: str
    value: str
    number: float
    negated: bool


def parse_filter(text: str) -> tuple[Term, ...]:
    """Read a filter. Raises UsageError with one sentence for a field or number that is none."""
    try:
        words = shlex.split(text, posix=True)
    except ValueError:
        words = text.replace('"', " ").replace("'", " ").split()
    return tuple(_term(word) for word in words if word.strip("!"))


def _term(word: str) -> Term:
    negated = word.startswith("!")
    body = word[1:] if negated else word
    field, colon, value = body.partition(":")
    if not colon:
        return Term(None, "", body.casefold(), 0.0, negated)
    name = field.casefold()
    if name not in FIELDS:
        near = closest(name, FIELDS)
        raise UsageError(
            f"There is no field “{field}” to filter by",
            f"did you mean “{near}”?" if near else f"fields: {', '.join(FIELDS)}",
        )
    order = next((sign for sign in _ORDERS if value.startswith(sign)), "")
    return Term(name, order, value.casefold(), _number(value[len(order) :]) if order else 0.0, negated)


def _number(text: str) -> float:
    factor = _FACTORS.get(text[-1:].casefold(), 1.0)
    digits = text[:-1] if text[-1:].casefold() in _FACTORS else text
    try:
        return float(digits) * factor
    except ValueError:
        raise UsageError(f"“{text}” is not a number", "write acv:>1m, access:<50% or due:<30d") from None


def filter_rows(rows: Iterable[AccountRow], text: str, as_of: date) -> tuple[AccountRow, ...]:
    """Return the rows that fit every word of the filter, in their order."""
    terms = parse_filter(text)
    return tuple(row for row in rows if all(_fits(row, term, as_of) != term.negated for term in terms))


def _fits(row: AccountRow, term: Term, as_of: date) -> bool:
    if term.order:
        value = _measure(row, term.field, as_of)
        return value is not None and _compare(value, term.order, term.number)
    return any(term.value in text for text in _texts(row, term.field))


def _compare(value: float, order: str, bound: float) -> bool:
    if order == "<":
        return value < bound
    if order == ">":
        return value > bound
    return value <= bound if order == "<=" else value >= bound


def _measure(row: AccountRow, field: str | None, as_of: date) -> float | None:
    if field == "due":
        return None if row.review_due is None else float((row.review_due - as_of).days)
    if field == "findings":
        return float(row.errors + row.warnings + row.infos)
    return {"access": row.access, "acv": row.yearly_value, "exposed": row.exposed}.get(field or "")


def _texts(row: AccountRow, field: str | None) -> tuple[str, ...]:
    name = (row.account, row.name.casefold())
    owner = (row.owner or "", (row.owner_name or "").casefold())
    if field in (None, "account", "name"):
        return name
    if field == "owner":
        return owner
    if field == "findings":
        return (row.worst.value if row.worst else "none",)
    value = {"tier": row.tier, "status": row.status, "grade": row.grade}.get(field or "")
    return (value or "",) if value is not None or field in ("tier", "status", "grade") else ("",)
