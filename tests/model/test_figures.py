"""Numbers and dates as a manager reads them."""

from datetime import date

import pytest

from kamplans.model import figures
from kamplans.model.cells import cell_width, fit


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (None, "–"),
        (0, "0 %"),
        (0.004, "<1 %"),
        (0.005, "<1 %"),
        (0.62, "62 %"),
        (0.995, ">99 %"),
        (0.9999, ">99 %"),
        (1, "100 %"),
    ],
)
def test_percent(share: float | None, shown: str) -> None:
    assert figures.percent(share) == shown


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (None, "–"),
        (0, "0"),
        (950, "950"),
        (9_949, "9949"),
        (9_950, "10k"),
        (310_000, "310k"),
        (999_499, "999k"),
        (999_500, "1.00m"),
        (1_450_000, "1.45m"),
        (-20_000, "-20k"),
    ],
)
def test_money(amount: float | None, shown: str) -> None:
    assert figures.money(amount) == shown


def test_money_says_its_currency() -> None:
    assert figures.money(1_450_000, "EUR") == "1.45m EUR"
    assert figures.money(None, "EUR") == "–"


@pytest.mark.parametrize(
    ("when", "shown"),
    [(None, "–"), (date(2026, 10, 31), "today"), (date(2026, 11, 12), "in 12 d"), (date(2026, 9, 14), "47 d late")],
)
def test_distance(when: date | None, shown: str) -> None:
    assert figures.distance(when, date(2026, 10, 31)) == shown


def test_days_and_words() -> None:
    assert figures.day(date(2027, 3, 12)) == "12 March 2027"
    assert figures.short_day(date(2027, 3, 12)) == "12 Mar 2027"
    assert figures.word("working_on") == "working on"
    assert figures.count(1, "error") == "1 error"
    assert figures.count(2, "company", "companies") == "2 companies"


@pytest.mark.parametrize(("text", "width"), [("Ada", 3), ("田中", 4), ("e\u0301", 1), ("👩‍💼", 4), ("", 0), ("Zoë", 3)])
def test_cell_width(text: str, width: int) -> None:
    assert cell_width(text) == width


@pytest.mark.parametrize(
    ("text", "width", "right", "shown"),
    [
        ("Ada", 5, False, "Ada  "),
        ("Ada", 5, True, "  Ada"),
        ("Adalbert", 5, False, "Adal…"),
        ("田中田", 4, False, "田… "),
        ("x", 0, False, ""),
    ],
)
def test_fit(text: str, width: int, right: bool, shown: str) -> None:
    assert fit(text, width, right) == shown
    assert cell_width(fit(text, width, right)) == width
