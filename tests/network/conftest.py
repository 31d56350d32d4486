"""Plans as text in, risk maps out; and random plans to check laws on."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import strategies as st

from kamplans.model.document import Document
from kamplans.model.portfolio import Account, Portfolio
from kamplans.model.risk import RiskMap
from kamplans.network.assess import assess
from kamplans.reading.load import load
from kamplans.sources.memory import MemorySource

AS_OF = date(2026, 10, 31)
Plan = dict[str, Any]

ACCOUNT = "name: Cruz Foods\ntier: growth\nstatus: active\nteam:\n  - {person: nora, role: kam}\n"
TEAM = """\
people:
  - {id: nora, name: Nora Berg}
  - {id: olaf, name: Olaf Lund}
  - {id: paul, name: Paul Ek}
"""


@dataclass(frozen=True)
class Sketch:
    """The documents of one account as plain data; an empty list is left out of the text."""

    team: list[Plan]
    people: list[Plan]
    relationships: list[Plan] = field(default_factory=list)
    lines: list[Plan] = field(default_factory=list)
    interactions: list[Plan] = field(default_factory=list)
    reviews: list[Plan] = field(default_factory=list)
    access: Plan = field(default_factory=dict)

    def documents(self) -> dict[str, Plan]:
        """Return the documents by path, those with nothing to say left out."""
        found: dict[str, Plan] = {
            "portfolio.yaml": {"format": 1, "name": "Drawn", "currency": "EUR", "access": self.access},
            "team.yaml": {"people": self.team},
            "cruz/account.yaml": {"name": "Drawn", "tier": "growth", "status": "active", "team": []},
            "cruz/stakeholders.yaml": {"people": self.people, "relationships": self.relationships, "lines": self.lines},
            "cruz/engagement.yaml": {"interactions": self.interactions, "reviews": self.reviews},
        }
        return {path: kept for path, data in found.items() if (kept := {key: data[key] for key in data if data[key]})}

    def files(self) -> dict[str, str]:
        """Return the plan files, in the flow style that YAML shares with JSON."""
        texts = {path: json.dumps(data) for path, data in self.documents().items()}
        return texts | {"cruz/account.yaml": "name: Drawn\ntier: growth\nstatus: active\nteam: []\n"}


class Plans:
    """Reads plans from text and assesses their one account."""

    as_of = AS_OF

    def read(self, files: Mapping[str, str]) -> Portfolio:
        """Read files; they must have no finding but that of a missing goals.yaml or a dangling reference."""
        portfolio = load(MemorySource({path: dedent(text) for path, text in files.items()}))
        assert [one for one in portfolio.findings if one.rule != "missing-document"] == []
        return portfolio

    def portfolio(self, book: str, **other: str) -> Portfolio:
        """Read one account from its stakeholders.yaml; team, account, engagement and access replace defaults."""
        files = {
            "portfolio.yaml": "format: 1\nname: Example\ncurrency: EUR\n" + dedent(other.get("access", "")),
            "team.yaml": other.get("team", TEAM),
            "cruz/account.yaml": other.get("account", ACCOUNT),
            "cruz/stakeholders.yaml": book,
        }
        if "engagement" in other:
            files["cruz/engagement.yaml"] = other["engagement"]
        return self.read(files)

    def map(self, book: str, as_of: date = AS_OF, **other: str) -> RiskMap:
        """Return the risk map of one account."""
        return self.assess(self.portfolio(book, **other), as_of)

    def assess(self, portfolio: Portfolio, as_of: date = AS_OF, *, advice: bool = True) -> RiskMap:
        """Return the risk map of a portfolio's one account."""
        (account,) = portfolio.accounts.values()
        return assess(account, portfolio.team, portfolio.settings, as_of, advice=advice)

    def made(self, sketch: Sketch) -> Portfolio:
        """Return a sketch as a portfolio, without the way through its text."""
        made = {path: _document(path, data) for path, data in sketch.documents().items()}
        by_kind = {document.kind: document for document in made.values()}
        of_all = {kind: by_kind.pop(kind) for kind in ("portfolio", "team") if kind in by_kind}
        return Portfolio(of_all, {"cruz": Account("cruz", by_kind)})

    def sketched(self, sketch: Sketch, as_of: date = AS_OF, *, advice: bool = True) -> RiskMap:
        """Return the risk map of a sketch."""
        return self.assess(self.made(sketch), as_of, advice=advice)

    def sketch(self, **documents: Any) -> Sketch:
        """Return a sketch of the lists given."""
        return Sketch(**documents)

    def sketches(self, **limits: int) -> st.SearchStrategy[Sketch]:
        """Draw random plans; see `sketches`."""
        return sketches(**limits)


def _document(path: str, data: Plan) -> Document:
    def no_text(text: str) -> Any:
        raise AssertionError("a sketch has no text, so nothing has a place")

    return Document(Path(path).stem, path, "cruz" if "/" in path else None, data, "", no_text)


@pytest.fixture(scope="session")
def plans() -> Plans:
    return Plans()


class Dice:
    """Choices from one drawn number: the first option of each is the plainest, and what a failing case shrinks to."""

    def __init__(self, number: int) -> None:
        self.number = number

    def pick(self, *options: Any) -> Any:
        """Return one of the options."""
        self.number, chosen = divmod(self.number, len(options))
        return options[chosen]

    def sometimes(self, chance: int, *options: Any) -> Any:
        """Return None, or in `chance` of ten cases one of the options."""
        chosen = self.pick(*options) if options else None
        return chosen if self.pick(*range(10)) >= 10 - chance else None

    def day(self, *most: int) -> str:
        """Return a day at most so many days ago."""
        return (AS_OF - timedelta(days=self.pick(*range(self.pick(*most) + 1)))).isoformat()


def _known(**fields: Any) -> Plan:
    return {key: value for key, value in fields.items() if value is not None}


DICE = st.binary(min_size=12, max_size=12).map(lambda drawn: Dice(int.from_bytes(drawn, "big")))
STATUSES = ("active",) * 24 + ("on_leave", "left", "moved", "placeholder")
SENTIMENTS = (None, "neutral", "supporter", "advocate", "advocate", "sceptic", "sceptic", "opponent")
LEVELS = (None, "none", "vendor", "credible_source", "problem_solver", "trusted_advisor")
QUALITIES = (None, "good", "good", "good", "working_on", "working_on", "bad")
LEAVES_ON = (None,) * 12 + ("2027-01-31", "2027-10-31", "2027-11-01")
ROLES = ("approver", "decision_maker", "economic_buyer", "user_buyer", "influencer")
CHANCES = (0.0, 0.05, 0.2, 0.5, 1.0)
LINES = ("influences",) * 3 + ("collaborates_with", "conflicts_with")
ALWAYS = {
    "introductions": {
        **dict.fromkeys(("down", "up", "advocate_up", "sceptic"), 1),
        "influence": dict.fromkeys(("weak", "moderate", "strong"), 1),
    }
}


@st.composite
def sketches(
    draw: st.DrawFn, ours: int = 3, theirs: int = 5, contacts: int = 5, lines: int = 3, certain: bool = False
) -> Sketch:
    """Draw a plan of at most so many people, contacts and lines.

    Chances are mostly the defaults; every sentiment, status and level occurs, contacts are fresh, stale or undated,
    lines run beside reporting lines. With `certain` everybody stays and every arc works.
    """
    size: Dice = draw(DICE)
    us = [f"us{number}" for number in range(1, size.pick(*range(1, ours + 1)) + 1)]
    them = [f"st{number}" for number in range(1, size.pick(*range(2, theirs + 1)) + 1)]
    met = {(dice.pick(*us), dice.pick(*them)): dice for dice in draw(_several(2, contacts))}
    between = {_ends(dice, them): dice for dice in draw(_several(0, lines))}
    spoke = list(met)[: size.pick(0, 1, 2, 3)]
    return Sketch(
        team=[_colleague(draw(DICE), one, certain) for one in us],
        people=[_person(draw(DICE), them, place, certain) for place in range(len(them))],
        relationships=[_relationship(dice, *pair, certain) for pair, dice in met.items()],
        lines=[_line(dice, *ends) for ends, dice in between.items() if ends[0] != ends[1]],
        interactions=[_interaction(draw(DICE), *pair) for pair in spoke],
        reviews=[_review(draw(DICE), *pair) for pair in spoke[-1:]],
        access=ALWAYS if certain else {},
    )


def _several(least: int, most: int) -> st.SearchStrategy[list[Dice]]:
    return st.lists(DICE, min_size=least, max_size=most)


def _colleague(dice: Dice, one: str, certain: bool) -> Plan:
    return _known(
        id=one,
        name=one.upper(),
        status=dice.pick(*("active",) * 16, "on_leave", "left"),
        leave_probability=0.0 if certain else dice.sometimes(2, *CHANCES),
        leaves_on=None if certain else dice.pick(*LEAVES_ON),
    )


def _person(dice: Dice, them: list[str], place: int, certain: bool) -> Plan:
    return _known(
        id=them[place],
        name=them[place].upper(),
        level=dice.pick(None, "c_level", "vp", "manager"),
        reports_to=dice.sometimes(8, *them[:place]),
        roles=[dice.pick(*ROLES)],
        decides=dice.pick(*(None,) * 8, True, False),
        influence=dice.pick(None, 1, 2, 3, 4, 5),
        sentiment=dice.pick(*SENTIMENTS),
        status=dice.pick(*STATUSES),
        leave_probability=0.0 if certain else dice.sometimes(2, *CHANCES),
        leaves_on=None if certain else dice.pick(*LEAVES_ON),
        succeeds=dice.sometimes(1, *them[:place]),
        contact_every_days=dice.pick(None, None, 14, 60),
    )


def _relationship(dice: Dice, ours: str, theirs: str, certain: bool) -> Plan:
    return _known(
        ours=ours,
        theirs=theirs,
        level=dice.pick(*LEVELS),
        quality=dice.pick(*QUALITIES),
        last_contact=dice.pick(*(dice.day(120, 300),) * 9, None),
        contact_every_days=dice.pick(None, None, None, 30),
        works=1.0 if certain else dice.sometimes(2, *CHANCES),
    )


def _ends(dice: Dice, them: list[str]) -> tuple[str, str, str]:
    return dice.pick(*them), dice.pick(*them), dice.pick(*LINES)


def _line(dice: Dice, start: str, end: str, kind: str) -> Plan:
    return _known(**{"from": start, "to": end}, kind=kind, strength=dice.pick(None, "weak", "moderate", "strong"))


def _interaction(dice: Dice, ours: str, theirs: str) -> Plan:
    kind = dice.pick("call", "meeting", "visit", "event", "email")
    return {"date": dice.day(200), "kind": kind, "ours": [ours], "theirs": [theirs]}


def _review(dice: Dice, ours: str, theirs: str) -> Plan:
    held = dice.pick(*(dice.day(200),) * 7, *(None,) * 3)
    return _known(id="review", kind="qbr", planned="2026-09-01", held=held, ours=[ours], theirs=[theirs])
