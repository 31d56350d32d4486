"""The org chart as text: their tree at the left, then power, ways in, access, and who of ours knows each of them."""

from collections import defaultdict
from collections.abc import Mapping

from kamplans.model.cells import cell_width, fit
from kamplans.model.clean import clean
from kamplans.model.figures import percent
from kamplans.model.orgchart import ChartRow, OrgChart, RowKind
from kamplans.model.risk import ContactState, DecisionMaker, LiveContact, RiskMap

_LONGEST_NAME = 44
_DOTS = 3
_MARKS = {ContactState.LIVE: "━", ContactState.STALE: "┄", ContactState.UNKNOWN: "?", ContactState.AWAY: "×"}


def chart_lines(chart: OrgChart, risk: RiskMap, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return the drawn lines, the legend last; nothing where there are no people."""
    if not chart.rows:
        return ()
    deciders = {person.person: person for person in risk.decision_makers}
    contacts: dict[str, list[LiveContact]] = defaultdict(list)
    for contact in risk.contacts:
        contacts[contact.theirs].append(contact)
    critical = frozenset(risk.single_points)
    labels = [_label(row, names, critical) for row in chart.rows]
    width = min(max(map(cell_width, labels)), _LONGEST_NAME)
    lines = [f"{fit('Their people', width)}  {'power':>5}  ways  {'access':>6}  our contacts"]
    for row, label in zip(chart.rows, labels, strict=True):
        known = " ".join(_contact(contact, names, risk) for contact in contacts.get(row.person or "", ()))
        lines.append(f"{fit(label, width)}  {_deciding(deciders.get(row.person or ''))}  {known}".rstrip())
    return (
        *lines,
        "",
        "! single point   ━ live contact   ┄ stale, with its age in days   ? never dated   × one of the two is away",
    )


def _label(row: ChartRow, names: Mapping[str, str], critical: frozenset[str]) -> str:
    if row.kind is not RowKind.PERSON or row.person is None:
        return clean(f"{row.prefix}{row.label}")
    return clean(f"{row.prefix}{names.get(row.person, row.person)}{' !' if row.person in critical else ''}")


def _deciding(person: DecisionMaker | None) -> str:
    if person is None:
        return " " * 19
    access = percent(person.access) if person.reachable else "none"
    return f"{percent(person.power):>5}  {ways_in_dots(person)}   {access:>6}"


def ways_in_dots(person: DecisionMaker) -> str:
    """Return the ways in as dots, at most three: `●●○`."""
    filled = min(person.ways_in, _DOTS)
    return "●" * filled + "○" * (_DOTS - filled)


def _contact(contact: LiveContact, names: Mapping[str, str], risk: RiskMap) -> str:
    name = names.get(contact.ours, contact.ours).split(" ")[0]
    if contact.state is ContactState.STALE and contact.last_contact is not None:
        return f"{name}┄{(risk.as_of - contact.last_contact).days}d"
    return f"{name}{_MARKS[contact.state]}"
