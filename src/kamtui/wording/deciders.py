"""Who decides, and whom should we meet? The rows of two small tables on the first page of an account."""

from collections.abc import Mapping, Sequence

from kamplans.model.figures import UNKNOWN, percent
from kamplans.model.risk import DecisionMaker, NextContact, RiskMap
from kamtui.text import Line, Run, line, run
from kamtui.wording import marks
from kamtui.wording.columns import Column
from kamtui.wording.figures import joined

DECIDERS = (
    Column("Who decides", most=28, least=14),
    Column("Power", right=True),
    Column("Ways"),
    Column("Access", right=True),
    Column("Reached by", most=60, rank=1, grows=True, least=16),
)
CONTACTS = (
    Column("Whom to meet", most=26),
    Column("By whom", most=60, grows=True, least=16),
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
            run(percent(one.access) if one.reachable else "none"),
            run(reached_by(one, names), "strong" if one.single_points or not one.reachable else ""),
        )
        for one in sorted(risk.decision_makers, key=lambda one: (-one.power, one.person))
    ]


def reached_by(one: DecisionMaker, names: Mapping[str, str]) -> str:
    """Return who of ours opens the ways, or the one person they all go through."""
    if one.seat_empty:
        return "nobody: the seat is empty"
    if not one.reachable:
        return "nobody"
    if one.single_points:
        return f"only {', '.join(names.get(person, person) for person in one.single_points)}"
    ours = list(dict.fromkeys(route[0] for route in one.routes if route))
    return joined([names.get(person, person) for person in ours], 4) or UNKNOWN


def contact_rows(
    contacts: Sequence[NextContact], risk: RiskMap, names: Mapping[str, str], most: int
) -> list[tuple[Run | Line, ...]]:
    """Return whom to meet or to call again, those first that bring most, each with the best of ours and the others."""
    by_person: dict[str, list[NextContact]] = {}
    for contact in contacts:
        by_person.setdefault(contact.theirs, []).append(contact)
    return [_contact_row(group, names, risk) for group in list(by_person.values())[:most]]


def _contact_row(group: Sequence[NextContact], names: Mapping[str, str], risk: RiskMap) -> tuple[Run | Line, ...]:
    best, others = group[0], [names.get(one.ours, one.ours) for one in group[1:]]
    again = " again" if best.kind == "refresh" else ""
    by_whom = line(
        names.get(best.ours, best.ours),
        Run(again, "muted"),
        Run(f", or {joined(others, 2)}" if others else "", "muted"),
    )
    return (
        run(names.get(best.theirs, best.theirs)),
        by_whom,
        run(gained(best, risk)),
        marks.grade(best.grade) if best.grade is not None else Run(UNKNOWN, "muted"),
    )


def gained(contact: NextContact, risk: RiskMap) -> str:
    """Return what a contact adds to the expected access: 47 % → 76 %; where that is not known, what it adds alone."""
    before = risk.expected_access
    if before is None:
        return f"+{percent(contact.gain)}"
    return f"{percent(before)} → {percent(min(1.0, before + contact.gain))}"
