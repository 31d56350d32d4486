"""How a value reads in a sentence: names for ids, days for dates, amounts with thousands, shares in percent."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from kamplans.compare.fields import Field, own_words
from kamplans.compare.names import Names
from kamplans.model.figures import day

SHORT = 100
"""Letters of a quotation; the rest of a longer text is left to the plan."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SPELT = {
    "kam": "key account manager",
    "qbr": "QBR",
    "ebr": "EBR",
    "c_level": "C-level",
    "vp": "VP",
    "co_innovation": "co-innovation",
    "cross_sell": "cross-sell",
    "in_house": "in-house",
}


def say(value: Any, field: Field, names: Names) -> str:
    """Return a value of a field as words."""
    if isinstance(value, list):
        return joined([say(one, field, names) for one in value])
    if isinstance(value, Mapping):
        return joined([f"{own_words(str(key), False)} {say(one, field, names)}" for key, one in value.items()])
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return number(value, field.sort, names.currency)
    if field.target is not None:
        return names.call(field.target, value)
    if field.is_word:
        return word(value)
    return quoted(value) if field.sort in ("text", "sentences") else when(value)


def number(value: float, sort: str, currency: str | None) -> str:
    """Return a number by its sort: money with its currency, a share in percent, others with thousands set apart."""
    if sort == "share":
        return f"{round(value * 100, 2):,.10g} %"
    text = f"{value:,}" if isinstance(value, int) else f"{value:,.10g}"
    return f"{text} {currency}" if currency and sort in ("money", "signed_money") else text


def word(value: Any) -> str:
    """Return a word of an enumeration as prose."""
    return _SPELT.get(value, value.replace("_", " ")) if isinstance(value, str) else str(value)


def when(value: Any) -> str:
    """Return a date as `12 March 2027`; any other text as it stands."""
    found = day_of(value)
    if value is None:
        return "an unknown day"
    return str(value) if found is None else day(found)


def capital(text: str) -> str:
    """Return a sentence with a capital, unless it begins with an address or a name like iPhone."""
    if text[1:2].isupper() or "://" in text.partition(" ")[0]:
        return text
    return text[:1].upper() + text[1:]


def day_of(value: Any) -> date | None:
    """Return a date of a plan, None if the text is none."""
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def joined(words: Sequence[str]) -> str:
    """Return `a`, `a and b`, `a, b and c`."""
    return " and ".join(part for part in (", ".join(words[:-1]), "".join(words[-1:])) if part)


def quoted(text: Any) -> str:
    """Return prose in quotation marks, on one line and not too long."""
    return f"“{shortened(text)}”"


def shortened(text: Any) -> str:
    """Return prose on one line, cut after a word where it grows long."""
    line = " ".join(str(text).split())
    if len(line) <= SHORT:
        return line
    return line[:SHORT].rsplit(" ", 1)[0].rstrip(",;:.–-") + " …"


def reworded(before: str, after: str) -> str:
    """Return how prose changed: the words that differ, with two words on either side."""
    old, new = before.split(), after.split()
    start = next(
        (n for n, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]), min(len(old), len(new))
    )
    rest = min(len(old), len(new)) - start
    same_end = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    return f"{_excerpt(old, start, same_end)} → {_excerpt(new, start, same_end)}"


def _excerpt(words: list[str], start: int, same_end: int) -> str:
    first, last = max(0, start - 2), min(len(words), len(words) - same_end + 2)
    text = " ".join(words[first:last])
    return quoted(f"{'… ' if first else ''}{text}{' …' if last < len(words) else ''}")
