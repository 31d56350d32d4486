"""What is said of the quarterly series."""

from typing import Any

from kamplans.compare.fields import field_at
from kamplans.compare.wording._contract import Words
from kamplans.compare.wording._fact import Fact
from kamplans.compare.wording._moves import amount_before
from kamplans.compare.wording._turns import in_brackets
from kamplans.compare.wording._values import say


def series(fact: Fact) -> str | None:
    """Say that something is measured now, with its newest point, or no longer."""
    if fact.went:
        return f"No longer measured: {fact.subject}"
    points = _numbers(fact.item.get("points"))
    if not points:
        return f"Now measured: {fact.subject}" if fact.came else None
    quarter = max(points)
    value = field_at(fact.kind, (*fact.difference.keys, "points", quarter))
    return f"Now measured: {fact.subject} ({say(points[quarter], value, fact.names)} in {quarter})"


def point(fact: Fact) -> str:
    """Say what a quarter brought, and the one before."""
    quarter = str(fact.difference.keys[-1])
    if fact.went:
        return f"{fact.subject} in {quarter} was taken out (before: {_said(fact, fact.before)})"
    if not fact.came:
        return f"{fact.subject} in {quarter} was corrected from {amount_before(fact)} to {_said(fact, fact.after)}"
    earlier = {name: value for name, value in _numbers(fact.item.get("points")).items() if name < quarter}
    last = f"{max(earlier)}: {fact.said(earlier[max(earlier)])}" if earlier else None
    return f"{fact.subject} in {quarter}: {_said(fact, fact.after)}{in_brackets(last)}"


def target(fact: Fact) -> str:
    """Say what is aimed at."""
    quarter = str(fact.difference.keys[-1])
    if fact.went:
        return f"{fact.subject} has no target for {quarter} any more (before: {_said(fact, fact.before)})"
    before = f" (before: {fact.said(fact.before)})" if fact.before is not None else ""
    return f"{fact.subject} is to reach {_said(fact, fact.after)} in {quarter}{before}"


def _said(fact: Fact, value: Any) -> str:
    unit = fact.item.get("unit")
    return f"{fact.said(value)} {unit}" if isinstance(unit, str) else fact.said(value)


def _numbers(points: Any) -> dict[str, float]:
    pairs = points.items() if isinstance(points, dict) else ()
    return {name: value for name, value in pairs if isinstance(value, int | float) and not isinstance(value, bool)}


def _weight_of_point(fact: Fact) -> int:
    return {"acv": 66, "nps": 60, "csat": 55, "revenue": 55}.get(str(fact.difference.keys[1]), 45)


WORDS = Words(
    sentences={"series.*": series, "series.*.points.*": point, "series.*.targets.*": target},
    weights={"series.*": 45, "series.*.points.*": _weight_of_point, "series.*.targets.*": 50, "series.*.source": 8},
)
