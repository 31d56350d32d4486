"""Numbers and dates as a manager reads them; what is unknown is a dash, never a zero."""

from datetime import date

UNKNOWN = "–"
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def percent(share: float | None) -> str:
    """Return a share of 0–1 as `62 %`; a small share never reads as nothing, nor a large one as all."""
    if share is None:
        return UNKNOWN
    whole = round(share * 100)
    if whole == 0 and share > 0:
        return "<1 %"
    if whole == 100 and share < 1:
        return ">99 %"
    return f"{whole} %"


def money(amount: float | None, currency: str | None = None) -> str:
    """Return an amount as `1.45m`, `310k` or `950`, with the currency behind it if one is given."""
    if amount is None:
        return UNKNOWN
    size = abs(amount)
    if size >= 999_500:
        text = f"{amount / 1e6:.2f}m"
    elif size >= 9_950:
        text = f"{amount / 1e3:.0f}k"
    else:
        text = f"{amount:.0f}"
    return f"{text} {currency}" if currency else text


def day(when: date | None, year: bool = True) -> str:
    """Return a date as `12 March 2027`."""
    if when is None:
        return UNKNOWN
    return f"{when.day} {_MONTHS[when.month - 1]}{f' {when.year}' if year else ''}"


def short_day(when: date | None) -> str:
    """Return a date as `12 Mar 2027`."""
    return UNKNOWN if when is None else f"{when.day} {_MONTHS[when.month - 1][:3]} {when.year}"


def distance(when: date | None, as_of: date) -> str:
    """Return how far a day is: `in 12 d`, `today`, `47 d late`."""
    if when is None:
        return UNKNOWN
    days = (when - as_of).days
    if days == 0:
        return "today"
    return f"in {days} d" if days > 0 else f"{-days} d late"


def word(value: str | None) -> str:
    """Return a word of an enumeration as prose: `working_on` reads `working on`."""
    return UNKNOWN if value is None else value.replace("_", " ")


def count(number: int, one: str, many: str | None = None) -> str:
    """Return `1 error`, `2 errors`."""
    return f"{number} {one if number == 1 else many or one + 's'}"
