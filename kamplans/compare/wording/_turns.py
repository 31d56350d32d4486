"""Turns that several kinds of documents share: who answers for it, how it stands, when it is due."""

from kamplans.compare.wording._contract import Sentence
from kamplans.compare.wording._fact import Fact
from kamplans.compare.wording._moves import rises, slips
from kamplans.compare.wording._values import when, word


def owner(fact: Fact) -> str:
    """Say who answers for an item now."""
    if fact.went:
        return f"{fact.subject} has no owner any more (it was {fact.said(fact.before)})"
    before = f" (before: {fact.said(fact.before)})" if fact.before else ""
    return f"{fact.said(fact.after)} now answers for {fact.subject}{before}"


def due(fact: Fact) -> str | None:
    """Say that a day moved, came or went."""
    if fact.came:
        return f"{fact.subject} is now due {when(fact.after)}"
    if fact.went:
        return f"{fact.subject} has no due date any more (it was {when(fact.before)})"
    return slips(fact)


def status(special: dict[str, str]) -> Sentence:
    """Return a sentence for a status: `special` holds whole sentences by the new word, `{}` being the subject."""

    def say(fact: Fact) -> str:
        if fact.went:
            return f"{fact.subject}: how it stands is no longer given (it was {word(fact.before)})"
        if fact.after in special:
            return special[fact.after].format(fact.subject)
        if fact.came:
            return f"{fact.subject} is {word(fact.after)}"
        return f"{fact.subject} went from {word(fact.before)} to {word(fact.after)}"

    return say


def amount(fact: Fact) -> str | None:
    """Say that an amount of an item rose or fell: the item, then the field."""
    moved = rises(fact)
    return None if moved is None else f"{fact.subject}: {fact.label} {moved}"


def in_brackets(*parts: str | None) -> str:
    """Return what is known of several remarks, in brackets behind a sentence."""
    known = ", ".join(part for part in parts if part)
    return f" ({known})" if known else ""
