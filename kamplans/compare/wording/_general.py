"""The general words for any difference, made of the schema's titles: every field of the format has at least these."""

from typing import Any

from kamplans.compare.wording._fact import Fact
from kamplans.compare.wording._moves import amount_before, gained_and_lost, is_number, share_of_rise
from kamplans.compare.wording._naming import name_field
from kamplans.compare.wording._values import reworded, shortened
from kamplans.model.change import Op

_LONG = 40
"""Letters from which a text that changed is shown by the words that differ."""


def general(fact: Fact, subject: str | None = None) -> str:
    """Say a difference in general words, of the innermost item by its name, or by another."""
    around = fact.difference.around
    if around and fact.difference.where == around[-1].where:
        return _item(fact)
    if around and _is_name(fact) and _are_names(fact.before, fact.after):
        return f"{shortened(fact.before)} is now called {shortened(fact.after)}"
    return f"{subject or fact.subject}, {fact.label}: {_field(fact)}" if around else f"{fact.label}: {_field(fact)}"


def _item(fact: Fact) -> str:
    of = f" ({fact.outer_subject})" if fact.outer_subject else ""
    if fact.op is Op.RENAME:
        return f"{fact.subject}{of} has a new id"
    if fact.op is Op.CHANGE:
        return f"{fact.subject}{of} changed"
    return f"New {fact.one}: {fact.subject}{of}" if fact.came else f"{fact.one} removed: {fact.subject}{of}"


def _field(fact: Fact) -> str:
    if isinstance(fact.before, list) or isinstance(fact.after, list):
        moved = gained_and_lost(fact)
        if moved is not None:
            return moved
    if fact.came:
        return fact.said(fact.after)
    if fact.went:
        return f"no longer given (before: {fact.said(fact.before)})"
    if _is_prose(fact.before) and _is_prose(fact.after) and fact.field.target is None:
        return reworded(fact.before, fact.after)
    before = amount_before(fact) if is_number(fact.after) else fact.said(fact.before)
    return f"{before} → {fact.said(fact.after)}{share_of_rise(fact)}"


def _is_name(fact: Fact) -> bool:
    where = fact.difference.around[-1].where
    return fact.difference.where == f"{where}.{name_field(fact.kind, where)}"


def _are_names(before: Any, after: Any) -> bool:
    return isinstance(before, str) and isinstance(after, str)


def _is_prose(value: Any) -> bool:
    return isinstance(value, str) and " " in value and len(value) > _LONG
