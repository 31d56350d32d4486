"""Who decides, and whom should we meet? The rows of two small tables on the first page of an account."""

from collections.abc import Mapping, Sequence

from kamplans.model.figures import UNKNOWN, percent
from kamplans.model.risk import DecisionMaker, NextContact, RiskMap
from kamtui.text import Run, run
from kamtui.wording.columns import Column
from kamtui.wording import marks
from kamtui.wording.figures import joined

DECIDERS = (
    Column("Who decides", most=28, grows=False),
    Column("Power", right=True),
    Column("Ways in"),
    Column("Access"),
    Column("Reached by", most=60, rank=1, grows=True, least=16),
)
CONTACTS = (
    Column("Who of ours", most=22),
    Column(""),
    Column("Whom", most=28, grows=True, least=12),
    Column("Access then", right=True),
    Column("Grade then", rank=1),
)


def decider_rows(risk: RiskMap, names: Mapping[str, str]) -> list[tuple[Run, ...]]:
    """Return the decision makers, the most powerful first."""
    return [
        (
            run(names.get(one.person, one.person)),
            run(percent(one.power)),
            run(marks.dots(one.ways_in)),
            run(access(one)),
            run(reached_by(one, names), "strong" if one.single_points or not one.reachable else ""),
        )
        for one in sorted(risk.decision_makers, key=lambda one: (-one.power, one.person))
    ]


def access(one: DecisionMaker) -> str:
    """Return the chance that we still reach a decision maker, as bar and number."""
    return f"{marks.bar(one.access)} {percent(one.access):>5}" if one.reachable else f"{marks.bar(None)}  none"


def reached_by(one: DecisionMaker, names: Mapping[str, str]) -> str:
    """Return who of ours opens the ways, or the one person they all go through."""
    if one.seat_empty:
        return "nobody: the seat is empty"
    if not one.reachable:
        return "nobody"
    if one.single_points:
        return f"only through {joined([names.get(person, person) for person in one.single_points], 3)}"
    ours = list(dict.fromkeys(route[0] for route in one.routes if route))
    return joined([names.get(person, person) for person in ours], 4) or UNKNOWN


def contact_rows(contacts: Sequence[NextContact], risk: RiskMap, names: Mapping[str, str]) -> list[tuple[Run, ...]]:
    """Return contacts to make or to wake, those that bring most first, as the engine orders them."""
    before = risk.expected_access or 0.0
    return [
        (
            run(names.get(one.ours, one.ours)),
            run("calls again" if one.kind == "refresh" else "meets", "muted"),
            run(names.get(one.theirs, one.theirs)),
            run(f"{percent(before)} → {percent(min(1.0, before + one.gain))}"),
            marks.grade(one.grade) if one.grade is not None else Run(UNKNOWN, "muted"),
        )
        for one in contacts
    ]
