"""The example portfolio tells its story by warnings; hostile variants of it break no rule."""

import copy
import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kamplans.model.document import Document
from kamplans.model.finding import Severity
from kamplans.model.portfolio import Account, Portfolio
from kamplans.reading.load import load
from kamplans.rules.check import check
from kamplans.shipped import shipped
from kamplans.sources.folder import FolderSource

EXAMPLE = load(FolderSource(shipped("plans")))
FOUND = check(EXAMPLE, EXAMPLE.settings.as_of)
ACCOUNT = "bellamy-foods"


def test_no_errors_and_the_warnings_of_the_story():
    assert [one for one in FOUND if one.severity is Severity.ERROR] == []
    told = {one.rule for one in FOUND}
    assert told >= {"missing-role", "leaver-in-seat", "incomplete-goal", "overdue", "review-overdue"}
    assert "uncovered-high-risk" in told


def test_every_finding_stands_where_its_value_is():
    for one in FOUND:
        document = next(d for d in EXAMPLE.all_documents if d.path == one.path)
        line = document.text.split("\n")[one.place.line - 1]
        assert one.place.line == one.place.end_line
        assert line[one.place.column - 1 : one.place.end_column - 1].strip(), one


def variant(change):
    """Return a portfolio of one account of the example, all plain data of which went through `change`."""

    def changed(document):
        data = change(copy.deepcopy(dict(document.data)))
        return Document(document.kind, document.path, document.account, data, document.text, lambda _: document.places)

    documents = {kind: changed(document) for kind, document in EXAMPLE.accounts[ACCOUNT].documents.items()}
    own = {kind: changed(document) for kind, document in EXAMPLE.documents.items()}
    return Portfolio(own, {ACCOUNT: Account(ACCOUNT, documents)})


def reversed_lists(value):
    if isinstance(value, dict):
        return {key: reversed_lists(one) for key, one in reversed(value.items())}
    return [reversed_lists(one) for one in reversed(value)] if isinstance(value, list) else value


def test_order_has_no_meaning():
    def told(portfolio):
        found = check(portfolio, EXAMPLE.settings.as_of, accounts={ACCOUNT}, select=["R"])
        return sorted((one.rule, one.severity, one.message, one.at) for one in found)

    assert told(variant(reversed_lists)) == told(variant(lambda data: data)) != []


HOSTILE = st.sampled_from(
    [None, True, -1, 10**18, 1.5, float("nan"), "", "=cmd()", "\x1b[31m[bold]", "9999-12-31", "0001-01-01",
     "a" * 5000, [], [[]], [None], {}, {"": {}}, {"id": {"id": 1}}, [{"id": "x"}, {"id": "x"}], "hanna-lindqvist"]
)  # fmt: skip


def spoiled(value, numbers):
    """Return the data with some values replaced; `numbers` decides which and by what."""
    kind, replacement = next(numbers)
    if kind == 0:
        return replacement
    if isinstance(value, dict):
        return {key: spoiled(one, numbers) for key, one in value.items()}
    return [spoiled(one, numbers) for one in value] if isinstance(value, list) else value


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    choices=st.lists(st.tuples(st.integers(0, 12), HOSTILE), min_size=5, max_size=60),
    as_of=st.sampled_from([date(2026, 10, 31), date.min, date.max]),
)
def test_no_data_makes_a_rule_fail(choices, as_of):
    def endless():
        while True:
            yield from choices
            yield (1, None)

    def change(data):
        numbers = endless()
        return {key: spoiled(value, numbers) for key, value in data.items()}

    for one in check(variant(change), as_of, select=["R"]):
        assert one.message and "\n" not in one.message.replace("\x1b", "")
        assert one.place.line >= 1
        json.dumps([one.message, one.at, one.hint])


@pytest.mark.parametrize("kind", ["account", "stakeholders", "goals", "engagement"])
def test_a_missing_document_makes_no_rule_fail(kind):
    left = {name: document for name, document in EXAMPLE.accounts[ACCOUNT].documents.items() if name != kind}
    portfolio = Portfolio(EXAMPLE.documents, {ACCOUNT: Account(ACCOUNT, left)})
    found = check(portfolio, EXAMPLE.settings.as_of, select=["R"])
    assert {one.account for one in found} <= {ACCOUNT, None}
