"""What an account is worth a year: plan data in, money out."""

from datetime import date

import pytest

from kamplans.model.document import Document
from kamplans.model.portfolio import Account, Portfolio
from kamplans.programme.yearly_value import yearly_value, yearly_values

AS_OF = date(2026, 10, 31)  # in 2027-Q3 of a fiscal year that starts in April


def document(kind, data, account=None):
    return Document(kind, f"{kind}.yaml", account, data, "", lambda text: None)


def portfolio(settings=None, **accounts):
    def account(id, documents):
        return Account(id, {kind: document(kind, data, id) for kind, data in documents.items()})

    own = {"portfolio": document("portfolio", {"fiscal_year_starts": 4, "currency": "EUR", **(settings or {})})}
    return Portfolio(own, {id: account(id, documents) for id, documents in accounts.items()})


def points(**series):
    return {"metrics": {"series": {name: {"points": found} for name, found in series.items()}}}


def contracts(*found):
    return {"account": {"contracts": list(found)}}


FOUR = {"2026-Q3": 10, "2026-Q4": 20, "2027-Q1": 30, "2027-Q2": 40}


@pytest.mark.parametrize(
    ("documents", "wanted"),
    [
        (points(acv={"2027-Q1": 100, "2027-Q2": 120}), (120, "acv")),
        (points(acv={"2027-Q2": 120, "2027-Q4": 900}), (120, "acv")),  # a quarter to come does not count
        (points(acv={}, revenue=FOUR), (100, "revenue")),
        (points(acv={"Q2": 5}, revenue=FOUR), (100, "revenue")),  # no quarter at all
        (points(revenue={**FOUR, "2026-Q2": 99}), (100, "revenue")),  # the latest four
        (points(revenue={"2026-Q2": 10, "2026-Q4": 20, "2027-Q1": 30, "2027-Q2": 40}), None),  # a gap is no year
        (points(revenue={"2027-Q2": 40}), None),
        (
            {**points(acv={"2027-Q2": 0}), **contracts({"id": "a", "acv": 70})},
            (0, "acv"),
        ),  # nothing is known, not unknown
        ({**points(revenue=FOUR), **contracts({"id": "a", "acv": 70})}, (70, "contracts")),
        (
            contracts({"id": "a", "acv": 70, "start": "2026-10-31", "end": "2026-10-31"}, {"id": "b", "acv": 5}),
            (75, "contracts"),
        ),
        (contracts({"id": "a", "acv": 70, "start": "2026-11-01"}), None),
        (contracts({"id": "a", "acv": 70, "end": "2026-10-30"}), None),
        (contracts({"id": "a", "acv": 70, "end": "2026-10-30", "renews_for_months": 12}), (70, "contracts")),
        (contracts({"id": "a", "acv": 70, "end": "2027-10-30", "outcome": "ended"}), None),
        (contracts({"id": "a", "end": "2027-10-30"}), None),
        ({}, None),
    ],
)
def test_the_source_of_the_value(documents, wanted):
    plans = portfolio(some=documents)
    value = yearly_value(plans.accounts["some"], plans.settings, AS_OF)
    assert (value and (value.amount, value.source)) == wanted


@pytest.mark.parametrize(
    ("settings", "currency", "wanted"),
    [
        ({}, None, 100.0),
        ({}, "EUR", 100.0),
        ({"exchange_rates": {"NOK": 0.5}}, "NOK", 50.0),
        ({"exchange_rates": {"NOK": 0.5}}, "USD", None),  # unknown, never zero and never one to one
        ({"currency": 5}, "NOK", None),
        ({"currency": 5}, None, 100.0),
    ],
)
def test_conversion_to_the_currency_of_the_portfolio(settings, currency, wanted):
    documents = {**points(acv={"2027-Q2": 100}), "account": {"currency": currency}}
    assert yearly_values(portfolio(settings, some=documents), AS_OF) == {"some": wanted}


def test_accounts_of_unknown_value_are_listed_as_unknown():
    assert yearly_values(portfolio(a={}, b=points(acv={"2027-Q2": 1})), AS_OF) == {"a": None, "b": 1.0}


@pytest.mark.parametrize("quarter", ["0000-Q1", "9999-Q4", "٢٠٢٧-Q2", "2027-Q5", "-Q1", ""])
@pytest.mark.parametrize("starts", [-3, 0, 1, 4, 13])
def test_hostile_quarters_and_fiscal_years_raise_nothing(quarter, starts):
    documents = points(acv={quarter: 1}, revenue={quarter: 1})
    plans = portfolio({"fiscal_year_starts": starts}, some=documents)
    assert yearly_values(plans, AS_OF).keys() == {"some"}
