"""What is said of ties: the informal lines among their people, and who of ours knows whom."""

from kamplans.compare.wording._fact import Fact
from kamplans.compare.wording._turns import in_brackets
from kamplans.compare.wording._values import when, word

_LEVELS = ("none", "vendor", "credible_source", "problem_solver", "trusted_advisor")
_LINES = {
    "influences": ("influences", "no longer influences"),
    "conflicts_with": ("is in conflict with", "is no longer in conflict with"),
    "collaborates_with": ("works closely with", "no longer works closely with"),
}


def _line(fact: Fact, verb: int) -> str:
    kind = str(fact.item.get("kind"))
    words = _LINES.get(kind, ("is tied to", "is no longer tied to"))
    return f"{fact.person(fact.item.get('from'))} {words[verb]} {fact.person(fact.item.get('to'))}"


def line(fact: Fact) -> str | None:
    """Say an informal line."""
    if fact.went:
        return _line(fact, 1)
    strength = fact.item.get("strength")
    return f"{_line(fact, 0)}{in_brackets(word(strength) if strength else None)}" if fact.came else None


def strength(fact: Fact) -> str:
    """Say how strong a line is now."""
    before = f" (before: {word(fact.before)})" if fact.before else ""
    return f"{_line(fact, 0)}: the line is {word(fact.after or 'moderate')}{before}"


def _pair(fact: Fact) -> tuple[str, str]:
    return fact.ours(fact.item.get("ours")), fact.person(fact.item.get("theirs"))


def relationship(fact: Fact) -> str | None:
    """Say who of ours knows whom now, or no longer."""
    ours, theirs = _pair(fact)
    if fact.went:
        return f"{ours} no longer counts as a contact of {theirs}"
    level = fact.item.get("level")
    return f"{ours} now knows {theirs}{in_brackets(word(level) if level else None)}" if fact.came else None


def level(fact: Fact) -> str:
    """Say how far one of ours has come with one of theirs."""
    ours, theirs = _pair(fact)
    if fact.before in _LEVELS and fact.after in _LEVELS:
        verb = "rose" if _LEVELS.index(fact.after) > _LEVELS.index(fact.before) else "fell back"
        return f"{ours} {verb} from {word(fact.before)} to {word(fact.after)} with {theirs}"
    if fact.went:
        return f"How far {ours} has come with {theirs} is no longer given (before: {word(fact.before)})"
    return f"{ours} counts as {word(fact.after)} with {theirs}"


def target_level(fact: Fact) -> str | None:
    """Say what one of ours wants to become to one of theirs."""
    ours, theirs = _pair(fact)
    return None if fact.went else f"{ours} wants to become {word(fact.after)} to {theirs}"


def quality(fact: Fact) -> str | None:
    """Say how a relationship goes."""
    ours, theirs = _pair(fact)
    words = {"good": "is good", "bad": "is bad", "working_on": "is being worked on"}
    before = f" (before: {word(fact.before)})" if fact.before else ""
    said = words.get(str(fact.after))
    return said and f"The relationship of {ours} and {theirs} {said}{before}"


def last_contact(fact: Fact) -> str | None:
    """Say when two last spoke."""
    ours, theirs = _pair(fact)
    return None if fact.went else f"{ours} was last in touch with {theirs} on {when(fact.after)}"
