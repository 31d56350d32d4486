"""How do their people read? Rows of the map with power, ways in, access and who of ours knows them; and one person alone."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kamplans.model.figures import UNKNOWN, count, percent, short_day, word
from kamplans.model.orgchart import ChartRow, OrgChart, RowKind
from kamplans.model.risk import DecisionMaker, LiveContact, PersonRisk, RiskMap
from kamplans.model.stakeholder import Line as InformalLine
from kamplans.model.stakeholder import LineKind, Stakeholder, Stakeholders, Status
from kamtui.text import Line, Run, line, run
from kamtui.wording.columns import Column
from kamtui.wording.columns import Row
from kamtui.wording import marks
from kamtui.wording.figures import joined

MAP_COLUMNS = (
    Column("", least=1),
    Column("Their people", most=46, least=34, grows=True),
    Column("Role", most=16, rank=5),
    Column("Power", right=True, rank=3),
    Column("Ways in", rank=2),
    Column("", rank=4),
    Column("Access", right=True, rank=1),
    Column("Who of ours", most=40, least=12),
)
LIST_COLUMNS = (
    Column("Name", most=32, least=24, grows=True),
    Column("Title", most=34, rank=5),
    Column("Role", most=16, rank=4),
    Column("Stands", most=12, rank=3, falling=True, first="against us first"),
    Column("Power", right=True, falling=True, first="highest first"),
    Column("Ways in", right=True, rank=2, first="fewest first"),
    Column("Access", right=True, first="lowest first"),
    Column("Last contact", right=True, rank=1, first="longest ago first"),
    Column("Who of ours", most=40, rank=1, falling=True, first="most of ours first"),
)
LEGEND = "━ live  ┄ stale  ? no date   ! single point   ▲ △ for us  ▽ ▼ against us"
_NOT_THERE = {Status.LEFT: "left", Status.MOVED: "moved", Status.ON_LEAVE: "on leave", Status.PLACEHOLDER: "open seat"}


@dataclass(frozen=True)
class People:
    """All that is known of their people, by id."""

    chart: OrgChart
    risk: RiskMap
    names: Mapping[str, str]
    theirs: Stakeholders

    @cached_property
    def persons(self) -> dict[str, Stakeholder]:
        """Their people."""
        return {person.id: person for person in self.theirs.people}

    @cached_property
    def deciders(self) -> dict[str, DecisionMaker]:
        """Those who decide."""
        return {one.person: one for one in self.risk.decision_makers}

    @cached_property
    def costs(self) -> dict[str, PersonRisk]:
        """What somebody's leaving costs."""
        return {one.person: one for one in self.risk.people}

    @cached_property
    def contacts(self) -> dict[str, list[LiveContact]]:
        """Who of ours knows them, the live contacts first."""
        found: dict[str, list[LiveContact]] = defaultdict(list)
        for contact in sorted(self.risk.contacts, key=lambda one: (not one.is_live, one.ours)):
            found[contact.theirs].append(contact)
        return found

    @cached_property
    def short(self) -> dict[str, str]:
        """First names of ours, with the family name where two share one."""
        ours = {contact.ours for contact in self.risk.contacts}
        first = {person: self.name(person).split(" ")[0] for person in ours}
        firsts = list(first.values())
        return {person: name if firsts.count(name) == 1 else self.name(person) for person, name in first.items()}

    def name(self, person: str) -> str:
        """Return a person's name; the id where it is not known."""
        return self.names.get(person, person)

    def last_contact(self, person: str) -> date | None:
        """Return the day somebody of ours last spoke with them."""
        days = [contact.last_contact for contact in self.contacts.get(person, ()) if contact.last_contact]
        return max(days, default=None)


def pane_title(people: People) -> str:
    """Return the title of the map: how many there are, decide, and stand alone."""
    alone = len(people.risk.without_any_line)
    deciding = len(people.risk.decision_makers)
    parts = [f"People {len(people.theirs.people)}", f"{deciding} decide{'s' if deciding == 1 else ''}"]
    return " · ".join([*parts, f"{alone} without any line"] if alone else parts)


def map_rows(people: People, selected: str | None) -> list[Row]:
    """Return the rows of the map; the lines of the selected person are arrows in the first column."""
    arrows = _arrows(people, selected)
    return [_map_row(people, row, arrows) for row in people.chart.rows]


def _map_row(people: People, row: ChartRow, arrows: Mapping[str, str]) -> Row:
    if row.kind is RowKind.HEADING:
        return Row(None, (run(row.label, "title"),))
    if row.person is None:
        label = line(Run(row.prefix, "muted"), Run(row.label, "muted"))
        return Row(row, (Run(""), label, *(Run("") for _ in MAP_COLUMNS[2:])))
    decider = people.deciders.get(row.person)
    return Row(
        row,
        (
            Run(arrows.get(row.person, ""), "accent"),
            (Run(row.prefix, "muted"), *name_marks(people, row.person)),
            run(role(people.persons.get(row.person))),
            run(percent(decider.power) if decider else ""),
            run(marks.dots(decider.ways_in) if decider else ""),
            run(marks.bar(decider.access) if decider else ""),
            run((percent(decider.access) if decider.reachable else "none") if decider else ""),
            ours(people, row.person),
        ),
    )


def _arrows(people: People, selected: str | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in people.theirs.lines:
        if selected in (one.from_, one.to):
            other = one.to if selected == one.from_ else one.from_
            found[other] = _arrow(one, outward=selected == one.from_)
    return found


def _arrow(one: InformalLine, *, outward: bool) -> str:
    if one.kind is LineKind.COLLABORATES_WITH:
        return "↔"
    if one.kind is LineKind.CONFLICTS_WITH:
        return "×"
    return "→" if outward else "←"


def name_marks(people: People, id: str) -> Line:
    """Return a name with what one must see at once: single point, stance, and whether they are there at all."""
    person = people.persons.get(id)
    parts = [run(people.name(id), "strong" if id in people.deciders else "")]
    if id in people.risk.single_points:
        parts.append(Run(" !", "strong"))
    if person and person.sentiment and marks.SENTIMENTS[person.sentiment].strip():
        parts.append(Run(f" {marks.SENTIMENTS[person.sentiment]}", "accent"))
    if person and person.status in _NOT_THERE:
        parts.append(Run(f" ({_NOT_THERE[person.status]})", "muted"))
    return tuple(parts)


def role(person: Stakeholder | None) -> str:
    """Return the role that matters most: one that decides, else the first."""
    if person is None or not person.roles:
        return ""
    deciding = [one for one in person.roles if one in ("approver", "economic_buyer", "decision_maker")]
    return word((deciding or list(person.roles))[0])


def ours(people: People, id: str) -> Line:
    """Return who of ours knows them: ━ live, ┄ stale with its age in days, ? never dated."""
    parts: list[Run] = []
    for contact in people.contacts.get(id, ()):
        parts.append(Run(("  " if parts else "") + people.short[contact.ours], "" if contact.is_live else "muted"))
        parts.append(_liveness(contact, people.risk.as_of))
    return tuple(parts)


def _liveness(contact: LiveContact, today: date) -> Run:
    if contact.is_live:
        return Run("━", "accent")
    if contact.last_contact is None:
        return Run("?", "muted")
    return Run(f"┄{(today - contact.last_contact).days} d", "muted")


def list_rows(people: People) -> list[Row]:
    """Return the same people as a table that can be sorted."""
    return [_list_row(people, person) for person in people.theirs.people]


def _list_row(people: People, person: Stakeholder) -> Row:
    decider = people.deciders.get(person.id)
    last = people.last_contact(person.id)
    reach = None if decider is None else decider.access or 0.0
    cells = (
        (*name_marks(people, person.id),),
        run(person.title or UNKNOWN),
        run(role(person)),
        run(word(person.sentiment)),
        run(percent(decider.power) if decider else ""),
        run(decider.ways_in if decider else ""),
        run((percent(decider.access) if decider.reachable else "none") if decider else ""),
        run(short_day(last) if last else "never", "" if last else "muted"),
        ours(people, person.id),
    )
    order = (
        people.name(person.id).casefold(),
        person.title,
        role(person) or None,
        list(marks.SENTIMENTS).index(person.sentiment) if person.sentiment else None,
        decider.power if decider else None,
        decider.ways_in if decider else None,
        reach,
        last,
        len(people.contacts.get(person.id, ())),
    )
    return Row(person.id, cells, order)


def person_lines(people: People, id: str) -> Iterator[Line]:
    """Return what is known of one person: who they are, what hangs on them, who knows them, what they said."""
    person = people.persons.get(id)
    if person is None:
        return
    yield from _who(people, person)
    yield from _stakes(people, id)
    yield from _known_by(people, id)
    yield from _informal(people, id)
    yield from _told(people, person)


def _who(people: People, person: Stakeholder) -> Iterator[Line]:
    where = [part for part in (person.title, person.department, person.location, person.employer) if part]
    yield line(" · ".join(where) or "nothing written about their work yet")
    yield line(Run(", ".join(word(one) for one in person.roles) or "no role recorded"))
    stance = f"{marks.SENTIMENTS[person.sentiment]} {word(person.sentiment)}".strip() if person.sentiment else "stance unknown"
    influence = f"influence {person.influence} of 5" if person.influence is not None else "influence unknown"
    yield line(stance, Run(f" · {influence}"))
    if person.status is not Status.ACTIVE or person.leaves_on:
        leaves = f", leaves {short_day(person.leaves_on)}" if person.leaves_on else ""
        yield line(Run(f"{word(person.status)}{leaves}", "strong"))
    if person.reports_to:
        yield line(Run("reports to  ", "muted"), people.name(person.reports_to))


def _stakes(people: People, id: str) -> Iterator[Line]:
    decider, cost = people.deciders.get(id), people.costs.get(id)
    if decider:
        yield ()
        reach = f"access {percent(decider.access)}" if decider.reachable else "out of reach"
        yield line(f"{percent(decider.power)} of the power, {count(decider.ways_in, 'way')} in, {reach}")
        if decider.single_points:
            yield line(Run("only through  ", "muted"), Run(_named(people, decider.single_points), "strong"))
    if cost and cost.loss > 0:
        yield ()
        cut = f"{len(cost.cuts_off)} of {len(people.risk.decision_makers)} who decide"
        yield line(Run(f"If they leave, we lose {cut}", "strong"), f" ({percent(cost.loss)} of the power):")
        yield line(_named(people, cost.cuts_off))
    if cost and cost.importance > 0:
        yield line(Run("importance  ", "muted"), f"{cost.importance:.2f}")


def _named(people: People, ids: tuple[str, ...]) -> str:
    return joined([people.name(one) for one in ids])


def _known_by(people: People, id: str) -> Iterator[Line]:
    yield ()
    known = people.contacts.get(id, ())
    if not known:
        yield line(Run("Nobody of ours knows them.", "strong"))
    for contact in known:
        last = short_day(contact.last_contact) if contact.last_contact else "no date"
        works = f", works {percent(contact.works)}" if contact.works is not None else ""
        state = "" if contact.is_live else f" ({contact.state})"
        level = word(contact.level) if contact.level else "level unknown"
        yield line(_liveness(contact, people.risk.as_of), f" {people.name(contact.ours)}", Run(f"  {level}{state}, {last}{works}", "muted"))


def _informal(people: People, id: str) -> Iterator[Line]:
    lines = [one for one in people.theirs.lines if id in (one.from_, one.to)]
    if lines:
        yield ()
    for one in lines:
        outward = one.from_ == id
        other = people.name(one.to if outward else one.from_)
        yield line(Run(f"{_arrow(one, outward=outward)} ", "accent"), _said(one, outward, other))


def _said(one: InformalLine, outward: bool, other: str) -> str:
    strength = f", {one.strength}" if one.strength else ""
    if one.kind is LineKind.INFLUENCES:
        return f"influences {other}{strength}" if outward else f"{other} influences them{strength}"
    return f"{word(one.kind)} {other}{strength}"


def _told(people: People, person: Stakeholder) -> Iterator[Line]:
    for name, text in (("wants", person.aims), ("prefers", person.prefers), ("answers for", person.responsible_for)):
        if text:
            yield ()
            yield line(Run(f"{name}  ", "muted"), text)
    for one in sorted(person.evidence, key=lambda one: one.date, reverse=True)[:3]:
        yield ()
        yield line(Run(f"{short_day(one.date)}, {people.name(one.by)}  ", "muted"), one.note)
