"""How does their organisation read as a map? A row a person: place in the tree, power, ways in, access, who of ours."""

from collections.abc import Mapping

from kamplans.model.figures import percent
from kamplans.model.orgchart import ChartRow, RowKind
from kamtui.text import Run, line, run
from kamtui.wording import marks
from kamtui.wording.columns import Column, Row
from kamtui.wording.people import People, arrow, name_marks, ours, role

MAP_COLUMNS = (
    Column("", least=1),
    Column("Their people", most=46, least=34, grows=True),
    Column("Role", most=16, rank=5),
    Column("Power", right=True, rank=3),
    Column("Ways in", rank=2),
    Column("", rank=4),
    Column("Access", right=True, rank=1),
    Column("Who of ours", most=40, least=26),
)


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
            run(marks.bar(decider.access) if decider else "", "muted"),
            run((percent(decider.access) if decider.reachable else "none") if decider else ""),
            ours(people, row.person),
        ),
    )


def _arrows(people: People, selected: str | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in people.theirs.lines:
        if selected in (one.from_, one.to):
            other = one.to if selected == one.from_ else one.from_
            found[other] = arrow(one, outward=selected == one.from_)
    return found
