"""How good a contact is today, and from which day on it is none."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kamplans.network.strength import Ageing

AS_OF = date(2026, 10, 31)
KEY = "name: A\ntier: key\nstatus: active\nteam: []\n"


def relationship(plans: Any, fields: str, **other: str) -> Any:
    """Return the one contact of an account; `fields` are those of the relationship."""
    book = f"people:\n  - {{id: ana, name: Ana{other.pop('person', '')}}}\n"
    book += f"relationships:\n  - {{ours: nora, theirs: ana{fields}}}\n"
    (found,) = plans.map(book, **other).contacts
    return found


@pytest.mark.parametrize(
    ("fields", "works"),
    [
        (", level: none, last_contact: 2026-10-31", 0.35),
        (", level: vendor, last_contact: 2026-10-31", 0.55),
        (", level: credible_source, last_contact: 2026-10-31", 0.75),
        (", level: problem_solver, last_contact: 2026-10-31", 0.90),
        (", level: trusted_advisor, last_contact: 2026-10-31", 0.97),
        (", last_contact: 2026-10-31", 0.55),
        (", level: problem_solver, quality: good, last_contact: 2026-10-31", 0.90),
        (", level: problem_solver, quality: working_on, last_contact: 2026-10-31", 0.72),
        (", level: problem_solver, quality: bad, last_contact: 2026-10-31", 0.0),
        (", level: problem_solver, last_contact: 2026-08-02", 0.90),  # 90 days: the rhythm where none is stated
        (", level: problem_solver, last_contact: 2026-05-04", 0.45),  # 90 days beyond it
        (", level: problem_solver, contact_every_days: 30, last_contact: 2026-07-03", 0.45),
        (", works: 0.6", 0.6),
        (", works: 0.6, level: none, quality: bad, last_contact: 2020-01-01", 0.6),
        (", level: problem_solver", None),
        (", level: problem_solver, last_contact: 2026-11-01", None),  # tomorrow is not known yet
    ],
)
def test_level_quality_and_age(plans: Any, fields: str, works: float | None) -> None:
    found = relationship(plans, fields)
    assert found.works == (None if works is None else pytest.approx(works))


@pytest.mark.parametrize(
    ("fields", "person", "account", "works"),
    [
        ("", "", KEY, 0.45),
        ("", ", contact_every_days: 105", KEY, 0.9 * 0.5**0.5),
        (
            ", contact_every_days: 150",
            ", contact_every_days: 105",
            KEY,
            0.9,
        ),
        ("", "", KEY.replace("key", "growth"), 0.9 * 0.5 ** (60 / 90)),
    ],
    ids=["the tier's", "the person's", "the relationship's", "ninety days"],
)
def test_whose_rhythm_counts(plans: Any, fields: str, person: str, account: str, works: float) -> None:
    access = "tiers:\n  - {id: key, contact_every_days: 60}\n"
    fields += ", level: problem_solver, last_contact: 2026-06-03"  # 150 days ago
    assert relationship(plans, fields, person=person, account=account, access=access).works == pytest.approx(works)


@pytest.mark.parametrize(
    ("log", "last"),
    [
        ("interactions:\n  - {date: 2026-10-01, kind: call, ours: [nora], theirs: [ana]}\n", "2026-10-01"),
        ("interactions:\n  - {date: 2026-10-01, kind: meeting, ours: [olaf, nora], theirs: [bo, ana]}\n", "2026-10-01"),
        ("interactions:\n  - {date: 2026-10-01, kind: visit, ours: [nora], theirs: [ana]}\n", "2026-10-01"),
        ("interactions:\n  - {date: 2026-10-01, kind: email, ours: [nora], theirs: [ana]}\n", "2026-05-01"),
        ("interactions:\n  - {date: 2026-10-01, kind: event, ours: [nora], theirs: [ana]}\n", "2026-05-01"),
        ("interactions:\n  - {date: 2026-10-01, kind: call, ours: [olaf], theirs: [ana]}\n", "2026-05-01"),
        ("interactions:\n  - {date: 2026-11-01, kind: call, ours: [nora], theirs: [ana]}\n", "2026-05-01"),
        ("interactions:\n  - {date: 2026-01-01, kind: call, ours: [nora], theirs: [ana]}\n", "2026-05-01"),
        ("reviews:\n  - {id: q, held: 2026-10-02, ours: [nora], theirs: [ana]}\n", "2026-10-02"),
        ("reviews:\n  - {id: q, planned: 2026-10-02, ours: [nora], theirs: [ana]}\n", "2026-05-01"),
        ("reviews:\n  - {id: q, held: 2026-11-02, ours: [nora], theirs: [ana]}\n", "2026-05-01"),
    ],
)
def test_which_meetings_keep_a_contact_alive(plans: Any, log: str, last: str) -> None:
    found = relationship(plans, ", last_contact: 2026-05-01", engagement=log)
    assert found.last_contact == date.fromisoformat(last)


@pytest.mark.parametrize(
    ("level", "days"),
    [("none", 44), ("credible_source", 143), ("trusted_advisor", 177)],
)
def test_the_day_a_contact_goes_stale(plans: Any, level: str, days: int) -> None:
    """Rhythm + 90 · log2(strength / 0.25) days after the last contact, rounded up to the first day below."""
    found = relationship(plans, f", level: {level}, last_contact: 2026-10-31")
    assert found.goes_stale_on == AS_OF + timedelta(days=90 + days)


@pytest.mark.parametrize(
    ("fields", "state", "stale_since"),
    [
        (", level: vendor, last_contact: 2026-10-31", "live", None),
        (", level: vendor, last_contact: 2026-01-01", "stale", date(2026, 7, 13)),
        (", level: trusted_advisor, quality: bad, last_contact: 2026-10-01", "stale", date(2026, 10, 1)),
        (", works: 0.24", "stale", None),
        (", works: 0.25", "live", None),
        (", level: vendor", "unknown", None),
    ],
)
def test_live_stale_and_unknown(plans: Any, fields: str, state: str, stale_since: date | None) -> None:
    book = f"people:\n  - {{id: ana, name: Ana}}\nrelationships:\n  - {{ours: nora, theirs: ana{fields}}}\n"
    risk = plans.map(book)
    assert [one.state for one in risk.contacts] == [state]
    assert [one.is_live for one in risk.contacts] == [state == "live"]
    assert [one.stale_since for one in risk.stale] == ([stale_since] if state == "stale" else [])


def test_who_is_away_has_no_live_contact(plans: Any) -> None:
    book = """
        people:
          - {id: ana, name: Ana, status: left}
          - {id: bo, name: Bo}
        relationships:
          - {ours: nora, theirs: ana, works: 1}
          - {ours: olaf, theirs: bo, works: 1}
          - {ours: paul, theirs: bo, works: 1}
        """
    team = "people: [{id: nora, name: Nora}, {id: olaf, name: Olaf, status: on_leave}, {id: paul, name: Paul}]\n"
    assert [one.state for one in plans.map(book, team=team).contacts] == ["away", "away", "live"]


@settings(derandomize=True, database=None, max_examples=300)
@given(
    fresh=st.floats(0, 1),
    rhythm=st.integers(0, 2_000),
    half_life=st.floats(0, 5_000) | st.just(float("inf")),
    level=st.floats(0.01, 1),
)
def test_the_first_day_below_is_the_first(fresh: float, rhythm: int, half_life: float, level: float) -> None:
    ageing = Ageing.of(fresh, rhythm, half_life)
    day = ageing.first_day_below(level)
    assert day is not None
    assert ageing.after(day) < level
    assert day == 0 or ageing.after(day - 1) >= level


@settings(derandomize=True, database=None, max_examples=300)
@given(fresh=st.floats(0, 1), rhythm=st.integers(-5, 10**30), days=st.integers(0, 10_000))
def test_strength_never_grows_with_time(fresh: float, rhythm: int, days: int) -> None:
    ageing = Ageing.of(fresh, rhythm, 90.0)
    assert 0 <= ageing.after(days + 1) <= ageing.after(days) <= fresh
