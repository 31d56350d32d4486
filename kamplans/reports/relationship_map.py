"""The relationship map of one account and its risk: sentences first, then who decides, who matters and whom to meet."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kamplans.model.figures import UNKNOWN, day, percent, short_day
from kamplans.model.grades import grade_label
from kamplans.model.report import Block, Bullets, Column, Facts, Heading, Paragraph, Preformatted, Report, Table
from kamplans.model.risk import DecisionMaker, NextContact, RiskMap

_SHOWN_PEOPLE = 8
_SHOWN_CONTACTS = 5
_SHOWN_OURS = 4


def map_report(risk: RiskMap, title: str, names: Mapping[str, str], chart: tuple[str, ...] = ()) -> Report:
    """Return the map of one account; `chart` is the drawn org chart, line by line."""
    blocks = (
        *_head(risk, names),
        *_deciders(risk, names),
        *_people(risk, names),
        *_pairs(risk, names),
        *_stale(risk, names),
        *_next(risk, names),
        *((Heading("Who knows whom"), Preformatted(chart)) if chart else ()),
    )
    return Report(title, blocks, map_data(risk))


def _head(risk: RiskMap, names: Mapping[str, str]) -> Iterator[Block]:
    yield Paragraph(f"{grade_label(risk.grade)}: {risk.because}", risk.grade.value)
    if risk.sentences:
        yield Bullets(risk.sentences)
    size = len(risk.bus_factor)
    yield Facts(
        (
            (
                "Expected access",
                f"{percent(risk.expected_access)} of the decision power in {risk.horizon_months:g} months",
            ),
            ("Bus factor", f"{size}: {_named(risk.bus_factor, names)}" if size else UNKNOWN),
            ("As of", day(risk.as_of)),
        )
    )


def _deciders(risk: RiskMap, names: Mapping[str, str]) -> Iterator[Block]:
    if not risk.decision_makers:
        return
    yield Heading("Who decides")
    columns = (
        Column("Person"),
        Column("Power", True),
        Column("Ways in", True),
        Column("Access", True),
        Column("Only through"),
    )
    rows = tuple(
        _decider(person, names) for person in sorted(risk.decision_makers, key=lambda one: (-one.power, one.person))
    )
    yield Table(columns, rows)


def _decider(person: DecisionMaker, names: Mapping[str, str]) -> tuple[str, ...]:
    only = (
        _named(person.single_points, names)
        if person.reachable
        else "no route" + (" (seat empty)" if person.seat_empty else "")
    )
    return (
        names.get(person.person, person.person),
        percent(person.power),
        str(person.ways_in),
        percent(person.access),
        only,
    )


def _people(risk: RiskMap, names: Mapping[str, str]) -> Iterator[Block]:
    weighty = sorted(
        (one for one in risk.people if one.importance > 0), key=lambda one: (-one.loss, -one.importance, one.person)
    )
    if weighty:
        yield Heading("If they leave")
        columns = (
            Column("Person"),
            Column("Side"),
            Column("Power lost", True),
            Column("Importance", True),
            Column("Cut off"),
        )
        rows = tuple(
            (
                names.get(one.person, one.person),
                one.side,
                percent(one.loss),
                percent(one.importance),
                _named(one.cuts_off, names),
            )
            for one in weighty[:_SHOWN_PEOPLE]
        )
        yield Table(columns, rows)


def _pairs(risk: RiskMap, names: Mapping[str, str]) -> Iterator[Block]:
    if risk.weakest_pairs:
        yield Heading("Weakest pairs")
        shown = risk.weakest_pairs[:_SHOWN_CONTACTS]
        yield Bullets(
            tuple(f"{_named(pair.people, names, ' and ')}: {percent(pair.loss)} of the power" for pair in shown)
        )


def _stale(risk: RiskMap, names: Mapping[str, str]) -> Iterator[Block]:
    if risk.stale:
        yield Heading("Stale contacts")
        columns = (Column("Ours"), Column("Theirs"), Column("Last contact"), Column("Stale since"))
        rows = tuple(
            (
                names.get(one.ours, one.ours),
                names.get(one.theirs, one.theirs),
                short_day(one.last_contact),
                short_day(one.stale_since),
            )
            for one in risk.stale
        )
        yield Table(columns, rows)


def _next(risk: RiskMap, names: Mapping[str, str]) -> Iterator[Block]:
    if risk.next_contacts:
        yield Heading("Whom to meet next")
        yield Bullets(meeting_lines(risk.next_contacts, names)[:_SHOWN_CONTACTS])


def meeting_lines(contacts: Sequence[NextContact], names: Mapping[str, str]) -> tuple[str, ...]:
    """Return a sentence for each person worth meeting, the best first, with who of ours may go."""
    by_person: dict[str, list[NextContact]] = {}
    for contact in contacts:
        by_person.setdefault(contact.theirs, []).append(contact)
    return tuple(_meeting(group, names) for group in by_person.values())


def _meeting(group: Sequence[NextContact], names: Mapping[str, str]) -> str:
    """Say who of ours adds most; the others within a tenth of that gain are named with them."""
    best = max(contact.gain for contact in group)
    equal = [contact for contact in group if contact.gain >= 0.9 * best][:_SHOWN_OURS]
    ours = ", ".join(names.get(one.ours, one.ours) + (" (again)" if one.kind == "refresh" else "") for one in equal)
    theirs = names.get(group[0].theirs, group[0].theirs)
    return f"{theirs}: {percent(best)} more expected access, through {ours}"


def _named(people: tuple[str, ...], names: Mapping[str, str], joint: str = ", ") -> str:
    return joint.join(names.get(person, person) for person in people)


def map_data(risk: RiskMap) -> dict[str, Any]:
    """Return the map as data; shares and chances are 0–1."""
    return {
        "account": risk.account,
        "as_of": risk.as_of,
        "horizon_months": risk.horizon_months,
        "grade": risk.grade.value,
        "because": risk.because,
        "expected_access": risk.expected_access,
        "supported_access": risk.supported_access,
        "unreached_power": risk.unreached_power,
        "bus_factor": {"size": len(risk.bus_factor), "people": list(risk.bus_factor)},
        "decision_makers": [_decider_data(person) for person in risk.decision_makers],
        "people": [
            {
                "person": one.person,
                "side": one.side,
                "loss": one.loss,
                "cuts_off": list(one.cuts_off),
                "importance": one.importance,
            }
            for one in risk.people
        ],
        "weakest_pairs": [{"people": list(pair.people), "loss": pair.loss} for pair in risk.weakest_pairs],
        "stale": [
            {"ours": one.ours, "theirs": one.theirs, "last_contact": one.last_contact, "stale_since": one.stale_since}
            for one in risk.stale
        ],
        "next_contacts": [
            {"ours": one.ours, "theirs": one.theirs, "gain": one.gain, "kind": one.kind, "effort": one.effort}
            for one in risk.next_contacts
        ],
        "sentences": list(risk.sentences),
        "assumptions": list(risk.assumptions),
        "change": None,
    }


def _decider_data(person: DecisionMaker) -> dict[str, Any]:
    return {
        "person": person.person,
        "power": person.power,
        "reachable": person.reachable,
        "access": person.access,
        "ways_in": person.ways_in,
        "single_points": list(person.single_points),
        "routes": [list(route) for route in person.routes],
        "seat_empty": person.seat_empty,
    }
