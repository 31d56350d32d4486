"""The relationship risk of the whole portfolio: grades, and our key people across accounts."""

from collections.abc import Mapping
from typing import Any

from kamplans.model.figures import UNKNOWN, money, percent
from kamplans.model.grades import grade_label
from kamplans.model.report import Block, Column, Heading, Paragraph, Report, Table
from kamplans.model.risk import PortfolioRisk, RiskMap


def risk_report(
    risk: PortfolioRisk, accounts: Mapping[str, str], people: Mapping[str, Mapping[str, str]], currency: str | None
) -> Report:
    """Return the grades of all accounts; `accounts` gives their names, `people` the names of people by account."""
    ordered = sorted(risk.maps, key=lambda one: (-one.grade.rank, _access(one), one.account))
    blocks: list[Block] = [_grades(ordered, accounts, people, risk, currency)]
    ours = next(iter(people.values()), {})
    if risk.people:
        columns = (Column("Person"), Column("Only way in at"), Column(f"Exposed a year, {currency or UNKNOWN}", True))
        rows = tuple(
            (
                ours.get(one.person, one.person),
                ", ".join(accounts.get(a, a) for a in one.accounts),
                money(one.exposed_value),
            )
            for one in risk.people
        )
        blocks += [Heading("Our key people"), Table(columns, rows)]
    if risk.bus_factor:
        named = ", ".join(ours.get(person, person) for person in risk.bus_factor)
        blocks += [Paragraph(f"Portfolio bus factor {len(risk.bus_factor)}: {named}")]
    return Report("", tuple(blocks), _data(risk))


def _grades(
    maps: list[RiskMap],
    accounts: Mapping[str, str],
    people: Mapping[str, Mapping[str, str]],
    risk: PortfolioRisk,
    currency: str | None,
) -> Table:
    columns = (
        Column("Account"),
        Column("Grade"),
        Column("Access", True),
        Column("Largest loss", True),
        Column(f"Exposed, {currency or UNKNOWN}", True),
        Column("Hangs on"),
    )
    rows = tuple(
        (
            accounts.get(one.account, one.account),
            grade_label(one.grade),
            percent(one.expected_access),
            percent(one.largest_loss.loss if one.largest_loss else 0.0) if one.expected_access is not None else UNKNOWN,
            money(risk.exposed.get(one.account)),
            ", ".join(people.get(one.account, {}).get(person, person) for person in one.single_points[:3]),
        )
        for one in maps
    )
    return Table(columns, rows, tuple(one.grade.value for one in maps))


def _access(risk: RiskMap) -> float:
    return 1.0 if risk.expected_access is None else risk.expected_access


def _data(risk: PortfolioRisk) -> dict[str, Any]:
    return {
        "accounts": [
            {
                "account": one.account,
                "grade": one.grade.value,
                "because": one.because,
                "expected_access": one.expected_access,
                "largest_loss": one.largest_loss.loss
                if one.largest_loss
                else (None if one.expected_access is None else 0.0),
                "single_points": list(one.single_points),
                "exposed": risk.exposed.get(one.account),
            }
            for one in risk.maps
        ],
        "people": [
            {"person": one.person, "accounts": list(one.accounts), "exposed_value": one.exposed_value}
            for one in risk.people
        ],
        "bus_factor": {"size": len(risk.bus_factor), "people": list(risk.bus_factor)},
    }
