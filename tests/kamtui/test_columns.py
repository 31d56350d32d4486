"""Columns share the room they have; the least important go first, and nothing is wider than its pane."""

import pytest

from kamtui.text import line_width, run
from kamtui.wording.columns import GAP, Column, compose, lay_out, needed

COLUMNS = (
    Column("Name", least=8, grows=True),
    Column("Grade"),
    Column("Access", right=True, rank=1),
    Column("Owner", rank=2),
)
ROWS = [
    tuple(map(run, ("Arctic Harvest", "critical", "47 %", "Hanna Lindqvist"))),
    tuple(map(run, ("Estuary", "low", "–", "–"))),
]


@pytest.mark.parametrize(
    ("room", "shown"),
    [
        (60, ["Name", "Grade", "Access", "Owner"]),
        (49, ["Name", "Grade", "Access", "Owner"]),
        (42, ["Name", "Grade", "Access"]),
        (26, ["Name", "Grade", "Access"]),
        (20, ["Name", "Grade"]),
        (5, ["Name", "Grade"]),
    ],
)
def test_the_least_important_columns_go_first(room: int, shown: list[str]) -> None:
    layout = lay_out(COLUMNS, needed(COLUMNS, ROWS), room)
    assert [COLUMNS[place].title for place in layout.shown] == shown


@pytest.mark.parametrize("room", [20, 26, 40, 60, 200])
def test_columns_fill_the_room_exactly(room: int) -> None:
    layout = lay_out(COLUMNS, needed(COLUMNS, ROWS), room)
    assert sum(layout.widths) + GAP * (len(layout.widths) - 1) == room
    assert all(line_width(compose(row, COLUMNS, layout)) == room for row in ROWS)


def test_numbers_stand_right_and_words_left() -> None:
    layout = lay_out(COLUMNS, needed(COLUMNS, ROWS), 60)
    texts = ["".join(part.text for part in compose(row, COLUMNS, layout)) for row in ROWS]
    assert texts[0].index("%") == texts[1].index("–")
    assert texts[0].index("critical") == texts[1].index("low")


def test_a_column_of_nothing_takes_no_room() -> None:
    columns = (Column("Name"), Column(""), Column("Owner"))
    rows = [(run("x"), run(""), run("y"))]
    assert lay_out(columns, needed(columns, rows), 40).shown == (0, 2)
