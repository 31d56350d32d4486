"""Where does one type? A line for a filter or a name; what is pasted into it is cleaned."""

from textual.reactive import var
from textual.widgets import Input

from kamplans.model.clean import clean


class Entry(Input):
    """An input of one line; its cursor does not blink."""

    cursor_blink = var(False)

    def replace(self, text: str, start: int, end: int) -> None:
        """Put clean text between two places."""
        super().replace(clean(text), start, end)
