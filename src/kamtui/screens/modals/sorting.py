"""By what can the table be ordered? By every column, also by one there is no room for."""

from functools import partial

from kamtui.screens.modals.choices import Choice
from kamtui.widgets.table import Order, RowTable


def sort_choices(table: RowTable) -> list[Choice]:
    """Return a choice for every column: numbers the highest first, words from a to z."""
    return [
        Choice("", column.title, _note(column.right, table, place), partial(table.sort_by, Order(place, column.right)))
        for place, column in enumerate(table.columns)
    ]


def _note(right: bool, table: RowTable, place: int) -> str:
    direction = "highest first" if right else "from a to z"
    return f"{direction} · now" if table.order and table.order.column == place else direction
