"""Which facts carry their day, so that no plan can hold them earlier?

A talk, a remark, a point of a series enters the plan with the first commit of its file on or after its day; what was
planned for a day is written down some weeks before it. The story need not say so each time.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from kamplans.demo.surgery import Cuts
from kamplans.model.day import day_of
from kamplans.model.document import Document
from kamplans.model.pattern import values
from kamplans.model.place import Keys
from kamplans.model.quarter import Quarter

CLOSING = timedelta(days=8)
"""So long after its end a quarter is closed."""
AHEAD = timedelta(days=60)
"""So long before its day a review or an action is written down."""
_FISCAL_YEAR_STARTS = 4

_ITEMS: Mapping[str, Mapping[str, str]] = {
    "engagement": {"interactions[]": "date", "feedback[]": "date"},
    "stakeholders": {"people[].evidence[]": "date"},
    "goals": {"insights[]": "date"},
    "value": {"references[]": "date"},
    "team": {"people[].training[]": "date"},
}
"""By document, the lists whose items come on a day, and the field that names it."""

_FIELDS: Mapping[str, Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "engagement": {"reviews[]": ("held", ("held", "ratings", "decisions")), "actions[]": ("done_on", ("done_on",))},
    "goals": {
        "goals[]": ("measured_on", ("measured_on", "current")),
        "initiatives[].milestones[]": ("done_on", ("done_on",)),
    },
    "opportunities": {
        "white_space[]": ("checked_on", ("checked_on",)),
        "solutions[]": ("reviewed_on", ("reviewed_on",)),
    },
    "value": {"value[]": ("confirmed_on", ("confirmed_on", "confirmed_by"))},
}
"""By document, the items of which some fields come with a day: which field names it, and which come then."""

_PLANNED: Mapping[str, Mapping[str, str]] = {"engagement": {"reviews[]": "planned", "actions[]": "due"}}
"""By document, the lists whose items are written down ahead of a day, and the field that names it."""


def not_yet(document: Document, day: date) -> Cuts:
    """Return what has to be cut out of a document for it to be one of that day."""
    cuts = Cuts(set(_later(document, day)))
    _reopen(cuts)
    _forget_insights(document, cuts)
    return cuts


def _later(document: Document, day: date) -> Iterator[Keys]:
    kind, data = document.kind, document.data
    for pattern, name in _ITEMS.get(kind, {}).items():
        yield from (keys for keys, item in values(data, pattern) if _is_after(item.get(name), day))
    for pattern, (name, fields) in _FIELDS.get(kind, {}).items():
        for keys, item in values(data, pattern):
            if _is_after(item.get(name), day):
                yield from ((*keys, one) for one in fields if one in item)
    for pattern, name in _PLANNED.get(kind, {}).items():
        for keys, item in values(data, pattern):
            if _is_after(item.get(name), day + AHEAD) or _follows_later(item, data, day):
                yield keys
    if kind in ("metrics", "portfolio"):
        yield from _open_quarters(data, day)


def _is_after(value: Any, day: date) -> bool:
    found = day_of(value)
    return found is not None and found > day


def _follows_later(item: Mapping[str, Any], data: Mapping[str, Any], day: date) -> bool:
    """Whether an action follows from a review that has not been held."""
    return any(one["id"] == item.get("review") and _is_after(one.get("held"), day) for one in data.get("reviews", ()))


def _open_quarters(data: Mapping[str, Any], day: date) -> Iterator[Keys]:
    for keys, points in values(data, "series.*.points"):
        closed = [name for name in points if _closed_on(name) <= day]
        if not closed:
            yield keys[:-1]
        yield from ((*keys, name) for name in points if name not in closed)


def _closed_on(quarter: str) -> date:
    parsed = Quarter.parse(quarter)
    if parsed is None:
        raise ValueError(f"{quarter} is no quarter")
    return parsed.last_day(_FISCAL_YEAR_STARTS) + CLOSING


def _reopen(cuts: Cuts) -> None:
    """An action that is not done yet is in progress."""
    for keys in [keys for keys in cuts.keys if keys[0] == "actions" and keys[-1] == "done_on"]:
        cuts.values[*keys[:-1], "status"] = "in_progress"


def _forget_insights(document: Document, cuts: Cuts) -> None:
    """Nothing leads to an insight that nobody has had."""
    items = document.data.get("insights", ()) if document.kind == "goals" else ()
    gone = {item["id"] for position, item in enumerate(items) if ("insights", position) in cuts.keys}
    for pattern in ("goals[].insights", "insights[].leads_to") if gone else ():
        for keys, ids in values(document.data, pattern):
            if kept := [id for id in ids if id not in gone]:
                if len(kept) < len(ids):
                    cuts.values[keys] = kept
            else:
                cuts.keys.add(keys)
