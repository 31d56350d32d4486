"""How does an account read in the list? Nine cells, what each is sorted by, and the words for the whole."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from kamplans.model.figures import UNKNOWN, count, money, percent, word
from kamplans.model.overview import AccountRow
from kamplans.model.risk import Grade, PortfolioRisk
from kamplans.model.settings import TIERS
from kamtui.text import Line, Run, line, run
from kamtui.wording import marks
from kamtui.wording.figures import due, joined, priced


def cells(row: AccountRow, today: date, *, checked: bool) -> tuple[Run, ...]:
    """Return what stands in the columns; before the plans are checked, their findings are not known."""
    late = row.review_due is not None and row.review_due < today
    return (
        run(row.name),
        run(word(row.tier)),
        run(row.owner_name or row.owner or UNKNOWN),
        marks.grade(row.grade),
        run(percent(row.access)),
        run(money(row.exposed)),
        run(money(row.yearly_value)),
        run(due(row.review_due, today), "strong" if late else ""),
        marks.findings(row.errors, row.warnings, row.infos) if checked else Run("…", "muted"),
    )


def orders(row: AccountRow) -> tuple[object | None, ...]:
    """Return what the columns are sorted by; None, the unknown, comes last. Equal grades: the more exposed first."""
    tier = len(TIERS) - TIERS.index(row.tier) if row.tier in TIERS else None
    return (
        row.name.casefold(),
        tier,
        (row.owner_name or row.owner or "").casefold() or None,
        (row.grade.rank, row.exposed or 0.0, -(1.0 if row.access is None else row.access)),
        row.access,
        row.exposed,
        row.yearly_value,
        row.review_due,
        (row.errors, row.warnings, row.infos),
    )


def summary(rows: Sequence[AccountRow], currency: str | None) -> str:
    """Return the portfolio in a few words: 8 accounts · €7.91m a year."""
    known = [row.yearly_value for row in rows if row.yearly_value is not None]
    accounts = count(len(rows), "account")
    return f"{accounts} · {priced(sum(known), currency)} a year" if known else accounts


def tally(rows: Sequence[AccountRow], currency: str | None) -> Line:
    """Return how many accounts have which grade, and the value exposed."""
    found = Counter(row.grade for row in rows)
    parts: list[Run] = []
    for value in Grade:
        if found[value]:
            parts += [Run(f"{marks.grade(value).text} {found[value]}", value.value), Run("  ")]
    exposed = [row.exposed for row in rows if row.exposed]
    return (*parts, Run(f"exposed {priced(sum(exposed), currency)}" if exposed else ""))


def key_people(risk: PortfolioRisk, names: Mapping[str, str], currency: str | None) -> Line:
    """Return who of ours the portfolio hangs on: the person that most accounts have as their single point."""
    if not risk.people:
        return line(Run("No account hangs on one of our people.", "muted"))
    person = max(risk.people, key=lambda one: (len(one.accounts), one.exposed_value or 0.0))
    name = names.get(person.person, person.person)
    where = count(len(person.accounts), "account")
    exposed = f", {priced(person.exposed_value, currency)} exposed" if person.exposed_value else ""
    others = [names.get(one.person, one.person) for one in risk.people if one is not person]
    also = f"; also {joined(others, 3)}" if others else ""
    return line(Run(name, "strong"), f" is a single point in {where}{exposed}{also}.")
