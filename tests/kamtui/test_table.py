"""A table of ten thousand rows draws what is in sight, sorts the unknown last, and keeps the cursor on its row."""

from typing import Any

import pytest
from textual.app import App, ComposeResult

from kamtui.screens.themes import DARK
from kamtui.text import run
from kamtui.widgets.table import Order, RowTable
from kamtui.wording.columns import Column, Row


class Counting(RowTable):
    drawn = 0

    def row(self, index: int) -> Any:
        Counting.drawn += 1
        return super().row(index)


class Shown(App[None]):
    def __init__(self, table: RowTable) -> None:
        super().__init__()
        self.table = table

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return DARK.variables

    def say(self, sentence: str) -> None:
        self.said = sentence

    def compose(self) -> ComposeResult:
        yield self.table


def rows(number: int) -> list[Row]:
    values = [None if n % 7 == 0 else (n * 7919) % number for n in range(number)]
    return [Row(n, (run(f"account {n}"), run("–" if v is None else v)), (f"{n:06}", v)) for n, v in enumerate(values)]


@pytest.fixture
def table() -> Counting:
    Counting.drawn = 0
    return Counting(
        (Column("Name", grows=True), Column("Value", right=True, falling=True)), order=Order(1, falling=True)
    )


async def test_only_the_rows_in_sight_are_drawn(table: Counting) -> None:
    app = Shown(table)
    async with app.run_test(size=(60, 20)) as pilot:
        table.fill(rows(10_000))
        await pilot.pause()
        table.focus()
        await pilot.press("j", "j", "G", "g")
        await pilot.pause()
        assert table.count == 10_000
        assert Counting.drawn < 400


@pytest.mark.parametrize("falling", [True, False])
async def test_the_unknown_comes_last_either_way(table: Counting, falling: bool) -> None:
    app = Shown(table)
    async with app.run_test(size=(60, 20)):
        table.fill(rows(50))
        table.sort_by(Order(1, falling))
        shown = [table._rows[table._index[n]].order[1] for n in range(50)]
        known = [value for value in shown if value is not None]
        assert shown[len(known) :] == [None] * (50 - len(known))
        assert known == sorted(known, reverse=falling)


async def test_the_cursor_stays_on_its_row(table: Counting) -> None:
    app = Shown(table)
    async with app.run_test(size=(60, 20)) as pilot:
        table.fill(rows(500))
        table.cursor = 333
        key = table.current
        table.sort_by(Order(0))
        assert table.current == key
        table.narrow(lambda row: row.key == key or row.key == 3)
        assert table.current == key
        table.narrow(lambda row: row.key != key)
        assert table.current != key
        table.narrow(None)
        table.fill(rows(600))
        await pilot.pause()
        assert 0 <= table.cursor < table.count


async def test_the_terminal_s_own_cursor_stands_on_the_row(table: Counting) -> None:
    app = Shown(table)
    async with app.run_test(size=(60, 20)) as pilot:
        table.fill(rows(100))
        table.focus()
        await pilot.press("j", "j")
        assert app.cursor_position == (0, 3)
        await pilot.press("G")
        await pilot.pause()
        assert app.cursor_position == (0, 19)


async def test_an_empty_table_moves_nowhere(table: Counting) -> None:
    app = Shown(table)
    async with app.run_test(size=(60, 20)) as pilot:
        table.focus()
        await pilot.press("j", "k", "G", "g", "ctrl+d", "ctrl+u", "y")
        assert table.current is None
        assert app.said == "There is no line here to copy."


async def test_the_sorted_column_carries_the_direction(table: Counting) -> None:
    app = Shown(table)
    async with app.run_test(size=(60, 20)) as pilot:
        table.fill(rows(20))
        table.focus()
        await pilot.pause()
        assert "Value ▼" in "".join(part.text for part in table.header)
        await pilot.press("S")
        assert "Value ▲" in "".join(part.text for part in table.header)
        await pilot.press("less_than_sign")
        assert "Name ▲" in "".join(part.text for part in table.header)


async def test_a_click_on_a_title_sorts_and_on_a_row_moves(table: Counting) -> None:
    app = Shown(table)
    async with app.run_test(size=(60, 20)) as pilot:
        table.fill(rows(20))
        await pilot.pause()
        await pilot.click(table, offset=(2, 0))
        assert table.order == Order(0)
        await pilot.click(table, offset=(2, 5))
        assert table.cursor == 4


async def test_a_row_is_copied_with_all_its_cells(table: Counting) -> None:
    app = Shown(table)
    async with app.run_test(size=(12, 20)) as pilot:
        table.fill([Row(1, (run("Arctic Harvest Seafood"), run("\x1b]52;c;x")), ("a", 1))])
        table.focus()
        await pilot.press("y")
        assert app.said == "Copied: Arctic Harvest Seafood  ␛]52;c;x"
        assert "\x1b" not in app.clipboard
