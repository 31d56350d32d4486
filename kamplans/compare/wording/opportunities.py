"""What is said of white space, opportunities and solutions."""

from collections.abc import Mapping
from typing import Any

from kamplans.compare.fields import Field
from kamplans.compare.wording._contract import Words
from kamplans.compare.wording._fact import Fact
from kamplans.compare.wording._moves import rises, slips
from kamplans.compare.wording._turns import amount, in_brackets, owner
from kamplans.compare.wording._values import say, when, word

_SHARE = Field("share of wallet", "share")


def cell(fact: Fact) -> str:
    """Return what a cell of the white space is called: the offering, and where."""
    offering = fact.names.call("offering", fact.item.get("offering"))
    unit = fact.item.get("business_unit")
    return f"{offering} at {fact.names.call('business_unit', unit)}" if unit else offering


def _served(fact: Fact, item: Mapping[str, Any]) -> str:
    incumbent = item.get("incumbent")
    if incumbent == "competitor" and "competitor" in item:
        return f"served by {fact.names.call('competitor', item['competitor'])}"
    known = {"competitor": "served by a competitor", "in_house": "done in-house", "not_relevant": "not relevant"}
    if incumbent in ("us", "nobody"):
        return f"served by {word(incumbent)}"
    return known.get(str(incumbent), "not known who serves it")


def white_space(fact: Fact) -> str | None:
    """Say that somebody looked at a cell of the white space, or that it was taken out."""
    if fact.went:
        return f"White space taken out: {cell(fact)}"
    served = _served(fact, fact.item) if "incumbent" in fact.item else None
    return f"White space looked at: {cell(fact)}{in_brackets(served)}" if fact.came else None


def incumbent(fact: Fact) -> str | None:
    """Say who serves a need now."""
    if fact.went:
        return None
    before = f" (before: {_served(fact, fact.item_before)})" if fact.before else ""
    if fact.after == "unknown":
        return f"Who serves {cell(fact)} is not known{before}"
    return f"{cell(fact)} is now {_served(fact, fact.item)}{before}"


def competitor(fact: Fact) -> str | None:
    """Say which competitor serves a need; silent words where the incumbent says it too."""
    if fact.went or fact.item.get("incumbent") != "competitor":
        return None
    before = f" (before: {fact.said(fact.before)})" if fact.before else ""
    return f"{cell(fact)}: the competitor is {fact.said(fact.after)}{before}"


def our_spend(fact: Fact) -> str | None:
    """Say how our share of wallet moved."""
    return _wallet(fact) or _spend(fact)


def total_spend(fact: Fact) -> str | None:
    """Say how our share of wallet moved, unless what they spend with us says so already."""
    told = fact.item.get("our_spend") != fact.item_before.get("our_spend")
    return _spend(fact) if told else _wallet(fact) or _spend(fact)


def _wallet(fact: Fact) -> str | None:
    old, new = _share(fact.item_before), _share(fact.item)
    if old is None or new is None:
        return None
    return f"Share of wallet of {cell(fact)}: {say(old, _SHARE, fact.names)} → {say(new, _SHARE, fact.names)}"


def _share(item: Mapping[str, Any]) -> float | None:
    ours, total = item.get("our_spend"), item.get("total_spend")
    return round(ours / total, 2) if ours is not None and total else None


def _spend(fact: Fact) -> str | None:
    if fact.came:
        return f"{cell(fact)}: {fact.label} is {fact.said(fact.after)}"
    moved = rises(fact)
    return moved and f"{cell(fact)}: {fact.label} {moved}"


def opportunity(fact: Fact) -> str | None:
    """Say that an opportunity came or went."""
    if fact.went:
        return f"Opportunity dropped: {fact.subject}"
    worth = f"{fact.field_of('acv', fact.item['acv'])} a year" if "acv" in fact.item else None
    stage = word(fact.item["stage"]) if "stage" in fact.item else None
    return f"New opportunity: {fact.subject}{in_brackets(worth, stage)}" if fact.came else None


def stage(fact: Fact) -> str | None:
    """Say how far an opportunity has come."""
    worth = f"{fact.field_of('acv', fact.item['acv'])} a year" if "acv" in fact.item else None
    if fact.after in ("won", "lost"):
        return f"{word(fact.after).capitalize()}: {fact.subject}{in_brackets(worth)}"
    if not fact.before or not fact.after:
        return None
    return f"{fact.subject} moved from {word(fact.before)} to {word(fact.after)}"


def close(fact: Fact) -> str | None:
    """Say when an opportunity is expected to close."""
    if fact.came:
        return f"{fact.subject} is expected to close on {when(fact.after)}"
    return slips(fact)


def qualification(fact: Fact) -> str | None:
    """Say how well a part of the qualification is known, of two points."""
    if fact.went:
        return f"{fact.subject}: {fact.field.in_sentence} is not known any more (before: {fact.before} of 2)"
    before = f" (before: {fact.before})" if fact.before is not None else ""
    return f"{fact.subject}: {fact.field.in_sentence} at {fact.after} of 2{before}"


def _weight_of_stage(fact: Fact) -> int:
    return {"won": 92, "lost": 92}.get(str(fact.after), 68)


_PARTS = (
    "metrics", "economic_buyer", "decision_criteria", "decision_process", "paper_process", "identify_pain", "champion",
    "competition",
)  # fmt: skip

WORDS = Words(
    sentences={
        "white_space[]": white_space,
        "white_space[].incumbent": incumbent,
        "white_space[].competitor": competitor,
        "white_space[].our_spend": our_spend,
        "white_space[].total_spend": total_spend,
        "white_space[].potential": lambda fact: _spend(fact),
        "opportunities[]": opportunity,
        "opportunities[].stage": stage,
        "opportunities[].close": close,
        "opportunities[].owner": owner,
        "opportunities[].acv": amount,
        "opportunities[].one_off": amount,
        **{f"opportunities[].meddpicc.{part}": qualification for part in _PARTS},
        "solutions[].owner": owner,
    },
    weights={
        "white_space[]": 40,
        "white_space[].incumbent": 65,
        "white_space[].our_spend": 60,
        "white_space[].total_spend": 50,
        "white_space[].potential": 50,
        "white_space[].checked_on": 8,
        "opportunities[]": 68,
        "opportunities[].stage": _weight_of_stage,
        "opportunities[].acv": 62,
        "opportunities[].close": 60,
        "opportunities[].probability": 50,
        "opportunities[].owner": 45,
        "solutions[]": 45,
    },
)
