"""How do figures and days read in the narrow columns of a screen? What the engine does not already say."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from kamplans.model.figures import UNKNOWN, money, short_day

_SIGNS = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥"}


def sign(currency: str | None) -> str:
    """Return the sign of a currency where it has one, else its code; empty where it is unknown."""
    return _SIGNS.get(currency or "", currency or "")


def priced(amount: float | None, currency: str | None) -> str:
    """Return an amount with its currency before it: €1.45m, CHF 840k."""
    if amount is None:
        return UNKNOWN
    mark = sign(currency)
    return f"{mark}{' ' if len(mark) > 1 else ''}{money(amount)}"


def number(value: float | None) -> str:
    """Return a number without a needless fraction."""
    if value is None:
        return UNKNOWN
    return f"{value:,.0f}" if value == int(value) else f"{value:,.4g}"


def due(when: date | None, today: date) -> str:
    """Return how far a due day is, for a column: 12 d, today, 3 d late."""
    if when is None:
        return UNKNOWN
    days = (when - today).days
    if days == 0:
        return "today"
    return f"{days} d" if days > 0 else f"{-days} d late"


def near_day(when: date | None, today: date) -> str:
    """Return a day without its year where that is this year: 2 Oct."""
    return short_day(when).rsplit(" ", 1)[0] if when is not None and when.year == today.year else short_day(when)


def ago(when: date, today: date) -> str:
    """Return how long ago a day was, as one says it; a day after a clock that stands still by its date."""
    days = (today - when).days
    if days <= 0:
        return "today" if days == 0 else f"on {short_day(when)}"
    if days < 60:
        return "yesterday" if days == 1 else f"{days} days ago"
    return f"{round(days / 30.44)} months ago" if days < 730 else f"{days // 365} years ago"


def short_names(people: Iterable[str], names: Mapping[str, str]) -> dict[str, str]:
    """Return first names by id, with the family name where two share a first one; the id where no name is known."""
    whole = {person: names.get(person, person) for person in people}
    first = {person: name.split(" ")[0] for person, name in whole.items()}
    firsts = Counter(first.values())
    return {person: name if firsts[name] == 1 else whole[person] for person, name in first.items()}


def joined(names: Sequence[str], most: int = 0) -> str:
    """Return names as one says them: a, b and c; beyond `most`, the rest as a number."""
    if most and len(names) > most:
        names = [*names[: most - 1], f"{len(names) - most + 1} more"]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""
