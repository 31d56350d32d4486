"""What is said of the portfolio's settings."""

from datetime import date

from kamplans.compare.wording._contract import Words
from kamplans.compare.wording._fact import Fact
from kamplans.compare.wording._values import when, word
from kamplans.compare.wording.metrics import point, series, target
from kamplans.model.figures import day


def clock(fact: Fact) -> str:
    """Say that the clock was frozen, moved or runs again."""
    if fact.went:
        return f"The clock runs again (it stood at {when(fact.before)})"
    before = f" (before: {when(fact.before)})" if fact.before else ""
    return f"The clock now stands at {when(fact.after)}{before}"


def rule(fact: Fact) -> str:
    """Say how much a rule counts."""
    name = word(str(fact.difference.keys[-1]))
    where = f" for {fact.subject}" if fact.subject else ""
    if fact.went:
        return f"Rule {name} counts as usual again{where}"
    before = f" (before: {word(fact.before)})" if fact.before else ""
    counts = "is now ignored" if fact.after == "ignore" else f"now counts as {word(fact.after)}"
    return f"Rule {name} {counts}{where}{before}"


def fiscal_year(fact: Fact) -> str | None:
    """Say with which month the fiscal year starts."""
    if fact.went or fact.after not in range(1, 13):
        return None
    return f"The fiscal year now starts in {day(date(2000, fact.after, 1), year=False).split()[1]}"


WORDS = Words(
    sentences={
        "as_of": clock,
        "fiscal_year_starts": fiscal_year,
        "rules.*": rule,
        "tiers[].rules.*": rule,
        "series.*": series,
        "series.*.points.*": point,
        "series.*.targets.*": target,
    },
    weights={
        "name": 40,
        "currency": 70,
        "as_of": 15,
        "offerings[]": 55,
        "tiers[]": 55,
        "selection.criteria[]": 45,
        "selection.qualifies_at": 55,
        "rules.*": 40,
        "series.*.points.*": 50,
    },
)
