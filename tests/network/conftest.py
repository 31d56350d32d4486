"""Plans as text in, risk maps out; and random plans to check laws on."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import strategies as st

from kamplans.model.portfolio import Portfolio
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

    def files(self) -> dict[str, str]:
        """Return the plan files, in the flow style that YAML shares with JSON."""
        book = {"people": self.people, "relationships": self.relationships, "lines": self.lines}
        log = {"interactions": self.interactions, "reviews": self.reviews}
        files = {
            "portfolio.yaml": json.dumps({"format": 1, "name": "Drawn", "currency": "EUR", "access": self.access}),
            "team.yaml": json.dumps({"people": self.team}),
            "cruz/account.yaml": "name: Drawn\ntier: growth\nstatus: active\nteam: []\n",
            "cruz/stakeholders.yaml": json.dumps({key: value for key, value in book.items() if value}),
        }
        kept = {key: value for key, value in log.items() if value}
        return files | ({"cruz/engagement.yaml": json.dumps(kept)} if kept else {})


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

    def sketched(self, sketch: Sketch, as_of: date = AS_OF, *, advice: bool = True) -> RiskMap:
        """Return the risk map of a sketch, through the text of its files."""
        return self.assess(self.read(sketch.files()), as_of, advice=advice)

    def sketches(self, **limits: int) -> st.SearchStrategy[Sketch]:
        """Draw random plans; see `sketches`."""
        return sketches(**limits)


@pytest.fixture(scope="session")
def plans() -> Plans:
    return Plans()


def _some(chance: int, values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Draw a value in `chance` of ten cases, else None."""
    return st.integers(1, 10).flatmap(lambda dice: values if dice <= chance else st.none())


def _known(**fields: Any) -> Plan:
    return {key: value for key, value in fields.items() if value is not None}


def _day(most: int) -> st.SearchStrategy[str]:
    return st.integers(0, most).map(lambda days: (AS_OF - timedelta(days=days)).isoformat())


STATUS = st.sampled_from(["active"] * 24 + ["on_leave", "left", "moved", "placeholder"])
SENTIMENT = st.sampled_from([None, "neutral", "supporter", "advocate", "advocate", "sceptic", "sceptic", "opponent"])
LEVEL = st.sampled_from([None, "none", "vendor", "credible_source", "problem_solver", "trusted_advisor"])
LEAVES_ON = st.sampled_from([None] * 12 + ["2027-01-31", "2027-10-31", "2027-11-01"])
CHANCE = st.sampled_from([0.0, 0.05, 0.2, 0.5, 1.0])


@st.composite
def sketches(
    draw: st.DrawFn, ours: int = 3, theirs: int = 5, contacts: int = 5, lines: int = 3, certain: int = 0
) -> Sketch:
    """Draw a plan of at most so many people, contacts and lines.

    Chances are mostly the defaults; every sentiment, status and level occurs, contacts are fresh, stale or undated,
    lines run beside reporting lines. With `certain` everybody stays and every arc works.
    """
    us = [f"us{number}" for number in range(1, draw(st.integers(1, ours)) + 1)]
    them = [f"st{number}" for number in range(1, draw(st.integers(2, theirs)) + 1)]
    leaves = st.just(0.0) if certain else _some(2, CHANCE)
    team = [
        _known(
            id=one,
            name=one.upper(),
            status=draw(st.sampled_from(["active"] * 16 + ["on_leave", "left"])),
            leave_probability=draw(leaves),
            leaves_on=None if certain else draw(LEAVES_ON),
        )
        for one in us
    ]
    people = [_person(draw, them, place, leaves, certain) for place in range(len(them))]
    pairs = draw(
        st.lists(
            st.tuples(st.sampled_from(us), st.sampled_from(them)),
            unique=True,
            min_size=min(2, contacts, len(us) * len(them)),
            max_size=contacts,
        )
    )
    known = [_relationship(draw, *pair, certain) for pair in pairs]
    ends = st.tuples(
        st.sampled_from(them),
        st.sampled_from(them),
        st.sampled_from(["influences"] * 3 + ["collaborates_with", "conflicts_with"]),
    ).filter(lambda line: line[0] != line[1])
    drawn = draw(st.lists(ends, unique=True, max_size=lines))
    strengths = st.sampled_from([None, "weak", "moderate", "strong"])
    between = [_known(**{"from": a, "to": b}, kind=kind, strength=draw(strengths)) for a, b, kind in drawn]
    access = {} if not certain else {"introductions": _certain_introductions()}
    met = draw(st.lists(st.sampled_from(pairs), max_size=3, unique=True)) if pairs else []
    interactions = [_interaction(draw, *pair) for pair in met]
    reviews = [_review(draw, number, *pair) for number, pair in enumerate(met[:1])]
    return Sketch(team, people, known, between, interactions, reviews, access)


def _certain_introductions() -> Plan:
    return {"down": 1, "up": 1, "advocate_up": 1, "sceptic": 1, "influence": {"weak": 1, "moderate": 1, "strong": 1}}


def _person(draw: st.DrawFn, them: list[str], place: int, leaves: st.SearchStrategy[Any], certain: int) -> Plan:
    decides = draw(st.sampled_from(["approver", "decision_maker", "economic_buyer", "user_buyer", "influencer"]))
    return _known(
        id=them[place],
        name=them[place].upper(),
        level=draw(st.sampled_from([None, "c_level", "vp", "manager"])),
        reports_to=draw(_some(8, st.sampled_from(them[:place]))) if place else None,
        roles=[decides],
        decides=draw(st.sampled_from([None] * 8 + [True, False])),
        influence=draw(st.sampled_from([None, 1, 2, 3, 4, 5])),
        sentiment=draw(SENTIMENT),
        status=draw(STATUS),
        leave_probability=draw(leaves),
        leaves_on=None if certain else draw(LEAVES_ON),
        succeeds=draw(_some(1, st.sampled_from(them[:place]))) if place else None,
        contact_every_days=draw(st.sampled_from([None, None, 14, 60])),
    )


def _relationship(draw: st.DrawFn, ours: str, theirs: str, certain: int) -> Plan:
    return _known(
        ours=ours,
        theirs=theirs,
        level=draw(LEVEL),
        quality=draw(st.sampled_from([None, "good", "good", "good", "working_on", "working_on", "bad"])),
        last_contact=draw(_some(9, st.one_of(_day(120), _day(300)))),
        contact_every_days=draw(st.sampled_from([None, None, None, 30])),
        works=1.0 if certain else draw(_some(2, CHANCE)),
    )


def _interaction(draw: st.DrawFn, ours: str, theirs: str) -> Plan:
    kind = draw(st.sampled_from(["call", "meeting", "visit", "event", "email"]))
    return {"date": draw(_day(200)), "kind": kind, "ours": [ours], "theirs": [theirs]}


def _review(draw: st.DrawFn, number: int, ours: str, theirs: str) -> Plan:
    held = draw(_some(7, _day(200)))
    return _known(id=f"review-{number}", kind="qbr", planned="2026-09-01", held=held, ours=[ours], theirs=[theirs])
