"""What is said of our people."""

from kamplans.compare.wording._contract import Words
from kamplans.compare.wording._fact import Fact
from kamplans.compare.wording._turns import in_brackets
from kamplans.compare.wording._values import when, word
from kamplans.compare.wording.stakeholders import job_title, leaving, reports_to, succeeds


def colleague(fact: Fact) -> str | None:
    """Say that a colleague came or went."""
    if fact.came:
        return f"New colleague: {fact.subject}{in_brackets(fact.item.get('title'))}"
    return f"{fact.subject} is no longer listed among our people" if fact.went else None


def presence(fact: Fact) -> str:
    """Say that a colleague left, is away or is back."""
    before, after = fact.before or "active", fact.after or "active"
    if after == "left":
        return f"{fact.subject} has left us"
    if after == "on_leave":
        return f"{fact.subject} is on leave"
    if before == after:
        return f"{fact.subject} is noted as {word(after)}"
    return f"{fact.subject} is back{' from leave' if before == 'on_leave' else ''}"


def training(fact: Fact) -> str | None:
    """Say which course a colleague took."""
    course, day = fact.item.get("course", ""), when(fact.item.get("date"))
    if fact.came:
        return f"{fact.outer_subject} took the course “{course}” on {day}"
    return f"Taken out: the course “{course}” of {fact.outer_subject}" if fact.went else None


def most_accounts(fact: Fact) -> str | None:
    """Say how many accounts a colleague may look after."""
    before = f" (before: {fact.before})" if fact.before is not None else ""
    return None if fact.went else f"{fact.subject} may look after {fact.after} accounts{before}"


WORDS = Words(
    sentences={
        "people[]": colleague,
        "people[].title": job_title,
        "people[].status": presence,
        "people[].leaves_on": leaving,
        "people[].reports_to": reports_to,
        "people[].succeeds": succeeds,
        "people[].max_accounts": most_accounts,
        "people[].training[]": training,
    },
    weights={
        "people[]": 65,
        "people[].status": 90,
        "people[].leaves_on": 85,
        "people[].succeeds": 70,
        "people[].leave_probability": 50,
        "people[].title": 35,
        "people[].max_accounts": 30,
        "people[].training[]": 20,
    },
)
