"""Two states of all plans: accounts that came and went, documents that changed, names from both."""

from kamplans.compare.portfolios import compare_portfolios
from kamplans.reading.load import load
from kamplans.repository.repository import discover
from kamplans.sources.folder import FolderSource
from kamplans.sources.memory import MemorySource
from kamplans.sources.revision import RevisionSource

PLANS = {
    "portfolio.yaml": "name: Key accounts\ncurrency: EUR\n",
    "team.yaml": "people: [{id: hanna, name: Hanna Lindqvist}]\n",
    "acme/account.yaml": "name: Acme Foods\ntier: key\nstatus: active\n",
    "acme/stakeholders.yaml": "people: [{id: ingrid, name: Ingrid Solheim}]\n",
    "acme/goals.yaml": "goals: [{id: a, title: A, owner: hanna}, {id: b, title: B}]\ninsights: [{id: c, text: C}]\n",
}


def portfolio(**changed):
    files = {**PLANS, **{path.replace("__", "/") + ".yaml": text for path, text in changed.items()}}
    return load(MemorySource({path: text.encode() for path, text in files.items() if text is not None}), judged=False)


def said(before, after, accounts=()):
    return [(change.account, change.sentence) for change in compare_portfolios(before, after, accounts)]


def test_nothing_differs_from_itself():
    assert said(portfolio(), portfolio()) == []


def test_the_portfolio_first_then_the_accounts_by_weight():
    after = portfolio(
        team="people: [{id: hanna, name: Hanna Lindqvist, status: left}]\n",
        acme__account="name: Acme Foods\ntier: strategic\nstatus: active\nregion: EMEA\n",
    )
    assert said(portfolio(), after) == [
        (None, "Hanna Lindqvist has left us"),
        ("acme", "Acme Foods moves up from key to strategic"),
        ("acme", "Region: EMEA"),
    ]
    assert said(portfolio(), after, ["acme"]) == said(portfolio(), after)[1:]
    assert said(portfolio(), after, ["other"]) == []


def test_an_account_that_came_is_one_change_and_one_for_each_document():
    before = portfolio(acme__account=None, acme__goals=None, acme__stakeholders=None)
    changes = compare_portfolios(before, portfolio())
    assert [(change.op.value, change.document, change.path, change.sentence) for change in changes] == [
        ("add", "account", "", "New account: Acme Foods (key, active)"),
        ("add", "goals", "", "Goals: 1 insight and 2 goals"),
        ("add", "stakeholders", "", "Stakeholders: 1 stakeholder"),
    ]
    assert changes[1].after["insights"] == [{"id": "c", "text": "C"}]
    assert [change.sentence for change in compare_portfolios(portfolio(), before)] == [
        "Account removed: Acme Foods",
        "Goals removed: 1 insight and 2 goals",
        "Stakeholders removed: 1 stakeholder",
    ]


def test_names_come_from_either_side():
    after = portfolio(
        acme__stakeholders="people: []\n", acme__goals="goals: [{id: a, title: A, customer_owner: ingrid}]\n"
    )
    assert ("acme", "A, customer owner: Ingrid Solheim") in said(portfolio(), after)
    assert ("acme", "A has no owner any more (it was Hanna Lindqvist)") in said(portfolio(), after)


def test_a_document_that_cannot_be_read_is_one_change():
    assert said(portfolio(), portfolio(acme__goals="goals: [\n")) == [
        ("acme", "Goals: nothing in it can be read any more")
    ]


def test_the_working_tree_against_a_commit_and_two_commits(recorded):
    first = recorded.commit({f"plans/{path}": text for path, text in PLANS.items()}, day="01-01")
    second = recorded.commit(
        {"plans/acme/goals.yaml": PLANS["acme/goals.yaml"].replace("title: A", "title: AA")}, day="01-02"
    )
    recorded.write({"plans/acme/stakeholders.yaml": PLANS["acme/stakeholders.yaml"].replace("Solheim", "Berg")})
    repository = discover(recorded.top)
    states = [load(RevisionSource(repository, commit, "plans/"), judged=False) for commit in (first, second)]
    now = load(FolderSource(recorded.top / "plans"), judged=False)
    assert said(states[1], now) == [("acme", "Ingrid Solheim is now called Ingrid Berg")]
    assert said(*states) == [("acme", "A is now called AA")]
    assert said(states[1], states[0]) == [("acme", "AA is now called A")]
