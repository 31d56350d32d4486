"""How is their organisation drawn? As an indented tree, one row a person, with what nobody knows folded away.

The tree follows `reports_to`. Who has no manager on record and no reports stands under a heading at the end. A closed
chain of managers is cut above its most influential member, and named.
"""

from collections.abc import Iterator, Mapping, Sequence

from kamplans.model.orgchart import ChartRow, OrgChart, RowKind
from kamplans.model.portfolio import Account
from kamplans.model.risk import RiskMap
from kamplans.model.stakeholder import Stakeholder
from kamplans.network.thin import without_any_line

NO_MANAGER = "(no line manager)"
Reports = Mapping[str, Sequence[str]]


def chart(account: Account, risk_map: RiskMap | None, *, fold: bool = True) -> OrgChart:
    """Return the rows of one account's org chart.

    Drawn are all who decide, whom somebody of ours knows, who stand on a way, and everybody above them; of the rest
    only the number, unless `fold` is False. Siblings stand with those who decide first, then by influence and name.
    """
    people = {one.id: one for one in sorted(account.stakeholders.people, key=_order)}
    managers = {id: one.reports_to for id, one in people.items() if one.reports_to in people and one.reports_to != id}
    cycles = _cut_cycles(people, managers)
    drawing = _Drawing(people, managers, _shown(account, risk_map, managers) if fold else set(people))
    return OrgChart(tuple(drawing.rows()), cycles, without_any_line(account.stakeholders))


def _order(one: Stakeholder) -> tuple[bool, int, str, str]:
    return not one.is_decision_maker, -(one.influence or 0), one.name, one.id


def _cut_cycles(people: Mapping[str, Stakeholder], managers: dict[str, str]) -> tuple[tuple[str, ...], ...]:
    """Take from `managers` the line that closes each chain; `people` stand in the order of drawing."""
    cycles, settled = [], set[str]()
    order = {id: position for position, id in enumerate(people)}
    for start in people:
        chain: dict[str, None] = {}
        one: str | None = start
        while one is not None and one not in chain and one not in settled:
            chain[one] = None
            one = managers.get(one)
        if one is not None and one in chain:
            members = list(chain)[list(chain).index(one) :]
            top = members.index(min(members, key=order.__getitem__))
            cycles.append(tuple(members[top:] + members[:top]))
            del managers[members[top]]
        settled.update(chain)
    return tuple(cycles)


def _shown(account: Account, risk_map: RiskMap | None, managers: Mapping[str, str]) -> set[str]:
    """Return who gets a row."""
    known = {one.theirs for one in account.stakeholders.relationships}
    known |= {one.id for one in account.stakeholders.people if one.is_decision_maker}
    if risk_map is not None:
        known |= {one.person for one in risk_map.people if one.side == "theirs"}
    shown: set[str] = set()
    for one in known:
        above: str | None = one
        while above is not None and above not in shown:
            shown.add(above)
            above = managers.get(above)
    return shown


class _Drawing:
    """A forest of people and who of them is shown."""

    def __init__(self, people: Mapping[str, Stakeholder], managers: Mapping[str, str], shown: set[str]) -> None:
        self.reports: dict[str, list[str]] = {}
        for id in people:
            manager = managers.get(id)
            if manager is not None:
                self.reports.setdefault(manager, []).append(id)
        tops = [id for id in people if managers.get(id) is None]
        self.heads = [id for id in tops if id in self.reports]
        self.alone = [id for id in tops if id not in self.reports]
        self.shown = shown

    def rows(self) -> Iterator[ChartRow]:
        """Yield the trees, then who stands in none."""
        drawn = [id for id in self.heads if id in self.shown]
        for head in drawn:
            yield ChartRow(RowKind.PERSON, 0, "", person=head)
            yield from self._below(head)
        yield from self._folded_heads([id for id in self.heads if id not in self.shown])
        if self.alone:
            yield ChartRow(RowKind.HEADING, 0, "", label=NO_MANAGER)
            yield from self._level(self.alone, 1, "", None)

    def _folded_heads(self, heads: Sequence[str]) -> Iterator[ChartRow]:
        folded = tuple(one for head in heads for one in (head, *self._everybody_below(head)))
        if folded:
            yield ChartRow(RowKind.FOLDED, 0, "", label=_more(len(folded)), folded=folded)

    def _below(self, head: str) -> Iterator[ChartRow]:
        return self._level(self.reports.get(head, ()), 1, "", head)

    def _level(self, people: Sequence[str], depth: int, indent: str, manager: str | None) -> Iterator[ChartRow]:
        """Yield the rows of these people and of everybody below them; a stack of its own, for chains may be long."""
        stack = [iter(self._siblings(people, depth, indent, manager))]
        while stack:
            row = next(stack[-1], None)
            if row is None:
                stack.pop()
                continue
            yield row
            if row.person is not None:
                deeper = row.prefix[:-3] + ("   " if row.prefix.endswith("└─ ") else "│  ")
                below = self.reports.get(row.person, ())
                stack.append(iter(self._siblings(below, row.depth + 1, deeper, row.person)))

    def _siblings(self, people: Sequence[str], depth: int, indent: str, manager: str | None) -> list[ChartRow]:
        drawn = [id for id in people if id in self.shown]
        hidden = [id for id in people if id not in self.shown]
        folded = tuple(one for id in hidden for one in (id, *self._everybody_below(id)))
        rows = [ChartRow(RowKind.PERSON, depth, "", person=id, manager=manager) for id in drawn]
        if len(folded) == 1:
            rows.append(ChartRow(RowKind.PERSON, depth, "", person=folded[0], manager=manager))
        elif folded:
            rows.append(ChartRow(RowKind.FOLDED, depth, "", None, manager, _more(len(folded)), folded))
        last = len(rows) - 1
        return [_with_prefix(row, indent + ("└─ " if at == last else "├─ ")) for at, row in enumerate(rows)]

    def _everybody_below(self, head: str) -> list[str]:
        found = list(self.reports.get(head, ()))
        for one in found:
            found.extend(self.reports.get(one, ()))
        return found


def _with_prefix(row: ChartRow, prefix: str) -> ChartRow:
    return ChartRow(row.kind, row.depth, prefix, row.person, row.manager, row.label, row.folded)


def _more(number: int) -> str:
    return f"+{number} more without contact"
