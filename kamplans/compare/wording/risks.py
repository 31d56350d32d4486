"""What is said of the risk register."""

from collections.abc import Mapping
from typing import Any

from kamplans.compare.wording._contract import Words
from kamplans.compare.wording._fact import Fact
from kamplans.compare.wording._moves import rises
from kamplans.compare.wording._turns import in_brackets, owner, status


def risk(fact: Fact) -> str | None:
    """Say that a risk came or went."""
    if fact.went:
        return f"Risk dropped from the register: {fact.subject}"
    odds = [f"{name} {fact.item[name]}" for name in ("likelihood", "impact") if name in fact.item]
    return f"New risk: {fact.subject}{in_brackets(*odds)}" if fact.came else None


def odds(fact: Fact) -> str | None:
    """Say that a risk became more or less likely or grave, and what that does to its score."""
    moved = rises(fact)
    if moved is None:
        return None
    scores = [_score(item) for item in (fact.item_before, fact.item)]
    score = f"score {scores[0]}, now {scores[1]}" if None not in scores else None
    return f"{fact.subject}: {fact.label} {moved}{in_brackets(score)}"


def _score(item: Mapping[str, Any]) -> int | None:
    likelihood, impact = item.get("likelihood"), item.get("impact")
    return likelihood * impact if isinstance(likelihood, int) and isinstance(impact, int) else None


def _weight_of_status(fact: Fact) -> int:
    return {"occurred": 95, "closed": 60}.get(str(fact.after), 55)


WORDS = Words(
    sentences={
        "risks[]": risk,
        "risks[].status": status(
            {"occurred": "The risk has come true: {}", "closed": "Risk closed: {}", "accepted": "Risk accepted: {}"}
        ),
        "risks[].likelihood": odds,
        "risks[].impact": odds,
        "risks[].owner": owner,
    },
    weights={
        "risks[]": 70,
        "risks[].status": _weight_of_status,
        "risks[].likelihood": 60,
        "risks[].impact": 60,
        "risks[].owner": 45,
        "risks[].mitigation": 40,
        "risks[].contingency": 40,
        "risks[].review_on": 25,
    },
)
