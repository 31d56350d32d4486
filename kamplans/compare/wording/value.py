"""What is said of value promised and delivered, and of references."""

from kamplans.compare.wording._contract import Words
from kamplans.compare.wording._fact import Fact
from kamplans.compare.wording._turns import amount, due, in_brackets
from kamplans.compare.wording._values import when, word


def value(fact: Fact) -> str | None:
    """Say that value was promised, or is no longer listed."""
    if fact.went:
        return f"Value no longer listed: {fact.subject}"
    promised = f"{fact.field_of('promised', fact.item['promised'])} promised" if "promised" in fact.item else None
    delivered = f"{fact.field_of('delivered', fact.item['delivered'])} delivered" if "delivered" in fact.item else None
    return f"New value: {fact.subject}{in_brackets(promised, delivered)}" if fact.came else None


def delivered(fact: Fact) -> str | None:
    """Say how much has been delivered of what was promised."""
    if not fact.came:
        return amount(fact)
    promised = f"of {fact.field_of('promised', fact.item['promised'])} promised" if "promised" in fact.item else None
    return f"{fact.subject}: {fact.said(fact.after)} delivered{in_brackets(promised)}"


def confirmed(fact: Fact) -> str | None:
    """Say who of theirs confirmed a value."""
    if fact.went:
        return f"{fact.subject} no longer counts as confirmed by {fact.said(fact.before)}"
    return f"{fact.said(fact.after)} confirmed: {fact.subject}"


def confidence(fact: Fact) -> str | None:
    """Say how sure the value is."""
    before = f" (before: {word(fact.before)})" if fact.before else ""
    return None if fact.went else f"Confidence in {fact.subject} is now {word(fact.after)}{before}"


def reference(fact: Fact) -> str | None:
    """Say that somebody of theirs put in a good word."""
    if fact.went:
        return f"Reference no longer listed: {fact.subject}"
    kind = word(fact.item.get("kind") or "reference")
    who = fact.person(fact.item["given_by"]) if "given_by" in fact.item else None
    day = when(fact.item["date"]) if "date" in fact.item else None
    return f"New {kind}: {fact.subject}{in_brackets(who, day)}" if fact.came else None


WORDS = Words(
    sentences={
        "value[]": value,
        "value[].promised": amount,
        "value[].delivered": delivered,
        "value[].confirmed_by": confirmed,
        "value[].confidence": confidence,
        "value[].due": due,
        "references[]": reference,
    },
    weights={
        "value[]": 55,
        "value[].promised": 55,
        "value[].delivered": 62,
        "value[].confirmed_by": 66,
        "value[].confirmed_on": 12,
        "value[].confidence": 45,
        "value[].due": 50,
        "references[]": 58,
        "references[].result": 45,
    },
)
