"""Plans as text in, findings as lines out."""

from collections.abc import Mapping
from datetime import date
from textwrap import dedent

import pytest

from kamplans.model.finding import Finding
from kamplans.model.portfolio import Portfolio
from kamplans.reading.load import load
from kamplans.rules.check import check
from kamplans.sources.memory import MemorySource

AS_OF = date(2026, 10, 31)

BASE = {
    "portfolio.yaml": "format: 1\nname: Example\ncurrency: EUR\nas_of: 2026-10-31\n",
    "team.yaml": """\
        people:
          - {id: nora-berg, name: Nora Berg, function: sales}
          - {id: olaf-lund, name: Olaf Lund, function: sales, status: left, leaves_on: 2026-09-15}
          - {id: paul-ek, name: Paul Ek, function: executive}
        """,
    "cruz-foods/account.yaml": """\
        name: Cruz Foods
        tier: strategic
        status: active
        since: 2026-09-01
        team:
          - {person: nora-berg, role: kam}
        """,
    "cruz-foods/stakeholders.yaml": """\
        people:
          - {id: ana-cruz, name: Ana Cruz, roles: [executive_sponsor, economic_buyer, champion], influence: 5}
        """,
    "cruz-foods/goals.yaml": """\
        goals:
          - {id: grow, title: Grow, owner: nora-berg, done_when: They order twice, due: 2027-03-31, status: on_track}
        """,
}
"""An account in which no rule finds anything; a test replaces the files it is about."""


class Plans:
    """Builds portfolios from texts by path; a bare name means a file of the account cruz-foods."""

    def read(self, files: Mapping[str, str] = {}) -> Portfolio:
        given = {self._path(name): dedent(text) for name, text in files.items()}
        return load(MemorySource({**{path: dedent(text) for path, text in BASE.items()}, **given}))

    def check(self, files: Mapping[str, str] = {}, *words: str, as_of: date = AS_OF) -> list[str]:
        """Return the findings of the rules named by `words`, of all without any, as lines of text."""
        return [self.line(one) for one in check(self.read(files), as_of, select=words)]

    @staticmethod
    def line(one: Finding) -> str:
        """`goals.yaml:4:5 warning R025 goals[x]: goal “x” lacks …`."""
        name = one.path.removeprefix("cruz-foods/")
        return f"{name}:{one.place.line}:{one.place.column} {one.severity} {one.code} {one.at}: {one.message}"

    @staticmethod
    def _path(name: str) -> str:
        at_top = name in ("portfolio.yaml", "team.yaml") or "/" in name
        return name if at_top else f"cruz-foods/{name}"


@pytest.fixture
def plans() -> Plans:
    return Plans()
