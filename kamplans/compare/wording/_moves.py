"""How a value moved: a day slips or is pulled forward, an amount rises or falls, a set gains and loses."""

from typing import Any

from kamplans.compare.sameness import essence
from kamplans.compare.wording._fact import Fact
from kamplans.compare.wording._values import day_of, joined, reworded, when
from kamplans.model.figures import count


def slips(fact: Fact, subject: str | None = None) -> str | None:
    """Say that a day was put off or pulled forward; None unless it moved from a day to a day."""
    subject = subject or fact.subject
    old, new = day_of(fact.before), day_of(fact.after)
    if old is None or new is None:
        return None
    days = (new - old).days
    if days > 0:
        return f"{subject} slips {count(days, 'day')} to {when(fact.after)}"
    return f"{subject} is pulled forward {count(-days, 'day')} to {when(fact.after)}"


def rises(fact: Fact) -> str | None:
    """Say that a number rose or fell; None unless it moved from a number to a number."""
    if not is_number(fact.before) or not is_number(fact.after):
        return None
    move = "rises" if fact.after > fact.before else "falls"
    return f"{move} from {amount_before(fact)} to {fact.said(fact.after)}{share_of_rise(fact)}"


def amount_before(fact: Fact) -> str:
    """Return the number before; its currency is said with the number after."""
    said = fact.said(fact.before)
    return said.removesuffix(f" {fact.names.currency}") if fact.names.currency else said


def gains(fact: Fact) -> tuple[list[Any], list[Any]]:
    """Return what a set gained and what it lost, in the order of the plan."""
    old, new = _members(fact.before), _members(fact.after)
    kept_old, kept_new = {essence(one) for one in old}, {essence(one) for one in new}
    return [one for one in new if essence(one) not in kept_old], [one for one in old if essence(one) not in kept_new]


def gained_and_lost(fact: Fact) -> str | None:
    """Say `now also a and b, no longer c`; None if nothing of it is a set."""
    came, went = gains(fact)
    if len(came) == len(went) == 1 and is_reworded(went[0], came[0]):
        return reworded(went[0], came[0])
    verbs = (("" if fact.came else "now also ", came), ("no longer ", went))
    return ", ".join(f"{verb}{joined([fact.said(one) for one in some])}" for verb, some in verbs if some) or None


def is_reworded(before: Any, after: Any) -> bool:
    """Whether two texts are the same prose with some words changed."""
    if not isinstance(before, str) or not isinstance(after, str):
        return False
    old, new = set(before.split()), set(after.split())
    return min(len(old), len(new)) > 3 and 2 * len(old & new) >= max(len(old), len(new))


def _members(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def is_number(value: Any) -> bool:
    """Whether a plain value is a number."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def share_of_rise(fact: Fact) -> str:
    """Return by how much money rose or fell, in brackets; nothing for other values."""
    if fact.field.sort not in ("money", "signed_money") or not is_number(fact.before) or not is_number(fact.after):
        return ""
    if fact.before <= 0:
        return ""
    share = round((fact.after - fact.before) / fact.before * 100)
    return f" ({share:+} %)".replace("-", "−") if share else ""
