"""The whole portfolio: our key people over all accounts, weighed by value."""

from typing import Any

import pytest

from kamplans.network.across import portfolio_risk
from kamplans.network.assess import assess

TEAM = "people: [{id: nora, name: Nora Berg}, {id: olaf, name: Olaf Lund}, {id: paul, name: Paul Ek}]\n"
ACCOUNT = "name: A\ntier: key\nstatus: active\nteam: []\n"
PEOPLE = """\
people:
  - {id: boss, name: Boss, roles: [approver], influence: 3}
  - {id: cfo, name: Cfo, roles: [approver], influence: 1}
relationships:
"""


def files(contacts: dict[str, list[str]], **account: str) -> dict[str, str]:
    """Return plan files; contacts by account, `nora-boss`."""
    found = {"portfolio.yaml": "format: 1\nname: P\ncurrency: EUR\n", "team.yaml": TEAM}
    for name, pairs in contacts.items():
        rows = (f"  - {{ours: {pair.split('-')[0]}, theirs: {pair.split('-')[1]}, works: 1}}\n" for pair in pairs)
        found[f"{name}/account.yaml"] = account.get(name, ACCOUNT)
        found[f"{name}/stakeholders.yaml"] = PEOPLE + "".join(rows)
    return found


CONTACTS = {
    "alpha": ["nora-boss", "nora-cfo"],
    "beta": ["nora-boss", "olaf-cfo"],
    "gamma": ["olaf-boss", "paul-boss", "olaf-cfo", "paul-cfo"],
}


def across(
    plans: Any, values: dict[str, float | None], contacts: dict[str, list[str]] = CONTACTS, **account: str
) -> Any:
    portfolio = plans.read(files(contacts, **account))
    maps = [
        assess(one, portfolio.team, portfolio.settings, plans.as_of, advice=False)
        for one in portfolio.accounts.values()
    ]
    return portfolio_risk(portfolio, maps, values)


def test_exposed_value_is_value_times_loss(plans: Any) -> None:
    risk = across(plans, {"alpha": 100.0, "beta": 1000.0, "gamma": 5000.0})
    assert {one.person: (one.accounts, one.exposed_value) for one in risk.people} == {
        "nora": (("alpha", "beta"), pytest.approx(100 + 750)),
        "olaf": (("beta",), pytest.approx(250)),
    }
    assert [one.person for one in risk.people] == ["nora", "olaf"]
    assert risk.exposed == {"alpha": pytest.approx(100), "beta": pytest.approx(750), "gamma": 0.0}


def test_an_unknown_value_is_unknown_and_named(plans: Any) -> None:
    risk = across(plans, {"alpha": 100.0, "beta": None})
    (nora, olaf) = risk.people
    assert (nora.exposed_value, nora.unvalued) == (100.0, ("beta",))
    assert (olaf.exposed_value, olaf.unvalued) == (None, ("beta",))
    assert (risk.exposed["beta"], risk.exposed["gamma"]) == (None, None)


def test_accounts_without_grade_do_not_count(plans: Any) -> None:
    risk = across(plans, {"alpha": 100.0}, alpha=ACCOUNT.replace("active", "prospect"))
    assert [(one.person, one.accounts) for one in risk.people] == [("nora", ("beta",)), ("olaf", ("beta",))]
    assert risk.exposed["alpha"] is None


@pytest.mark.parametrize(
    ("values", "people"),
    [
        ({"alpha": 100.0, "beta": 1000.0, "gamma": 1.0}, ("nora",)),
        ({"alpha": 1.0, "beta": 1.0, "gamma": 1000.0}, ("olaf", "paul")),
        ({}, ("nora",)),  # no value known: accounts weigh the same, nora holds 1.75 of 3
        ({"alpha": 0.0}, ()),
    ],
)
def test_the_bus_factor_of_the_portfolio(plans: Any, values: dict[str, float | None], people: tuple[str, ...]) -> None:
    assert across(plans, values).bus_factor == people


def test_it_is_said_in_words(plans: Any) -> None:
    risk = across(plans, {"alpha": 100_000.0, "beta": 1_000_000.0})
    assert risk.sentences == (
        "Nora Berg alone holds ways open in 2 accounts, 850k EUR a year exposed.",
        "Olaf Lund alone holds ways open in 1 account, 250k EUR a year exposed.",
    )


def test_nobody_and_nothing(plans: Any) -> None:
    portfolio = plans.read(files({}))
    risk = portfolio_risk(portfolio, [], {})
    assert (risk.maps, risk.people, risk.bus_factor, risk.exposed) == ((), (), (), {})
