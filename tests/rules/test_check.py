"""The engine: severities, selections, accounts, places; and that it loads no more than it needs."""

import subprocess
import sys
import time
from datetime import date

import pytest

from kamplans.errors import UsageError
from kamplans.model.finding import Severity
from kamplans.model.place import Place
from kamplans.reading.load import load
from kamplans.rules._contract import Context, Flag, Rule
from kamplans.rules.check import check
from kamplans.shipped import shipped
from kamplans.sources.folder import FolderSource
from kamplans.sources.memory import MemorySource

LATE = {"engagement.yaml": "actions:\n  - {id: a, title: A, due: 2026-09-01}\n"}
"""60 days late in a strategic account: an error of R027 `overdue`."""


def settings(rules="", tier=""):
    text = "format: 1\nname: E\ncurrency: EUR\nas_of: 2026-10-31\n"
    text += f"rules: {{{rules}}}\n" if rules else ""
    return {"portfolio.yaml": text + (f"tiers:\n  - {{id: strategic, rules: {{{tier}}}}}\n" if tier else "")}


def test_a_good_portfolio_has_no_findings(plans):
    assert plans.check() == []


@pytest.mark.parametrize(
    ("rules", "tier", "wanted"),
    [
        ("", "", "error"),
        ("overdue: warning", "", "warning"),  # what is said wins over the case
        ("R027: info", "", "info"),
        ("R027: info, overdue: warning", "", "warning"),  # the name over the code
        ("overdue: warning", "overdue: info", "info"),  # the tier over the whole
        ("overdue: warning", "R027: info", "info"),
        ("overdue: ignore", "", None),
        ("overdue: ignore", "overdue: error", "error"),
        ("overdue: error", "overdue: ignore", None),
        ("overdue: loud", "", "error"),  # a word that is no severity says nothing
    ],
)
def test_severity(plans, rules, tier, wanted):
    found = plans.check({**LATE, **settings(rules, tier)}, "overdue")
    assert [line.split()[1] for line in found] == ([wanted] if wanted else [])


@pytest.mark.parametrize(
    ("select", "ignore", "rules"),
    [
        ([], [], ["overdue", "dangling-reference", "bad-indentation"]),
        (["overdue"], [], ["overdue"]),
        (["R027"], [], ["overdue"]),
        (["r027"], [], ["overdue"]),
        (["R"], [], ["overdue", "dangling-reference"]),
        (["R05"], [], ["dangling-reference"]),
        (["Y"], [], ["bad-indentation"]),
        (["R", "Y"], ["R058"], ["overdue", "bad-indentation"]),
        ([], ["dangling-reference", "Y"], ["overdue"]),
        (["overdue"], ["R"], []),  # what is ignored stays ignored
    ],
)
def test_select_and_ignore(plans, select, ignore, rules):
    portfolio = plans.read({**LATE, "risks.yaml": "risks:\n  - {id: r, title: R, owner: x}\n", "value.yaml": "a: [\n"})
    of_reading = {one.rule for one in portfolio.findings}
    found = {one.rule for one in check(portfolio, date(2026, 10, 31), select=select, ignore=ignore)}
    assert found == {name for name in rules if name != "bad-indentation"} | (
        of_reading if "bad-indentation" in rules else set()
    )
    assert of_reading


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("overdu", "did you mean “overdue”?"),
        ("R-27", "did you mean “R027”?"),
        ("R9", "`kamplans explain --all` lists the codes"),
        ("", "`kamplans explain --all` lists the codes"),
        ("../x", "`kamplans explain --all` lists the codes"),
        ("overdue\n", "did you mean “overdue”?"),
        ("x" * 10_000, "`kamplans explain --all` lists the codes"),
    ],
)
@pytest.mark.parametrize("option", ["select", "ignore"])
def test_unknown_codes_are_refused_with_the_nearest(plans, word, hint, option):
    with pytest.raises(UsageError) as refused:
        check(plans.read(), date(2026, 10, 31), **{option: [word]})
    assert refused.value.hint == hint
    assert len(refused.value.message) < 120


def test_accounts_restrict_what_is_judged_but_not_what_is_seen(plans):
    other = {
        "dahl-food/account.yaml": "name: D\ntier: growth\nstatus: active\nparent: cruz-foods\nteam: []\n",
        "dahl-food/goals.yaml": "goals: [",
        "portfolio.yaml": "format: 1\nname: E\ncurrency: EUR\nrules: {no-rule: info}\n",
    }
    portfolio = plans.read({**LATE, **other})
    every = check(portfolio, date(2026, 10, 31))
    for id in ("cruz-foods", "dahl-food"):
        some = check(portfolio, date(2026, 10, 31), accounts={id})
        assert some == [one for one in every if one.account == id]
        assert some
    assert {one.account for one in every} == {"cruz-foods", "dahl-food", None}


def test_findings_come_in_the_order_of_reading_with_their_places(plans):
    text = "actions:\n  - {id: b, title: B, due: 2026-10-01}\n  - id: a\n    title: A\n    due: 2026-10-02\n"
    files = {"cruz-foods/engagement.yaml": text, "cruz-foods/account.yaml": "name: C\ntier: key\nstatus: active\n"}
    portfolio = load(MemorySource(files), prefix="group/plans/")
    found = check(portfolio, date(2026, 10, 31), select=["overdue", "no-single-kam"])
    assert [(one.path, one.place) for one in found] == [
        ("group/plans/cruz-foods/account.yaml", Place(1, 1, 1, 8)),  # the team is missing: the first line
        ("group/plans/cruz-foods/engagement.yaml", Place(2, 28, 2, 38)),
        ("group/plans/cruz-foods/engagement.yaml", Place(5, 10, 5, 20)),
    ]


def test_an_item_is_shown_by_its_first_line(plans):
    text = "goals:\n  - id: g\n    title: A goal\n    status: on_track\n"
    (found,) = check(plans.read({"goals.yaml": text}), date(2026, 10, 31), select=["R025"])
    assert found.place == Place(2, 5, 2, 10)


@pytest.mark.parametrize("status", ["lost", "exited", "asleep"])
def test_of_accounts_nobody_works_for_only_integrity_is_asked(plans, status):
    files = {
        **LATE,
        "account.yaml": f"name: C\ntier: strategic\nstatus: {status}\nteam: []\n",
        "stakeholders.yaml": "people:\n  - {id: a, name: A, roles: [approver], reports_to: a, status: left}\n",
        "goals.yaml": "goals:\n  - {id: g, title: G, due: 2020-01-01, owner: nobody}\n",
        "risks.yaml": "risks:\n  - {id: r, title: R, likelihood: 5, impact: 5}\n",
    }
    assert {line.split()[2] for line in plans.check(files, "R")} == {"R008", "R058"}


def test_an_account_without_profile_is_judged_for_integrity_alone():
    portfolio = load(MemorySource({"a/goals.yaml": "goals:\n  - {id: g, title: G, insights: [x], due: 2020-01-01}\n"}))
    assert [one.rule for one in check(portfolio, date(2026, 10, 31), select=["R"])] == ["dangling-reference"]


def test_a_flag_may_name_another_account_and_a_case_its_severity(plans, monkeypatch):
    def flags(context):
        yield Flag("usual", "account")
        yield Flag("case", "account", ("name",), severity=Severity.INFO, account="cruz-foods")

    rule = Rule("R999", flags, Severity.ERROR, judges=frozenset({"active"}))
    monkeypatch.setattr("kamplans.rules.check.codes_by_slug", lambda: {"made-up": "R999"})
    monkeypatch.setattr("kamplans.rules.check.rule", lambda slug: rule)
    other = {"dahl-food/account.yaml": "name: D\ntier: key\nstatus: active\nteam: []\n"}
    found = check(plans.read(other), date(2026, 10, 31), accounts={"dahl-food"}, ignore=["X", "S"])
    assert [(one.account, one.rule, one.severity, one.message, one.at) for one in found] == [
        ("cruz-foods", "made-up", Severity.INFO, "case", "name"),
        ("dahl-food", "made-up", Severity.ERROR, "usual", None),
    ]


def test_a_rule_may_ask_the_relationship_map():
    portfolio = load(FolderSource(shipped("plans")))
    context = Context(portfolio, portfolio.settings.as_of, {}).about(portfolio.accounts["arctic-harvest"])
    assert context.risk_map.account == "arctic-harvest"
    assert context.risk_map is context.risk_map
    with pytest.raises(LookupError):
        Context(portfolio, portfolio.settings.as_of, {}).risk_map  # noqa: B018


def test_of_one_rule_and_account_only_so_many_findings_are_listed(plans):
    many = "goals:\n" + "".join(f"  - {{id: g{n}, title: G, owner: x{n}, due: 2026-10-01}}\n" for n in range(500))
    found = check(plans.read({"goals.yaml": many}), date(2026, 10, 31), select=["R058", "R027"])
    for rule in ("dangling-reference", "overdue"):
        of_rule = [one for one in found if one.rule == rule]
        assert len(of_rule) == 51
        assert of_rule[50].message == "there are more like the 50 before; they are not listed"
        assert of_rule[50].place.line == 52


def test_a_broken_plan_costs_no_more_than_a_large_one(plans):
    """Thousands of ids that nobody knows, in a company of thousands: each would be compared with each."""
    files = {
        "team.yaml": "people:\n" + "".join(f"  - {{id: p{n}, name: P}}\n" for n in range(2000)),
        "goals.yaml": "goals:\n" + "".join(f"  - {{id: g{n}, title: G, owner: o{n}}}\n" for n in range(4000)),
    }
    portfolio = plans.read(files)
    started = time.process_time()
    assert len(check(portfolio, date(2026, 10, 31))) > 100
    assert time.process_time() - started < 8  # seconds; minutes without the limit


IMPORTS = """
import sys
import time
from datetime import date
from kamplans.reading.load import load
from kamplans.rules.check import check
from kamplans.sources.memory import MemorySource
text = "name: A\\ntier: key\\nstatus: active\\nteam:\\n  - {{person: x, role: kam}}\\n"
portfolio = load(MemorySource({{"portfolio.yaml": {portfolio!r}, "a/account.yaml": text}}))
check(portfolio, date(2026, 10, 31), select={select!r})
rules = {{name.rpartition(".")[2] for name in sys.modules if name.startswith("kamplans.rules.pack.")}}
print(sorted(rules), [name for name in ("networkx", "git", "textual", "rich", "asyncio") if name in sys.modules])
print(sorted(name for name in vars(portfolio.accounts["a"]) if name not in ("id", "documents")))
"""


@pytest.mark.parametrize(
    ("portfolio", "select", "rules", "typed"),
    [
        ("format: 1\n", ["reporting-cycle"], ["reporting_cycle"], []),
        ("format: 1\n", ["R025"], ["incomplete_goal"], ["goals"]),
        ("format: 1\n", ["R024", "R008"], ["no_single_kam", "overloaded_kam", "reporting_cycle"], []),
        ("format: 1\nrules: {R052: ignore}\n", ["R052", "overdue"], ["overdue"], ["engagement", "goals"]),
        ("format: 1\n", ["Y", "X"], [], []),
    ],
)
def test_only_what_is_asked_is_imported_and_typed(portfolio, select, rules, typed):
    program = IMPORTS.format(portfolio=portfolio, select=select)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [f"{rules} []", str(typed)]
