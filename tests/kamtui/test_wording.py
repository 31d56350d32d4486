"""Values become words: what is unknown is a dash, what is late says so, and no number pretends."""

from datetime import date

import pytest

from kamplans.model.change import Change, Op
from kamplans.model.goals import Goal, Goals, Initiative, Milestone
from kamplans.model.metrics import Metrics, Series
from kamplans.model.overview import AccountRow
from kamplans.model.risk import Grade, NextContact, RiskMap
from kamtui.wording import accounts, changes, figures, goals, marks
from kamtui.wording.deciders import gained
from kamtui.wording.strip import CELLS, span_of, strip

TODAY = date(2026, 10, 31)


@pytest.mark.parametrize(
    ("when", "shown"),
    [(None, "–"), (date(2026, 11, 12), "12 d"), (TODAY, "today"), (date(2026, 10, 28), "3 d late")],
)
def test_due_days_read_as_a_distance(when: date | None, shown: str) -> None:
    assert figures.due(when, TODAY) == shown


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        (TODAY, "today"),
        (date(2026, 10, 30), "yesterday"),
        (date(2026, 9, 30), "31 days ago"),
        (date(2026, 5, 1), "6 months ago"),
        (date(2024, 5, 1), "2 years ago"),
        (date(2026, 11, 2), "on 2 Nov 2026"),
    ],
)
def test_past_days_read_as_one_says_them(when: date, shown: str) -> None:
    assert figures.ago(when, TODAY) == shown


@pytest.mark.parametrize(
    ("amount", "currency", "shown"),
    [(None, "EUR", "–"), (1_450_000, "EUR", "€1.45m"), (840_000, "CHF", "CHF 840k"), (0, "EUR", "€0"), (5, None, "5")],
)
def test_money_carries_its_currency(amount: float | None, currency: str | None, shown: str) -> None:
    assert figures.priced(amount, currency) == shown


@pytest.mark.parametrize(
    ("names", "most", "shown"),
    [
        ([], 0, ""),
        (["a"], 0, "a"),
        (["a", "b", "c"], 0, "a, b and c"),
        (["a", "b", "c", "d"], 3, "a, b and 2 more"),
        (["a", "b", "c"], 3, "a, b and c"),
    ],
)
def test_names_are_joined_as_one_says_them(names: list[str], most: int, shown: str) -> None:
    assert figures.joined(names, most) == shown


def test_every_grade_has_glyph_word_and_colour() -> None:
    shown = [marks.grade(grade) for grade in Grade]
    assert [run.text for run in shown] == ["■ critical", "◆ high", "▲ moderate", "● low", "○ not rated"]
    assert len({run.tone for run in shown}) == len(shown)


@pytest.mark.parametrize(("number", "shown"), [(0, "○○○"), (1, "●○○"), (3, "●●●"), (4, "●●●+")])
def test_ways_in_are_dots(number: int, shown: str) -> None:
    assert marks.dots(number) == shown


@pytest.mark.parametrize(("value", "shown"), [(None, "·······"), (0.0, "░░░░░░░"), (0.5, "████░░░"), (1.0, "███████")])
def test_shares_are_bars_and_the_unknown_is_none(value: float | None, shown: str) -> None:
    assert marks.bar(value) == shown


def account(**known: object) -> AccountRow:
    empty = dict.fromkeys(("tier", "status", "owner", "owner_name", "access", "exposed", "yearly_value", "review_due"))
    rest = {"grade": Grade.NOT_RATED, "review_planned": False, "errors": 0, "warnings": 0, "infos": 0}
    return AccountRow(**{"account": "a", "name": "A", **empty, **rest, **known})


def test_an_account_that_nobody_knows_is_all_dashes() -> None:
    shown = [run.text for run in accounts.cells(account(), TODAY, checked=True)]
    assert shown == ["A", "–", "–", "○ not rated", "–", "–", "–", "–", "none"]


def test_before_the_check_nothing_is_said_of_findings() -> None:
    assert accounts.cells(account(), TODAY, checked=False)[-1].text == "…"


def test_the_worst_account_sorts_first() -> None:
    rows = [
        account(account="b", grade=Grade.CRITICAL, exposed=1.0),
        account(account="a", grade=Grade.CRITICAL, exposed=5.0),
        account(account="c", grade=Grade.HIGH, exposed=9.0),
        account(account="d"),
    ]
    rows.sort(key=lambda row: accounts.orders(row)[3], reverse=True)
    assert [row.account for row in rows] == ["a", "b", "c", "d"]


def test_values_that_are_unknown_are_not_summed_as_zero() -> None:
    assert accounts.summary([account(), account()], "EUR") == "2 accounts"
    assert accounts.summary([account(yearly_value=1e6), account()], "EUR") == "2 accounts · €1.00m a year"


def risk(access: float | None) -> RiskMap:
    return RiskMap("a", TODAY, 12, Grade.LOW, "", access, (), (), (), (), (), (), (), ())


@pytest.mark.parametrize(("before", "shown"), [(0.47, "47 % → 76 %"), (None, "+29 %"), (0.9, "90 % → 100 %")])
def test_what_a_contact_brings(before: float | None, shown: str) -> None:
    assert gained(NextContact("h", "s", 0.29, "new", 1.0), risk(before)) == shown


def plan(*found: Goal, work: tuple[Initiative, ...] = (), series: dict[str, Series] | None = None) -> goals.Plan:
    return goals.Plan(Goals(goals=found, initiatives=work), Metrics(series or {}), {}, TODAY)


@pytest.mark.parametrize(
    ("goal", "done"),
    [
        (Goal("g", "G"), None),
        (Goal("g", "G", baseline=4.0, target=2.0, current=3.0), 0.5),
        (Goal("g", "G", baseline=4.0, target=2.0, current=5.0), -0.5),
        (Goal("g", "G", baseline=2.0, target=2.0, current=2.0), None),
        (Goal("g", "G", baseline=0.0, target=8.0, current=1.0, series="s"), 0.25),
    ],
)
def test_progress_is_the_way_done(goal: Goal, done: float | None) -> None:
    series = {"s": Series(points={"2026-Q4": 1.0, "2027-Q2": 2.0})}
    assert plan(goal, series=series).progress(goal) == done


def test_an_initiative_without_a_goal_is_not_lost() -> None:
    work = Initiative("i", "Alone", goal="gone", milestones=(Milestone("m", "Step", due=date(2026, 9, 1)),))
    rows = goals.rows(plan(Goal("g", "G"), work=(work,)), set())
    texts = ["".join(part.text for part in row.cells[0]) if len(row.cells) > 1 else row.cells[0].text for row in rows]
    assert [text.strip() for text in texts] == ["G", "Initiatives that serve no goal on record", "▾ Alone", "◆ Step"]
    assert rows[-1].cells[3].text == "60 d late"
    folded = goals.rows(plan(Goal("g", "G"), work=(work,)), {"i"})
    assert len(folded) == 3


def text_of(line: tuple) -> str:
    return "".join(run.text for run in line)


def test_the_strip_shows_time_gone_today_and_what_is_due() -> None:
    span = span_of([date(2026, 1, 1), date(2027, 6, 30)], TODAY)
    shown = text_of(strip(span, date(2026, 1, 1), date(2027, 6, 30), ((date(2027, 3, 31), False),)))
    assert len(shown) == CELLS
    assert shown.index("▓") < shown.index("│") < shown.index("░") < shown.index("◆")
    assert span.scale.strip().split() == ["2026", "2027"]


def test_the_strip_stands_days_outside_of_it() -> None:
    span = span_of([], TODAY)
    assert len(text_of(strip(span, date(1990, 1, 1), date(2090, 1, 1), ()))) == CELLS


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ["nothing"]),
        (True, ["true"]),
        ({"a": 1, "b": [{"c": None}, []]}, ["a: 1", "b:", "  - c: nothing", "  - nothing"]),
        (["x", ["y", "z"]], ["- x", "- - y", "  - z"]),
    ],
)
def test_raw_values_read_like_the_plan(value: object, shown: list[str]) -> None:
    change = Change("a", "goals", "goals[g]", "status", Op.CHANGE, value, "at_risk", "It turned")
    lines = [text_of(line) for line in changes.raw_lines(change)]
    start = lines.index("Before") + 1
    assert lines[start : start + len(shown)] == shown
    assert lines[-1] == "at_risk"


def test_a_long_change_wraps_under_its_glyph() -> None:
    change = Change("a", "goals", None, None, Op.ADD, None, 1, "one two three four five six")
    lines = changes.change_lines([change], 12)
    assert [text_of(line) for _, line in lines] == ["+ one two", "  three four", "  five six"]
    assert [key is change for key, _ in lines] == [True, False, False]
