"""A source becomes a portfolio: what is read, what is missed, and what is said about files that are no plans."""

import gc
import os
from pathlib import Path

import pytest

from kamplans.model.finding import Severity
from kamplans.reading.load import load
from kamplans.sources.folder import FolderSource
from kamplans.sources.memory import MemorySource
from kamplans.sources.source import PlanFile, Refusal, Refused

PORTFOLIO = "format: 1\nname: Contoso\n"
ACCOUNT = "name: Northwind\ntier: strategic\nstatus: active\nteam: []\n"
STAKEHOLDERS = "people:\n  - {id: dana-ruiz, name: Dana Ruiz}\n"
GOALS = "goals:\n  - {id: cut-losses, title: Halve losses}\n"
GOOD: dict[str, str | bytes] = {
    "portfolio.yaml": PORTFOLIO,
    "team.yaml": "people: []\n",
    "northwind/account.yaml": ACCOUNT,
    "northwind/stakeholders.yaml": STAKEHOLDERS,
    "northwind/goals.yaml": GOALS,
}


def said(files: dict[str, str | bytes]) -> list[tuple[str, str]]:
    return [(finding.code, finding.path) for finding in load(MemorySource(files)).findings]


def test_a_good_portfolio() -> None:
    portfolio = load(
        MemorySource({**GOOD, "contoso/account.yaml": ACCOUNT.replace("strategic", "standard")}), prefix="plans/"
    )
    assert portfolio.findings == ()
    assert list(portfolio.documents) == ["portfolio", "team"]
    assert list(portfolio.accounts) == ["contoso", "northwind"]
    assert list(portfolio.accounts["northwind"].documents) == ["account", "goals", "stakeholders"]
    assert portfolio.accounts["northwind"].goals.goals[0].title == "Halve losses"
    assert portfolio.settings.name == "Contoso"
    assert (portfolio.label, portfolio.prefix) == ("memory", "plans/")
    goals = portfolio.accounts["northwind"].documents["goals"]
    assert (goals.kind, goals.path, goals.account, goals.text) == ("goals", "northwind/goals.yaml", "northwind", GOALS)
    assert (goals.places.value(("goals", 0, "title")).line, goals.places.key(("goals", 0, "title")).column) == (2, 22)


def test_folder_and_memory_give_the_same(tmp_path: Path) -> None:
    files = {**GOOD, "northwind/risks.yaml": "risks: [\n", "northwind/goal.yaml": "a: 1\n", "mkdocs.yml": "x: 1\n"}
    for path, content in files.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(str(content))
    from_folder, from_memory = load(FolderSource(tmp_path, "memory")), load(MemorySource(files))
    assert from_folder == from_memory
    assert [finding.code for finding in from_folder.findings] == ["X001", "Y020"]


def test_a_broken_document_leaves_the_others_alone() -> None:
    portfolio = load(MemorySource({**GOOD, "northwind/goals.yaml": "goals: [\n"}))
    assert [finding.code for finding in portfolio.findings] == ["Y020"]
    assert portfolio.accounts["northwind"].data("goals") == {}
    assert portfolio.accounts["northwind"].documents["goals"].text == "goals: [\n"
    assert portfolio.accounts["northwind"].stakeholders.people[0].name == "Dana Ruiz"


def test_findings_of_text_and_shape_stand_in_order_and_once_a_place() -> None:
    text = "name: Northwind\ntier: 010\nstatus: actve\nteam:\nsince: 2026-02-30\n"
    portfolio = load(MemorySource({"portfolio.yaml": PORTFOLIO, "northwind/account.yaml": text}), prefix="p/")
    of_account = [finding for finding in portfolio.findings if finding.code[0] in "YS"]
    assert [(finding.code, finding.place.line, finding.at) for finding in of_account] == [
        ("S002", 1, "team"),
        ("Y041", 2, "tier"),
        ("S004", 3, "status"),
        ("Y025", 4, "team"),
        ("Y044", 5, "since"),
    ]
    assert {finding.path for finding in of_account} == {"p/northwind/account.yaml"}
    assert {finding.account for finding in of_account} == {"northwind"}


def test_without_judgement_only_the_text_is_looked_at() -> None:
    files = {**GOOD, "northwind/goals.yaml": "goals: 5\nx-own: ~\n"}
    assert [finding.code for finding in load(MemorySource(files), judged=False).findings] == ["Y025"]
    assert [finding.code for finding in load(MemorySource(files)).findings] == ["S003", "Y025"]


ODD: list[tuple[str, dict[str, str | bytes], list[tuple[str, str]]]] = [
    ("nothing at all", {}, [("X008", "portfolio.yaml")]),
    ("no portfolio.yaml", {"team.yaml": "people: []\n"}, [("X008", "portfolio.yaml")]),
    ("no team.yaml", {"portfolio.yaml": PORTFOLIO}, []),
    ("misspelt document", {**GOOD, "northwind/stakeholder.yaml": "a: 1\n"}, [("X001", "northwind/stakeholder.yaml")]),
    ("another suffix", {**GOOD, "northwind/risks.yml": "a: 1\n"}, [("X001", "northwind/risks.yml")]),
    ("misspelt portfolio file", {**GOOD, "teams.yaml": "a: 1\n"}, [("X001", "teams.yaml")]),
    ("foreign file at the top", {**GOOD, "docker-compose.yml": "a: 1\n"}, []),
    ("foreign folder", {**GOOD, "charts/values.yaml": "a: 1\n", "docs/mkdocs.yml": "b: 1\n"}, []),
    ("foreign file among plans", {**GOOD, "northwind/values-old.yaml": ""}, [("X001", "northwind/values-old.yaml")]),
    ("team in an account", {**GOOD, "northwind/team.yaml": "people: []\n"}, [("X002", "northwind/team.yaml")]),
    ("goals at the top", {**GOOD, "goals.yaml": GOALS}, [("X002", "goals.yaml")]),
    ("plans without account.yaml", {**GOOD, "acme/goals.yaml": GOALS}, [("X008", "acme/goals.yaml")]),
    ("account.yml alone", {**GOOD, "acme/account.yml": ACCOUNT}, [("X001", "acme/account.yml")]),
    ("only account.yaml", {**GOOD, "acme/account.yaml": ACCOUNT}, [("X008", "acme/account.yaml")] * 2),
    ("a prospect", {**GOOD, "acme/account.yaml": ACCOUNT.replace("active", "prospect")}, []),
    ("tier standard", {**GOOD, "acme/account.yaml": ACCOUNT.replace("strategic", "standard")}, []),
    ("account.yaml unreadable", {**GOOD, "acme/account.yaml": "name: [\n"}, [("Y020", "acme/account.yaml")]),
    ("no id", {**GOOD, "Acme Inc/account.yaml": ACCOUNT.replace("active", "prospect")}, [("X006", "Acme Inc")]),
    (
        "an id too long",
        {**GOOD, f"{'a' * 65}/account.yaml": ACCOUNT.replace("active", "prospect")},
        [("X006", "a" * 65)],
    ),
    (
        "twins",
        {**GOOD, "Northwind/account.yaml": ACCOUNT.replace("active", "prospect")},
        [("X006", "Northwind"), ("X007", "northwind")],
    ),
    (
        "twins in accents",
        {**GOOD, "caf\u00e9/value.yaml": "value: []\n", "cafe\u0301/value.yaml": "value: []\n"},
        [
            ("X006", "cafe\u0301"),
            ("X008", "cafe\u0301/value.yaml"),
            ("X006", "caf\u00e9"),
            ("X007", "caf\u00e9"),
            ("X008", "caf\u00e9/value.yaml"),
        ],
    ),
]


@pytest.mark.parametrize(("files", "expected"), [row[1:] for row in ODD], ids=[row[0] for row in ODD])
def test_odd_files(files: dict[str, str | bytes], expected: list[tuple[str, str]]) -> None:
    assert said(files) == expected


def test_hints_lead_on() -> None:
    files = {**GOOD, "northwind/stakeholder.yaml": "", "Zoë & Co./account.yaml": ACCOUNT.replace("active", "prospect")}
    hints = {finding.code: finding.hint for finding in load(MemorySource(files)).findings}
    assert hints["X001"] == "did you mean stakeholders.yaml?"
    assert hints["X006"] == "zoe-co would be one"


def test_names_fit_to_be_shown() -> None:
    files: dict[str, str | bytes] = {**GOOD, "a\x1b[31m\nb/value.yaml": "value: []\n"}
    findings = load(MemorySource(files)).findings
    assert [finding.code for finding in findings] == ["X006", "X008"]
    assert all((finding.message + finding.hint).isprintable() for finding in findings)


@pytest.mark.parametrize("number", [2, 99])
def test_a_newer_format_is_one_sentence(number: int) -> None:
    files = {
        **GOOD,
        "portfolio.yaml": f"nonsense: ~\nformat: {number}\n",
        "northwind/goals.yaml": "[",
        "goals.yaml": "",
    }
    portfolio = load(MemorySource(files), prefix="plans/")
    (finding,) = portfolio.findings
    assert (finding.code, finding.path, finding.place.line, finding.place.column) == (
        "X009",
        "plans/portfolio.yaml",
        2,
        9,
    )
    assert finding.message == f"The portfolio is written in format {number}; this version of kamplans reads format 1"
    assert portfolio.accounts == {}


@pytest.mark.parametrize("written", ["true", "'2'", "1.5", "[2]"])
def test_a_format_that_is_no_number_is_judged_by_the_schema(written: str) -> None:
    assert said({**GOOD, "portfolio.yaml": f"format: {written}\n"}) == [("S003", "portfolio.yaml")]


REFUSED = [
    (Refused.LINK, "X003"),
    (Refused.NOT_A_FILE, "X004"),
    (Refused.NO_PERMISSION, "X005"),
    (Refused.UNREADABLE, "X005"),
    (Refused.TOO_LARGE, "Y008"),
    (Refused.NOT_FETCHED, "X010"),
]


class Refusing:
    """A source that hands nothing out."""

    label = "refusing"

    def __init__(self, why: Refused) -> None:
        self.refusal = Refusal(why, "says the system")

    def files(self) -> list[PlanFile]:
        return [PlanFile(path, lambda: self.refusal) for path in ("acme", "acme/account.yaml", "portfolio.yaml")]


@pytest.mark.parametrize(("why", "code"), REFUSED)
def test_what_is_refused_is_a_finding_and_an_empty_document(why: Refused, code: str) -> None:
    portfolio = load(Refusing(why))
    assert [(finding.code, finding.path) for finding in portfolio.findings] == [
        (code, "acme"),
        (code, "acme/account.yaml"),
        (code, "portfolio.yaml"),
    ]
    assert all(finding.message.endswith("says the system") for finding in portfolio.findings)
    assert portfolio.accounts["acme"].data("account") == {}


def test_a_hostile_folder_loads(tmp_path: Path) -> None:
    (tmp_path / "portfolio.yaml").write_text(PORTFOLIO)
    (tmp_path / "acme").mkdir()
    (tmp_path / "acme" / "account.yaml").write_text(ACCOUNT)
    (tmp_path / "acme" / "goals.yaml").symlink_to("/etc/passwd")
    os.mkfifo(tmp_path / "acme" / "stakeholders.yaml")
    (tmp_path / "linked").symlink_to("acme")
    portfolio = load(FolderSource(tmp_path))
    assert [(finding.code, finding.path) for finding in portfolio.findings] == [
        ("X003", "acme/goals.yaml"),
        ("X004", "acme/stakeholders.yaml"),
        ("X003", "linked"),
    ]


def test_of_one_file_so_many_findings_are_listed() -> None:
    faults = "".join(f"  - {{id: a{number}, title: x, due: soon}}\n" for number in range(70))
    portfolio = load(MemorySource({**GOOD, "northwind/goals.yaml": f"goals:\n{faults}x-note: yes\n"}))
    assert len(portfolio.findings) == 51
    last = portfolio.findings[-1]
    assert (last.code, last.severity, last.place.line) == ("Y099", Severity.ERROR, 52)
    assert last.message == "The file has at least 21 more findings"


def test_the_garbage_collector_is_left_as_it_was() -> None:
    assert gc.isenabled()
    load(MemorySource(GOOD))
    assert gc.isenabled()
    gc.disable()
    try:
        load(MemorySource(GOOD))
        assert not gc.isenabled()
    finally:
        gc.enable()
