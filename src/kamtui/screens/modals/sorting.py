"""By what can the table be ordered? By every column, also by one there is no room for."""

from functools import partial

from kamtui.screens.modals.choices import Choice
from kamtui.widgets.table import RowTable


def sort_choices(table: RowTable) -> list[Choice]:
    """Return a choice for every column, in the order that one means by its name."""
    return [
        Choice("", column.title, _note(table, place), partial(table.sort_by, table.natural(place)))
        for place, column in enumerate(table.columns)
    ]


def _note(table: RowTable, place: int) -> str:
    is_now = table.order is not None and table.order.column == place
    return f"{table.columns[place].first}{', as it is now: S turns it round' if is_now else ''}"
