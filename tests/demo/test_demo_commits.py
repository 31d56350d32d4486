"""Every commit of the demo is a portfolio that holds: no error on its day, and grades that tell a story."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

import pytest

from kamplans.model.demo import Demo
from kamplans.model.document import Document
from kamplans.model.finding import Finding, Severity
from kamplans.model.portfolio import Account, Portfolio
from kamplans.network.assess import assess
from kamplans.reading.document import read_document
from kamplans.reading.kinds import kinds
from kamplans.reading.shape import shape_findings
from kamplans.repository.repository import Repository, discover
from kamplans.rules.check import check

GRADES = {
    "arctic-harvest": ["low", "moderate", "critical"],
    "bellamy-foods": ["low", "moderate", "high"],
    "castellan-pharma": ["critical", "moderate", "low"],
    "dunmore-logistics": ["moderate", "low", "moderate"],
    "estuary-retail": ["low", "moderate", "critical"],
    "fjordline-dairies": ["critical", "low", "high", "moderate"],
    "greystone-hospitals": ["not_rated"],
    "harbour-fresh": ["critical", "low"],
}
"""How the grade of each account went over the two years: these come in this order, others may lie between."""
FORMERLY = {"dunmore-haulage": "dunmore-logistics", "estuary-markets": "estuary-retail"}


@dataclass
class Past:
    """The demo's commits as portfolios; every blob is read and judged once."""

    repository: Repository
    documents: dict[tuple[str, str], tuple[Document, list[Finding]]]

    def portfolio(self, commit: str) -> Portfolio:
        """Return the plans of a commit."""
        entries = [entry for entry in self.repository.tree(commit, "plans/") if entry.is_file]
        missing = [entry for entry in entries if (entry.path, entry.blob) not in self.documents]
        for entry, blob in zip(missing, self.repository.blobs(entry.blob for entry in missing), strict=True):
            assert blob.data is not None
            self.documents[entry.path, entry.blob] = self._read(entry.path.removeprefix("plans/"), blob.data)
        read = [self.documents[entry.path, entry.blob] for entry in entries]
        house = {document.kind: document for document, _ in read if document.account is None}
        of_accounts = [document for document, _ in read if document.account is not None]
        accounts = {
            id: Account(id, {document.kind: document for document in group})
            for id, group in groupby(of_accounts, key=lambda document: str(document.account))
        }
        return Portfolio(house, accounts, tuple(one for _, findings in read for one in findings), prefix="plans/")

    def _read(self, path: str, data: bytes) -> tuple[Document, list[Finding]]:
        account, _, file = path.rpartition("/")
        document, findings = read_document(file.removesuffix(".yaml"), path, account or None, data, prefix="plans/")
        return document, findings + list(shape_findings(document, "plans/"))


@pytest.fixture(scope="module")
def past(made: Demo) -> Past:
    return Past(discover(made.folder), {})


@pytest.fixture(scope="module")
def states(past: Past) -> list[tuple[date, str, Portfolio]]:
    """The day, the subject and the plans of every commit, the oldest first."""
    commits = [logged.commit for logged in past.repository.log()]
    return [(one.date.date(), one.summary, past.portfolio(one.id)) for one in reversed(commits)]


def test_no_commit_has_an_error_on_its_day(states: list[tuple[date, str, Portfolio]]) -> None:
    found = [
        f"{day} “{subject}”: {finding.path}: {finding.code} {finding.message}"
        for day, subject, portfolio in states
        for finding in check(portfolio, day)
        if finding.severity is Severity.ERROR
    ]
    assert found == []


def test_all_kinds_of_documents_are_there_in_the_end(states: list[tuple[date, str, Portfolio]]) -> None:
    """What this module reads by itself is what the reader of folders would find."""
    final = states[-1][2]
    assert final.documents.keys() | final.accounts["bellamy-foods"].documents.keys() == kinds().keys()
    assert final.accounts.keys() == GRADES.keys()


def test_the_grades_tell_a_story(states: list[tuple[date, str, Portfolio]]) -> None:
    told: dict[str, list[str]] = {account: [] for account in GRADES}
    seen: Mapping[str, Account] = {}
    for day, _, portfolio in states:
        for account, grade in _grades(portfolio, seen, day):
            if told[account][-1:] != [grade]:
                told[account].append(grade)
        seen = portfolio.accounts
    for account, expected in GRADES.items():
        assert _in_order(expected, told[account]), (account, told[account])
        assert told[account][0] == expected[0], (account, told[account])
        assert told[account][-1] == expected[-1], (account, told[account])


def test_bellamy_is_in_danger_only_once_its_champion_is_gone(states: list[tuple[date, str, Portfolio]]) -> None:
    before = {
        assess(account, portfolio.team, portfolio.settings, day, advice=False).grade.value
        for day, _, portfolio in states
        if day < date(2026, 9, 11) and (account := portfolio.accounts.get("bellamy-foods"))
    }
    assert before == {"low", "moderate"}


def _grades(portfolio: Portfolio, seen: Mapping[str, Account], day: date) -> Iterator[tuple[str, str]]:
    """Yield the grade of each account of which a commit changed anything."""
    for id, account in portfolio.accounts.items():
        if id not in seen or account.documents != seen[id].documents:
            risk = assess(account, portfolio.team, portfolio.settings, day, advice=False)
            yield FORMERLY.get(id, id), risk.grade.value


def _in_order(expected: list[str], told: list[str]) -> bool:
    rest = iter(told)
    return all(grade in rest for grade in expected)
